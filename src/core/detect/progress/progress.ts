// Progress: the author says that he is at work, what he has done of it, or that he is at it again. A new version of one's
// patches is none, nor what an applicant once wrote.
import type { Detector, Found } from '../detector.ts'
import { tellsState } from '../plain-reply.ts'
import { namesTopic } from '../topic.ts'
import { SELF } from '../voice.ts'
import { ADVERBS, outsideReview, own, REVIEW_POINTS, THING } from './voice.ts'

function reviewLowers(found: Found): number {
  if (REVIEW_POINTS.test(found.object.phrase)) return -2.4
  if (namesSeries(found)) return 3.8
  const { review, reply, faultTopic, posting } = found.context
  if (found.object.kind === 'pronoun' && reply && !review && !faultTopic && !posting) return 1.2
  return found.context.review && found.object.pointing ? -0.6 : 0
}

/** "Still working on the argo series": told by a name in plain mail, a series stands for its work. */
function namesSeries({ object, context }: Found): boolean {
  if (object.kind !== 'review' || object.pointing || context.review || context.posting) return false
  return /^(?:the|my|our)\s+(?!first|last|next|other|new|remaining|updated|v\d)(?:\S+\s+){1,3}?(?:series|patches|patchset)\b/i.test(
    object.phrase,
  )
}

/** What he did: a beginning tells of more to come; a patch's letter and a curriculum tell of what is over. */
function doneSoFar({ context, object }: Found): number {
  if (/^an?\s+(?:initial|first|rough)\s/i.test(object.phrase)) return 0.2
  if (context.review || context.posting) return -1.6
  if (
    REVIEW_POINTS.test(object.phrase) ||
    (/^(?!all|most|about|roughly|nearly|almost|some\s+\d|\d)/i.test(object.phrase) && object.kind === 'vague')
  )
    return -2.4
  if (object.kind === 'unknown' && tellsState({ context })) return 1
  const applies = context.application && !context.reply
  if (applies && APPLICANT.test(context.message.subject)) return -2
  return applies && /^(?:an?|some|several|many|few|two|three|my|various|multiple)\s/i.test(object.phrase)
    ? -2
    : 0
}

/** The subject of one who applies. */
const APPLICANT =
  /\b(?:proposals?|appl(?:y\w*|ication)|introduc\w+|interest\w*|quer(?:y|ies)|questions?|contribut\w+)\b/i

const HAVE = String.raw`(?:\s?'ve|\s+have)`
const PERFECT = String.raw`(?:(?:re-?)?implemented|finished|completed|managed\s+to\s+(?:implement|get|port|boot|build|add)|ported|converted|rewritten|reworked|migrated|upstreamed)`
/** "Over the past month", "in the meantime", "so far". */
const LATELY = String.raw`\b(?:so\s+far|since\s+(?:the|my|our)\s+last\s+(?:report|update|mail|status|post)|up\s+to\s+now|in\s+the\s+mean(?:time|while)|meanwhile|(?:this|last|past|(?:during|in|over|for)\s+the(?:\s+(?:last|past))?)\s+(?:(?:\w+\s+)?(?:weeks?|months?|days|fortnight)))`

