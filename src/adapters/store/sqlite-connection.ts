// One connection to an SQLite file, shaped for kysely. The only file with SQL that only SQLite understands.
// Statements are kept prepared, text goes through safe-text, errors come out as Failures.
import { existsSync, statSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { Failure } from '../../ports/failure.ts'
import { fromSafeText, toSafeText } from './safe-text.ts'
import type { ColumnTypes } from './schema.ts'
import { sqliteFailure } from './sqlite-failure.ts'
import type { Tables } from './tables.ts'

export const SQLITE_TYPES: ColumnTypes = {
  text: 'text',
  integer: 'integer',
  blob: 'blob',
  counter: 'integer primary key autoincrement',
  jsonText: (column, path) => `json_extract(${column}, '$.${path.join('.')}')`,
}

const BUSY_TIMEOUT_MS = 5000
const STATEMENTS_KEPT = 1000

export interface SqliteConnection {
  readonly db: Kysely<Tables>
  readonly raw: DatabaseSync
  /** Reads the whole file; the first damage found, in SQLite's words, or null. */
  damage(): string | null
  close(): void
}

/** A connection that writes: WAL, fsync at every commit, foreign keys; refuses when the file won't have that. */
export function openWriter(file: string): SqliteConnection {
  return open(file, 'writing the store', false, (raw) => {
    raw.exec('pragma page_size = 16384')
    raw.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
    raw.exec('pragma journal_size_limit = 67108864; pragma cache_size = -16384')
    const is = (pragma: string) => Object.values(raw.prepare(`pragma ${pragma}`).get() ?? {})[0]
    if (is('journal_mode') !== 'wal' || is('synchronous') !== 2 || is('foreign_keys') !== 1) {
      throw new Failure(
        'opening the store',
        false,
        `${file} can't be set to WAL with full synchronous commits`,
      )
    }
  })
}

/** A connection that only reads what is committed. */
export function openReader(file: string): SqliteConnection {
  return openForReading(file)
}

/**
 * The same for a process that has no writer beside it: where the folder is read-only, WAL can't make its shared
 * memory, so a file without a log to replay is read as one that never changes.
 */
export function openFrozenReader(file: string): SqliteConnection {
  if (!existsSync(file)) throw new Failure('opening the store', false, `there is no store at ${file}`)
  try {
    return openForReading(file)
  } catch (error) {
    const log = `${file}-wal`
    if (existsSync(log) && statSync(log).size > 0) throw error
    const frozen = pathToFileURL(file)
    frozen.searchParams.set('immutable', '1')
    return openForReading(frozen)
  }
}

function openForReading(file: string | URL): SqliteConnection {
  return open(file, 'reading the store', true, (raw) => {
    raw.exec('pragma query_only = on; pragma cache_size = -8192')
    // Opening is lazy: the first look at the file finds out whether it is a database at all.
    raw.prepare('select count(*) from sqlite_schema').get()
  })
}

function open(
  file: string | URL,
  doing: string,
  readOnly: boolean,
  set: (raw: DatabaseSync) => void,
): SqliteConnection {
  let raw: DatabaseSync | undefined
  try {
    raw = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, readOnly })
    set(raw)
    const connection = raw
    const db = new Kysely<Tables>({
      dialect: new SqliteDialect({ database: shaped(connection, doing, readOnly) }),
    })
    const damage = () => guardedBy(doing, () => firstDamage(connection))
    return { db, raw, damage, close: () => connection.isOpen && connection.close() }
  } catch (error) {
    raw?.close()
    throw sqliteFailure('opening the store', error)
  }
}

function firstDamage(raw: DatabaseSync): string | null {
  const [row] = raw.prepare('pragma integrity_check(1)').all()
  const found = String(row?.['integrity_check'])
  return found === 'ok' ? null : found
}

function guardedBy<T>(doing: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw sqliteFailure(doing, error)
  }
}

/** What kysely's SQLite dialect needs of a database. */
function shaped(raw: DatabaseSync, doing: string, readOnly: boolean): SqliteDatabase {
  const kept = new Map<string, { statement: StatementSync; reader: boolean }>()
  let inTransaction = false

  const prepared = (sql: string) => {
    let entry = kept.get(sql)
    if (!entry) {
      const statement = raw.prepare(sql)
      entry = { statement, reader: statement.columns().length > 0 }
      if (kept.size >= STATEMENTS_KEPT) kept.delete(kept.keys().next().value as string)
      kept.set(sql, entry)
    }
    return entry
  }
  const guarded = <T>(run: () => T): T => {
    // Some errors (SQLITE_FULL) end the transaction behind our back: what followed would commit by itself.
    if (inTransaction && !raw.isTransaction) {
      throw new Failure(doing, true, 'an earlier error of this transaction has undone it')
    }
    return guardedBy(doing, run)
  }
  const control = (sql: string): boolean => {
    if (sql === 'begin') {
      // A read that later wants to write fails at once whatever the timeout: take the write lock at the start.
      guarded(() => raw.exec(readOnly ? 'begin' : 'begin immediate'))
      inTransaction = true
    } else if (sql === 'commit') {
      guarded(() => raw.exec('commit'))
      inTransaction = false
    } else if (sql === 'rollback') {
      inTransaction = false
      if (raw.isTransaction) guarded(() => raw.exec('rollback'))
    } else return false
    return true
  }

  return {
    prepare: (sql) => {
      if (control(sql))
        return { reader: false, run: () => NOTHING, all: () => [], iterate: () => [].values() }
      const { statement, reader } = guarded(() => prepared(sql))
      return {
        reader,
        all: (values) => guarded(() => restored(statement.all(...bound(values)))),
        run: (values) => guarded(() => statement.run(...bound(values))),
        iterate: () => [].values(),
      }
    },
    close: () => raw.close(),
  }
}

const NOTHING = { changes: 0, lastInsertRowid: 0 }

const bound = (values: readonly unknown[]): SQLInputValue[] =>
  values.map((value) => (typeof value === 'string' ? toSafeText(value) : (value as SQLInputValue)))

function restored(rows: Record<string, unknown>[]): unknown[] {
  for (const row of rows) {
    for (const column in row) {
      const value = row[column]
      if (typeof value === 'string') row[column] = fromSafeText(value)
    }
  }
  return rows
}
