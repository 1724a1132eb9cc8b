// Interest: the author wants to, would like to, applies, considers (DESIGN §1). Interest in a detail, in how
// something works or in a review's outcome is none.

import type { Detector, Found } from './detector.ts'
import { GRADUATE, SELF } from './voice.ts'

const ADVERBS = String.raw`(?:\s+(?:also|very|really|particularly|especially|highly|quite|extremely|definitely|still|always|now|just|thus|therefore|myself|personally|be|much|deeply|genuinely|keenly|mainly|primarily|both|currently|strongly|so|most|more|truly|actively|,)){0,3}`
const WISH = String.raw`${SELF}(?:\s+[^.;]{0,50}\s+and)?(?:\s?'d|\s+would|\s+will|\s?'ll)?${ADVERBS}\s+(?:(?:like|love|wish|want|hope|prefer|wanted|be\s+(?:happy|glad|willing|keen|interested|excited|delighted|honou?red|eager)|am\s+(?:keen|eager|excited|happy|willing|hoping)|are\s+(?:keen|eager|excited|happy|willing|hoping)|aspire|am\s+looking\s+forward)\s+(?:on\s+|in\s+)?to)`
const WISH_BE = String.raw`${SELF}(?:\s?'m|\s?'re|\s+am|\s+are|\s?'d\s+be|\s+would\s+be)${ADVERBS}\s+(?:keen|eager|excited|happy|willing|hoping|ready|up\s+for|looking(?=\s+to\s)|looking\s+forward)\s+(?:on\s+|in\s+)?(?:to\s+)?`
const AM_INTERESTED = String.raw`\b(?:I|we|me)(?:\s+[^.;]{0,60}\s+and)?(?:\s?'m|\s?'re|\s+am|\s+are|\s+was|\s+were|\s+(?:would|might|may|could)(?:\s+(?:still|also))?(?:\s+be)?|\s?'d(?:\s+still)?(?:\s+be)?|\s?'ve\s+been|\s+have\s+been|\s+became|\s+got|\s+remain|\s+feel)?${ADVERBS}\s+interested`
const INTERESTED = String.raw`${AM_INTERESTED}\s+(?:in|to|on|by)`

const own = (body: string): RegExp => new RegExp(body, 'i')

const WORK_VERB = String.raw`(?:work(?:ing)?\s+(?:on|for|under|towards|with)|implement(?:ing)?|develop(?:ing)?|writ(?:e|ing)|port(?:ing)?|build(?:ing)?|tackl(?:e|ing)|tak(?:e|ing)\s+(?:up|on|over|part)|contribut(?:e|ing)(?:\s+(?:to|towards|for|in))?|be\s+considered\s+for|(?:get|be)\s+involved\s+(?:in|with)|appl(?:y|ying)\s+(?:for|to)|participat(?:e|ing)\s+in|pick(?:ing)?\s+up|join(?:ing)?|do(?:ing)?|pursu(?:e|ing)|explor(?:e|ing)|learn(?:ing)?\s+more\s+about|complet(?:e|ing)|continu(?:e|ing)\s+(?:to\s+)?work(?:ing)?\s+on|start(?:ing)?\s+(?:work(?:ing)?\s+(?:on|with)|with|contributing\s+to)|${GRADUATE}|add(?:ing)?(?=\s+(?:\S+\s+)?support\b)|upstream(?:ing)?|help(?:ing)?\s+(?:out\s+)?(?:with|on|to))`

/** A wish about work in a reply to a patch is mostly a reviewer's wish. */
function outsideReview(found: Found): number {
  if (/\bmicro-?projects?\b/i.test(found.sentence.text)) return -4
  let odds = (found.context.application ? 1.2 : 0) + programmeOnly(found)
  if (found.context.review) odds -= found.object.kind === 'project' ? 0.9 : 1.6
  else if (found.context.posting) odds -= 2
  return odds
}

