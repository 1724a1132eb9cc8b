// One mail's own words → what its author says about projects, each with the sentence that says so.
// In: a message. Out: signals in order of the text. Refuses automatic mail and bodies that were not read.
import type { Message } from '../model/message.ts'
import type { Person } from '../model/person.ts'
import type { Signal } from '../model/signal.ts'
import { addressee } from './assign/voice.ts'
import { chooseFaint, chooseStatements, LEAST_SCORE, type Statement, withoutSideClaims } from './choose.ts'
import { type MailContext, readContext } from './context.ts'
import type { Detector, Found } from './detector.ts'
import { DETECTORS } from './detectors.ts'
import { judge } from './judge.ts'
import { NO_OBJECT, type ObjectPhrase, readObject } from './object.ts'
import { readObjectBefore } from './object-before.ts'
import { type PatchStatement, readPatch } from './patch.ts'
import { plainlySaying } from './patch-letter.ts'
import { readyPattern } from './rows/ready-pattern.ts'
import { RowFinder } from './rows/row-finder.ts'
import { type Sentence, splitSentences } from './sentences.ts'
import { readSpecificity } from './specificity.ts'
import { readSubjectMark } from './subject-mark.ts'
import { SELF } from './voice.ts'

const ROWS = new RowFinder(DETECTORS)
/** Patterns that begin with "I" or "we" can match no sentence without them. */
const FIRST_PERSON = /\b(?:I|we|my|me|myself|our)\b/i
const OWN_VOICE: ReadonlySet<Detector> = new Set(
  DETECTORS.filter(({ pattern: { source } }) => source.startsWith(SELF) || source.startsWith(`(?:${SELF}`)),
)

/** What the author says, pure and in linear time. An automatic or unread mail says nothing. */
export function detectSignals(message: Message): Signal[] {
  return readSignals(message).signals
}

/** What the author says; and what he would say if only his phrase were the name of a project, scored as if it were. */
export function readSignals(message: Message): { signals: Signal[]; faint: Signal[] } {
  if (message.automatic !== null || message.notScanned !== null) return { signals: [], faint: [] }
  const sentences = splitSentences(message.text, message.own)
  const context = readContext(message, sentences)
  const found: Statement[] = []
  for (let at = 0; at < sentences.length; at += 1) readSentence(sentences, at, context, found)
  const posted = readPatch(message, sentences, context)
  if (posted) found.push({ ...ownSentence(posted, found, sentences), type: 'patch', who: message.author })
  const mark = readSubjectMark(message)
  if (mark) found.push({ ...bestSaid(found, mark.type), ...mark, who: message.author })
  if (found.length === 0) return { signals: [], faint: [] }
  // Whether the mail is an application takes reading all of it anew.
  const applies = found.length > 1 && !context.posting && context.application
  const said = posted?.reason === 'patch-told' ? withoutClaim(found, posted.sentence) : found
  const kept = chooseStatements(applies ? withoutSideClaims(said) : said)
  const faint = chooseFaint(found, kept)
  return {
    signals: kept.map((statement, index) => toSignal(context, statement, index)),
    faint: faint.map((statement, index) =>
      toSignal(context, { ...statement, score: statement.ifNamed ?? 0 }, kept.length + index),
    ),
  }
}

/** "I'm posting a driver for review": posted, no more claimed. */
function withoutClaim(found: readonly Statement[], sentence: Sentence | null): readonly Statement[] {
  return found.filter((each) => each.type !== 'claim' || each.sentence !== sentence)
}

/** The sentence that says what the subject's mark says; none when only the subject does. */
function bestSaid(found: readonly Statement[], type: Statement['type']): Pick<Statement, 'sentence'> {
  const said = found.filter((each) => each.type === type && each.score >= LEAST_SCORE)
  return { sentence: said.sort((a, b) => b.score - a.score)[0]?.sentence ?? null }
}

/** A sentence that claims something beyond this posting speaks for the claim; the patch then rests on another or its subject. */
function ownSentence(
  posted: PatchStatement,
  found: readonly Statement[],
  sentences: readonly Sentence[],
): PatchStatement {
  if (posted.reason === 'patch-told') return posted
  const claimed = new Set(
    found
      .filter((each) => each.type === 'claim' && !/taking-over|take-on|submission/.test(each.reason))
      .map((each) => each.sentence),
  )
  if (!claimed.has(posted.sentence) || posted.sentence === null) return posted
  return { ...posted, sentence: plainlySaying(sentences.filter((each) => !claimed.has(each))) }
}

