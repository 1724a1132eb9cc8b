// Interest as a wish: "I'd like to work on X", "I am interested in X", "I've been thinking of writing X", "may I take X?",
// "any objection if I port X?", "I'm offering my help to …". A wish about a point of the patch under review is none.

import type { Detector, Found } from '../detector.ts'
import { readMoods } from '../mood.ts'
import { outsidePatches } from '../outside-patches.ts'
import {
  AM_INTERESTED,
  after,
  EVERYDAY,
  outsideReview,
  own,
  programmeOnly,
  WISHED_WORK,
  WORK_VERB,
} from './voice.ts'

const WORK = String.raw`(?:work\s+on|implement|write|port|develop|build|convert|rewrite|add|tackle|do|take(?:\s+(?:on|over|up|care\s+of))?|pick\s+up|contribute|create|design|upstream|carry\s+(?:on|out)|maintain|start\s+(?:with|on|working\s+on))`

/** What "interested in" may be about and is no work: answers, news, how something works. */
const NEWS =
  /^\s*(?:in|to|on|by)?\s*(?:the\s+)?(?:what|how|why|whether|if|buying|purchasing|using|mentoring|having|your(?!\s+(?:\S+\s+){0,3}(?:projects?|ideas?|tasks?|topics?)\b)|hearing|seeing|knowing|feedback|opinions?|status|state|progress|availability|future|outcome|results?|reasons?)\b/i
/** What one is counted in for that is no work. */
const OUTINGS =
  /\b(?:beers?|drinks?|dinner|lunch|breakfast|coffee|party|meeting|call|talk|slot|session|summit|conference|trip|tests?|testing|reviews?|reviewing|vote|table|hotel|cc)\b/i
const TO_TAKE = /\b(?:projects?|ideas?|tasks?|topics?|gsoc|internships?)\b/i

/** Interest in a thing counts where things are there to be taken, interest in doing it everywhere. */
function weighInterested(found: Found): number | null {
  const { context, object, sentence, previous } = found
  if (DOING.test(found.match[0]))
    return 1.6 + programmeOnly(found) + (context.application ? 1 : context.review ? -0.6 : 0)
  if (context.review || context.posting || NEWS.test(after(found))) return null
  const said = TO_TAKE.test(sentence.text)
  if (object.kind === 'none') return context.application ? 0.6 : null
  if (object.kind === 'pronoun') return said || TO_TAKE.test(previous) ? 1 : -1
  if (object.kind === 'vague' || FIELD.test(object.phrase))
    return said || /\bfollowing\b/i.test(sentence.text) ? 0.4 : null
  const known = object.kind === 'unknown' ? -1.2 : object.kind === 'identifier' ? -0.6 : 0
  return known + (context.application ? 1 : context.reply ? -1.6 : said ? 0.6 : -1)
}
const DOING = new RegExp(String.raw`\s${WORK_VERB}$`, 'i')

/** Words that everybody uses of work alone make up for an object of no known sort, plain mail for a mere "it". */
function weighWish(found: Found): number | null {
  const { context, object, match } = found
  const odds = outsideReview(found)
  if (
    odds === null ||
    EVERYDAY.test(after(found)) ||
    OWN_USE.test(`${match[0].slice(-9)}${after(found)}`) ||
    isDenied(found) ||
    (!context.application && PROPOSES.test(match[0]))
  )
    return null
  if (/\b(?:was|were|wanted)\b/i.test(match[0]) && /\bbut\b/i.test(after(found))) return null
  const plain = !context.review && !context.posting && !context.faultTopic
  const soft = object.soft && plain ? 2.4 : 0
  const it = object.kind === 'pronoun' && plain && /^I/i.test(match[0]) ? 1.2 : 0
  return odds + soft + it + (CLEAR.test(match[0]) ? 0.6 : 0)
}
const CLEAR = /\b(?:work(?:ing)?\s+on|apply|contribut\w*|participat\w*|tak(?:e|ing)\s+(?:up|part))\b/i
const PROPOSES = /\bpropos/i
/** "Build it from source", "get my camera working", "do this with a flag": use and manner, not work to take. */
const OWN_USE =
  /\b(?:get(?:ting)?|hav(?:e|ing))\s+(?:my|our)\b|\bwrit(?:e|ing)\s+(?:an?|the)\s+(?:\w+\s+)?(?:summary|report|blog\w*|article|paper|letter|talk|book)\b|\badd\s+that\b|\bdo(?:ing)?\s+(?:it|this|that|so)\s+(?:in|with|by|via|like|at|differently|instead)\b/i
