// A mail as the judgement sees it: who wrote it, when, in which thread, and which of its words are the author's own.
import type { ListId, MessageId } from './ids.ts'
import type { Tag } from './list.ts'
import type { Person } from './person.ts'
import type { Instant } from './time.ts'

/** Half-open range [start, end) of UTF-16 code units in `Message.text`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Position in a patch series: `[PATCH v3 2/5]` is { version: 3, n: 2, m: 5 }; a lone patch is n = m = 1; a cover letter has n = 0. */
export interface PatchNumber {
  readonly version: number
  readonly n: number
  readonly m: number
  readonly rfc: boolean
}

/** Why a mail is not a person's: each is a rule of its own (RFC 3834 §2, RFC 3464, RFC 2919). */
export type AutomaticReason =
  | 'auto-submitted'
  | 'bounce'
  | 'null-return-path'
  | 'precedence'
  | 'autoreply-header'
  | 'role-sender'
  | 'autoreply-subject'
  | 'own-mail'

export interface Message {
  readonly id: MessageId
  /** True when the mail carried no usable Message-ID and `id` was made from its content hash. */
  readonly madeId: boolean
  /** Event time: DESIGN "Facts in, standing out". */
  readonly at: Instant
  /** The person who wrote it, list rewriting undone, mailmap applied. */
  readonly author: Person
  /** The From mailbox as it stood when list rewriting hid the author, else null. */
  readonly via: Person | null
  readonly to: readonly Person[]
  readonly cc: readonly Person[]
  /** Watched lists that carried it or stand in To/Cc, in the configuration's order. */
  readonly lists: readonly ListId[]
  readonly subject: string
  /** Subject without Re:, list prefixes, tags, patch marks and case; the same for all mails of one topic. */
  readonly topic: string
  readonly tag: Tag | null
  readonly patch: PatchNumber | null
  /** Ancestors, oldest first, the parent last; without the mail itself, without repeats, at most 100. */
  readonly references: readonly MessageId[]
  readonly automatic: AutomaticReason | null
  /** Why this mail may not command or claim for its From (several From fields, …), null when it may. */
  readonly powerless: string | null
  /** Body text, LF line ends; evidence points into it. */
  readonly text: string
  /** The author's own words in `text`, in order, not overlapping. */
  readonly own: readonly Span[]
  /** True when a diff stands in the text or is attached. */
  readonly hasDiff: boolean
  /** Why the body was not read for signals (too large, took too long), null when it was. */
  readonly notScanned: string | null
}
