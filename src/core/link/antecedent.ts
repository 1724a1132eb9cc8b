// What a sentence means that names no entry by itself, in a thread without one: what the author's own words right before
// it name (“… came across the ZQ7316. I'm considering working on it”), or the entry on its subject's part whose title has
// its plain words. In: the signal and its mail. Out: candidates, best first.
import type { Candidate, LinkReason } from '../model/link.ts'
import type { Message } from '../model/message.ts'
import type { Signal } from '../model/signal.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import type { EntryName } from './entry-names.ts'
import { lookUp } from './look-up.ts'
import { isPartName } from './part-names.ts'
import type { FieldReader, QueryField, QueryText } from './query-field.ts'
import { COMMON } from './word-weights.ts'

/** What words before a sentence are worth. */
const BEFORE = 0.9
/** What a subject is worth to a sentence that stands under it. */
export const SUBJECT = 0.85

/**
 * Entries that the words before a sentence name, if it only points back (`this`). What the subject alone means well enough
 * is left out: whether a thread is about that has been judged from more than its subject. None where several are named.
 */
export function meantBefore(
  signal: Signal,
  message: Message,
  threshold: number,
  index: CatalogueIndex,
  read: FieldReader,
): Candidate[] {
  if (signal.span === null || !pointsBack(signal.project)) return []
  const text = wordsBefore(message, signal.span.start)
  if (!text) return []
  const subject: QueryText = { kind: 'context', text: message.topic, weight: SUBJECT }
  const clear = lookUp(index, [subject], read).filter(({ score }) => score >= threshold)
  const meant = lookUp(index, [{ kind: 'sentence', text, weight: BEFORE }, subject], read).filter(
    ({ entry }) => !clear.some((other) => other.entry === entry),
  )
  return meant.filter(({ score }) => score >= threshold).length > 1 ? [] : meant
}

/** UTF-16 units that are read: some two or three sentences. */
const MOST_BEFORE = 400
const PARAGRAPH = /\n[ \t]*\n/

/**
 * The author's own words before a place in his mail: the end of the paragraph, or of the one above when the place opens
 * one. Empty when a quote stands there, for what others said is not his.
 */
function wordsBefore(message: Message, place: number): string {
  const own = message.own.find((span) => span.start <= place && place < span.end)
  if (!own) return ''
  const before = message.text.slice(Math.max(own.start, place - MOST_BEFORE), place)
  return before.split(PARAGRAPH).findLast((paragraph) => paragraph.trim() !== '') ?? ''
}

const POINTING =
  /^(?:(?:on|to|with|at)\s+)?(?:this|that|it|these|those|them|one|such)(?:\s+(?:one|ones|all|too|as well|anyway|thing|feature|task|idea|work|project|topic|driver|part|chip|device|soon|now|again|next|myself|there|here|up))*$/i

/** Whether a phrase only points back: no phrase at all, `this`, `that feature`. */
const pointsBack = (phrase: string | null): boolean => phrase === null || POINTING.test(phrase.trim())

/**
 * Entries on a part in the subject whose title holds plain words of the phrase: `the generic feature` under a subject with
 * the ZQ4060 for “Generic threshold feature of the ZQ4060”.
 */
export function meantInSubject(
  signal: Signal,
  message: Message,
  index: CatalogueIndex,
  read: FieldReader,
): Candidate[] {
  if (signal.span === null || signal.project === null) return []
  const phrase = read({ kind: 'naming', text: signal.project, weight: 1 })
  const subject = read({ kind: 'context', text: message.topic, weight: SUBJECT })
  const candidates: Candidate[] = []
  for (const position of index.callNames([subject])) {
    const name = index.names[position]!
    const weight = name.kind === 'keyword' ? 0 : shareSaid(name, phrase, subject)
    if (weight === 0) continue
    const detail = `words of “${name.text}” in phrase, its part in subject`
    const reasons: LinkReason[] = [{ kind: 'title-words', detail, weight }]
    candidates.push({ entry: index.entries[name.entry]!.id, score: weight, reasons })
  }
  return candidates.sort((a, b) => b.score - a.score)
}

const LEAST_PLAIN = 2

/** From how much of a name is said, a score; 0 without its part in the subject or with one word of the phrase only. */
function shareSaid(name: EntryName, phrase: QueryField, subject: QueryField): number {
  let all = 0
  let part = 0
  let said = 0
  let plain = 0
  for (const [word, weight] of name.weights) {
    const worth = Math.min(weight, 1)
    all += worth
    if (isPartName(word) && subject.found.has(word)) part = worth
    else if (weight > COMMON && phrase.found.has(word)) {
      said += worth
      plain++
    }
  }
  return part === 0 || plain < LEAST_PLAIN ? 0 : 0.5 + 0.3 * ((part + said) / all)
}
