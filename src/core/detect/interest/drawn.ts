// Interest by what draws somebody: "X caught my eye", "I lean towards X", "torn between A and B", "X is my first choice",
// "the project I was looking into is X". A preference in a reply about a patch is a reviewer's: none; nor is praise.
import type { Detector, Found } from '../detector.ts'
import { outsidePatches } from '../outside-patches.ts'
import { own } from './voice.ts'

const LOOSE = { unknown: -0.2, pronoun: -0.6, review: -1.6, vague: -0.6, none: -2 } as const

/** Only where something is there to be taken. */
const TO_TAKE =
  /\b(?:projects?|projected|ideas?|topics?|tasks?|internship|proposals?|thesis|gsoc|outreachy)\b/i
function weigh(found: Found): number | null {
  const odds = outsidePatches(found)
  if (odds === null) return null
  if (found.context.application) return odds + 0.8
  return TO_TAKE.test(found.sentence.text) ? odds : odds - 1.6
}

/** What a project does to one who is taken with it; always said of "me" or "my". */
const DRAWS = String.raw`(?:caught|taken|piqued|captured|attracted|drawn|sparked|got)\s+(?:my|our)\s+(?:\w+\s+)?(?:eye|attention|interest|fancy|curiosity)|(?:(?:appeals?|speaks?)\s+to|attract(?:s|ed)|interest(?:s|ed)?|fascinat(?:es?|ed)|excit(?:es?|ed)|intrigu(?:es?|ed))\s+me|(?:got|has|had)\s+me\s+(?:hooked|interested|curious|excited)|(?:stood|stands)\s+out\s+to\s+me|(?:fits?|match(?:es)?|suits?|aligns?)\s+(?:\w+\s+){0,3}my\s+(?:\w+\s+)?(?:background|skills?|interests?|experience|profile|studies|knowledge|taste)|(?:is|are|looks?|sounds?|seems?|would\s+be)\s+(?:\w+\s+){0,2}(?:(?:interesting|exciting|fascinating|appealing|tempting|attractive)\s+(?:to|for)\s+(?:me|us)|my\s+(?:\w+\s+)?favou?rite|(?:right\s+)?up\s+my\s+(?:alley|street)|(?:perfect|ideal|made|(?:an?\s+)?(?:\w+\s+)?(?:fit|match))\s+for\s+me|like\s+something\s+I(?:'d|\s+would)\s+(?:enjoy|like|love))`

