// Facts about one entry: what the fold takes in. DESIGN §2.1, §7.
import type { Contact, EntryState, GsocValue } from './entry.ts'
import type { ListId, MessageId, ThreadId } from './ids.ts'
import type { LinkEvidence } from './link.ts'
import type { Tag } from './list.ts'
import type { PatchNumber } from './message.ts'
import type { Person } from './person.ts'
import type { SignalType } from './signal.ts'
import type { Instant } from './time.ts'

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
  /** What tied the mail to the entry later than it was written; null when it was tied from the start. */
  readonly linkedBy: {
    readonly at: Instant
    /** Id of a command, Message-ID of a later mail, or `page:line`. */
    readonly source: string
    /** True for a command: before its time the mail is not seen here. */
    readonly hides: boolean
  } | null
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

/**
 * A thread was tied to the entry, or untied, later than its first mail: by a command, by a later mail of it, or because the
 * entry came onto the page only then. The tie itself is in the mail facts; this is for the history.
 */
export interface RelinkFact {
  readonly kind: 'relink'
  readonly at: Instant
  readonly cause: 'command' | 'mail' | 'page'
  /** As `MailFact.linkedBy.source`. */
  readonly id: string
  readonly by: Person | null
  readonly verb: 'link' | 'unlink'
  readonly text: string
  /** Lists that carried the mail. */
  readonly lists: readonly ListId[]
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
