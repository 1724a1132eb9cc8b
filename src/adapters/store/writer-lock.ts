// Lets one process write a data folder. The lock is the operating system's, on `writer.lock` held open through
// SQLite, so it ends with the process however that ends; `writer.pid` only says who holds it.
// Nothing else may open `writer.lock` in this process: closing any handle to it would drop the lock (fcntl).
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreHeld } from '../../ports/failure.ts'
import { sqliteFailure } from './sqlite-failure.ts'

const SQLITE_BUSY = 5

/** Takes the lock and returns what gives it back. Throws Failure when another process has it. */
export function lockWriter(folder: string): () => void {
  const pidFile = join(folder, 'writer.pid')
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(join(folder, 'writer.lock'), { timeout: 0 })
    lock.exec('begin immediate')
    writeFileSync(pidFile, `${process.pid}\n`)
  } catch (error) {
    lock?.close()
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY)
      throw sqliteFailure('opening the store', error)
    throw new StoreHeld(
      'opening the store',
      true,
      `another dibs${holder(pidFile)} writes to this data folder (${folder})`,
    )
  }
  const held = lock
  return () => {
    if (!held.isOpen) return
    rmSync(pidFile, { force: true })
    held.close()
  }
}

function holder(pidFile: string): string {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
    return Number.isInteger(pid) ? ` (pid ${pid})` : ''
  } catch {
    return ''
  }
}
