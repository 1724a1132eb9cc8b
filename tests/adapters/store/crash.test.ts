// kill -9 of a writing process at random moments: all that was acknowledged is there, nothing half, the file is whole.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/store/open-store.ts'

const CHILD = join(import.meta.dirname, 'children/write-for-ever.ts')
const ROUNDS = 12

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dibs-crash-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Kills the child some milliseconds after its first acknowledged write; returns the last number it acknowledged. */
async function writeAndDie(from: number, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [CHILD, folder, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const began = new Promise<void>((done) =>
    child.stdout.on('data', (text) => {
      said += text
      done()
    }),
  )
  const gone = new Promise((done) => child.once('close', done))
  await Promise.race([began, gone])
  await pause(afterMs)
  child.kill('SIGKILL')
  await gone
  // The last line may have been cut by the kill; a whole line ends with a newline.
  return Number(said.split('\n').at(-2))
}

it('holds every acknowledged transaction whole after kill -9, and gives the lock free', async () => {
  let next = 0
  for (let round = 0; round < ROUNDS; round++) {
    const acknowledged = await writeAndDie(next, Math.random() * 60)
    const store = await openStore({ folder })
    const stored = await store.messageCount()
    expect(stored).toBeGreaterThan(acknowledged)
    expect(stored % 3).toBe(0)
    expect(await store.cursor('imap')).toBe(String(stored - 1))
    const tasks = await store.tasks(1_000_000)
    expect(tasks).toHaveLength(stored)
    for (const { key } of tasks.slice(-4)) {
      const pending = await store.pending(key)
      expect(new TextDecoder().decode((await store.raw(pending!.hash))!)).toContain(
        `mail ${pending!.place.key} `,
      )
    }
    expect(await store.check()).toContain('whole')
    await store.close()
    next = stored
  }
  expect(next).toBeGreaterThan(ROUNDS * 3)
})
