// A copy of the store while it is in use: one consistent state, whole or not there at all.
import { renameSync, rmSync } from 'node:fs'
import { backup } from 'node:sqlite'
import { Failure } from '../../ports/failure.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { sqliteFailure } from './sqlite-failure.ts'
import { syncFile } from './sync-file.ts'

/** Writes the state of this moment to `target`, replacing what is there; throws Failure and leaves `target` alone. */
export async function backUp(connect: () => SqliteConnection, target: string): Promise<void> {
  const part = `${target}.part`
  const source = connect()
  try {
    rmSync(part, { force: true })
    // An open read pins the state, so writers going on meanwhile don't start the copy over and over.
    source.raw.exec('begin')
    source.raw.prepare('select count(*) from sqlite_schema').get()
    await backup(source.raw, part, { rate: 500 })
    syncFile(part)
    renameSync(part, target)
  } catch (error) {
    rmSync(part, { force: true })
    const failure = sqliteFailure(`backing up to ${target}`, error)
    throw failure instanceof Failure ? failure : new Failure(`backing up to ${target}`, false, error)
  } finally {
    source.close()
  }
}
