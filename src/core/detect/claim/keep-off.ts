// Claims told by what surrounds them: others are asked to keep off ("to avoid duplicate work: I …"), the author does it
// himself ("will convert the rest myself"), or it is his next project. In a reply about a patch they say nothing.

import type { Detector } from '../detector.ts'
import { outsidePatches } from './mine.ts'
import { MAKE, MAKE_ING, own } from './voice.ts'

const WORK = String.raw`(?:${MAKE}|work\s+on|add|replace|extend|turn|clean\s+up|do|provide|move|finish|tackle|handle|take\s+(?:on|over|care\s+of)|document|contribute|prepare|start\s+(?:on|with))`
const WORK_ING = String.raw`(?:${MAKE_ING}|working\s+on|adding|replacing|extending|building|doing|moving|finishing|tackling|handling|taking\s+(?:on|over)|cleaning\s+up|preparing|documenting|turning|separating|splitting)`
const ADVERBS = String.raw`(?:\s+(?:already|currently|now|also|just|actively|in\s+the\s+(?:process|middle)\s+of|well\s+into|half-?way\s+through|about\s+to\s+start|busy)){0,3}`
const DOES = String.raw`(?:(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are)${ADVERBS}\s+${WORK_ING}|(?:I|we)(?:\s?'ve|\s+have)?${ADVERBS}\s+(?:started|begun|began)\s+(?:(?:on|with|to\s+${WORK}|${WORK_ING})|(?:the\s+)?work\s+on)|(?:I|we)(?:\s?'ll|\s+will|\s?'m\s+going\s+to|\s+am\s+going\s+to|\s+plan\s+to|\s+intend\s+to)\s+(?:be\s+${WORK_ING}|${WORK})|(?:I|we)(?:\s?'ve|\s+have)(?:\s+got)?\s+(?=(?:an?|the|one|most|half)\s))`
const LOOSE = { unknown: 0, pronoun: -0.8, review: -1, vague: -1, none: -1.4 } as const

/** The rows of this kind; order means nothing. */
export const claimsKeepOff: readonly Detector[] = [
  {
    reason: 'claim-keep-off',
    cues: [
      'duplicate',
      'duplicated',
      'duplication',
      'collisions',
      'collide',
      'clash',
      'reinvent',
      'overlap',
      'twice',
      'heads',
      'notice',
      'wastes',
      'waste',
      'redundant',
      'coordinate',
      'hold',
      'bother',
      'record',
    ],
    type: 'claim',
    weight: 0.9,
    pattern: own(
      String.raw`\b(?:duplicat\w+|collisions?|collide|clash(?:es)?|reinvent\w*|overlap|(?:done|work|do\s+it|it)\s+twice|heads-?up|heads\s+up|notice|wastes?\s+(?:\w+\s+)?(?:time|effort)|redundant\s+work|coordinate|hold\s+off|don't\s+bother|for\s+the\s+record)\b[^.?;]{0,60}?(?:[:,;-]|\bthat|\bas|\bsince|\bbecause)\s+${DOES}(?=\s)`,
    ),
    object: 'after',
    objectWeights: LOOSE,
    weigh: outsidePatches,
  },
  {
    reason: 'claim-do-it-myself',
    cues: ['myself', 'ourselves'],
    type: 'claim',
    weight: 0.9,
    pattern: own(
      String.raw`(?:^(?:\w+,\s+)?(?:will|gonna|shall)|\b(?:I|we)(?:\s?'ll|\s+will|\s?'m\s+(?:going\s+to|gonna)|\s+am\s+going\s+to|\s+shall|\s+plan\s+to|\s+intend\s+to))\s+(?:\w+ly\s+|just\s+|probably\s+)?${WORK}\s+(?<object>[^.;:?!,]{2,80}?)\s+(?:myself|ourselves)\b`,
    ),
    object: 'after',
    objectWeights: { ...LOOSE, pronoun: -0.2 },
    weigh: outsidePatches,
  },
  {
    reason: 'claim-my-next-project',
    cues: [
      'project',
      'task',
      'victim',
      'target',
      'contribution',
      'assignment',
      'weekend',
      'hobby',
      'job',
      'undertaking',
      'goal',
    ],
    type: 'claim',
    weight: 0.9,
    pattern: own(
      String.raw`(?:^|[;:,]\s+)(?:my|our|(?:this|next)\s+(?:week|weekend|month|summer|winter)'s)\s+(?:(?:next|new|first|own|current|latest|little|weekend|winter|summer|spring|hobby|side|upstream|main|big|small)\s+){0,3}(?:project|task|victim|target|contribution|assignment|job|undertaking)(?:\s+(?:for|in|during|at|here|these|this|of)\s[^.;:,]{2,30}?)?(?::|\s+(?:is|are|will\s+be|is\s+going\s+to\s+be))\s+(?:now\s+|to\s+${WORK}\s+)?(?=(?:an?|the|to|that|our|this|${WORK_ING})\s)`,
    ),
    object: 'after',
    objectWeights: { ...LOOSE, unknown: -0.4 },
    weigh: (found) =>
      /\b(?:we\s+need|you|everybody|please)\b/i.test(found.match[0]) ? null : outsidePatches(found),
  },
  {
    reason: 'claim-already-well-into',
    cues: ['knee', 'process', 'busy', 'midst', 'middle', 'way', 'halfway'],
    type: 'claim',
    weight: 1.1,
    pattern: own(
      String.raw`\b(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are)(?:\s+(?:already|currently|now|just|well|also)){0,2}\s+(?:knee-deep\s+in|in\s+the\s+(?:process|middle|midst)\s+of|half-?way\s+(?:through|into)|a\s+good\s+way\s+into|busy)\s+${WORK_ING}(?=\s)`,
    ),
    object: 'after',
    objectWeights: { ...LOOSE, unknown: -0.2, review: -0.8 },
    weigh: outsidePatches,
  },
]
