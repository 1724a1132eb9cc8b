// Assignments of those who choose: a student was selected, the place is yours, she is our intern for it.

import type { Detector, Found } from '../detector.ts'
import { ADVERBS, BARE_NAME, handedOut, NAME, THING } from './voice.ts'

const ROLE = '(?:student|intern|contributor|mentee|fellow|trainee|apprentice|implementer|assignee)s?'
/** Words of a choice among people for work, not of a reviewer, a place or a number. */
const CHOICE = new RegExp(
  String.raw`\b(?:${THING}|${ROLE}|internship|programme|program|gsoc|outreachy|placement|proposal|mentors?)\b|\"[^\"]{4,80}\"`,
  'i',
)

/** "You have been selected" asks for a word of what for. */
const chosenForWork = (found: Found): number | null =>
  CHOICE.test(`${found.previous} ${found.sentence.text} ${found.next}`) || found.context.application
    ? handedOut(found)
    : null

/** The rows of this kind; order means nothing. */
export const chosenDetectors: readonly Detector[] = [
  {
    reason: 'assign-is-yours',
    cues: ['yours'],
    type: 'assign',
    weight: 1.2,
    pattern: new RegExp(
      String.raw`(?<!\w)(?<object>(?:[Ii]t|[Tt]h(?:is|at)(?:\s+one)?|(?:[Tt]he\s+|[Tt]his\s+)?(?:\S+\s+){0,6}?${THING}|"[^"]{3,80}")(?:\s+(?:for|of|on)(?:\s+\S+){1,4})?)\s*(?:is|'s|are)\s+${ADVERBS}(?<who>you)rs\b(?!\s+(?:truly|faithfully|to\s|based|broken|not\b|the\b|or\b))`,
      'u',
    ),
    object: 'after',
    objectWeights: { unknown: 0, pronoun: -0.9, none: 0, vague: 0, review: -1 },
    weigh: handedOut,
  },
  {
    reason: 'assign-you-are-chosen',
    cues: [
      'selected',
      'accepted',
      'chosen',
      'picked',
      'hired',
      'appointed',
      'granted',
      'confirmed',
      'awarded',
      'hook',
    ],
    type: 'assign',
    weight: 1.4,
    pattern: new RegExp(
      String.raw`\b(?<who>[Yy]ou)(?:'re|'ve|\s+are|\s+have|\s+were)\s+${ADVERBS}(?:been\s+)?${ADVERBS}(?:(?:selected|accepted|chosen|picked|hired|appointed|granted|confirmed|awarded)\s+(?:for|as|to|into|the|with|on|by)\b|on\s+the\s+hook\s+for\s+the\s)`,
      'u',
    ),
    object: 'thread',
    allows: ['past'],
    weigh: chosenForWork,
  },
  {
    reason: 'assign-we-chose',
    cues: [
      'chose',
      'chosen',
      'picked',
      'selected',
      'accepted',
      'hired',
      'hiring',
      'appointed',
      'nominate',
      'decided',
      'settled',
      'confirmed',
      'volunteer',
    ],
    type: 'assign',
    weight: 1.4,
    pattern: new RegExp(
      String.raw`\b(?:we|We|I|mentors?|committee|board|PMC|team|has|have)(?:'ve|'re|'m|\s+have|\s+are|\s+am|\s+has)?\s+${ADVERBS}(?:chose|chosen|picked|selected|accepted|hired|hiring|appoint(?:ed)?|nominated?|confirmed|volunteer|(?:decided|settled)\s+(?:on|for))\s+(?:(?<who>you)|${BARE_NAME})\s*(?:,[^,]{3,40},\s*)?(?:for|as|to|on)\s`,
      'u',
    ),
    object: 'thread',
    allows: ['past'],
    weigh: chosenForWork,
  },
  {
    reason: 'assign-he-is-chosen',
    cues: ['selected', 'accepted', 'chosen', 'picked', 'hired', 'appointed', 'confirmed', 'given', 'awarded'],
    type: 'assign',
    weight: 1.4,
    pattern: new RegExp(
      String.raw`${NAME}(?:'s)?\s+(?:was|were|is|are|has\s+been|have\s+been|got)\s+${ADVERBS}(?:(?:selected|accepted|picked|chosen|appointed|hired|confirmed|awarded)\s+(?:for|to|as|on|by)\s|given\s+the\s+(?:${THING}|\S+\s+${THING})\b)`,
      'u',
    ),
    object: 'thread',
    allows: ['past'],
    weigh: chosenForWork,
  },
  {
    reason: 'assign-our-student',
    cues: [
      'student',
      'intern',
      'contributor',
      'mentee',
      'fellow',
      'trainee',
      'apprentice',
      'implementer',
      'assignee',
      'pick',
      'hereby',
    ],
    type: 'assign',
    weight: 1.8,
    pattern: new RegExp(
      String.raw`(?:${NAME}(?:'s|\s+is|\s+are|\s+will\s+be)|\b(?<who>[Yy]ou)(?:'re|'ll\s+be|\s+are|\s+will\s+be))\s+${ADVERBS}(?:our|the|my|your|this\s+year's|selected\s+as)\s+(?:[\w-]+\s+){0,2}?(?:${ROLE}|pick)\s*(?:for|on|of|who|working|doing|in)\b`,
      'u',
    ),
    object: 'after',
    objectWeights: { unknown: 0, pronoun: 0, none: 0, vague: 0, review: -1 },
    weigh: handedOut,
  },
  {
    reason: 'assign-your-place',
    cues: ['place', 'spot', 'slot', 'internship', 'topic', 'proposal', 'application'],
    type: 'assign',
    weight: 1.4,
    pattern: new RegExp(
      String.raw`\b(?:(?:confirm(?:ed|ing)?|congratulat\w+\s+on|secured)\s+(?<who>you)r\s+(?:place|spot|slot|internship)\b|offer(?:ed|ing)?\s+(?<who>you)\s+(?:the|a)\s+(?:place|spot|slot|internship)\b|(?<who>[Yy]ou)r\s+(?:internship|GSoC|Outreachy|summer)\s+(?:topic|project|task)\s+(?:will\s+be|is\s+going\s+to\s+be)\s|(?<who>[Yy]ou)r\s+(?:\S+\s+)?(?:proposal|application)\s+(?:for\s+[^.;?]{2,60}\s+)?(?:is|was|has\s+been)\s+${ADVERBS}(?:accepted|selected|approved|successful))\b`,
      'u',
    ),
    object: 'thread',
    allows: ['past'],
    weigh: chosenForWork,
  },
  {
    reason: 'assign-you-will-work-on',
    cues: ['you'],
    type: 'assign',
    weight: 0.4,
    pattern:
      /\b(?<who>[Yy]ou)(?:'ll|\s+will|\s+are\s+going\s+to)\s+be\s+(?:working\s+on|implementing|developing|porting|doing)\s/u,
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: -1.4, none: -2, review: -3 },
    weigh: (found) => (found.context.review || found.context.faultTopic ? null : handedOut(found)),
  },
]
