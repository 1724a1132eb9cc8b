// Opens the store in a data folder: one SQLite file, one connection that writes, others that read what is committed.
// Refuses a folder that another process writes, that can't be written, or whose file is damaged or too new.
import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { Failure } from '../../ports/failure.ts'
import type { Log } from '../../ports/log.ts'
import type { Store } from '../../ports/store.ts'
import { backUp } from './back-up.ts'
import { checkStore } from './check-store.ts'
import { migrate, requireSchema } from './migrate.ts'
import {
  openFrozenReader,
  openReader,
  openWriter,
  SQLITE_TYPES,
  type SqliteConnection,
} from './sqlite-connection.ts'
import { type ReadAccess, storeReads } from './store-reads.ts'
import { storeWrites } from './store-writes.ts'
import { lockWriter } from './writer-lock.ts'

/** The database's name within the data folder. */
export const STORE_FILE = 'dibs.db'

/** SQLite answers at once, so a long loop over it never lets timers and sockets have their turn: it pauses this often. */
const BREATH_MS = 10

export interface StoreOptions {
  /** Made when missing, unless `readOnly`. */
  readonly folder: string
  /** Only reads: works beside a process that writes. */
  readonly readOnly?: boolean
  readonly log?: Log
}

/** Throws Failure with one line for the operator when the folder can't be used. */
export async function openStore({ folder, readOnly = false, log }: StoreOptions): Promise<Store> {
  const file = join(folder, STORE_FILE)
  const unlock = readOnly ? () => {} : prepareFolder(folder)
  const open: SqliteConnection[] = []
  try {
    const writer = readOnly ? null : keep(open, openWriter(file))
    if (writer) await migrate(writer.db, SQLITE_TYPES)
    const connect = readOnly ? () => openFrozenReader(file) : () => openReader(file)
    const reader = keep(open, connect())
    if (readOnly) await requireSchema(reader.db)
    log?.debug({ folder, readOnly }, 'store opened')
    return storeOf(file, writer, reader, connect, () => release(open, unlock))
  } catch (error) {
    release(open, unlock)
    throw error
  }
}

/** The writer last: whoever closes last moves the log into the file, and a reader could not. */
function release(open: readonly SqliteConnection[], unlock: () => void): void {
  for (const connection of open.toReversed()) connection.close()
  unlock()
}

function prepareFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Failure('making the data folder', false, error)
  }
  return lockWriter(folder)
}

function keep(open: SqliteConnection[], connection: SqliteConnection): SqliteConnection {
  open.push(connection)
  return connection
}

function storeOf(
  file: string,
  writer: SqliteConnection | null,
  reader: SqliteConnection,
  connect: () => SqliteConnection,
  end: () => void,
): Store {
  const leased = new Set<SqliteConnection>()
  const insideWrite = new AsyncLocalStorage<{ open: boolean }>()
  let writing: Promise<unknown> = Promise.resolve()
  let closed = false

  const reads: ReadAccess = {
    db: reader.db,
    snapshot: (read) => reader.db.transaction().execute(read),
    async *iterate(read) {
      const connection = connect()
      leased.add(connection)
      try {
        connection.raw.exec('begin')
        let since = performance.now()
        for await (const row of read(connection.db)) {
          yield row
          if (performance.now() - since < BREATH_MS) continue
          await breath()
          since = performance.now()
        }
      } finally {
        leased.delete(connection)
        connection.close()
      }
    },
  }

  return {
    ...storeReads(reads),
    write: async (work) => {
      if (!writer) throw new Failure('writing the store', false, 'it was opened only for reading')
      if (closed) throw new Failure('writing the store', false, 'it is closed')
      if (insideWrite.getStore()?.open) throw new Error('a write within a write would wait for itself')
      const here = { open: true }
      const done = writer.db
        .transaction()
        .execute((tx) => insideWrite.run(here, () => work(storeWrites(tx))))
        .finally(() => {
          here.open = false
          return breath()
        })
      writing = Promise.allSettled([writing, done])
      return done
    },
    check: () => checkStore(file, reader),
    backup: (target) => backUp(connect, target),
    close: async () => {
      if (closed) return
      closed = true
      await writing
      for (const connection of leased) connection.close()
      end()
    },
  }
}
