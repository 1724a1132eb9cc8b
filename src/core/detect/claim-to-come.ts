// Claims of work to come: the author will now do it, or plans to (DESIGN §1). "I'll address your comments" is none;
// in an application a plan is a wish.
import {
  ACCEPTED,
  MAKE,
  MAKE_ING,
  otherPart,
  own,
  PLAN,
  plansOutsideApplication,
  reviewLowers,
  WILL,
} from './claim-voice.ts'
import type { Detector } from './detector.ts'
import { GRADUATE } from './voice.ts'
import { WORK_GERUNDS, WORK_VERBS } from './words.ts'

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
    reason: 'claim-will-make',
    cues: [
      'move',
      'get',
      'graduate',
      'push',
      'tackle',
      'develop',
      'write',
      'writing',
      'implement',
      'port',
      'design',
      'rework',
      'rewrite',
      'rewriting',
      'upstream',
      'prototype',
      'mainline',
      'refactor',
      'convert',
      'bring',
      'put',
      'ripping',
      'adding',
      'start',
      'look',
      'package',
      'packaging',
      'draft',
      'hacking',
      'coding',
    ],
    type: 'claim',
    weight: 0.7,
    pattern: own(
      String.raw`${WILL}\s+(?:(?:start|begin)\s+(?:work(?:ing)?\s+on\s+)?(?:${MAKE_ING}|ripping|adding)|look\s+(?:at|into)\s+(?=(?:adding|implementing|porting|writing|converting|supporting)\s)|start\s+work\s+on|tackle|${GRADUATE}|${MAKE}|${MAKE_ING})(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -2.4, pronoun: -3.4, identifier: -0.8 },
    weigh: (found) =>
      plansOutsideApplication(found) === null
        ? null
        : found.context.review
          ? otherPart(found)
            ? 0.4
            : -1.2
          : 0,
  },
  {
    reason: 'claim-will-do-named-work',
    cues: [...WORK_VERBS],
    type: 'claim',
    weight: 0.5,
    pattern: own(String.raw`${WILL}\s+(?<verb>[a-z]{3,})(?=\s)`),
    object: 'after',
    never: ['identifier', 'unknown', 'pronoun', 'vague', 'review', 'mending', 'none'],
    weigh: (found) => {
      const verb = found.match.groups?.['verb']?.toLowerCase() ?? ''
      const known = WORK_VERBS.has(verb) || (WORK_GERUNDS.has(verb) && /\bbe\s+\S+$/i.test(found.match[0]))
      if (!known || plansOutsideApplication(found) === null) return null
      return reviewLowers(found) - (found.context.review || found.context.posting ? 1 : 0)
    },
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
    reason: 'claim-coming-soon',
    cues: ['send', 'sending', 'post', 'posting', 'submit'],
    type: 'claim',
    weight: 0.6,
    pattern: new RegExp(
      String.raw`${WILL}\s+(?:be\s+)?(?:send(?:ing)?|post(?:ing)?|submit(?:ting)?)\s+(?:out\s+)?(?=(?:an?|the|my|our|initial|some)?\s*(?:rfc\s+|initial\s+|first\s+|new\s+)?(?:driver|port|implementation|support|patches\s+for|series\s+(?:adding|for|(?:that|which)\s+\w+s\b|to\s+(?:add|teach|implement|support))|patch(?:es|set)?\s+(?:adding|(?:that|which)\s+(?:adds?|teach\w*|implements?|introduces?)|for\s+the\s+\S+\s+driver))\b)`,
      'i',
    ),
    object: 'after',
    objectWeights: { review: -1.6, unknown: -1.6 },
    weigh: (found) => (found.context.review || found.context.posting ? -1.8 : 0),
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
  {
    reason: 'claim-give-it-a-try',
    cues: ['try', 'trying', 'shot', 'stab', 'crack', 'go'],
    type: 'claim',
    weight: 0.2,
    pattern: new RegExp(
      String.raw`${WILL}\s+(?:give\s+(?=[^.;]{2,60}\ba\s+(?:try|go|shot)\b)|(?:have|take)\s+a\s+(?:go|stab|crack|shot)\s+at|try\s+my\s+hand\s+at)`,
      'i',
    ),
    object: 'after',
    objectWeights: { unknown: -2, pronoun: -2.4 },
    weigh: (found) => (found.context.review ? -2 : 0),
  },
]
