// Claims by taking: over from somebody, up from a list, by being chosen for it. Taking a patch into a tree is none.

import type { Detector } from '../detector.ts'
import { SELF } from '../voice.ts'
import { AM, MAKE, own, PLAN, WILL } from './voice.ts'

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
    reason: 'claim-my-project-is',
    cues: ['project', 'thesis', 'internship', 'task', 'tasks'],
    type: 'claim',
    weight: 0.9,
    pattern:
      /\b(?:my|our)\s+project\s+(?:for\s+)?(?:this\s+summer|gsoc|outreachy|the\s+internship)\s+(?:is|will\s+be)(?=\s)|\b(?:my|our)\s+(?:(?:gsoc|outreachy|summer|internship|thesis|current|next|university|semester|master'?s?)\s+){1,2}(?:project|task|internship|thesis|work)\s+(?:is|will\s+be|involves|consists\s+of|aims\s+(?:at|to))(?=\s)|\b(?:I|we)(?:'m|'re|\s+am|\s+are)\s+(?:currently\s+|now\s+)?(?:doing|writing)\s+(?:my|our)\s+(?:\S+\s+){0,3}(?:project|thesis|internship|dissertation)\s+(?:on|about)(?=\s)/i,
    object: 'after',
    objectWeights: { unknown: -0.4, none: -0.6 },
  },
  {
    reason: 'claim-decided',
    cues: [
      'decided',
      'volunteered',
      'offered',
      'agreed',
      'signed',
      'stepped',
      'tasked',
      'charged',
      'entrusted',
    ],
    type: 'claim',
    weight: 0.8,
    pattern: new RegExp(
      String.raw`${SELF}(?:\s?'ve|\s+have)?\s+(?:now\s+|finally\s+|also\s+)?(?:decided|volunteered|offered|agreed)\s+to\s+(?:work\s+on|take\s+(?:on|over|up)|${MAKE}|start\s+(?:working\s+on|with))(?=\s)|${SELF}(?:\s?'ve|\s+have)?\s+(?:volunteered|signed\s+up|stepped\s+up)\s+for(?=\s)|${SELF}(?:\s?'ve|\s+have|\s+was|\s+were|\s?'m|\s+am)(?:\s+been)?\s+(?:tasked|charged|entrusted)\s+with(?=\s)`,
      'i',
    ),
    object: 'after',
    objectWeights: { unknown: -1.4, pronoun: -1.6 },
    allows: ['past'],
    weigh: (found) => (found.context.review || found.context.posting ? -1.6 : 0),
  },
  {
    reason: 'claim-taking-this-one',
    cues: ['taking', 'take'],
    type: 'claim',
    weight: 0.5,
    pattern: own(
      String.raw`${SELF}(?:\s?'m|\s+am|\s?'ll|\s+will)\s+(?:now\s+)?tak(?:e|ing)\s+(?:this|that)\s+(?:one|project|task|item)\b`,
    ),
    object: 'thread',
    weigh: (found) =>
      found.context.review || found.context.posting || found.context.faultTopic ? null : 0.2,
  },
  {
    reason: 'claim-take-on',
    cues: [
      'carry',
      'take',
      'pick',
      'picking',
      'picked',
      'tackle',
      'look',
      'adopt',
      'handle',
      'charge',
      'care',
    ],
    type: 'claim',
    weight: 1,
    pattern: own(
      String.raw`(?:${WILL}|${PLAN}|${AM}|\blet\s+me)\s+(?:tak(?:e|ing)\s+(?:over|on|up|(?:care|charge|ownership)\s+of)|pick(?:ing)?\s+up|tackl(?:e|ing)|adopt(?:ing)?|carry(?:ing)?\s+on|look(?:ing)?\s+after|(?<=\bbe\s)handling)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -3, identifier: -0.8, project: 0 },
    weigh: (found) => (found.context.review ? -2.4 : 0),
  },
  {
    reason: 'claim-took-up',
    cues: ['taken', 'took', 'picked', 'claimed', 'chosen', 'chose'],
    type: 'claim',
    weight: 0.9,
    pattern:
      /\b(?:I|we)(?:\s?'ve|\s+have|\s+am\s+the\s+one\s+who)?\s+(?:recently\s+|just\s+|now\s+)?(?:taken|took|picked|claimed|chosen|chose)\s+(?:up\s+|on\s+|over\s+)?(?=(?:the|this)\s+(?:\S+\s+){0,5}(?:project|task|work|job|idea|conversion|porting|port|rewrite|support|driver)\b)/i,
    object: 'after',
    objectWeights: { unknown: -0.6, review: -0.6, pronoun: -0.8 },
    allows: ['past'],
    weigh: (found) => (found.context.review || found.context.posting ? null : 0),
  },
  {
    reason: 'claim-count-me-in',
    cues: ['count', 'sign'],
    type: 'claim',
    weight: 0.6,
    pattern: /\b(?:count\s+me\s+in|sign\s+me\s+up)\s+(?:for|on)(?=\s)/i,
    object: 'after',
    objectWeights: { unknown: -1.6, pronoun: -1 },
    weigh: (found) => (found.context.review ? -2 : 0),
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
]
