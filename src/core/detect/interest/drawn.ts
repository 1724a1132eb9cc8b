// Interest by what draws somebody: "X caught my eye", "I lean towards X", "torn between A and B", "X is my favourite",
// "here is my draft proposal for X". A preference in a reply about a patch is a reviewer's: none.
import { outsidePatches } from '../claim/mine.ts'
import type { Detector, Found } from '../detector.ts'
import { own, WORK_VERB } from './voice.ts'

const LOOSE = { unknown: -0.2, pronoun: -0.6, review: -1.6, vague: -0.6, none: -2 } as const

/** Outside patches; where a programme is spoken of, preferences are for its projects. */
function weigh(found: Found): number | null {
  const odds = outsidePatches(found)
  if (odds === null) return null
  return odds + (found.context.application ? 0.8 : 0)
}
/** Only where something is there to be taken. */
const TO_TAKE =
  /\b(?:projects?|ideas?|topics?|tasks?|internship|proposals?|port|driver|thesis|gsoc|outreachy)\b/i
const ofProjects = (found: Found): number | null => {
  const odds = weigh(found)
  return odds === null || found.context.application || TO_TAKE.test(found.sentence.text) ? odds : odds - 1.2
}

/** The rows of this kind; order means nothing. */
export const interestsDrawn: readonly Detector[] = [
  {
    reason: 'interest-taken-with',
    cues: [
      'drawn',
      'attracted',
      'intrigued',
      'torn',
      'leaning',
      'lean',
      'fascinated',
      'keen',
      'hooked',
      'curious',
      'tempted',
      'excited',
      'enthusiastic',
      'eyeing',
      'gravitate',
    ],
    type: 'interest',
    weight: 1,
    pattern: own(
      String.raw`\b(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are|\s+was|\s+feel|\s?'ve\s+been|\s+have\s+been)?(?:\s+(?:very|really|quite|rather|most|also|particularly|currently|still|now|much|so|especially|strongly|somewhat|a\s+bit|more)){0,3}\s+(?:drawn\s+(?:to|towards)|attracted\s+(?:by|to)|intrigued\s+by|torn\s+between|lean(?:ing)?\s+towards?(?:\s+(?:proposing|doing|taking))?|gravitat(?:e|ing)\s+towards?|fascinated\s+by|keen\s+on|hooked\s+on|tempted\s+by|excited\s+about|enthusiastic\s+about|eyeing)(?=\s)`,
    ),
    object: 'after',
    objectWeights: LOOSE,
    weigh: ofProjects,
  },
  {
    reason: 'interest-my-interest-is',
    cues: ['interest', 'favourite', 'favorite', 'preference', 'pick', 'choice'],
    type: 'interest',
    weight: 1,
    pattern:
      /\bmy\s+(?:(?:main|primary|own|research|personal|first|top)\s+)?interests?\s+(?:is|are|lies?)\s+(?:\w+ly\s+)?in(?=\s)|\bmy\s+(?:absolute\s+|personal\s+|clear\s+|current\s+)?favou?rites?\s+(?:(?:project|idea|topic|task|one)\s+)?(?:is|are|would\s+be)(?=\s)|\b(?:express|declare|register|announce|state)\s+(?:(?:my|our|an?)\s+)?(?:\w+\s+)?interest(?:,[^,]{2,40},)?\s+in(?=\s)|\b(?:I|we)(?:\s?'ve|\s+have)\s+(?:got\s+)?(?:an?\s+)?(?:\w+\s+)?interest\s+in\s+(?:doing|working|implementing|writing|porting|developing|taking|adding|building|maintaining|upstreaming)(?=\s)/i,
    object: 'after',
    objectWeights: LOOSE,
    weigh: ofProjects,
  },
  {
    reason: 'interest-is-my-favourite',
    cues: [
      'favourite',
      'favorite',
      'alley',
      'street',
      'appealing',
      'tempting',
      'dream',
      'pleasure',
      'honour',
      'honor',
      'privilege',
      'candidate',
    ],
    type: 'interest',
    weight: 0.8,
    pattern:
      /(?<object>[^.;:?!]{2,90}?)(?:'s|\s+(?:is|are|would\s+be|might\s+be|looks|sounds|seems))\s+(?:\w+\s+)?(?:my\s+(?:\w+\s+)?favou?rite|(?:right\s+|just\s+)?up\s+my\s+(?:alley|street)|(?:\w+ly\s+|quite\s+|very\s+|rather\s+)?(?:appealing|tempting)\s+to\s+me|an?\s+(?:\w+\s+)?(?:dream|pleasure|honou?r|privilege|candidate)\s+for\s+(?:me|us|my)\b)/i,
    object: 'after',
    objectWeights: { ...LOOSE, pronoun: -1 },
    weigh: ofProjects,
  },
  {
    reason: 'interest-find-appealing',
    cues: ['appealing', 'tempting', 'fascinating', 'exciting', 'intriguing', 'attractive'],
    type: 'interest',
    weight: 0.6,
    pattern:
      /\bI\s+find\s+(?<object>(?:the|your|this|both|project)\b[^.;:?!,]{2,80}?)\s+(?:(?:very|really|quite|rather|most|particularly|extremely|especially)\s+)?(?:appealing|tempting|fascinating|exciting|intriguing|attractive)\b/i,
    object: 'after',
    objectWeights: LOOSE,
    weigh: ofProjects,
  },
  {
    reason: 'interest-pleasure-to',
    cues: ['pleasure', 'dream', 'honour', 'honor', 'privilege', 'joy', 'fun'],
    type: 'interest',
    weight: 1.2,
    pattern: own(
      String.raw`\b(?:it|that)\s?(?:'d|would|will)\s+be\s+(?:an?|my)\s+(?:\w+\s+)?(?:pleasure|dream|honou?r|privilege|joy)\s+(?:for\s+(?:me|us)\s+)?to\s+(?:${WORK_VERB}|take|try|create|design)(?=\s)|(?:^|[,;]\s+)(?<object>(?:working\s+on|implementing|writing|porting|developing|building|doing)\s[^.;:?!,]{2,80}?)\s+would\s+be\s+(?:an?|my)\s+(?:\w+\s+)?(?:pleasure|dream|honou?r|privilege|joy|fun)\b(?=[^.;]{0,30}\b(?:me|I)\b)`,
    ),
    object: 'after',
    objectWeights: { ...LOOSE, pronoun: 0 },
    weigh,
  },
  {
    reason: 'interest-caught-my-eye',
    cues: ['caught', 'mention'],
    type: 'interest',
    weight: 0.9,
    pattern:
      /(?<object>[^.;:?!]{2,90}?)\s+(?:has\s+|have\s+|immediately\s+|really\s+|also\s+|particularly\s+){0,2}(?:caught\s+(?:my|our)\s+(?:\w+\s+)?(?:eye|attention|interest|fancy)|piqued\s+my\s+(?:interest|curiosity)|made\s+me\s+curious|won't\s+let\s+me\s+go)\b/i,
    object: 'after',
    objectWeights: { ...LOOSE, identifier: -0.6 },
    weigh: ofProjects,
  },
  {
    reason: 'interest-proposal-handed-in',
    cues: ['proposal', 'application'],
    type: 'interest',
    weight: 1.2,
    pattern:
      /\b(?:(?:here(?:\s+is|'s)|attached\s+(?:is|you(?:'ll|\s+will)?\s+find)|find\s+(?:attached|below|enclosed)|below\s+is|this\s+is)\s+(?:my|our|a)\s+|(?:I|we)(?:\s?'ve|\s+have)?\s+(?:just\s+|now\s+|also\s+)?(?:put\s+together|drafted|submitted|sent(?:\s+in)?|written|wrote|prepared|uploaded|shared|filled\s+in|finished)\s+(?:my|our|an?|the)\s+)(?:(?:first|rough|draft|preliminary|gsoc|outreachy|project|initial|formal|full)\s+){0,3}(?:proposal|application)(?:\s+draft)?\s+(?:for|about|on|to)(?=\s)/i,
    object: 'after',
    objectWeights: { ...LOOSE, unknown: 0 },
    allows: ['past'],
    weigh: (found) =>
      found.context.review || found.context.posting
        ? null
        : /\b(?:patch|series|abi|api|binding)\b/i.test(found.object.phrase)
          ? -2
          : 0,
  },
]
