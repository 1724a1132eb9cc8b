// A Maildir as a source, watched: new mail shows within milliseconds, a sweep finds what the watch missed.
// Only reads: nothing is moved from new/ to cur/, no flag is set. A mail is known by the part of its name before ":".
import { existsSync, type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { MINUTE } from '../../core/model/time.ts'
import { Failure } from '../../ports/failure.ts'
import type { MailSource } from '../../ports/mail-source.ts'
import { MailFolder } from './mail-folder.ts'

/** How long events are gathered before one ring. */
const GATHER_MS = 20

/** True when `path` is laid out as a Maildir. */
export function isMaildir(path: string): boolean {
  return existsSync(join(path, 'new')) && existsSync(join(path, 'cur'))
}

/** A source over the Maildir at `path`; `sweepMs` is the time between two looks that no event asked for. */
export function openMaildir(path: string, name: string = path, sweepMs: number = MINUTE / 2): MailSource {
  const folders = [join(path, 'new'), join(path, 'cur')]
  const folder = new MailFolder(name, { folders, lastingName, order: byDelivery, immutable: true })
  return {
    name,
    read: (cursor, signal) => folder.read(cursor, signal),
    watch: (ring, signal) => watchFolders(folders, ring, sweepMs, signal),
    async check() {
      if (!isMaildir(path))
        throw new Failure(`opening ${path}`, false, 'no Maildir: it needs the folders new and cur')
      return `Maildir with ${(await folder.list()).length} mails`
    },
  }
}

/** The unique part of a Maildir file's name; its flags follow after ":" and change. Dot files are no mail. */
export function lastingName(fileName: string): string | null {
  return fileName.startsWith('.') ? null : fileName.replace(/:2,[^:]*$/, '')
}

/** By the seconds a unique name starts with, then by the name. */
export function byDelivery(a: string, b: string): number {
  const seconds = Number.parseInt(a, 10) - Number.parseInt(b, 10)
  if (seconds !== 0 && !Number.isNaN(seconds)) return seconds
  return a < b ? -1 : Number(a > b)
}

/** Rings on every event in the folders and every `sweepMs`; a watch that broke is set up again by the sweep. */
async function watchFolders(
  folders: readonly string[],
  ring: () => void,
  sweepMs: number,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return
  const watchers = new Map<string, FSWatcher>()
  let gathering: NodeJS.Timeout | undefined
  const gather = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined
      ring()
    }, GATHER_MS)
  }
  const arm = () => {
    for (const folder of folders) {
      if (watchers.has(folder) || !existsSync(folder)) continue
      const watcher = watch(folder, gather)
      watchers.set(folder, watcher)
      watcher.on('error', () => {
        watcher.close()
        watchers.delete(folder)
      })
    }
  }
  const tryArm = () => {
    try {
      arm()
    } catch {
      // Out of watches (ENOSPC), or the folder went away just now: the sweep goes on alone.
    }
  }
  tryArm()
  ring()
  const sweep = setInterval(() => {
    tryArm()
    ring()
  }, sweepMs)
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  clearInterval(sweep)
  clearTimeout(gathering)
  for (const watcher of watchers.values()) watcher.close()
}
