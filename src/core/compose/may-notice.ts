// Whether a due mail may be said at all: in goes what is due and how things are, out comes null or the reason against.
// What became due before anybody wanted such mail, and what nobody would understand any more, is passed over for ever.
import type { DueMail } from '../model/due-mail.ts'
import type { Instant } from '../model/time.ts'
import { type RecipientRefusal, refuseRecipients } from './recipients.ts'

export interface NoticeCircumstances {
  readonly now: Instant
  /** Start of watching; null before the first start. */
  readonly watchFrom: Instant | null
  /** Since when this kind is mailed for the entry's list; null when it is not. */
  readonly switchedOn: Instant | null
  /** When an archive was last replayed or everything derived anew: what was due by then is no news. */
  readonly derivedAt: Instant
  /** How late something may be said, in milliseconds. */
  readonly late: number
  /** Addresses that asked for no notices, lower case. */
  readonly wantNone: readonly string[]
  /** True when a row of the outbox has said it, or will. */
  readonly said: boolean
  /** Our own addresses, and those of watched lists; lower case. */
  readonly own: readonly string[]
  readonly lists: readonly string[]
}

/** Reasons for which a due mail is passed over for ever, though its kind is switched on. */
export const PASSED_OVER = ['before-watching', 'before-switched-on', 'derived-anew', 'too-late'] as const

export type NoticeRefusal =
  | (typeof PASSED_OVER)[number]
  | 'said'
  | 'switched-off'
  | 'wants-none'
  | RecipientRefusal

/** Null when it may be said now. */
export function mayNotice(due: DueMail, circumstances: NoticeCircumstances): NoticeRefusal | null {
  const { now, watchFrom, switchedOn, derivedAt, late } = circumstances
  if (circumstances.said) return 'said'
  const against = againstRecipient(due, circumstances)
  if (against) return against
  if (switchedOn === null) return 'switched-off'
  if (watchFrom === null || due.since < watchFrom) return 'before-watching'
  if (due.at < switchedOn) return 'before-switched-on'
  if (due.at <= derivedAt) return 'derived-anew'
  return due.at < now - late ? 'too-late' : null
}

/** What speaks against writing to this person at all. */
export function againstRecipient(
  due: DueMail,
  { own, lists, wantNone }: Pick<NoticeCircumstances, 'own' | 'lists' | 'wantNone'>,
): 'wants-none' | RecipientRefusal | null {
  const { address } = due.to
  if (wantNone.includes(address)) return 'wants-none'
  return refuseRecipients([address], { kind: 'notice', allowed: [address], own, lists })
}
