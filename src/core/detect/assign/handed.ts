// Assignments of those who hand out work: it goes to her, his name stands next to it, she will do it under my guidance.

import type { Detector } from '../detector.ts'
import { ADVERBS, BARE_NAME, handedOut, NAME, THING } from './voice.ts'

const WORK_THING = new RegExp(
  String.raw`\b(?:${THING}|internship|gsoc|outreachy|thesis|tracker|roadmap|list|wiki|page|minutes|driver|development|tool|blocker)\b`,
  'i',
)
const TO_WHOM = String.raw`(?:(?<who>[Yy]ou)\b|(?:the\s+)?(?:@(?<who>[a-z]\w+)|${BARE_NAME}))`
/** What is handed out may be anything but a review point. */
const FLAT = { unknown: 0, pronoun: 0, none: 0, vague: 0, review: -1, mending: -1 } as const

/** The rows of this kind; order means nothing. */
export const handedDetectors: readonly Detector[] = [
  {
    reason: 'assign-thing-goes-to',
    cues: ['goes', 'went', 'falls', 'gone', 'assigned', 'awarded', 'allotted', 'reserved', 'given'],
    type: 'assign',
    weight: 1.1,
    pattern: new RegExp(
      String.raw`\b(?<object>(?:[Tt]he|[Tt]his|[Tt]hat|[Oo]ur|"[^"]{3,80}"|${THING})\s[^.;,?]{0,60}?)\s*\b(?:goes|falls|went|has\s+gone|will\s+go|is\s+going|(?:(?:is|are|was|were|has\s+been|have\s+been)\s+${ADVERBS})?(?:given|assigned|awarded|allotted|reserved))\s+${ADVERBS}(?:to|for)\s+${TO_WHOM}`,
      'u',
    ),
    object: 'after',
    objectWeights: FLAT,
    allows: ['past'],
    weigh: (found) =>
      (WORK_THING.test(found.match[0]) || /^This\s.*\byou$/.test(found.match[0])) && !found.context.review
        ? handedOut(found)
        : null,
  },
  {
    reason: 'assign-gets-the-thing',
    cues: ['gets', 'takes', 'receives', 'project', 'task', 'port', 'internship'],
    type: 'assign',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`(?:^|[\s(:])${NAME}\s+(?:gets|takes|receives|will\s+(?:take|get|have))\s+(?:on\s+)?(?=(?:the\s+(?:\S+\s+){0,4}?${THING}\b|"[^"]{3,80}"))`,
      'u',
    ),
    object: 'after',
    objectWeights: FLAT,
    weigh: (found) => (found.context.review ? null : handedOut(found)),
  },
  {
    reason: 'assign-we-hand-it',
    cues: [
      'assign',
      'assigned',
      'hand',
      'handed',
      'gave',
      'given',
      'allotted',
      'awarded',
      'entrusted',
      'let',
    ],
    type: 'assign',
    weight: 1.1,
    pattern: new RegExp(
      String.raw`\b(?:(?:[Ww]e|I)(?:'ve|'m|'re|\s+have|\s+am|\s+are)?\s+(?:all\s+)?${ADVERBS}(?:assign(?:ed|ing)?|hand(?:ed|ing)?|gave|giv(?:e|en|ing)|allot(?:ted)?|award(?:ed)?|entrust(?:ed)?)\s+(?<object>(?:the|this|that|it|project|"[^"]{3,80}")(?:[^.;?]{0,80}?))\s*\bto\s+${TO_WHOM}|\b(?:agreed|decided)\s+to\s+let\s+${NAME}\s+(?:do|have|take|implement|write|work\s+on)\s)`,
      'u',
    ),
    object: 'after',
    objectWeights: FLAT,
    weigh: (found) =>
      found.context.review || !(WORK_THING.test(found.match[0]) || /assign|\blet\b/.test(found.match[0]))
        ? null
        : handedOut(found),
  },
  {
    reason: 'assign-name-on-it',
    cues: ['name', 'put', 'pencilled', 'entered', 'noted', 'marked', 'listed', 'recorded', 'signed'],
    type: 'assign',
    weight: 1,
    pattern: new RegExp(
      String.raw`\b(?:(?<who>[Yy]ou)r\s+name(?:'s|\s+is)\s+${ADVERBS}(?:on|next\s+to|against|beside|behind)\s+(?:it|this|that|the)\b|(?:put|pencil+ed|entered|noted|marked|listed|recorded|signed|written)\s+(?:(?<who>you)(?:r\s+name)?|${BARE_NAME}(?:'s\s+name)?)\s+(?:(?:down\s+)?(?:for|as)\s+(?:it\b|the\s|that\s|this\s|its\s)|(?:up|in)\s+for\s|(?:on|next\s+to|against|beside|behind)\s+(?:it\b|this\b|that\b|the\s+(?:\S+\s+){0,4}?${THING}\b)))`,
      'u',
    ),
    object: 'thread',
    allows: ['past'],
    weigh: (found) =>
      found.context.review ||
      found.context.faultTopic ||
      /\b(?:reviewer|author|reporter|maintainer|mentor|Cc|copyright|contact|speaker|talk|recipient)s?\b/i.test(
        found.sentence.text,
      )
        ? null
        : handedOut(found),
  },
  {
    reason: 'assign-kept-for-you',
    cues: ['locked', 'reserved', 'booked', 'blocked', 'marked', 'reserving'],
    type: 'assign',
    weight: 1,
    pattern: new RegExp(
      String.raw`\b(?:I|[Ww]e)(?:'ve|'m|'ll|\s+have|\s+am|\s+will)?\s+${ADVERBS}(?:lock|reserv|book|block|mark)\w*\s+(?<object>(?:it|this|that|the\s+(?:\S+\s+){0,5}?${THING})\s[^.;?]{0,30}?)\s*\b(?:for\s+${TO_WHOM}|as\s+(?:taken\s+by|assigned\s+to)\s+${TO_WHOM})`,
      'u',
    ),
    object: 'after',
    objectWeights: FLAT,
    weigh: (found) => (found.context.review ? null : handedOut(found)),
  },
  {
    reason: 'assign-under-guidance',
    cues: [
      'guidance',
      'supervision',
      'mentorship',
      'mentor',
      'wing',
      'supervise',
      'internship',
      'thesis',
      'guide',
      'onboarding',
    ],
    type: 'assign',
    weight: 1.5,
    pattern: new RegExp(
      String.raw`(?:^|[\s(,])${NAME}(?:'ll|\s+will|\s+is|\s+is\s+going\s+to)\s+(?:be\s+)?(?:now\s+|also\s+)?(?:do|doing|implement(?:ing)?|writ(?:e|ing)|work(?:ing)?\s+on|develop(?:ing)?|port(?:ing)?|tak(?:e|ing)\s+(?:on|care)|build(?:ing)?|add(?:ing)?|tackl(?:e|ing)|start(?:ing)?\s+(?:on|with)|carry(?:ing)?)\s(?=[^;?]{0,110}\b(?:under\s+(?:my|our|the|\S+'s)\s+(?:guidance|supervision|mentorship|wing)|(?:supervised|mentored|guided)\s+by|as\s+(?:his|her|their|an?)\s+(?:\S+\s+){0,2}(?:internship|thesis|onboarding)|(?:I|we)(?:'m|'ll|\s+am|\s+will|\s+are|'re)?\s+(?:going\s+to\s+)?(?:be\s+)?(?:mentor|supervis|guid)\w*))`,
      'u',
    ),
    object: 'after',
    objectWeights: FLAT,
    weigh: (found) => (found.context.review ? null : handedOut(found)),
  },
  {
    reason: 'assign-please-take-it',
    cues: ['please'],
    type: 'assign',
    weight: 0.5,
    pattern: new RegExp(
      String.raw`^(?:(?:[Hh]i|[Oo][Kk]|[Oo]kay|[Tt]hen|[Ss]o|[Gg]ood|[Rr]ight)[\s,]+)?${BARE_NAME},\s+(?:you\s+can\s+|you\s+may\s+)?please\s+(?:do|take|start\s+(?:with|on)|begin\s+with|go\s+ahead\s+with)\s+(?=(?:the\s+)?(?:\S+\s+){0,4}?(?:project|task|port|rewrite|internship|conversion)\b)`,
      'u',
    ),
    object: 'after',
    objectWeights: FLAT,
    weigh: (found) => (found.context.review || found.context.faultTopic ? null : handedOut(found)),
  },
  {
    reason: 'assign-put-in-charge',
    cues: ['tasked', 'charged', 'charge', 'entrusted', 'commissioned', 'contracted'],
    type: 'assign',
    weight: 1,
    pattern: new RegExp(
      String.raw`(?:${NAME}|\b(?<who>[Yy]ou))(?:'s|'re|\s+(?:is|are|was|were|has\s+been|have\s+been))\s+${ADVERBS}(?:(?:tasked|charged|entrusted)\s+with|put\s+in\s+charge\s+of|(?:commissioned|contracted)\s+to\s+(?=write|implement|port|develop|do\b|add|build))\s`,
      'u',
    ),
    object: 'after',
    objectWeights: FLAT,
    allows: ['past'],
    weigh: (found) => (found.context.review ? null : handedOut(found)),
  },
  {
    reason: 'assign-agreed-that',
    cues: [
      'agreed',
      'decided',
      'settled',
      'voted',
      'pleased',
      'happy',
      'glad',
      'announce',
      'delighted',
      'proud',
      'welcome',
    ],
    type: 'assign',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`\b(?:(?:agreed|decided|settled|voted|pleased|happy|glad|announce|delighted|proud)\b[^.;?]{0,50}?\bthat\s+|[Ww]elcome\s+(?:to\s+)?(?=[A-Z][^.;?]{2,60}who))(?:(?<who>you)|${BARE_NAME})(?:,?\s+who)?(?:'ll|\s+will|\s+would|\s+should|\s+shall|\s+is\s+going\s+to|\s+is)?\s+(?:now\s+|be\s+)*(?:do(?:es|ing)?|tak(?:es?|ing)(?:\s+(?:on|over|up))?|implement(?:s|ing)?|writ(?:es?|ing)|work(?:s|ing)?\s+on|develop(?:s|ing)?|port(?:s|ing)?|handl(?:es?|ing)|lead(?:s|ing)?|tackl(?:es?|ing)|join(?:s|ing)?\s+us\b[^.;]{0,20}\b(?:for|on|to))\s`,
      'u',
    ),
    object: 'after',
    objectWeights: { ...FLAT, unknown: -0.2, pronoun: -0.4, review: -3, none: -1 },
    weigh: (found) => (found.context.review ? null : handedOut(found)),
  },
  {
    reason: 'assign-in-his-hands',
    cues: ['hands', 'plate', 'desk'],
    type: 'assign',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`\b(?<object>(?:[Tt]he|[Tt]his|[Tt]hat|"[^"]{3,80}"|${THING}|[Ii]t)\b[^.;,?]{0,60}?)\s*(?:is|'s|are)\s+${ADVERBS}(?:in|on)\s+(?:(?<who>you)r|${BARE_NAME}'s?|the\s+hands\s+of\s+${BARE_NAME})(?:\s+(?:capable|good|able))?\s*(?:hands|plate|desk)?\b`,
      'u',
    ),
    object: 'after',
    objectWeights: FLAT,
    weigh: (found) =>
      found.context.review || found.context.faultTopic || !/(?:hands|plate|desk)\b/.test(found.match[0])
        ? null
        : handedOut(found),
  },
  {
    reason: 'assign-delegated',
    cues: ['delegated', 'delegate', 'delegating', 'consider'],
    type: 'assign',
    weight: 1,
    pattern: new RegExp(
      String.raw`\b(?:delegat(?:e|ed|ing)\s+(?<object>(?:it|this|that|the\s)[^.;?]{0,60}?)\s*\bto\s+${TO_WHOM}|[Cc]onsider\s+(?:it|(?:this|that|the)\s+(?:\S+\s+){0,4}?${THING})\s+(?<who>you)rs\b|[Cc]onsider\s+(?<who>you)rself\s+(?:assigned|hired|selected|chosen|in\b))`,
      'u',
    ),
    object: 'thread',
    weigh: (found) => (found.context.review ? null : handedOut(found)),
  },
  {
    reason: 'assign-done-by-him',
    cues: [
      'done',
      'handled',
      'developed',
      'implemented',
      'written',
      'ported',
      'carried',
      'led',
      'taken',
      'tackled',
    ],
    type: 'assign',
    weight: 0.6,
    pattern: new RegExp(
      String.raw`\b(?<object>(?:[Tt]he|[Tt]his|[Tt]hat|"[^"]{3,80}"|${THING}|[Ii]t)\b[^.;,?]{0,60}?)\s*\b(?:will|is\s+going\s+to|shall)\s+be\s+${ADVERBS}(?:done|handled|developed|implemented|written|ported|carried\s+out|led|taken\s+(?:on|over|care\s+of)|tackled|worked\s+on)\s+by\s+${TO_WHOM}`,
      'u',
    ),
    object: 'after',
    objectWeights: { ...FLAT, pronoun: -0.4 },
    weigh: (found) => (found.context.review || found.context.faultTopic ? null : handedOut(found)),
  },
  {
    reason: 'assign-you-have-it',
    cues: ['project', 'task', 'internship', 'slot', 'job', 'bounty', 'assigned'],
    type: 'assign',
    weight: 1,
    pattern: new RegExp(
      String.raw`\b(?:(?<who>[Yy]ou)(?:'ve|\s+have|\s+can|\s+may|\s+shall)?\s+(?:now\s+)?(?:got|get|have)\s+(?:the|this|that)\s+(?:\S+\s+){0,4}?(?:project|task|internship|slot|job|bounty)\b|(?<who>[Yy]ou)(?:'re|\s+are|\s+have\s+been|'ve\s+been)\s+${ADVERBS}assigned\s+(?:to\s+)?(?:the|this|that|"|project)|(?<who>[Yy]ou)r\s+task\s+(?:is|will\s+be)\s+(?:to\s+(?:implement|write|port|develop|add|convert)|the)\s)`,
      'u',
    ),
    object: 'thread',
    weigh: (found) => (found.context.review || found.context.faultTopic ? null : handedOut(found)),
  },
  {
    reason: 'assign-my-student-does',
    cues: ['student', 'intern', 'colleague', 'coworker', 'trainee', 'mentee', 'contributor', 'apprentice'],
    type: 'assign',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`\b(?:[Mm]y|[Oo]ur|[Aa]|[Tt]he|GSoC|Outreachy)\s+(?:\S+\s+)?(?:student|intern|colleague|co-?worker|trainee|mentee|contributor|apprentice)s?,?\s+(?:is\s+|will\s+be\s+)?${BARE_NAME},?\s+(?:who\s+)?(?:is|will|has|starts|started|begins|does|did|'ll|'s|takes|took|picked|works|and\s+(?:he|she|they))\s(?=[^.?]{0,100}\b(?:work\w*|do|doing|implement\w*|writ\w+|port(?:ing)?|develop\w*|tak(?:e|es|ing)|start\w*|project|driver|task|continu\w*|over)\b)`,
      'u',
    ),
    object: 'after',
    objectWeights: FLAT,
    weigh: (found) => (found.context.review ? null : handedOut(found)),
  },
  {
    reason: 'assign-the-student-is',
    cues: [
      'student',
      'intern',
      'contributor',
      'winner',
      'owner',
      'assignee',
      'implementer',
      'project',
      'proposal',
    ],
    type: 'assign',
    weight: 1,
    pattern: new RegExp(
      String.raw`\b(?:(?:[Tt]he|[Oo]ur)\s+(?:\w+\s+)?(?:student|intern|contributor|winner|assignee|implementer)\s+(?<object>(?:for|of|on)\s[^.;,?]{2,60}?)\s+(?:is|will\s+be)\s+${TO_WHOM}|(?:accepted|selected|chosen|approved)\s+${BARE_NAME}'s\s+(?:proposal|application)\b|is\s+(?:now\s+)?${BARE_NAME}'s\s+(?:\w+\s+)?(?:project|task|job)\b)`,
      'u',
    ),
    object: 'thread',
    weigh: (found) => (found.context.review || found.context.faultTopic ? null : handedOut(found)),
  },
]
