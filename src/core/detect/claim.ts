// Claims: the author has started, is working, or will now work on something somebody could take (DESIGN §1).
// "I'm working on v3", "I'll address your comments" and "the chip I'm working with" are none.

import type { Detector, Found } from './detector.ts'
import { isPartNumber } from './identifier.ts'
import { GRADUATE, SELF } from './voice.ts'
import { WORK_GERUNDS, WORK_VERBS } from './words.ts'

const ADVERBS = String.raw`(?:\s+(?:all|both|now|also|currently|already|actively|presently|just|busy|really|actually|still|slowly|indeed|again|personally|myself|basically|right now|at present|at the moment|these days|in the process of|in the middle of|happily|,)){0,3}`
/** "we at Heron are", "we here", "Mia and I". */
const AT = String.raw`(?:\s+(?:at|from)\s+[A-Z]\S*(?:\s+[A-Z]\S*)?|\s+here|\s*\([^)]{2,40}\)|\s+and\s+[A-Z]\w+)?`
const AM = String.raw`${SELF}${AT}(?:\s?'m|\s?'re|\s+am|\s+are|m)${ADVERBS}(?:\s+\w+ing\s+and)?`
const HAVE_BEEN = String.raw`${SELF}(?:\s?'ve|\s+have|\s+had)${ADVERBS}\s+been${ADVERBS}`
const WILL = String.raw`${SELF}(?:\s+[^.;]{0,50}\s+and)?(?:\s?'ll|\s+will|\s+shall|\s?(?:'m|am|'re|are)\s+(?:going\s+to|gonna|about\s+to))(?:\s+(?:be|hopefully|now|also|then|just|probably|likely|try\s+(?:to|and)|soon|next|start\s+to|have\s+to|need\s+to|be\s+able\s+to|definitely|certainly|myself|personally|perhaps|most\s+likely)){0,3}`
const PLAN = String.raw`${SELF}(?:(?:\s?'m|\s?'re|\s+am|\s+are)${ADVERBS}\s+(?:planning\s+(?:to|on)|intending\s+to|aiming\s+to)|${ADVERBS}\s+(?:plan\s+(?:to|on)|intend\s+to|aim\s+to)|(?:\s?'ve|\s+have)\s+(?:plans|the\s+intention)\s+to)(?:\s+(?:also|then|start|begin|soon|next|eventually|now|first|continue|keep)){0,3}`

const own = (body: string): RegExp => new RegExp(body, 'i')

/** "I'm working on it": in a thread about neither patch nor fault the topic is the work. */
function topicIsMeant(found: Found): number {
  const { reply, review, posting, faultTopic } = found.context
  if (found.object.kind !== 'pronoun' || !reply || review || posting || faultTopic) return 0
  return 1.4
}

/** The object names a part the thread's subject does not: another piece of work than the one under review. */
function otherPart(found: Found): boolean {
  const subject = found.context.message.subject.toLowerCase()
  const parts = found.object.phrase.split(/[\s,;()/]+/).filter(isPartNumber)
  return parts.length > 0 && parts.every((part) => !subject.includes(part.toLowerCase()))
}

/** Work spoken of in a reply about a patch is review business unless it names a thing. */
function reviewLowers(found: Found): number {
  if (found.context.review && otherPart(found)) return 0.6
  const kind = found.object.kind
  if (
    found.context.review &&
    !found.object.making &&
    /^the\s+\w+$/i.test(found.object.phrase.split(/\s+to\s/)[0]!)
  )
    return -1.8
  if (found.object.pointing && found.context.review) return /^this\b/i.test(found.object.phrase) ? -2.2 : -1.4
  return (found.context.review || found.context.posting) && kind === 'unknown' ? -1 : 0
}

