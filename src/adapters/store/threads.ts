// Threads and what they are tied to: the graph of References, places, links, and their ways back from entries.
import type { EntryId, MessageId, ThreadId } from '../../core/model/ids.ts'
import type { ThreadLink, ThreadPlace } from '../../core/model/link.ts'
import type { Reading } from '../../core/model/reading.ts'
import type { LinkedThread, LinkRecord } from '../../ports/store.ts'
import { insertRows } from './insert-rows.ts'
import { unpackReading } from './pack-reading.ts'
import { fullIds, saveLongIds, shortKey } from './short-key.ts'
import type { Db } from './tables.ts'

const PAGE = 500

/**
 * All ids joined to `id` by References in either direction, transitively, ghosts included, `id` first, then in the
 * order they are met. Walks in waves, so that a thread of ten thousand mails costs a few statements a wave.
 */
export async function loadComponent(db: Db, id: MessageId): Promise<MessageId[]> {
  const met = new Set([shortKey(id)])
  let wave = [...met]
  while (wave.length > 0) {
    const next: string[] = []
    for (let start = 0; start < wave.length; start += PAGE) {
      const some = wave.slice(start, start + PAGE)
      const up = await db
        .selectFrom('message_references')
        .select('ancestor as id')
        .where('message', 'in', some)
        .execute()
      const down = await db
        .selectFrom('message_references')
        .select('message as id')
        .where('ancestor', 'in', some)
        .execute()
      for (const found of [...up, ...down]) {
        if (met.has(found.id)) continue
        met.add(found.id)
        next.push(found.id)
      }
    }
    wave = next
  }
  const [, ...others] = met
  return [id, ...(await fullIds(db, others))] as MessageId[]
}

export async function savePlaces(db: Db, places: readonly ThreadPlace[]): Promise<void> {
  const rows = new Map<string, { message: string; thread: string; parent: string | null }>()
  for (const { message, thread, parent } of places) {
    const key = shortKey(message)
    rows.set(key, {
      message: key,
      thread: shortKey(thread),
      parent: parent === null ? null : shortKey(parent),
    })
  }
  await insertRows(db, 'places', [...rows.values()], { key: ['message'], replace: ['thread', 'parent'] })
  await saveLongIds(
    db,
    places.flatMap(({ message, thread, parent }) => [message, thread, parent ?? '']),
  )
}

export async function loadPlace(db: Db, id: MessageId): Promise<ThreadPlace | null> {
  const row = await db.selectFrom('places').selectAll().where('message', '=', shortKey(id)).executeTakeFirst()
  if (!row) return null
  const [thread, parent] = await fullIds(db, row.parent === null ? [row.thread] : [row.thread, row.parent])
  return { message: id, thread: thread as ThreadId, parent: (parent ?? null) as MessageId | null }
}

/** Stored messages in order of (event time, id), then placed ghosts by id. */
export async function loadThreadMembers(db: Db, thread: ThreadId): Promise<MessageId[]> {
  const rows = await db
    .selectFrom('places')
    .leftJoin('messages', 'messages.id', 'places.message')
    .select(['places.message', 'messages.at'])
    .where('thread', '=', shortKey(thread))
    .orderBy((eb) => eb.case().when('messages.at', 'is', null).then(1).else(0).end())
    .orderBy('messages.at')
    .orderBy('places.message')
    .execute()
  return (await fullIds(
    db,
    rows.map((row) => row.message),
  )) as MessageId[]
}

/** In order of id. */
export async function loadThreadsOfSeries(db: Db, series: readonly string[]): Promise<ThreadId[]> {
  const threads = new Set<string>()
  const keys = [...new Set(series.map(shortKey))]
  for (let start = 0; start < keys.length; start += PAGE) {
    const rows = await db
      .selectFrom('message_series')
      .innerJoin('places', 'places.message', 'message_series.message')
      .select('thread')
      .distinct()
      .where('series', 'in', keys.slice(start, start + PAGE))
      .execute()
    for (const row of rows) threads.add(row.thread)
  }
  return (await fullIds(db, [...threads].sort())) as ThreadId[]
}

