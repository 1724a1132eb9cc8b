// The entry one signal speaks of, which may be another than its thread's. In: the signal, its thread's entry. Out: the
// signal with entry, score and reasons. A sentence that names nothing means the thread's entry; one that names
// something the catalogue does not hold means none.
import type { CatalogueEntry } from '../model/entry.ts'
import type { Candidate, LinkEvidence, LinkedSignal, LinkReason } from '../model/link.ts'
import type { Message } from '../model/message.ts'
import type { Signal } from '../model/signal.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import { lookUp } from './look-up.ts'
import { isPartName } from './part-names.ts'
import { EMPTY_WORDS, PLAIN_WORDS } from './plain-words.ts'
import type { FieldReader, QueryText } from './query-field.ts'
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
  /** The strongest evidence for it. */
  readonly kind: LinkEvidence
  readonly topic: string
}

export function linkSignal(
  signal: Signal,
  message: Message,
  thread: ThreadMeaning,
  index: CatalogueIndex,
  settings: LinkSettings,
  read: FieldReader,
): LinkedSignal {
  const { topic } = message
  const sure = { threshold: settings.threshold, margin: Math.max(settings.margin, SIGNAL_MARGIN) }
  const texts = textsOfSignal(signal)
  const own = lookUp(index, texts, read)
  if (own[0] && own[0].entry !== thread.entry?.id && ELSEWHERE.test(signal.project ?? '')) {
    return unlinked(signal, [{ kind: 'words', detail: 'names only where it is done', weight: 0 }])
  }
  const named = new Set(own.map((candidate) => candidate.entry))
  const lookUpInContext = () =>
    lookUp(index, [...texts, { kind: 'context', text: topic, weight: 0.85 }], read)
  const chosen =
    chooseSure(own, sure) ??
    (named.size === 0
      ? undefined
      : chooseSure(
          lookUpInContext().filter(({ entry }) => named.has(entry)),
          sure,
        ))
  if (chosen) return linked(signal, chosen.entry === thread.entry?.id ? inThread(chosen, thread) : chosen)
  const rival = own.find(({ score }) => score >= sure.threshold)
  if (rival) {
    const tied = own.find(({ entry }) => entry === thread.entry?.id)
    return tied && marginBetween(rival.score, tied.score) < sure.margin
      ? linked(signal, tied)
      : unlinked(signal, rival.reasons)
  }
  const ofMail = topic === thread.topic ? undefined : chooseSure(lookUpInContext(), sure)
  if (!ofMail && !thread.entry) return unlinked(signal, own[0]?.reasons ?? [])
  const other = namesOther(signal, message, thread, read)
  if (other)
    return unlinked(signal, [
      { kind: 'words', detail: `names ${other}, which is not its thread's`, weight: 0 },
    ])
  if (ofMail) return linked(signal, ofMail)
  if (!thread.entry) return unlinked(signal, [])
  const weight = thread.score * INHERITED
  const reasons = [{ kind: thread.kind, detail: 'names nothing else than its thread', weight }]
  return linked(signal, { entry: thread.entry.id, score: weight, reasons })
}

/** What a sentence inherits of its thread's score. */
const INHERITED = 0.95

/** A sentence that names its thread's entry is no less sure than one that names nothing. */
function inThread(chosen: Candidate, thread: ThreadMeaning): Candidate {
  const weight = thread.score * INHERITED
  if (weight <= chosen.score) return chosen
  const reason: LinkReason = { kind: thread.kind, detail: 'names what its thread is about', weight }
  return { ...chosen, score: weight, reasons: [reason, ...chosen.reasons] }
}

/** Kinds of evidence that a phrase is an entry's name, not only like it. */
const NAMES: ReadonlySet<LinkEvidence> = new Set(['url', 'anchor', 'slug', 'title', 'keyword'])

