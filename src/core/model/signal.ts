// One thing an author says about a project in his own words.
import type { MessageId } from './ids.ts'
import type { Span } from './message.ts'
import type { Person } from './person.ts'

export const SIGNAL_TYPES = [
  'claim',
  'interest',
  'progress',
  'patch',
  'release',
  'complete',
  'assign',
  'inquiry',
  'decline',
  'proposal',
] as const
/** DESIGN §1 says what each means. */
export type SignalType = (typeof SIGNAL_TYPES)[number]

export interface Signal {
  readonly type: SignalType
  readonly message: MessageId
  /** Position among the message's signals, from 0; with `message` the signal's identity. */
  readonly index: number
  /** The author's phrase for the project (`the KDD project`), null when the sentence names none. */
  readonly project: string | null
  /** The exact sentence, white space folded; for a patch the sentence that says what it does, else its subject. */
  readonly evidence: string
  /** Where the sentence stands in the message's text; null when it is the subject. */
  readonly span: Span | null
  /** Chance that a careful reader agrees, 0..1, calibrated. */
  readonly score: number
  /** The named rule that fired, e.g. `claim-own-work-does`. */
  readonly reason: string
  /** The person meant: the author, or whom he speaks of (address '' when only named). */
  readonly who: Person
  /** Patch version and position when the type is `patch` or `complete`. */
  readonly version?: number
  readonly n?: number
  readonly m?: number
}
