// What the rows of interest share: the frames "I'd like to", "I am interested in", the verbs of work, and what weakens
// a wish: a review around it, a programme without a project. Data and small judgements only.
import type { Found } from '../detector.ts'
import { GRADUATE, SELF } from '../voice.ts'

/** Adverbs of wishes: "very", "particularly". */
export const ADVERBS = String.raw`(?:\s+(?:also|very|really|particularly|especially|highly|quite|extremely|definitely|still|always|now|just|thus|therefore|myself|personally|be|much|deeply|genuinely|keenly|mainly|primarily|both|currently|strongly|so|most|more|truly|actively|,)){0,3}`
/** "I'd like to", "we are two students and want to". */
export const WISH = String.raw`${SELF}(?:\s+[^.;]{0,50}\s+and)?(?:\s?'d|\s+would|\s+will|\s?'ll)?${ADVERBS}\s+(?:(?:like|love|wish|want|hope|prefer|wanted|be\s+(?:happy|glad|willing|keen|interested|excited|delighted|honou?red|eager)|am\s+(?:keen|eager|excited|happy|willing|hoping)|are\s+(?:keen|eager|excited|happy|willing|hoping)|aspire|am\s+looking\s+forward)\s+(?:on\s+|in\s+)?to)`
/** "I am keen to", "I'd be up for". */
export const WISH_BE = String.raw`${SELF}(?:\s?'m|\s?'re|\s+am|\s+are|\s?'d\s+be|\s+would\s+be)${ADVERBS}\s+(?:keen|eager|excited|happy|willing|hoping|ready|wanting|aspiring|inclined|determined|motivated|up\s+for|looking(?=\s+to\s)|looking\s+forward)\s+(?:on\s+|in\s+)?(?:to\s+)?`
/** "I am very interested". */
export const AM_INTERESTED = String.raw`\b(?:I|we|me)(?:\s+[^.;]{0,60}\s+and)?(?:\s?'m|\s?'re|\s+am|\s+are|\s+was|\s+were|\s+(?:would|might|may|could)(?:\s+(?:still|also))?(?:\s+be)?|\s?'d(?:\s+still)?(?:\s+be)?|\s?'ve\s+been|\s+have\s+been|\s+became|\s+got|\s+remain|\s+feel)?${ADVERBS}\s+interested`
/** "I am very interested in". */
export const INTERESTED = String.raw`${AM_INTERESTED}\s+(?:in|to|on|by)`

/** A row's pattern: case does not matter. */
export const own = (body: string): RegExp => new RegExp(body, 'i')

/** What one wishes to do when the wish is about work. */
export const WORK_VERB = String.raw`(?:work(?:ing)?\s+(?:on|for|under|towards|with)|implement(?:ing)?|develop(?:ing)?|writ(?:e|ing)|port(?:ing)?|build(?:ing)?|tackl(?:e|ing)|tak(?:e|ing)\s+(?:up|on|over|part)|contribut(?:e|ing)(?:\s+(?:to|towards|for|in))?|be\s+considered\s+for|(?:get|be)\s+involved\s+(?:in|with)|appl(?:y|ying)\s+(?:for|to)|participat(?:e|ing)\s+in|be\s+(?:a\s+)?part\s+of|go\s+for|give(?=\s[^.;]{2,60}\ba\s+(?:try|go|shot)\b)|pick(?:ing)?\s+up|join(?:ing)?|do(?:ing)?|pursu(?:e|ing)|explor(?:e|ing)|learn(?:ing)?\s+more\s+about|complet(?:e|ing)|continu(?:e|ing)\s+(?:to\s+)?work(?:ing)?\s+on|start(?:ing)?\s+(?:work(?:ing)?\s+(?:on|with)|with|contributing\s+to)|${GRADUATE}|add(?:ing)?(?=\s+(?:\S+\s+)?support\b)|(?:have|take|having|taking|giv(?:e|ing))\s+a\s+(?:go|stab|shot|crack|try)\s+(?:at|to)|try\s+my\s+hand\s+(?:at|on)|upstream(?:ing)?|help(?:ing)?\s+(?:out\s+)?(?:with|on|to))`

/** A wish about work in a reply to a patch is mostly a reviewer's wish. */
export function outsideReview(found: Found): number {
  if (/\bmicro-?projects?\b/i.test(found.sentence.text)) return -4
  let odds = (found.context.application ? 1.2 : 0) + programmeOnly(found)
  if (found.context.review) odds -= found.object.kind === 'project' ? 0.9 : 1.6
  else if (found.context.posting) odds -= 2
  return odds
}

/** Wishing to take part in a programme is weaker evidence than naming the work. */
export function programmeOnly(found: Found): number {
  return PROGRAMME_ONLY.test(found.object.phrase) ? -2.2 : 0
}
/** An object that is only a programme, a community or a kernel. */
export const PROGRAMME_ONLY =
  /^(?:the\s+|your\s+)?(?:gsoc|google\s+summer|outreachy|linux|industrial|open[\s-]source|community|organi[sz]ation|kernel)\b(?!.*\b(?:driver|project)\b)/i

/** "if I work on", "like to add that …", "want to implement a check": only for named things outside review. */
export const NAMED_ONLY = { unknown: -1.8, pronoun: -1.8, vague: -2.4 } as const

/** Everyday wishes that start like interest. */
export const EVERYDAY =
  /^\s*(?:\S+\s+){0,2}(?:know|hear|see|ask|thank|point|mention|note|say|understand|keep|avoid|make\s+sure|get\s+(?:feedback|your|some)|have\s+(?:a|your)|check|clarify|share|discuss|suggest|confirm|add\s+(?:that|my)|draw|bring|raise|remind|emphasi[sz]e)\b/i

/** The sentence after the match. */
export function after(found: Found): string {
  return found.sentence.text.slice(found.match.index + found.match[0].length)
}
