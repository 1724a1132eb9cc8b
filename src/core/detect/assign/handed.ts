// Assignments of those who hand out work: it goes to her, his name stands next to it, you can have it.

import type { Detector } from '../detector.ts'
import { BARE_NAME, HANDED_ADVERBS, handedOut, THING } from './voice.ts'

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
    cues: [
      'goes',
      'went',
      'falls',
      'gone',
      'assigned',
      'awarded',
      'allotted',
      'reserved',
      'given',
      'belongs',
    ],
    type: 'assign',
    weight: 1.1,
    pattern: new RegExp(
      String.raw`\b(?<object>(?:[Tt]he|[Tt]his|[Tt]hat|[Oo]ur|[Ii]t|"[^"]{3,80}"|${THING})\b[^.;,?]{0,60}?)\s*\b(?:goes|falls|belongs|went|has\s+gone|will\s+go|is\s+going|(?:(?:is|are|was|were|has\s+been|have\s+been)\s+${HANDED_ADVERBS})?(?:given|assigned|awarded|allotted|reserved))\s+${HANDED_ADVERBS}(?:to|for)\s+${TO_WHOM}`,
      'u',
    ),
    object: 'after',
    objectWeights: FLAT,
    allows: ['past'],
    weigh: (found) =>
      (WORK_THING.test(found.match[0]) || /^(?:This\s.*\byou$|That\s+one\s)/.test(found.match[0])) &&
      !found.context.review &&
      !found.context.faultTopic
        ? handedOut(found)
        : null,
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
      'delegate',
      'delegated',
    ],
    type: 'assign',
    weight: 1.1,
    pattern: new RegExp(
      String.raw`\b(?:[Ww]e|I)(?:'ve|'m|'re|\s+have|\s+am|\s+are)?\s+(?:all\s+)?${HANDED_ADVERBS}(?:assign(?:ed|ing)?|hand(?:ed|ing)?|gave|giv(?:e|en|ing)|allot(?:ted)?|award(?:ed)?|entrust(?:ed)?|delegat(?:e|ed|ing))\s+(?<object>(?:the|this|that|it|project|"[^"]{3,80}")(?:[^.;?]{0,80}?))\s*\bto\s+${TO_WHOM}`,
      'u',
    ),
    object: 'after',
    objectWeights: FLAT,
    weigh: (found) =>
      found.context.review || !(WORK_THING.test(found.match[0]) || /assign|delegat/.test(found.match[0]))
        ? null
        : handedOut(found),
  },
  {
    reason: 'assign-name-on-it',
    cues: [
      'name',
      'put',
      'pencilled',
      'entered',
      'noted',
      'marked',
      'listed',
      'recorded',
      'signed',
      'reserved',
    ],
    type: 'assign',
    weight: 1,
    pattern: new RegExp(
      String.raw`\b(?:(?<who>[Yy]ou)r\s+name(?:'s|\s+is)\s+${HANDED_ADVERBS}(?:on|next\s+to|against|beside|behind)\s+(?:it|this|that|the)\b|(?:put|pencil+ed|entered|noted|marked|listed|recorded|signed|written)\s+(?:(?<who>you)(?:r\s+name)?|${BARE_NAME}(?:'s\s+name)?)\s+(?:(?:down\s+)?(?:for|as)\s+(?:it\b|the\s|that\s|this\s|its\s)|(?:up|in)\s+for\s|(?:on|next\s+to|against|beside|behind)\s+(?:it\b|this\b|that\b|the\s+(?:\S+\s+){0,4}?${THING}\b)))`,
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
    reason: 'assign-you-have-it',
    cues: ['project', 'task', 'internship', 'slot', 'job', 'bounty', 'assigned'],
    type: 'assign',
    weight: 1,
    pattern: new RegExp(
      String.raw`\b(?:(?<who>[Yy]ou)(?:'ve|\s+have|\s+can|\s+may|\s+shall)?\s+(?:now\s+)?(?:got|get|have)\s+(?:the|this|that)\s+(?:\S+\s+){0,4}?(?:project|task|internship|slot|job|bounty)\b|(?<who>[Yy]ou)(?:'re|\s+are|\s+have\s+been|'ve\s+been)\s+${HANDED_ADVERBS}assigned\s+(?:to\s+)?(?:the|this|that|"|project))`,
      'u',
    ),
    object: 'thread',
    weigh: (found) => (found.context.review || found.context.faultTopic ? null : handedOut(found)),
  },
]
