// What the claims' rows share: the frames "I am", "I will", "I plan to", the verbs of making, and how a reply about a
// patch lowers what is said in it. Data and small judgements only.
import type { Found } from '../detector.ts'
import { isPartNumber } from '../identifier.ts'
import { SELF } from '../voice.ts'

/** Adverbs between "I am" and the verb. */
export const ADVERBS = String.raw`(?:\s+(?:all|both|now|also|currently|already|actively|presently|just|busy|really|actually|still|slowly|indeed|again|personally|myself|basically|right now|at present|at the moment|these days|in the process of|in the middle of|happily|,)){0,3}`
/** "we at Heron are", "we here", "Mia and I". */
export const AT = String.raw`(?:\s+(?:at|from)\s+[A-Z]\S*(?:\s+[A-Z]\S*)?|\s+here|\s*\([^)]{2,40}\)|\s+and\s+(?:(?:my|an?)\s+\w+|[A-Z]\w+))?`
/** "I am currently", "we're in the process of". */
export const AM = String.raw`${SELF}${AT}(?:\s?'m|\s?'re|\s+am|\s+are|\s+is|m)${ADVERBS}(?:\s+\w+ing\s+and)?`
/** "I'll", "I am going to", "we had a look and will". */
export const WILL = String.raw`${SELF}(?:\s+[^.;]{0,50}\s+and)?(?:\s?'ll|\s+will|\s+shall|\s?(?:'m|am|'re|are)\s+(?:going\s+to|gonna|about\s+to))(?:\s+(?:be|hopefully|now|also|then|just|probably|likely|try\s+(?:to|and)|find\s+(?:(?:some|the)\s+)?time\s+(?:(?:in|next|this|over)\s+(?:the\s+)?\w+(?:\s+\w+)?\s+)?to|soon|next|start\s+to|have\s+to|need\s+to|be\s+able\s+to|definitely|certainly|myself|personally|perhaps|most\s+likely|go\s+ahead\s+and|gladly|finally|first|therefore|of\s+course|shortly)){0,3}`
/** "I plan to", "we are planning on", "I intend to start". */
export const PLAN = String.raw`(?:${SELF}(?:(?:\s?'m|\s?'re|\s+am|\s+are)${ADVERBS}\s+(?:planning\s+(?:to|on)|intending\s+to|aiming\s+to)|${ADVERBS}\s+(?:plan\s+(?:to|on)|intend\s+to|aim\s+to)|(?:\s?'ve|\s+have)\s+(?:plans|the\s+intention)\s+to)|\b(?:my|our)\s+(?:\w+\s+)?(?:plan|intention|goal|idea|aim)\s+(?:is|was)\s+to|\bthe\s+plan\s+is\s+for\s+(?:me|us)\s+to)(?:\s+(?:also|then|start|begin|soon|next|eventually|now|first|continue|keep)){0,3}`

/** A row's pattern: case does not matter. */
export const own = (body: string): RegExp => new RegExp(body, 'i')

/** "I'm working on it": in a thread about neither patch nor fault the topic is the work. */
export function topicIsMeant(found: Found): number {
  const { reply, review, posting, faultTopic } = found.context
  if (found.object.kind !== 'pronoun' || !reply || review || posting || faultTopic) return 0
  return 1.4
}

/** The object names a part the thread's subject does not: another piece of work than the one under review. */
export function otherPart(found: Found): boolean {
  const subject = found.context.message.subject.toLowerCase()
  const parts = found.object.phrase.split(/[\s,;()/]+/).filter(isPartNumber)
  return parts.length > 0 && parts.every((part) => !subject.includes(part.toLowerCase()))
}

/** Work spoken of in a reply about a patch is review business unless it names a thing. */
export function reviewLowers(found: Found): number {
  if (found.context.review && otherPart(found)) return 0.6
  const kind = found.object.kind
  const { review, posting, faultTopic } = found.context
  if (found.object.soft && !review && !posting && !faultTopic) return 3.2
  if (
    found.context.review &&
    !found.object.making &&
    /^the\s+\w+$/i.test(found.object.phrase.split(/\s+to\s/)[0]!)
  )
    return -1.8
  if (found.object.pointing && found.context.review) return /^this\b/i.test(found.object.phrase) ? -2.2 : -1.4
  return (found.context.review || found.context.posting) && kind === 'unknown' ? -1 : 0
}

/** "another driver (veml6031x00, I sent a v1 …)": the list knows of it, so this is a sign of life. */
export function knownAlready(found: Found): 'claim' | 'progress' {
  return /\bI(?:'ve|\s+have)?\s+(?:already\s+)?(?:sent|posted|submitted)\b/i.test(found.sentence.text)
    ? 'progress'
    : 'claim'
}

/** Words of one who has the place: what he will do is then no wish any more. */
export const ACCEPTED =
  /\b(?:this|the|next)\s+summer\b|under\s+the\s+(?:guidance|mentorship)|mentored\s+by\b|\bas\s+(?:my|an?|part\s+of\s+my)\s+(?:gsoc|outreachy|summer|thesis|internship|final|intern)\b/i

/** In an application plans are what the applicant would do: interest, told elsewhere. */
export function plansOutsideApplication(found: Found): number | null {
  if (found.context.application && !found.context.posting && !ACCEPTED.test(found.sentence.text)) return null
  return reviewLowers(found)
}

/** Verbs of making as gerunds. */
export const MAKE_ING = String.raw`(?:developing|writing(?!\s+(?:to|this|you|in|about|because|regarding|here|on\s+behalf)\b)|implementing|porting|designing|rewriting|reworking|upstreaming|drafting|prototyping|mainlining|packaging|refactoring|converting|bringing\s+up|putting\s+together|hacking\s+on|coding)`
/** The same as bare verbs. */
export const MAKE = String.raw`(?:develop|write|implement|port|build|create|design|rewrite|rework|upstream|prototype|mainline|bring\s+up|put\s+together|refactor|convert)`

/** Only where the thing is named: "I'm adding a check" is a review point, "I'm adding support for X" is work. */
export const NAMED_ONLY = { unknown: -1.4 } as const
