// Completions told in passing: the thing is in, since when, or where. What broke, a part, and what only will be are none.

import type { Detector, Found } from '../detector.ts'
import { namesTopic } from '../topic.ts'
import { CONDITIONAL, clauseBefore, PARTIAL, PLACE, SUBORDINATE } from './voice.ts'

/** What tells that a thing is in for good: since when, or where. */
const WHEN_OR_WHERE =
  /^\S+ (?:\S+ )?[^;]{0,40}\b(?:already|now|recently|by\s+[A-Z]\w+|in\s+the\s+meantime|meanwhile|(?:a|some|long)\s+(?:while|time)\s+ago|last\s+(?:week|month|year|cycle|night|\w+day)|this\s+(?:morning|week|month|cycle|afternoon)|yesterday|today|on\s+\w+day|in\s+(?:v?\d|(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter))|ago|into|I\s+think|in\s+the\s+end|see\s+[0-9a-f]{7}|upstream|mainline|master|next|since|v?\d+\.\d+)\b/i

/** What is done still lacks something. */
const NOT_YET =
  /\b(?:except|but not|(?:only|still|just) (?:need|have|has|miss|lack)\w*|remain\w*|missing|left to|to be done|not yet)\b/i
/** Something was left out. */
const LESS = /\b(?:except|but not|minus|without|apart from|only the first|not all)\b/i
/** Who applied is accepted before the work begins. */
const APPLIED_FOR = /\b(?:proposals?|applications?|applicants?|students?|interns?|candidates?)\b/i
/** "Porting X", "the conversion project": work is the sentence's subject, not a step of some code. */
const WORK_AS_SUBJECT =
  /^(?:(?:so|and|ok|with\s+(?:that|this)|thanks|great|finally)\s*,?\s+)?(?:["“]|[A-Z]?[a-z]{3,}ing\s+(?:the|up|a|of|to|[A-Z"“])|(?:the\s+)?[^.;]{0,60}\b(?:project|task|port|item|support|drivers?|emulation|features?|work)\b)/
/** What breaks, or a single commit, completes nothing by being merged. */
const FAULTY =
  /\b(?:bug|regression|commit\s+[0-9a-f]{7}|broke|broken|accident\w*|mistake\w*|introduced|fix(?:es|ed)?|revert\w*)\b/i

/** An object of no known sort that the thread's subject names is what the thread is about. */
const topicNamed = (found: Found): number =>
  (found.object.kind === 'unknown' || found.object.kind === 'vague') && namesTopic(found) ? 2 : 0

/** "the argo series": told by a name, a series stands for its work. */
const namedSeries = ({ object }: Found): number =>
  object.kind === 'review' &&
  !object.pointing &&
  /^the (?:\S+ ){1,4}(?:series|patches|patchset)$/i.test(object.phrase)
    ? 1.6
    : 0

