// What the claims share: the frame "I am", and whether the topic or another part is meant. Data and small judgements only.
import type { Found } from '../detector.ts'
import { isPartNumber } from '../identifier.ts'
import { SELF } from '../voice.ts'

/** Adverbs between "I am" and the verb. */
const ADVERBS = String.raw`(?:\s+(?:all|both|now|also|currently|already|actively|presently|just|busy|really|actually|still|slowly|indeed|again|personally|myself|basically|right now|at present|at the moment|these days|in the process of|in the middle of|happily|,)){0,3}`
/** "we at Heron are", "we here", "Mia and I". */
const AT = String.raw`(?:\s+(?:at|from)\s+[A-Z]\S*(?:\s+[A-Z]\S*)?|\s+here|\s*\([^)]{2,40}\)|\s+and\s+(?:(?:my|an?)\s+\w+|[A-Z]\w+))?`
/** "I am currently", "we're in the process of". */
export const AM = String.raw`${SELF}${AT}(?:\s?'m|\s?'re|\s+am|\s+are|\s+is|m)${ADVERBS}(?:\s+\w+ing\s+and)?`

/** A row's pattern: case does not matter. */
export const own = (body: string): RegExp => new RegExp(body, 'i')

/** "I'm working on it": in a thread about neither patch nor fault the topic is the work. */
export function topicIsMeant(found: Found): boolean {
  const { reply, review, posting, faultTopic } = found.context
  return found.object.kind === 'pronoun' && reply && !review && !posting && !faultTopic
}

/** The object names a part the thread's subject does not: another piece of work than the one under review. */
export function otherPart(found: Found): boolean {
  const subject = found.context.message.subject.toLowerCase()
  const parts = found.object.phrase.split(/[\s,;()/]+/).filter(isPartNumber)
  return parts.length > 0 && parts.every((part) => !subject.includes(part.toLowerCase()))
}

/** Words of one who has the place: what he will do is then no wish any more. */
export const ACCEPTED =
  /\b(?:this|the|next)\s+summer\b|under\s+the\s+(?:guidance|mentorship)|mentored\s+by\b|\bas\s+(?:my|an?|part\s+of\s+my)\s+(?:gsoc|outreachy|summer|thesis|internship|final|intern)\b/i
