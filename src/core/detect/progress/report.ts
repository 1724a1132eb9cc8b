// Progress reported: the weekly report of a programme, a short update on the list. An update of code is none.
import type { Detector } from '../detector.ts'
import { SELF } from '../voice.ts'
import { ADVERBS, outsideReview, own } from './voice.ts'

/** The subject of a report an intern writes. */
const REPORT_SUBJECT = /\b(?:reports?|weekly|week|mid-?term|progress|status|update|blog|evaluation)\b/i

/** The rows of this kind; order means nothing. */
export const reportDetectors: readonly Detector[] = [
  {
    reason: 'progress-report',
    cues: ['report', 'update', 'blog', 'status', 'week'],
    type: 'progress',
    weight: 0.9,
    pattern: own(
      String.raw`\b(?:this\s+is|here(?:'s|\s+is|\s+are|\s+comes)|my)\b[^.;:]{0,40}?\b(?:blog\s?posts?|weekly\s+(?:report|update|status|progress)|status\s+(?:report|update)|progress\s+(?:report|update)|week\s*#?\d+\s+(?:report|update|progress))\b`,
      String.raw`^week\s*#?\d+\s*[:-]\s`,
    ),
    object: 'thread',
    weigh: (found) => (found.context.message.tag !== null && !found.context.reply ? 0.4 : -3),
  },
  {
    reason: 'progress-report-tells',
    cues: [
      'built',
      'implemented',
      'finished',
      'wrote',
      'written',
      'added',
      'worked',
      'completed',
      'managed',
      'continued',
      'converted',
      'ported',
      'committed',
      'checked',
      'merged',
      'pushed',
      'uploaded',
      'updated',
      'reworked',
      'rewrote',
      'rewritten',
      'replaced',
      'imported',
      'packaged',
      'learned',
    ],
    type: 'progress',
    weight: 0.6,
    pattern: own(
      String.raw`${SELF}(?:'ve|\s+have)?${ADVERBS}\s+(?:built|implemented|finished|wrote|written|added|worked\s+on|completed|managed\s+to|continued|converted|ported|committed|checked\s+in|merged|pushed|uploaded|updated|reworked|rewrote|rewritten|replaced|imported|packaged|learned|(?:de|re)-?\w{4,}ed)(?=\s)`,
    ),
    object: 'thread',
    allows: ['past'],
    weigh: ({ context: { message } }) =>
      message.tag !== null && REPORT_SUBJECT.test(message.subject) ? 0 : null,
  },
  {
    reason: 'progress-short-update',
    cues: ['update', 'status'],
    type: 'progress',
    weight: 0.7,
    pattern:
      /^(?:just |here is |here's )?(?:a |another |my )?(?:quick |short |small |brief |little |tiny )?(?:status(?: update| report)?|progress (?:update|report)|update)(?: (?:on|about|regarding|from|of) [^.:?!]{2,60})?(?::|,| -) \S/i,
    object: 'thread',
    weigh: (found) =>
      /\b(?:bug|crash|release|git|tree|mail|docs?|fixed|reverted)\b/i.test(found.sentence.text)
        ? null
        : outsideReview(found),
  },
]