export async function saveLink(db: Db, link: ThreadLink, rules: string): Promise<void> {
  const thread = shortKey(link.thread)
  const row = { thread, entry: link.entry, triage: link.triage ? 1 : 0, rules, link: JSON.stringify(link) }
  if ((await insertRows(db, 'links', [row], 'keep')) === 0) {
    await db.updateTable('links').set(row).where('thread', '=', thread).execute()
    await db.deleteFrom('link_signals').where('thread', '=', thread).execute()
  }
  await saveLongIds(db, [link.thread])
  const entries = new Set(link.signals.flatMap((signal) => signal.entry ?? []))
  if (link.movedBy?.from) entries.add(link.movedBy.from)
  await insertRows(
    db,
    'link_signals',
    Array.from(entries, (entry) => ({ thread, entry })),
    'keep',
  )
}

export async function removeLink(db: Db, thread: ThreadId): Promise<void> {
  await db.deleteFrom('link_signals').where('thread', '=', shortKey(thread)).execute()
  await db.deleteFrom('links').where('thread', '=', shortKey(thread)).execute()
}

export async function loadLink(db: Db, thread: ThreadId): Promise<LinkRecord | null> {
  const row = await db
    .selectFrom('links')
    .selectAll()
    .where('thread', '=', shortKey(thread))
    .executeTakeFirst()
  return row ? { link: JSON.parse(row.link), rules: row.rules } : null
}

/** In order of thread, a page at a time. */
export async function* loadLinks(db: Db): AsyncGenerator<LinkRecord> {
  let last = ''
  for (;;) {
    const rows = await db
      .selectFrom('links')
      .selectAll()
      .where('thread', '>', last)
      .orderBy('thread')
      .limit(PAGE)
      .execute()
    for (const row of rows) yield { link: JSON.parse(row.link), rules: row.rules }
    if (rows.length < PAGE) return
    last = rows.at(-1)!.thread
  }
}

/** Threads tied to the entry themselves or by a signal in them, in order of id. */
export async function loadThreadsOfEntry(db: Db, entry: EntryId): Promise<ThreadId[]> {
  const rows = await db
    .selectFrom('links')
    .select('thread')
    .where('entry', '=', entry)
    .union(db.selectFrom('link_signals').select('thread').where('entry', '=', entry))
    .orderBy('thread')
    .execute()
  return (await fullIds(
    db,
    rows.map((row) => row.thread),
  )) as ThreadId[]
}

/** The same threads in the same order, with their links and all that was read from their stored mails. */
export async function loadLinkedThreads(db: Db, entry: EntryId): Promise<LinkedThread[]> {
  const links = await db
    .selectFrom('links')
    .select(['thread', 'link'])
    .where('entry', '=', entry)
    .union(
      db
        .selectFrom('link_signals')
        .innerJoin('links', 'links.thread', 'link_signals.thread')
        .select(['links.thread', 'links.link'])
        .where('link_signals.entry', '=', entry),
    )
    .orderBy('thread')
    .execute()
  const members = new Map<string, Reading[]>(links.map(({ thread }) => [thread, []]))
  const keys = [...members.keys()]
  for (let start = 0; start < keys.length; start += PAGE) {
    const rows = await db
      .selectFrom('places')
      .innerJoin('messages', 'messages.id', 'places.message')
      .select(['places.thread', 'messages.reading'])
      .where('places.thread', 'in', keys.slice(start, start + PAGE))
      .orderBy('messages.at')
      .orderBy('messages.id')
      .execute()
    for (const row of rows) members.get(row.thread)?.push(unpackReading(row.reading))
  }
  return links.map(({ thread, link }) => ({ link: JSON.parse(link), members: members.get(thread)! }))
}

/** In order of thread. */
export async function loadTriage(db: Db): Promise<ThreadLink[]> {
  const rows = await db.selectFrom('links').select('link').where('triage', '=', 1).orderBy('thread').execute()
  return rows.map((row) => JSON.parse(row.link) as ThreadLink)
}

/** Drops places, links and standings. */
export async function clearDerived(db: Db): Promise<void> {
  for (const table of ['places', 'link_signals', 'links', 'standings'] as const)
    await db.deleteFrom(table).execute()
}
