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
  if (m === 1) return FEATURE.test(message.subject) && !STABLE.test(text) ? -0.8 : null
  return whole ? 0.8 : n === 0 ? 0.2 : -0.8
}

const WHOLE = /\b(?:(?:whole|entire|full)\s+)?(?:series|set|patch\s?set|lot|all)\b|\bthem\b/i
const PARTIAL =
  /\b(?:patch(?:es)?\s+#?\d|first\s+(?:\d+|two|three|four|few|patch)|patches\s+\d|\d+\s*-\s*\d+\s+|partially|some\s+of|part\s+of|except|but\s+not|remaining|rest\s+of|up\s+to|until|subset|cherry|only\s+(?:this|patch)|minus|without\s+patch|most\s+of)\b/i
/** What a lone patch must bring to be a piece of work by itself; "add labels" is none. */
const FEATURE =
  /\b(?:drivers?|support|ports?|porting|features?|backend|frontend|implement\w*|introduc\w+|enabl\w+|upstream\w*|rework\w*|rewrite|new|initial|emulation|mode|events?|functionality|interface)\b/i
/** Taken by another mail or tree, or only spoken about. */
const ELSEWHERE =
  /\b(?:will|can|could|should|would|to\s+be|gets?|if|once|when|until|after|before|that|which|have\s+not|hasn't|not|I've\s+applied\s+the|comments?|feedback|suggest\w*|changes?|fix)\s+(?:\S+\s+)?(?:be\s+)?(?:applied|pushed|merged|queued|committed|picked\s+up|grabbed|taken|pulled)\b/i
const STABLE = /\bstable\b|\bfixes\b/i

const SUBORDINATE =
  /\b(?:after|before|when|until|till|once|if|that|which|because|while|as|since|will|would)\b/i
/** "Porting X", "the conversion project": work is the sentence's subject, not a step of some code. */
const WORK_AS_SUBJECT =
  /^(?:(?:so|and|ok|with\s+(?:that|this)|thanks|great|finally)\s*,?\s+)?(?:["“]|[A-Z]?[a-z]{3,}ing\s+(?:the|up|a|of|to|[A-Z"“])|(?:the\s+)?[^.;]{0,60}\b(?:project|task|port|item|support|driver|emulation)\b)/
/** What breaks, or a single commit, completes nothing by being merged. */
const FAULTY = /\b(?:bug|regression|commit\s+[0-9a-f]{7}|broke|broken|introduced|fix(?:es|ed)?|revert\w*)\b/i

/** Where work is when it is in: a tree, a branch, a release. */
const PLACE = String.raw`(?:(?:the\s+)?(?:(?:linux|net|drm\S*|for)?-next|next\b(?!\s+(?:step|week|version|one|patch|cycle|month|merge|few))|mainline|master|upstream|linus(?:'s?|')?\s+tree|(?:official|main|upstream|staging|testing|togreg|\w+-next)\s+(?:tree|branch|repo\w*|kernel)|(?:linux|xen|qemu|kernel|git|version)\s+v?\d+\.\d+\S*|v?\d+\.\d+\S*(?:\s+release)?|\S+\s+release))`

/** The words of the match's own clause before it. */
function clauseBefore({ sentence, match }: Found): string {
  return /[^,;:-]*$/.exec(sentence.text.slice(0, match.index))![0]
}

