// Completions: the whole work is in. One patch of many, a clean-up, or a part that went in is none.
// Authority (may he say so?) is judged in standing.

import { isWorkTopic } from './context.ts'
import type { Detector, Found } from './detector.ts'

/** Applied is said of the thread's series; only a series of new work completes anything. */
function wholeSeries(found: Found): number | null {
  const { message, reply, patch } = found.context
  const text = found.sentence.text
  if (!reply || patch === null || /\bsubset\b/i.test(message.subject)) return null
  if (PARTIAL.test(text) || PARTIAL.test(found.next) || PARTIAL.test(found.previous)) return null
  const { n, m } = patch
  const whole = WHOLE.test(text) || (m === 2 && /\bboth\b/i.test(text))
  if (!isWorkTopic(message.subject)) return whole && n === 0 ? -2.4 : null
  if (m > 1 && n !== 0 && !whole) return null
  return whole ? 0.8 : n === 0 ? 0.2 : -0.8
}

const WHOLE = /\b(?:(?:whole|entire|full)\s+)?(?:series|set|patch\s?set|all)\b|\bthem\b/i
const PARTIAL =
  /\b(?:patch(?:es)?\s+#?\d|first\s+(?:\d+|two|three|four|few|patch)|patches\s+\d|\d+\s*-\s*\d+\s+|partially|some\s+of|part\s+of|except|but\s+not|remaining|rest\s+of|up\s+to|until|subset|cherry|only\s+(?:this|patch)|minus|without\s+patch|most\s+of)\b/i

const SUBORDINATE =
  /\b(?:after|before|when|until|till|once|if|that|which|because|while|as|since|will|would)\b/i
/** "Porting X", "the conversion project": work is the sentence's subject, not a step of some code. */
const WORK_AS_SUBJECT =
  /^(?:(?:so|and|ok|with\s+(?:that|this)|thanks|great|finally)\s*,?\s+)?(?:["“]|[A-Z]?[a-z]{3,}ing\s+(?:the|up|a|of|to|[A-Z"“])|(?:the\s+)?[^.;]{0,60}\b(?:project|task|port|item|support|driver|emulation)\b)/

