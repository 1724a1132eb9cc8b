// The entry one signal speaks of, which may be another than its thread's. In: the signal, its thread's entry. Out: the
// signal with entry, score and reasons. A sentence that names nothing means the thread's entry; one that names
// something the catalogue does not hold means none.
import type { Candidate, LinkedSignal, LinkReason } from '../model/link.ts'
import type { Message } from '../model/message.ts'
import type { Signal } from '../model/signal.ts'
import { meantBefore, meantInSubject, SUBJECT } from './antecedent.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import { lookUp } from './look-up.ts'
import { namesOther } from './names-other.ts'
import type { FieldReader, QueryText } from './query-field.ts'
import { chooseSure, forSentences, type LinkSettings, marginBetween } from './sureness.ts'
import type { ThreadMeaning } from './thread-meaning.ts'
import { phraseText } from './thread-texts.ts'

/** Links a signal of a mail in a thread with that meaning; `read` is shared by the look-ups of one thread. */
export function linkSignal(
  signal: Signal,
  message: Message,
  thread: ThreadMeaning,
  index: CatalogueIndex,
  settings: LinkSettings,
  read: FieldReader,
): LinkedSignal {
  const { topic } = message
  const sure = forSentences(settings)
  const texts = textsOfSignal(signal, message, read)
  const own = lookUp(index, texts, read)
  if (own[0] && own[0].entry !== thread.entry?.id && ELSEWHERE.test(signal.project ?? '')) {
    return unlinked(signal, [{ kind: 'words', detail: 'names only where it is done', weight: 0 }])
  }
  const lookUpInContext = () =>
    lookUp(index, [...texts, { kind: 'context', text: topic, weight: SUBJECT }], read)
  const chosen =
    chooseSure(own, sure) ?? (own.length > 0 ? chooseSure(among(own, lookUpInContext()), sure) : undefined)
  if (chosen) return linked(signal, chosen.entry === thread.entry?.id ? inThread(chosen, thread) : chosen)
  const rival = own.find(({ score }) => score >= sure.threshold)
  if (rival) {
    const tied = own.find(({ entry }) => entry === thread.entry?.id)
    return tied && marginBetween(rival.score, tied.score) < sure.margin
      ? linked(signal, tied)
      : unlinked(signal, rival.reasons)
  }
  const ofMail = topic === thread.topic ? undefined : chooseSure(lookUpInContext(), sure)
  if (!ofMail && !thread.entry) {
    const meant =
      chooseSure(meantBefore(signal, message, sure.threshold, index, read), sure) ??
      chooseSure(meantInSubject(signal, message, index, read), sure)
    return meant ? linked(signal, meant) : unlinked(signal, own[0]?.reasons ?? [])
  }
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

/** Candidates that are among the named ones. */
const among = (named: readonly Candidate[], candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(({ entry }) => named.some((candidate) => candidate.entry === entry))

/** What a sentence inherits of its thread's score. */
const INHERITED = 0.95

/** A sentence that names its thread's entry is no less sure than one that names nothing. */
function inThread(chosen: Candidate, thread: ThreadMeaning): Candidate {
  const weight = thread.score * INHERITED
  if (weight <= chosen.score) return chosen
  const reason: LinkReason = { kind: thread.kind, detail: 'names what its thread is about', weight }
  return { ...chosen, score: weight, reasons: [reason, ...chosen.reasons] }
}

export const linked = (signal: Signal, { entry, score, reasons }: Candidate): LinkedSignal => ({
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

function textsOfSignal(signal: Signal, message: Message, read: FieldReader): QueryText[] {
  if (signal.span === null) return [{ kind: 'subject', text: signal.evidence, weight: 1 }]
  const sentence: QueryText = { kind: 'sentence', text: signal.evidence, weight: 1 }
  return signal.project ? [sentence, phraseText(signal, signal.project, message, 1, read)] : [sentence]
}

/** `implementing this in the ZQ7380 driver`: the names say where, and “this” says what. */
const ELSEWHERE = /\b(?:this|that|it|these|those)\s+(?:in|into|on|for|to|with)\b/i
