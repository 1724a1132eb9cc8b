// Brings a database to the newest schema, in one transaction; refuses one that a newer Dibs has written.
import { sql } from 'kysely'
import { Failure } from '../../ports/failure.ts'
import { type ColumnTypes, SCHEMA_STEPS } from './schema.ts'
import type { Db } from './tables.ts'

/** The schema's version in the database, 0 when there is none yet. */
export async function schemaVersion(db: Db): Promise<number> {
  const tables = await db.introspection.getTables()
  if (!tables.some((table) => table.name === 'schema_version')) return 0
  const row = await db.selectFrom('schema_version').select('version').executeTakeFirst()
  return row?.version ?? 0
}

/** Runs the missing steps. Throws Failure when the database is newer than this program. */
export async function migrate(db: Db, types: ColumnTypes): Promise<void> {
  const version = await schemaVersion(db)
  refuseNewer(version)
  if (version === SCHEMA_STEPS.length) return
  await db.transaction().execute(async (tx) => {
    for (const step of SCHEMA_STEPS.slice(version)) {
      for (const statement of step(types)) await sql.raw(statement).execute(tx)
    }
    await sql.raw(`create table if not exists schema_version (version ${types.integer} not null)`).execute(tx)
    await tx.deleteFrom('schema_version').execute()
    await tx.insertInto('schema_version').values({ version: SCHEMA_STEPS.length }).execute()
  })
}

/** Throws Failure unless the schema is exactly the one this program reads: for stores opened read-only. */
export async function requireSchema(db: Db): Promise<void> {
  const version = await schemaVersion(db)
  refuseNewer(version)
  if (version < SCHEMA_STEPS.length) {
    const state = version === 0 ? 'it holds no data yet' : 'it was written by an older dibs'
    throw new Failure('opening the store', false, `${state}: start dibs once to bring it up`)
  }
}

/** Throws Failure unless this program can read the schema, or bring it up to what it reads. */
export async function requireReadable(db: Db): Promise<void> {
  const version = await schemaVersion(db)
  refuseNewer(version)
  if (version === 0) throw new Failure('opening the store', false, 'the file holds no store')
}

function refuseNewer(version: number): void {
  if (version <= SCHEMA_STEPS.length) return
  throw new Failure(
    'opening the store',
    false,
    `it was written by a newer dibs (schema ${version}, this one knows ${SCHEMA_STEPS.length})`,
  )
}