/** A faint statement with the entry its phrase is the name of; null when it is nobody's, and then nothing was said. */
export function linkFaint(
  signal: Signal,
  index: CatalogueIndex,
  settings: LinkSettings,
  read: FieldReader,
): LinkedSignal | null {
  if (signal.project === null) return null
  const sure = { threshold: settings.threshold, margin: Math.max(settings.margin, SIGNAL_MARGIN) }
  const chosen = chooseSure(lookUp(index, [{ kind: 'naming', text: signal.project, weight: 1 }], read), sure)
  return chosen?.reasons.some((reason) => NAMES.has(reason.kind)) ? linked(signal, chosen) : null
}

function chooseSure(candidates: readonly Candidate[], settings: LinkSettings): Candidate | undefined {
  const [first, second] = candidates
  if (!first || first.score < settings.threshold) return undefined
  return marginBetween(first.score, second?.score ?? 0) >= settings.margin ? first : undefined
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

function textsOfSignal(signal: Signal): QueryText[] {
  if (signal.span === null) return [{ kind: 'subject', text: signal.evidence, weight: 1 }]
  const sentence: QueryText = { kind: 'sentence', text: signal.evidence, weight: 1 }
  return signal.project ? [sentence, { kind: 'naming', text: signal.project, weight: 1 }] : [sentence]
}

const OTHER = /^(?:an|the|some|any)?\s*(?:other|another|different|separate)\b/i

/** `implementing this in the ZQ7380 driver`: the names say where, and “this” says what. */
const ELSEWHERE = /\b(?:this|that|it|these|those)\s+(?:in|into|on|for|to|with)\b/i

/** The words by which the signal's phrase shows that it means something else than its thread, or null. */
function namesOther(
  signal: Signal,
  message: Message,
  thread: ThreadMeaning,
  read: FieldReader,
): string | null {
  const phrase = signal.project
  if (!phrase) return null
  if (OTHER.test(phrase.trim())) return phrase
  const known = knownWords(message, thread)
  const { found } = read({ kind: 'naming', text: phrase.slice(0, MOST_PHRASE), weight: 1 })
  for (const word of found.keys()) if (known.has(word)) return null
  const pointing = POINTING_BACK.test(phrase)
  const strange: string[] = []
  let strangeness = 0
  for (const [written] of phrase.slice(0, MOST_PHRASE).replace(POSSESSIVE, ' ').matchAll(WORD)) {
    const [word] = wordsOf(written)
    if (!word || known.has(word) || PLAIN_WORDS.has(word) || EMPTY_WORDS.has(word)) continue
    if (isPartName(word)) return written
    if (pointing || VERSION.test(word)) continue
    if (COINED.test(written)) return written
    strangeness += written === written.toLowerCase() ? 1 : 2
    strange.push(written)
  }
  return strangeness >= MOST_STRANGE ? strange.join(' ') : null
}

const MOST_PHRASE = 400
/** So many words unknown to the thread, names twice, describe something of their own. */
const MOST_STRANGE = 4
const POINTING_BACK = /\b(?:this|these|those|that|it|them|your|his|her|their)\b/i
const VERSION = /^v\d+$/
/** `KEXEC`, `libFoo`, `foo_bar`: made-up names, where a capital alone may be a person's. */
const COINED = /[A-Z]{3}|[a-z][A-Z]|_/

/** Words of the topic, of the thread's entry, and of the names of those who write to each other. */
function knownWords(message: Message, thread: ThreadMeaning): Set<string> {
  const { title = '', aliases = [], keywords = [] } = thread.entry ?? {}
  const people = [message.author, ...message.to, ...message.cc].slice(0, 30).map((person) => person.name)
  return new Set(
    [message.topic, thread.topic, title, ...aliases, ...keywords, ...people].flatMap((text) =>
      wordsOf(text, 300),
    ),
  )
}

/** `Kim's` is a person's. */
const POSSESSIVE = /[\p{L}\p{N}]+['’]s?(?=\s|$)/gu
const WORD = /[\p{L}\p{N}_]+/gu
