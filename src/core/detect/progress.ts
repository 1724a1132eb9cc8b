// Progress: a sign of life on work already under way. A state of somebody else's work is none.

import type { Detector, Found } from './detector.ts'
import { SELF } from './voice.ts'

const ADVERBS = String.raw`(?:\s+(?:all|both|now|also|currently|already|actively|just|really|actually|slowly|indeed)){0,2}`
const own = (body: string): RegExp => new RegExp(body, 'i')

function reviewLowers(found: Found): number {
  return found.context.review && found.object.pointing ? -0.6 : 0
}

/** The rows of this kind; order means nothing. */
export const progressDetectors: readonly Detector[] = [
  {
    reason: 'progress-still-working',
    cues: ['still'],
    type: 'progress',
    weight: 1.4,
    pattern: own(
      String.raw`${SELF}(?:\s?'m|\s?'re|\s+am|\s+are)${ADVERBS}\s+still\s+(?:actively\s+)?(?:working\s+on|busy\s+with|developing|implementing|writing|porting)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { pronoun: -1.6 },
    weigh: reviewLowers,
  },
  {
    reason: 'progress-thing-i-work-on',
    cues: ['working', 'developing', 'writing', 'implementing', 'porting'],
    type: 'progress',
    weight: 1.2,
    pattern: own(
      String.raw`(?:(?:,\s*)?(?:which|that)\s+)?\b(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are|\s?'ve\s+been|\s+have\s+been)${ADVERBS}\s+(?:working\s+on|developing|writing|implementing|porting)(?=\s*(?:[.,;)!]|$|currently|now|and|it\b|is\b|are\b|that\b|since|lately|right\s+now|at\s+the\s+moment|these\s+days|with\s))`,
    ),
    object: 'before',
    objectWeights: { unknown: -2, pronoun: -4, none: -4 },
    weigh: (found) =>
      /\b(?:a|an|another|some|other|any)\s+(?:\S+\s+)?$/i.test(found.object.phrase) ||
      /^(?:a|an|another|some|other|any|drivers|patches)\b/i.test(found.object.phrase)
        ? -3
        : 0,
  },
  {
    reason: 'progress-done-so-far',
    cues: ['implemented', 'finished', 'completed', 'managed', 'progress', 'ported', 'got'],
    type: 'progress',
    weight: 0.7,
    pattern: own(
      String.raw`${SELF}(?:\s?'ve|\s+have)(?:\s+(?:now|also|already|finally|just|recently|meanwhile)){0,2}\s+(?:implemented|finished|completed|managed\s+to\s+(?:implement|get)|made\s+(?:some\s+|good\s+)?progress\s+(?:on|with|in)|been\s+making\s+(?:some\s+|good\s+)?progress\s+(?:on|with|in)|ported|got\s+(?:a\s+)?(?:working|basic|first))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -1.2 },
    weigh: (found) => (found.context.review ? -1.4 : found.context.posting ? -1 : 0),
  },
  {
    reason: 'progress-elided',
    cues: ['progress', 'still'],
    type: 'progress',
    weight: 0.7,
    pattern:
      /^(?:(?:yes|hi|hello|sorry)\s*[,.]\s*)?(?:(?:I'm|we're|I\s+am|we\s+are)\s+)?(?:(?:slowly|steadily|still|also|finally)\s+)*(?:making\s+(?:\w+\s+)?progress\s+(?:on|with|in)(?=\s)|(?<=still\s)(?:working|hacking)\s+on(?=\s))/i,
    object: 'after',
    objectWeights: { unknown: -0.8, pronoun: -0.8 },
    weigh: (found) => (found.context.review ? -1.4 : 0),
  },
  {
    reason: 'progress-this-week',
    cues: ['week', 'month', 'weeks'],
    type: 'progress',
    weight: 0.6,
    pattern:
      /\b(?:this|last|past|during\s+the|in\s+the\s+last)\s+(?:\w+\s+)?(?:weeks?|month)\s*,?\s+(?:I|we)\s+(?:have\s+)?(?:mostly\s+|also\s+|mainly\s+)?(?:finished|implemented|completed|worked\s+on|ported|got|wrote|added|spent)(?=\s)/i,
    object: 'after',
    objectWeights: { unknown: -0.6, review: -2.4 },
    allows: ['past'],
    weigh: (found) =>
      found.context.review || found.context.posting ? null : found.context.reply ? -0.8 : 0.2,
    typeOf: ({ sentence, context }) =>
      context.message.tag === null && /\bpatches\s+(?:will\s+|to\s+)?follow\b/i.test(sentence.text)
        ? 'claim'
        : 'progress',
  },
  {
    reason: 'progress-not-forgotten',
    cues: ['forget', 'forgotten', 'forgot'],
    type: 'progress',
    weight: 0.6,
    pattern: own(
      String.raw`${SELF}(?:\s+did\s+not|\s+didn't|\s?'ve\s+not|\s+have\s+not|\s+haven't)\s+forg[eo]t(?:ten)?\s+(?:about\s+)?(?=\S)`,
    ),
    object: 'after',
    never: ['review', 'mending', 'vague'],
    objectWeights: { unknown: -1.2, pronoun: -1.2 },
    allows: ['negation'],
    weigh: (found) => (found.context.review ? -1.6 : 0),
  },
  {
    reason: 'progress-still-on-it',
    cues: ['still'],
    type: 'progress',
    weight: 0.6,
    pattern:
      /^(?:(?:yes|yeah|yep)\s*[,.]\s*)?(?:(?:I'm|we're|I\s+am|we\s+are)\s+)?still\s+(?:on|at)\s+(?:it|this)\b/i,
    object: 'thread',
    allows: ['other-version'],
    weigh: (found) => (found.context.review || found.context.faultTopic ? -2 : 0),
  },
  {
    reason: 'progress-series-at-version',
    cues: ['series', 'patches', 'patchset', 'sent', 'posted'],
    type: 'progress',
    weight: 0.8,
    pattern:
      /\b(?:series|patches|patchset)\s+(?:is|are)\s+(?:at|on|now\s+at)\s+v\d+\b|^v\d+\s+(?:was\s+)?(?:sent|posted)\b/i,
    object: 'thread',
    allows: ['other-version'],
    weigh: (found) => (found.context.review ? -1.5 : 0),
  },
  {
    reason: 'progress-report',
    cues: ['report', 'update', 'blog', 'status'],
    type: 'progress',
    weight: 0.9,
    pattern:
      /\b(?:blog\s?post|weekly\s+(?:report|update|status|progress)|status\s+(?:report|update)|progress\s+(?:report|update)|week\s*#?\d+\s+(?:report|update|progress))\b/i,
    object: 'thread',
    weigh: (found) => (found.context.message.tag !== null && !found.context.reply ? 0.4 : -3),
  },
  {
    reason: 'progress-managed-to',
    cues: ['meanwhile', 'meantime'],
    type: 'progress',
    weight: 0.5,
    pattern:
      /\b(?:in\s+the\s+mean(?:time|while)|meanwhile)\b[^.]{0,40}\b(?:I|we)\b[^.]{0,30}\b(?:continued|managed\s+to\s+implement|implemented)(?=\s)/i,
    object: 'after',
    objectWeights: { unknown: -0.4, none: -0.4 },
  },
]
