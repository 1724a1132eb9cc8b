// Claims of work to come: the author will now do it, or plans to (DESIGN §1). "I'll address your comments" is none;
// in an application a plan is a wish.

import type { Detector } from '../detector.ts'
import { GRADUATE } from '../voice.ts'
import { ACCEPTED, MAKE, MAKE_ING, own, PLAN, plansOutsideApplication, WILL } from './voice.ts'

/** The rows of this kind; order means nothing. */
export const claimsToCome: readonly Detector[] = [
  {
    reason: 'claim-will-work-on',
    cues: ['work', 'working'],
    type: 'claim',
    weight: 1.5,
    pattern: own(
      String.raw`${WILL}\s+(?:(?:start|begin|continue)\s+)?(?:(?:to\s+)?work(?:ing)?\s+on|work\s+(?=on\s))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -1.2, pronoun: -3 },
    weigh: (found) => (ACCEPTED.test(found.sentence.text) ? 0 : plansOutsideApplication(found)),
  },
  {
    reason: 'claim-will-support',
    cues: ['add', 'adding', 'doing', 'send', 'post', 'submit'],
    type: 'claim',
    weight: 0.2,
    pattern: own(
      String.raw`${WILL}\s+(?:add(?:ing)?|do(?:ing)?|send|post|submit)\s+(?=(?:a\s+|the\s+)?(?:(?:new|separate)\s+)?(?:driver|support)\s+for\s)`,
    ),
    object: 'after',
    weigh: (found) => (found.context.review || found.context.posting ? -0.8 : plansOutsideApplication(found)),
  },
  {
    reason: 'claim-begin-with',
    cues: ['begin', 'beginning', 'start', 'ahead', 'continue', 'proceed'],
    type: 'claim',
    weight: 0.9,
    pattern: own(String.raw`${WILL}\s+(?:begin|start|go\s+ahead|continue|proceed)\s+(?:with|from)(?=\s)`),
    object: 'after',
    objectWeights: { unknown: -3, project: -0.4 },
    weigh: (found) => (found.context.review ? -2 : 0),
  },
  {
    reason: 'claim-plan',
    cues: ['plan', 'planning', 'planned', 'intend', 'intention', 'goal', 'idea', 'aim', 'aiming'],
    type: 'claim',
    weight: 1,
    pattern: own(
      String.raw`${PLAN}\s+(?:(?:to\s+)?(?:work(?:ing)?(?:\s+on)?|${GRADUATE}|tackl(?:e|ing)|support(?:ing)?|add(?:ing)?|continue|submit|post|send(?:\s+out)?|${MAKE}|${MAKE_ING}|send(?:ing)?\s+(?:patches|a\s+(?:series|driver))\s+(?:to|for)\s+(?:add|cover|support|implement)\w*))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -1.6, pronoun: -3, identifier: 0.2, review: -2.4, vague: -2.4 },
    weigh: (found) => {
      const odds = plansOutsideApplication(found)
      if (odds === null) return null
      const later = /\b(?:next|later|in\s+the\s+future|follow-?up|eventually|subsequently|afterwards)\b/i
      return odds + (found.context.posting ? 0.9 : 0) + (later.test(found.sentence.text) ? 0.5 : 0)
    },
  },
  {
    reason: 'claim-thing-to-come',
    cues: ['submit', 'post', 'send', 'upstream'],
    type: 'claim',
    weight: 0.3,
    pattern:
      /\b(?:which|that)\s+(?:I|we)(?:\s?'m|\s+am|\s?'ll|\s+will|\s+plan|\s+intend)\s+(?:(?:about|going)\s+to\s+|to\s+|soon\s+)?(?:submit|post|send|upstream)(?=[\s.,;)]|$)/i,
    object: 'before',
    objectWeights: { unknown: -1 },
    weigh: (found) => (found.context.review ? -1 : 0),
  },
  {
    reason: 'claim-next-on-my-list',
    cues: ['next'],
    type: 'claim',
    weight: 0.6,
    pattern:
      /\bnext\s+(?:(?:thing|item|step|up)\s+)?(?:on\s+my\s+(?:to-?do\s+)?list\s+)?(?:is|will\s+be)\s+(?=(?:\S+\s+){0,3}(?:driver|support|port|implementation|adding|implementing|porting)\b)/i,
    object: 'after',
    weigh: (found) =>
      /\bmy\b|\bI\b|\bI'll\b/.test(found.sentence.text) ? (found.context.review ? -1.2 : 0) : null,
  },
]
