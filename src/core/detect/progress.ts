// Progress: a sign of life on work already under way. A state of somebody else's work is none.

import type { Detector, Found } from './detector.ts'
import { SELF } from './voice.ts'

const ADVERBS = String.raw`(?:\s+(?:all|both|now|also|currently|already|actively|just|really|actually|slowly|indeed)){0,2}`
const own = (body: string): RegExp => new RegExp(body, 'i')

/** "the changes suggested for this set": review business, whatever its head noun. */
const REVIEW_POINTS =
  /^(?:\S+\s+){0,3}?(?:changes?|comments?|feedback|suggest\w*|request\w*|review\w*|fix(?:es)?)\b/i

function reviewLowers(found: Found): number {
  if (REVIEW_POINTS.test(found.object.phrase)) return -2.4
  return found.context.review && found.object.pointing ? -0.6 : 0
}

/** Told in passing in a patch's or a fault's thread, "it still works on my side" is no sign of life. */
function outsideReview(found: Found): number | null {
  const { review, posting, faultTopic, reply } = found.context
  if (posting || faultTopic) return null
  return review ? -2 : reply || found.context.message.tag !== null ? 0 : -0.6
}

/** What work of one's own does when it gets on. */
const GETS_ON = String.raw`(?:(?:is|are)\s+(?:now\s+|slowly\s+|still\s+|steadily\s+|nicely\s+)*(?:coming\s+along|progressing|taking\s+shape|getting\s+there|moving\s+(?:along|forward)|advancing|making\s+(?:\w+\s+)?progress|on\s+(?:its|the)\s+way|(?:nearly|almost|mostly|about|largely|roughly|half|\d+\s?%)\s*-?(?:half\s+)?(?:done|finished|ready|complete|written|there|working|way)))`
/** What a thing does when it has come to life. */
const LIVES = String.raw`(?:(?:now|already|finally|at\s+last)\s+(?:boots?|probes?|works?|builds?|compiles?|runs?|passes|reads?|can|supports?|handles?|starts?)|(?:boots?|probes?|works|builds|compiles|runs|passes|starts)\s+(?:now|already|again|up\s+to|to\s+(?:a\s+)?(?:shell|prompt)|on\s+real|most|all|the\s+first))`
const WORK_NOUN =
  '(?:driver|port|project|support|implementation|prototype|conversion|rewrite|rework|backend|frontend|emulation|code|branch|work|patches|series|tool|version)'

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
      String.raw`${SELF}(?:\s?'ve|\s+have)(?:\s+(?:now|also|already|finally|just|recently|meanwhile)){0,2}\s+(?:implemented|finished|completed|managed\s+to\s+(?:implement|get)|(?:made|been\s+making)\s+(?:\w+\s+){0,3}?(?:progress|headway|advances)\s+(?:on|with|in|towards?)|ported|converted|got\s+(?:a\s+)?(?:working|basic|first))(?=\s)`,
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
      /^(?:(?:yes|hi|hello|sorry)\s*[,.]\s*)?(?:(?:I'm|we're|I\s+am|we\s+are)\s+)?(?:(?:slowly|steadily|still|also|finally)\s+)*(?:making\s+(?:\w+\s+)?progress\s+(?:on|with|in)(?=\s)|(?<=still\s)(?:working|hacking)\s+on(?=\s))/i,
    object: 'after',
    objectWeights: { unknown: -0.8, pronoun: -0.8 },
    weigh: (found) => (found.context.review ? -1.4 : 0),
  },
  {
    reason: 'progress-this-week',
    cues: ['week', 'month', 'weeks', 'far'],
    type: 'progress',
    weight: 0.6,
    pattern:
      /\b(?:so\s+far|(?:this|last|past|during\s+the|in\s+the\s+last)\s+(?:\w+\s+)?(?:weeks?|month))\s*,?\s+(?:I|we)(?:\s+have|'ve)?\s+(?:mostly\s+|also\s+|mainly\s+)?(?:finished|implemented|completed|worked\s+on|ported|got|wrote|added|spent)(?=\s)/i,
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
    cues: ['still', 'dead', 'forgotten', 'alive', 'ongoing', 'works', 'abandoned'],
    type: 'progress',
    weight: 0.6,
    pattern:
      /^(?:(?:yes|yeah|yep|no|sure|hi|sorry|it's|this\s+is)\s*[,.]?\s*)*(?:(?:I'm|we're|I\s+am|we\s+are)\s+)?still\s+(?:on|at)\s+(?:it|this)\b|\b(?:it|this|that|I\s+have\s+it|we\s+have\s+it|(?:the|my|our)\s+(?:\S+\s+){0,3}?\S+)(?:'s|\s+is|\s+are)?\s+still\s+(?:very\s+much\s+)?(?:on|in|high\s+on)\s+(?:my|our|the)\s+(?:plate|(?:to-?do\s+)?list|todo|to-do|radar|desk|queue|works|plans?|agenda|roadmap|pipeline)\b|^(?:(?:no|yes|sorry)\s*[,.]\s*)?(?:it's|it\s+is|this\s+is|that's|the\s+(?:project|port|work|driver)(?:'s|\s+is))\s+(?:not\s+(?:dead|forgotten|abandoned)|still\s+(?:alive|ongoing|in\s+progress|under\s+development|being\s+worked\s+on|happening))\b/i,
    object: 'thread',
    allows: ['other-version', 'negation'],
    weigh: (found) =>
      found.context.posting ? null : found.context.review || found.context.faultTopic ? -2 : 0,
  },
  {
    reason: 'progress-work-gets-on',
    cues: [
      'coming',
      'progress',
      'shape',
      'getting',
      'moving',
      'forward',
      'advancing',
      'nearly',
      'almost',
      'mostly',
      'largely',
      'halfway',
    ],
    type: 'progress',
    weight: 0.6,
    pattern: own(String.raw`\b(?<object>(?:my|our|the)\s+(?:[\w./"'+-]+\s+){0,6}?[\w./"'+-]+)\s+${GETS_ON}`),
    object: 'after',
    never: ['review', 'mending', 'vague', 'none', 'pronoun'],
    objectWeights: { unknown: -1.2, identifier: 0.2 },
    weigh: outsideReview,
  },
  {
    reason: 'progress-it-lives',
    cues: [
      'boots',
      'probes',
      'works',
      'builds',
      'compiles',
      'runs',
      'passes',
      'reads',
      'supports',
      'handles',
      'starts',
      'now',
      'already',
      'finally',
    ],
    type: 'progress',
    weight: 0.6,
    pattern: own(
      String.raw`\b(?<object>(?:my|our)\s+(?:[\w./"'+-]+\s+){0,6}?${WORK_NOUN}(?:\s+(?:of|for|to|in|on)\s+(?:\S+\s+){0,3}?\S+)?)\s+${LIVES}|^(?:[^.;:]{0,30}\bupdate\b[^.;:]{0,30}[:,]\s*|(?:just\s+)?(?:a\s+(?:quick|short|brief|small)\s+)?(?:note\s+)?(?:FYI|to\s+(?:let\s+(?:you|everybody|everyone)(?:\s+all)?\s+know|keep\s+(?:you|everybody|everyone|the\s+list)\s+(?:posted|updated|informed)))\s*(?:that\b|[:,])?\s*)(?:the\s+)(?:[\w./"'+-]+\s+){0,6}?${WORK_NOUN}(?:\s+(?:of|for|to|in|on)\s+(?:\S+\s+){0,3}?\S+)?\s+${LIVES}`,
    ),
    object: 'thread',
    weigh: outsideReview,
  },
  {
    reason: 'progress-part-done',
    cues: ['half', 'most', 'bulk', 'thirds', 'parts', 'large', 'lot'],
    type: 'progress',
    weight: 0.8,
    pattern: own(
      String.raw`${SELF}(?:\s?'ve|\s+have|\s+had)?(?:\s+(?:got|now|already|currently|probably|implemented|written|converted|ported|finished|completed|done)){0,3}\s+(?:(?:about|roughly|nearly|almost|around|perhaps)\s+)?(?:half|most|two\s+thirds|\d+\s?%|the\s+(?:bulk|larger\s+part|hard\s+part|basics|basic\s+parts?)|large\s+parts|a\s+(?:good|large|big)\s+part|a\s+lot)\s+of\s+(?<object>(?:the|my|our|it|this)\b[^.;,]{0,60}?)(?:\s+(?:written|done|working|implemented|finished|converted|ported|ready|in\s+place|running|coded|complete[d]?)\b|(?<=(?:implemented|written|converted|ported|finished|completed|done)\s[^.;]{4,90})(?=[.,;]))`,
    ),
    object: 'after',
    never: ['mending', 'vague', 'none'],
    objectWeights: { pronoun: -0.8, unknown: -1, review: -2.4 },
    weigh: outsideReview,
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
      /^(?:the|my|our|this|it\b|[A-Z\d"])/.test(found.object.phrase) ? outsideReview(found) : null,
  },
  {
    reason: 'progress-pending-review',
    cues: ['pending', 'waiting', 'waits', 'await', 'missing', 'review', 'needs'],
    type: 'progress',
    weight: 0.7,
    pattern:
      /\b(?:patch(?:es)?\s+#?\d+(?:\s*(?:,|and|-|to)\s*#?\d+)*|(?:the|only\s+the|all)\s+(?:\w+\s+)?(?:patch(?:es)?|series|v\d+|bits?|part)|(?:\S+\s+)?series|v\d+)\s+(?:(?:is|are|was|were)\s+)?(?:sent\s+(?:recently\s+)?(?:and\s+)?)?(?:still\s+|now\s+|currently\s+)*(?:pending|waiting\s+(?:for|on)|waits?\s+(?:for|on)|awaiting|awaits?|missing|lacking|in\s+need\s+of|needs?)\s+(?:[\w']+\s+){0,2}?(?:re-?views?|(?:an?\s+)?acks?\b|maintainer|comments|feedback)/i,
    object: 'thread',
    allows: ['other-version'],
    weigh: (found) => (found.context.posting || found.context.review || !found.context.reply ? null : 0),
  },
  {
    reason: 'progress-nearly-there',
    cues: ['nearly', 'almost', 'halfway', 'half'],
    type: 'progress',
    weight: 0.5,
    pattern:
      /^(?:(?:yes|hi|sorry|ok)\s*[,.]\s*)?(?:(?:I'm|we're|I\s+am|we\s+are|it's|it\s+is)\s+)?(?:nearly|almost|about\s+half\s?-?way|half-?way)\s+(?:there|done|finished|ready|through)\b(?=\s*(?:[.,;!]|$|with\s+(?:the|my|our|it)\b|and\b))/i,
    object: 'thread',
    weigh: outsideReview,
  },
  {
    reason: 'progress-series-at-version',
    cues: ['series', 'patches', 'patchset', 'sent', 'posted'],
    type: 'progress',
    weight: 0.8,
    pattern:
      /\b(?:series|patches|patchset|port|driver|support|work)\s+(?:is|are)\s+(?:now\s+|currently\s+|already\s+)*(?:at|on|up\s+to)\s+v(?:ersion\s+)?\d+\b|^v\d+\s+(?:was\s+|has\s+been\s+|is\s+)?(?:now\s+|recently\s+)?(?:sent|posted|out|on\s+the\s+list)\b|^(?:currently|now)\s+(?:at|on)\s+v\d+\b/i,
    object: 'thread',
    allows: ['other-version'],
    weigh: (found) => (found.context.review ? -1.5 : 0),
  },
  {
    reason: 'progress-report',
    cues: ['report', 'update', 'blog', 'status', 'week'],
    type: 'progress',
    weight: 0.9,
    pattern:
      /\b(?:blog\s?post|weekly\s+(?:report|update|status|progress)|status\s+(?:report|update)|progress\s+(?:report|update)|week\s*#?\d+\s+(?:report|update|progress))\b|^week\s*#?\d+\s*[:-]\s/i,
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
