// Turns words into an outbox row: checked recipient, deterministic Message-ID, frozen bytes. One row a dedupe key, for ever.
import { composeMail, type KeyedHash } from '../core/compose/compose-mail.ts'
import { refuseRecipients } from '../core/compose/recipients.ts'
import type { Templates } from '../core/compose/render-template.ts'
import type { ListId, MessageId, ThreadId } from '../core/model/ids.ts'
import type { Instant } from '../core/model/time.ts'
import type { Log } from '../ports/log.ts'
import type { MailFreezer } from '../ports/mail-freezer.ts'
import type { OutboxMail, StoreReads, StoreWrites, Task } from '../ports/store.ts'
import { listAddresses, type OutgoingSettings, ownAddresses } from './outgoing.ts'

/** What every story that writes mail needs. */
export interface MailDeps {
  readonly outgoing: OutgoingSettings
  readonly templates: Templates
  readonly freezer: MailFreezer
  /** HMAC-SHA-256 under the store's own secret, hex. */
  readonly keyedHash: KeyedHash
  readonly log: Log
}

/** What putting a row needs of a transaction. */
export type OutboxWrites = StoreReads & Pick<StoreWrites, 'addOutbox' | 'addTasks'>

export interface MailWords {
  readonly kind: OutboxMail['kind']
  readonly dedupe: string
  readonly to: string
  /** The only addresses that `to` may be. */
  readonly allowed: readonly string[]
  readonly replyTo: string | null
  readonly subject: string
  readonly text: string
  readonly html: string | null
  readonly parent: { readonly id: MessageId; readonly references: readonly MessageId[] } | null
  readonly list: ListId | null
  readonly thread: ThreadId | null
  /** Not sent before; now unless said. */
  readonly dueAt?: Instant
}

export type PutOutcome =
  | { readonly ok: true; readonly row: OutboxMail; readonly isNew: boolean; readonly tasks: readonly Task[] }
  | { readonly ok: false; readonly reason: string }

/** Adds the row within the caller's transaction: `queued` with its task when the policy is `send`, else `preview`. */
export async function putOutbox(
  tx: OutboxWrites,
  words: MailWords,
  now: Instant,
  deps: MailDeps,
): Promise<PutOutcome> {
  const { outgoing } = deps
  const known = await tx.outboxByDedupe(words.dedupe)
  if (known) return { ok: true, row: known, isNew: false, tasks: [] }
  const rule = {
    kind: words.kind,
    allowed: words.allowed,
    own: ownAddresses(outgoing),
    lists: listAddresses(outgoing),
  }
  const against = refuseRecipients([words.to], rule)
  if (against) return { ok: false, reason: against }
  const from = { name: outgoing.bot.name, address: outgoing.bot.address }
  const composed = composeMail({ ...words, from, date: now }, deps.keyedHash)
  if (!composed.ok) return { ok: false, reason: `${composed.code}: ${composed.text}` }
  const row: OutboxMail = {
    id: deps.keyedHash(`row:${words.dedupe}`).slice(0, 12),
    kind: words.kind,
    dedupe: words.dedupe,
    messageId: composed.mail.messageId,
    list: words.list,
    from: outgoing.bot.bounce,
    to: [words.to],
    subject: words.subject,
    thread: words.thread,
    raw: await deps.freezer.freeze(composed.mail),
    state: outgoing.policy === 'send' ? 'queued' : 'preview',
    reason: null,
    createdAt: now,
    changedAt: now,
    dueAt: words.dueAt ?? now,
    tries: 0,
  }
  const isNew = await tx.addOutbox(row)
  const tasks = isNew && row.state === 'queued' ? await tx.addTasks([{ kind: 'post', key: row.id }]) : []
  return { ok: true, row, isNew, tasks }
}
