import type { Detector } from '../detector.ts'
import { SELF } from '../voice.ts'
import {
  ADVERBS,
  after,
  EVERYDAY,
  INTERESTED,
  NAMED_ONLY,
  outsideReview,
  own,
  programmeOnly,
  WISH,
  WISH_BE,
  WORK_VERB,
} from './voice.ts'

/** Words of which one stands in every wish. */
const WISH_CUES = [
  'like',
  'love',
  'wish',
  'want',
  'hope',
  'prefer',
  'happy',
  'glad',
  'willing',
  'keen',
  'interested',
  'excited',
  'delighted',
  'eager',
  'aspire',
  'forward',
  'ready',
  'hoping',
  'honoured',
  'honored',
]

/** The rows of this kind; order means nothing. */
export const interestDetectors: readonly Detector[] = [
  {
    reason: 'interest-interested-in-work',
    cues: ['interested'],
    type: 'interest',
    weight: 2.4,
    pattern: own(
      String.raw`${INTERESTED}\s+(?:(?:both|actively|possibly|potentially)\s+)?${WORK_VERB}(?=[\s.,])`,
    ),
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: -0.6, vague: -1, none: -0.6, review: -2 },
    allows: ['condition'],
    weigh: (found) =>
      programmeOnly(found) + (found.context.application ? 1 : found.context.review ? -0.6 : 0),
  },
  {
    reason: 'interest-interested-in-project',
    cues: ['interested'],
    type: 'interest',
    weight: 0.8,
    pattern: own(String.raw`${INTERESTED}(?=\s+(?:the|this|these|your|gsoc|google|[A-Z"']))`),
    object: 'after',
    objectWeights: { project: 0.6, identifier: 0, unknown: -2, pronoun: -1.6, none: -2 },
    weigh: (found) => {
      if (
        /^\s*(?:the\s+)?(?:what|how|why|whether|if|your(?!\s+(?:\S+\s+){0,3}(?:projects?|ideas?|tasks?|topics?)\b)|hearing|seeing|knowing|feedback|opinion|status|state|progress|availability|future|outcome|result|reason)/i.test(
          after(found),
        )
      )
        return null
      return found.context.application
        ? 1
        : found.context.reply
          ? -1.6
          : /\b(?:project|idea|task|gsoc|internship)\b/i.test(found.sentence.text)
            ? 0.6
            : -1
    },
  },
  {
    reason: 'interest-would-like-to',
    cues: [...WISH_CUES, 'up', 'wanting', 'looking', 'inclined', 'determined', 'motivated'],
    type: 'interest',
    weight: 1.1,
    pattern: own(
      String.raw`(?:${WISH}|${WISH_BE})\s*(?:(?:also|actively|now|start|someday|really|help|to)\s+){0,2}${WORK_VERB}(?=[\s.,])`,
    ),
    object: 'after',
    objectWeights: NAMED_ONLY,
    allows: ['condition'],
    weigh: (found) =>
      EVERYDAY.test(after(found))
        ? null
        : outsideReview(found) +
          (/\bwork(?:ing)?\s+on|apply|contribut|participat|take\s+up/i.test(found.match[0]) ? 0.6 : 0),
  },
  {
    reason: 'interest-work-on-this',
    cues: [...WISH_CUES],
    type: 'interest',
    weight: 1,
    pattern: own(
      String.raw`(?:${WISH}|${WISH_BE})\s*(?:(?:also|still|to)\s+){0,2}(?:(?:work(?:ing)?\s+on|take\s+(?:up|on|over)|pick\s+up|do|try|implement|finish)\s+(?:this|it|that|these)|(?:take|pick)\s+(?:this|it|that)\s+(?:up|on|over))\b(?=\s*(?:[.,!]|$|project|task|idea|feature|driver|one|work|as|for|during|too|myself))`,
    ),
    object: 'thread',
    weigh: (found) =>
      found.context.review ? -1.6 : found.context.application ? 1.2 : found.context.reply ? -0.6 : -0.4,
  },
  {
    reason: 'interest-thinking-of',
    cues: ['thinking', 'considering', 'contemplating', 'hoping', 'tempted', 'looking'],
    type: 'interest',
    weight: 1.2,
    pattern: own(
      String.raw`${SELF}(?:\s?'m|\s?'re|\s+am|\s+are|\s+was|\s+were|\s?'ve\s+been|\s+have\s+been)${ADVERBS}\s+(?:thinking\s+(?:of|about)|considering|contemplating|hoping\s+to|tempted\s+to|looking\s+(?:at|into)\s+(?:the\s+possibility\s+of\s+)?(?=(?:implementing|writing|porting|developing|adding\s+support)))\s*(?:start(?:ing)?\s+)?(?:(?:to\s+)?(?:work(?:ing)?\s+on|writ(?:e|ing)|implement(?:ing)?|develop(?:ing)?|port(?:ing)?|build(?:ing)?|add(?:ing)?(?=\s+support\b)|creat(?:e|ing)|tackl(?:e|ing)|apply(?:ing)?\s+(?:for|to)|contribut(?:e|ing)\s+to|tak(?:e|ing)\s+(?:up|on)|pick(?:ing)?\s+up))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -1.6, pronoun: 0 },
    allows: ['condition'],
    weigh: (found) => (found.context.review ? -1.2 : 0),
  },
  {
    reason: 'interest-would-not-mind',
    cues: ['mind'],
    type: 'interest',
    weight: 0.8,
    pattern: own(
      String.raw`${SELF}\s*(?:would(?:n't|\s+not)|(?:do|don)(?:'t|\s+not))\s+mind\s+(?:to\s+)?(?:tak(?:e|ing)(?:\s+(?:on|up|over))?|${WORK_VERB})(?=\s)`,
    ),
    object: 'after',
    objectWeights: NAMED_ONLY,
    allows: ['condition', 'negation'],
    weigh: (found) => outsideReview(found) + (found.object.soft && !found.context.review ? 3.2 : 0),
  },
  {
    reason: 'interest-sounds-like-fun',
    cues: [
      'sounds',
      'looks',
      'seems',
      'fun',
      'appeals',
      'attracts',
      'interests',
      'fascinates',
      'excites',
      'caught',
      'speaks',
      'hooked',
      'curious',
      'stood',
      'stands',
      'fits',
      'matches',
      'suits',
    ],
    type: 'interest',
    weight: 0.6,
    pattern:
      /\b(?:(?:sounds|looks|seems|would\s+be)\s+(?:like\s+)?(?:(?:a|an|very|really|great|quite)\s+){0,2}(?:fun|interesting|exciting|up\s+my\s+(?:alley|street))\s+(?:to\s+me|for\s+me)?(?=[^.;]{0,60}\bI(?:'d|'ll|\s+(?:could|can|would|might|will))\b)|(?:appeals|attracts|interests|fascinates|excites)\s+(?:to\s+)?me\b|(?:has\s+)?caught\s+my\s+(?:eye|attention|interest)\b|is\s+(?:the\s+one\s+)?(?:that|which)\s+(?:interests|attracts)\s+me\b|speaks\s+to\s+me\b|(?:got|has|had)\s+me\s+(?:hooked|interested|curious|excited)\b|(?:stood|stands)\s+out\s+to\s+me\b|(?:fits?|matches|suits)\s+(?:\w+\s+){0,2}my\s+(?:\w+\s+)?(?:background|skills?|interests?|experience|profile|studies|knowledge)\b|(?:looks|sounds|seems)\s+like\s+(?:something|a\s+(?:\w+\s+)?(?:thing|project|task))\s+(?:that\s+)?I(?:'d|\s+would|\s+could|\s+can)\s+(?:really\s+)?(?:enjoy|like|love|do|try|handle))/i,
    object: 'before',
    never: ['review', 'mending', 'vague'],
    objectWeights: { unknown: -1.4, pronoun: -2, none: -2 },
    weigh: (found) => (found.context.review ? -3 : found.context.application ? 0.6 : -0.2),
  },
  {
    reason: 'interest-consider-me',
    cues: ['consider', 'assign', 'preference', 'choice'],
    type: 'interest',
    weight: 0.7,
    pattern:
      /\bconsider\s+me\s+for(?=\s)|\bassign\s+(?:me\s+(?:to\s+)?|(?=[^.;?]{3,60}\sto\s+me\b))|\bmy\s+(?:first|top|second|main)\s+(?:preference|choice|pick)\s+(?:is|would\s+be)(?=\s)/i,
    object: 'after',
    never: ['review', 'mending'],
    objectWeights: { unknown: -1.4, pronoun: -2 },
    allows: ['question'],
    weigh: (found) => (found.context.review ? null : found.context.application ? 0.6 : 0),
  },
  {
    reason: 'interest-found-the-project',
    cues: ['found', 'find', 'came', 'liked'],
    type: 'interest',
    weight: 0.3,
    pattern:
      /\bI(?:\s+have|'ve)?(?:\s+[^.;]{0,60}\s+and)?\s+(?:found|find|came\s+across|liked)\s+(?=(?:the|your|this|a)\s+(?:[^.;]{0,60}\s)?(?:project|idea|task)\b[^.]{0,90}\b(?:suit\w*|interest\w*|fits?|match\w*|appeal\w*|excit\w*|fascinat\w*|attract\w*|like\s+to\s+(?:work\s+on|take|apply\s+for)\s+it)\b)/i,
    object: 'after',
    allows: ['past'],
    weigh: (found) => (found.context.reply ? -2 : found.context.application ? 0.8 : 0),
  },
]
