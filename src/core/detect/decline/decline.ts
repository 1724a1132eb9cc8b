// Declines: somebody says a piece of work is not wanted or not fit. Judging one patch is none.
import { isWorkTopic } from '../context.ts'
import type { Detector, Found } from '../detector.ts'

const WORKISH =
  /\b(?:project|gsoc|outreachy|work|driver|task|part|feature|support|bindings?|idea|series|port|chip|internship)\b/i

/** Mostly said in applications; in a reply about a patch it judges the patch. */
const lower = (found: Found): number => (found.context.application ? 0.6 : found.context.review ? -0.6 : -0.2)

/** The rows of this kind; order means nothing. */
export const declineDetectors: readonly Detector[] = [
  {
    reason: 'decline-too-big',
    cues: [
      'gsoc',
      'outreachy',
      'summer',
      'internship',
      'intern',
      'student',
      'newcomer',
      'beginner',
      'weeks',
      'months',
    ],
    type: 'decline',
    weight: 1.2,
    pattern:
      /\b(?:too\s+(?:big|large|small|difficult|hard|complex|complicated|ambitious|little|easy|trivial|much|short|open-?ended|vague|risky)|do(?:n't|\s+not)\s+see\s+(?:this|that|it|your\s+\S+)\s+(?:as|being|becoming|fitting)|do(?:es)?(?:n't|\s+not)\s+(?:think\s+[^.;]{2,40}?\s)?mak(?:e|es)\s+(?:much\s+|a\s+lot\s+of\s+|any\s+)?sense|not\s+something\s+(?:we|I)(?:'d|\s+would|\s+can|\s+could|'ll|\s+will)|not\s+(?:suitable|enough|appropriate|a\s+good\s+fit|fit|realistic|doable|feasible)|out\s+of\s+scope|beyond\s+the\s+scope|(?:n't|\bnot|\bdoubt)\s+(?:(?:think|believe|that)\s+[^.]{3,60}\s+)?(?:would\s+|really\s+)?fits?\s+(?:in|into|within|for))\b[^.]{0,40}\b(?:gsoc|outreachy|summer|intern(?:ship)?|students?|newcomers?|beginners?|(?:twelve|\d+)\s+weeks|three\s+months|(?:gsoc|student)\s+project)\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: ({ sentence }) =>
      sentence.text.endsWith('?')
        ? null
        : /\b(?:may|might|perhaps|maybe|could)\b/i.test(sentence.text)
          ? -1.4
          : 0,
  },
  {
    reason: 'decline-advise-against',
    cues: ['write', 'create', 'recommend', 'advise', 'suggest', 'encourage', 'discourage', 'start'],
    type: 'decline',
    weight: 0.9,
    pattern:
      /\b(?:(?:would(?:n't|\s+not)|do(?:n't|\s+not)|can(?:'t|not))\s+(?:really\s+)?(?:recommend|advise|suggest|encourage)\s+(?:that\s+)?(?:you\s+|to\s+|anyone\s+)?(?:to\s+)?|would\s+(?:strongly\s+)?(?:advise|recommend)\s+(?:you\s+)?(?:against\s+|not\s+to\s+)|would\s+(?:strongly\s+)?discourage\s+(?:you\s+|anyone\s+)?(?:from\s+)?|please\s+(?:don't|do\s+not)\s+)(?:(?:writ|add|creat|implement|develop)\w*(?=\s+(?:an?|another|yet\s+another)\s+(?:\w+\s+){0,2}?(?:driver|port|backend|tool|project)\b)|continu\w*|work\w*|adding|doing|pursu\w*|tak(?:e|ing)|start\w*|spend\w*|begin\w*|invest\w*|chos\w*|choos\w*)\b(?=\s+(?:(?:on|with|to|another|any|more|your|time|effort|working|writing|it|this|that|the|a|an|such)\b|[A-Z]))/i,
    object: 'thread',
    allows: ['negation', 'condition'],
    weigh: (found) =>
      /\bplease\b/i.test(found.match[0])
        ? found.context.review ||
          /\bworking on\b/.test(found.sentence.text) ||
          !WORKISH.test(found.sentence.text)
          ? null
          : found.context.application
            ? 0.3
            : found.context.reply && /\b(?:driver|port|backend|tool)\b/i.test(found.sentence.text)
              ? -0.4
              : -2
        : lower(found),
  },
  {
    reason: 'decline-against',
    cues: ['advise', 'recommend'],
    type: 'decline',
    weight: 0.4,
    pattern: /\b(?:advise|recommend|vote) against (?:it|this|that|the|using|choosing|starting|[A-Z])/,
    object: 'thread',
    allows: ['past', 'condition', 'negation'],
    weigh: (found) =>
      found.context.review || found.context.posting || found.context.faultTopic || !found.context.reply
        ? null
        : found.context.application || isWorkTopic(found.context.message.subject)
          ? 0.2
          : -1,
  },
  {
    reason: 'decline-postpone',
    cues: ['better'],
    type: 'decline',
    weight: 0.3,
    pattern:
      /\bbetter\s+to\s+(?:postpone|drop|hold\s+off(?:\s+on)?|wait\s+with|not\s+(?:do|start|continue))\s+(?:this|that|the)\s+(?:\S+\s+){0,3}(?:work|driver|project|support|feature|effort)\b/i,
    object: 'thread',
    allows: ['negation'],
  },
  {
    reason: 'decline-not-as-interesting',
    cues: ['interesting', 'worth', 'suitable', 'available', 'good', 'realistic', 'feasible', 'offer'],
    type: 'decline',
    weight: 0.7,
    pattern:
      /\b(?:would(?:n't|\s+not)|wo(?:n't|uld\s+not)|is(?:n't|\s+not))\s+(?:be\s+)?(?:(?:as|that|so|very|really|particularly)\s+)?(?:interesting|worth(?:while)?|suitable|available|realistic|feasible|on\s+offer|a\s+(?:very\s+)?(?:good|suitable|realistic)\s+(?:fit|idea|project|gsoc|choice|topic))\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: (found) => (found.context.application && WORKISH.test(found.sentence.text) ? 0.4 : -2.4),
  },
  {
    reason: 'decline-not-worth-it',
    cues: ['worth', 'waste', 'rather'],
    type: 'decline',
    weight: 0.6,
    pattern:
      /(?:n't|\bnot)\s+(?:think\s+|believe\s+|sure\s+)?[^.;,]{0,50}?\b(?:is|be|are|it's)\s+(?:really\s+)?worth\s+(?:your|the|anybody's|anyone's|spending|putting|investing|any|(?:writ|add|port|implement|develop|support)ing\s+(?:an?|the|support|it))\s+(?:\S+\s+)?(?:time|effort|work|energy|trouble|driver|port|backend|support)\b|\b(?:isn't|not|hardly)\s+(?:really\s+)?worth\s+(?:your|the|anybody's|anyone's|spending|investing)\s+(?:\S+\s+)?(?:time|effort|work|energy)\b|^(?:(?:it's|that's|this\s+is|sorry)[, ]\s*)?(?:really\s+|hardly\s+|probably\s+)?not\s+worth\s+(?:it|the\s+(?:effort|trouble))\b|\b(?:a\s+)?waste\s+of\s+(?:your|anybody's|anyone's)\s+(?:time|effort|energy)\b|\b(?:I'd|I\s+would|we'd|we\s+would)\s+rather\s+(?:not\s+(?:see|have)\s+(?:any(?:one|body)|some(?:one|body)|you|people)\b|(?:you|nobody|no\s+one)\s+(?:didn't|did\s+not|worked|spent|started))/i,
    object: 'thread',
    allows: ['negation', 'condition'],
    weigh: ({ context, match, sentence }) => {
      const { application, review, posting, reply, message } = context
      const others =
        /\b(?:your|any(?:one|body)(?:'s)?|nobody|no\s+one|you|some(?:one|body)|people)\b/i.test(match[0]) &&
        (WORKISH.test(sentence.text) || /\brather\b/i.test(match[0]))
      const asked =
        reply &&
        !review &&
        /^\S*\s*(?:\S+\s+)?not\s|\b(?:driver|port|backend|support)$/i.test(match[0]) &&
        isWorkTopic(message.subject)
      if (posting || !(application || others || asked)) return null
      return application ? 0.6 : review ? -1.6 : 0
    },
  },
  {
    reason: 'decline-no-good-project',
    cues: ['good', 'great', 'suitable', 'appropriate', 'fit', 'ideal', 'gsoc', 'outreachy', 'student'],
    type: 'decline',
    weight: 0.8,
    pattern:
      /(?:\bnot|n't(?:\s+think)?)\b[^.]{0,40}\b(?:good|great|suitable|appropriate|fit|ideal)\b[^.]{0,24}\b(?:gsoc|outreachy|student|intern(?:ship)?|summer\s+project)\b|n't\s+(?:think|believe)\b[^.;]{0,50}\b(?:qualif\w+|suffice|enough|count)\s+(?:as|for)\s+(?:an?\s+)?(?:gsoc|outreachy|student|summer)\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: (found) => (found.context.application ? 0.4 : -1),
  },
  {
    reason: 'decline-skip',
    cues: ['start', 'begin', 'write', 'skip', 'avoid', 'leave', 'bother', 'spend'],
    type: 'decline',
    weight: 0.2,
    pattern:
      /\bI(?:'d|\s+would)(?:n't)?\s+(?:skip|avoid|leave\s+out|(?:not\s+)?(?:start|begin|write|add)(?=\s+(?:an?|another)\s+(?:new\s+)?(?:driver|port|backend)\b)|(?:not\s+)?(?:bother|spend\s+(?:any\s+|your\s+|too\s+much\s+)?time)(?:\s+on)?)\s+(?=(?:adding|working|doing|writing|with|that|this|the|on|an?|another)\b)/i,
    object: 'thread',
    allows: ['negation'],
    weigh: ({ context, match }) =>
      context.application
        ? 0.6
        : context.reply && !context.review && !context.faultTopic && /n't|not/.test(match[0])
          ? 0
          : -2.4,
  },
  {
    reason: 'decline-not-here',
    cues: ['belong'],
    type: 'decline',
    weight: 0.1,
    pattern: /\b(?:would(?:n't|\s+not)|does(?:n't|\s+not))\s+belong\s+(?:to|in|here)\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: (found) => (found.context.application ? 0.6 : null),
  },
  {
    reason: 'decline-unfit',
    cues: ['scope', 'large', 'complex', 'ambitious', 'difficult', 'small', 'big', 'hard', 'much'],
    type: 'decline',
    weight: 0.5,
    pattern:
      /\b(?:out of scope|beyond (?:the|our) scope|(?:way |far |a bit |probably |simply )?too (?:big|large|complex|ambitious|difficult|small|hard|little|much work))\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: ({ context, sentence }) =>
      context.message.tag === null ||
      !context.reply ||
      context.review ||
      context.posting ||
      sentence.text.endsWith('?')
        ? null
        : /\b(?:project|idea|proposal|topic|scope|task|that|this)\b/i.test(sentence.text) &&
            !/\b(?:not too|n't too|if|would you|buffer|file|patch|maybe|might|worried|afraid it)\b/i.test(
              sentence.text,
            )
          ? 0
          : -2,
  },
  {
    reason: 'decline-no-interest',
    cues: ['interest', 'interested'],
    type: 'decline',
    weight: 0.5,
    pattern:
      /\bno (?:real |particular |further )?interest (?:from|on) (?:our|my|anybody's|anyone's|the maintainers?'?) (?:side |end |part )?in (?:an?|such|another|this)\b|\bno interest (?:upstream|here|from (?:us|anybody|anyone|upstream)) in (?:an?|such|another|this)\b|\b(?:we|upstream) (?:are|is|aren't|isn't|would)(?: not|n't)?(?: really)? (?:be )?interested in (?:an?|another|such an?) (?:\w+ ){0,3}?(?:driver|port|backend|tool|rewrite|ui|frontend|feature)\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: ({ context, match }) =>
      context.review ||
      context.posting ||
      context.faultTopic ||
      !context.reply ||
      !/\bno\b|not|n't/i.test(match[0])
        ? null
        : 0,
  },
]
