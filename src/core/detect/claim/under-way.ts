// Claims of work under way: the author is working on something somebody could take, or has started (DESIGN §1).
// "I'm working on v3" and "the chip I'm working with" are none.

import type { Detector } from '../detector.ts'
import { isOwnSetup } from '../own-work/weigh.ts'
import { SELF } from '../voice.ts'
import { AM, knownAlready, MAKE_ING, NAMED_ONLY, own, reviewLowers, topicIsMeant, WILL } from './voice.ts'

/** The rows of this kind; order means nothing. */
export const claimsUnderWay: readonly Detector[] = [
  {
    reason: 'claim-working-on',
    cues: ['work', 'busy', 'engaged', 'occupied', 'halfway'],
    type: 'claim',
    weight: 2,
    pattern: own(
      String.raw`${AM}\s+(?:work(?:ing)?\s+(?:on|towards)|(?:hard\s+)?at\s+work\s+on|(?:busy|occupied)\s+with|engaged\s+in|half-?way\s+through)(?=\s)(?!\s+(?:my|our|the)\s+(?:local|own|laptop|machine)\b)`,
    ),
    object: 'after',
    objectWeights: { pronoun: -3.2 },
    weigh: (found) => (/\bstill\b/i.test(found.match[0]) ? null : reviewLowers(found) + topicIsMeant(found)),
    typeOf: knownAlready,
  },
  {
    reason: 'claim-student-working-on',
    cues: ['working', 'developing', 'implementing', 'porting', 'doing'],
    type: 'claim',
    weight: 1.3,
    pattern:
      /\b(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are)\s+(?:an?|the|one\s+of\s+the)\s+[^.;]{3,80}?,?\s+(?:who\s+is\s+)?(?:and\s+(?:I\s+am\s+|I'm\s+)?)?(?:currently\s+|now\s+)?(?:working\s+on|developing|implementing|porting|(?<=\bone\s(?:who\s(?:is|'s)\s)?)doing)(?=\s)/i,
    object: 'after',
    objectWeights: { pronoun: -3, unknown: -1.4 },
    weigh: reviewLowers,
  },
  {
    reason: 'claim-i-work-on',
    cues: ['work'],
    type: 'claim',
    weight: 0.4,
    pattern: own(String.raw`${SELF}\s+(?:(?:now|currently|mainly)\s+)?work\s+on(?=\s)`),
    object: 'after',
    never: ['identifier', 'vague', 'review', 'mending', 'none'],
    objectWeights: { unknown: -2.4, pronoun: -3 },
    weigh: (found) => (found.context.review || found.context.posting ? null : 0),
  },
  {
    reason: 'claim-making',
    cues: [
      'developing',
      'writing',
      'implementing',
      'porting',
      'designing',
      'rewriting',
      'reworking',
      'upstreaming',
      'drafting',
      'prototyping',
      'mainlining',
      'packaging',
      'refactoring',
      'converting',
      'bringing',
      'putting',
      'hacking',
      'coding',
    ],
    type: 'claim',
    weight: 1.7,
    pattern: own(String.raw`${AM}\s+${MAKE_ING}(?=\s)`),
    object: 'after',
    objectWeights: NAMED_ONLY,
    weigh: (found) => (isOwnSetup(found) ? null : reviewLowers(found)),
  },
  {
    reason: 'claim-starting',
    cues: ['starting', 'start', 'started'],
    type: 'claim',
    weight: 1.3,
    pattern: own(
      String.raw`(?:${AM}\s+starting|${WILL}\s+(?:get\s+started|start))\s+(?:(?:to\s+)?work(?:ing)?\s+on|work\s+on|on|with)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -1.4, pronoun: -2.4 },
    weigh: (found) => reviewLowers(found) - (found.context.review || found.context.posting ? 1 : 0),
  },
  {
    reason: 'claim-started',
    cues: ['started', 'begun', 'began'],
    type: 'claim',
    weight: 1.8,
    pattern: own(
      String.raw`${SELF}(?:\s+went\s+ahead\s+and)?(?:\s?'ve|\s+have|\s+has|\s?'d|\s+had)?(?:\s+(?:just|now|already|recently|also|finally)){0,2}\s+(?:started|begun|began)\s+(?:(?:to\s+|the\s+)?work(?:ing)?\s+(?:on|towards)|(?:on|with)(?=\s+(?:the|a|an|my|implementing|writing|porting|adding|reviving|converting)\s)|(?:on\s+)?(?:${MAKE_ING}|cleaning\s+up|look(?:ing)?\s+(?:at|into)(?=\s+(?:the|adding|implementing|porting)\s))|to\s+(?:look\s+into(?=\s+(?:adding|implementing|porting|writing)\s)|write|develop|implement|port|build|create|rewrite|convert|upstream))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -0.6 },
    allows: ['past'],
    weigh: (found) => {
      if (/looking/i.test(found.match[0]))
        return found.context.posting || found.context.application ? null : -0.9
      // "We started with the vendor's driver": where one began, not what one does.
      if (
        /\bwith$/.test(found.match[0]) &&
        (found.context.posting ||
          found.context.review ||
          !/\b(?:have|has|'ve|begun|already)\b/i.test(found.match[0]))
      )
        return null
      return reviewLowers(found)
    },
  },
]
