// Puts a backup in the place of a data folder's store. Refuses a file that is no whole store, one of a newer Dibs, and a
// folder that somebody writes; what was there stays beside it under another name.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../ports/failure.ts'
import { requireReadable } from './migrate.ts'
import { STORE_FILE } from './open-store.ts'
import { openFrozenReader } from './sqlite-connection.ts'
import { syncFile } from './sync-file.ts'
import { lockWriter } from './writer-lock.ts'

/** Returns where the replaced store was put, null when there was none. Throws Failure and changes nothing. */
export async function restoreStore(folder: string, backup: string): Promise<string | null> {
  const doing = `restoring ${backup}`
  await requireWhole(backup, doing)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = lockWriter(folder)
  const file = join(folder, STORE_FILE)
  const part = `${file}.part`
  try {
    copyFileSync(backup, part)
    syncFile(part)
    const replaced = existsSync(file) ? `${file}.replaced` : null
    // The log belongs to the file that goes: moved with it, it is replayed there and not into the backup.
    for (const end of ['', '-wal', '-shm']) {
      rmSync(`${file}.replaced${end}`, { force: true })
      if (existsSync(file + end)) renameSync(file + end, `${file}.replaced${end}`)
    }
    renameSync(part, file)
    return replaced
  } catch (error) {
    rmSync(part, { force: true })
    throw new Failure(doing, false, error)
  } finally {
    unlock()
  }
}

async function requireWhole(backup: string, doing: string): Promise<void> {
  const reader = openFrozenReader(backup)
  try {
    await requireReadable(reader.db)
    const damage = reader.damage()
    if (damage !== null) throw new Failure(doing, false, `the file is damaged (${damage})`)
  } finally {
    reader.close()
  }
}
