// Says whose the private redis-server of a data folder is: the first process that asks, until it ends however it ends.
// The lock is the operating system's, on a file held open through SQLite; nothing else may open that file.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Failure } from '../../ports/failure.ts'

const SQLITE_BUSY = 5

/** What gives the ownership back, or null when another process has it. Throws Failure when the folder can't be used. */
export function ownRedis(home: string): (() => void) | null {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(join(home, 'owner.lock'), { timeout: 0 })
    lock.exec('begin immediate')
  } catch (error) {
    lock?.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null
    throw new Failure('starting redis-server', false, error)
  }
  const held = lock
  return () => held.isOpen && held.close()
}