/** The rows of this kind; order means nothing. */
export const toldDetectors: readonly Detector[] = [
  {
    reason: 'complete-went-in',
    cues: [
      'staging',
      'went',
      'gone',
      'committed',
      'merged',
      'upstreamed',
      'mainlined',
      'landed',
      'accepted',
      'made',
      'integrated',
    ],
    type: 'complete',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`\b(?:in\s+the\s+end\s+|finally\s+|eventually\s+|all\s+)?(?:(?:(?:has|have)\s+)?(?:finally\s+|just\s+|now\s+|recently\s+)?(?:went|gone)\s+in(?:to(?=\s+${PLACE}))?|(?:was|were|is|are|got|has\s+been|have\s+been|been)\s+(?:(?:finally|fully|now|already|just|recently|since|long)\s+)*(?:committed|merged|upstreamed|mainlined|accepted(?!\s+(?:practi[cs]e|that|by\s+the|for|as)\b|\s+into\s+(?!${PLACE}))|integrated)|landed\s+(?:in|upstream)|went\s+upstream|(?:left|graduated\s+(?:from|out\s+of)|(?:been\s+)?moved\s+out\s+of|got\s+out\s+of)\s+(?:drivers\/)?staging)\b|\b(?:has\s+|have\s+)?(?:finally\s+)?made\s+it\s+(?:in(?:to)?|to)\s+${PLACE}`,
      'i',
    ),
    object: 'before',
    objectWeights: { pronoun: 0, unknown: -0.6, none: -1.2, review: -1.6 },
    allows: ['past', 'question', 'other-version'],
    weigh: (found) => {
      const text = found.sentence.text
      const end = found.match.index + found.match[0].length
      if (PARTIAL.test(text.slice(0, end)) || LESS.test(text.slice(end)) || FAULTY.test(text)) return null
      if (APPLIED_FOR.test(text.slice(0, end))) return null
      if (
        /\b(?:if|once|after|until|when|unless|thought|hope\w*|whether|which|that\s+(?:was|is|has|have|just)|should|could|would|has\s+not|not|never)\b/i.test(
          text.slice(0, found.match.index + found.match[0].length),
        )
      )
        return null
      const { review, reply, faultTopic, posting } = found.context
      if (posting) return null
      const when = WHEN_OR_WHERE.test(text.slice(found.match.index))
      const pronoun = found.object.kind === 'pronoun'
      if (review) return when ? -0.9 : null
      if (pronoun && !when) return null
      return (when ? -0.4 : reply && !faultTopic ? -0.8 : -1.8) + topicNamed(found) + namedSeries(found)
    },
  },
  {
    reason: 'complete-is-upstream',
    cues: ['upstream', 'mainline', 'supported', 'release', 'since', 'linux', 'master', 'part', 'next'],
    type: 'complete',
    weight: 0.5,
    pattern: new RegExp(
      String.raw`\b(?:is|are|has\s+been|have\s+been)\s+(?:now\s+|already\s+|finally\s+|meanwhile\s+|actually\s+|fully\s+|long\s+)*(?:(?:(?:a\s+)?part\s+of|included\s+in|available\s+in|shipped\s+(?:in|with)|in)\s+${PLACE}|(?:upstream|supported|available|mainline)(?=\s+(?:by\s+[^.;,]{2,30}\s+)?(?:since|as\s+of|from|starting\s+with)\s+(?:\w+\s+)?v?\d|\s*(?:[.!;]|$|,\s+so\b)))`,
      'i',
    ),
    object: 'before',
    never: ['pronoun', 'none', 'mending'],
    objectWeights: { unknown: -2, review: -3, vague: -2, identifier: 0.2 },
    allows: ['past', 'other-version'],
    weigh: (found) => {
      const before = found.sentence.text.slice(0, found.match.index)
      if (
        found.context.posting ||
        found.context.review ||
        FAULTY.test(found.sentence.text) ||
        PARTIAL.test(before)
      )
        return null
      if (
        /\bis\s+(?:supported|available)\b/i.test(found.match[0]) &&
        !/\balready|since|now\b/i.test(found.sentence.text)
      )
        return null
      return CONDITIONAL.test(before) || found.context.faultTopic ? null : topicNamed(found)
    },
  },
  {
    reason: 'complete-work-is-done',
    cues: ['done', 'complete', 'completed', 'finished', 'upstream', 'mainline', 'merged'],
    type: 'complete',
    weight: 0.6,
    pattern:
      /\b(?:is|are)\s+(?:(?:now|finally|all|therefore|thus|already|basically)\s+)*(?:done|complete|completed|finished|upstream|merged|in\s+mainline)\b(?=\s*(?:(?:with|by)\s+(?:that|this|now)\b\s*|now\b\s*|already\b\s*|(?:in|since)\s+(?:\w+\s+)?v?\d[\d.]*\s*|and\s+(?:all|every|merged|upstream|documented|tested)\b[^.;]{0,60}|as\s+of\s\S+\s*|at\s+last\b\s*|by\s+now\s*)?(?:[.!,;)]|$))/i,
    object: 'before',
    never: ['pronoun', 'none'],
    objectWeights: { unknown: -2, review: -3, mending: -3, vague: -3, identifier: -0.2 },
    weigh: (found) =>
      found.context.posting ||
      (found.object.kind === 'identifier' && (found.context.review || found.context.faultTopic)) ||
      PARTIAL.test(found.sentence.text) ||
      NOT_YET.test(found.sentence.text.slice(found.match.index)) ||
      SUBORDINATE.test(found.sentence.text.slice(0, found.match.index)) ||
      !(
        WORK_AS_SUBJECT.test(found.sentence.text.slice(0, found.match.index)) ||
        topicNamed(found) > 0 ||
        (found.object.kind === 'identifier' && found.object.phrase.length > found.match.index - 12)
      )
        ? null
        : topicNamed(found),
  },
  {
    reason: 'complete-isnt-this-done',
    cues: ['done', 'completed', 'finished', 'upstream', 'merged', 'implemented', 'commit', 'applied'],
    type: 'complete',
    weight: 0.4,
    pattern: new RegExp(
      [
        String.raw`\b(?:isn't|wasn't|hasn't)\s+(?:this|that|it)\s+(?:been\s+)?(?:already\s+)?(?:done|merged|in|implemented|applied|committed|upstream|commit\s+[0-9a-f]{7,})\b`,
        String.raw`\bthis\s+(?:is|was|has)\s+(?:already\s+)?(?:been\s+)?(?:already\s+)?(?:done|completed|finished|implemented|upstream(?:ed)?|merged)\b(?=\s*(?:[.,!;(]|$|already\b|now\b|in\s+v?\d|since\b|upstream\b))`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['question', 'negation'],
    weigh: (found) => (found.context.review || found.context.posting || found.context.faultTopic ? null : 0),
  },
  {
    reason: 'complete-implemented-in',
    cues: ['implemented', 'done', 'added', 'finished', 'completed', 'written'],
    type: 'complete',
    weight: 0.3,
    pattern:
      /\b(?:was|were|has been|have been|got) (?:\w+ )?(?:implemented|done|added|finished|completed|written)(?: by (?:\w+ )?[A-Z]\w+)? (?:about |over |more than |around )?(?:already|long ago|some time ago|in (?:\w+ )?v?\d+[\d.]*|a (?:while|year|long time) ago|last (?:year|month|week|cycle|summer|autumn|spring|winter)|(?:two|three|\d|some|several|many|a few) (?:years?|months?|weeks?|releases?|versions?) ago|back in)\b/i,
    object: 'before',
    never: ['mending', 'vague', 'none'],
    objectWeights: { pronoun: 0.2, unknown: -1.4, review: -2.4, identifier: 0 },
    allows: ['past', 'other-version'],
    weigh: (found) => {
      const { review, posting, faultTopic, reply } = found.context
      if (
        review ||
        posting ||
        faultTopic ||
        !reply ||
        FAULTY.test(found.sentence.text) ||
        PARTIAL.test(found.sentence.text)
      )
        return null
      const definite =
        /^(?:the|this|that|it|our|your)\b/i.test(found.object.phrase) || found.object.kind === 'identifier'
      return CONDITIONAL.test(clauseBefore(found)) || !definite ? null : 0
    },
  },
]