/** "another driver (veml6031x00, I sent a v1 …)": the list knows of it, so this is a sign of life. */
function knownAlready(found: Found): 'claim' | 'progress' {
  return /\bI(?:'ve|\s+have)?\s+(?:already\s+)?(?:sent|posted|submitted)\b/i.test(found.sentence.text)
    ? 'progress'
    : 'claim'
}

/** Words of one who has the place: what he will do is then no wish any more. */
const ACCEPTED =
  /\b(?:this|the|next)\s+summer\b|under\s+the\s+(?:guidance|mentorship)|mentored\s+by\b|\bas\s+(?:my|an?|part\s+of\s+my)\s+(?:gsoc|outreachy|summer|thesis|internship|final|intern)\b/i

/** In an application plans are what the applicant would do: interest, told elsewhere. */
function plansOutsideApplication(found: Found): number | null {
  if (found.context.application && !found.context.posting && !ACCEPTED.test(found.sentence.text)) return null
  return reviewLowers(found)
}

const MAKE_ING = String.raw`(?:developing|writing(?!\s+(?:to|this|you|in|about|because|regarding|here|on\s+behalf)\b)|implementing|porting|designing|rewriting|reworking|upstreaming|drafting|prototyping|mainlining|packaging|refactoring|converting|bringing\s+up|putting\s+together|hacking\s+on|coding)`
const MAKE = String.raw`(?:develop|write|implement|port|build|create|design|rewrite|rework|upstream|prototype|mainline|bring\s+up|put\s+together|refactor|convert)`

/** Only where the thing is named: "I'm adding a check" is a review point, "I'm adding support for X" is work. */
const NAMED_ONLY = { unknown: -1.4 } as const

export const claimDetectors: readonly Detector[] = [
  {
    reason: 'claim-working-on',
    cues: ['work'],
    type: 'claim',
    weight: 2,
    pattern: own(
      String.raw`${AM}\s+(?:work(?:ing)?)\s+(?:on|towards)(?=\s)(?!\s+(?:my|our|the)\s+(?:local|own|laptop|machine)\b)`,
    ),
    object: 'after',
    objectWeights: { pronoun: -3.2 },
    weigh: (found) => (/\bstill\b/i.test(found.match[0]) ? null : reviewLowers(found) + topicIsMeant(found)),
    typeOf: knownAlready,
  },
  {
    reason: 'claim-working-on-elided',
    cues: ['work'],
    type: 'claim',
    weight: 1.2,
    pattern:
      /^(?:[-*]\s+)?(?:(?:FYI|BTW|Hi|Hello|also|so|yes|yeah|ok|okay|sure)\s*[,:.]?\s+)?(?:currently|now|presently|(?:I\s+)?(?:have\s+)?(?:just\s+)?started|begun|been|also|busy)\s+(?:to\s+)?work(?:ing)?\s+on(?=\s)/i,
    object: 'after',
    objectWeights: { pronoun: -3.2 },
    weigh: reviewLowers,
  },
  {
    reason: 'claim-student-working-on',
    cues: ['working', 'developing', 'implementing', 'porting'],
    type: 'claim',
    weight: 1.3,
    pattern:
      /\b(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are)\s+(?:an?|the|one\s+of\s+the)\s+[^.;]{3,80}?,?\s+(?:who\s+is\s+)?(?:and\s+(?:I\s+am\s+|I'm\s+)?)?(?:currently\s+|now\s+)?(?:working\s+on|developing|implementing|porting)(?=\s)/i,
    object: 'after',
    objectWeights: { pronoun: -3, unknown: -1.4 },
    weigh: reviewLowers,
  },
  {
    reason: 'claim-accepted-for',
    cues: ['accepted', 'selected', 'chosen', 'assigned'],
    type: 'claim',
    weight: 1.4,
    pattern:
      /\b(?:I|we)(?:\s?'ve|\s+have|\s+was|\s+were|\s?'m|\s+am|\s+got)(?:\s+been)?\s+(?:very\s+|so\s+|happy\s+to\s+be\s+)?(?:(?:accepted|selected|chosen)\s+(?:as|for|to|in|into|by)|(?<=\b(?:been|was|were|am|got|'m)\s+)assigned(?:\s+to)?(?=\s+(?:the|upstream|implement|work|port|write|add)\b))(?=\s)/i,
    object: 'after',
    objectWeights: { unknown: -0.4, none: -0.4, vague: -0.4 },
    allows: ['past'],
    weigh: (found) =>
      found.context.application ||
      (found.object.kind === 'project' && /assigned/i.test(found.match[0])) ||
      /\b(?:gsoc|outreachy|summer|intern|mentee|mentorship)/i.test(found.sentence.text)
        ? 0.6
        : null,
  },
  {
    reason: 'claim-my-project-is',
    cues: ['project', 'thesis', 'internship', 'task', 'tasks'],
    type: 'claim',
    weight: 0.9,
    pattern:
      /\b(?:my|our)\s+project\s+(?:for\s+)?(?:this\s+summer|gsoc|outreachy|the\s+internship)\s+(?:is|will\s+be)(?=\s)|\b(?:my|our)\s+(?:(?:gsoc|outreachy|summer|internship|thesis|current|university|semester|master'?s?)\s+){1,2}(?:project|task|internship|thesis|work)\s+(?:is|will\s+be|involves|consists\s+of|aims\s+(?:at|to))(?=\s)/i,
    object: 'after',
    objectWeights: { unknown: -0.4, none: -0.6 },
  },
  {
    reason: 'claim-decided',
    cues: ['decided', 'volunteered', 'offered', 'agreed'],
    type: 'claim',
    weight: 0.8,
    pattern: new RegExp(
      String.raw`${SELF}(?:\s?'ve|\s+have)?\s+(?:now\s+|finally\s+|also\s+)?(?:decided|volunteered|offered|agreed)\s+to\s+(?:work\s+on|take\s+(?:on|over|up)|${MAKE}|start\s+(?:working\s+on|with))(?=\s)`,
      'i',
    ),
    object: 'after',
    objectWeights: { unknown: -1.4, pronoun: -1.6 },
    allows: ['past'],
    weigh: (found) => (found.context.review || found.context.posting ? -1.6 : 0),
  },
  {
    reason: 'claim-give-it-a-try',
    cues: ['try', 'trying', 'shot', 'stab', 'crack', 'go'],
    type: 'claim',
    weight: 0.2,
    pattern: new RegExp(
      String.raw`${WILL}\s+(?:give\s+(?=[^.;]{2,60}\ba\s+(?:try|go|shot)\b)|(?:have|take)\s+a\s+(?:go|stab|crack|shot)\s+at|try\s+my\s+hand\s+at)`,
      'i',
    ),
    object: 'after',
    objectWeights: { unknown: -2, pronoun: -2.4 },
    weigh: (found) => (found.context.review ? -2 : 0),
  },
  {
    reason: 'claim-have-driver-to-send',
    cues: [
      'submit',
      'upstream',
      'post',
      'posting',
      'send',
      'sending',
      'mainline',
      'publish',
      'queued',
      'clean',
    ],
    type: 'claim',
    weight: 0.7,
    pattern:
      /\b(?:I|we|our\s+team)(?:\s?'ve|\s+have|\s+has|\s+wrote|\s+developed)(?:\s+(?:also|already|got|just|actually|written|developed|implemented|ported|recently)){0,3}\s+(?=[^.;]{0,60}\b(?:driver|port|support|implementation|backend)\b[^.;]{0,120}\b(?:queued|(?:will|'ll|to|can|should|could|plan\s+to)\s+(?:be\s+able\s+to\s+)?(?:submit|upstream|post|send|clean|mainline|publish))\b)/i,
    object: 'after',
    objectWeights: { review: -1.6, unknown: -1.4 },
    allows: ['past'],
    weigh: (found) => (found.context.review ? -1.4 : found.context.posting ? -1.4 : 0),
  },
  {
    reason: 'claim-coming-soon',
    cues: ['send', 'sending', 'post', 'posting', 'submit'],
    type: 'claim',
    weight: 0.6,
    pattern: new RegExp(
      String.raw`${WILL}\s+(?:be\s+)?(?:send(?:ing)?|post(?:ing)?|submit(?:ting)?)\s+(?:out\s+)?(?=(?:an?|the|my|our|initial|some)?\s*(?:rfc\s+|initial\s+|first\s+|new\s+)?(?:driver|port|implementation|support|patches\s+for|series\s+(?:adding|for|that\s+adds)|patch(?:es|set)?\s+(?:adding|for\s+the\s+\S+\s+driver))\b)`,
      'i',
    ),
    object: 'after',
    objectWeights: { review: -1.6, unknown: -1.6 },
    weigh: (found) => (found.context.review || found.context.posting ? -1.8 : 0),
  },
  {
    reason: 'claim-been-working-on',
    cues: ['been'],
    type: 'claim',
    weight: 1.5,
    pattern: own(
      String.raw`${HAVE_BEEN}\s+(?:working\s+on|doing\s+(?:some\s+)?work\s+(?:on|with|for)|developing|writing|implementing|porting|hacking\s+on|building)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { pronoun: -3.5 },
    weigh: reviewLowers,
  },
  {
    reason: 'claim-making',
    cues: [
      'developing',
      'writing',
      'implementing',
      'porting',
      'designing',
      'rewriting',
      'reworking',
      'upstreaming',
      'drafting',
      'prototyping',
      'mainlining',
      'packaging',
      'refactoring',
      'converting',
      'bringing',
      'putting',
      'hacking',
      'coding',
    ],
    type: 'claim',
    weight: 1.7,
    pattern: own(String.raw`${AM}\s+${MAKE_ING}(?=\s)`),
    object: 'after',
    objectWeights: NAMED_ONLY,
    weigh: reviewLowers,
  },
  {
    reason: 'claim-adding',
    cues: [
      'adding',
      'preparing',
      'making',
      'finishing',
      'completing',
      'building',
      'creating',
      'looking',
      'charge',
      'responsible',
      'getting',
    ],
    type: 'claim',
    weight: 0.6,
    pattern: own(
      String.raw`${AM}\s+(?:(?:adding|preparing|making(?!\s+a\s+submission)|finishing|completing|building|creating)(?=\s)|looking\s+(?:at|into)\s+(?=(?:adding|implementing|porting|writing|converting|supporting)\s)|in\s+charge\s+of\s+(?=\w+ing\s)|responsible\s+for\s+(?=(?:adding|implementing|porting|writing)\s)|getting\s+(?=[^.;]{2,60}\b(?:working|upstream|mainlined?|merged|running)\b))`,
    ),
    object: 'after',
    objectWeights: { ...NAMED_ONLY, identifier: -1 },
    weigh: (found) => (found.context.review ? -1.5 : reviewLowers(found)),
  },
  {
    reason: 'claim-doing-named-work',
    cues: [...WORK_GERUNDS],
    type: 'claim',
    weight: 0.9,
    pattern: own(String.raw`${AM}\s+(?<verb>[a-z]+ing)(?:\s+(?:up|out|over))?(?=\s)`),
    object: 'after',
    never: ['identifier', 'unknown', 'pronoun', 'vague', 'review', 'mending', 'none'],
    weigh: (found) => {
      if (!WORK_GERUNDS.has(found.match.groups?.['verb']?.toLowerCase() ?? '')) return null
      return reviewLowers(found) - (found.context.review || found.context.posting ? 0.8 : 0)
    },
  },
  {
    reason: 'claim-starting',
    cues: ['starting', 'start', 'started'],
    type: 'claim',
    weight: 1.3,
    pattern: own(
      String.raw`(?:${AM}\s+starting|${WILL}\s+(?:get\s+started|start))\s+(?:(?:to\s+)?work(?:ing)?\s+on|work\s+on|on|with)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -1.4, pronoun: -2.4 },
    weigh: (found) => reviewLowers(found) - (found.context.review || found.context.posting ? 1 : 0),
  },
  {
    reason: 'claim-next-on-my-list',
    cues: ['next'],
    type: 'claim',
    weight: 0.6,
    pattern:
      /\bnext\s+(?:(?:thing|item|step|up)\s+)?(?:on\s+my\s+(?:to-?do\s+)?list\s+)?(?:is|will\s+be)\s+(?=(?:\S+\s+){0,3}(?:driver|support|port|implementation|adding|implementing|porting)\b)/i,
    object: 'after',
    weigh: (found) =>
      /\bmy\b|\bI\b|\bI'll\b/.test(found.sentence.text) ? (found.context.review ? -1.2 : 0) : null,
  },
  {
    reason: 'claim-trying-to-get-working',
    cues: ['trying'],
    type: 'claim',
    weight: 0.9,
    pattern: own(
      String.raw`${AM}\s+trying\s+to\s+(?:get\s+(?=[^.;]{2,60}\b(?:working|upstream|mainlined|running)\s+(?:on|in|under)\b|[^.;]{2,60}\bout\s+of\s+staging\b)|port(?=\s)|bring\s+up(?=\s))`,
    ),
    object: 'after',
    objectWeights: { unknown: -1 },
    weigh: (found) => (found.context.reply ? -2 : 0),
  },
  {
    reason: 'claim-started',
    cues: ['started', 'begun', 'began'],
    type: 'claim',
    weight: 1.8,
    pattern: own(
      String.raw`${SELF}(?:\s+went\s+ahead\s+and)?(?:\s?'ve|\s+have|\s?'d|\s+had)?(?:\s+(?:just|now|already|recently|also|finally)){0,2}\s+(?:started|begun|began)\s+(?:(?:to\s+)?work(?:ing)?\s+(?:on|towards)|(?:on|with)(?=\s+(?:the|a|an|my|implementing|writing|porting|adding|reviving|converting)\s)|(?:on\s+)?(?:${MAKE_ING}|look(?:ing)?\s+(?:at|into)(?=\s+(?:the|adding|implementing|porting)\s))|to\s+(?:look\s+into(?=\s+(?:adding|implementing|porting|writing)\s)|write|develop|implement|port|build|create|rewrite|convert|upstream))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -0.6 },
    allows: ['past'],
    weigh: (found) => {
      if (/looking/i.test(found.match[0]))
        return found.context.posting || found.context.application ? null : -0.9
      if (found.context.posting && /\bwith$/.test(found.match[0])) return null
      return reviewLowers(found)
    },
  },
  {
    reason: 'claim-will-work-on',
    cues: ['work', 'working'],
    type: 'claim',
    weight: 1.5,
    pattern: own(
      String.raw`${WILL}\s+(?:(?:start|begin|continue)\s+)?(?:(?:to\s+)?work(?:ing)?\s+on|work\s+(?=on\s))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -1.2, pronoun: -3 },
    weigh: (found) => (ACCEPTED.test(found.sentence.text) ? 0 : plansOutsideApplication(found)),
  },
  {
    reason: 'claim-will-make',
    cues: [
      'move',
      'get',
      'graduate',
      'push',
      'tackle',
      'develop',
      'write',
      'writing',
      'implement',
      'port',
      'design',
      'rework',
      'rewrite',
      'rewriting',
      'upstream',
      'prototype',
      'mainline',
      'refactor',
      'convert',
      'bring',
      'put',
      'ripping',
      'adding',
      'start',
      'look',
      'package',
      'packaging',
      'draft',
      'hacking',
      'coding',
    ],
    type: 'claim',
    weight: 0.7,
    pattern: own(
      String.raw`${WILL}\s+(?:(?:start|begin)\s+(?:work(?:ing)?\s+on\s+)?(?:${MAKE_ING}|ripping|adding)|look\s+(?:at|into)\s+(?=(?:adding|implementing|porting|writing|converting|supporting)\s)|start\s+work\s+on|tackle|${GRADUATE}|${MAKE}|${MAKE_ING})(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -2.4, pronoun: -3.4, identifier: -0.8 },
    weigh: (found) => (plansOutsideApplication(found) === null ? null : found.context.review ? -1.2 : 0),
  },
  {
    reason: 'claim-will-support',
    cues: ['driver', 'support'],
    type: 'claim',
    weight: 0.2,
    pattern: own(
      String.raw`${WILL}\s+(?:add(?:ing)?|do(?:ing)?|send|post|submit)\s+(?=(?:a\s+|the\s+)?(?:(?:new|separate)\s+)?(?:driver|support)\s+for\s)`,
    ),
    object: 'after',
    weigh: (found) => (found.context.review || found.context.posting ? -0.8 : plansOutsideApplication(found)),
  },
  {
    reason: 'claim-taking-this-one',
    cues: ['taking', 'take'],
    type: 'claim',
    weight: 0.5,
    pattern: own(
      String.raw`${SELF}(?:\s?'m|\s+am|\s?'ll|\s+will)\s+(?:now\s+)?tak(?:e|ing)\s+(?:this|that)\s+(?:one|project|task|item)\b`,
    ),
    object: 'thread',
    weigh: (found) =>
      found.context.review || found.context.posting || found.context.faultTopic ? null : 0.2,
  },
  {
    reason: 'claim-will-do-named-work',
    cues: [...WORK_VERBS],
    type: 'claim',
    weight: 0.5,
    pattern: own(String.raw`${WILL}\s+(?<verb>[a-z]{3,})(?=\s)`),
    object: 'after',
    never: ['identifier', 'unknown', 'pronoun', 'vague', 'review', 'mending', 'none'],
    weigh: (found) => {
      const verb = found.match.groups?.['verb']?.toLowerCase() ?? ''
      const known = WORK_VERBS.has(verb) || (WORK_GERUNDS.has(verb) && /\bbe\s+\S+$/i.test(found.match[0]))
      if (!known || plansOutsideApplication(found) === null) return null
      return reviewLowers(found) - (found.context.review || found.context.posting ? 1 : 0)
    },
  },
  {
    reason: 'claim-i-work-on',
    cues: ['work'],
    type: 'claim',
    weight: 0.4,
    pattern: own(String.raw`${SELF}\s+(?:(?:now|currently|mainly)\s+)?work\s+on(?=\s)`),
    object: 'after',
    never: ['identifier', 'vague', 'review', 'mending', 'none'],
    objectWeights: { unknown: -2.4, pronoun: -3 },
    weigh: (found) => (found.context.review || found.context.posting ? null : 0),
  },
  {
    reason: 'claim-took-up',
    cues: ['taken', 'took', 'picked', 'claimed', 'chosen', 'chose'],
    type: 'claim',
    weight: 0.9,
    pattern:
      /\b(?:I|we)(?:\s?'ve|\s+have|\s+am\s+the\s+one\s+who)?\s+(?:recently\s+|just\s+|now\s+)?(?:taken|took|picked|claimed|chosen|chose)\s+(?:up\s+|on\s+|over\s+)?(?=(?:the|this)\s+(?:\S+\s+){0,5}(?:project|task|work|job|idea)\b)/i,
    object: 'after',
    objectWeights: { unknown: -0.6, review: -0.6, pronoun: -0.8 },
    allows: ['past'],
    weigh: (found) => (found.context.review || found.context.posting ? null : 0),
  },
  {
    reason: 'claim-on-it',
    cues: ['on'],
    type: 'claim',
    weight: -0.4,
    pattern: /\bI(?:'m|\s+am)\s+(?:already\s+|now\s+)?on\s+it\b(?!\s+with)/i,
    object: 'thread',
    weigh: (found) =>
      found.context.review || found.context.posting || found.context.faultTopic || !found.context.reply
        ? null
        : 0.6,
  },
  {
    reason: 'claim-dibs',
    cues: ['dibs'],
    type: 'claim',
    weight: 1.2,
    pattern: /(?:^|\bI\s+call\s+|\bI\s+have\s+)dibs\s+on(?=\s)/i,
    object: 'after',
    objectWeights: { pronoun: -0.6, unknown: 0 },
  },
  {
    reason: 'claim-thing-to-come',
    cues: ['submit', 'post', 'send', 'upstream'],
    type: 'claim',
    weight: 0.3,
    pattern:
      /\b(?:which|that)\s+(?:I|we)(?:\s?'m|\s+am|\s?'ll|\s+will|\s+plan|\s+intend)\s+(?:(?:about|going)\s+to\s+|to\s+|soon\s+)?(?:submit|post|send|upstream)(?=[\s.,;)]|$)/i,
    object: 'before',
    objectWeights: { unknown: -1 },
    weigh: (found) => (found.context.review ? -1 : 0),
  },
  {
    reason: 'claim-begin-with',
    cues: ['begin', 'beginning', 'start', 'ahead', 'continue', 'proceed'],
    type: 'claim',
    weight: 0.9,
    pattern: own(String.raw`${WILL}\s+(?:begin|start|go\s+ahead|continue|proceed)\s+(?:with|from)(?=\s)`),
    object: 'after',
    objectWeights: { unknown: -3, project: -0.4 },
    weigh: (found) => (found.context.review ? -2 : 0),
  },
  {
    reason: 'claim-take-on',
    cues: ['carry', 'take', 'pick', 'picking', 'picked', 'tackle', 'adopt'],
    type: 'claim',
    weight: 1,
    pattern: own(
      String.raw`(?:${WILL}|\blet\s+me)\s+(?:take\s+(?:over|on|up)|pick\s+up|take\s+care\s+of|tackle|take\s+ownership\s+of|adopt|carry\s+on)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -3, identifier: -0.8, project: 0 },
    weigh: (found) => (found.context.review ? -2.4 : 0),
  },
  {
    reason: 'claim-plan',
    cues: ['plan', 'planning', 'planned', 'intend', 'aim', 'aiming'],
    type: 'claim',
    weight: 1,
    pattern: own(
      String.raw`${PLAN}\s+(?:(?:to\s+)?(?:work(?:ing)?(?:\s+on)?|${GRADUATE}|tackl(?:e|ing)|support(?:ing)?|add(?:ing)?|continue|submit|post|send(?:\s+out)?|${MAKE}|${MAKE_ING}|send(?:ing)?\s+(?:patches|a\s+(?:series|driver))\s+(?:to|for)\s+(?:add|cover|support|implement)\w*))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -1.6, pronoun: -3, identifier: 0.2, review: -2.4, vague: -2.4 },
    weigh: (found) => {
      const odds = plansOutsideApplication(found)
      if (odds === null) return null
      const later = /\b(?:next|later|in\s+the\s+future|follow-?up|eventually|subsequently|afterwards)\b/i
      return odds + (found.context.posting ? 0.9 : 0) + (later.test(found.sentence.text) ? 0.5 : 0)
    },
  },
  {
    reason: 'claim-taking-over',
    cues: ['over', 'maintainership'],
    type: 'claim',
    weight: 1.6,
    pattern: own(
      String.raw`(?:^|\b(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are|\s?'ve|\s+have|\s?'ll|\s+will|\s?'d\s+like\s+to|\s+would\s+like\s+to)?\s+(?:now\s+|also\s+|be\s+)?)(?:taking\s+over|(?:take|taken|took)\s+over|(?:take|taking)\s+maintainership\s+of)\s+(?=(?:this|the|that|his|her|their|from|maint|development|work|of\b|[A-Z]|[a-z]+\d))`,
    ),
    object: 'after',
    objectWeights: { review: 0, pronoun: -0.4, unknown: -0.4, none: -0.4 },
    allows: ['past', 'other-version'],
    weigh: (found) => {
      if (found.context.posting && /\bMAINTAINERS\b/.test(found.context.message.subject)) return null
      if (/took\s+over/i.test(found.match[0]) && found.context.reply) return null
      if (/\bwhen\b/i.test(found.sentence.text.slice(0, found.match.index))) return null
      return found.context.posting ? 1 : found.context.review ? -0.5 : 0
    },
  },
  {
    reason: 'claim-in-progress-here',
    cues: ['progress', 'developed', 'implemented', 'written', 'ported', 'worked', 'development', 'works'],
    type: 'claim',
    weight: 1.2,
    pattern:
      /\b(?:is|are)\s+(?:currently\s+|already\s+|now\s+)?(?:(?:a\s+)?work[- ]in[- ]progress|being\s+(?:worked\s+on|developed|implemented|written|ported)|under\s+development|in\s+(?:the\s+works|development))(?=[^.;]{0,30}\b(?:(?:on|in|at|from|by)\s+(?:our|my)\s+(?:side|end|part)|by\s+(?:me|us|my|our)|internally|here)\b)/i,
    object: 'before',
  },
  {
    reason: 'claim-gerund-subject',
    cues: ['working', 'developing', 'writing', 'implementing', 'porting'],
    type: 'claim',
    weight: 0.2,
    pattern:
      /^(?:While\s+)?(?:implementing|porting|developing|writing|working\s+on)\s+(?=[^.,;]{4,90}\s(?:leads?|led|brought|got|made|makes|brings)\s+(?:me|us)\b)/i,
    object: 'after',
  },
  {
    reason: 'claim-half-done',
    cues: ['half', 'progress', 'wip', 'unfinished', 'local', 'prototype', 'preliminary', 'early', 'tree'],
    type: 'claim',
    weight: 0.8,
    pattern:
      /\b(?:I|we)(?:\s?'ve|\s+have)(?:\s+(?:also|already|got|currently|actually))*\s+(?:a|an|some)\s+(?:half[- ](?:done|finished|baked|complete|working)|work[- ]in[- ]progress|wip|unfinished|local|prototype|preliminary|early|out[- ]of[- ]tree)\s+(?=(?:\S+\s+){0,3}(?:driver|implementation|port|support|series|patch|prototype)\b)/i,
    object: 'after',
    objectWeights: { review: -1.6, unknown: -1.4 },
  },
  {
    reason: 'claim-have-it-in-progress',
    cues: [
      'pending',
      'mostly',
      'done',
      'pipeline',
      'progress',
      'works',
      'way',
      'almost',
      'nearly',
      'development',
      'half',
    ],
    type: 'claim',
    weight: 1,
    pattern:
      /\b(?:I|we|our\s+team)(?:\s?'ve|\s+have|\s+has)(?:\s+(?:also|already|got|currently))*\s+(?=(?:(?:an?|the|some|another)\s[^.;]{0,60})?\b(?:driver|port|support|implementation|backend|series|set|patches)\b[^.;]{0,40}\b(?:in\s+the\s+pipeline|pending|\d\d%|mostly\s+done|in\s+progress|under\s+development|in\s+the\s+works|under\s+way|almost\s+(?:done|ready|finished)|nearly\s+(?:done|ready|finished)|half[- ]done)\b)/i,
    object: 'after',
    objectWeights: { review: -1.6, unknown: -1.4 },
    weigh: reviewLowers,
  },
  {
    reason: 'claim-submission-of-others-work',
    cues: ['submission', 'resurrecting', 'reviving', 'picking', 'carrying', 'continuing'],
    type: 'claim',
    weight: 0.8,
    pattern: own(
      String.raw`${AM}\s+(?:making\s+a\s+submission\s+of|resurrecting|reviving|picking\s+up|carrying\s+on|continuing)(?=\s)`,
    ),
    object: 'after',
    objectWeights: { review: -0.8, unknown: -0.6, pronoun: -1 },
    weigh: (found) => (found.context.posting ? 1 : found.context.review ? -2 : -0.4),
  },
  {
    reason: 'claim-ended-up',
    cues: ['ended', 'wound'],
    type: 'claim',
    weight: 0.9,
    pattern: /\b(?:I|we)\s+(?:ended\s+up|wound\s+up)\s+(?:implementing|writing|porting|developing)(?=\s)/i,
    object: 'after',
  },
]
