// The outbox: every mail Dibs wants to send, once per dedupe key, moved from state to state by compare-and-set.
import type { MessageId, ThreadId } from '../../core/model/ids.ts'
import type { Instant } from '../../core/model/time.ts'
import type { OutboxMail, OutboxState, StoreWrites } from '../../ports/store.ts'
import { insertRows } from './insert-rows.ts'
import { shortKey } from './short-key.ts'
import type { Db, Tables } from './tables.ts'

/** States of a mail that has left, or may have. */
const LEFT: readonly OutboxState[] = ['sending', 'sent', 'seen', 'unknown']

export async function addOutbox(db: Db, mail: OutboxMail): Promise<boolean> {
  const { raw, state, reason, changedAt, dueAt, tries, ...frozen } = mail
  const row = {
    id: mail.id,
    kind: mail.kind,
    dedupe: shortKey(mail.dedupe),
    message_id: shortKey(mail.messageId),
    list: mail.list,
    thread: mail.thread === null ? null : shortKey(mail.thread),
    state,
    reason,
    created_at: mail.createdAt,
    changed_at: changedAt,
    due_at: dueAt,
    left_at: LEFT.includes(state) ? changedAt : null,
    tries,
    mail: JSON.stringify(frozen),
    raw,
  }
  if ((await insertRows(db, 'outbox', [row], 'keep')) === 0) return false
  const addresses = new Set(mail.to.map((address) => shortKey(address.toLowerCase())))
  const recipients = Array.from(addresses, (address) => ({ outbox: mail.id, address }))
  await insertRows(db, 'outbox_recipients', recipients, 'keep')
  return true
}

export async function moveOutbox(
  db: Db,
  id: string,
  from: readonly OutboxState[],
  to: OutboxState,
  change: Parameters<StoreWrites['moveOutbox']>[3],
): Promise<boolean> {
  if (from.length === 0) return false
  const result = await db
    .updateTable('outbox')
    .set({ state: to, changed_at: change.at })
    .$if(change.reason !== undefined, (query) => query.set({ reason: change.reason ?? null }))
    .$if(change.dueAt !== undefined, (query) => query.set({ due_at: change.dueAt! }))
    .$if(change.countTry === true, (query) => query.set((eb) => ({ tries: eb('tries', '+', 1) })))
    // A mail leaves when it goes on the wire; what comes back to the queue has not left.
    .$if(!LEFT.includes(to), (query) => query.set({ left_at: null }))
    .$if(to === 'sending', (query) => query.set({ left_at: change.at }))
    .$if(LEFT.includes(to) && to !== 'sending', (query) =>
      query.set((eb) => ({ left_at: eb.fn.coalesce('left_at', eb.val(change.at)) })),
    )
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** In order of (creation, id). */
export async function loadOutbox(db: Db, states?: readonly OutboxState[]): Promise<OutboxMail[]> {
  if (states?.length === 0) return []
  let query = db.selectFrom('outbox').selectAll().orderBy('created_at').orderBy('id')
  if (states) query = query.where('state', 'in', states)
  return (await query.execute()).map(mailOf)
}

export const loadOutboxMail = (db: Db, id: string) => loadOne(db, 'id', id)
export const loadOutboxByMessageId = (db: Db, id: MessageId) => loadOne(db, 'message_id', shortKey(id))
export const loadOutboxByDedupe = (db: Db, dedupe: string) => loadOne(db, 'dedupe', shortKey(dedupe))

async function loadOne(
  db: Db,
  column: 'id' | 'message_id' | 'dedupe',
  key: string,
): Promise<OutboxMail | null> {
  const query = db
    .selectFrom('outbox')
    .selectAll()
    .where(column, '=', key)
    .orderBy('created_at')
    .orderBy('id')
  const row = await query.limit(1).executeTakeFirst()
  return row ? mailOf(row) : null
}

export async function countSentSince(
  db: Db,
  since: Instant,
  filter: { to?: string; thread?: ThreadId } = {},
): Promise<number> {
  let query = db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('left_at', '>=', since)
  const { to, thread } = filter
  if (thread !== undefined) query = query.where('thread', '=', shortKey(thread))
  if (to !== undefined) {
    const address = shortKey(to.toLowerCase())
    query = query.where('id', 'in', (eb) =>
      eb.selectFrom('outbox_recipients').select('outbox').where('address', '=', address),
    )
  }
  return Number((await query.executeTakeFirst())?.n ?? 0)
}

const mailOf = (row: Tables['outbox']): OutboxMail => ({
  ...(JSON.parse(row.mail) as Omit<OutboxMail, 'raw' | 'state' | 'reason' | 'changedAt' | 'dueAt' | 'tries'>),
  raw: new Uint8Array(row.raw),
  state: row.state as OutboxState,
  reason: row.reason,
  changedAt: row.changed_at,
  dueAt: row.due_at,
  tries: row.tries,
})
