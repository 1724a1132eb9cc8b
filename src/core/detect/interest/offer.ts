// Interest by offering: "I'd be open to doing X", "I could have a go at it", "may I take this?", "any objection if I …",
// "if nobody else does I would". An offer about a point of the patch under review is none.
import { OUTINGS, outsidePatches } from '../claim/mine.ts'
import type { Detector, Found } from '../detector.ts'
import { own } from './voice.ts'

const WORK = String.raw`(?:work\s+on|implement|write|port|develop|build|convert|rewrite|add|tackle|do|take(?:\s+(?:on|over|up|care\s+of))?|pick\s+up|contribute|create|design|upstream|carry\s+(?:on|out)|maintain|start\s+(?:with|on|working\s+on)|step\s+in|jump\s+in)`
const WORK_ING = String.raw`(?:working\s+on|implementing|writing|porting|developing|building|converting|rewriting|adding|tackling|doing|taking(?:\s+(?:on|over|up))?|picking\s+up|contributing|creating|designing|upstreaming|maintaining|starting\s+(?:with|on|work\s+on))`
const GO = String.raw`(?:(?:have|take|give)\s+a\s+(?:go|stab|crack|shot|try|swing|whirl)\s+at|try\s+(?:my|our)\s+(?:hand|luck)\s+(?:at|on|with))`
const THING = {
  unknown: -0.4,
  pronoun: 0,
  review: -1.8,
  vague: -1,
  none: -0.6,
  mending: -4,
} as const

/** A fault is everybody's to mend: who offers there offers a fix. */
function weigh(found: Found): number | null {
  if (OUTINGS.test(found.object.phrase)) return null
  const odds = outsidePatches(found)
  if (odds === null) return null
  return odds + (found.context.application ? 0.6 : 0)
}

