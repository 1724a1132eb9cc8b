// Inquiries: is anyone on it, who has it, is it being worked on, would anyone? Questions on code, and requests for a next
// version, are none.
import type { Detector, Found } from '../detector.ts'
import { ADVERBS, DO, DOING } from '../doing.ts'
import { ANYONE, asks, asksForWork, OF_THE_CALENDAR, PATCH_BUSINESS, unlessPatchBusiness } from './voice.ts'

/** "Can someone …": a request. */
const ASKS_FOR_IT = /\b(?:can|could|would|should|will|please|may|might)\s*$/i
/** What may stand between "anyone" and what he does. */
const GAP = String.raw`(?:\s+(?:else|here|there|out\s+there|who|that|is|are|was|were|has|have|had|been|got|in\s+the\s+community|(?:at|from|on)\s+(?:the\s+|this\s+)?\S+(?:\s+(?:list|team))?|[a-z]{2,12}ly|already|still|now|also|just|ever|yet|perhaps|by\s+chance|(?:(?:know|aware|heard)\s+(?:of\s+|if\s+|whether\s+)?)?(?:any|some)(?:one|body)(?:\s+else)?)){0,6}`
/** What he did or has: "started on", "a driver for". */
const HAS = String.raw`(?:work(?:s|ed)?\s+(?:on|towards?)|working\s+with(?=\s+(?:the\s+|an?\s+)?\S*\d)|worked\s+with(?=\s+(?:the\s+|an?\s+)?\S*\d)|looked\s+(?:at|into)(?=\s)|(?:re-?)?implemented|ported|written|developed|converted|considered\s+(?=\w+ing\b)|tak(?:en|es)\s+(?:(?:this|it|that)\s+)?(?:up|on|over|care\s+of)|feels?\s+responsible\s+for|plans?\s+(?:to|on)\s+(?=\w)|intends?\s+to\s+(?=\w)|intending\s+to\s+(?=\w)|start(?:ed|ing)|begun|begin(?:ning)?|attempt(?:ed|ing)|tackled|pick(?:ed)?\s+(?:up|(?:this|it|that)\s+up)|assigned\s+(?:to|for)|responsible\s+for|tried\s+(?:to\s+(?=port|implement|write|add|support|get\s[^?]{2,60}\b(?:supported|upstream|mainline|merged)\b)|(?=(?:port|implement|writ|add|support|convert|upstream)ing\b))|planning\s+(?:to\s+(?=submit|post|send|support|contribute|enable|mainline|upstream|get)|on\s+(?=\w+ing\b))|(?:at|on)\s+(?=(?:it|this|that)\b(?![-\w]))|(?:had|made|taken?)\s+(?:a\s+|any\s+|some\s+)?(?:go|stab|shot|start|attempt|progress)\s+(?:at|with|on|in)|(?:a|an|any|some)\s+(?:\w+\s+){0,2}?(?:driver|port|patch(?:es|set)?(?:/branches)?|implementation|plans?|series|prototype|wip|branch(?:es)?|work|code)\s+(?:for|of|to|on|cooking|in\s+the\s+(?:works|pipeline)|pending|around)(?=\s))`
const WORK_WEIGHTS = { unknown: 0, pronoun: 0, none: -0.4, review: -1.6, mending: -1.4, vague: -0.6 } as const

/** "Is anyone looking at this?" under a fault or a patch wants an answer to that. */
function askedOfAll(found: Found): number | null {
  const { context, match, sentence } = found
  if (!asks(found) || ASKS_FOR_IT.test(sentence.text.slice(0, match.index))) return null
  const here = context.review || context.posting || context.faultTopic
  const looked = /\blook\w*\s+(?:at|into)\s*$/i.test(match[0])
  if (looked && !/^(?:project|identifier|unknown)$/.test(found.object.kind)) return null
  if (here && !/\b(?:working|works?|implementing|porting|writing|developing)\b/i.test(match[0])) return null
  if (/\bpatch/i.test(match[0])) return 0
  return PATCH_BUSINESS.test(sentence.text) ? -1.6 : 0
}

