// The entry one signal speaks of, which may be another than its thread's. In: the signal, its thread's entry. Out: the
// signal with entry, score and reasons. A sentence that names nothing means the thread's entry; one that names
// something the catalogue does not hold means none.
import type { CatalogueEntry } from '../model/entry.ts'
import type { Candidate, LinkedSignal, LinkReason } from '../model/link.ts'
import type { Signal } from '../model/signal.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import { lookUp } from './look-up.ts'
import { isPartName } from './part-names.ts'
import { EMPTY_WORDS, PLAIN_WORDS } from './plain-words.ts'
import { type QueryText, readField } from './query-field.ts'
import { wordsOf } from './words.ts'

export interface LinkSettings {
  /** Scores below give no link. */
  readonly threshold: number
  /** Least share by which the first candidate's doubt (1 - score) must be smaller than the second's. */
  readonly margin: number
}

/** A sentence has less to go on than a thread, so it asks for a clearer choice. */
export const SIGNAL_MARGIN = 0.25

/** 0 when both are equally sure, near 1 when the first is sure and the second is not. */
export function marginBetween(first: number, second: number): number {
  return second >= 1 ? 0 : (first - second) / (1 - second)
}

/** What the thread as a whole is about, as far as known. */
export interface ThreadMeaning {
  readonly entry: CatalogueEntry | null
  readonly score: number
  readonly topic: string
}

export function linkSignal(
  signal: Signal,
  topic: string,
  thread: ThreadMeaning,
  index: CatalogueIndex,
  settings: LinkSettings,
): LinkedSignal {
  const candidates = lookUp(index, textsOfSignal(signal, topic))
  const [first, second] = candidates
  if (first && first.score >= settings.threshold) {
    const margin = Math.max(settings.margin, SIGNAL_MARGIN)
    if (marginBetween(first.score, second?.score ?? 0) >= margin) return linked(signal, first)
    const own = candidates.find((candidate) => candidate.entry === thread.entry?.id)
    return own && first.score - own.score < settings.margin
      ? linked(signal, own)
      : unlinked(signal, first.reasons)
  }
  if (!thread.entry) return unlinked(signal, first?.reasons ?? [])
  const other = namesOther(signal, thread, index)
  if (other)
    return unlinked(signal, [
      { kind: 'words', detail: `names ${other}, which is not its thread's`, weight: 0 },
    ])
  const score = thread.score * 0.95
  return linked(signal, {
    entry: thread.entry.id,
    score,
    reasons: [{ kind: 'title-words', detail: 'names nothing else than its thread', weight: score }],
  })
}

const linked = (signal: Signal, { entry, score, reasons }: Candidate): LinkedSignal => ({
  ...signal,
  entry,
  linkScore: score,
  linkReasons: reasons,
})

const unlinked = (signal: Signal, reasons: readonly LinkReason[]): LinkedSignal => ({
  ...signal,
  entry: null,
  linkScore: 0,
  linkReasons: reasons,
})

function textsOfSignal(signal: Signal, topic: string): QueryText[] {
  if (signal.span === null) return [{ kind: 'subject', text: signal.evidence, weight: 1 }]
  const texts: QueryText[] = [{ kind: 'sentence', text: signal.evidence, weight: 0.9 }]
  if (signal.project) texts.push({ kind: 'naming', text: signal.project, weight: 1 })
  texts.push({ kind: 'context', text: topic, weight: 0.85 })
  return texts
}

const OTHER = /^(?:an|the|some|any)?\s*(?:other|another|different|separate)\b/i

/** The word by which the signal's phrase shows that it means something else than its thread, or null. */
function namesOther(signal: Signal, thread: ThreadMeaning, index: CatalogueIndex): string | null {
  const phrase = signal.project
  if (!phrase || !thread.entry) return null
  if (OTHER.test(phrase.trim())) return phrase
  const known = new Set([...wordsOf(thread.topic), ...wordsOf(thread.entry.title)])
  for (const name of [...thread.entry.aliases, ...thread.entry.keywords])
    for (const word of wordsOf(name)) known.add(word)
  for (const word of readField({ kind: 'naming', text: phrase, weight: 1 }, index, 400).found.keys()) {
    if (known.has(word)) return null
  }
  for (const [proper] of phrase.replace(POSSESSIVE, ' ').matchAll(PROPER)) {
    const [word] = wordsOf(proper)
    if (word && !known.has(word) && !PLAIN_WORDS.has(word) && !EMPTY_WORDS.has(word)) {
      if (isPartName(word) || proper !== proper.toLowerCase()) return proper
    }
  }
  return null
}

/** `Kim's` is a person's. */
const POSSESSIVE = /[\p{L}\p{N}]+['’]s?(?=\s|$)/gu
const PROPER = /[\p{L}\p{N}_]+/gu
