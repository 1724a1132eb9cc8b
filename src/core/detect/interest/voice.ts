// What the rows of interest share: the frames "I'd like to", "I am interested in", the verbs of work, and what weakens
// a wish: a review around it, a programme without a project. Data and small judgements only.
import type { Found } from '../detector.ts'
import { GRADUATE, SELF } from '../voice.ts'

/** Adverbs of wishes: "very", "particularly". */
export const ADVERBS = String.raw`(?:\s+(?:\w+ly|also|very|quite|still|always|now|just|thus|therefore|myself|be|more\s+than|much|both|so|most|more|rather|even|then|perhaps|maybe|,)){0,3}`
const SPEAKER = String.raw`${SELF}(?:\s+[^.;]{0,50}\s+and)?(?:\s?'(?:m|re|d|ll|ve)|\s+(?:am|are|was|were|would|wouldn't|will|could|can|might|may|have|do\s?n't))?(?:\s+(?:been|be))?(?:\s+an?\s+(?:[\w-]+\s+){0,4}?(?:students?|developers?|engineers?|graduates?|undergraduates?|programmers?|newcomers?|beginners?|aspirants?)\b(?:\s+(?:at|from|of|in)\s[^.;]{2,50}?)?(?:\s+and|\s+who)?)?`
const WISHES = String.raw`(?:(?:(?:happy|glad|willing|keen|eager|excited|delighted|honou?red|interested|ready|aspir(?:e|ing)|inclined|determined|motivated|tempted|prepared|looking|looking\s+forward|volunteer|offer|mind|wondering|available)\s+(?:on\s+|in\s+)?(?:to\s+)?)|(?:up|open|game)\s+(?:for|to)\s+|(?:thinking|dreaming|toying\s+with\s+the\s+idea)\s+(?:of|about)\s+|(?:considering|contemplating)\s+|propos(?:e|ing)\s+to\s+)`
const ALSO = String.raw`(?:(?:also|actively|now|start|starting|begin|someday|really|help|helping|try|trying|volunteer|to)\s+){0,3}`
/** What everybody says of everything. */
const LIKES = String.raw`(?:like|love|wish|want|wanted|wanting|hope|hoping|prefer)\s+(?:on\s+)?(?:to\s+)?`
/** "I am very interested". */
export const AM_INTERESTED = String.raw`(?:${SELF}|\bme)(?:\s+[^.;]{0,60}\s+and)?(?:\s?'(?:m|re|d|ve)|\s+(?:am|are|is|was|were|would|might|may|could|have|became|got|remain|feel))?(?:\s+(?:still|also))?(?:\s+(?:been|be))?${ADVERBS}\s+interested`

/** A row's pattern: case does not matter. */
export const own = (body: string): RegExp => new RegExp(body, 'i')

/** Verbs that are work whatever is around them. */
const WORKS = String.raw`work(?:ing)?\s+(?:on|for|under|towards|with)|implement(?:ing)?|develop(?:ing)?|(?:re)?writ(?:e|ing)|port(?:ing)?|build(?:ing)?|creat(?:e|ing)(?=\s+an?\s)|convert(?:ing)?|upstream(?:ing)?|maintain(?:ing)?|extend(?:ing)?|improv(?:e|ing)|enabl(?:e|ing)|open[\s-]?sourc(?:e|ing)|add(?:ing)?(?=\s+(?:\S+\s+){0,3}(?:support|drivers?|backend|feature)\b)`
/** Taking up, taking part, applying. */
const TAKES = String.raw`tackl(?:e|ing)|tak(?:e|ing)\s+(?:up|on|over|part(?:\s+(?:in|on))?)|tak(?:e|ing)(?=\s+(?:the|this|that)\s+(?:\S+\s+){0,3}(?:project|task|item|idea|topic|one|job|port|driver)\b)|contribut(?:e|ing)(?:\s+(?:to|towards|for|in))?|be\s+(?:considered|accepted|selected|chosen|mentored)\s+(?:for|in|on)|(?:get|be)\s+involved\s+(?:in|with)|appl(?:y|ying)\s+(?:for|to)|participat(?:e|ing)\s+(?:in|on|to|with)|be\s+(?:a\s+)?part\s+of|go\s+for|pick(?:ing)?(?:\s+up)?(?=\s)|join(?:ing)?|do(?:ing)?|pursu(?:e|ing)|explor(?:e|ing)|learn(?:ing)?\s+more\s+about|complet(?:e|ing)|continu(?:e|ing)\s+(?:to\s+)?work(?:ing)?\s+on|start(?:ing)?\s+(?:work(?:ing)?\s+(?:on|with)|on|with|contributing\s+to)|help(?:ing)?\s+(?:(?:you|out|them)\s+)?(?:with|on|to|in)`
/** "get X supported", "bring it into mainline", "submit the driver upstream", "give it a try". */
const BRINGS = String.raw`${GRADUATE}|(?:get(?:ting)?|hav(?:e|ing))(?=\s[^.;]{2,60}\b(?:supported|merged|upstream(?:ed)?|accepted|included|working|running|in(?:to)?\s+(?:the\s+)?(?:kernel|mainline|tree))\b)|see(?=\s(?:my|our)\s[^.;]{2,40}\b(?:mainline|upstream|merged|kernel)\b)|mak(?:e|ing)(?=\s[^.;]{2,40}\s(?:support|work|run)\s)|(?:merg|submit)(?:e|t?ing)?(?=\s(?:our|my|an?)\s[^.;]{2,50})|giv(?:e|ing)(?=\s[^.;]{2,60}\ba\s+(?:try|go|shot)\b)|(?:have|take|having|taking|giv(?:e|ing))\s+a\s+(?:go|stab|shot|crack|try)\s+(?:at|to)|try\s+my\s+hand\s+(?:at|on)`
/** What one wishes to do when the wish is about work. */
export const WORK_VERB = `(?:${WORKS}|${TAKES}|${BRINGS})`

