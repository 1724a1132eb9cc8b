// Inquiries before the work: is it wanted, would you take it, is there a point in it? A question whether a patch is right is
// none.
import type { Detector } from '../detector.ts'
import { asks, asksForWork } from './voice.ts'

const KIND =
  /\b(?:patches|drivers?|ports?|support|features?|projects?|students?|implementation|tools?|backends?|work|contributions?|rewrite)\b/i

/** The rows of this kind; order means nothing. */
export const inquiriesWhetherWanted: readonly Detector[] = [
  {
    reason: 'inquiry-would-it-be-welcome',
    cues: [
      'welcome',
      'acceptable',
      'accepted',
      'wanted',
      'desirable',
      'appetite',
      'demand',
      'interest',
      'useful',
    ],
    type: 'inquiry',
    weight: 0.9,
    pattern:
      /\b(?:(?:would|will|if|whether)\s+(?<object>[^?;]{3,120}?)\s+(?:would\s+)?(?:still\s+)?be\s+(?:\w+\s+){0,2}?(?:welcomed?|wanted|desirable|acceptable|accepted\s+(?:upstream|in\s+mainline|at\s+all|into)|of\s+(?:any\s+)?(?:interest|use)|useful\s+to\s+(?:any|others|the))\b|(?:would|is)\s+there\s+(?:still\s+|be\s+)*(?:any|an?|some|enough)\s+(?:\w+\s+)?(?:appetite|demand|desire)\s+(?:in|for|to)(?=\s))/i,
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: -1.2, none: -1.2, vague: 0, review: -0.6, mending: -1.4 },
    allows: ['question', 'condition'],
    // "I might work on it. Would patches be welcome?" is a wish's tail.
    weigh: (found) =>
      !/^patches$/i.test(found.match.groups?.['object'] ?? '') && KIND.test(found.sentence.text)
        ? asksForWork(found)
        : null,
  },
  {
    reason: 'inquiry-would-you-take-it',
    cues: ['take', 'merge', 'accept', 'considered', 'consider'],
    type: 'inquiry',
    weight: 0.9,
    pattern:
      /\b(?:if\s+(?:I|we|somebody|someone)\b[^?;]{0,90}?,?\s*(?:would|will)\s+(?:you|upstream|the\s+\S+|[a-z]\w+)\s+(?:still\s+|even\s+)?(?:take|merge|accept|consider)(?:\s+(?:it|one|that|such))?|would\s+(?:you|upstream|mainline|the\s+(?:project|maintainers?|community|kernel))\s+(?:even\s+|ever\s+|still\s+)?(?:take|merge|accept|consider)\s+(?:an?\s|such|patches\s+(?:for|that)|support|contributions?))(?=[^?]{0,120}\?)/i,
    object: 'thread',
    allows: ['question', 'condition'],
    weigh: (found) => (KIND.test(found.sentence.text) ? asksForWork(found) : null),
  },
  {
    reason: 'inquiry-worth-it',
    cues: ['point', 'sending', 'creating', 'submitting', 'adding', 'writing', 'working', 'worth'],
    type: 'inquiry',
    weight: 0.7,
    pattern:
      /\b(?:is\s+there\s+(?:a|any)\s+point\s+(?:to|in|for)\s+(?:me|us|my|our)\b|(?:would|is|will)\s+(?:it\s+be\s+worth\s+)?(?:sending|creating|submitting|adding|writing|working|porting|implementing)\b[^?]{0,80}\b(?:be\s+appropriate|count|be\s+(?:useful|welcome|of\s+interest|accepted)|make\s+sense|worth\s+it))(?=[^?]{0,120}\?)/i,
    object: 'thread',
    allows: ['question'],
    weigh: (found) => (!asks(found) ? null : found.context.review && !/point/i.test(found.match[0]) ? -2 : 0),
  },
]
