// Declines of what does not fit: too big for a summer, not worth anybody's time, better not begun. Judging one patch is none.
import { isWorkTopic } from '../context.ts'
import type { Detector } from '../detector.ts'
import { ofWork } from './voice.ts'

const PROGRAMME = String.raw`(?:gsoc|outreachy|summer|intern(?:ship)?s?|students?|newcomers?|beginners?|(?:first|student|starter)\s+project|(?:twelve|ten|\d+)\s+weeks|(?:two|three|four)\s+months)\b`
/** What is judged: the thing asked for, not a list or its changes. */
const IT = String.raw`(?:this|that|it|(?:your|the|an?)\s+(?:[\w-]+\s+){0,3}?(?:project|idea|proposal|task|topic|scope|plan|rewrite|port)(?:\s+of\s+(?:\S+\s+){1,3}?(?=is|would|won))?)`
const TOO = String.raw`too\s+(?:\w+\s+)?(?:big|large|small|difficult|hard|complex|complicated|ambitious|little|easy|trivial|much|short|open-?ended|vague|risky)`
const FITS = String.raw`(?:suitable|enough(?!\s+(?:details?|info\w*|time))|appropriate|suited|fit|fits|realistic|doable|feasible|sense|good|great|ideal|qualif\w+|count|suffice|interesting|consider|be|become|as)`
const NOT = String.raw`(?:n't|\bnot|\bnever|\bhardly|\bdoubt|\bno\s+way)`