/** The rows of this kind; order means nothing. */
export const progressDetectors: readonly Detector[] = [
  {
    reason: 'progress-still-working',
    cues: ['still'],
    type: 'progress',
    weight: 1.4,
    pattern: own(
      String.raw`^(?:(?:yes|yeah|hi|sorry|no)\s*[,.]\s*)?still\s+(?:\w+ly\s+)?(?:working|hacking)\s+on(?=\s)`,
      String.raw`${SELF}(?:\s?'m|\s?'re|\s+am|\s+are)${ADVERBS}\s+still\s+(?:actively\s+|slowly\s+|very\s+much\s+)?(?:working\s+on|busy\s+(?:with|on)|(?:busy\s+)?(?:developing|implementing|writing|porting|rewriting|converting|upstreaming)|hacking\s+on|at\s+work\s+on|planning\s+to\s+(?:finish|complete|upstream|get\s+back\s+to)|trying\s+to\s+(?:finish|complete|find\s+(?:the\s+)?time\s+for))(?=\s)`,
      String.raw`${SELF}\s+(?:do\s+)?still\s+(?:plan|intend|want|hope|mean)\s+(?:to|on)\s+(?:finish(?:ing)?|complet(?:e|ing)|get(?:ting)?\s+back\s+to|return(?:ing)?\s+to|upstream(?:ing)?|continu(?:e|ing)(?:\s+(?:with|on))?|work(?:ing)?\s+on|implement(?:ing)?|port(?:ing)?)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { pronoun: -1.6 },
    allows: ['other-version'],
    weigh: reviewLowers,
  },
  {
    reason: 'progress-thing-i-work-on',
    cues: ['working', 'porting'],
    type: 'progress',
    weight: 1.2,
    pattern: own(
      String.raw`(?:(?:,\s*)?(?:which|that)\s+)?\b(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are|\s?'ve\s+been|\s+have\s+been)${ADVERBS}\s+(?:currently\s+)?(?:working\s+on|porting)(?=\s*(?:[.,;)!]|$|currently|now|and|it\b|is\b|are\b|that\b|since|lately|right\s+now|at\s+the\s+moment|these\s+days|with\s))`,
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
    cues: [
      'implemented',
      'reimplemented',
      'finished',
      'completed',
      'managed',
      'ported',
      'converted',
      'rewritten',
      'reworked',
      'migrated',
      'upstreamed',
      'meanwhile',
      'meantime',
      'week',
      'weeks',
      'month',
      'months',
      'fortnight',
      'far',
    ],
    type: 'progress',
    weight: 0.7,
    pattern: own(
      String.raw`${SELF}${HAVE}${ADVERBS}\s+${PERFECT}(?=\s)`,
      String.raw`${LATELY}\s*,?\s+(?:I|we)${HAVE}?${ADVERBS}\s+(?:continued\s+and\s+)?(?:${PERFECT}|implemented|worked\s+on|got|wrote|written|added|spent)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -1.2, review: -3, vague: -0.4 },
    allows: ['past'],
    weigh: doneSoFar,
    typeOf: ({ sentence, context }) =>
      context.message.tag === null && /\bpatches\s+(?:will\s+|to\s+)?follow\b/i.test(sentence.text)
        ? 'claim'
        : 'progress',
  },
  {
    reason: 'progress-headway',
    cues: ['progress', 'headway', 'advances'],
    type: 'progress',
    weight: 0.8,
    pattern: own(
      String.raw`(?:^(?:(?:yes|hi|also)\s*[,.]\s*)?(?:(?:slowly|steadily|still|also|finally)\s+)*making|\b(?:team|intern|student|colleague)\s+is\s+making|${SELF}(?:(?:'m|'re|\s+am|\s+are|${HAVE}\s+been)${ADVERBS}\s+making|${HAVE}?${ADVERBS}\s+made))\s+(?!(?:no|little|any|not)\b)(?:\w+\s+){0,4}?(?:progress|headway|advances)\b`,
      String.raw`\b(?:progress|headway)\s+(?:has\s+been|is\s+being|was)\s+made\b`,
      String.raw`\bthere(?:'s|\s+is|\s+has\s+been)\s+(?!(?:no|little|any|not)\b)(?:\w+\s+){0,3}?(?:progress|headway)\s+(?:on|with|in)\b`,
    ),
    object: 'thread',
    weigh: (found) => {
      const { review, posting, faultTopic } = found.context
      return posting || faultTopic ? null : review ? -1.6 : 0
    },
  },
  {
    reason: 'progress-finishing',
    cues: ['finishing', 'wrapping', 'polishing', 'touches', 'finish'],
    type: 'progress',
    weight: 1.4,
    pattern: own(
      String.raw`${SELF}(?:'m|'re|\s+am|\s+are|${HAVE}\s+been)${ADVERBS}\s+(?:(?:busy|about|close)\s+(?:to\s+)?)?(?:finish(?:ing)?(?:\s+(?:up|off))?|wrapping\s+up|polishing|putting\s+the\s+(?:final|last|finishing)\s+touches\s+(?:on|to))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { pronoun: -1 },
    // "I'm finishing a driver" tells of it for the first time: a claim.
    weigh: (found) => reviewLowers(found) - (/^an?\s/i.test(found.object.phrase) ? 1.6 : 0),
  },
  {
    reason: 'progress-still-on-it',
    cues: [
      'progress',
      'wip',
      'underway',
      'way',
      'still',
      'dead',
      'forgotten',
      'alive',
      'ongoing',
      'works',
      'abandoned',
      'stalled',
    ],
    type: 'progress',
    weight: 0.6,
    pattern: own(
      String.raw`(?:^(?:(?:yes|yeah|yep|no|sure|hi|sorry)\s*[,.]?\s*)*|\b(?:I'm|we're|I\s+am|we\s+are)\s+)still\s+(?:on|at)\s+(?:it|this)\b`,
      String.raw`^(?:(?:yes|no|sorry)\s*[,.]\s*)?(?:(?:it|this|that|I\s+have\s+it|we\s+have\s+it|(?:the|my|our)\s+(?:\S+\s+){0,3}?\S+)(?:'s|\s+is|\s+are)?\s+)?still\s+(?:very\s+much\s+)?(?:on|in|high\s+on)\s+(?:my|our|the)\s+(?:plate|(?:to-?do\s+)?list|todo|to-do|radar|desk|queue|works|plans?|agenda|roadmap|pipeline)\b`,
      String.raw`^not\s+(?:forgotten|dead|abandoned)\b(?=[,.;!]|$|\s+(?:just|but))`,
      String.raw`^(?:(?:no|yes|sorry)\s*[,.]\s*)?(?:it's|it\s+is|this\s+is|that's|(?:the|my|our)\s+(?:[\w-]+\s+){0,3}?${THING}(?:'s|\s+is))\s+(?:an?\s+)?(?:not\s+(?:dead|forgotten|abandoned|stalled)|still\s+(?:alive|being\s+worked\s+on|happening)|(?:still\s+)?(?:ongoing|in\s+progress|under\s?way|(?:an?\s+)?(?:work\s+in\s+progress|wip)|under\s+development))\b`,
    ),
    object: 'thread',
    allows: ['other-version', 'negation'],
    weigh: (found) =>
      found.context.posting ? null : found.context.review || found.context.faultTopic ? -2 : 0,
  },
  {
    reason: 'progress-again-at-it',
    cues: [
      'resumed',
      'again',
      'back',
      'returned',
      'rebased',
      'revived',
      'dusted',
      'did',
      'continued',
      'forget',
      'forgotten',
      'forgot',
      'abandon',
      'given',
      'give',
    ],
    type: 'progress',
    weight: 0.8,
    pattern: own(
      String.raw`(?:^(?:I\s+)?|${SELF})(?:\s*did\s+not|\s+didn't|\s?'ve\s+not|\s+have\s+not|\s*haven't)\s+(?:forg[eo]t(?:ten)?(?:\s+(?:about|on))?|abandon(?:ed)?|giv(?:e|en)\s+up(?:\s+on)?)\s+(?=\S)`,
      String.raw`${SELF}(?:'m|'re|\s+am|\s+are)${ADVERBS}\s+(?:getting|coming|going)\s+back\s+to(?=\s)`,
      String.raw`${SELF}${HAVE}?${ADVERBS}\s+started\s+(?:looking\s+at|working\s+on|hacking\s+on)(?=\s[^.;]{0,40}\bagain\b)`,
      String.raw`${SELF}${HAVE}?${ADVERBS}(?:\s+been)?\s+(?:resumed|revived|did\s+(?:\w+\s+){1,3}work(?=\s+on)|continued|carried\s+on|dusted\s+off|(?:got(?:ten)?|gone|went)\s+back\s+to|returned\s+to|rebased(?=\s+(?!on\b)(?:[^.;]{2,60}\s(?:on|onto|to|last|this|and)\b))|(?:picked|picking|taken|looking\s+at|working\s+on|hacking\s+on)(?=\s[^.;]{0,40}\bagain\b))(?:\s+(?:working|work|with|on|up|a\s+bit|slowly))*(?=\s)`,
    ),
    object: 'after',
    never: ['mending', 'vague'],
    objectWeights: { pronoun: -0.6, unknown: -0.7, review: -3, none: -2 },
    allows: ['past', 'negation'],
    weigh: (found) => {
      if (REVIEW_POINTS.test(found.object.phrase)) return null
      const known =
        /^(?:the|my|our|this|it\b|[A-Z\d"])/.test(found.object.phrase) ||
        /\b(?:continued|carried|did)\b/i.test(found.match[0]) ||
        namesTopic(found)
      const where = known ? outsideReview(found) : null
      return where === null ? null : where + (namesSeries(found) ? 2.8 : 0)
    },
  },
]