/** Behind a plain "I'd like to", which `own-work` reads, only what that grammar does not know. */
const BESIDES = String.raw`(?:${BRINGS}|help(?:ing)?\s+(?:you|out|them)\s+(?:with|on|in)|do(?:ing)?(?=\s+(?:this|that|it|the\s+project)\s)|work(?:ing)?\s+(?:for|towards)|build(?:ing)?|maintain(?:ing)?|enabl(?:e|ing)|improv(?:e|ing)|open[\s-]?sourc(?:e|ing)|add(?:ing)?(?=\s+support\b))`
/** "I'm keen to work on", "we are two students looking to port", "I'd love to get X supported". */
export const WISHED_WORK = String.raw`${SPEAKER}${ADVERBS}\s+(?:${WISHES}${ALSO}${WORK_VERB}|${LIKES}${ALSO}${BESIDES})`

/** A wish about work in a reply to a patch is mostly a reviewer's wish. */
export function outsideReview(found: Found): number | null {
  if (/\bmicro-?projects?\b/i.test(found.sentence.text)) return null
  let odds = (found.context.application ? 1.2 : 0) + programmeOnly(found) + whichOne(found)
  if (found.context.review) odds -= found.object.kind === 'project' ? 0.9 : 1.6
  else if (found.context.posting) odds -= 2
  return odds
}

/** "One of the projects on the list", "projects about X": which one is open, that he wants one is said. */
function whichOne({ object, context }: Found): number {
  if (object.kind !== 'vague' || context.review || context.posting) return 0
  return /\b(?:projects?|ideas?|tasks?|topics?|following)\b/i.test(object.phrase) ? 2.4 : 0
}

/** Wishing to take part in a programme is weaker evidence than naming the work. */
export function programmeOnly(found: Found): number {
  return PROGRAMME_ONLY.test(found.object.phrase) ? -2.2 : 0
}
/** An object that is only a programme, a community or a kernel. */
const PROGRAMME_ONLY =
  /^(?:the\s+|your\s+)?(?:gsoc|google\s+summer|outreachy|linux|industrial|open[\s-]source|community|organi[sz]ation|kernel)\b(?!.*\b(?:driver|project)\b)/i

/** Everyday wishes that start like interest. */
export const EVERYDAY =
  /^\s*(?:\S+\s+){0,2}(?:know|hear|see|ask|thank|point|mention|note|say|understand|keep|avoid|make\s+sure|get\s+(?:feedback|your|some)|have\s+(?:a|your)|check|clarify|share|discuss|suggest|confirm|add\s+(?:that|my)|draw|bring(?!-)|raise|remind|emphasi[sz]e|\S+(?:\s+\S+){0,2}\s+from\s+source)\b/i

/** The sentence after the match. */
export function after(found: Found): string {
  return found.sentence.text.slice(found.match.index + found.match[0].length)
}
