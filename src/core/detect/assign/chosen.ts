// Assignments of those who choose: a student was selected, the place is yours, she is our intern for it.

import type { Detector, Found } from '../detector.ts'
import { BARE_NAME, HANDED_ADVERBS, handedOut, NAME, THING } from './voice.ts'

const ROLE = '(?:student|intern|contributor|mentee|fellow|trainee|apprentice|implementer|assignee)s?'
/** Words of a choice among people for work, not of a reviewer, a place or a number. */
const CHOICE = new RegExp(
  String.raw`\b(?:${THING}|${ROLE}|internship|programme|program|gsoc|outreachy|placement|proposal|mentors?|assigned)\b|\"[^\"]{4,80}\"`,
  'i',
)
const CHOSEN = '(?:selected|accepted|chosen|picked|hired|appointed|granted|confirmed|awarded)'

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
      String.raw`(?<!\w)(?<object>(?:[Ii]t|[Tt]h(?:is|at)(?:\s+one)?|(?:[Tt]he\s+|[Tt]his\s+)?(?:\S+\s+){0,6}?${THING}|"[^"]{3,80}")(?:\s+(?:for|of|on)(?:\s+\S+){1,4})?)\s*(?:is|'s|are)\s+${HANDED_ADVERBS}(?<who>you)rs\b(?!\s+(?:truly|faithfully|to\s|based|broken|not\b|the\b|or\b))`,
      'u',
    ),
    object: 'after',
    objectWeights: { unknown: 0, pronoun: -0.9, none: 0, vague: 0, review: -1 },
    weigh: handedOut,
  },
  {
    reason: 'assign-is-chosen',
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
      'assigned',
    ],
    type: 'assign',
    weight: 1.4,
    pattern: new RegExp(
      String.raw`(?:\b(?<who>[Yy]ou)(?:'re|'ve|\s+are|\s+have|\s+were)|${NAME}(?:'s)?\s+(?:was|were|is|are|has|have|got))\s+${HANDED_ADVERBS}(?:been\s+)?${HANDED_ADVERBS}(?:${CHOSEN}\s+(?:for|as|to|into|the|with|on|by)\b|assigned\s+(?:to\s+)?the\s+(?:\S+\s+){0,4}?(?:${THING}|work)\b)`,
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
      String.raw`\b(?:we|We|I|mentors?|committee|board|PMC|team|has|have)(?:'ve|'re|'m|\s+have|\s+are|\s+am|\s+has)?\s+${HANDED_ADVERBS}(?:chose|chosen|picked|selected|accepted|hired|hiring|appoint(?:ed)?|nominated?|confirmed|volunteer|(?:decided|settled)\s+(?:on|for))\s+(?:(?<who>you)|${BARE_NAME})\s*(?:,[^,]{3,40},\s*)?(?:'s\s+(?:proposal|application)\b|(?:for|as|to|on)\s)`,
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
    ],
    type: 'assign',
    weight: 1.6,
    pattern: new RegExp(
      String.raw`(?:(?:${NAME}(?:'s|\s+is|\s+are|\s+will\s+be)|\b(?<who>[Yy]ou)(?:'re|'ll\s+be|\s+are|\s+will\s+be))\s+${HANDED_ADVERBS}(?:our|the|my|your|this\s+year's|selected\s+as)\s+(?:[\w-]+\s+){0,2}?${ROLE}\s*(?:for|on|of|who|working|doing|in)\b|\b(?:[Tt]he|[Oo]ur)\s+(?:\w+\s+)?${ROLE}\s+(?:for|of|on)\s[^.;,?]{2,60}?\s+(?:is|will\s+be)\s+${BARE_NAME}|\b(?:[Mm]y|[Oo]ur|[Aa]|[Tt]he|GSoC|Outreachy)\s+(?:\S+\s+)?(?:${ROLE}|colleagues?|co-?workers?),?\s+${BARE_NAME},?\s+(?:who\s+)?(?:is|will|has|starts|started|'ll|'s|takes|took|picked|works)\s(?=[^.?]{0,60}\b(?:work\w*|do|doing|implement\w*|writ\w+|port(?:ing)?|develop\w*|tak(?:e|es|ing)|project|driver|task|continu\w*|over)\b))`,
      'u',
    ),
    object: 'thread',
    weigh: handedOut,
  },
  {
    reason: 'assign-your-place',
    cues: ['place', 'spot', 'slot', 'internship', 'topic', 'proposal', 'application'],
    type: 'assign',
    weight: 1.4,
    pattern: new RegExp(
      String.raw`\b(?:(?:confirm(?:ed|ing)?|congratulat\w+\s+on|secured)\s+(?<who>you)r\s+(?:place|spot|slot|internship)\b|offer(?:ed|ing)?\s+(?<who>you)\s+(?:the|a)\s+(?:place|spot|slot|internship)\b|(?<who>[Yy]ou)r\s+(?:\S+\s+)?(?:proposal|application)\s+(?:for\s+[^.;?]{2,60}\s+)?(?:is|was|has\s+been)\s+${HANDED_ADVERBS}(?:accepted|selected|approved|successful))\b`,
      'u',
    ),
    object: 'thread',
    allows: ['past'],
    weigh: chosenForWork,
  },
  {
    reason: 'assign-those-accepted',
    cues: ['chosen', 'accepted', 'selected', 'approved', 'funded'],
    type: 'assign',
    weight: 1,
    pattern:
      /\b(?:(?:projects?|students?|proposals?|contributors?|interns?|applicants?)(?:\s+(?:and|for|from)\s+\S+){0,3}\s+(?:(?:that|who|which)\s+)?(?:(?:have|has|are|were|was)\s+)(?:been\s+)?(?:chosen|accepted|selected|approved|funded)\b|(?:the|our|following|these)\s+(?:\S+\s+){0,2}?(?:accepted|selected|chosen|approved|funded)\s+(?:\S+\s+)?(?:projects?|students?|proposals?|contributors?|interns?)\b)/i,
    object: 'thread',
    allows: ['past'],
    weigh: (found) =>
      found.context.application &&
      /\b(?:announc\w+|list|following|results)\b/i.test(found.sentence.text) &&
      !/\b(?:organi[sz]ations?|will|would|to\s+be|before|until|once|when|if|deadline|not|mentors?\s+from|last\s+year)\b|\?/i.test(
        found.sentence.text,
      )
        ? handedOut(found)
        : null,
  },
]