/** The rows of this kind; order means nothing. */
export const interestOffers: readonly Detector[] = [
  {
    reason: 'interest-open-to',
    cues: [
      'open',
      'prepared',
      'volunteer',
      'offer',
      'game',
      'up',
      'rather',
      'inclined',
      'mind',
      'gladly',
      'tempted',
    ],
    type: 'interest',
    weight: 1.2,
    pattern: own(
      String.raw`\b(?:I|we)(?:\s?'d|\s+would|\s?'m|\s+am|\s?'re|\s+are|\s+could|\s+can|\s+might|\s+may|\s+don't|\s+wouldn't)(?:\s+(?:also|be|certainly|definitely|gladly|half|quite|even|happily|really)){0,3}\s+(?:open\s+(?:to|for)\s+(?:${WORK_ING}|take)|prepared\s+to\s+${WORK}|volunteer\s+(?:to\s+${WORK}|for)|offer\s+to\s+${WORK}|game\s+(?:for|to\s+${WORK})|up\s+for(?:\s+${WORK_ING})?|rather\s+(?:do|take|work\s+on)(?=[^.;]{2,60}\b(?:project|idea|topic|task|port)\b)|inclined\s+to\s+${WORK}|tempted\s+to\s+${WORK}|mind\s+(?:${WORK_ING}|spending\s+[^.;]{2,40}\s+on))(?=[\s.,;!]|$)`,
    ),
    object: 'after',
    objectWeights: THING,
    allows: ['condition', 'negation'],
    weigh,
  },
  {
    reason: 'interest-have-a-go',
    cues: ['go', 'stab', 'crack', 'shot', 'whirl', 'swing', 'hand', 'luck', 'try'],
    type: 'interest',
    weight: 1.1,
    pattern: own(
      String.raw`(?:\b(?:I|we)(?:\s?'d|\s+would|\s+could|\s+can|\s+might|\s+may)|(?:^|[,;]\s+)(?:(?:would|might|could)\s+(?:love\s+to\s+|like\s+to\s+)?|(?:happy|glad|willing|keen|tempted)\s+to\s+))(?:\s*(?:also|perhaps|maybe|be\s+(?:happy|glad|willing|tempted|keen|inclined)\s+to|(?:love|like)\s+to|then|even|happily|well)){0,2}\s*(?:${GO}|give\s+(?:it|this|that)\s+a\s+(?:go|try|shot|whirl|crack))(?=[\s.,;!]|$)`,
    ),
    object: 'after',
    objectWeights: { ...THING, none: 0 },
    allows: ['condition'],
    weigh: (found) =>
      /^(?:testing|reproducing|fixing|debugging|bisecting|reviewing)/i.test(found.object.phrase)
        ? null
        : weigh(found),
  },
  {
    reason: 'interest-may-i-take',
    cues: [
      'may',
      'can',
      'could',
      'wondering',
      'okay',
      'ok',
      'alright',
      'possible',
      'mind',
      'objection',
      'object',
      'objects',
      'interfere',
      'conflict',
      'toes',
      'fine',
    ],
    type: 'interest',
    weight: 0.9,
    pattern: own(
      String.raw`(?:(?:^|[;,:]\s+)(?:so\s+|hi,?\s+|then\s+)?(?:may|can|could)\s+(?:I|we)(?:\s+(?:still|please|maybe|perhaps|also|try\s+to|instead)){0,2}\s+(?:(?:apply\s+for|contribute\s+to|implement|port|develop|contribute|tackle|do\s+this\s+as|add(?=\s+(?:\w+\s+)?support))|(?:do|take|try)\s+(?=(?:this|that|the)\s+(?:\S+\s+){0,3}(?:project|task|port|one|driver|conversion|item|idea|microproject|topic)\b))|\b(?:any(?:body|one)?(?:'s|\s+got)?\s+objections?|does\s+(?:any(?:body|one))\s+(?:object|mind)|(?:would|do)\s+any(?:body|one)\s+(?:mind|object)|step\s+on\s+any(?:body|one)'s\s+toes)\s+(?:if|when)\s+(?:I|we)\s+(?:\w+\s+)?${WORK}|\b(?:any\s+objections?\s+(?:to|against)|(?:object|mind)\s+to)\s+(?:me|my|us|our)\s+${WORK_ING}|\bwould\s+my\s+${WORK_ING}|\bwondering\s+(?:if|whether)\s+(?:I|we)\s+(?:could|can|may|might)\s+${WORK})(?=[\s.,;!?]|$)`,
    ),
    object: 'after',
    objectWeights: { ...THING, unknown: -0.8, none: -1.4 },
    allows: ['question', 'condition'],
    weigh,
  },
  {
    reason: 'interest-if-nobody-does',
    cues: [
      'nobody',
      'none',
      'one',
      'anybody',
      'anyone',
      'somebody',
      'someone',
      'unless',
      'objection',
      'objects',
      'free',
      'taken',
      'respond',
    ],
    type: 'interest',
    weight: 1,
    pattern: own(
      String.raw`\b(?:if|unless|in\s+case|should|since|as|seeing\s+that)\s+(?:nobody|no\s?one|none|anybody|any\s?one|somebody|some\s?one|the\s+(?:original\s+|previous\s+)?(?:author|owner|slot|task|project)|there(?:'s|\s+is|\s+are)\s+no\s+(?:objections?|takers?|volunteers?|one))[^.;?!]{0,70}?(?:,|\bthen)?\s+(?:I|we)(?:\s?'d|\s+would|\s+could|\s+can|\s+might|\s+may)(?:\s+(?:be\s+(?:happy|glad|willing|open|prepared|up)\s+(?:to|for)|gladly|like\s+to|love\s+to|volunteer\s+to|also|perhaps|start\s+to)){0,2}\s+(?:${WORK}|${WORK_ING}|give\s+it\s+a\s+\w+|look\s+into\s+(?:${WORK_ING}|replacing)|propose\s+myself)(?=[\s.,;!]|$)`,
    ),
    object: 'after',
    objectWeights: { ...THING, none: 0 },
    allows: ['condition'],
    weigh,
  },
  {
    reason: 'interest-keep-thinking',
    cues: ['thinking', 'thought', 'toying', 'dreaming'],
    type: 'interest',
    weight: 1,
    pattern: own(
      String.raw`\b(?:I|we)(?:\s+can't\s+stop\s+thinking\s+(?:of|about)\s+${WORK_ING}|\s+keep\s+(?:thinking|telling\s+myself)\s+(?:that\s+)?I\s+(?:should|could|might)\s+${WORK}|(?:\s?'ve)?\s+thought\s+(?:of|about)\s+(?:beginning|starting)\s+with|(?:\s?'m|\s+am|\s?'ve\s+been|\s+have\s+been|\s+keep)\s+(?:toying\s+with\s+the\s+(?:idea|thought)\s+of|dreaming\s+(?:of|about))\s+${WORK_ING})(?=\s)`,
    ),
    object: 'after',
    objectWeights: THING,
    allows: ['negation', 'condition'],
    weigh,
  },
  {
    reason: 'interest-we-might-sponsor',
    cues: ['sponsor', 'fund', 'engineer', 'offer', 'position', 'evaluating', 'discussed', 'internally'],
    type: 'interest',
    weight: 1,
    pattern: own(
      String.raw`\b(?:(?:my|our)\s+(?:company|employer|university|group|team|lab|department|institute)|we)\s+(?:(?:would\s+like\s+to|could|might|may|can|would)(?:\s+be\s+(?:able|willing|happy|in\s+a\s+position)\s+to)?(?:\s+(?:also|even|probably|possibly))?\s+(?:sponsor|fund|free\s+(?:up\s+)?an?\s+\w+\s+for|offer\s+this\s+as)|(?:are|were)\s+(?:currently\s+|internally\s+)?(?:evaluating|discussing|weighing)\s+(?:whether\s+(?:it\s+makes\s+sense\s+(?:for\s+us\s+)?to|we\s+(?:should|could|can))|to|the\s+option\s+of)\s+(?:${WORK}|${WORK_ING})|discussed\s+internally\s+(?:whether\s+)?to\s+(?:maybe\s+)?(?:open-?source|${WORK}|submit))(?=\s)`,
    ),
    object: 'after',
    objectWeights: THING,
    allows: ['condition'],
    weigh,
  },
  {
    reason: 'interest-hope-for-place',
    cues: ['apply', 'applying', 'accepted', 'selected', 'chosen'],
    type: 'interest',
    weight: 1.1,
    pattern:
      /\b(?:(?:I|we)(?:\s?'m|\s+am|\s+are|\s?'re)?\s+(?:also\s+)?(?:plan(?:ning)?|intend(?:ing)?|hop(?:e|ing)|aim(?:ing)?|going|want(?:ing)?|about)|(?<=^)(?:planning|hoping|going|aiming))\s+(?:to\s+|on\s+)(?:apply(?:ing)?|try(?:ing)?|be\s+(?:accepted|selected|chosen))\s+(?:for|in|to)(?=\s+(?:the|this|your|a|"|[A-Z]))/i,
    object: 'after',
    objectWeights: { ...THING, unknown: 0, review: -2.4 },
    weigh: (found) =>
      /^(?:the\s+|this\s+|these\s+|your\s+)?(?:patch|series|fix|change)/i.test(found.object.phrase)
        ? null
        : weigh(found),
  },
  {
    reason: 'interest-sounds-fun-i-could',
    cues: ['sounds', 'looks', 'seems', 'alley', 'street', 'volunteering'],
    type: 'interest',
    weight: 0.7,
    pattern:
      /\b(?:this|that|it)\s+(?:looks|sounds|seems)\s+(?:like\s+)?(?:something|an?\s+\w+)\s+(?:that\s+)?(?:I|we)\s+(?:can|could|might|would\s+be\s+able\s+to)\s+(?:do|handle|try|take|manage|contribute)\b|\b(?:might|may|would|could)\s+be\s+(?:right\s+)?(?:up|down)\s+my\s+(?:alley|street)\b|(?:^|[,;]\s+)(?:sounds|looks|seems)\s+(?:like\s+)?(?:fun|doable|approachable|interesting|easy\s+enough)[,;:]\s+(?:so\s+)?I\s+(?:could|can|might|may|would)\s+(?:try|do|take|give|look)\b|^volunteering\s+(?:for|to)\b/i,
    object: 'thread',
    weigh,
  },
  {
    reason: 'interest-perhaps-i',
    cues: [
      'perhaps',
      'maybe',
      'someday',
      'possibly',
      'permits',
      'permitting',
      'allows',
      'wish',
      'holidays',
      'spare',
    ],
    type: 'interest',
    weight: 0.7,
    pattern: own(
      String.raw`(?:\b(?:perhaps|maybe|possibly|(?:some|one)\s+day|someday|(?:if\s+)?time\s+(?:permits|allows|permitting)|in\s+my\s+spare\s+time|(?:in|over|during)\s+the\s+holidays),?\s+(?:then\s+)?(?:I|we)(?:\s?'ll|\s?'d|\s+could|\s+can|\s+might|\s+may|\s+should|\s+will)?(?:\s+(?:even|try\s+to|be\s+able\s+to|look\s+into|find\s+\w+\s+to|also|just|then)){0,2}\s+|\b(?:I|we)(?:\s?'ll|\s?'d|\s+could|\s+can|\s+might|\s+may|\s+will)\s+(?:perhaps|maybe|possibly|someday)\s+|\bI\s+(?:\w+\s+)?(?:want|wish|like)\s+(?=do\s))(?:${WORK}|${WORK_ING})(?=\s)`,
    ),
    object: 'after',
    objectWeights: THING,
    allows: ['condition'],
    weigh,
  },
  {
    reason: 'interest-want-me-to',
    cues: [
      'want',
      'wants',
      'like',
      'prefer',
      'need',
      'wanted',
      'desired',
      'welcome',
      'demand',
      'interest',
      'worth',
    ],
    type: 'interest',
    weight: 0.7,
    pattern: own(
      String.raw`(?:\b(?:if|whether)\s+(?:you|anybody|anyone|somebody|people)(?:\s?'d|\s+would)?\s+(?:want|wants|like|likes|prefer|need)\s+(?:me|us)\s+to\s+|\bif\s+(?:you(?:'d)?\s+(?:like|want)|(?:that|it|this|there)(?:'s|\s+is|\s+would\s+be|\s+were)\s+(?:\w+\s+)?(?:wanted|desired|welcome|demand|interest|of\s+interest|worth\s+it|a\s+(?:feature|thing)\s+people\s+want)),?\s+(?:then\s+)?(?:I|we)(?:\s?'d|\s+can|\s+could|\s+would)(?:\s+(?:be\s+(?:happy|glad|willing)\s+to|gladly|try\s+to|also|like\s+to|love\s+to|certainly)){0,2}\s+)(?:${WORK}|turn|write\s+up)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { ...THING, unknown: -0.9, pronoun: -1 },
    allows: ['condition'],
    weigh,
  },
]