/** The rows of this kind; order means nothing. */
export const completeDetectors: readonly Detector[] = [
  {
    reason: 'complete-applied',
    cues: ['applied', 'pushed', 'merged', 'queued', 'committed', 'picked', 'grabbed', 'taken'],
    type: 'complete',
    weight: 1.1,
    pattern:
      /(?:^|[\s,])(?:(?:now|all|series|whole\s+series|whole\s+thing|patches|both|this|set|everything)\s+){0,2}(?:is\s+|are\s+|was\s+|have\s+been\s+|been\s+)?(?:applied|pushed|merged|queued|committed|picked\s+up|grabbed|taken)\b(?=\s*(?:[.,+!;]|$|to\b|for\b|with\b|on\b|onto\b|and\b|now\b|thanks|them\b))/i,
    object: 'thread',
    weigh: (found) => {
      const text = found.sentence.text
      if (
        /\b(?:will|can|could|should|would|to\s+be|be|get|gets|if|once|when|until|after|before|was|were|patch|that|which|have\s+(?:now\s+)?(?:not|been)|hasn't|already|I've\s+applied\s+the|comments?|feedback|suggest\w*|change|fix)\s+(?:\S+\s+)?(?:applied|pushed|merged|queued|committed|picked\s+up|grabbed|taken)\b/i.test(
          text,
        )
      )
        return null
      return text.length > 240 ? null : wholeSeries(found)
    },
  },
  {
    reason: 'complete-grabbed-them',
    cues: ['grabbed', 'taken', 'applied', 'queued', 'merged', 'pushed', 'picked'],
    type: 'complete',
    weight: 1.4,
    pattern:
      /\bI(?:'ve|\s+have)\s+(?:now\s+|just\s+)?(?:grabbed|taken|applied|queued|merged|pushed|picked)\s+(?:them|all|the\s+(?:whole\s+)?series|this\s+series|everything|all\s+of\s+(?:them|these))(?:\s+up)?\b/i,
    object: 'thread',
    weigh: (found) => {
      const { message, patch } = found.context
      if (patch === null || !found.context.reply || PARTIAL.test(found.sentence.text)) return null
      return isWorkTopic(message.subject) ? 0 : -2
    },
  },
  {
    reason: 'complete-went-in',
    cues: ['went', 'committed', 'merged', 'upstreamed', 'mainlined', 'landed'],
    type: 'complete',
    weight: 0.9,
    pattern:
      /\b(?:went\s+in(?:to(?=\s+(?:v?\d|linux|xen|qemu|git|mainline|the\s+\S+\s+release)))?|(?:was|were|got|has\s+been|have\s+been|been)\s+(?:finally\s+|now\s+|already\s+)?(?:committed|merged|upstreamed|mainlined)|landed\s+in)\b(?=[^;]{0,40}(?:\b(?:already|last\s+(?:week|month)|in\s+v?\d|a\s+while\s+ago|into|I\s+think|upstream|mainline|v?\d+\.\d+)\b))/i,
    object: 'before',
    objectWeights: { pronoun: 0, unknown: -0.6, none: -1.2, review: -1.6 },
    allows: ['past', 'question', 'other-version'],
    weigh: (found) =>
      PARTIAL.test(found.sentence.text) ||
      /\b(?:bug|regression|commit\s+[0-9a-f]{7}|broke|introduced)\b/i.test(found.sentence.text)
        ? null
        : found.context.review
          ? -0.9
          : -0.4,
  },
  {
    reason: 'complete-get-in',
    cues: ['see'],
    type: 'complete',
    weight: 0.2,
    pattern:
      /\b(?:excited|happy|glad|great|nice|good)\s+to\s+see\s+(?:this|the|that)\s+(?:\S+\s+){0,4}(?:get|go|got|land|gets|merged)\s*(?:in|merged|landed|upstream)\b/i,
    object: 'thread',
    weigh: (found) => (isWorkTopic(found.context.message.subject) ? 0.4 : -1.4),
  },
  {
    reason: 'complete-work-is-done',
    cues: ['done', 'complete', 'completed', 'finished', 'upstream', 'mainline', 'merged'],
    type: 'complete',
    weight: 0.6,
    pattern:
      /\b(?:is|are)\s+(?:(?:now|finally|all|therefore|thus|already)\s+)*(?:done|complete|completed|finished|upstream|merged|in\s+mainline)\b(?=\s*(?:(?:with|by)\s+(?:that|this)\b\s*|now\b\s*|already\b\s*|(?:in|since)\s+(?:\w+\s+)?v?\d[\d.]*\s*|as\s+of\s[^.;]{2,30}|at\s+last\b\s*)?(?:[.!,;)]|$))/i,
    object: 'before',
    never: ['pronoun', 'none'],
    objectWeights: { unknown: -2, review: -3, mending: -3, vague: -3, identifier: -1 },
    weigh: (found) =>
      found.context.posting ||
      PARTIAL.test(found.sentence.text) ||
      SUBORDINATE.test(found.sentence.text.slice(0, found.match.index)) ||
      !WORK_AS_SUBJECT.test(found.sentence.text.slice(0, found.match.index))
        ? null
        : 0,
  },
  {
    reason: 'complete-all-parts-in',
    cues: ['parts', 'pieces', 'bits'],
    type: 'complete',
    weight: 0.8,
    pattern:
      /\b(?:all|the\s+last)\s+(?:the\s+)?(?:parts?|pieces?|bits)\s+(?:of|for)\s+(?<object>[^.;]{3,80}?)\s+(?:is|are|have\s+been|has\s+been|were|got)\s+(?:now\s+|finally\s+)?(?:merged|applied|upstream(?:ed)?|committed|in)\b/i,
    object: 'after',
    never: ['pronoun', 'review'],
    objectWeights: { unknown: -1 },
    allows: ['past'],
  },
  {
    reason: 'complete-isnt-this-done',
    cues: ['done', 'completed', 'finished', 'upstream', 'merged', 'implemented'],
    type: 'complete',
    weight: 0.4,
    pattern:
      /\b(?:isn't\s+this\s+(?:already\s+)?(?:done|merged|in)|this\s+(?:(?:is|was|has)\s+)(?:already\s+)?(?:been\s+)?(?:already\s+)?(?:done|completed|finished|implemented|upstream(?:ed)?|merged)\b(?=\s*(?:[.,!;(]|$|already\b|now\b|in\s+v?\d|since\b|upstream\b)))/i,
    object: 'thread',
    allows: ['question', 'negation'],
    weigh: (found) => (found.context.review || found.context.posting ? null : 0),
  },
]