/** Wishing to take part in a programme is weaker evidence than naming the work. */
function programmeOnly(found: Found): number {
  return PROGRAMME_ONLY.test(found.object.phrase) ? -2.2 : 0
}
const PROGRAMME_ONLY =
  /^(?:the\s+|your\s+)?(?:gsoc|google\s+summer|outreachy|linux|industrial|open[\s-]source|community|organi[sz]ation|kernel)\b(?!.*\b(?:driver|project)\b)/i

/** "if I work on", "like to add that …", "want to implement a check": only for named things outside review. */
const NAMED_ONLY = { unknown: -1.8, pronoun: -1.8, vague: -2.4 } as const

/** Everyday wishes that start like interest. */
const EVERYDAY =
  /^\s*(?:\S+\s+){0,2}(?:know|hear|see|ask|thank|point|mention|note|say|understand|keep|avoid|make\s+sure|get\s+(?:feedback|your|some)|have\s+(?:a|your)|check|clarify|share|discuss|suggest|confirm|add\s+(?:that|my)|draw|bring|raise|remind|emphasi[sz]e)\b/i

export const interestDetectors: readonly Detector[] = [
  {
    reason: 'interest-interested-in-work',
    cues: ['interested'],
    type: 'interest',
    weight: 2.4,
    pattern: own(
      String.raw`${INTERESTED}\s+(?:(?:both|actively|possibly|potentially)\s+)?${WORK_VERB}(?=[\s.,])`,
    ),
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: -0.6, vague: -1, none: -0.6, review: -2 },
    allows: ['condition'],
    weigh: (found) =>
      programmeOnly(found) + (found.context.application ? 1 : found.context.review ? -0.6 : 0),
  },
  {
    reason: 'interest-interested-in-project',
    cues: ['interested'],
    type: 'interest',
    weight: 0.8,
    pattern: own(String.raw`${INTERESTED}(?=\s+(?:the|this|these|your|gsoc|google|[A-Z"']))`),
    object: 'after',
    objectWeights: { project: 0.6, identifier: 0, unknown: -2, pronoun: -1.6, none: -2 },
    weigh: (found) => {
      if (/^\s*(?:what|how|why|whether|if|your|hearing|seeing|knowing|feedback|opinion)/i.test(after(found)))
        return null
      return found.context.application
        ? 1
        : found.context.reply
          ? -1.6
          : /\b(?:project|idea|task|gsoc|internship)\b/i.test(found.sentence.text)
            ? 0.6
            : -1
    },
  },
  {
    reason: 'interest-would-like-to',
    cues: [
      'up',
      'like',
      'love',
      'wish',
      'want',
      'hope',
      'prefer',
      'happy',
      'glad',
      'willing',
      'keen',
      'interested',
      'excited',
      'delighted',
      'eager',
      'aspire',
      'forward',
      'ready',
      'hoping',
      'honoured',
      'honored',
    ],
    type: 'interest',
    weight: 1.1,
    pattern: own(
      String.raw`(?:${WISH}|${WISH_BE})\s*(?:(?:also|actively|now|start|someday|really|help|to)\s+){0,2}${WORK_VERB}(?=[\s.,])`,
    ),
    object: 'after',
    objectWeights: NAMED_ONLY,
    allows: ['condition'],
    weigh: (found) =>
      EVERYDAY.test(after(found))
        ? null
        : outsideReview(found) +
          (/\bwork(?:ing)?\s+on|apply|contribut|participat|take\s+up/i.test(found.match[0]) ? 0.6 : 0),
  },
  {
    reason: 'interest-work-on-this',
    cues: [
      'like',
      'love',
      'wish',
      'want',
      'hope',
      'prefer',
      'happy',
      'glad',
      'willing',
      'keen',
      'interested',
      'excited',
      'delighted',
      'eager',
      'aspire',
      'forward',
      'ready',
      'hoping',
      'honoured',
      'honored',
    ],
    type: 'interest',
    weight: 1,
    pattern: own(
      String.raw`(?:${WISH}|${WISH_BE})\s*(?:(?:also|still|to)\s+){0,2}(?:(?:work(?:ing)?\s+on|take\s+(?:up|on|over)|pick\s+up|do|try|implement|finish)\s+(?:this|it|that|these)|(?:take|pick)\s+(?:this|it|that)\s+(?:up|on|over))\b(?=\s*(?:[.,!]|$|project|task|idea|feature|driver|one|work|as|for|during|too|myself))`,
    ),
    object: 'thread',
    weigh: (found) =>
      found.context.review ? -1.6 : found.context.application ? 1.2 : found.context.reply ? -0.6 : -0.4,
  },
  {
    reason: 'interest-thinking-of',
    cues: ['thinking', 'considering', 'contemplating', 'hoping', 'tempted', 'looking'],
    type: 'interest',
    weight: 1.2,
    pattern: own(
      String.raw`${SELF}(?:\s?'m|\s?'re|\s+am|\s+are|\s+was|\s+were|\s?'ve\s+been|\s+have\s+been)${ADVERBS}\s+(?:thinking\s+(?:of|about)|considering|contemplating|hoping\s+to|tempted\s+to|looking\s+(?:at|into)\s+(?:the\s+possibility\s+of\s+)?(?=(?:implementing|writing|porting|developing|adding\s+support)))\s*(?:start(?:ing)?\s+)?(?:(?:to\s+)?(?:work(?:ing)?\s+on|writ(?:e|ing)|implement(?:ing)?|develop(?:ing)?|port(?:ing)?|build(?:ing)?|add(?:ing)?(?=\s+support\b)|creat(?:e|ing)|apply(?:ing)?\s+(?:for|to)|contribut(?:e|ing)\s+to|tak(?:e|ing)\s+(?:up|on)|pick(?:ing)?\s+up))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -1.6, pronoun: 0 },
    allows: ['condition'],
    weigh: (found) => (found.context.review ? -1.2 : 0),
  },
  {
    reason: 'interest-apply',
    cues: ['apply', 'applying', 'applied', 'application', 'proposal', 'participate'],
    type: 'interest',
    weight: 1.6,
    pattern: own(
      String.raw`${SELF}(?:\s?'m|\s?'re|\s+am|\s+are|\s?'ve|\s+have|\s?'ll|\s+will|\s?'d|\s+would)?${ADVERBS}\s+(?:(?:planning|plan|intend|going|want|wish|like|hope|excited|looking\s+forward)\s+(?:to|on)\s+)?(?:be\s+)?(?:apply(?:ing)?\s+(?:for|to|with|under)|applied\s+(?:for|to)|submit(?:t(?:ing|ed))?\s+(?:a|my|the|our)\s+(?:(?:gsoc|project|draft|final)\s+)?(?:proposal|application)|participat(?:e|ing)\s+in\s+(?:the\s+)?(?:gsoc|google|outreachy))(?=[\s.,])`,
    ),
    object: 'after',
    objectWeights: { unknown: -0.6, none: -0.4, pronoun: -0.6, review: -3, vague: -1, mending: -2 },
    allows: ['past', 'question'],
    weigh: (found) => {
      const text = found.sentence.text
      if (
        /\bappl(?:y|ying|ied)\s+(?:for|to|with)\s+(?:the\s+)?(?:patch|series|fix|this|these|all|both|same|other|next|v\d)/i.test(
          text,
        )
      )
        return null
      return found.context.application ||
        /\b(?:gsoc|outreachy|internship|summer of code|mentorship|proposal)\b/i.test(text)
        ? 1 + programmeOnly(found)
        : -3
    },
  },
  {
    reason: 'interest-proposal',
    cues: ['proposal', 'interest', 'application'],
    type: 'interest',
    weight: 1.2,
    pattern:
      /\b(?:this is|here is|here's|attached is|please find|below is|I have (?:written|drafted|prepared|attached|submitted|just submitted)|I(?:'ve| have) (?:just )?(?:submitted|drafted)|I'm sharing|sharing|I am submitting|I am writing to (?:express|share|submit)|feedback on|as part of)\b(?:\s+\S+){0,3}\s+(?:my|the|our)?\s*(?:(?:draft|initial|gsoc|project|first|final|updated)\s+){0,3}(?:proposal|interest|application)\b/i,
    object: 'thread',
    weigh: (found) =>
      found.context.application && !found.context.review && !/^re:/i.test(found.context.message.subject)
        ? 0.4
        : found.context.application
          ? -0.6
          : -3,
  },
  {
    reason: 'interest-plan-in-application',
    cues: [
      'plan',
      'planning',
      'planned',
      'aim',
      'aiming',
      'intend',
      'propose',
      'goal',
      'objective',
      'idea',
      'intention',
      'will',
    ],
    type: 'interest',
    weight: 1,
    pattern: own(
      String.raw`${SELF}(?:(?:\s?'m|\s?'re|\s+am|\s+are)${ADVERBS}\s+(?:planning\s+(?:to|on)|aiming\s+to)|${ADVERBS}\s+(?:plan\s+(?:to|on)|intend\s+to|aim\s+to|propose\s+to|will))\s+(?:develop|implement|work\s+on|write|port|build|create|add(?=\s+support\b))(?:ing)?(?=\s)|\b(?:my|our|the)\s+(?:main\s+)?(?:goal|aim|objective|plan|idea|intention)\s+(?:is|would\s+be)\s+to\s+(?:develop|implement|work\s+on|write|port|build|create|add(?=\s+support\b))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -1.6, pronoun: -2 },
    weigh: (found) =>
      found.context.application && !found.context.posting && !found.context.review ? 0.4 : null,
  },
  {
    reason: 'interest-can-work-on',
    cues: [
      'work',
      'implement',
      'write',
      'develop',
      'port',
      'take',
      'pick',
      'picking',
      'picked',
      'go',
      'try',
      'trying',
    ],
    type: 'interest',
    weight: 0.2,
    pattern: own(
      String.raw`${SELF}\s+(?:can|could|might|may)\s+(?:also\s+|then\s+|maybe\s+|try\s+to\s+|perhaps\s+)?(?:work\s+on|implement|write|develop|port|take\s+(?:over|on|up)|pick\s+up|have\s+a\s+go\s+at|try\s+(?:to\s+)?(?:write|writing|implement|implementing|port|porting))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -2.4, pronoun: -2.4, identifier: -0.6, project: -0.2 },
    allows: ['condition', 'other-version'],
    weigh: (found) => (found.context.review ? -0.6 : 0),
  },
  {
    reason: 'interest-project-appeals',
    cues: ['project', 'idea', 'topic', 'task', 'tasks'],
    type: 'interest',
    weight: 0.8,
    pattern:
      /\b(?:project|idea|topic|task)s?\b[^.;?]{0,90}\b(?:(?:really\s+|very\s+much\s+|greatly\s+|also\s+)?(?:interests?|interested|fascinates?|intrigues?|excites?|attracts?|attracted|appeals?)\s+(?:to\s+)?me|caught\s+my\s+(?:eye|attention|interest)|(?:looks?|seems?|sounds?|is|found|find)?\s+(?:very\s+|really\s+|quite\s+|so\s+|extremely\s+|particularly\s+)?(?:interesting|exciting|fascinating|appealing)(?:\s+to\s+me)?)\b/i,
    object: 'thread',
    weigh: (found) =>
      found.context.review || found.context.posting
        ? null
        : found.context.application
          ? 0.6
          : found.context.reply
            ? -2
            : 0,
  },
  {
    reason: 'interest-drawn-to',
    cues: ['drawn', 'attracted', 'fascinated', 'keen', 'passionate'],
    type: 'interest',
    weight: 1,
    pattern: new RegExp(
      String.raw`\b(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are|\s+was|\s+feel)${ADVERBS}\s+(?:drawn|attracted)\s+(?:to|by|towards)|\b(?:fascinated\s+by|keen\s+on|passionate\s+about)(?=\s)`,
      'i',
    ),
    object: 'after',
    objectWeights: { project: 0.4, identifier: -1, unknown: -2 },
    weigh: (found) =>
      found.context.review || !/\b(?:project|idea|topic|task)\b/i.test(found.sentence.text)
        ? null
        : found.context.application
          ? 0.4
          : -0.6,
  },
  {
    reason: 'interest-my-proposal',
    cues: ['proposal'],
    type: 'interest',
    weight: 1,
    pattern:
      /\bmy\s+(?:\w+\s+)?proposal\s+(?:is|covers|aims|describes|concerns)\b|\b(?:review|feedback\s+on|look\s+at|comments?\s+on)\s+my\s+(?:\w+\s+){0,2}proposal\b/i,
    object: 'thread',
    allows: ['question'],
    weigh: (found) =>
      found.context.review ? null : /\b(?:accepted|rejected)\b/i.test(found.sentence.text) ? null : 0,
  },
  {
    reason: 'interest-express',
    cues: ['interest'],
    type: 'interest',
    weight: 1.5,
    pattern: /\b(?:express(?:ing)?|convey|show|have)\s+(?:my|our|an?)\s+(?:\w+\s+){0,2}interest\s+in(?=\s)/i,
    object: 'after',
    objectWeights: { unknown: -1, none: -1 },
    weigh: (found) =>
      found.context.review || found.context.posting ? null : found.context.application ? 0.6 : -0.2,
  },
  {
    reason: 'interest-interested-bare',
    cues: ['interested'],
    type: 'interest',
    weight: 0.2,
    pattern: new RegExp(String.raw`${AM_INTERESTED}(?=\s*[.!,]|\s*$)`, 'i'),
    object: 'thread',
    weigh: (found) => (found.context.application ? 0.6 : null),
  },
  {
    reason: 'interest-how-to-start',
    cues: ['started', 'start', 'begin', 'beginning', 'proceed', 'contribute', 'apply', 'direction', 'more'],
    type: 'interest',
    weight: 0.6,
    pattern:
      /\b(?:how|where)\s+(?:can|should|do|could|may|to)\s+(?:I\s+)?(?:get\s+started|start|begin|proceed|contribute|apply)\b|\b(?:guide|help|point|advise)\s+me\b[^.?]{0,60}\b(?:started|start|begin|proceed|contribute|apply|direction)\b|\b(?:like|want|love)\s+to\s+(?:know|learn)\s+more\s+about\s+(?:the|this|these|that|your)\s+(?:\S+\s+){0,6}(?:projects?|ideas?|topics?)\b/i,
    object: 'thread',
    allows: ['question', 'condition'],
    weigh: (found) =>
      found.context.application && !found.context.reply
        ? 0.4
        : /\bprojects?\b/i.test(found.sentence.text) && !found.context.reply
          ? -0.2
          : -2.6,
  },
  {
    reason: 'interest-interested-elided',
    cues: ['interest'],
    type: 'interest',
    weight: 1.2,
    pattern: new RegExp(
      String.raw`^(?:(?:very|really|also|highly)\s+)?(?:interested|interest)\s+in\s+${WORK_VERB}(?=[\s.,])`,
      'i',
    ),
    object: 'after',
    weigh: outsideReview,
  },
  {
    reason: 'interest-look-for-project',
    cues: ['project'],
    type: 'interest',
    weight: 0.6,
    pattern:
      /\b(?:thanks|thank\s+you)\b[^.]{0,40}\b(?:with\s+regards?\s+to|in\s+regards?\s+to|regarding|about)\s+(?=the\s+(?:\S+\s+){0,5}project\b)/i,
    object: 'after',
    weigh: (found) => (found.context.review ? null : 0),
  },
]

function after(found: Found): string {
  return found.sentence.text.slice(found.match.index + found.match[0].length)
}
