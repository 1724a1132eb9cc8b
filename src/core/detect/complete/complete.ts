// Completions by those who take the work in: the whole series is applied. One patch of many, or a clean-up, is none.
// Authority (may he say so?) is judged in standing.

import { isWorkTopic } from '../context.ts'
import type { Detector } from '../detector.ts'
import { plainReply } from '../plain-reply.ts'
import {
  bringsFeature,
  CONDITIONAL,
  clauseBefore,
  isPartial,
  MENDING,
  PLACE,
  SUBORDINATE,
  wholeSeries,
} from './voice.ts'

/** Taken by another mail or tree, or only spoken about. */
const ELSEWHERE =
  /\b(?:will|can|could|should|would|to\s+be|gets?|if|once|when|until|after|before|that|which|have\s+not|hasn't|not|I've\s+applied\s+the|comments?|feedback|suggest\w*|changes?|fix)\s+(?:(?!(?:and|so|then)\s)\S+\s+)?(?:be\s+)?(?:applied|pushed|merged|queued|committed|picked\s+up|grabbed|taken|pulled)\b/i

/** "Things get split up, merged, spun around": one verb of several. */
const IN_A_LIST = /\b(?:got|gets?|being|be|because)\b[^,]*,$/i
/** "Tweaked as suggested and applied". */
const AS_SAID = /\bas\s+(?:suggested|per|mentioned|discussed|noted|agreed|well|you|requested)\b/gi

/** Applied by a tester. */
const TRIED =
  /\b(?:locally|tested|tests?\s+(?:it|them|fine|ok)|to\s+test|(?:on|to)\s+my\s+(?:local|own|test\w*|board|machine|kernel|laptop)|manually|boots?|works|fail\w*|crash\w*|broken|breaks?|and\s+(?:I\s+)?(?:see|get|got))\b/i

/** The whole of what was posted. */
const THE_SERIES = String.raw`(?:(?:the|this|your|my|our)\s+)?(?:(?:whole|entire|full)\s+)?(?:series|patch\s?set|set|lot|v\d+|everything|both(?:\s+patches)?|patches|all\s+(?:\w+\s+){0,2}(?:patches|of\s+(?:it|them))(?:\s+(?:of|in|from)\s+(?:the|this|your)\s+(?:\S+\s+){0,3}?(?:series|set|patchset))?)`

