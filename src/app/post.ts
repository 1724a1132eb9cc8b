// The outbox worker: one row at a time from `queued` over `sending` to `sent`, or to where a person has to look.
// The row is marked `sending`, committed, before the first byte of the mail leaves; what ends without an answer is
// `unknown` and never sent again blindly. Caps, the stop switch and the recipients are checked at every try.
import { type RecipientRule, refuseRecipients } from '../core/compose/recipients.ts'
import type { MessageId } from '../core/model/ids.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../core/model/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { MailTransport, SendOutcome } from '../ports/mail-transport.ts'
import type { OutboxMail, OutboxState, Store, StoreReads, StoreWrites, Task } from '../ports/store.ts'
import { type Brake, brakeOn, brakeOnNotice } from './outbox-brakes.ts'
import { listAddresses, type OutgoingSettings, ownAddresses } from './outgoing.ts'
import type { Rechecked } from './recheck-notice.ts'
import { isReleased } from './settle-outbox.ts'

export interface PostDeps {
  readonly store: Store
  readonly transport: MailTransport
  readonly clock: Clock
  readonly log: Log
  readonly outgoing: OutgoingSettings
  /** Whether what caused a notice still holds, asked in the transaction that may drop it. */
  readonly recheck: (tx: StoreWrites, row: OutboxMail, replace: boolean, now: Instant) => Promise<Rechecked>
  /** Why nothing can be known for certain at the moment: a source that cannot be read. Null when all is well. */
  readonly blind: () => string | null
}

/** `later` says when to ring again; every other ending takes the row's task away. */
export type PostOutcome =
  | { readonly kind: 'dropped'; readonly tasks: readonly Task[] }
  | { readonly kind: 'sent' | 'unknown' | 'refused' | 'held' | 'nothing' }
  | { readonly kind: 'later'; readonly at: Instant; readonly why: string }

/** A mail that could not be handed over for so long is given up (RFC 5321 §4.5.4.1). */
const GIVE_UP = 5 * DAY

/** Works on the row `id` once. Safe to call any number of times, from several workers, at any moment. */
export async function postOutboxMail(deps: PostDeps, id: string): Promise<PostOutcome> {
  const row = await deps.store.outboxMail(id)
  if (row?.state !== 'queued') return settle(deps, id, 'nothing')
  const now = deps.clock.now()
  if (row.dueAt > now) return { kind: 'later', at: row.dueAt, why: 'not due yet' }
  const isNotice = row.kind === 'notice'
  const brake =
    (await brakeOn(deps.store, deps.outgoing, row, now)) ??
    (isNotice ? await brakeOnNotice(deps.store, deps.blind()) : null)
  if (brake) return deps.store.write((tx) => later(tx, row, now, brake))
  const checked = isNotice ? await recheck(deps, row, now) : null
  if (checked?.holds === false) return { kind: 'dropped', tasks: checked.tasks }
  const against = await reasonAgainst(deps, row, checked?.allowed ?? [])
  if (against) return finish(deps, row, ['queued'], against.state, against.reason)

  let waits: PostOutcome | null = null
  let begun = false
  const outcome = await deps.transport.send({ from: row.from, to: row.to }, row.raw, async () => {
    waits = await begin(deps, row)
    if (waits) throw new Error('not now')
    begun = true
  })
  if (waits) return waits
  return conclude(deps, row, outcome, begun ? 'sending' : 'queued')
}

/** Whether the row may go out at all: the policy, and who it is addressed to. */
async function reasonAgainst(
  deps: PostDeps,
  row: OutboxMail,
  concerned: readonly string[],
): Promise<{ state: 'held' | 'refused'; reason: string } | null> {
  const { outgoing, store } = deps
  const released = await isReleased(store, row.id)
  if (outgoing.policy !== 'send' && !released)
    return { state: 'held', reason: 'outgoing.policy is preview now; release sends it all the same' }
  const refusal = refuseRecipients(row.to, await recipientRule(store, outgoing, row, concerned))
  return refusal ? { state: 'refused', reason: `recipient: ${refusal}` } : null
}

/**
 * Answers go to the sender of the mail they answer, digests where the configuration says, notices to those whom the
 * standing names (`concerned`) or to the operator; looked up anew each time.
 */
