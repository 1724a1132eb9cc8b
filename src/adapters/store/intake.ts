// What stands between a source and a read message: cursors, tasks, sightings, pending and quarantine.
import { randomInt } from 'node:crypto'
import type { ListId } from '../../core/model/ids.ts'
import type { Instant } from '../../core/model/time.ts'
import type { MailPlace } from '../../ports/mail-source.ts'
import type {
  PendingMail,
  QuarantinedMail,
  SightedMail,
  Sighting,
  StoreWrites,
  Task,
  TaskKind,
} from '../../ports/store.ts'
import { insertRows } from './insert-rows.ts'
import { dropRaw, saveRaws } from './raws.ts'
import { fullIds, saveLongIds, sha256, shortKey } from './short-key.ts'
import type { Db, Tables } from './tables.ts'

export async function loadMeta(db: Db, key: string): Promise<string | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', shortKey(key)).executeTakeFirst()
  return row?.value ?? null
}

export async function saveMeta(db: Db, key: string, value: string): Promise<void> {
  await insertRows(db, 'meta', [{ key: shortKey(key), value }], { key: ['key'], replace: ['value'] })
}

export async function loadCursor(db: Db, source: string): Promise<string | null> {
  const rows = db.selectFrom('cursors').select('cursor').where('source', '=', shortKey(source))
  return (await rows.executeTakeFirst())?.cursor ?? null
}

export async function saveCursor(db: Db, source: string, cursor: string): Promise<void> {
  await insertRows(db, 'cursors', [{ source: shortKey(source), cursor }], {
    key: ['source'],
    replace: ['cursor'],
  })
}

/** Oldest first; of one kind when `kind` is given. */
export async function loadTasks(db: Db, limit: number, kind?: TaskKind): Promise<Task[]> {
  let rows = db.selectFrom('tasks').select(['kind', 'key', 'turn']).orderBy('seq').limit(limit)
  if (kind) rows = rows.where('kind', '=', kind)
  return (await rows.execute()) as Task[]
}

export async function loadTask(db: Db, kind: TaskKind, key: string): Promise<Task | null> {
  const rows = db.selectFrom('tasks').select(['kind', 'key', 'turn'])
  return (
    ((await rows.where('kind', '=', kind).where('key', '=', key).executeTakeFirst()) as Task | undefined) ??
    null
  )
}

export async function countTasks(db: Db, kind: TaskKind): Promise<number> {
  const rows = db.selectFrom('tasks').select((eb) => eb.fn.countAll<number>().as('n'))
  return Number((await rows.where('kind', '=', kind).executeTakeFirst())?.n ?? 0)
}

/**
 * A task that waits already gets a new turn, so that a worker busy with the older one can't take it away. Turns are
 * random, not counted: a count would start again when the row is gone, while the older turn's job may still run.
 */
export async function saveTasks(db: Db, tasks: readonly Task[]): Promise<Task[]> {
  const rows = new Map<string, { kind: TaskKind; key: string; turn: number }>()
  for (const { kind, key } of tasks) rows.set(`${kind} ${key}`, { kind, key, turn: randomInt(2 ** 47) })
  const saved = [...rows.values()]
  await insertRows(db, 'tasks', saved, { key: ['kind', 'key'], replace: ['turn'] })
  return saved
}

export async function removeTask(db: Db, task: Task): Promise<void> {
  let rows = db.deleteFrom('tasks').where('kind', '=', task.kind).where('key', '=', task.key)
  if (task.turn !== undefined) rows = rows.where('turn', '=', task.turn)
  await rows.execute()
}

export async function removeTasks(db: Db, kind: TaskKind): Promise<void> {
  await db.deleteFrom('tasks').where('kind', '=', kind).execute()
}

/** The id of whatever was met at a place: the first 128 bits of the place's SHA-256. */
function placeId(place: MailPlace): string {
  return sha256(JSON.stringify([place.source, place.mailbox, place.validity, place.key])).slice(0, 32)
}

/** The pending id, or null when something was met at this place before. */
export async function savePending(
  db: Db,
  mail: Parameters<StoreWrites['addPending']>[0],
): Promise<string | null> {
  const { hash } = mail
  const sighting = sightingOf(mail, { kept: 0, list: null })
  if ((await insertRows(db, 'sightings', [sighting], 'keep')) === 0) return null
  await saveRaws(db, [mail])
  const { id } = sighting
  const pending = { id, hash, stored_at: mail.storedAt, tries: 0, live: mail.live ? 1 : 0 }
  await insertRows(db, 'pending', [{ ...pending, quarantined_at: null, reason: null }], 'keep')
  return id
}

/** For mails that were read before they were stored. What was met at a known place is passed over. */
export async function saveSighted(db: Db, mails: readonly SightedMail[]): Promise<void> {
  const sightings = new Map<string, { mail: SightedMail; row: Tables['sightings'] }>()
  for (const mail of mails) {
    const row = sightingOf(mail, { kept: 1, list: mail.list })
    if (!sightings.has(row.id)) sightings.set(row.id, { mail, row })
  }
  for (const id of await knownPlaces(db, [...sightings.keys()])) sightings.delete(id)
  const found = [...sightings.values()]
  await saveRaws(
    db,
    found.map(({ mail }) => mail),
  )
  await insertRows(
    db,
    'sightings',
    found.map(({ row }) => row),
    'keep',
  )
}

