// The shape of the detectors' table: one row a way of saying something. Data, read by `judge.ts`.
// What a row costs is what of its pattern can be told by whole words (`read-word-pattern.ts`): it is tried only where these
// stand one after the other. So: begin at a word's edge (`\b`, `^`, `\s`); write words out, also choices of them, up to
// their end (`port(?:ed|ing)?\b`, not `port\w*`, unless they have six letters); put `\s+` between words, for `\s*` may be
// none; prefer `\w+` and `\S+` to `[^.;]{2,40}`, which lets anything pass; no back references. Cues are the rarest words.
import type { SignalType } from '../model/signal.ts'
import type { MailContext } from './context.ts'
import type { ObjectPhrase } from './object.ts'
import type { ToldWork } from './own-work/stance.ts'
import type { Sentence } from './sentences.ts'

/** How a detector finds what the sentence is about. */
export type ObjectPlace =
  /** The words after the match, or the group `object` when the pattern has one. */
  | 'after'
  /** Words before the match: "the driver I am working on". */
  | 'before'
  /** The sentence does not say; the thread does. */
  | 'thread'

export interface Detector {
  /** Named reason, `<type>-<what is said>`. */
  readonly reason: string
  readonly type: SignalType
  /** Lower-case words; a sentence without any of them (or its inflections) cannot match. */
  readonly cues: readonly string[]
  /** Log-odds that a sentence with this phrase, its object being a named project, says so. */
  readonly weight: number
  /** Linear-time; matched once against the folded sentence. Named groups: `object`, `who`. */
  readonly pattern: RegExp
  /** Where a pattern is not enough: reads on from it by grammar, the whole sentence at once. */
  readonly read?: (text: string) => Reading | null
  readonly object: ObjectPlace
  /** Kinds of object that rule the detector out. */
  readonly never?: readonly ObjectPhrase['kind'][]
  /** Log-odds by object kind where this detector differs from the common table. */
  readonly objectWeights?: Partial<Readonly<Record<ObjectPhrase['kind'], number>>>
  /** What the phrase itself already allows: a question, a condition, a past tense, a negation. */
  readonly allows?: readonly Mood[]
  /** Last word: extra log-odds from sentence and mail, or null to drop the match. */
  readonly weigh?: (found: Found) => number | null
  /** `weigh` knows of the object, the mood and the mail by itself; nothing is added to what it says. */
  readonly weighsAll?: true
  /** The type when it depends on what is said: "another driver (I sent v1)" is progress. Default `type`. */
  readonly typeOf?: (found: Found) => SignalType
  /** The reason where one row has several. Default `reason`. */
  readonly reasonOf?: (found: Found) => string
}

/** What a grammar read: the place as a pattern would tell it, and the chain of words it went along. */
export interface Reading {
  readonly match: RegExpExecArray
  readonly chain: ToldWork
}

export type Mood = 'question' | 'condition' | 'past' | 'negation' | 'other-version'

/** A detector's match and all that is known around it. */
export interface Found {
  readonly detector: Detector
  readonly match: RegExpExecArray
  /** What the grammar went along, for rows that read by one. */
  readonly chain: ToldWork | null
  readonly sentence: Sentence
  readonly object: ObjectPhrase
  readonly context: MailContext
  /** The sentence before, '' at the start. */
  readonly previous: string
  /** The sentence after, '' at the end. */
  readonly next: string
}
