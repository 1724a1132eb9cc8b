// Claims of work under way: the author is working on something somebody could take, or has started (DESIGN §1).
// "I'm working on v3" and "the chip I'm working with" are none.
import {
  AM,
  HAVE_BEEN,
  knownAlready,
  MAKE_ING,
  NAMED_ONLY,
  own,
  reviewLowers,
  topicIsMeant,
  WILL,
} from './claim-voice.ts'
import type { Detector } from './detector.ts'
import { SELF } from './voice.ts'
import { WORK_GERUNDS } from './words.ts'

/** The rows of this kind; order means nothing. */
export const claimsUnderWay: readonly Detector[] = [
  {
    reason: 'claim-working-on',
    cues: ['work'],
    type: 'claim',
    weight: 2,
    pattern: own(
      String.raw`${AM}\s+(?:work(?:ing)?)\s+(?:on|towards)(?=\s)(?!\s+(?:my|our|the)\s+(?:local|own|laptop|machine)\b)`,
    ),
    object: 'after',
    objectWeights: { pronoun: -3.2 },
    weigh: (found) => (/\bstill\b/i.test(found.match[0]) ? null : reviewLowers(found) + topicIsMeant(found)),
    typeOf: knownAlready,
  },
  {
    reason: 'claim-working-on-elided',
    cues: ['work'],
    type: 'claim',
    weight: 1.2,
    pattern:
      /^(?:[-*]\s+)?(?:(?:FYI|BTW|Hi|Hello|also|so|yes|yeah|ok|okay|sure)\s*[,:.]?\s+)?(?:currently|now|presently|(?:I\s+)?(?:have\s+)?(?:just\s+)?started|begun|been|also|busy)\s+(?:to\s+)?work(?:ing)?\s+on(?=\s)/i,
    object: 'after',
    objectWeights: { pronoun: -3.2 },
    weigh: reviewLowers,
  },
  {
    reason: 'claim-student-working-on',
    cues: ['working', 'developing', 'implementing', 'porting'],
    type: 'claim',
    weight: 1.3,
    pattern:
      /\b(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are)\s+(?:an?|the|one\s+of\s+the)\s+[^.;]{3,80}?,?\s+(?:who\s+is\s+)?(?:and\s+(?:I\s+am\s+|I'm\s+)?)?(?:currently\s+|now\s+)?(?:working\s+on|developing|implementing|porting)(?=\s)/i,
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
    reason: 'claim-been-working-on',
    cues: ['been'],
    type: 'claim',
    weight: 1.5,
    pattern: own(
      String.raw`${HAVE_BEEN}\s+(?:working\s+on|doing\s+(?:some\s+)?work\s+(?:on|with|for)|developing|writing|implementing|porting|hacking\s+on|building)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { pronoun: -3.5 },
    weigh: reviewLowers,
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
    weigh: reviewLowers,
  },
  {
    reason: 'claim-adding',
    cues: [
      'adding',
      'preparing',
      'making',
      'finishing',
      'completing',
      'building',
      'creating',
      'looking',
      'charge',
      'responsible',
      'getting',
    ],
    type: 'claim',
    weight: 0.6,
    pattern: own(
      String.raw`${AM}\s+(?:(?:adding|preparing|making(?!\s+a\s+submission)|finishing|completing|building|creating)(?=\s)|looking\s+(?:at|into)\s+(?=(?:adding|implementing|porting|writing|converting|supporting)\s)|in\s+charge\s+of\s+(?=\w+ing\s)|responsible\s+for\s+(?=(?:adding|implementing|porting|writing)\s)|getting\s+(?=[^.;]{2,60}\b(?:working|upstream|mainlined?|merged|running)\b))`,
    ),
    object: 'after',
    objectWeights: { ...NAMED_ONLY, identifier: -1 },
    weigh: (found) => (found.context.review ? -1.5 : reviewLowers(found)),
  },
  {
    reason: 'claim-doing-named-work',
    cues: [...WORK_GERUNDS],
    type: 'claim',
    weight: 0.9,
    pattern: own(String.raw`${AM}\s+(?<verb>[a-z]+ing)(?:\s+(?:up|out|over))?(?=\s)`),
    object: 'after',
    never: ['identifier', 'unknown', 'pronoun', 'vague', 'review', 'mending', 'none'],
    weigh: (found) => {
      if (!WORK_GERUNDS.has(found.match.groups?.['verb']?.toLowerCase() ?? '')) return null
      return reviewLowers(found) - (found.context.review || found.context.posting ? 0.8 : 0)
    },
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
      String.raw`${SELF}(?:\s+went\s+ahead\s+and)?(?:\s?'ve|\s+have|\s?'d|\s+had)?(?:\s+(?:just|now|already|recently|also|finally)){0,2}\s+(?:started|begun|began)\s+(?:(?:to\s+)?work(?:ing)?\s+(?:on|towards)|(?:on|with)(?=\s+(?:the|a|an|my|implementing|writing|porting|adding|reviving|converting)\s)|(?:on\s+)?(?:${MAKE_ING}|cleaning\s+up|look(?:ing)?\s+(?:at|into)(?=\s+(?:the|adding|implementing|porting)\s))|to\s+(?:look\s+into(?=\s+(?:adding|implementing|porting|writing)\s)|write|develop|implement|port|build|create|rewrite|convert|upstream))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -0.6 },
    allows: ['past'],
    weigh: (found) => {
      if (/looking/i.test(found.match[0]))
        return found.context.posting || found.context.application ? null : -0.9
      if (found.context.posting && /\bwith$/.test(found.match[0])) return null
      return reviewLowers(found)
    },
  },
  {
    reason: 'claim-trying-to-get-working',
    cues: ['trying'],
    type: 'claim',
    weight: 0.9,
    pattern: own(
      String.raw`${AM}\s+trying\s+to\s+(?:get\s+(?=[^.;]{2,60}\b(?:working|upstream|mainlined|running)\s+(?:on|in|under)\b|[^.;]{2,60}\bout\s+of\s+staging\b)|port(?=\s)|bring\s+up(?=\s))`,
    ),
    object: 'after',
    objectWeights: { unknown: -1 },
    weigh: (found) => (found.context.reply ? -2 : 0),
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
    reason: 'claim-gerund-subject',
    cues: ['working', 'developing', 'writing', 'implementing', 'porting'],
    type: 'claim',
    weight: 0.2,
    pattern:
      /^(?:While\s+)?(?:implementing|porting|developing|writing|working\s+on)\s+(?=[^.,;]{4,90}\s(?:leads?|led|brought|got|made|makes|brings)\s+(?:me|us)\b)/i,
    object: 'after',
  },
  {
    reason: 'claim-half-done',
    cues: ['half', 'progress', 'wip', 'unfinished', 'local', 'prototype', 'preliminary', 'early', 'tree'],
    type: 'claim',
    weight: 0.8,
    pattern:
      /\b(?:I|we)(?:\s?'ve|\s+have)(?:\s+(?:also|already|got|currently|actually))*\s+(?:a|an|some)\s+(?:half[- ](?:done|finished|baked|complete|working)|work[- ]in[- ]progress|wip|unfinished|local|prototype|preliminary|early|out[- ]of[- ]tree)\s+(?=(?:\S+\s+){0,3}(?:driver|implementation|port|support|series|patch|prototype)\b)/i,
    object: 'after',
    objectWeights: { review: -1.6, unknown: -1.4 },
  },
  {
    reason: 'claim-have-it-in-progress',
    cues: [
      'pending',
      'mostly',
      'done',
      'pipeline',
      'progress',
      'works',
      'way',
      'almost',
      'nearly',
      'development',
      'half',
    ],
    type: 'claim',
    weight: 1,
    pattern:
      /\b(?:I|we|our\s+team)(?:\s?'ve|\s+have|\s+has)(?:\s+(?:also|already|got|currently))*\s+(?=(?:(?:an?|the|some|another)\s[^.;]{0,60})?\b(?:driver|port|support|implementation|backend|series|set|patches)\b[^.;]{0,40}\b(?:in\s+the\s+pipeline|pending|\d\d%|mostly\s+done|in\s+progress|under\s+development|in\s+the\s+works|under\s+way|almost\s+(?:done|ready|finished)|nearly\s+(?:done|ready|finished)|half[- ]done)\b)/i,
    object: 'after',
    objectWeights: { review: -1.6, unknown: -1.4 },
    weigh: reviewLowers,
  },
  {
    reason: 'claim-have-driver-to-send',
    cues: [
      'submit',
      'upstream',
      'post',
      'posting',
      'send',
      'sending',
      'mainline',
      'publish',
      'queued',
      'clean',
    ],
    type: 'claim',
    weight: 0.7,
    pattern:
      /\b(?:I|we|our\s+team)(?:\s?'ve|\s+have|\s+has|\s+wrote|\s+developed)(?:\s+(?:also|already|got|just|actually|written|developed|implemented|ported|recently)){0,3}\s+(?=[^.;]{0,60}\b(?:driver|port|support|implementation|backend)\b[^.;]{0,120}\b(?:queued|(?:will|'ll|to|can|should|could|plan\s+to)\s+(?:be\s+able\s+to\s+)?(?:submit|upstream|post|send|clean|mainline|publish))\b)/i,
    object: 'after',
    objectWeights: { review: -1.6, unknown: -1.4 },
    allows: ['past'],
    weigh: (found) => (found.context.review ? -1.4 : found.context.posting ? -1.4 : 0),
  },
  {
    reason: 'claim-ended-up',
    cues: ['ended', 'wound'],
    type: 'claim',
    weight: 0.9,
    pattern: /\b(?:I|we)\s+(?:ended\s+up|wound\s+up)\s+(?:implementing|writing|porting|developing)(?=\s)/i,
    object: 'after',
  },
]
