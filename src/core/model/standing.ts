// Where an entry stands at an instant, and the facts that say so. DESIGN §7.
import type { Contact, EntryState } from './entry.ts'
import type { EntryId, ListId, MessageId, ThreadId } from './ids.ts'
import type { LinkEvidence } from './link.ts'
import type { Tag } from './list.ts'
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
  /** True when the mail starts its thread as far as is known. */
  readonly root: boolean
  readonly parent: MessageId | null
  readonly author: Person
  readonly to: readonly Person[]
  readonly cc: readonly Person[]
  readonly lists: readonly ListId[]
  readonly subject: string
  readonly tag: Tag | null
  readonly patch: PatchNumber | null
  readonly automatic: boolean
  readonly powerless: boolean
  /** Whether the mail's thread, not only a signal in it, is tied to the entry. */
  readonly threadLinked: boolean
  readonly signals: readonly SignalFact[]
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
  readonly verb: EntryVerb
  /** Whom it concerns when not `by`. */
  readonly who?: Person
  /** End of a snooze. */
  readonly until?: Instant
  /** What is dismissed. */
  readonly dismiss?: { readonly message: MessageId; readonly type?: SignalType }
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
  readonly verified: Instant | null
}

/** A commit that belongs to the entry's work. */
export interface CommitFact {
  readonly kind: 'commit'
  readonly at: Instant
  readonly repository: string
  readonly commit: string
  readonly subject: string
  readonly author: Person
  /** First tag that contains it, null while there is none. */
  readonly release: string | null
  /** The mail whose patch it is, when known, and how it was tied. */
  readonly message: MessageId | null
  readonly tie: 'message-id' | 'patch-id' | 'subject'
  /** How many patches the series has, and how many of them are in, this one included. */
  readonly seriesLength: number
}

export type StandingFact = MailFact | CommandFact | CatalogueFact | CommitFact

// ---- the policy ----

export interface StandingPolicy {
  readonly reminderWeeks: number
  readonly graceWeeks: number
  readonly waitingWeeks: number
  /** After this an interest fades. */
  readonly interestWeeks: number
  /** After this a stalled claim fades. */
  readonly stalledWeeks: number
  /** Weeks a tagged thread without signal keeps its entry from being free. */
  readonly tagWeeks: number
  readonly autoRelease: boolean
  /** How many may hold the entry at once; 0 = any number. */
  readonly capacity: number
  /** Signals below are not acted upon. */
  readonly threshold: number
  readonly unverifiedMonths: number
  /** Addresses, lower case. */
  readonly maintainers: readonly string[]
  /** The entry's own list; null = any. */
  readonly list: ListId | null
  readonly programmes: readonly import('./list.ts').Programme[]
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

export interface Claim {
  readonly who: Person
  readonly state: ClaimState
  readonly since: Instant
  readonly lastActivity: Instant
  /** Who has to move: the claimant, or the maintainers. */
  readonly ball: 'claimant' | 'maintainers'
  /** Place in line when waiting, from 1. */
  readonly position: number | null
  readonly evidence: Evidence
  /** Page's own rules this claim did not follow: `other-list`, `mentor-not-in-cc`, `mentor-without-list`, `tag-without-year`, `not-open-for-programme`. */
  readonly observations: readonly string[]
  readonly snoozedUntil: Instant | null
}

/** One dated change in the entry's life. */
export interface HistoryEvent {
  readonly at: Instant
  /** Named reason, e.g. `claimed`, `stalled`, `relinked-by`. */
  readonly code: string
  readonly who: Person | null
  readonly from: string | null
  readonly to: string | null
  readonly evidence: Evidence | null
}

export interface WaitingForAnswer {
  readonly message: MessageId
  readonly who: Person
  readonly since: Instant
  readonly subject: string
  readonly newcomer: boolean
  readonly lists: readonly ListId[]
}

/** Something that does not fit together and that people have to settle. */
export interface Contradiction {
  readonly code:
    | 'second-claim'
    | 'claimed-but-merged-by-other'
    | 'page-says-open-but-merged'
    | 'claimed-but-closed'
  readonly text: string
  readonly evidence: readonly Evidence[]
}

export interface Standing {
  readonly entry: EntryId
  readonly at: Instant
  readonly status: EntryStatus
  /** The catalogue's own state beside what the list shows. */
  readonly state: EntryState | null
  readonly claims: readonly Claim[]
  readonly history: readonly HistoryEvent[]
  readonly lastTried: { readonly who: Person; readonly at: Instant; readonly evidence: Evidence } | null
  readonly waiting: readonly WaitingForAnswer[]
  readonly contradictions: readonly Contradiction[]
  /** Living tagged thread, no release: keeps the entry from being free. */
  readonly taggedThread: ThreadId | null
  readonly unverified: boolean
  readonly release: string | null
}

/** Something that should be said to somebody, derived from the standing. */
export interface DueMail {
  readonly kind: 'reminder' | 'waiting-for-answer' | 'stalled' | 'second-claim'
  readonly entry: EntryId
  readonly to: Person
  /** When it became due. */
  readonly at: Instant
  /** Makes the mail unique: the same due thing has the same key for ever. */
  readonly key: string
  readonly evidence: Evidence
}
