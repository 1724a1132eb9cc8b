// Assignments: a person tells that another one is on it, will do it or took it. Whether he may say so is judged later, where
// roles are known.

import type { Detector, Found } from '../detector.ts'
import { ADVERBS, DO, DOING } from '../doing.ts'
import { BARE_NAME, lessInReview, NAME, personOdds } from './voice.ts'

/** "Lars will work on it this summer": said of students, interns and colleagues, and where work is shared out. */
const ANNOUNCED =
  /\b(?:summer|students?|interns?|internship|gsoc|outreachy|mentor\w*|colleagues?|co-?workers?|our\s+team|under\s+my|supervision|guidance|welcome|announce|agreed|decided|meeting|thesis|this\s+year|next\s+quarter)\b/i
/** In a patch's thread these are about that patch: "Ana will take care of that while applying". */
const OF_THE_PATCH = /\b(?:tak\w+\s+care|handl\w+|look\w*\s+(?:at|into)|do(?:ing)?)\s*$/i
/** "He has been working on Xen for ten years": who he is. */
const LONG_AGO = /\bfor\s+(?:\w+\s+){1,3}years\b|\bsince\s+(?:19|20)\d\d\b/i
const OF_OTHERS = { pronoun: 0, none: 0, unknown: -0.4, review: -1.8, vague: -0.8 } as const

/** Who looks after a fault or a review is on no project. */
function besidesThePatch(found: Found): number | null {
  const { review, faultTopic, posting } = found.context
  const odds = personOdds(found)
  return odds === null || ((review || faultTopic || posting) && OF_THE_PATCH.test(found.match[0]))
    ? null
    : odds
}