async function recipientRule(
  store: StoreReads,
  outgoing: OutgoingSettings,
  row: OutboxMail,
  concerned: readonly string[],
): Promise<RecipientRule> {
  const common = { kind: row.kind, own: ownAddresses(outgoing), lists: listAddresses(outgoing) }
  if (row.kind === 'digest') {
    const named = outgoing.lists.filter((list) => list.id === row.list).map((list) => list.digestTo)
    return { ...common, allowed: [outgoing.operator, ...named] }
  }
  if (concerned.length > 0) return { ...common, allowed: concerned }
  const asked = row.dedupe.startsWith('answer:')
    ? await store.message(row.dedupe.slice('answer:'.length) as MessageId)
    : null
  return { ...common, allowed: asked ? [asked.reading.message.author.address] : [outgoing.operator] }
}

/** One that may have been sent before is not replaced by another that says half of it again. */
function recheck(deps: PostDeps, row: OutboxMail, now: Instant): Promise<Rechecked> {
  return deps.store.write(async (tx) => {
    const released = await isReleased(tx, row.id)
    return deps.recheck(tx, row, row.tries === 0 && !released, now)
  })
}

/**
 * Marks the row `sending` in a transaction of its own, after looking at the brakes again; null when the mail may go.
 * `nothing` when another worker has the row.
 */
function begin(deps: PostDeps, row: OutboxMail): Promise<PostOutcome | null> {
  return deps.store.write(async (tx) => {
    const now = deps.clock.now()
    const brake = await brakeOn(tx, deps.outgoing, row, now)
    if (brake) return later(tx, row, now, brake)
    const marked = await tx.moveOutbox(row.id, ['queued'], 'sending', {
      at: now,
      reason: null,
      countTry: true,
    })
    return marked ? null : { kind: 'nothing' }
  })
}

/** Looks again in a while. */
async function later(tx: StoreWrites, row: OutboxMail, now: Instant, brake: Brake): Promise<PostOutcome> {
  const { why, pause, isNoted } = brake
  const at = now + pause
  if (isNoted) await tx.moveOutbox(row.id, ['queued'], 'queued', { at: now, dueAt: at, reason: why })
  return { kind: 'later', at, why }
}

function conclude(
  deps: PostDeps,
  row: OutboxMail,
  end: SendOutcome,
  from: OutboxState,
): Promise<PostOutcome> {
  if (end.outcome === 'accepted') return finish(deps, row, [from], 'sent', end.response.slice(0, 500))
  const reason = end.reason.slice(0, 500)
  if (end.outcome === 'unknown') return finish(deps, row, [from], 'unknown', reason)
  if (end.outcome === 'refused') return finish(deps, row, [from], 'refused', reason)
  const now = deps.clock.now()
  if (now - row.createdAt > GIVE_UP)
    return finish(deps, row, [from], 'refused', `given up after five days: ${reason}`)
  const at = now + retryPause(row.tries)
  deps.log.warn({ outbox: row.id, tries: row.tries + 1, reason }, 'mail not sent, trying again later')
  return deps.store.write(async (tx) => {
    const change = { at: now, dueAt: at, reason, ...(from === 'queued' ? { countTry: true } : {}) }
    const moved = await tx.moveOutbox(row.id, [from], 'queued', change)
    return moved ? { kind: 'later', at, why: reason } : { kind: 'nothing' }
  })
}

/** 5, 10, 20 … minutes, at most four hours. */
export function retryPause(tries: number): number {
  return Math.min(4 * HOUR, 5 * MINUTE * 2 ** Math.min(tries, 10))
}

async function finish(
  deps: PostDeps,
  row: OutboxMail,
  from: readonly OutboxState[],
  to: 'sent' | 'unknown' | 'refused' | 'held',
  reason: string,
): Promise<PostOutcome> {
  const moved = await deps.store.write(async (tx) => {
    await tx.removeTask({ kind: 'post', key: row.id })
    return tx.moveOutbox(row.id, from, to, { at: deps.clock.now(), reason })
  })
  const fields = { outbox: row.id, kind: row.kind, state: to, reason }
  if (to === 'sent') deps.log.info(fields, 'mail sent')
  else deps.log.warn(fields, 'mail needs a look')
  return { kind: moved ? to : 'nothing' }
}

async function settle(deps: PostDeps, id: string, kind: 'nothing'): Promise<PostOutcome> {
  await deps.store.write((tx) => tx.removeTask({ kind: 'post', key: id }))
  return { kind }
}
