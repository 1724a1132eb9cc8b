// What becomes of outbox rows besides sending: after a crash, by proof, by time, and by a person's word.
import type { MessageId } from '../core/model/ids.ts'
import { type Instant, MINUTE } from '../core/model/time.ts'
import type { OutboxMail, OutboxState, Store, StoreReads, StoreWrites } from '../ports/store.ts'

/** Meta key of the switch that `dibs outbox stop` and `start` turn; `yes` when stopped. */
export const STOPPED = 'outbox.stopped'
/** Meta key before the id of a row that a person let go. */
const RELEASED = 'outbox.released.'
/** An `unknown` row without proof is held for a person after this. */
const PROOF = 30 * MINUTE

/** At start: rows found in `sending` died on the wire; nobody knows whether they arrived. Returns how many. */
export function recoverSending(store: Store, now: Instant): Promise<number> {
  return moveAll(store, 'sending', 'unknown', now, () => 'the process ended while sending')
}

/** Rows `unknown` for half an hour whose mail did not come back through a list wait for a person. Returns how many. */
export function holdUnproven(store: Store, now: Instant): Promise<number> {
  const reason = 'no proof that it arrived; release sends it again, drop forgets it'
  return moveAll(store, 'unknown', 'held', now, (row) => (row.changedAt <= now - PROOF ? reason : null))
}

function moveAll(
  store: Store,
  from: OutboxState,
  to: OutboxState,
  now: Instant,
  why: (row: OutboxMail) => string | null,
): Promise<number> {
  return store.write(async (tx) => {
    let moved = 0
    for (const row of await tx.outbox([from])) {
      const reason = why(row)
      if (reason && (await tx.moveOutbox(row.id, [from], to, { at: now, reason }))) moved++
    }
    return moved
  })
}

/** Our own mail came back through a list: the proof that it was sent, whatever was known of it before. */
export async function markSeen(tx: StoreWrites, messageId: MessageId, now: Instant): Promise<boolean> {
  const row = await tx.outboxByMessageId(messageId)
  if (!row) return false
  const moved = await tx.moveOutbox(row.id, ['queued', 'sending', 'sent', 'unknown', 'held'], 'seen', {
    at: now,
    reason: 'seen on the list',
  })
  if (moved) await tx.removeTask({ kind: 'post', key: row.id })
  return moved
}

export type Moved = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** A person lets a row go that was kept back, or that waits for its next try; it is due now, whatever the policy. */
export async function releaseMail(tx: StoreWrites, id: string, now: Instant): Promise<Moved> {
  const change = { at: now, dueAt: now, reason: 'released' }
  const moved = await tx.moveOutbox(id, ['preview', 'held', 'queued', 'unknown', 'refused'], 'queued', change)
  if (!moved) return notMoved(tx, id)
  await tx.setMeta(RELEASED + id, String(now))
  await tx.addTasks([{ kind: 'post', key: id }])
  return { ok: true }
}

/** Whether a person let the row go. */
export async function isReleased(reads: StoreReads, id: string): Promise<boolean> {
  return (await reads.meta(RELEASED + id)) !== null
}

/** A person takes a row out of the way for ever. */
export async function dropMail(tx: StoreWrites, id: string, now: Instant): Promise<Moved> {
  const change = { at: now, reason: 'dropped' }
  const moved = await tx.moveOutbox(
    id,
    ['preview', 'held', 'queued', 'unknown', 'refused'],
    'dropped',
    change,
  )
  if (!moved) return notMoved(tx, id)
  await tx.removeTask({ kind: 'post', key: id })
  return { ok: true }
}

async function notMoved(reads: StoreReads, id: string): Promise<Moved> {
  const row = await reads.outboxMail(id)
  return { ok: false, reason: row ? `it is ${row.state} already` : 'no such mail in the outbox' }
}

/** Stops everything that is queued, or lets it go on. */
export function setStopped(tx: StoreWrites, stopped: boolean): Promise<void> {
  return tx.setMeta(STOPPED, stopped ? 'yes' : 'no')
}
