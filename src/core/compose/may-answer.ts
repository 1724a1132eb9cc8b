// Whether a mail may be answered at all: in goes the message and how it came, out comes null or the reason against.
// Never automatic mail, bounces, list mail, our own mail, role addresses, or anything not fresh (RFC 3834 §2, §4).
import type { Message } from '../model/message.ts'
import { DAY, type Instant } from '../model/time.ts'
import { isPlainAddress, isRoleAddress } from './recipients.ts'

export interface AnswerCircumstances {
  readonly now: Instant
  /** False for replay, backfill and mail from before the start of watching. */
  readonly live: boolean
  /** Our own addresses, lower case, the bounce address among them. */
  readonly own: readonly string[]
  /** Addresses of watched lists, lower case. */
  readonly lists: readonly string[]
  /** True when the mail carries a Message-ID of ours: it is our own, come back. */
  readonly ownId: boolean
}

export type AnswerRefusal =
  | 'not-live'
  | 'too-old'
  | 'automatic'
  | 'powerless'
  | 'own-mail'
  | 'list-mail'
  | 'rewritten-sender'
  | 'no-message-id'
  | 'odd-address'
  | 'role-address'
  | 'not-to-us'

/** A question older than this is not answered any more. */
const FRESH = 7 * DAY

export function mayAnswer(message: Message, circumstances: AnswerCircumstances): AnswerRefusal | null {
  const { own, lists, now } = circumstances
  const asker = message.author.address
  if (!circumstances.live) return 'not-live'
  if (message.at < now - FRESH) return 'too-old'
  if (message.automatic !== null) return message.automatic === 'own-mail' ? 'own-mail' : 'automatic'
  if (message.powerless !== null) return 'powerless'
  if (circumstances.ownId || own.includes(asker)) return 'own-mail'
  if (message.lists.length > 0 || lists.includes(asker)) return 'list-mail'
  if (message.via !== null) return 'rewritten-sender'
  if (message.madeId) return 'no-message-id'
  if (!isPlainAddress(asker)) return 'odd-address'
  if (isRoleAddress(asker)) return 'role-address'
  const addressed = [...message.to, ...message.cc].some((person) => own.includes(person.address))
  return addressed ? null : 'not-to-us'
}

/**
 * What the raw header says against an answer: List-* fields, which no mail written to us alone carries (RFC 3834 §2),
 * and our own X-Loop. `head` is the mail up to its first empty line.
 */
export function headerAgainst(head: string, own: readonly string[]): AnswerRefusal | null {
  if (/^list-(?:id|post|help|unsubscribe|subscribe|owner|archive)\s*:/im.test(head)) return 'list-mail'
  const loop = /^x-loop\s*:(.*)$/im.exec(head)?.[1]?.toLowerCase() ?? ''
  return own.some((address) => loop.includes(address)) ? 'own-mail' : null
}