/** "I wouldn't mind" denies nothing. */
const isDenied = ({ sentence, match }: Found): boolean =>
  !/\bmind\b/i.test(match[0]) && readMoods(sentence.text, match.index, match[0].length).has('negation')

/** "The following", "projects about audio": the kind says little, the word enough. */
const FIELD =
  /^(?:(?:all|both|some|any|the|these|those|your|several)\s+)*(?:following|projects?|ideas?|tasks?|topics?)\b/i

/** The rows of this kind; order means nothing. */
export const interestDetectors: readonly Detector[] = [
  {
    reason: 'interest-interested',
    cues: ['interested'],
    type: 'interest',
    weight: 0.8,
    pattern: own(
      String.raw`${AM_INTERESTED}(?:\s+(?:in|to|on|by)\s+(?:(?:both|actively|possibly|potentially)\s+)?${WORK_VERB}(?=[\s.,])|(?=\s+(?:in|to|on|by)\s|\s*[.!,]|\s*$))`,
    ),
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: -0.6, vague: 0, none: -0.4, review: -2, identifier: 0.6 },
    allows: ['condition'],
    weigh: weighInterested,
  },
  {
    reason: 'interest-would-like-to',
    cues: `like love wish want hope prefer happy glad willing keen interested excited delighted eager aspire ready
      honoured honored up wanting looking inclined determined motivated thinking considering contemplating tempted
      prepared volunteer offer mind open game dreaming toying wondering available
      propose proposing`.split(/\s+/),
    type: 'interest',
    weight: 1.1,
    pattern: own(String.raw`${WISHED_WORK}(?=[\s.,:;!?)]|$)`),
    object: 'after',
    objectWeights: { unknown: -1.8, pronoun: -1.2, vague: -2.4, none: -1.4 },
    allows: ['condition', 'negation'],
    weigh: weighWish,
  },
  {
    reason: 'interest-offers-help',
    cues: ['offer', 'offering', 'volunteer', 'volunteering', 'put', 'invest', 'spend'],
    type: 'interest',
    weight: 1,
    pattern: own(
      String.raw`\b(?:I|we)(?:\s?'(?:m|re|d|ll)|\s+(?:am|are|would|can|could|will))?(?:\s+(?:be|\w+ly|also|glad|happy|willing|ready|to)){0,4}\s+(?:offer(?:ing)?\s+(?:my|our|some)\s+(?:help|assistance|time|services?)|(?<=\b(?:willing|ready|happy|glad)\s+to\s+)(?:put|invest|spend)\s+(?:(?:some|more|a\s+lot\s+of|my|the)\s+){0,3}(?:work|time|effort))\s+(?:(?:in)?to|with|on|in|for)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: -0.4 },
    allows: ['condition'],
    weigh: (found) => outsidePatches(found),
  },
  {
    reason: 'interest-may-i-take',
    cues: ['may', 'can', 'could', 'wondering', 'mind', 'objection', 'object', 'objects'],
    type: 'interest',
    weight: 0.9,
    pattern: own(
      String.raw`(?:(?:^|[;,:]\s+)(?:so\s+|hi,?\s+|then\s+)?(?:may|can|could)\s+(?:I|we)(?:\s+(?:still|please|maybe|perhaps|also|try\s+to|instead)){0,2}\s+(?:(?:apply\s+for|contribute\s+to|implement|port|develop|contribute|tackle|add(?=\s+(?:\w+\s+)?support))|(?:do|take|try)\s+(?=(?:this|that|the)\s+(?:\S+\s+){0,3}(?:project|task|port|one|driver|conversion|item|idea|topic)\b))|\b(?:any(?:body|one)?(?:'s|\s+got)?\s+objections?|(?:does|would|do)\s+any(?:body|one)\s+(?:object|mind))\s+(?:if|when)\s+(?:I|we)\s+(?:\w+\s+)?${WORK}|\bwondering\s+(?:if|whether)\s+(?:I|we)\s+(?:could|can|may|might)\s+${WORK})(?=[\s.,;!?]|$)`,
    ),
    object: 'after',
    objectWeights: { unknown: -0.8, pronoun: 0, review: -1.8, vague: -1, none: -1.4 },
    allows: ['question', 'condition'],
    weigh: (found) => (OUTINGS.test(found.object.phrase) ? null : outsidePatches(found)),
  },
]
