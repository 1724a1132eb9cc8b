// Claims by what the author holds: a driver in his tree that he will send, patches half done, a thing on his list.
// Patches that only exist, and what is on everybody's list, are none.

import type { Detector, Found } from '../detector.ts'
import { APART } from '../own-work/weigh.ts'
import { SELF } from '../voice.ts'
import { AT, otherPart, own, reviewLowers, topicIsMeant } from './voice.ts'

/** What one holds of a piece of work. */
const WORK_NOUN = String.raw`(?:drivers?|port|version|prototype|proof[- ]of[- ]concept|implementation|series|patch(?:es|sets?|\s+sets?|\s+series)?|branch|support|backend|tool|code|rfc|poc|emulator|module|rework|rewrite|conversion|library|plugin|parser)`
/** How far it is: not done, not out. */
const UNFINISHED =
  /\b(?:half[- ]?(?:\w+)?|wip|work[- ]in[- ]progress|in[- ]progress|unfinished|rough|early|preliminary|draft|experimental|prototype|proof[- ]of[- ]concept|poc|partial(?:ly)?|(?:almost|nearly|mostly|close\s+to)\s+(?:\w+\s+)?(?:done|ready|finished|complete|working|presentable)|\d\d\s?%|in\s+the\s+(?:pipeline|works|making)|under\s+(?:development|way)|cooking|brewing|local(?:ly)?|internal(?:ly)?|out[- ]of[- ]tree|in\s+(?:my|our)\s+(?:\w+\s+)?(?:tree|branch|fork|repo|queue|drawer|backlog|pipeline)|on\s+(?:my|our|a)\s+(?:\w+\s+)?(?:branch|laptop|disk|machine)|running\s+here|sitting\s+(?:here|in|on)|working\s+(?:here|since)|pending|queued)\b/i
