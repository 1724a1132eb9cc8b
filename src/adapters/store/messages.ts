// Messages as read, with their references and series keys.
import type { ListId, MessageId } from '../../core/model/ids.ts'
import type { MessageCopy, PackedReading, StoredMessage, ThreadNodeRow } from '../../ports/store.ts'
import { insertRows } from './insert-rows.ts'
import { packReading, unpackReading } from './pack-reading.ts'
import { saveLongIds, shortKey } from './short-key.ts'
import type { Db, Tables } from './tables.ts'

const PAGE = 500

type MessageRow = Tables['messages']

/**
 * Writes messages, no id twice, or puts them in the place of what was stored under their ids. The reading of one with
 * `packed` need only hold id, time, references and series.
 */
export async function saveMessages(
  db: Db,
  many: readonly { readonly message: StoredMessage; readonly packed?: PackedReading }[],
): Promise<void> {
  const rows = many.map(({ message, packed }) => rowOf(message, packed ?? packReading(message.reading)))
  await forgetEdges(db, await knownKeys(db, rows))
  await insertRows(db, 'messages', rows, {
    key: ['id'],
    replace: ['at', 'hash', 'rules', 'node', 'copies', 'reading'],
  })
  const edges: Tables['message_references'][] = []
  const series: Tables['message_series'][] = []
  const ids: string[] = []
  for (const { message: stored } of many) {
    const id = shortKey(stored.id)
    const { references } = stored.reading.message
    for (const ancestor of new Set(references.map(shortKey)))
      if (ancestor !== id) edges.push({ message: id, ancestor })
    for (const key of new Set(stored.reading.series.map(shortKey))) series.push({ message: id, series: key })
    ids.push(stored.id, ...references)
  }
  await insertRows(db, 'message_references', edges, 'keep')
  await insertRows(db, 'message_series', series, 'keep')
  await saveLongIds(db, ids)
}

const rowOf = (stored: StoredMessage, packed: PackedReading): MessageRow => ({
  id: shortKey(stored.id),
  at: stored.reading.message.at,
  hash: stored.hash,
  rules: stored.rules,
  node: packed.node,
  copies: JSON.stringify(stored.copies),
  reading: packed.reading,
})

async function knownKeys(db: Db, rows: readonly MessageRow[]): Promise<string[]> {
  const known: string[] = []
  for (let start = 0; start < rows.length; start += PAGE) {
    const some = rows.slice(start, start + PAGE).map((row) => row.id)
    const found = await db.selectFrom('messages').select('id').where('id', 'in', some).execute()
    for (const row of found) known.push(row.id)
  }
  return known
}

/** What was read from these messages before may name other references and series. */
async function forgetEdges(db: Db, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await db.deleteFrom('message_references').where('message', '=', key).execute()
    await db.deleteFrom('message_series').where('message', '=', key).execute()
  }
}

export async function loadMessage(db: Db, id: MessageId): Promise<StoredMessage | null> {
  const row = await db.selectFrom('messages').selectAll().where('id', '=', shortKey(id)).executeTakeFirst()
  return row ? storedOf(row) : null
}

/** The known ones among `ids`, in order of (event time, id). */
export async function loadMessages(db: Db, ids: readonly MessageId[]): Promise<StoredMessage[]> {
  const rows: MessageRow[] = []
  const keys = [...new Set(ids.map(shortKey))]
  for (let start = 0; start < keys.length; start += PAGE) {
    const some = keys.slice(start, start + PAGE)
    rows.push(...(await db.selectFrom('messages').selectAll().where('id', 'in', some).execute()))
  }
  return rows.sort(byTimeAndId).map(storedOf)
}

/** Every message, in order of (event time, id), a page at a time. */
export async function* loadAllMessages(db: Db): AsyncGenerator<StoredMessage> {
  let last: { at: number; id: string } | null = null
  for (;;) {
    let query = db.selectFrom('messages').selectAll().orderBy('at').orderBy('id').limit(PAGE)
    if (last) {
      const { at, id }: { at: number; id: string } = last
      query = query.where((eb) => eb.or([eb('at', '>', at), eb.and([eb('at', '=', at), eb('id', '>', id)])]))
    }
    const rows: MessageRow[] = await query.execute()
    for (const row of rows) yield storedOf(row)
    if (rows.length < PAGE) return
    last = rows.at(-1)!
  }
}

/** What threading needs of the known ones among `ids`, in order of (event time, id). */
export async function loadNodes(db: Db, ids: readonly MessageId[]): Promise<ThreadNodeRow[]> {
  const rows: { id: string; at: number; node: string }[] = []
  const keys = [...new Set(ids.map(shortKey))]
  for (let start = 0; start < keys.length; start += PAGE) {
    const some = keys.slice(start, start + PAGE)
    rows.push(
      ...(await db.selectFrom('messages').select(['id', 'at', 'node']).where('id', 'in', some).execute()),
    )
  }
  return rows.sort(byTimeAndId).map((row) => JSON.parse(row.node) as ThreadNodeRow)
}

/** The same of every message, in order of key, a page at a time. */
export async function* loadAllNodes(db: Db): AsyncGenerator<ThreadNodeRow> {
  let last = ''
  for (;;) {
    const query = db.selectFrom('messages').select(['id', 'node']).orderBy('id').limit(PAGE)
    const rows = await query.where('id', '>', last).execute()
    for (const row of rows) yield JSON.parse(row.node) as ThreadNodeRow
    if (rows.length < PAGE) return
    last = rows.at(-1)!.id
  }
}

/** As SQL sorts: by time, then by the bytes of the key. */
const byTimeAndId = (a: { at: number; id: string }, b: { at: number; id: string }): number =>
  a.at - b.at || Buffer.compare(Buffer.from(a.id), Buffer.from(b.id))

export async function countMessages(db: Db): Promise<number> {
  const row = await db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** Lists on which any copy was seen, in alphabetical order. */
export async function loadListsOf(db: Db, id: MessageId): Promise<ListId[]> {
  const row = await db
    .selectFrom('messages')
    .select('copies')
    .where('id', '=', shortKey(id))
    .executeTakeFirst()
  if (!row) return []
  const copies = JSON.parse(row.copies) as MessageCopy[]
  const lists = new Set<string>(copies.flatMap((copy) => copy.lists))
  const hashes = copies.map((copy) => copy.hash)
  for (let start = 0; start < hashes.length; start += PAGE) {
    const some = hashes.slice(start, start + PAGE)
    const rows = await db
      .selectFrom('sightings')
      .select('list')
      .distinct()
      .where('hash', 'in', some)
      .execute()
    for (const { list } of rows) if (list !== null) lists.add(list)
  }
  return [...lists].sort() as ListId[]
}

const storedOf = (row: MessageRow): StoredMessage => {
  const reading = unpackReading(row.reading)
  return {
    id: reading.message.id,
    hash: row.hash,
    reading,
    rules: row.rules,
    copies: JSON.parse(row.copies) as MessageCopy[],
  }
}
