// Inserts many rows by one statement, compiled once per table and number of rows: the store's hot path.
import type { CompiledQuery, Insertable } from 'kysely'
import type { Db, Tables } from './tables.ts'

/** Rows of one statement, largest first: any number of rows is made of few different statements, which stay prepared. */
const STATEMENT_ROWS = [64, 8, 1] as const

/** What happens to a row whose key is there already. */
export type OnConflict<T extends keyof Tables> =
  | 'keep'
  | {
      readonly key: readonly (keyof Tables[T] & string)[]
      readonly replace: readonly (keyof Tables[T] & string)[]
    }

/** Compiled statements by connection: the same insert compiles differently for another database. */
const compiledBy = new WeakMap<object, Map<string, CompiledQuery>>()

/** Inserts `rows`, which must all name the same columns in the same order; returns how many were written. */
export async function insertRows<T extends keyof Tables & string>(
  db: Db,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
  onConflict: OnConflict<T>,
): Promise<number> {
  let written = 0
  for (let start = 0; start < rows.length; ) {
    const left = rows.length - start
    const count = STATEMENT_ROWS.find((size) => size <= left) ?? 1
    const some = rows.slice(start, start + count)
    const statement = statementFor(db, table, some, onConflict)
    const parameters = some.flatMap((row) => Object.values(row))
    const result = await db.executeQuery({ ...statement, parameters })
    written += Number(result.numAffectedRows ?? 0)
    start += count
  }
  return written
}

function statementFor<T extends keyof Tables & string>(
  db: Db,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
  onConflict: OnConflict<T>,
): CompiledQuery {
  const { adapter } = db.getExecutor()
  const compiled = compiledBy.get(adapter) ?? new Map<string, CompiledQuery>()
  compiledBy.set(adapter, compiled)
  const columns = Object.keys(rows[0]!)
  const name = `${table}(${columns})*${rows.length}:${JSON.stringify(onConflict)}`
  let statement = compiled.get(name)
  if (!statement) {
    // biome-ignore lint/suspicious/noExplicitAny: the table's name is a variable here, so kysely's types give up.
    const insert = db.insertInto(table as any).values(rows as any)
    statement = insert
      .onConflict((conflict) =>
        onConflict === 'keep'
          ? conflict.doNothing()
          : conflict
              // biome-ignore lint/suspicious/noExplicitAny: as above.
              .columns(onConflict.key as any)
              // biome-ignore lint/suspicious/noExplicitAny: as above.
              .doUpdateSet((eb: any) =>
                Object.fromEntries(
                  onConflict.replace.map((column) => [column, eb.ref(`excluded.${column}`)]),
                ),
              ),
      )
      .compile() as CompiledQuery
    compiled.set(name, statement)
  }
  return statement
}