const sightingOf = (
  { place, hash, receivedAt }: Pick<SightedMail, 'place' | 'hash' | 'receivedAt'>,
  outcome: { kept: number; list: ListId | null },
) => {
  const { source, mailbox, validity, key } = place
  return { id: placeId(place), source, mailbox, validity, key, hash, received_at: receivedAt, ...outcome }
}

async function knownPlaces(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('sightings').select('id').where('id', 'in', ids).execute()
  return rows.map((row) => row.id)
}

export async function loadPending(db: Db, id: string): Promise<PendingMail | null> {
  const row = await pendingRows(db)
    .where('pending.id', '=', id)
    .where('quarantined_at', 'is', null)
    .executeTakeFirst()
  return row ? pendingOf(row) : null
}

/** Oldest first. */
export async function loadQuarantined(db: Db): Promise<QuarantinedMail[]> {
  const rows = await pendingRows(db)
    .where('quarantined_at', 'is not', null)
    .orderBy('quarantined_at')
    .orderBy('pending.id')
    .execute()
  return rows.map((row) => ({
    ...pendingOf(row),
    reason: row.reason ?? '',
    quarantinedAt: row.quarantined_at ?? 0,
  }))
}

const pendingRows = (db: Db) =>
  db
    .selectFrom('pending')
    .innerJoin('sightings', 'sightings.id', 'pending.id')
    .select(['pending.id', 'pending.hash', 'stored_at', 'tries', 'live', 'quarantined_at', 'reason'])
    .select(['source', 'mailbox', 'validity', 'key', 'received_at'])

type PendingRow = Awaited<ReturnType<ReturnType<typeof pendingRows>['execute']>>[number]

const pendingOf = (row: PendingRow): PendingMail => ({
  id: row.id,
  hash: row.hash,
  place: { source: row.source, mailbox: row.mailbox, validity: row.validity, key: row.key },
  receivedAt: row.received_at,
  storedAt: row.stored_at,
  tries: row.tries,
  live: row.live === 1,
})

/** The number of this try, from 1; 0 when nothing with this id is pending. */
export async function countTry(db: Db, id: string): Promise<number> {
  const row = await db
    .updateTable('pending')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .where('quarantined_at', 'is', null)
    .returning('tries')
    .executeTakeFirst()
  return row?.tries ?? 0
}

/** Ends a pending or quarantined row. Without `keepRaw` the raw mail goes too, unless another row or message needs it. */
export async function settlePending(
  db: Db,
  id: string,
  outcome: { keepRaw: boolean; list: ListId | null },
): Promise<void> {
  const row = await db.deleteFrom('pending').where('id', '=', id).returning('hash').executeTakeFirst()
  if (!row) return
  const kept = outcome.keepRaw ? 1 : 0
  await db.updateTable('sightings').set({ kept, list: outcome.list }).where('id', '=', id).execute()
  if (!outcome.keepRaw) await dropRaw(db, row.hash)
}

/** A mail that is in quarantine already stays there with its first reason. */
export async function quarantine(db: Db, id: string, reason: string, at: Instant): Promise<void> {
  await db
    .updateTable('pending')
    .set({ quarantined_at: at, reason })
    .where('id', '=', id)
    .where('quarantined_at', 'is', null)
    .execute()
}

export async function retryQuarantined(db: Db, id: string): Promise<boolean> {
  const result = await db
    .updateTable('pending')
    .set({ quarantined_at: null, reason: null, tries: 0 })
    .where('id', '=', id)
    .where('quarantined_at', 'is not', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function countDropped(db: Db, reason: string, mails = 1): Promise<void> {
  const key = shortKey(reason)
  if ((await insertRows(db, 'dropped', [{ reason: key, count: mails }], 'keep')) > 0)
    return saveLongIds(db, [reason])
  await db
    .updateTable('dropped')
    .set((eb) => ({ count: eb('count', '+', mails) }))
    .where('reason', '=', key)
    .execute()
}

/** In order of reason. */
export async function loadDropped(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('dropped').selectAll().orderBy('reason').execute()
  const reasons = await fullIds(
    db,
    rows.map((row) => row.reason),
  )
  return new Map(rows.map((row, n) => [reasons[n]!, row.count]))
}

/** In order of place. */
export async function loadSightings(db: Db, hash: string): Promise<Sighting[]> {
  const rows = await db
    .selectFrom('sightings')
    .selectAll()
    .where('hash', '=', hash)
    .orderBy('source')
    .orderBy('mailbox')
    .orderBy('validity')
    .orderBy('key')
    .execute()
  return rows.map((row) => ({
    hash: row.hash,
    place: { source: row.source, mailbox: row.mailbox, validity: row.validity, key: row.key },
    list: row.list as ListId | null,
    receivedAt: row.received_at,
  }))
}