/** The rows of this kind; order means nothing. */
export const inquiryDetectors: readonly Detector[] = [
  {
    reason: 'inquiry-anyone-working',
    cues: ['anyone', 'anybody', 'someone', 'somebody', 'any', 'people', 'folks', 'one'],
    type: 'inquiry',
    weight: 2,
    pattern: new RegExp(
      String.raw`\b${ANYONE}${GAP}(?:\s+(?:using\s+or\s+)?(?:${DOING}|${HAS})|(?<=\bdid\s.{0,30})\s+(?:finish|implement|write|port|develop|upstream|convert|start|take\s+(?:over|on|up)|pick\s+(?:(?:this|it|that)\s+)?up))`,
      'i',
    ),
    object: 'after',
    objectWeights: WORK_WEIGHTS,
    allows: ['question', 'condition', 'negation', 'other-version'],
    weigh: askedOfAll,
  },
  {
    reason: 'inquiry-who-is-working',
    cues: ['who', 'whom'],
    type: 'inquiry',
    weight: 1.4,
    pattern: new RegExp(
      String.raw`(?:^|[,;:(–-]\s*|\b(?:know|me|us|ask|wonder(?:ing)?|curious|and|so|but|out|idea|hi|hello|to)\s+)who(?:\s?'s|\s+is|\s+are|\s+else\s+is|\s+was|m\s+(?:should|can|may)\s+I)?\s+${ADVERBS}(?:${DOING}|responsible\s+for|behind|looking\s+after|maintaining|(?:contact|ask|talk\s+to)\s+(?:about|regarding)|(?:took|picked)\s+(?:over|on|up)|does(?=\s+(?:the|this)\s)|owns|has\s+(?=the\s)|(?:wants|would\s+like)\s+to\s+(?=${DO}))(?=\s|(?<=\s))`,
      'i',
    ),
    object: 'after',
    objectWeights: { ...WORK_WEIGHTS, unknown: -0.4, none: -1, vague: -1.4, review: -1.2 },
    allows: ['question'],
    weigh: (found) => {
      if (/\bworking\b/i.test(found.match[0]) && asks(found)) return 0.4
      const odds = asksForWork(found)
      return odds !== null &&
        /\b(?:responsible|owns|has|contact|ask|talk|care|handling|charge)\b/i.test(found.match[0])
        ? odds - 1.2
        : odds
    },
  },
  {
    reason: 'inquiry-nobody-else',
    cues: ['nobody', 'one', 'noone'],
    type: 'inquiry',
    weight: 1.4,
    pattern: new RegExp(
      String.raw`\b(?:nobody|no\s?one)\s+(?:else\s+)?(?:is|has)\s+${ADVERBS}(?:been\s+)?(?:${DOING}|started)(?=\s|(?<=\s))`,
      'i',
    ),
    object: 'after',
    objectWeights: { ...WORK_WEIGHTS, unknown: -0.4, review: -2 },
    allows: ['negation', 'question', 'condition'],
    weigh: ({ sentence: { text } }) =>
      /^(?:so|and)\b[^?]*\?|\b(?:assume|right|true|correct)\b[^?]*\?|\b(?:check|make\s+sure|verify|confirm|ask)\b/i.test(
        text,
      )
        ? 0
        : null,
  },
  {
    reason: 'inquiry-anyone-willing',
    cues: ['anyone', 'anybody', 'someone', 'somebody', 'volunteer', 'volunteers', 'taker', 'takers'],
    type: 'inquiry',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`(?:^(?:\w+[,.]?\s+){0,3}?|[,:;]\s+(?:\w+\s+)?|\b(?:is|are|does|do|would)\s+)(?:there\s+)?(?:${ANYONE}(?:\s+(?:else|here|out\s+there))*\s+(?:fancy|feel\s+like|fancies|care\s+to|want(?:s|ing)?\s+to|like\s+to|willing\s+to|interested\s+in|up\s+for|keen\s+(?:on|to)|volunteer(?:ing)?\s+(?:to|for))\s*(?:to\s+)?(?:${DO}|${DOING}|giv(?:e|ing)\s+(?:it|this|that)\s+a\s+(?:go|try|shot)|hav(?:e|ing)\s+a\s+(?:go|stab|try))|any\s+(?:volunteers|takers)\s+(?:for|to)\b)(?=[^?]{0,120}\?)`,
      'i',
    ),
    object: 'after',
    objectWeights: { ...WORK_WEIGHTS, none: 0, unknown: -0.4, review: -2 },
    allows: ['question', 'condition'],
    weigh: (found) => (/\bif\s+any/i.test(found.sentence.text) ? null : asksForWork(found)),
  },
  {
    reason: 'inquiry-is-it-worked-on',
    cues: [
      'being',
      'development',
      'works',
      'pipeline',
      'progress',
      'been',
      'way',
      'underway',
      'radar',
      'todo',
      'list',
      'plate',
      'agenda',
      'roadmap',
    ],
    type: 'inquiry',
    weight: 1.2,
    pattern: new RegExp(
      String.raw`\b(?:is|are|if|whether|has|have)\s+(?=[^?.;]{2,90}\b(?:being\s+${ADVERBS}(?:worked\s+on|developed|implemented|ported|upstreamed|pursued|done\s+(?:about|on))|under\s+(?:\w+\s+)?(?:development|way)|underway|in\s+(?:the\s+(?:works|pipeline|making)|progress)|been\s+${ADVERBS}(?:submitted|posted|written|started|implemented|attempted|tried|ported|developed|picked\s+up)\s+(?:by\s+(?:any|some)\w*|before|already|yet)|work\s+on\s[^?]{2,50}\s(?:started|begun)|on\s+(?:any|some)(?:one|body)'?s\s+(?:todo|to-do|list|radar|plate|agenda|roadmap)|on\s+(?:the|your)\s+(?:todo|to-do|radar|agenda|roadmap))\b)`,
      'i',
    ),
    object: 'after',
    objectWeights: { ...WORK_WEIGHTS, unknown: -0.4, pronoun: -0.6, none: -0.6, review: -2.4 },
    allows: ['question', 'condition'],
    weigh: unlessPatchBusiness,
  },
  {
    reason: 'inquiry-any-plans',
    cues: ['plan', 'plans', 'intention', 'intentions', 'effort', 'efforts', 'roadmap'],
    type: 'inquiry',
    weight: 1.1,
    pattern:
      /\b(?:any|are\s+there|is\s+there\s+an?|(?:aware|heard|know)\s+of(?:\s+an?)?)\s+(?:\w+\s+){0,2}?(?:plans?|efforts?|intentions?|roadmap)\s+(?:to|for|on|of|towards|around)(?=\s)/i,
    object: 'after',
    objectWeights: { vague: -0.6, unknown: -0.4, pronoun: -0.8, none: -0.8, review: -2 },
    allows: ['question', 'condition'],
    weigh: (found) => {
      if (OF_THE_CALENDAR.test(found.sentence.text) || /^(?:drop|remov|deprecat)/i.test(found.object.phrase))
        return null
      const odds = unlessPatchBusiness(found)
      return odds !== null && found.context.review ? odds - (/to$/i.test(found.match[0]) ? 0.3 : 1) : odds
    },
  },
]