/** The rows of this kind; order means nothing. */
export const interestsDrawn: readonly Detector[] = [
  {
    reason: 'interest-appeals',
    cues: `caught taken piqued captured attracted drawn sparked eye appeals appeal speaks speak attracts interests
      interest interested fascinates fascinate excites excite intrigues hooked curious stood stands fits fit matches
      match suits interesting exciting fascinating appealing tempting attractive favourite favorite alley
      street aligns align perfect ideal`.split(/\s+/),
    type: 'interest',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`\b(?:(?:that|which|has|have|had|also|\w+ly|most|might|may|would|is|the\s+one)\s+){0,4}(?:${DRAWS})\b`,
      'i',
    ),
    object: 'before',
    objectWeights: { unknown: 0, pronoun: -0.6, review: -1, vague: -0.4, none: -1.2, identifier: -0.4 },
    weigh,
  },
  {
    reason: 'interest-found-the-project',
    cues: ['found', 'find', 'came', 'like', 'liked', 'prefer', 'love', 'enjoyed'],
    type: 'interest',
    weight: 0.8,
    pattern:
      /\bI(?:\s+have|'ve)?(?:\s+[^.;]{0,60}\s+and)?(?:\s+(?:\w+ly|most|also))?\s+(?:(?:found|find|came\s+across)\s+(?=[^.]{3,150}\b(?:suit\w*|interesting|fits?|match\w*|align\w*|appeal\w*|excit\w*|fascinat\w*|attract\w*|tempting|intriguing|like\s+to\s+(?:work\s+on|take|apply\s+for)\s+it)\b)|(?:like|liked|prefer|love|enjoyed)\s+(?=the\s+(?!outcome|results?|way|work|status)(?:[\w"'-]+\s+){0,6}?["']?(?:idea|project|topic|task|one)\b))/i,
    object: 'after',
    objectWeights: LOOSE,
    allows: ['past'],
    weigh: (found) => {
      const odds = weigh(found)
      return odds === null || !found.context.reply || found.context.application ? odds : odds - 0.6
    },
  },
  {
    reason: 'interest-taken-with',
    cues: `drawn attracted intrigued torn leaning lean fascinated keen hooked curious tempted excited enthusiastic eyeing
      gravitate passionate thinking considering looking selected picked shortlisted decided fit match suited
      suitable candidate person chosen choose`.split(/\s+/),
    type: 'interest',
    weight: 1,
    pattern: own(
      String.raw`\b(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are|\s+was|\s+feel|\s?'ve\s+been|\s+have\s+been)?(?:\s+(?:\w+ly|very|quite|rather|most|also|still|now|much|so|somewhat|a\s+bit|more)){0,3}\s+(?:drawn\s+(?:to|towards)|attracted\s+(?:by|to)|intrigued\s+by|torn\s+between|lean(?:ing)?\s+towards?(?:\s+(?:proposing|doing|taking))?|gravitat(?:e|ing)\s+towards?|fascinated\s+by|keen\s+on|hooked\s+on|tempted\s+by|excited\s+about|enthusiastic\s+about|passionate\s+about|eyeing|(?:would\s+be\s+|be\s+)?(?:(?:an?|the)\s+)?(?:\w+\s+)?(?:fit|match|suited|suitable|candidate|person)\s+(?:for|to)(?=\s+(?:the|your|this|\")[^.;]{0,80}?\b(?:projects?|ideas?|topics?|tasks?)\b)|chosen(?=\s[^.;]{2,80}\sas\s+my\s)|(?:thinking\s+(?:of|about)|considering|looking\s+(?:at|into)|selected|picked|shortlisted|decided\s+(?:on|for|to\s+(?:go\s+with|choose|pick))|going\s+(?:with|for))(?=\s+(?:the|your|this|these|two|three|both|")[^.;]{0,80}?\b(?:projects?|ideas?|topics?|tasks?)\b))(?=\s)`,
    ),
    object: 'after',
    objectWeights: LOOSE,
    weigh,
  },
  {
    reason: 'interest-my-choice',
    cues: [
      'interest',
      'interests',
      'favourite',
      'favorite',
      'preference',
      'pick',
      'choice',
      'project',
      'idea',
      'topic',
      'task',
    ],
    type: 'interest',
    weight: 1,
    pattern:
      /\bmy\s+(?:(?:main|primary|own|research|personal|first|second|top|absolute|clear|current)\s+){0,2}(?:interests?|favou?rites?|preferences?|picks?|choices?)\s+(?:(?:project|idea|topic|task|one)\s+)?(?:is|are|lies?|would\s+be)(?:\s+(?:\w+ly\s+)?in)?(?=\s)|\b(?:projects?|ideas?|topics?|tasks?)\s+(?:(?:that|which)\s+)?I(?:\s?'m|\s?'d|\s?'ve|\s+am|\s+was|\s+have|\s+would)?(?:\s+(?:\w+ly|been|most|also)){0,2}\s+(?:looking\s+(?:into|at)|considering|interested\s+in|eyeing|thinking\s+(?:of|about)|like(?:d)?\s+(?:most|best)|prefer(?:red)?|cho(?:se|osing|sen)|picked|ha(?:d|ve)\s+in\s+mind|mean|(?:like|want|love|wish)\s+to\s+(?:work\s+on|do|take|apply\s+for))\s*(?:(?:is|are|was|would\s+be)(?=\s)|[.:]?$)/i,
    object: 'after',
    objectWeights: { ...LOOSE, none: -1 },
    weigh,
  },
  {
    reason: 'interest-asks-about-project',
    cues: `thanks thank questions question doubts doubt queries writing started start begin contribute proceed know
      discuss mailing reaching`.split(/\s+/),
    type: 'interest',
    weight: 0.6,
    pattern:
      /\b(?:(?:thanks|thank\s+you|questions?|doubts?|queries|know\s+more|writing(?:\s+to\s+\w+)?|mailing|reaching\s+out|discuss)\b[^.;]{0,40}?\s(?:(?:with|in)\s+regards?\s+to|regarding|about|on)|(?:how|where)\s+(?:can|do|should|could|to)\s+(?:I\s+)?(?:get\s+started|start|begin|contribute|proceed)(?:\s+\w+){0,3}?\s+(?:with|on|to|in)|(?:like|want|wanted|love)\s+to\s+discuss)\s+(?=(?:the|your)\s+(?:["'\w/-]+\s+){1,6}?(?:project|idea|topic|task)\b)/i,
    object: 'after',
    allows: ['question', 'past'],
    weigh: (found) => {
      const { context, match } = found
      if (context.review || context.posting || context.faultTopic) return null
      return /^thank/i.test(match[0]) ? 0 : context.reply ? null : context.application ? 0 : -0.8
    },
  },
]
