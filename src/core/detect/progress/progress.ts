// Progress: the author says that he is at work, or at it again. A new version of one's patches is none.
import type { Detector, Found } from '../detector.ts'
import { namesTopic } from '../topic.ts'
import { SELF } from '../voice.ts'
import { outsideReview, own } from './voice.ts'

const ADVERBS = String.raw`(?:\s+(?:all|both|now|also|currently|already|actively|just|really|actually|slowly|indeed)){0,2}`

/** "the changes suggested for this set": review business, whatever its head noun. */
const REVIEW_POINTS =
  /^(?:\S+\s+){0,3}?(?:changes?|comments?|feedback|suggest\w*|request\w*|review\w*|fix(?:es)?)\b/i

function reviewLowers(found: Found): number {
  if (REVIEW_POINTS.test(found.object.phrase)) return -2.4
  const { review, reply, faultTopic, posting } = found.context
  if (found.object.kind === 'pronoun' && reply && !review && !faultTopic && !posting) return 1.2
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
      String.raw`${SELF}(?:\s?'m|\s?'re|\s+am|\s+are)${ADVERBS}\s+still\s+(?:actively\s+|slowly\s+|very\s+much\s+)?(?:working\s+on|busy\s+(?:with|on)|(?:busy\s+)?(?:developing|implementing|writing|porting)|hacking\s+on|at\s+work\s+on|planning\s+to\s+(?:finish|complete|upstream|get\s+back\s+to)|trying\s+to\s+(?:finish|complete|find\s+(?:the\s+)?time\s+for))(?=\s)|${SELF}\s+(?:do\s+)?still\s+(?:plan|intend|want|hope|mean)\s+(?:to|on)\s+(?:finish(?:ing)?|complet(?:e|ing)|get(?:ting)?\s+back\s+to|return(?:ing)?\s+to|upstream(?:ing)?|continu(?:e|ing)(?:\s+(?:with|on))?|work(?:ing)?\s+on|implement(?:ing)?|port(?:ing)?)(?=\s)`,
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
    cues: [
      'implemented',
      'finished',
      'completed',
      'managed',
      'progress',
      'ported',
      'converted',
      'headway',
      'got',
    ],
    type: 'progress',
    weight: 0.7,
    pattern: own(
      String.raw`${SELF}(?:\s?'ve|\s+have)(?:\s+(?:now|also|already|finally|just|recently|meanwhile)){0,2}\s+(?:implemented|finished|completed|managed\s+to\s+(?:implement|get)|(?:made|been\s+making)\s+(?:\w+\s+){0,3}?(?:progress|headway|advances)\s+(?:on|with|in|towards?)|ported|converted|got\s+(?:a\s+)?(?:working|basic|first))(?=\s)|${SELF}\s+(?:also\s+|finally\s+)?made\s+(?:\w+\s+){0,3}?(?:progress|headway|advances)\s+(?:on|with|in|towards?)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -1.2 },
    weigh: (found) =>
      /^an?\s+(?:initial|first|rough)\s/i.test(found.object.phrase)
        ? 0.2
        : found.context.review
          ? -1.4
          : found.context.posting
            ? -1
            : 0,
  },
  {
    reason: 'progress-elided',
    cues: ['progress', 'still'],
    type: 'progress',
    weight: 0.7,
    pattern:
      /^(?:(?:yes|hi|hello|sorry)\s*[,.]\s*)?(?:(?:I'm|we're|I\s+am|we\s+are)\s+)?(?:(?:slowly|steadily|still|also|finally)\s+)*(?:making\s+(?:\w+\s+){0,4}?(?:progress|headway)\s+(?:on|with|in|towards)(?=\s)|(?<=still\s)(?:working|hacking)\s+on(?=\s))/i,
    object: 'after',
    objectWeights: { unknown: -0.8, pronoun: -0.8 },
    weigh: (found) => (found.context.review ? -1.4 : 0),
  },
  {
    reason: 'progress-not-forgotten',
    cues: ['forget', 'forgotten', 'forgot', 'abandon', 'given', 'give'],
    type: 'progress',
    weight: 0.6,
    pattern: own(
      String.raw`(?:^(?:I\s+)?|${SELF})(?:\s*did\s+not|\s+didn't|\s?'ve\s+not|\s+have\s+not|\s*haven't)\s+(?:forg[eo]t(?:ten)?(?:\s+(?:about|on))?|abandon(?:ed)?|giv(?:e|en)\s+up(?:\s+on)?)\s+(?=\S)`,
    ),
    object: 'after',
    never: ['review', 'mending', 'vague'],
    objectWeights: { unknown: -0.8, pronoun: -0.6 },
    allows: ['negation'],
    weigh: (found) => (found.context.review ? -1.6 : 0),
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
    ],
    type: 'progress',
    weight: 0.6,
    pattern:
      /^(?:(?:yes|yeah|yep|no|sure|hi|sorry|it's|this\s+is)\s*[,.]?\s*)*(?:(?:I'm|we're|I\s+am|we\s+are)\s+)?still\s+(?:on|at)\s+(?:it|this)\b|^(?:(?:yes|no|sorry)\s*[,.]\s*)?still\s+(?:very\s+much\s+)?(?:on|in)\s+(?:my|our)\s+(?:plate|(?:to-?do\s+)?list|todo|to-do|radar|desk|queue|plans?|agenda)\b|\b(?:it|this|that|I\s+have\s+it|we\s+have\s+it|(?:the|my|our)\s+(?:\S+\s+){0,3}?\S+)(?:'s|\s+is|\s+are)?\s+still\s+(?:very\s+much\s+)?(?:on|in|high\s+on)\s+(?:my|our|the)\s+(?:plate|(?:to-?do\s+)?list|todo|to-do|radar|desk|queue|works|plans?|agenda|roadmap|pipeline)\b|^not\s+(?:forgotten|dead|abandoned)\b(?=[,.;!]|$|\s+(?:just|but))|^(?:(?:no|yes|sorry)\s*[,.]\s*)?(?:it's|it\s+is|this\s+is|that's|the\s+(?:project|port|work|driver)(?:'s|\s+is))\s+(?:not\s+(?:dead|forgotten|abandoned)|still\s+(?:alive|being\s+worked\s+on|happening)|(?:still\s+)?(?:ongoing|in\s+progress|under\s?way|work\s+in\s+progress|wip|under\s+development))\b/i,
    object: 'thread',
    allows: ['other-version', 'negation'],
    weigh: (found) =>
      found.context.posting ? null : found.context.review || found.context.faultTopic ? -2 : 0,
  },
  {
    reason: 'progress-resumed',
    cues: ['resumed', 'again', 'back', 'returned', 'rebased', 'revived', 'dusted'],
    type: 'progress',
    weight: 0.8,
    pattern: own(
      String.raw`${SELF}(?:\s?'ve|\s+have)?(?:\s+(?:just|now|recently|finally|actually|already|also|been)){0,3}\s+(?:resumed|dusted\s+off|(?:got(?:ten)?|gone|went)\s+back\s+to|returned\s+to|rebased(?=\s+(?!on\b)(?:[^.;]{2,60}\s(?:on|onto|to|last|this|and)\b))|(?:picked|picking|taken|looking\s+at|working\s+on|hacking\s+on)(?=\s[^.;]{0,40}\bagain\b))(?:\s+(?:working\s+on|work\s+on|up))?(?=\s)`,
    ),
    object: 'after',
    never: ['mending', 'vague'],
    objectWeights: { pronoun: -0.6, unknown: -1.4, review: -3, none: -2 },
    allows: ['past'],
    weigh: (found) =>
      /^(?:the|my|our|this|it\b|[A-Z\d"])/.test(found.object.phrase) || namesTopic(found)
        ? outsideReview(found)
        : null,
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
  {
    reason: 'progress-continued',
    cues: ['did', 'continued', 'resumed', 'weekend'],
    type: 'progress',
    weight: 0.7,
    pattern: own(
      `${SELF}(?:'ve| have)? (?:did (?:some|a bit of|a little|more|a lot of|quite some)+ (?:more )?work(?= on)|continued|went on|carried on|moved forward)(?: (?:a bit|a little|slowly|some more|working))?(?: (?:with|on|work on))+(?= )`,
    ),
    object: 'after',
    never: ['mending', 'vague'],
    objectWeights: { pronoun: -1, unknown: -0.6, review: -0.6 },
    allows: ['past'],
    weigh: (found) => (REVIEW_POINTS.test(found.object.phrase) ? null : outsideReview(found)),
  },
]
