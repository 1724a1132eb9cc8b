// Where an entry stands at an instant, and the facts that say so. DESIGN §7.
import type { Contact, EntryState, GsocValue } from './entry.ts'
import type { EntryId, ListId, MessageId, ThreadId } from './ids.ts'
import type { LinkEvidence } from './link.ts'
import type { Programme, Tag } from './list.ts'
import type { PatchNumber } from './message.ts'
import type { Person } from './person.ts'
import type { SignalType } from './signal.ts'
import type { Instant } from './time.ts'

// ---- facts about one entry, the fold's input ----

/** A mail of a thread tied to the entry, with the signals in it that speak of this entry (perhaps none). */
export interface MailFact {
  readonly kind: 'mail'
  readonly at: Instant
  readonly message: MessageId
  readonly thread: ThreadId
  readonly parent: MessageId | null
  readonly author: Person
  readonly to: readonly Person[]
  readonly cc: readonly Person[]
  readonly lists: readonly ListId[]
  readonly subject: string
  /** Subject without prefixes; the versions of one series share it. */
  readonly topic: string
  readonly tag: Tag | null
  readonly patch: PatchNumber | null
  readonly automatic: boolean
  readonly powerless: boolean
  /** True when the author's own words hold a question. */
  readonly asks: boolean
  /** Whether the mail's thread, not only a signal in it, is tied to the entry. */
  readonly threadLinked: boolean
  readonly signals: readonly SignalFact[]
  /** The command that tied the thread to the entry; null when the linker did. Before its time the mail is not seen here. */
  readonly linkedBy: { readonly at: Instant; readonly source: string } | null
}

export interface SignalFact {
  readonly type: SignalType
  readonly index: number
  readonly evidence: string
  readonly score: number
  readonly reason: string
  readonly who: Person
  /** The strongest evidence that ties the signal to the entry. */
  readonly link: LinkEvidence
  readonly linkScore: number
  readonly version?: number
  readonly n?: number
  readonly m?: number
}

export type EntryVerb =
  | 'claim'
  | 'release'
  | 'progress'
  | 'done'
  | 'snooze'
  | 'assign'
  | 'unassign'
  | 'verify'
  | 'retire'
  | 'reopen'
  | 'dismiss'

/** A person's command about the entry. `dismiss` takes back a signal: (message, type or all). */
export interface CommandFact {
  readonly kind: 'command'
  readonly at: Instant
  /** Unique id of the command, for order and evidence; a Message-ID when it came by mail. */
  readonly id: string
  readonly by: Person
  /** `cli` is the operator at the terminal, who may do what a maintainer may. */
  readonly origin: 'mail' | 'cli'
  readonly verb: EntryVerb
  /** Whom it concerns when not `by`. */
  readonly who?: Person
  /** End of a snooze. */
  readonly until?: Instant
  /** What is dismissed. */
  readonly dismiss?: { readonly message: MessageId; readonly type?: SignalType }
}

/** Somebody tied a thread to the entry, or untied it. The tie itself is in the mail facts; this is for the history. */
export interface RelinkFact {
  readonly kind: 'relink'
  readonly at: Instant
  readonly id: string
  readonly by: Person
  readonly verb: 'link' | 'unlink'
  readonly thread: ThreadId
}

/** What the catalogue says of the entry from `at` on. */
export interface CatalogueFact {
  readonly kind: 'catalogue'
  readonly at: Instant
  readonly revision: string
  readonly page: string
  readonly line: number
  readonly state: EntryState | null
  readonly retired: boolean
  readonly contacts: readonly Contact[]
  /** Signed comments of the kind "I am interested in this idea". */
  readonly interested: readonly { readonly who: string; readonly at: Instant | null; readonly text: string }[]
  /** When a person last verified the entry, and when it was put in, as the page says. */
  readonly verified: Instant | null
  readonly inserted: Instant | null
  readonly gsoc: GsocValue
}

/** A commit that belongs to the entry's work. */
export interface CommitFact {
  readonly kind: 'commit'
  /** Committer's date: when it got in. */
  readonly at: Instant
  readonly repository: string
  readonly commit: string
  readonly subject: string
  readonly author: Person
  /** The mail whose patch it is, and how it was tied to it. */
  readonly message: MessageId | null
  readonly tie: 'message-id' | 'patch-id' | 'subject'
  /** Shared by the versions of one series. */
  readonly series: string
  /** Version and position of the patch in its series; 1 of 1 for a lone patch. */
  readonly version: number
  readonly n: number
  readonly m: number
  /** First tag that contains it and that tag's date; null while there is none. */
  readonly release: string | null
  readonly releasedAt: Instant | null
}

export type StandingFact = MailFact | CommandFact | RelinkFact | CatalogueFact | CommitFact

// ---- the policy ----

export interface StandingPolicy {
  /** Weeks of silence, with the ball, until a reminder is due. */
  readonly reminderWeeks: number
  /** Weeks from the reminder until the claim is stalled. */
  readonly graceWeeks: number
  /** Weeks a contributor's mail may lie before it waits for an answer. */
  readonly waitingWeeks: number
  /** After this an interest fades. */
  readonly interestWeeks: number
  /** After this a stalled claim fades; also how long a forgotten review stays in review. */
  readonly stalledWeeks: number
  /** Weeks a silent tagged thread lives, and keeps its entry from being free. */
  readonly tagWeeks: number
  /** True: a claim is released where it would be stalled. */
  readonly autoRelease: boolean
  /** How many may hold the entry at once; 0 = any number. */
  readonly capacity: number
  /** Signals below are not acted upon, 0..1. */
  readonly threshold: number
  readonly unverifiedMonths: number
  /** Addresses, lower case. */
  readonly maintainers: readonly string[]
  /** The entry's own list; null = any. */
  readonly list: ListId | null
  readonly programmes: readonly Programme[]
}

// ---- the fold's output ----

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
