// What of a thread is read to find its entry: subjects, the first mail's own words, and the sentences of signals. Bounded,
// so that a thread of ten thousand mails costs no more than one of fifty.
import type { Message } from '../model/message.ts'
import type { Signal, SignalType } from '../model/signal.ts'
import type { FieldReader, QueryField, QueryText } from './query-field.ts'

const MOST_TOPICS = 6
const MOST_SIGNALS = 12
const MOST_MAILS = 200
const MOST_TEXT = 4_000
const LETTER_HEAD = 800

export interface Member {
  readonly message: Message
  readonly signals: readonly Signal[]
  /** Statements that count only when they name an entry. */
  readonly faint?: readonly Signal[]
}

/** The author's own words of a mail, at most `limit` UTF-16 units. */
export function ownWords(message: Message, limit = MOST_TEXT): string {
  let text = ''
  for (const span of message.own) {
    if (text.length >= limit) break
    text += `${message.text.slice(span.start, Math.min(span.end, span.start + limit))}\n`
  }
  return text.slice(0, limit)
}

/** Whether anybody says something about a project, beside patches and that they are in, or a programme's tag does. */
export function saysSomething(members: readonly Member[]): boolean {
  return members.some(
    ({ message, signals }) => message.tag !== null || signals.some(({ type }) => !OF_PATCHES.has(type)),
  )
}

const OF_PATCHES: ReadonlySet<SignalType> = new Set(['patch', 'complete'])

/**
 * Subjects and the first mail's own words; where nobody says anything only the letter's beginning, for what follows in
 * patch letters and pull requests are lists of what else was touched. Members must be in order of (time, id).
 */
export function openingTexts(members: readonly Member[], read: FieldReader): QueryText[] {
  const first = members[0]
  if (!first) return []
  const limit = saysSomething(members) ? MOST_TEXT : LETTER_HEAD
  const [topic = '', ...later] = topicsOf(members)
  const subject = (text: string, weight: number): QueryText => ({ kind: 'subject', text, weight })
  const weight = LATER_TOPIC * unity(later.map((text) => read(subject(text, 1))))
  const subjects = [subject(topic, 1), ...later.map((text) => subject(text, weight))]
  return [...subjects, { kind: 'body', text: ownWords(first.message, limit), weight: 0.7 }]
}

/** Sentences and phrases of the first signals that are not a subject. */
export function signalTexts(members: readonly Member[], read: FieldReader): QueryText[] {
  const texts: QueryText[] = []
  let left = MOST_SIGNALS
  for (const { message, signals } of members) {
    for (const signal of signals) {
      if (signal.span === null || left-- <= 0) continue
      if (signal.project) texts.push(phraseText(signal, signal.project, message, 0.75, read))
      texts.push({ kind: 'sentence', text: signal.evidence, weight: 0.7 })
    }
  }
  return texts
}

/**
 * The phrase of a signal. That of a patch does not name by itself what it does to a part (`offload support` under `zq4000:
 * add offload support`).
 */
export function phraseText(
  signal: Signal,
  phrase: string,
  message: Message,
  weight: number,
  read: FieldReader,
): QueryText {
  const naming: QueryText = { kind: 'naming', text: phrase, weight }
  if (signal.type !== 'patch') return naming
  const { parts } = read({ kind: 'subject', text: message.topic, weight: 1 })
  return parts.size > 0 && read(naming).parts.size === 0 ? { ...naming, kind: 'sentence' } : naming
}

/** What a later topic is worth: the other patches of a series, mostly. */
const LATER_TOPIC = 0.8

/** 1 when topics that name parts name the same one; less for a series that goes through many drivers. */
function unity(topics: readonly QueryField[]): number {
  const holders = new Map<string, number>()
  let naming = 0
  for (const { parts } of topics) {
    if (parts.size > 0) naming++
    for (const part of parts.keys()) holders.set(part, (holders.get(part) ?? 0) + 1)
  }
  return naming === 0 ? 1 : Math.sqrt(Math.max(...holders.values()) / naming)
}

/** The distinct topics of a thread in order, at most six. */
export function topicsOf(members: readonly Member[]): string[] {
  const topics = new Set<string>()
  for (const { message } of members.slice(0, MOST_MAILS)) {
    if (topics.size < MOST_TOPICS) topics.add(topicOf(message))
  }
  return [...topics]
}

/** The topic, or the subject where nothing is left of it. */
function topicOf(message: Message): string {
  return message.topic || message.subject
}
