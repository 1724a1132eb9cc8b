// Interest as applicants put it: they apply, take part, hand in a proposal, ask to be considered.
import type { Detector, Found } from '../detector.ts'
import { SELF } from '../voice.ts'
import { ADVERBS, own, programmeOnly } from './voice.ts'

const PROGRAMME = /\b(?:gsoc|outreachy|internship|summer\s+of\s+code|mentorship|proposal|as\s+a\s+student)\b/i
/** "Applied to this series": patches, not programmes. */
const PATCHES =
  /\bappl(?:y|ying|ied)\s+(?:for|to|with)\s+(?:the\s+)?(?:patch|series|fix|this|these|all|both|same|other|next|v\d)/i

/** Where a programme is spoken of. */
function weigh(found: Found): number | null {
  const { context, sentence } = found
  if (context.review || context.posting || PATCHES.test(sentence.text)) return null
  return context.application || PROGRAMME.test(sentence.text) ? 1 + programmeOnly(found) : -3
}

const DRAFT = String.raw`(?:(?:first|rough|draft|preliminary|gsoc|outreachy|project|initial|formal|full|final|updated|alpha-stage)\s+){0,3}`

/** The rows of this kind; order means nothing. */
export const applicationDetectors: readonly Detector[] = [
  {
    reason: 'interest-apply',
    cues: [
      'apply',
      'applying',
      'applied',
      'application',
      'proposal',
      'participate',
      'part',
      'accepted',
      'selected',
    ],
    type: 'interest',
    weight: 1.6,
    pattern: own(
      String.raw`${SELF}(?:\s+[^.;]{0,50}\s+and)?(?:\s?'(?:m|re|ve|ll|d)|\s+(?:am|are|have|will|would))?${ADVERBS}\s+(?:(?:planning|plan|intend|intending|going|want|wish|like|hope|hoping|aim|aiming|excited|wondering|looking\s+forward|attempt|try|trying|decided)\s+(?:to|on|about)?\s*)?(?:be\s+)?(?:apply(?:ing)?\s+(?:for|to|with|under)|applied\s+(?:for|to)|submit(?:t(?:ing|ed))?\s+(?:a|my|the|our)\s+${DRAFT}(?:proposal|application)|(?:participat(?:e|ing)|tak(?:e|ing)\s+part)(?:\s+(?:in|on|at|to|as)\b)?|(?:accepted|selected|chosen)\s+(?:for|in|to))(?=[\s.,])`,
    ),
    object: 'after',
    objectWeights: { unknown: -0.6, none: -0.4, pronoun: -0.6, review: -3, vague: -1, mending: -2 },
    allows: ['past', 'question'],
    weigh,
  },
  {
    reason: 'interest-proposal',
    cues: ['proposal', 'application', 'project', 'idea', 'plan'],
    type: 'interest',
    weight: 1.2,
    pattern:
      /\b(?:(?:here(?:\s+is|'s)|attached\s+(?:is|you(?:'ll|\s+will)?\s+find)|find\s+(?:attached|below|enclosed)|below\s+is|this\s+is)\s+(?:(?:the\s+)?(?:first\s+|rough\s+)?(?:draft|version)\s+of\s+)?(?:my|our|a)\s+|(?:I|we)(?:\s?'ve|\s+have|\s?'m|\s+am)?\s+(?:just\s+|now\s+|also\s+|already\s+)?(?:put\s+together|draft(?:ed|ing)|submitt(?:ed|ing)|sent(?:\s+in)?|writ(?:ten|ing)|wrote|attached|prepar(?:ed|ing)|uploaded|shar(?:ed|ing)|filled\s+in|finished)\s+(?:my|our|an?|the)\s+|\b(?:review|feedback\s+on|look\s+at|comments?\s+on)\s+my\s+)(?:(?:first|rough|draft|preliminary|gsoc|outreachy|project|initial|formal|full|final|updated)\s+){0,3}(?:proposal|application)\b(?:\s+draft)?|\bmy\s+(?:\w+\s+)?proposal\s+(?:is|covers|aims|describes|concerns)\b|\bmy\s+(?:gsoc\s+|summer\s+)?(?:project|idea|proposal|plan)\s+(?:for\s+(?!this\s+summer|the\s+summer)[^.;]{2,30}\s+)?(?:is|will\s+be|would\s+be)\s+(?:about|on|to)\b/i,
    object: 'after',
    objectWeights: { unknown: 0, none: -0.2, pronoun: -0.2, vague: -0.4, review: -0.4, mending: -0.4 },
    allows: ['past', 'question'],
    weigh: (found) =>
      found.context.review ||
      found.context.posting ||
      /\b(?:accepted|rejected|patch|series|abi|api|binding)\b/i.test(found.sentence.text)
        ? null
        : !found.context.application
          ? -2
          : found.context.reply
            ? -0.6
            : 0,
  },
  {
    reason: 'interest-consider-me',
    cues: ['consider', 'assign', 'interest'],
    type: 'interest',
    weight: 2,
    pattern:
      /\bconsider\s+me\s+for(?=\s)|\bassign\s+(?:me\s+(?:to\s+)?|(?=[^.;?]{3,60}\sto\s+me\b))|\b(?:express(?:ing)?|convey|show|declare|register|announce|state)\s+(?:(?:my|our|an?)\s+)?(?:\w+\s+){0,2}interest(?:,[^,]{2,40},)?\s+in(?=\s)|\b(?:I|we)(?:\s?'ve|\s+have)\s+(?:got\s+)?(?:an?\s+)?(?:\w+\s+)?interest\s+in\s+(?:doing|working|implementing|writing|porting|developing|taking|adding|building|maintaining|upstreaming|contributing)(?=\s)/i,
    object: 'after',
    never: ['review', 'mending'],
    objectWeights: { unknown: -0.8, pronoun: -1.4, none: -1.4, vague: -1 },
    allows: ['question'],
    weigh: (found) =>
      found.context.review || found.context.posting ? null : found.context.application ? 0.6 : 0,
  },
]
