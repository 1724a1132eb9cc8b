// Assignments: a person says that another one has it. Whether he may say so is judged later, where roles are known.

import type { Detector } from '../detector.ts'
import { BARE_NAME, lessInReview, NAME, personOdds } from './voice.ts'

/** "Lars will work on it this summer": said of students, interns and colleagues. */
const ANNOUNCED =
  /\b(?:summer|students?|interns?|internship|gsoc|outreachy|mentor\w*|colleagues?|co-?workers?|our\s+team|under\s+my|welcome|announce|agreed|his\s+thesis|her\s+thesis|this\s+year|next\s+quarter)\b/i

/** The rows of this kind; order means nothing. */
export const assignDetectors: readonly Detector[] = [
  {
    reason: 'assign-is-working-on',
    cues: [
      'working',
      'developing',
      'writing',
      'implementing',
      'porting',
      'looking',
      'taking',
      'doing',
      'leading',
      'driving',
      'busy',
    ],
    type: 'assign',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`(?:^|[\s(])${NAME}(?:'s\s+(?:team|group))?\s+(?:is|are|has\s+been|have\s+been|was)\s+(?:the\s+one\s+(?:who|that)(?:'s|\s+is)\s+)?(?:(?:already|currently|also|now|actively|actually|still)\s+)?(?:working\s+on|doing(?=\s+(?:the|this|that)\s)|(?:leading|driving)(?=\s+the\s)|busy\s+with|looking\s+(?:at|into)\s+(?=add|implement|port)|developing|implementing|porting|taking\s+over|taking\s+(?:it|this|that|them)\s+over|taking\s+care\s+of)`,
      'u',
    ),
    object: 'after',
    objectWeights: { pronoun: 0, none: 0, unknown: -0.4, review: -1.8 },
    weigh: personOdds,
  },
  {
    reason: 'assign-thing-he-works-on',
    cues: ['working', 'developing', 'writing', 'implementing', 'porting'],
    type: 'assign',
    weight: 0.8,
    pattern: new RegExp(
      String.raw`\b(?:that|which)\s+${NAME}\s+(?:is|are|has\s+been)\s+(?:(?:already|currently|also|now)\s+)?(?:working\s+on|developing|implementing|porting)`,
      'u',
    ),
    object: 'before',
    objectWeights: { unknown: -0.6, review: -1.8 },
    weigh: personOdds,
  },
  {
    reason: 'assign-volunteered',
    cues: ['volunteered', 'agreed', 'offered', 'promised', 'stepped'],
    type: 'assign',
    weight: 1.3,
    pattern: new RegExp(
      String.raw`${NAME}\s*,?\s+(?:who\s+)?(?:has\s+|have\s+)?(?:volunteered|agreed|offered|promised|stepped\s+up)\s+(?:to\s+(?:work\s+on|take|implement|port|write|do|look|pick\s+up|handle|continue)|for(?=\s))`,
      'u',
    ),
    object: 'after',
    objectWeights: { pronoun: 0.4, none: 0, unknown: 0 },
    weigh: personOdds,
  },
  {
    reason: 'assign-they-work-on',
    cues: ['working'],
    type: 'assign',
    weight: 0.7,
    pattern: new RegExp(
      String.raw`\b(?:[Cc]c(?:'?ing|'?ed)?:?|[Aa]dding|[Aa]dded|\+)\s*${NAME}[^.]{0,60}\b(?:(?:since|as|because|who)\s+(?:(?:they|he|she)\s+)?|he\b|she\b)(?:'s|\s?is|\s?are|\s?has\s+been|\s?have\s+been)\s+(?:(?:already|currently|also|now)\s+)?working\s+on`,
      'u',
    ),
    object: 'after',
    objectWeights: { pronoun: 0.4, vague: 0, unknown: 0 },
    weigh: personOdds,
  },
  {
    reason: 'assign-talk-to',
    cues: ['talk', 'speak', 'coordinate', 'check', 'contact', 'ask', 'sync'],
    type: 'assign',
    weight: 1,
    pattern: new RegExp(
      String.raw`\b(?:talk|speak|coordinate|check|contact|ask|sync|synchronise|synchronize)\s+(?:to\s+|with\s+|up\s+with\s+)?${NAME}[^.]{0,30}\b(?:he|she|they|who)(?:\s?'s|\s?'re|\s+is|\s+are|\s+has\s+been|\s+have\s+been)\s+(?:(?:already|currently|also|now|actively)\s+)?(?:working\s+on|implementing|developing|porting)`,
      'u',
    ),
    object: 'after',
    objectWeights: { pronoun: 0.4, unknown: 0, none: 0 },
    weigh: personOdds,
  },
  {
    reason: 'assign-assigned-to',
    cues: ['assigned', 'given'],
    type: 'assign',
    weight: 1,
    pattern: new RegExp(
      String.raw`\b(?:project|task|item|it|this|work)\s+(?:is|was|has\s+been)\s+(?:already\s+|now\s+)?(?:assigned|given)\s+to\s+${NAME}`,
      'u',
    ),
    object: 'thread',
    allows: ['past'],
    weigh: personOdds,
  },
  {
    reason: 'assign-to-you',
    cues: ['assigned', 'given'],
    type: 'assign',
    weight: 1.1,
    pattern:
      /\bI(?:'ve|\s+have)?\s+(?:now\s+|just\s+)?(?:assigned|given)\s+(?:this|it|the\s+[^.]{2,60}?)\s+to\s+(?<who>you)\b/i,
    object: 'thread',
    weigh: (found) => (found.context.review ? null : 0),
  },
  {
    reason: 'assign-will-do',
    cues: ['will', 'going', 'plans', 'planning'],
    type: 'assign',
    weight: 0.2,
    pattern: new RegExp(
      String.raw`(?:^|[\s(,])${NAME}\s+(?:will|is\s+going\s+to|plans\s+to|is\s+planning\s+to)\s+(?:(?:be|also|now)\s+)?(?:work(?:ing)?\s+on|implement|port|take\s+(?:over|on|care)|continue|pick\s+up|develop|tackle|do(?=\s+(?:this|that|it|the)\b))`,
      'u',
    ),
    object: 'after',
    objectWeights: { pronoun: -0.4, none: -0.6, unknown: -0.8, review: -1.8 },
    weigh: (found) => {
      const odds = personOdds(found)
      return odds !== null && ANNOUNCED.test(found.sentence.text) && !found.context.review ? odds + 1.2 : odds
    },
  },
  {
    reason: 'assign-if-he-could-continue',
    cues: ['continue', 'over'],
    type: 'assign',
    weight: 0.8,
    pattern:
      /\b(?:appreciate|great|nice|good|best|fine)\s+(?:it\s+)?if\s+(?<who>[A-Z]\w+|she|he|they)\s+(?:could|can|would|takes?)\s+(?:continue|take\s+over|over)(?=\s)/i,
    object: 'thread',
    allows: ['condition', 'negation'],
    weigh: (found) => (/\b(?:no\s+longer|my|I\s+have)\b/i.test(found.sentence.text) ? 0.2 : -2),
  },
  {
    reason: 'assign-already-a-series',
    cues: ['already'],
    type: 'assign',
    weight: 0.3,
    pattern:
      /\bthere(?:'s|\s+is)\s+already\s+(?:a|an)\s+(?:v\d+|series|patch(?:set|\s+series)?|driver|submission|work)\s+(?:from|by|of)\s+(?<who>[^.:;]{3,40})/i,
    object: 'thread',
    allows: ['other-version'],
  },
  {
    reason: 'assign-action-item',
    cues: ['action', 'todo', 'ai'],
    type: 'assign',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`^\W{0,3}(?:ACTION|Action|AI|TODO)(?:\s+(?:item|ITEM))?\s*[:\]-]\s*${NAME}\s+(?:is\s+)?(?:to|will)\s+(?:implement|work\s+on|take|port|write|do|develop|look\s+into|continue|own|drive)`,
      'u',
    ),
    object: 'after',
    objectWeights: { pronoun: -0.4, none: -1, unknown: -0.6, review: -2 },
    weigh: personOdds,
  },
  {
    reason: 'assign-he-will',
    cues: ['said', 'told', 'mentioned', 'says', 'wrote', 'confirmed', 'announced'],
    type: 'assign',
    weight: 0.6,
    pattern: new RegExp(
      String.raw`(?:^|[\s(,])${NAME}\s+(?:has\s+|just\s+|already\s+)?(?:said|told|mentioned|says|wrote|confirmed|announced)\b[^.;?]{0,60}?\b(?:he|she|they)(?:'s|'d|'ll|\s+is|\s+was|\s+will|\s+would|\s+has|\s+are|\s+plans|\s+wants)\s+(?:(?:been|already|going\s+to|planning\s+to|about\s+to|currently|a)\s+){0,3}(?:work(?:ing)?\s+on|do|doing|implement(?:ing)?|port(?:ing)?|writ(?:e|ing)|tak(?:e|ing)\s+(?:over|on|care)?|handle|continue|pick\s+up|tackle|(?:working\s+)?driver\s+for|patch(?:es)?\s+for)`,
      'u',
    ),
    object: 'after',
    objectWeights: { pronoun: 0, none: -1, unknown: -0.6, review: -2 },
    weigh: (found) => lessInReview(found),
  },
  {
    reason: 'assign-on-it',
    cues: ['on', 'at'],
    type: 'assign',
    weight: 0,
    pattern: new RegExp(
      String.raw`(?:^|[\s(,])${NAME}\s+(?:is|are)\s+(?:(?:already|currently|now|still)\s+)?(?:on|at)\s+(?:it|this|that)\b(?=\s*(?:[.,;!)]|$|already|now))`,
      'u',
    ),
    object: 'thread',
    weigh: (found) => (found.context.review || found.context.faultTopic ? null : personOdds(found)),
  },
  {
    reason: 'assign-belongs-to',
    cues: ['belongs', 'went', 'goes'],
    type: 'assign',
    weight: 0.3,
    pattern: new RegExp(String.raw`\b(?:belongs|went|goes)\s+to\s+${BARE_NAME}`, 'u'),
    object: 'thread',
    allows: ['past'],
    weigh: (found) => (found.context.review || found.context.posting ? null : personOdds(found)),
  },
  {
    reason: 'assign-took-it',
    cues: ['desk', 'plate', 'list', 'hands', 'agenda', 'started', 'took', 'picked', 'taken'],
    type: 'assign',
    weight: 0.3,
    pattern: new RegExp(
      String.raw`(?:^|[\s(,])${NAME}\s+(?:has\s+)?(?:already\s+)?(?:started\s+(?:on|with|work(?:ing)?\s+on)|took|taken|picked\s+up)\s+(?:on\s+|over\s+)?(?:it|this\s+one|that\s+one|(?:this|that|the)\s+(?:\S+\s+)?(?:project|task|item|driver|port|work)\b|has\s+(?:this|that|it|the\s+\S+)\s+(?:already\s+)?(?:on|in)\s+(?:her|his|their)\s+(?:\w+\s+)?(?:desk|plate|list|hands|agenda|todo)\b)`,
      'u',
    ),
    object: 'thread',
    allows: ['past'],
    weigh: (found) =>
      found.context.review || found.context.posting || found.context.faultTopic ? null : personOdds(found),
  },
  {
    reason: 'assign-being-done-by',
    cues: ['being'],
    type: 'assign',
    weight: 0.4,
    pattern: new RegExp(
      String.raw`\b(?:is|are)\s+(?:already\s+|currently\s+|now\s+)?being\s+(?:done|handled|worked\s+on|developed|implemented|written|ported|taken\s+care\s+of)\s+by\s+${BARE_NAME}`,
      'u',
    ),
    object: 'thread',
    weigh: (found) => lessInReview(found),
  },
]
