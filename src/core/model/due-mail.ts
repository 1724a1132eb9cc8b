// What should be said to whom, before anybody decides whether it is mailed.
import type { EntryId } from './ids.ts'
import type { Person } from './person.ts'
import type { Evidence, Observation } from './standing.ts'
import type { Instant } from './time.ts'

/** Something that should be said to somebody, derived from the standing. */
export interface DueMail {
  readonly kind: 'reminder' | 'stalled' | 'waiting-for-answer' | 'second-claim' | 'hint'
  readonly entry: EntryId
  readonly to: Person
  /** Whom it is about, when not `to`. */
  readonly about: Person
  /** When it became due. */
  readonly at: Instant
  /** Makes the mail unique: the same due thing has the same key for ever. */
  readonly key: string
  readonly evidence: Evidence
  /** What a `hint` is about. */
  readonly observation?: Observation
}
