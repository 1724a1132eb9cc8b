// Index keys of bounded length. Message-IDs and paths may be kilobytes long; an index entry may not
// (PostgreSQL: 2,704 bytes), so a long text is known by its start and its SHA-256.
import { hash } from 'node:crypto'
import type { Db } from './tables.ts'

const LONGEST = 250
const HASHED_LENGTH = 252

/** `text` itself up to 250 UTF-16 units, else its first 180 and `#sha256:` with the digest: always 252 long. */
export function shortKey(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, 180)}#sha256:${sha256(text)}`
}

/** Lower-case hex SHA-256 of the text (UTF-16 units when it is not well-formed) or bytes. */
export function sha256(data: string | Uint8Array): string {
  const exact = typeof data === 'string' && !data.isWellFormed() ? Buffer.from(data, 'utf16le') : data
  return hash('sha256', exact)
}

/** Remembers the ids that `shortKey` shortened, so that `fullIds` can give them back. */
export async function saveLongIds(db: Db, ids: Iterable<string>): Promise<void> {
  for (const id of ids) {
    if (id.length <= LONGEST) continue
    await db
      .insertInto('long_ids')
      .values({ key: shortKey(id), id })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** The ids behind keys, in the same order. */
export async function fullIds(db: Db, keys: readonly string[]): Promise<string[]> {
  const full: string[] = []
  for (const key of keys) {
    if (key.length !== HASHED_LENGTH) full.push(key)
    else {
      const row = await db.selectFrom('long_ids').select('id').where('key', '=', key).executeTakeFirst()
      full.push(row?.id ?? key)
    }
  }
  return full
}