function readSentence(
  sentences: readonly Sentence[],
  at: number,
  context: MailContext,
  into: Statement[],
): void {
  const sentence = sentences[at]!
  const rows = ROWS.find(context.message.text, sentence.span)
  if (rows.length === 0) return
  for (const detector of rows) {
    if (OWN_VOICE.has(detector) && !FIRST_PERSON.test(sentence.text)) continue
    const reading = detector.read?.(sentence.text) ?? null
    const match = detector.read
      ? (reading?.match ?? null)
      : readyPattern(detector.pattern).exec(sentence.text)
    if (!match) continue
    const object = objectOf(detector, match, sentence)
    const previous = sentences[at - 1]?.text ?? ''
    const next = sentences[at + 1]?.text ?? ''
    const chain = reading?.chain ?? null
    const found: Found = { detector, match, chain, sentence, object, context, previous, next }
    const score = judge(found)
    const type = detector.typeOf?.(found) ?? detector.type
    const ifNamed = (score ?? 0) < LEAST_SCORE ? scoreIfNamed(found) : null
    if (score === null && ifNamed === null) continue
    into.push({
      type,
      reason: detector.reasonOf?.(found) ?? detector.reason,
      score: score ?? 0,
      sentence,
      project: object.phrase || null,
      who: personMeant(found),
      ...(type === 'interest'
        ? { specificity: readSpecificity(object, match[0], sentence.text, context.message.subject) }
        : {}),
      ...(ifNamed === null ? {} : { ifNamed }),
    })
  }
}

/** Objects that may turn out to be a project's name; what points back or names nothing cannot. */
const MAY_BE_NAME: ReadonlySet<ObjectPhrase['kind']> = new Set(['unknown', 'review', 'mending', 'vague'])

function scoreIfNamed(found: Found): number | null {
  const { detector, object } = found
  if (detector.object === 'thread' || !object.phrase || !MAY_BE_NAME.has(object.kind)) return null
  return judge({ ...found, object: { ...object, kind: 'project' } })
}

function objectOf(detector: Detector, match: RegExpExecArray, sentence: Sentence): ObjectPhrase {
  if (detector.object === 'thread') return NO_OBJECT
  if (detector.object === 'before') return readObjectBefore(sentence.text.slice(0, match.index))
  const object = readObject(match.groups?.['object'] ?? sentence.text.slice(match.index + match[0].length))
  return (detector.type === 'claim' && antecedent(object, sentence.text.slice(0, match.index))) || object
}

/** "FIFO support is not there yet, I'm working on it": the sentence's own subject is meant. */
function antecedent(object: ObjectPhrase, before: string): ObjectPhrase | null {
  if (object.kind !== 'pronoun' || before.length < 12) return null
  const subject = readObject(before)
  const named = /^(?:(?:the|this|that|an?)\s+)?\S+\s+\S/i.test(subject.phrase) && !subject.pointing
  return named && subject.kind === 'project' ? subject : null
}

/** The author, or for an assignment the one named, with his address when the mail shows it. */
function personMeant(found: Found): Person {
  const name = found.match.groups?.['who']?.trim()
  if (found.detector.type !== 'assign' || !name) return found.context.message.author
  if (name.toLowerCase() === 'you') return addressee(found)
  for (const word of name.toLowerCase().match(/\p{L}[\p{L}'-]+/gu) ?? []) {
    const person = found.context.people.get(word)
    if (person) return person
  }
  return { name, address: '' }
}

function toSignal(context: MailContext, statement: Statement, index: number): Signal {
  const { type, reason, score, sentence, project, who } = statement
  const { message, patch } = context
  return {
    type,
    message: message.id,
    index,
    project,
    evidence: sentence?.text ?? message.subject,
    span: sentence?.span ?? null,
    score: Math.round(score * 1000) / 1000,
    reason,
    who,
    ...(patch && (type === 'patch' || type === 'complete')
      ? { version: patch.version, n: patch.n, m: patch.m }
      : {}),
  }
}
