// Claims by taking: over from somebody, up from a list, by being chosen for it. Taking a patch into a tree is none.

import type { Detector } from '../detector.ts'
import { AM, own } from './voice.ts'

/** The rows of this kind; order means nothing. */
export const claimsTaken: readonly Detector[] = [
  {
    reason: 'claim-accepted-for',
    cues: ['accepted', 'selected', 'chosen', 'assigned'],
    type: 'claim',
    weight: 1.4,
    pattern:
      /\b(?:I|we)(?:\s?'ve|\s+have|\s+was|\s+were|\s?'m|\s+am|\s+got)(?:\s+been)?\s+(?:very\s+|so\s+|happy\s+to\s+be\s+)?(?:(?:accepted|selected|chosen)\s+(?:as|for|to|in|into|by)|(?<=\b(?:been|was|were|am|got|'m)\s+)assigned(?:\s+to)?(?=\s+(?:the|upstream|implement|work|port|write|add)\b))(?=\s)/i,
    object: 'after',
    objectWeights: { unknown: -0.4, none: -0.4, vague: -0.4 },
    allows: ['past'],
    weigh: (found) =>
      found.context.application ||
      (found.object.kind === 'project' && /assigned/i.test(found.match[0])) ||
      /\b(?:gsoc|outreachy|summer|intern|mentee|mentorship)/i.test(found.sentence.text)
        ? 0.6
        : null,
  },
  {
    reason: 'claim-dibs',
    cues: ['dibs', 'claim'],
    type: 'claim',
    weight: 1.2,
    pattern:
      /(?:^|\bI\s+call\s+|\bI\s+have\s+)dibs\s+on(?=\s)|\bI\s+(?:hereby\s+|would\s+like\s+to\s+|want\s+to\s+)claim(?=\s+(?:the|this)\s)/i,
    object: 'after',
    objectWeights: { pronoun: -0.6, unknown: 0 },
  },
  {
    reason: 'claim-taking-over',
    cues: ['over', 'maintainership'],
    type: 'claim',
    weight: 1.6,
    pattern: own(
      String.raw`(?:^|\b(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are|\s?'ve|\s+have|\s?'ll|\s+will|\s?'d\s+like\s+to|\s+would\s+like\s+to)?\s+(?:now\s+|also\s+|be\s+)?)(?:taking\s+over|(?:take|taken|took)\s+over|(?:take|taking)\s+maintainership\s+of)\s+(?=(?:this|the|that|his|her|their|from|maint|development|work|of\b|[A-Z]|[a-z]+\d))`,
    ),
    object: 'after',
    objectWeights: { review: 0, pronoun: -0.4, unknown: -0.4, none: -0.4 },
    allows: ['past', 'other-version'],
    weigh: (found) => {
      if (found.context.posting && /\bMAINTAINERS\b/.test(found.context.message.subject)) return null
      if (/took\s+over/i.test(found.match[0]) && found.context.reply) return null
      if (/\bwhen\b/i.test(found.sentence.text.slice(0, found.match.index))) return null
      return found.context.posting ? 1 : found.context.review ? -0.5 : 0
    },
  },
  {
    reason: 'claim-submission-of-others-work',
    cues: ['submission', 'resurrecting', 'reviving', 'picking', 'carrying', 'continuing'],
    type: 'claim',
    weight: 0.8,
    pattern: own(
      String.raw`${AM}\s+(?:making\s+a\s+submission\s+of|resurrecting|reviving|picking\s+up|carrying\s+on|continuing)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { review: -0.8, unknown: -0.6, pronoun: -1 },
    weigh: (found) => (found.context.posting ? 1 : found.context.review ? -2 : -0.4),
  },
  {
    reason: 'claim-in-progress-here',
    cues: ['progress', 'developed', 'implemented', 'written', 'ported', 'worked', 'development', 'works'],
    type: 'claim',
    weight: 1.2,
    pattern:
      /\b(?:is|are)\s+(?:currently\s+|already\s+|now\s+)?(?:(?:a\s+)?work[- ]in[- ]progress|being\s+(?:worked\s+on|developed|implemented|written|ported)|under\s+development|in\s+(?:the\s+works|development))(?=[^.;]{0,30}\b(?:(?:on|in|at|from|by)\s+(?:our|my)\s+(?:side|end|part)|by\s+(?:me|us|my|our)|internally|here)\b)/i,
    object: 'before',
  },
]
