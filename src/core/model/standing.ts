// Where an entry stands at an instant: what the fold gives. DESIGN §7.
import type { EntryState, GsocValue } from './entry.ts'
import type { StandingFact } from './fact.ts'
import type { EntryId, ListId, MessageId, ThreadId } from './ids.ts'
import type { Person } from './person.ts'
import type { Instant } from './time.ts'

export type EntryStatus = 'retired' | 'done' | 'in-review' | 'claimed' | 'stalled' | 'interest' | 'open'

export type ClaimState =
  | 'interested'
  | 'active'
  | 'in-review'
  | 'stalled'
  | 'waiting'
  | 'done'
  | 'released'
  | 'declined'
  | 'superseded'
  | 'faded'

/** The sentence behind a statement, and where it stands. */
export interface Evidence {
  readonly text: string
  /** Message-ID, command id, `page:line`, or commit. */
  readonly source: string
  readonly kind: StandingFact['kind']
  readonly at: Instant
  /** Lists that carried the mail, for the archive link. */
  readonly lists: readonly ListId[]
}

/** Page's own rules that a claim did not follow. */
export const OBSERVATIONS = [
  'other-list',
  'mentor-not-in-cc',
  'mentor-without-list',
  'tag-without-year',
  'unverified-entry',
  'not-open-for-programme',
] as const
export type Observation = (typeof OBSERVATIONS)[number]

export interface Claim {
  readonly who: Person
  readonly state: ClaimState
  readonly since: Instant
  /** Last sign of the claimant himself. */
  readonly lastActivity: Instant
  /** Who has to move: the claimant, or the maintainers. */
  readonly ball: 'claimant' | 'maintainers'
  /** Since when the ball lies there. */
  readonly ballSince: Instant
  /** When silence makes a reminder due, and when it makes the claim stalled; null while the clock stands. */
  readonly reminderAt: Instant | null
  readonly stalledAt: Instant | null
  /** Place in line when waiting, from 1. */
  readonly position: number | null
  /** What made the claim what it is now. */
  readonly evidence: Evidence
  /** Where the claim was first made. */
  readonly first: Evidence
  readonly observations: readonly Observation[]
  readonly snoozedUntil: Instant | null
  /** Highest version of patches posted under the claim, null when none were. */
  readonly version: number | null
}

/** Named reasons of history events; docs/standing.md says what each means. */
export const HISTORY_CODES = [
  'interested',
  'claimed',
  'named-on-page',
  'assigned',
  'progress',
  'patches-posted',
  'renewed',
  'snoozed',
  'waiting',
  'moved-up',
  'reminder-due',
  'stalled',
  'review-forgotten',
  'faded',
  'released',
  'auto-released',
  'unassigned',
  'dropped-from-page',
  'round-ended',
  'declined',
  'superseded',
  'partly-merged',
  'merged',
  'completed',
  'in-release',
  'retired',
  'reopened',
  'verified',
  'page-state',
  'dismissed',
  'relinked-by',
] as const
export type HistoryCode = (typeof HISTORY_CODES)[number]

/** One dated change in the entry's life. `from` and `to` are states of the person's claim, or of the entry when `who` is null. */
export interface HistoryEvent {
  readonly at: Instant
  readonly code: HistoryCode
  readonly who: Person | null
  readonly from: string | null
  readonly to: string | null
  readonly evidence: Evidence | null
  /** Command that tied the thread here later, null when it was known at the time. */
  readonly relinkedBy: string | null
}

export interface WaitingForAnswer {
  readonly message: MessageId
  readonly thread: ThreadId
  readonly who: Person
  readonly since: Instant
  readonly subject: string
  /** Nobody ever answered this person on this entry. */
  readonly newcomer: boolean
  readonly lists: readonly ListId[]
}

/** Something that does not fit together and that people have to settle. */
export interface Contradiction {
  readonly code:
    | 'second-claim'
    | 'claimed-but-merged-by-other'
    | 'page-says-open-but-merged'
    | 'page-names-other'
    | 'claimed-but-closed'
  readonly text: string
  readonly evidence: readonly Evidence[]
}

/** A statement about a third person by somebody without authority, which that person has not confirmed. */
export interface Hearsay {
  readonly who: Person
  readonly by: Person
  readonly evidence: Evidence
}

/** One person's time with the entry, oldest first in `Standing.chain`. */
export interface Tenure {
  readonly who: Person
  readonly from: Instant
  /** Null while it lasts. */
  readonly to: Instant | null
  readonly ended: HistoryCode | null
  /** His last sign within it. */
  readonly lastActivity: Instant
  readonly evidence: Evidence
}

export interface Standing {
  readonly entry: EntryId
  readonly at: Instant
  readonly status: EntryStatus
  /** When the status last changed; null when nothing ever happened. */
  readonly statusSince: Instant | null
  /** The catalogue's own state beside what the list shows. */
  readonly state: EntryState | null
  readonly gsoc: GsocValue
  /** Living claims first (holders, then who waits, then interest), ended ones after, each group by time. */
  readonly claims: readonly Claim[]
  readonly history: readonly HistoryEvent[]
  /** Who held the entry, in turn. */
  readonly chain: readonly Tenure[]
  /** The last person whose work ended without being merged. */
  readonly lastTried: { readonly who: Person; readonly at: Instant; readonly evidence: Evidence } | null
  /** Newcomers first, then by age. */
  readonly waiting: readonly WaitingForAnswer[]
  readonly hearsay: readonly Hearsay[]
  readonly contradictions: readonly Contradiction[]
  /** A mentor's or maintainer's word that it is not available, until somebody reopens or assigns it. */
  readonly unavailable: Evidence | null
  /** Living tagged thread: keeps the entry from being free. */
  readonly taggedThread: ThreadId | null
  readonly verified: Instant | null
  readonly unverified: boolean
  /** First tag that contains the finished work. */
  readonly release: string | null
}