/** That it is to come out. */
const TO_SEND =
  /\b(?:will|'ll|going\s+to|be|to|can|could|should|plan(?:ning)?\s+(?:to|on)|intend(?:ing)?\s+to|needs?(?:\s+to)?|want\s+to|like\s+to|hope\s+to|before|after|just|once|and)\s+(?:(?:\w+ly|soon|then|also|be|able|to|get|it|them|this|start|some|more)\s+){0,4}(?:submit|upstream|post|send|publish|mainline|clean|polish|finish|share|release)\w*\b|\b(?:patches|rfc|series)\s+(?:will\s+|to\s+|should\s+)?(?:follow|soon)\b|\bwill\s+(?:go|come|be)\s+out\b|\b(?:gets?|be|is\s+being)\s+(?:upstreamed|posted|published|mainlined|made\s+public)\b|\bpublic\s+soon\b|\bready\s+(?:by|soon|next|in|for)\b|\b(?:get|have)\s+(?:it|this|them)\s+(?:upstream|merged|in(?:to)?\s+mainline)\b/i

function inHand(found: Found): number | null {
  const { sentence, match, next, context } = found
  const rest = `${sentence.text.slice(match.index)} ${next}`
  const unfinished = UNFINISHED.test(sentence.text.slice(match.index))
  const toSend = TO_SEND.test(rest)
  if (!unfinished && !toSend) return null
  if (/\bhad\b/i.test(match[0]) && !toSend) return null
  const apart = otherPart(found) || APART.test(sentence.text)
  const mail =
    context.review || context.posting
      ? apart
        ? 0
        : unfinished && toSend
          ? -0.8
          : -1.8
      : context.faultTopic
        ? -1.4
        : 0
  return mail + reviewLowers(found) + (unfinished && toSend ? 0.7 : 0) + topicIsMeant(found)
}

/** The rows of this kind; order means nothing. */
export const claimsInHand: readonly Detector[] = [
  {
    reason: 'claim-have-in-hand',
    cues: [
      ...['driver', 'port', 'version', 'prototype', 'proof', 'implementation', 'series', 'patch', 'patches'],
      ...[
        'patchset',
        'branch',
        'support',
        'backend',
        'tool',
        'code',
        'rfc',
        'poc',
        'emulator',
        'module',
        'rework',
      ],
      ...['rewrite', 'conversion', 'library', 'plugin', 'parser', 'half'],
    ],
    type: 'claim',
    weight: 0.4,
    pattern: own(
      String.raw`${SELF}${AT}(?:\s+(?:already|also|actually|currently|still|now|just|even))?(?:\s?'ve(?:\s+got)?|(?:\s?'ll|\s+will)\s+have|\s+(?:do\s+)?have(?:\s+got)?|\s+has|\s+had|\s+got|\s+wrote|\s+built|\s+developed)(?:\s+(?:also|already|just|actually|currently|now|still|even|meanwhile|recently|written|developed|implemented|ported|built|made|prepared|here|internally)){0,3}\s+(?=(?:(?:an?|the|some|my|our|another|this|quite\s+a\s+few)\s+)?(?:(?!(?:and|to|for|of|that|which|in|on|with|from|seen|been|no)\b)[\w'-]+\s+){0,5}?${WORK_NOUN}\b|(?:this|it|that)\s+(?:half|mostly|almost|nearly))`,
    ),
    object: 'after',
    never: ['review', 'mending', 'vague', 'none'],
    objectWeights: { unknown: -1, pronoun: -0.6 },
    allows: ['past'],
    weigh: inHand,
  },
  {
    reason: 'claim-my-work-on',
    cues: ['work', 'effort', 'patches', 'patch', 'patchset', 'series', 'driver', 'port', 'project'],
    type: 'claim',
    weight: 0.9,
    pattern:
      /\b(?:(?:as\s+part\s+of|in\s+the\s+course\s+of|for|during|with|from)\s+(?:my|our)\s+(?:current\s+|ongoing\s+|own\s+)?(?:work|efforts?|project)|(?:my|our)\s+(?:ongoing|current|upcoming|pending|planned|unfinished|work-in-progress|wip|future|in-progress|half-finished)\s+(?:\w+\s+)?(?:work|efforts?|patch(?:es|set)?|series|driver|port|project))\s+(?:on|for|to(?:wards)?(?:\s+(?:add|implement|port|support|convert|bring))?|adding|implementing|about)(?=\s)/i,
    object: 'after',
    never: ['mending', 'vague', 'none', 'pronoun'],
    objectWeights: { unknown: -1 },
    weigh: (found) =>
      (found.context.review || found.context.posting ? (otherPart(found) ? 0 : -1) : 0) + reviewLowers(found),
  },
  {
    reason: 'claim-series-to-come',
    cues: ['series', 'patchset', 'patches', 'patch'],
    type: 'claim',
    weight: 0.3,
    pattern:
      /\b(?:my|our|the|a)\s+(?:next|upcoming|following|coming|separate|follow-?up|later)\s+(?:series|patchset|patches|patch|set)\b[^.;]{0,50}?\b(?:will|(?:is|are)\s+going\s+to)\s+(?:then\s+)?(?:add|implement|introduce|bring|convert|support|enable|extend)(?=\s)/i,
    object: 'after',
    never: ['review', 'mending', 'vague', 'none', 'pronoun'],
    objectWeights: { unknown: -1.6, identifier: -0.4 },
    weigh: (found) => (found.context.review ? -1 : 0),
  },
  {
    reason: 'claim-have-it-on-my-list',
    cues: ['todo', 'list', 'plate', 'agenda', 'roadmap', 'queue', 'pipeline', 'backlog'],
    type: 'claim',
    weight: 0.1,
    pattern:
      /\b(?:I|we)(?:'ve|\s+have)\s+(?:already\s+|also\s+)?(?:this|it|that)\s+(?:one\s+)?(?:already\s+|also\s+)?(?:on|in)\s+(?:my|our)\s+(?:\w+\s+)?(?:to-?do(?:\s+list)?|list|plate|agenda|roadmap|queue|pipeline|backlog)\b/i,
    object: 'thread',
    // "Not forgotten. I have it on my list": a sign of life.
    weigh: ({ previous, context: { reply, review, posting, faultTopic } }) =>
      !reply || review || posting || faultTopic || /\bforg[eo]t/i.test(previous) ? null : 0,
  },
  {
    reason: 'claim-on-it',
    cues: ['on'],
    type: 'claim',
    weight: 0,
    pattern:
      /^(?:(?:yes|yeah|yep|ok|okay|sure|hi|right)\s*[,.]\s*)*(?:I(?:'m|\s+am)|we(?:'re|\s+are))\s+(?:already\s+|currently\s+)?on\s+it\b(?=\s*(?:[.,;!)]|$|now|already))/i,
    object: 'thread',
    weigh: (found) => {
      const { reply, review, posting, faultTopic } = found.context
      return !reply || review || posting || faultTopic ? null : 0.1
    },
  },
  {
    reason: 'claim-on-my-list',
    cues: ['todo', 'list', 'plate', 'agenda', 'roadmap', 'queue', 'pipeline', 'backlog'],
    type: 'claim',
    weight: 0.3,
    pattern:
      /(?:\b(?:is|are|been)|'s|^)\s*(?:(?:already|also|still|next|high|up|now|currently|at\s+the\s+top)\s+){0,2}(?:on|in|of)\s+(?:my|our)\s+(?:\w+\s+)?(?:to-?do(?:\s+list)?|list|plate|agenda|roadmap|queue|pipeline|backlog)\b/i,
    object: 'before',
    never: ['review', 'mending', 'vague'],
    objectWeights: { unknown: -1, pronoun: -1.6 },
    weigh: (found) => {
      if (found.object.making || otherPart(found)) return 0.5
      return found.context.review || found.context.posting ? -1.4 : topicIsMeant(found)
    },
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
  {
    reason: 'claim-being-made-and-sent',
    cues: ['being', 'development', 'works', 'progress'],
    type: 'claim',
    weight: 0.1,
    pattern:
      /\b(?:is|are)\s+(?:currently\s+|already\s+|now\s+|still\s+)?(?:being\s+(?:worked\s+on|developed|implemented|written|ported|prepared)|under\s+development|in\s+(?:the\s+works|development|preparation))(?:\s+by\s+(?:me|us))?\s*,?\s+(?:and|but)\s+(?:it\s+|they\s+|we\s+|I\s+)?(?:will|should|is\s+going\s+to|(?:we|I)'ll|'ll)\s+(?:be\s+)?(?:sent|send|posted|post|submitted|submit|upstreamed|upstream|published|publish|follow|ready)\b/i,
    object: 'before',
    never: ['review', 'mending', 'vague', 'pronoun', 'none'],
    objectWeights: { unknown: -1 },
    weigh: (found) => (found.context.review && !otherPart(found) ? -0.6 : 0),
  },
  {
    reason: 'claim-work-going-on-here',
    cues: ['work', 'effort', 'efforts', 'development', 'project'],
    type: 'claim',
    weight: 0.6,
    pattern:
      /\bthere(?:'s|\s+is|\s+are)\s+(?:already\s+|currently\s+|some\s+|an?\s+)*(?:\w+\s+)?(?:work|efforts?|development|project)\s+(?:(?:going\s+on|under\s?way|in\s+progress|ongoing)\s+)?(?:here|internally|(?:in|at|on)\s+(?:our|my)\s+(?:company|team|group|side|lab))\b(?:\s+at\s+\S+)?(?=[^.;]{0,40}\s(?:on|to|for)\s)/i,
    object: 'after',
    never: ['review', 'mending'],
    objectWeights: { unknown: -0.6, pronoun: -0.4, vague: -1 },
    weigh: (found) => (found.context.review || found.context.posting ? -1 : topicIsMeant(found)),
  },
]
