// Ties between threads or signals and catalogue entries, each with its score and reasons.
import type { EntryId, MessageId, ThreadId } from './ids.ts'
import type { Tag } from './list.ts'
import type { Signal } from './signal.ts'
import type { Instant } from './time.ts'

/** Kinds of linking evidence, strongest first. */
export const LINK_EVIDENCE = [
  'command',
  'url',
  'anchor',
  'slug',
  'title',
  'series',
  'title-words',
  'keyword',
  'words',
  'same-author',
  'mentor',
  'list',
] as const
export type LinkEvidence = (typeof LINK_EVIDENCE)[number]

export interface LinkReason {
  readonly kind: LinkEvidence
  /** What matched and where, for people: `title “Widget tester” in subject`. */
  readonly detail: string
  readonly weight: number
}

export interface Candidate {
  readonly entry: EntryId
  /** 0..1 */
  readonly score: number
  readonly reasons: readonly LinkReason[]
}

/** A signal and the entry it speaks of; `entry` is null when unsure. */
export interface LinkedSignal extends Signal {
  readonly entry: EntryId | null
  readonly linkScore: number
  readonly linkReasons: readonly LinkReason[]
}

export interface ThreadLink {
  readonly thread: ThreadId
  readonly entry: EntryId | null
  readonly score: number
  /** By what share the doubt (1 - score) is smaller than the second candidate's; the score itself without a second. */
  readonly margin: number
  readonly by: 'linker' | 'command'
  readonly reasons: readonly LinkReason[]
  /** Best first, at most ten. */
  readonly candidates: readonly Candidate[]
  /** Programme tag of the thread: the first message that carries one. */
  readonly tag: Tag | null
  /** True when the thread says something about a project and no entry could be given with confidence. */
  readonly triage: boolean
  /** Signals of all messages of the thread, in order of message (time, id) and index. */
  readonly signals: readonly LinkedSignal[]
  /** The mail that brought the thread here, when the mails before it led elsewhere. */
  readonly movedBy?: {
    readonly at: Instant
    readonly message: MessageId
    /** Where they led. */
    readonly from: EntryId | null
    /** Those of them whose statements are told of this entry only since. */
    readonly retold: readonly MessageId[]
  }
}

/** A message's place in its thread. `parent` may be a ghost: a Message-ID seen only in References. */
export interface ThreadPlace {
  readonly message: MessageId
  readonly thread: ThreadId
  readonly parent: MessageId | null
}
