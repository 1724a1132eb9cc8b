// Inquiries after work that is known: how does it stand, what became of it, do you go on with it? A question after a next
// version is none.
import { isWorkTopic } from '../context.ts'
import type { Detector } from '../detector.ts'
import { ADVERBS, DO, DOING } from '../doing.ts'
import { asks, asksForWork, OF_THE_CALENDAR, PATCH_BUSINESS, unlessPatchBusiness } from './voice.ts'

/** "Lars", "the maintainer", "the Orbis folks". */
const THEY = String.raw`(?:he|she|they|(?:the\s+)?[A-Z]\p{L}+(?:\s+[A-Z]\p{L}+)?(?:\s+(?:guys|folks|people|team))?|the\s+(?:\w+\s+)?(?:authors?|maintainers?|student|vendor|team|developers?|owner))`

/** "Are you going to take part?", "do you plan to merge it?" */
const OTHER_PLANS =
  /^(?:to\s+)?(?:participat|tak(?:e|ing)\s+part|appl|attend|merg|releas|review|test|push|queue|pick|us(?:e|ing)\b|com(?:e|ing)\b|drop|remov)/i

/** The rows of this kind; order means nothing. */
export const inquiriesAfterWork: readonly Detector[] = [
  {
    reason: 'inquiry-news-on',
    cues: [
      'status',
      'state',
      'news',
      'update',
      'updates',
      'progress',
      'movement',
      'activity',
      'development',
      'developments',
      'timeline',
      'eta',
      'fate',
      'work',
      'plan',
    ],
    type: 'inquiry',
    weight: 1.2,
    pattern:
      /\b(?:what(?:'s|\s+is|\s+are|\s+was)?\s+the\s+(?:\w+\s+){0,2}?(?:status|state|fate|situation|story|timeline|eta|schedule|plan)\s+(?:of|for|on|with|around|regarding|about)|(?:about|know|share|tell\s+(?:me|us)|give\s+(?:me|us))\s+(?:about\s+)?(?:the\s+)?(?:\w+\s+)?(?:status|state)\s+of(?!\s+the\s+art)|(?:any|is\s+there|are\s+there|there\s+(?:is|are|has\s+been|have\s+been|was)|(?:has|have)\s+there\s+been|you\s+(?:guys\s+)?made)\s+(?:(?:any|some|an?)\s+)?(?:\w+\s+){0,2}?(?:(?:news|updates?|progress|movement|developments?|activity|attempts?|eta|timeline|time\s?frame)(?:\s+(?:going\s+on|made|happening|lately))?|work\s+(?:going\s+on|done|happening|being\s+done|in\s+progress))\s+(?:on|about|regarding|for|with|to(?:wards?)?|in|around))(?=\s)/i,
    object: 'after',
    objectWeights: {
      unknown: -0.6,
      pronoun: -2.4,
      review: -3,
      none: -3,
      mending: -0.4,
      vague: -1,
      project: 0.4,
    },
    allows: ['question', 'condition'],
    weigh: (found) =>
      PATCH_BUSINESS.test(found.sentence.text) ||
      OF_THE_CALENDAR.test(found.sentence.text) ||
      !asks(found) ||
      (found.context.review && (/\bwhat/i.test(found.match[0]) || found.object.kind === 'pronoun'))
        ? null
        : found.context.review || found.context.posting
          ? /\bwhat/i.test(found.match[0])
            ? 0
            : -0.4
          : // "Is there any update on this?" under a subject that names work.
            found.object.kind === 'pronoun' && isWorkTopic(found.context.message.subject)
            ? 1.6
            : 0,
  },
  {
    reason: 'inquiry-how-far-is-it',
    cues: [
      'happened',
      'became',
      'become',
      'came',
      'come',
      'far',
      'coming',
      'going',
      'progressing',
      'stand',
      'stands',
    ],
    type: 'inquiry',
    weight: 0.9,
    pattern:
      /\b(?:what(?:ever)?\s+(?:has\s+)?(?:happened|became|become|come|came)\s+(?:to|of|with)|(?:did|has|have)\s+(?:anything|something)\s+(?:ever\s+)?(?:come|came|happen\w*)\s+(?:out\s+)?(?:of|to|with)|how\s+far\s+(?:(?:did|have)\s+you\s+(?:get|got|gotten|come)\s+(?:with|on)|(?:along\s+)?(?:is|are|did|has|have))|how\s+(?:is|are)\s+(?=[^?;]{2,80}\b(?:coming\s+along|going(?!\s+to)|progressing)\b)|where\s+(?:does|do|is|are)\s+(?=[^?;]{2,80}\bstand\b))(?=\s|(?<=\s))(?:\s*(?:the|that|this|your|\S+'s)\s+(?:plans?|ideas?|efforts?|attempts?)\s+(?:to|for|of|on)(?=\s))?/i,
    object: 'after',
    objectWeights: { unknown: -0.6, pronoun: -1.6, review: -3, none: -2, mending: -1, vague: -1.4 },
    allows: ['question', 'past', 'condition'],
    weigh: asksForWork,
  },
  {
    reason: 'inquiry-still-alive',
    cues: ['alive', 'dead', 'abandoned', 'ongoing', 'pursued', 'maintained', 'ever', 'going'],
    type: 'inquiry',
    weight: 0.8,
    pattern:
      /(?:^|[:;,.–-]\s+|\b(?:if|whether|so|and|hello|hi)\s+)(?:is|are|did|has|have|was|were)\s+(?=[^?;]{2,80}\b(?:(?:still\s+|already\s+)?(?:alive|dead|abandoned|ongoing|(?<=still\s)going\s+on|(?:actively\s+)?(?:pursued|maintained))|ever\s+(?:go(?:ne)?\s+anywhere|happen(?:ed)?|materiali[sz]ed?|(?:get\s+|been\s+)?(?:implemented|picked\s+up|finished|upstreamed|started|resumed)))\b[^?]{0,60}\?)/i,
    object: 'after',
    objectWeights: { unknown: -1, pronoun: -0.6, review: -2.4, none: -2, vague: -1.4 },
    allows: ['question'],
    weigh: asksForWork,
  },
  {
    reason: 'inquiry-still-working-on',
    cues: ['you'],
    type: 'inquiry',
    weight: 1.2,
    pattern: new RegExp(
      String.raw`\b(?:are\s+you(?:\s+(?:guys|folks|all))?|(?:if|whether)\s+you(?:\s?'re|\s+are))\s+(?:(?:still|currently|actively|already)\s+)+(?:${DOING}|on(?=\s+(?:the|this|that|it)\b)|at(?=\s+(?:this|that|it)\b)|interested\s+in|planning)(?=\s)`,
      'i',
    ),
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: -0.2, none: -0.4, review: -1.6 },
    allows: ['question', 'condition'],
    weigh: (found) => (asks(found) ? (found.context.review ? -0.8 : 0) : null),
  },
  {
    reason: 'inquiry-do-you-plan',
    cues: ['you'],
    type: 'inquiry',
    weight: 0.3,
    pattern:
      /(?:^|[,;:(]\s*|\s[-–—]+\s|\b(?:and|or|so|but|also|otherwise|if\s+not)\s+|@\S+\s+)(?:do|did|are|were|will|have)\s+you\s+(?:\([^)]{2,40}\)\s+)?(?:(?:still|also|guys|folks|already|currently|perhaps|by\s+any\s+chance)\s+)*(?:(?:plan|intend|planning|intending|going|willing)\s+(?:to|on)?\s*|interested\s+(?:in|on)\s+(?:helping\s+(?:to\s+|with\s+)?)?(?=\w)|(?:have|had)\s+(?:any\s+)?plans?\s+(?:to|for|on)\s+|working\s+on\s+|(?<=still\s)work\s+on\s+|(?:ever\s+)?(?:get|got|gotten)\s+(?:a?round|back)\s+to\s+(?=\w+ing\b)|have\s+done\s+some\s+work\s+(?:for|on)\s+|done\s+(?:any|some)\s+work\s+(?:for|on)\s+)/i,
    object: 'after',
    objectWeights: {
      unknown: -0.6,
      pronoun: -1.4,
      none: -0.6,
      mending: 0,
      review: -1.6,
      project: 0.6,
      identifier: 0.6,
    },
    allows: ['question', 'condition'],
    weigh: (found) => {
      const text = found.sentence.text
      if (!/\?/.test(text) && !/\bdone\s+some\s+work\b/i.test(text)) return null
      if (PATCH_BUSINESS.test(text) || OTHER_PLANS.test(found.object.phrase)) return null
      if (/\b(?:fix|do|handle|clean|convert)\b[^?]{0,30}\b(?:as\s+well|too)\b/i.test(text)) return 1.9
      if (
        /\b(?:fix|these|those|other|support|driver|port|implement|continu|finish|pass(?:ing)?\s+it|take\s+over|hand|upstream|others?\s+to\s+help|work|maintain|convert)/i.test(
          text,
        )
      )
        return found.context.review ? 0.6 : 1
      return found.context.review ? -1.6 : -0.4
    },
  },
  {
    reason: 'inquiry-they-plan',
    cues: ['plan', 'plans', 'planning', 'planned', 'intend', 'intends', 'wants', 'want', 'working', 'doing'],
    type: 'inquiry',
    weight: 1,
    pattern: new RegExp(
      String.raw`(?:\b(?:know|ask|input|wonder(?:ing)?|say|tell|curious|clear|sure|idea|check\w*)\b[^.;]{0,50}\b(?:whether|if)\s+(?:they|he|she|[A-Z]\p{L}+|you)(?:\s+(?:from|at|of)\s+\S+)?(?:'re|'s|\s+is|\s+are)?\s+${ADVERBS}(?:(?:plans?|intends?|planning|wants?|intending)\s+(?:to|on)\s+(?=(?:clean|work|add|support|implement|port|upstream|continu|do\b|finish))|${DOING})|(?:^|[,;:]\s+|\b(?:[Ss]o|and|or|[Hh]i)\s+)(?:[Ii]s|[Aa]re|[Hh]as|[Hh]ave)\s+${THEY}\s+${ADVERBS}(?:been\s+)?${DOING}(?=[^?]*\?)|(?:^|[,;:]\s+|\b(?:[Ss]o|and|or|[Hh]i)\s+)[Dd](?:oes|o)\s+${THEY}\s+${ADVERBS}(?:plan|intend)\s+(?:to\s+(?=support|${DO})|on\s+(?=\w+ing\b))(?=[^?]*\?))`,
      'u',
    ),
    object: 'after',
    objectWeights: { pronoun: 0.4, mending: 0.2, unknown: -0.6, review: -1 },
    allows: ['condition', 'question', 'negation'],
    weigh: (found) =>
      PATCH_BUSINESS.test(found.sentence.text) || /\blook\w*\s+(?:at|into)\s*$/i.test(found.match[0])
        ? null
        : found.context.review || found.context.faultTopic
          ? -0.3
          : 0,
  },
  {
    reason: 'inquiry-you-still',
    cues: ['you', 'wip'],
    type: 'inquiry',
    weight: 0.7,
    pattern:
      /\b(?:is|are|was)\s+(?=[^?;]{3,90}\b(?:(?:something\s+|what\s+)?(?:that\s+)?(?<!\bdo\s)you(?:'re|'ll|'d|\s+are|\s+will|\s+would)?\s+(?:still\s+|currently\s+|already\s+|actively\s+)?(?:intend|plan|planning|intending|working|want|hope|going|pursuing|interested|looking)|WIP)\b)/i,
    object: 'after',
    objectWeights: { unknown: -0.8, pronoun: -0.6, none: -1, review: -1.8, mending: -2, vague: -1.4 },
    allows: ['question'],
    // "Is this something you're working on?": the thread's topic; "is any of this WIP?" asks of work.
    weigh: (found) => {
      const odds = unlessPatchBusiness(found)
      const whole =
        /^(?:this|that|it)\s+something\b/i.test(found.object.phrase) || /\bWIP\b/.test(found.sentence.text)
      return odds !== null && whole ? odds + 2 : odds
    },
  },
  {
    reason: 'inquiry-any-chance-you',
    cues: ['chance', 'chances'],
    type: 'inquiry',
    weight: 0.8,
    pattern: new RegExp(
      String.raw`\b(?:is\s+there\s+)?(?:any|a)\s+chances?\s+(?:that\s+)?(?:you|[A-Z]\w+)(?:'ll|'d|\s+will|\s+would|\s+could|\s+can|\s+might)?\s+${ADVERBS}(?:get(?:ting)?\s+back\s+to|${DO}|resume)(?=\s[^?]{2,120}\?)`,
      'i',
    ),
    object: 'after',
    objectWeights: { unknown: -0.6, pronoun: -0.6, review: -0.6, none: 0 },
    allows: ['question'],
    weigh: (found) =>
      found.context.review || /\bv\d+\b|\b(?:comments?|review|look)\b/i.test(found.sentence.text) ? null : 0,
  },
]
