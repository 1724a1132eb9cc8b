// Interest as applicants put it: they apply, draft a proposal, find a project appealing, ask how to start.
import type { Detector } from '../detector.ts'
import { SELF } from '../voice.ts'
import { ADVERBS, AM_INTERESTED, own, programmeOnly } from './voice.ts'

/** The rows of this kind; order means nothing. */
export const applicationDetectors: readonly Detector[] = [
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
      /\b(?:this is|here is|here's|attached is|please find|below is|I have (?:written|drafted|prepared|attached|submitted|just submitted)|I(?:'ve| have) (?:just )?(?:submitted|drafted)|I'm sharing|sharing|I am submitting|I am writing to (?:express|share|submit)|feedback on|as part of)\b(?:\s+\S+){0,5}?\s+(?:my|the|our)?\s*(?:(?:draft|initial|gsoc|project|first|final|updated)\s+){0,3}(?:proposal|interest|application)\b/i,
    object: 'thread',
    weigh: (found) =>
      found.context.application && !found.context.review && !/^re:/i.test(found.context.message.subject)
        ? 0.4
        : found.context.application
          ? -0.6
          : -3,
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
    reason: 'interest-interested-in-it',
    cues: ['interested'],
    type: 'interest',
    weight: 0.2,
    pattern: new RegExp(
      String.raw`${AM_INTERESTED}\s+(?:in|by)\s+(?:it|(?:this|that)(?:\s+one)?)(?=\s*[.!,;]|\s*$|\s+and\s)`,
      'i',
    ),
    object: 'thread',
    weigh: (found) =>
      found.context.review || found.context.posting
        ? null
        : /\b(?:projects?|ideas?|tasks?|topics?|internships?)\b/i.test(
              `${found.previous} ${found.sentence.text}`,
            )
          ? 0.4
          : -1.4,
  },
  {
    reason: 'interest-likes-the-idea',
    cues: ['idea', 'project', 'topic', 'task'],
    type: 'interest',
    weight: 0.3,
    pattern:
      /\bI\s+(?:(?:really|particularly|especially|most)\s+)?(?:like|prefer|love|enjoyed)\s+the\s+(?:\S+\s+){0,3}(?:idea|project|topic|task)\b/i,
    object: 'thread',
    weigh: ({ context: { reply, posting, application } }) => (posting || (reply && !application) ? null : 0),
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
