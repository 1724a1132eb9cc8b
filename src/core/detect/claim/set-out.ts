// Claims by how one came to the work: kicked off, embarked on, signed up for, was paid for, made time for. Verbs that
// tell of work by themselves, so the thing needs no name the table knows. In a reply about a patch they say nothing.

import type { Detector } from '../detector.ts'
import { SELF } from '../voice.ts'
import { outsidePatches } from './mine.ts'
import { AT, MAKE, MAKE_ING, own, WILL } from './voice.ts'

const DONE = String.raw`(?:\s?'ve|\s+have|\s?'d|\s+had)?(?:\s+(?:just|now|already|recently|finally|also|therefore|accordingly|hereby)){0,2}`
const WORK = String.raw`(?:${MAKE}|work\s+on|add|replace|extend|turn|clean\s+up|get|deliver|do|provide|move|finish|take\s+(?:on|over)|unify|split|document)`
const WORK_ING = String.raw`(?:${MAKE_ING}|working\s+on|adding|replacing|extending|building|doing|moving|unifying|splitting|cleaning\s+up|turning|documenting)`
const STRONG = { unknown: 0, pronoun: -0.8, review: -2, vague: -1.6 } as const

/** The rows of this kind; order means nothing. */
export const claimsSetOut: readonly Detector[] = [
  {
    reason: 'claim-set-out',
    cues: [
      'kicked',
      'embarked',
      'launched',
      'kicking',
      'embarking',
      'set',
      'rolled',
      'sat',
      'made',
      'undertaken',
    ],
    type: 'claim',
    weight: 1.2,
    pattern: own(
      String.raw`${SELF}${AT}(?:${DONE}\s+(?:(?:kicked\s+off|launched|embarked\s+on|undertaken)\s+(?=(?:an?|the|my|our)\s)(?:an?\s+(?:effort|project|attempt|initiative)\s+to\s+${WORK})?|embarked\s+(?:up)?on|set\s+(?:out|about)\s+(?:to\s+${WORK}|${WORK_ING})|rolled\s+up\s+(?:my|our)\s+sleeves\s+to\s+${WORK}|sat\s+down\s+(?:[^.;,]{1,30}\s+)?(?:to|and)\s+${WORK}|made\s+up\s+(?:my|our)\s+minds?\s+(?:to|and\s+(?:will|are\s+going\s+to|am\s+going\s+to))\s+${WORK})|(?:\s?'m|\s?'re|\s+am|\s+are)\s+(?:now\s+)?(?:kicking\s+off|embarking\s+on|setting\s+out\s+to\s+${WORK}|undertaking))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { ...STRONG, review: -0.8 },
    allows: ['past'],
    weigh: outsidePatches,
  },
  {
    reason: 'claim-took-the-job',
    cues: [
      'job',
      'task',
      'signed',
      'volunteered',
      'volunteer',
      'committed',
      'adopted',
      'assigned',
      'nominated',
      'appointed',
      'settled',
      'agreed',
      'inherited',
      'claimed',
    ],
    type: 'claim',
    weight: 1,
    pattern: own(
      String.raw`\b(?:I|we|[A-Z]\w+)(?:'s|\s+has)?${DONE}\s+(?:(?:taken|took|accepted)\s+(?:up)?on\s+(?:(?:me|us|myself|ourselves)\s+)?the\s+(?:job|task|work)\s+of)(?=\s)|\b(?:I|we)${DONE}\s+(?:adopted\s+(?=the\s)|inherited\s+(?=the\s)|settled\s+(?:on|for)\s+(?:doing|the\s+(?=[^.;]{2,60}\b(?:project|task|topic|idea|port|driver|suite|tool)\b))|(?:signed\s+up|volunteered|committed)\s+(?:to\s+${WORK}|for\s+(?=the\s|[A-Z])))(?=\s)|\bI\s+volunteer\s+(?:for|to\s+${WORK})(?=\s)|\b(?:I|we)(?:\s?'ve|\s+have)?\s+(?:was|were|been|got)\s+(?:just\s+)?(?:assigned|nominated|appointed|picked|asked|hired|paid|tasked)\s+to\s+${WORK}(?=\s)`,
    ),
    object: 'after',
    objectWeights: STRONG,
    allows: ['past'],
    weigh: outsidePatches,
  },
  {
    reason: 'claim-paid-for',
    cues: [
      'funding',
      'contract',
      'grant',
      'funded',
      'paid',
      'hired',
      'budget',
      'contracted',
      'commissioned',
      'off',
      'blocked',
      'aside',
      'reserved',
    ],
    type: 'claim',
    weight: 1.2,
    pattern: own(
      String.raw`\b(?:I|we|[A-Z]\w+)${AT}(?:'s|\s+has)?${DONE}\s+(?:(?:(?:received|got|gotten|secured|won|obtained|accepted|signed)\s+(?:(?:an?|the|some)\s+)?(?:\w+\s+)?(?:funding|grant|contract|budget)|hired\s+(?:an?|some)\s+\w+|commissioned\s+(?:an?|some)\s+\w+)\s+(?:to\s+${WORK}|for\s+${WORK_ING})|(?:blocked\s+(?:out|off)|taken|set\s+aside|reserved)\s+(?:(?:the|an?|some|all|whole|few|next|of|two|three)\s+){0,4}\w+\s+(?:off\s+(?:\w+\s+)?|of\s+\w+\s+|aside\s+)?(?:in\s+order\s+)?(?:to\s+${WORK}|for\s+${WORK_ING}))(?=\s)`,
    ),
    object: 'after',
    objectWeights: STRONG,
    allows: ['past'],
    weigh: outsidePatches,
  },
  {
    reason: 'claim-taking-it-over',
    cues: ['over', 'off', 'up'],
    type: 'claim',
    weight: 0.9,
    pattern:
      /(?:^|\b(?:I'm|I\s+am|we're|we\s+are|I'll|I\s+will|we'll|we\s+will|gonna|going\s+to)\s+(?:now\s+|hereby\s+|be\s+)?)tak(?:e|ing)\s+(?:this|that|it|these|(?:the|his|her|their)\s+[^.,;]{2,50}?)\s+(?:project\s+|driver\s+|work\s+|series\s+|port\s+|one\s+)?(?:over\s+from|off)\s+(?:[A-Z]\w+|him|her|them|you|your|their|his)\b/i,
    object: 'thread',
    weigh: (found) => (found.context.posting ? null : found.context.review ? -1.6 : 0),
  },
  {
    reason: 'claim-let-me-do',
    cues: ['let', 'bite', 'handle', 'shoulder'],
    type: 'claim',
    weight: 0.9,
    pattern: own(
      String.raw`(?:^|[;,:]\s+)(?:please\s+)?let\s+me\s+(?:do|take|handle|write|implement|port|convert|build|tackle)(?=\s+(?:this|that)\s+(?:one|driver|port|part|tool|project|task|item|feature)\b|\s+the\s+(?:\S+\s+){0,3}(?:driver|port|part|tool|project|task|conversion|side|backend|support)\b)|${WILL}\s+(?:shoulder|handle|do)(?=\s+(?:the\s+(?:\S+\s+){0,3}(?:driver|port|part|conversion|side|backend|side|bits|ones|half|remaining\s+\w+)\b))`,
    ),
    object: 'after',
    objectWeights: { ...STRONG, pronoun: 0, review: -0.4, unknown: -0.4 },
    weigh: outsidePatches,
  },
]