/** The rows of this kind; order means nothing. */
export const completeDetectors: readonly Detector[] = [
  {
    reason: 'complete-applied',
    cues: ['applied', 'pushed', 'merged', 'queued', 'committed', 'picked', 'grabbed', 'taken', 'pulled'],
    type: 'complete',
    weight: 1.1,
    pattern:
      /(?:^|[,;:.!)-]\s|\b(?:so|and|hence|therefore|lgtm|anyhow|now|thanks|then)\s)(?:(?:now|all|both|everything|(?:the\s+|this\s+|your\s+)?(?:(?:whole|entire|full)\s+)?(?:series|patch\s?set|set|lot|thing|v\d+)|(?:all\s+(?:the\s+|of\s+(?:it|them)\s+|\w+\s+)?)?patches|this)\s+){0,2}(?:(?:it|this|that)(?:'s|\s+is|\s+has\s+been)\s+(?=already|now|all)|(?:is|are|was|were|has\s+been|have\s+been|been|got)\s+)?(?:now\s+|all\s+|finally\s+|already\s+)?(?:applied|pushed|merged|queued|committed|picked\s+up|grabbed|taken|pulled)\b(?=\s*(?:[.,+!;]|$|-+\s|(?:to|for|with|on|onto|into|and|but|via|as|a\s+(?:little|bit)|now|thanks|them|up|in\s+(?:\S*next\b|my\s+tree|the\s+\S+\s+(?:tree|branch))|all|both|everything|(?:the\s+|this\s+|your\s+)?(?:whole\s+|entire\s+|full\s+)?(?:lot|series|set|whole)|(?:the\s+)?whole)\b))/i,
    object: 'thread',
    allows: ['other-version'],
    weigh: (found) => {
      const text = found.sentence.text
      const end = found.match.index + found.match[0].length
      if (
        text.length > 240 ||
        IN_A_LIST.test(text.slice(0, found.match.index + 1)) ||
        ELSEWHERE.test(text.slice(0, end))
      )
        return null
      if (/\b(?:if|once|when|until|till|unless|whenever)\b/i.test(text.slice(0, found.match.index)))
        return null
      return SUBORDINATE.test(clauseBefore(found).replace(AS_SAID, '')) ? null : wholeSeries(found)
    },
  },
  {
    reason: 'complete-series-in-tree',
    cues: [
      'already',
      'series',
      'patches',
      'patchset',
      'everything',
      'next',
      'tree',
      'branch',
      'mainline',
      'upstream',
      'committed',
      'merged',
    ],
    type: 'complete',
    weight: 0.8,
    pattern: new RegExp(
      [
        String.raw`(?:^|[,;:.!]\s|\b(?:that|and)\s)${THE_SERIES}\s+(?:(?:is|are)\s+(?:now\s+|finally\s+|all\s+|already\s+)*(?:upstream\b|in\s*(?:[.,;!]|$)|in\s+(?:staging\b|${PLACE}|\S+\s+(?:tree|branch)\b))|(?:has|have)\s+(?:\w+ly\s+|now\s+|all\s+|already\s+)*(?:been\s+(?:merged|applied|committed|accepted|upstreamed)|gone\s+in\b|landed)|(?:was|were|got)\s+(?:\w+ly\s+|now\s+|all\s+|already\s+)*(?:merged|applied|committed|accepted|upstreamed)\b)`,
        String.raw`\b(?:this|it)(?:'s|\s+is)\s+(?:already|now)\s+in(?=\s*(?:[.,;!]|$))`,
        String.raw`^(?:(?:it's|it\s+is|this\s+is)\s+)?now\s+(?:also\s+)?in\s+(?:staging\b|${PLACE})`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['other-version', 'past'],
    weigh: (found) => {
      if (CONDITIONAL.test(clauseBefore(found)) || /\b(?:not|n't|if|once|when)\b/i.test(found.match[0]))
        return null
      if (found.context.patch !== null) return wholeSeries(found)
      return isPartial(found.sentence.text) || plainReply(found) === null ? null : -0.2
    },
  },
  {
    reason: 'complete-grabbed-them',
    cues: ['grabbed', 'taken', 'applied', 'queued', 'merged', 'pushed', 'picked', 'pulled', 'committed'],
    type: 'complete',
    weight: 1.4,
    pattern:
      /\bI(?:'ve|\s+have)?\s+(?:now\s+|just\s+|already\s+|\w+ly\s+|gone\s+ahead\s+and\s+)?(?:grabbed|taken|applied|queued|merged|pushed|picked|pulled|committed)\s+(?:up\s+)?(?:them|all|(?:the|this|your)\s+(?:whole\s+|entire\s+|v\d+\s+)?(?:series|set|patchset|lot)|everything|all\s+of\s+(?:them|these)|both(?:\s+of\s+them)?|(?:this|it|these)(?:\s+up)?(?=\s*(?:[.,;!]|$|for\b|to\b|now\b|in\b|on\b)))\b/i,
    object: 'thread',
    weigh: (found) => {
      const { message, patch } = found.context
      if (patch === null || !found.context.reply || isPartial(found.sentence.text)) return null
      if (TRIED.test(found.sentence.text)) return null
      if (/\bsubset\b/i.test(message.subject)) return null
      if (
        /\b(?:this|it|these)(?: up)?$/i.test(found.match[0]) &&
        !(patch.n === 0 || (patch.m === 1 && bringsFeature(message.subject)))
      )
        return null
      return isWorkTopic(message.subject) ? 0 : patch.n === 0 && !MENDING.test(message.subject) ? -1 : -2
    },
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
    reason: 'complete-other-took-it',
    cues: ['pulled', 'merged', 'applied', 'took', 'taken', 'queued', 'committed', 'picked', 'accepted'],
    type: 'complete',
    weight: 0.7,
    pattern:
      /\b(?!(?:If|When|Once|You|We|They|After|Before|Just|Only|Until|I)\b)[A-Z][a-z]+ (?:has |have |just |already |now |since ){0,2}(?:pulled|merged|applied|took|taken|queued|committed|picked(?: up)?|accepted) (?:this|it|them|these|all|both|the (?:whole |entire )?(?:series|set|lot|patches|driver|port)|your (?:series|patches)|v\d+)\b/,
    object: 'thread',
    allows: ['other-version'],
    weigh: (found) =>
      CONDITIONAL.test(clauseBefore(found)) ||
      /\b(?:this|these|it) (?:patch|one|fix|change|hunk)/i.test(found.sentence.text)
        ? null
        : found.context.patch === null
          ? plainReply(found)
          : wholeSeries(found),
  },
]