/** The rows of this kind; order means nothing. */
export const declineDetectors: readonly Detector[] = [
  {
    reason: 'decline-unfit-for-programme',
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
      'first',
    ],
    type: 'decline',
    weight: 1.2,
    pattern: new RegExp(
      String.raw`\b(?:${IT}\b[^.;?]{0,40}?(?:\b(?:${TOO}|ill[- ]suited|unsuitable|unrealistic|out\s+of\s+scope|beyond\s+the\s+scope)|${NOT}\s+(?:\w+\s+){0,4}?${FITS})\b[^.;?]{0,40}|[\w']*${NOT}\s+(?:\w+\s+){0,2}?(?:${IT}|[A-Z]\w+)\s[^.;?]{0,40}?\b${FITS}\b[^.;?]{0,24})\b${PROGRAMME}`,
      'i',
    ),
    object: 'thread',
    allows: ['negation'],
    weigh: ({ context, sentence: { text } }) =>
      text.endsWith('?') ||
      context.posting ||
      /\b(?:review|understand|read|explain|timeline|schedule|details?)\b/i.test(text)
        ? null
        : /\b(?:may|might|perhaps|maybe|could\s+be|not\s+too|n't\s+too)\b/i.test(text)
          ? -1.4
          : 0,
  },
  {
    reason: 'decline-unfit',
    cues: [
      'scope',
      'large',
      'complex',
      'ambitious',
      'difficult',
      'small',
      'big',
      'hard',
      'much',
      'belong',
      'interesting',
    ],
    type: 'decline',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`\b(?:out\s+of\s+scope|beyond\s+(?:the|our)\s+scope|(?<!not\s)${TOO}|(?:would|does)(?:n't|\s+not)\s+(?:belong\s+(?:to|in|here)|be\s+(?:as|that|so|very)\s+interesting))\b`,
      'i',
    ),
    object: 'thread',
    allows: ['negation'],
    weigh: ({ context, sentence: { text } }) =>
      context.message.tag !== null &&
      context.reply &&
      !context.review &&
      !context.posting &&
      !text.endsWith('?') &&
      /\b(?:project|idea|proposal|topic|scope|task|this|that|belong)\b/i.test(text) &&
      !/\b(?:if|would\s+you|buffer|file|patch|might|worried|afraid\s+it)\b/i.test(text)
        ? 0
        : null,
  },
  {
    reason: 'decline-advise-against',
    cues: [
      'recommend',
      'advise',
      'suggest',
      'encourage',
      'discourage',
      'write',
      'create',
      'skip',
      'avoid',
      'bother',
      'spend',
      'waste',
      'start',
      'begin',
    ],
    type: 'decline',
    weight: 0.9,
    pattern:
      /\b(?:(?:would(?:n't|\s+not)|(?<!\bwhy\s)do(?:n't|\s+not)|can(?:'t|not))\s+(?:\w+ly\s+)?(?:recommend|advise|suggest|encourage)\s+(?:that\s+)?(?:you\s+|anyone\s+)?(?:to\s+)?(?:start|work|continu|writ|add|tak|do|pursu|choos|spend|begin)\w*\s|would\s+(?:\w+ly\s+)?(?:advise|recommend)\s+(?:against|(?:you\s+)?not\s+to)\s+(?=(?:this|that|the|it|start|work|writ|tak|do|choos|spend|begin|port)\w*)|would\s+(?:\w+ly\s+)?discourage\s+(?:you|anyone)\s+from\s|please\s+(?:don't|do\s+not)\s+(?:write|add|create|implement|develop|start)\s+(?:an?|another|yet\s+another)\s+(?:\w+\s+){0,2}?(?:driver|port|backend|tool|project)\b|I(?:'d|\s+would)\s+(?:skip|avoid|leave\s+out)\s+(?:adding|working|doing|writing)\s|I(?:'d|\s+would)(?:n't|\s+not)\s+(?:start|begin|write|add)\s+(?:an?|another)\s+(?:new\s+)?(?:driver|port|backend)\b|I(?:'d|\s+would)(?:n't|\s+not)\s+(?:bother\s+(?:with\s+)?(?:(?:writ|add|port|implement)ing|an?other|(?:an?|this|that)\s+(?:\w+\s+)?(?:driver|port|project|feature))|(?:spend|waste)\s+(?:any\s+|your\s+|too\s+much\s+)?time\s+(?:on|with|writing|adding))\b)/i,
    object: 'thread',
    allows: ['negation', 'condition', 'past'],
    weigh: ({ context, sentence }) =>
      context.application
        ? 0.6
        : context.faultTopic || context.posting || !context.reply
          ? null
          : context.review &&
              !/\bparticular\s+driver\b|\b(?:an?|another)\s+(?:new\s+)?driver\b/i.test(sentence.text)
            ? null
            : isWorkTopic(context.message.subject)
              ? 0
              : -0.4,
  },
  {
    reason: 'decline-not-worth-it',
    cues: ['worth', 'waste', 'rather', 'postpone'],
    type: 'decline',
    weight: 0.6,
    pattern:
      /(?:n't|\bnot|\bhardly)\s+(?:think\s+|believe\s+)?[^.;,]{0,50}?\bworth(?:while)?\s+(?:your|the|anybody's|anyone's|spending|putting|investing|any|an?|(?:writ|add|port|implement|develop|support)ing)\s+(?:\S+\s+){0,2}?(?:time|effort|work|energy|trouble|driver|port|backend|support)\b|(?:n't|\bnot)\s+(?:\S+\s+){0,2}?worth\s+doing\s+(?:this|that|it)\b|\bnot\s+worth\s+it\b|\ba\s+waste\s+of\s+(?:your|anybody's|anyone's)\s+(?:time|effort|energy)\b|\b(?:I|we)(?:'d|\s+would)\s+rather\s+not\s+(?:see|have)\s+(?:any(?:one|body)|some(?:one|body)|you|people)\b|\bbetter\s+to\s+(?:postpone|drop|hold\s+off\s+on)\s+(?:this|that|the)\s+(?:\S+\s+){0,3}(?:work|driver|project|support|feature|effort)\b/i,
    object: 'thread',
    allows: ['negation', 'condition'],
    weigh: (found) => {
      const { context, match } = found
      if (/postpone/i.test(match[0])) return context.posting ? null : -0.3
      if (/rather/i.test(match[0])) return context.reply && !context.review ? 0 : null
      // "It isn't worth the effort": of the work that the subject names.
      const bare = /\b(?:it|this|that|the\s+\w+)$/i.test(match[0])
      return bare && !isWorkTopic(context.message.subject) ? null : ofWork(found)
    },
  },
]
