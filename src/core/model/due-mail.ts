// What should be said to whom, before anybody decides whether it is mailed.
import type { EntryId } from './ids.ts'
import type { Person } from './person.ts'
import type { Evidence, Observation } from './standing.ts'
import type { Instant } from './time.ts'

/** Kinds of due mails, in the order in which they matter; an operator switches each on by its name. */
export const DUE_KINDS = ['second-claim', 'waiting-for-answer', 'reminder', 'hint', 'stalled'] as const
export type DueKind = (typeof DUE_KINDS)[number]

/** Something that should be said to somebody, derived from the standing. */
export interface DueMail {
  readonly kind: DueKind
  readonly entry: EntryId
  readonly to: Person
  /** Whom it is about, when not `to`. */
  readonly about: Person
  /** When it became due. */
  readonly at: Instant
  /** When what causes it happened: the last sign before a silence, the claim that came second, the mail that waits. */
  readonly since: Instant
  /** Makes the mail unique: the same due thing has the same key for ever. */
  readonly key: string
  readonly evidence: Evidence
  /** What a `hint` is about. */
  readonly observation?: Observation
}
