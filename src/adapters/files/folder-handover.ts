// Handover through a folder of the data folder, readable by its owner only: `ID.request` goes in, `ID.result` comes out.
// Files are written beside and renamed, so that nobody reads half of one.
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ActResult, Handover } from '../../ports/handover.ts'

const LOOK_MS = 100
const REQUEST = '.request'
const RESULT = '.result'

/** A handover in `folder`, which is made when it is missing. */
export function folderHandover(folder: string): Handover {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const put = (name: string, value: object): void => {
    writeFileSync(join(folder, `${name}.part`), JSON.stringify(value), { mode: 0o600 })
    renameSync(join(folder, `${name}.part`), join(folder, name))
  }
  return {
    async ask(request, patienceMs) {
      const id = `${Date.now()}-${randomUUID()}`
      put(id + REQUEST, request)
      const until = Date.now() + patienceMs
      while (Date.now() < until) {
        await pause(LOOK_MS)
        const result = take(join(folder, id + RESULT))
        if (result) return result as ActResult
      }
      rmSync(join(folder, id + REQUEST), { force: true })
      return null
    },
    async serve(perform, signal) {
      // What was asked before our start: whoever asked has given up waiting, or asks again.
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true })
      while (!signal.aborted) {
        for (const name of readdirSync(folder)
          .filter((one) => one.endsWith(REQUEST))
          .sort()) {
          const request = take(join(folder, name))
          if (request) put(name.slice(0, -REQUEST.length) + RESULT, await perform(request))
        }
        await pause(LOOK_MS, undefined, { signal }).catch(() => undefined)
      }
    },
  }
}

/** Reads and removes a file; null when it is not there, or no JSON object. */
function take(file: string): object | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    rmSync(file)
    return value !== null && typeof value === 'object' ? value : null
  } catch {
    return null
  }
}