/** The rows of this kind; order means nothing. */
export const completeDetectors: readonly Detector[] = [
  {
    reason: 'complete-applied',
    cues: ['applied', 'pushed', 'merged', 'queued', 'committed', 'picked', 'grabbed', 'taken', 'pulled'],
    type: 'complete',
    weight: 1.1,
    pattern:
      /(?:^|[,;:.!)-]\s|\b(?:so|and|hence|therefore|lgtm|anyhow|now|thanks|then)\s)(?:(?:now|all|both|everything|(?:the\s+|this\s+|your\s+)?(?:(?:whole|entire|full)\s+)?(?:series|patch\s?set|set|lot|thing|v\d+)|(?:all\s+(?:the\s+|of\s+(?:it|them)\s+|\w+\s+)?)?patches|this)\s+){0,2}(?:(?:is|are|was|were|has\s+been|have\s+been|been|got)\s+)?(?:now\s+|all\s+|finally\s+)?(?:applied|pushed|merged|queued|committed|picked\s+up|grabbed|taken|pulled)\b(?=\s*(?:[.,+!;]|$|(?:to|for|with|on|onto|into|and|now|thanks|them|up)\b))/i,
    object: 'thread',
    weigh: (found) => {
      const text = found.sentence.text
      if (text.length > 240 || ELSEWHERE.test(text)) return null
      return SUBORDINATE.test(clauseBefore(found)) ? null : wholeSeries(found)
    },
  },
  {
    reason: 'complete-series-in-tree',
    cues: ['series', 'patches', 'patchset', 'everything', 'next', 'tree', 'branch', 'mainline', 'upstream'],
    type: 'complete',
    weight: 0.8,
    pattern: new RegExp(
      String.raw`(?:^|[,;:.!]\s|\bthat\s)(?:(?:the|this|your)\s+)?(?:(?:whole|entire|full)\s+)?(?:series|patch\s?set|set|lot|v\d+|everything|all\s+(?:\w+\s+){0,2}(?:patches|of\s+(?:it|them)))\s+(?:is|are)\s+(?:now\s+|finally\s+|all\s+)*in\s+(?:${PLACE}|\S+\s+(?:tree|branch)\b)`,
      'i',
    ),
    object: 'thread',
    allows: ['other-version'],
    weigh: wholeSeries,
  },
  {
    reason: 'complete-grabbed-them',
    cues: ['grabbed', 'taken', 'applied', 'queued', 'merged', 'pushed', 'picked', 'pulled', 'committed'],
    type: 'complete',
    weight: 1.4,
    pattern:
      /\bI(?:'ve|\s+have)\s+(?:now\s+|just\s+)?(?:grabbed|taken|applied|queued|merged|pushed|picked|pulled|committed)\s+(?:up\s+)?(?:them|all|(?:the|this|your)\s+(?:whole\s+|entire\s+|v\d+\s+)?(?:series|set|patchset|lot)|everything|all\s+of\s+(?:them|these)|both(?:\s+of\s+them)?)\b/i,
    object: 'thread',
    weigh: (found) => {
      const { message, patch } = found.context
      if (patch === null || !found.context.reply || PARTIAL.test(found.sentence.text)) return null
      return isWorkTopic(message.subject) ? 0 : -2
    },
  },
  {
    reason: 'complete-went-in',
    cues: [
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
      String.raw`\b(?:in\s+the\s+end\s+|finally\s+|eventually\s+)?(?:(?:(?:has|have)\s+)?(?:finally\s+|just\s+|now\s+|recently\s+)?(?:went|gone)\s+in(?:to(?=\s+${PLACE}))?|(?:was|were|got|has\s+been|have\s+been|been)\s+(?:(?:finally|now|already|just|recently|since|long)\s+)*(?:committed|merged|upstreamed|mainlined|accepted|integrated)|landed\s+(?:in|upstream))\b(?=[^;]{0,40}(?:\b(?:already|last\s+(?:week|month|year|cycle|night|\w+day)|this\s+(?:morning|week|month|cycle|afternoon)|yesterday|today|on\s+\w+day|in\s+v?\d|ago|into|I\s+think|upstream|mainline|master|next|since|v?\d+\.\d+)\b))|\b(?:has\s+|have\s+)?(?:finally\s+)?made\s+it\s+(?:in(?:to)?|to)\s+${PLACE}`,
      'i',
    ),
    object: 'before',
    objectWeights: { pronoun: 0, unknown: -0.6, none: -1.2, review: -1.6 },
    allows: ['past', 'question', 'other-version'],
    weigh: (found) => {
      const text = found.sentence.text
      if (PARTIAL.test(text) || FAULTY.test(text)) return null
      if (
        /\b(?:if|once|after|until|when|unless|hope\w*|whether|which|should|could|would|has\s+not|not|never)\b/i.test(
          text.slice(0, found.match.index + found.match[0].length),
        )
      )
        return null
      return found.context.review ? -0.9 : -0.4
    },
  },
  {
    reason: 'complete-is-upstream',
    cues: [
      'upstream',
      'mainline',
      'master',
      'next',
      'tree',
      'supported',
      'part',
      'release',
      'kernel',
      'since',
    ],
    type: 'complete',
    weight: 0.5,
    pattern: new RegExp(
      String.raw`\b(?:is|are|has\s+been|have\s+been)\s+(?:now\s+|already\s+|finally\s+|meanwhile\s+|actually\s+|fully\s+|long\s+)*(?:(?:(?:a\s+)?part\s+of|included\s+in|available\s+in|shipped\s+(?:in|with)|in)\s+${PLACE}|(?:upstream|supported|available|mainline)(?=\s+(?:by\s+[^.;,]{2,30}\s+)?(?:since|as\s+of|from|starting\s+with)\s+(?:\w+\s+)?v?\d|\s*(?:[.!;]|$|,\s+so\b)))`,
      'i',
    ),
    object: 'before',
    never: ['pronoun', 'none', 'mending', 'vague'],
    objectWeights: { unknown: -2, review: -3, identifier: 0.2 },
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
      return SUBORDINATE.test(before.replace(/^(?:that|this)\s/i, '')) || found.context.faultTopic ? null : 0
    },
  },
  {
    reason: 'complete-strike-from-list',
    cues: ['mark', 'marked', 'struck', 'strike', 'tick', 'crossed', 'list', 'page', 'wiki'],
    type: 'complete',
    weight: 0.5,
    pattern:
      /\b(?:mark(?:ed)?|tick(?:ed)?|set|list(?:ed)?|consider(?:ed)?)\s+[^.;,]{2,60}?\s(?:as\s+)?(?:done|complete[d]?|finished|solved)\b|\b(?:mark(?:ed)?)\s+(?:as\s+)?(?:done|complete[d]?|finished)\b|\b(?:struck|strike|cross(?:ed)?|tick(?:ed)?|remove[d]?|taken?|delete[d]?|drop(?:ped)?)\s+[^.;,]{0,60}?(?:from|off)\s+(?:the|this|our|your)\s+(?:\S+\s+)?(?:list|page|wiki|table)\b(?=[^.]{0,60}\b(?:done|finished|merged|implemented|complete[d]?|upstream|went\s+in|landed|committed)\b)/i,
    object: 'thread',
    weigh: (found) =>
      found.context.review || found.context.posting || found.context.faultTopic
        ? null
        : /\b(?:project|task|item|entry|idea|port|driver|work|support)\b/i.test(found.sentence.text)
          ? 0.2
          : -1.2,
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
    reason: 'complete-goals-reached',
    cues: ['goal', 'goals', 'milestone', 'deliverable', 'planned', 'finished', 'completed'],
    type: 'complete',
    weight: 0.6,
    pattern:
      /\b(?:all|every(?:thing)?)\b[^.;]{0,30}\b(?:goals?|milestones?|deliverables?|(?:was|were)\s+planned|objectives)\b[^.;]{0,40}\b(?:(?:is|are|was|were|has\s+been|have\s+been)\s+(?:now\s+)?(?:reached|met|done|merged|finished|completed|delivered|achieved|upstream(?:ed)?))\b|\b(?:I|we)(?:'ve|\s+have)\s+(?:now\s+|successfully\s+)?(?:finished|completed|wrapped\s+up)\s+(?:my|our|the|this)\s+(?:\S+\s+){0,3}(?:project|internship|task)\b/i,
    object: 'thread',
    allows: ['past'],
    weigh: (found) =>
      found.context.review || found.context.posting ? null : found.context.message.tag === null ? -0.4 : 0.4,
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
