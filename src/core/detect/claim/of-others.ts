// Claims for others of one's own side who write no mail themselves: "my colleague Ada is rewriting …", "a student of
// mine will convert …", "the tools folks here have started …". People of the list are assigned, not claimed for.

import type { Detector } from '../detector.ts'
import { outsidePatches } from './mine.ts'
import { MAKE, MAKE_ING, own } from './voice.ts'

const PERSON = String.raw`(?:colleagues?|co-?workers?|students?|interns?|trainees?|apprentices?|team-?mates?|contractors?|hires?|employees?|engineers?|developers?|friends?|boss|flat-?mate|brother|sister|wife|husband|supervisor|postdocs?|grad(?:uate)?\s+students?|phd\s+students?|group|team|lab|department|company|employer|folks|people|guys?|crew)`
/** ", Ada," or " Ada" or " (Ada)" behind the person. */
const NAMED = String.raw`(?:\s+[A-Z]\w+|\s*,\s+[^,.;]{2,30},|\s+\([^)]{2,30}\))?`
/** Where such people are. */
const OURS = String.raw`(?:of\s+(?:mine|ours)|here(?:\s+(?:in|at)\s+[A-Z]\w+)?|I\s+(?:supervise|mentor|advise|work\s+with)|(?:at|in|from|on|of)\s+(?:(?:my|our)\s+\w+(?:\s+\w+)?|[A-Z]\w+))`
const THEY = String.raw`\b(?:(?:my|our)\s+(?:[\w-]+\s+){0,2}${PERSON}${NAMED}(?:\s+${OURS})?|(?:an?|one|two|some|the)\s+(?:[\w-]+\s+){0,2}${PERSON}\s+${OURS}${NAMED}|(?:somebody|someone|people)\s+(?:here|(?:in|at|on|from|of)\s+(?:my|our)\s+\w+)|one\s+of\s+(?:my|our)\s+(?:\w+\s+)?${PERSON}${NAMED}|our\s+[A-Z]\w+)`
const OF_LATE = String.raw`(?:\s+(?:now|currently|already|also|just|actively|recently|soon|busy|indeed|starts?\s+\w+\s+and|joins?\s+\w+(?:\s+\w+)?\s+and)){0,2}`
const WORK_ING = String.raw`(?:${MAKE_ING}|working\s+on|building|creating|finali[sz]ing|finishing|preparing|extending|doing|handling|adding|tackling|putting\s+the\s+finishing\s+touches\s+(?:on|to)|busy\s+with)`
const WORK = String.raw`(?:${MAKE}|work\s+on|finish|prepare|extend|do|handle|add|tackle|take\s+(?:on|over|up)|pick\s+up|look\s+after|contribute|submit|post|send)`

/** The rows of this kind; order means nothing. */
export const claimsOfOthers: readonly Detector[] = [
  {
    reason: 'claim-one-of-ours-works',
    cues: [
      'colleague',
      'coworker',
      'co',
      'student',
      'intern',
      'trainee',
      'apprentice',
      'teammate',
      'contractor',
      'hire',
      'employee',
      'engineer',
      'developer',
      'friend',
      'boss',
      'brother',
      'sister',
      'postdoc',
      'phd',
      'group',
      'team',
      'lab',
      'department',
      'folks',
      'people',
      'guy',
      'crew',
      'somebody',
      'someone',
    ],
    type: 'claim',
    weight: 0.9,
    pattern: own(
      String.raw`${THEY}(?:,?\s+who)?(?:(?:'s|'re|\s+is|\s+are|\s+has\s+been|\s+have\s+been)${OF_LATE}\s+(?:${WORK_ING}|(?:going|about)\s+to\s+(?:be\s+${WORK_ING}|(?:start\s+|begin\s+)?(?:${WORK_ING}|${WORK}|work\s+on)))|(?:'ve|\s+has|\s+have)?${OF_LATE}\s+(?:started|begun|began|kicked\s+off)(?:\s+to\s+${WORK}|\s+(?:on\s+)?${WORK_ING}|\s+(?:the\s+)?work\s+on)|${OF_LATE}(?:'ll|\s+will)${OF_LATE}\s+(?:be\s+${WORK_ING}|(?:start\s+|begin\s+(?:to\s+)?)?(?:${WORK}|${WORK_ING}))|(?:\s+has|\s+have)${OF_LATE}\s+(?:taken\s+(?:on|over|up)|picked\s+up|agreed\s+to\s+${WORK}|volunteered\s+to\s+${WORK}))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -0.2, pronoun: -1, review: -2.4 },
    // A colleague by name, whom "our" readers are to know, is told the work: that is an assignment.
    weigh: (found) => (/^our\s+colleague\s/i.test(found.match[0]) ? null : outsidePatches(found)),
  },
]