/** The rows of this kind; order means nothing. */
export const assignDetectors: readonly Detector[] = [
  {
    reason: 'assign-is-working-on',
    cues: ['is', 'are', 'was', 'been', 'were', 'working'],
    type: 'assign',
    weight: 1.1,
    pattern: new RegExp(
      String.raw`(?:^|[\s("*:@])${NAME}(?:'s\s+(?:team|group))?,?\s+(?:who\s+)?(?:is|are|has\s+been|have\s+been|was|were|(?<=who\s)'s)(?:\s+the\s+one(?:\s+(?:who|that)(?:'s|\s+is))?)?\s+${ADVERBS}(?:${DOING}|(?:on|at)\s+(?=(?:it|this|that)\b\s*(?:[.,;!)]|$|already|now)))`,
      'u',
    ),
    object: 'after',
    objectWeights: OF_OTHERS,
    allows: ['other-version'],
    weigh: (found) => {
      const odds = besidesThePatch(found)
      if (odds === null || LONG_AGO.test(found.sentence.text)) return null
      const { context, match, object, sentence } = found
      // In a patch's thread the next version is that patch's.
      if (context.review && /\b(?:v\d+|versions?|respin|revision)\b/i.test(object.phrase)) return null
      if (/\s(?:was|were)\s/.test(match[0]))
        return /\b(?:while|when|and)\s*$/.test(sentence.text.slice(0, match.index + 1)) ? null : odds - 1
      return context.review && /^(?:pronoun|none|vague|review)$/.test(object.kind) ? odds - 1.4 : odds
    },
  },
  {
    reason: 'assign-thing-he-works-on',
    cues: ['working', 'developing', 'writing', 'implementing', 'porting'],
    type: 'assign',
    weight: 0.8,
    pattern: new RegExp(
      String.raw`\b(?:that|which)\s+${NAME}\s+(?:is|are|has\s+been)\s+${ADVERBS}(?:working\s+on|developing|implementing|porting|writing)`,
      'u',
    ),
    object: 'before',
    objectWeights: { unknown: -0.6, review: -1.8 },
    weigh: personOdds,
  },
  {
    reason: 'assign-they-work-on',
    cues: ['working', 'developing', 'writing', 'implementing', 'porting', 'doing', 'looking', 'trying'],
    type: 'assign',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`(?:^|[\s("*:+])${NAME}(?:,?\s+who|[^.;?A-Z]{0,50}?\b(?<!\b(?:if|whether|when)\s)(?:he|she|they))(?:\s?'s|\s?'re|\s?'ve|\s+is|\s+are|\s+has|\s+have)\s+(?:been\s+)?${ADVERBS}${DOING}`,
      'u',
    ),
    object: 'after',
    objectWeights: { ...OF_OTHERS, pronoun: 0.2, vague: 0, unknown: 0 },
    weigh: besidesThePatch,
  },
  {
    reason: 'assign-will-do',
    cues: ['will', 'going', 'plans', 'planning', 'wants', 'intends', 'll', 'gets', 'takes', 'to', 'starts'],
    type: 'assign',
    weight: 0.4,
    pattern: new RegExp(
      String.raw`(?:^|[\s(,:])${NAME}(?:,?\s+who)?(?:'ll|\s+will|\s+is\s+(?:going|about|planning)\s+to|\s+plans\s+to|\s+wants\s+to|\s+intends\s+to|\s+starts\s+to|\s+(?=takes\s+(?:on|over)\s))\s+${ADVERBS}(?:be\s+)?${ADVERBS}(?:${DO}|${DOING}|takes?\s+(?:on|over|(?=the\s+(?:\S+\s+){0,3}(?:project|task|port|idea)\b))|start\s+(?:on|with)|carry\s+(?:on|out)|maintain)`,
      'u',
    ),
    object: 'after',
    objectWeights: { ...OF_OTHERS, pronoun: -0.4, none: -0.6, unknown: -0.6 },
    weigh: (found) => {
      // "My student will …" speaks for himself: a claim; "handed to her, who will …" is his release.
      if (
        /\b(?:[Mm]y\s+\w+|(?:hand|gave|giv|pass|left|leav)\w*\b[^.;]{0,40}\sto)\s*$/.test(
          found.sentence.text.slice(0, found.match.index),
        )
      )
        return null
      const odds = besidesThePatch(found)
      return odds !== null && ANNOUNCED.test(found.sentence.text) && !found.context.review ? odds + 1 : odds
    },
  },
  {
    reason: 'assign-volunteered',
    cues: ['volunteered', 'agreed', 'offered', 'promised', 'stepped', 'signed', 'committed'],
    type: 'assign',
    weight: 1.3,
    pattern: new RegExp(
      String.raw`${NAME}\s*,?\s+(?:who\s+)?(?:has\s+|have\s+|had\s+)?${ADVERBS}(?:volunteered|agreed|offered|promised|committed|signed\s+up|stepped\s+(?:up|forward|in))\s+(?:to\s+(?:help\s+)?(?:${DO}|take|lead|drive|coordinate|maintain|own|help\s+with)|for(?=\s))`,
      'u',
    ),
    object: 'after',
    objectWeights: { pronoun: 0.4, none: 0, unknown: 0, review: -0.8 },
    weigh: (found) => (found.context.posting ? null : personOdds(found)),
  },
  {
    reason: 'assign-took-it',
    cues: ['started', 'took', 'picked', 'taken', 'begun'],
    type: 'assign',
    weight: 1.1,
    pattern: new RegExp(
      String.raw`(?:^|[\s(,])${NAME}\s+(?:has\s+|have\s+)?${ADVERBS}(?:(?:started|begun)\s+(?:on|with|(?:to\s+)?work(?:ing)?\s+on|${DOING})|(?:took|taken|picked)\s+(?:(?:it|this|that|them)\s+)?(?:over|on|up))(?=\s|[.,;])`,
      'u',
    ),
    object: 'after',
    objectWeights: { ...OF_OTHERS, unknown: -0.2 },
    allows: ['past'],
    weigh: (found) =>
      found.context.review ||
      found.context.posting ||
      found.context.faultTopic ||
      /\b(?:patch(?:es)?|series|fix(?:es)?)\b/i.test(found.object.phrase) ||
      /\b(?:then|later|back\s+then|ago)\b/i.test(found.sentence.text)
        ? null
        : personOdds(found),
  },
  {
    reason: 'assign-he-will',
    cues: ['said', 'told', 'mentioned', 'says', 'wrote', 'confirmed', 'announced', 'indicated'],
    type: 'assign',
    weight: 0.7,
    pattern: new RegExp(
      String.raw`(?:^|[\s(,])${NAME}\s+(?:has\s+)?${ADVERBS}(?:said|told|mentioned|says|wrote|confirmed|announced|indicated)\b[^.;?]{0,60}?\b(?:he|she|they)(?:'s|'d|'ll|'re|\s+is|\s+was|\s+were|\s+will|\s+would|\s+has|\s+had|\s+are|\s+plans?\s+to|\s+wants?\s+to|\s+intends?\s+to)\s+(?:(?:been|going\s+to|planning\s+to|about\s+to|like\s+to|a)\s+)?${ADVERBS}(?:${DO}|${DOING}|(?:working\s+)?driver\s+for|patch(?:es)?\s+for)`,
      'u',
    ),
    object: 'after',
    objectWeights: { ...OF_OTHERS, none: -1, unknown: -0.4, review: -2 },
    weigh: lessInReview,
  },
  {
    reason: 'assign-done-by',
    cues: ['being', 'will', 'shall', 'going'],
    type: 'assign',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`\b(?:being|(?:will|shall|going\s+to)\s+be)\s+${ADVERBS}(?:done|handled|worked\s+on|developed|implemented|written|ported|carried\s+out|led|tackled|taken\s+(?:on|over|care\s+of))\s+by\s+(?:(?<who>you)\b|${BARE_NAME})`,
      'u',
    ),
    object: 'thread',
    weigh: (found) =>
      found.context.faultTopic
        ? null
        : /^you$/.test(found.match.groups!['who'] ?? '')
          ? 0
          : lessInReview(found),
  },
  {
    reason: 'assign-others-work-on',
    cues: ['folks', 'guys', 'people', 'team', 'engineers', 'developers', 'someone', 'somebody', 'student'],
    type: 'assign',
    weight: 0.7,
    pattern: new RegExp(
      String.raw`\b(?:(?:[Ss]ome(?:one|body)|[Pp]eople|[Ff]olks|[Gg]uys|[Ee]ngineers|[Dd]evelopers)\s+(?:at|from|in)\s+(?:the\s+)?[A-Z][\w-]+|[A-Z][\w-]+\s+(?:folks|guys|people|team|engineers|developers)|[Aa]nother\s+(?:student|person|developer|contributor))\s+(?:(?:is|are|has|have)\s+(?:been\s+)?)?${ADVERBS}${DOING}`,
      'u',
    ),
    object: 'after',
    objectWeights: { ...OF_OTHERS, unknown: -0.6, none: -1 },
    weigh: (found) => {
      const { context, sentence, match } = found
      const before = sentence.text.slice(0, match.index)
      if (/\?/.test(sentence.text) || /\b(?:if|whether|any|would|like|need\w*|want\w*)\b/i.test(before))
        return null
      return context.review || context.faultTopic || context.posting ? null : 0
    },
  },
  {
    reason: 'assign-has-it',
    cues: ['patches', 'series', 'driver', 'implementation', 'branch', 'prototype', 'port'],
    type: 'assign',
    weight: 0,
    pattern: new RegExp(
      String.raw`(?:^|[\s("*:@])${NAME}\s+(?:already\s+)?has\s+(?:already\s+)?(?:an?\s+|some\s+)?(?:[\w-]+\s+){0,2}?(?:patches|series|driver|implementation|branch|prototype|port)\s+(?:for|to|that|which)(?=\s)`,
      'u',
    ),
    object: 'after',
    objectWeights: { ...OF_OTHERS, unknown: -0.2 },
    weigh: (found) =>
      found.context.review || found.context.faultTopic || found.context.posting ? null : personOdds(found),
  },
  {
    reason: 'assign-if-he-could-continue',
    cues: ['continue', 'over'],
    type: 'assign',
    weight: 0.8,
    pattern:
      /\b(?:appreciate|great|nice|good|best|fine)\s+(?:it\s+)?if\s+(?<who>[A-Z]\w+|she|he|they)\s+(?:could|can|would|takes?)\s+(?:continue|take\s+over|over)(?=\s)/i,
    object: 'thread',
    allows: ['condition', 'negation'],
    weigh: (found) => (/\b(?:no\s+longer|my|I\s+have)\b/i.test(found.sentence.text) ? 0.2 : -2),
  },
  {
    reason: 'assign-already-a-series',
    cues: ['already'],
    type: 'assign',
    weight: 0.3,
    pattern:
      /\bthere(?:'s|\s+is)\s+already\s+(?:a|an)\s+(?:v\d+|series|patch(?:set|\s+series)?|driver|submission|work)\s+(?:from|by|of)\s+(?<who>[^.:;]{3,40})/i,
    object: 'thread',
    allows: ['other-version'],
  },
  {
    reason: 'assign-action-item',
    cues: ['action', 'todo', 'ai'],
    type: 'assign',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`^\W{0,3}(?:ACTION|Action|AI|TODO)(?:\s+(?:item|ITEM))?\s*[:\]-]\s*${NAME}\s+(?:is\s+)?(?:to|will)\s+(?:${DO}|take|own|drive)`,
      'u',
    ),
    object: 'after',
    objectWeights: { pronoun: -0.4, none: -1, unknown: -0.6, review: -2 },
    weigh: personOdds,
  },
]
