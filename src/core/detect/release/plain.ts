// Releases in plain words, outside patches' and faults' threads: the work goes back ("unassign me", "off my list"), or what
// keeps the author and what others may do add up. A role, a seat or an afternoon given up is none.
import type { Detector, Found } from '../detector.ts'
import { plainReply } from '../plain-reply.ts'
import { ADMITS, NO_WORK, WORK } from './voice.ts'

const ofWork = (found: Found): number | null => (NO_WORK.test(found.sentence.text) ? null : plainReply(found))

/** What one does with work that somebody else had. */
const TAKE = String.raw`(?:take|takes|taking|took|pick|picks|picking|grab|grabs|grabbing|have|adopt|adopts|continue|continues|continuing|finish|finishes|finishing|inherit|inherits|claim|carry|carries|drive|complete|completes|do|does|run\s+with|use|resume|own|steal)`
const OTHERS = String.raw`(?:[Yy]ou|[Ww]hoever|(?:[Ss]ome|[Aa]ny)\s?(?:one|body)(?:\s+else)?|[Oo]thers|another\s+\w+|the\s+next\s+\w+|a\s+colleague|my\s+colleague|(?!(?:I|We|It|This|That|They|He|She|What|If|Which|The|There)\b)[A-Z][a-z]+)`

/** What keeps him. */
const CAUSE =
  /\b(?:(?:no|not|lack(?:ing)?|without|little|zero|don't|can't|cannot|never)\s+(?:[\w'-]+\s+){0,4}?(?:time|hours|bandwidth|energy|motivation|capacity|cycles|hardware|board|access|funding|budget|interest|resources|people)|(?:new|changed|another|different|day|demanding)\s+jobs?|(?:funding|money|grant|contract|budget|time)\s+(?:has\s+|have\s+)?(?:ran|run)\s+out|(?:lost|run\s+out\s+of|ran\s+out\s+of)\s+(?:[\w']+\s+){0,2}(?:interest|steam|motivation|time|energy|access|funding)|swamped|overloaded|overcommitted|overworked|snowed\s+under|too\s+busy|so\s+busy|plate\s+is\s+full|thesis|exams|newborn|parental|burn(?:ed|t)?[\s-]?out|health|illness|sick|(?:sold|returned|fried|bricked|broke)\s+(?:my|the)|dead\s+end|real\s+life|priorities|left\s+the\s+(?:company|team|project)|moved\s+on|got\s+stuck|over\s+my\s+head|other\s+(?:things|commitments|obligations|projects|plans))\b/i
/** What he no longer does. */
const STOPS =
  /\b(?:gave\s+up|given\s+up|giving\s+up|stopp(?:ed|ing)|abandon\w*|quit|withdr[ae]w\w*|shelved|parked|dropp?(?:ed|ing)\s|step(?:ping|ped)?\s+(?:back|down|aside)|bow(?:ing|ed)?\s+out|back(?:ing|ed)?\s+out|pull(?:ing|ed)?\s+out|(?:am|I'm|we're)\s+out|(?:won't|will\s+not|can't|cannot|couldn't|never|not\s+going\s+to|no\s+longer|unable\s+to|not\s+able\s+to|haven't|didn't)\s+(?:\w+\s+){0,3}?(?:finish|complete|continue|do|start|started|touch|touched|work|working|get|got|pursue|carry|deliver|commit|manage|keep|go\s+on))\b/i
/** Others may have it. */
const OFFERED = new RegExp(
  String.raw`\b${OTHERS}\b(?:\s+(?:who|that)\b[^.;]{2,40}?)?,?\s+(?:(?:can|could|may|might|should|shall|will|would|must|is|are|has|have|needs?|to|please|welcome|free|happily|gladly|like|likes|love|wants?|wanting|willing|interested|be)\s+){0,5}${TAKE}\b(?=\s+(?:${WORK}|over|up|on)\b)|\b[Pp]lease\s+(?:do|take|go\s+ahead|step\s+(?:in|up)|reassign|give|find|feel\s+free)\b|\b(?:[Ff]eel\s+free|welcome)\s+to\s+${TAKE}\b(?=\s+(?:${WORK}|over|up|on|from|with)\b)|\bup\s+for\s+(?:grabs|adoption)\b|\b(?:free|available|open|unclaimed)\s+(?:again|for\s+(?:others|any\w+|some\w+|whoever))\b|\b(?:it|this|that)(?:'s|\s+is)\s+(?:all\s+|now\s+)?(?:yours|free|available)\b|\b(?:marked?|list(?:ed)?)\s+(?:as\s+)?(?:free|available|open|unclaimed|orphaned)\b`,
)

/** An offer, and in the same sentence what keeps him or that he stopped. */
function addsUp(found: Found): number | null {
  const text = found.sentence.text
  if (!/\b(?:I|my|me|we|our|us)\b/i.test(text)) return null
  if (
    /\b(?:you|they|he|she)\s+(?:have\s+|had\s+|has\s+)?(?:stopped|gave\s+up|abandon\w*|dropped)\b/i.test(text)
  )
    return null
  if (/\bt(?:ook|ak\w+)\b[^.;]{0,30}\bout\b/i.test(text)) return null
  return CAUSE.test(text) || STOPS.test(text) || ADMITS.test(text) ? ofWork(found) : null
}

/** The rows of this kind; order means nothing. */
export const plainReleases: readonly Detector[] = [
  {
    reason: 'release-unassign-me',
    cues: [
      'unassign',
      'reassign',
      'deassign',
      'assign',
      'assigned',
      'hereby',
      'name',
      'withdraw',
      'withdrawn',
      'claim',
      'remove',
      'strike',
      'count',
      'orphan',
      'consider',
      'dropping',
    ],
    type: 'release',
    weight: 0.9,
    pattern: new RegExp(
      [
        String.raw`\b(?:de|un)-?assign(?:ing|ed)?\s+(?:myself|me\b|from\s+me|${WORK})`,
        String.raw`\bre-?assign\s+${WORK}`,
        String.raw`\b(?:give|assign)\s+(?:it|this|that|the\s+\S+(?:\s+\S+)?|my\s+\S+(?:\s+\S+)?)\s+to\s+(?:some(?:one|body)\s+else|[A-Z]\w+)\b(?=[^.]{0,40}\b(?:I|me|my)\b)`,
        String.raw`\b(?:off|from)\s+my\s+list\b`,
        String.raw`\b(?:take|strike|remove|delete|drop|cross|scratch)\s+(?:me|(?:my|our)\s+(?:name|entry|claim|assignment))\s+(?:off|from|out)\b(?=[^.;]{0,40}\b(?:wiki|page|list|table|task|project|item|entry|ticket|it|that|this)\b)`,
        String.raw`\b(?:consider|regard)\s+(?:my\s+claim|it|(?:this|that|the|my)(?:\s+\w+){0,3}?)\s+(?:(?:on|to|for)\s+[^.;]{2,40}\s+)?(?:as\s+)?(?:dropped|released|withdrawn|free|abandoned|orphaned|dead|up\s+for\s+grabs)\b`,
        String.raw`\b(?:I|we)\s+(?:do\s+)?hereby\s+(?:release|orphan|return|drop|abandon|withdraw|give\s+up|free|relinquish|hand\s+over)\s+(?:from\s+)?${WORK}`,
        String.raw`\b(?:drop|release|withdraw(?:n|ing)?|withdrew|give\s+up)\s+(?:(?:my|our)\s+(?:claim|application|offer|promise)|from\s+(?:the|this|my)\s+(?:\S+\s+)?(?:program\w*|project|internship|task|gsoc|outreachy))\b`,
        String.raw`\b(?:no\s+longer|not)\s+(?:be\s+|stay\s+|remain\s+)?(?:assigned\s+to|under)\s+(?:me|my\s+name)\b`,
        String.raw`\bcount\s+me\s+out\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['negation', 'past', 'condition'],
    weigh: (found) =>
      NO_WORK.test(found.sentence.text)
        ? null
        : found.context.review
          ? /^(?:consider|regard)/i.test(found.match[0])
            ? -0.6
            : -1.6
          : 0,
  },
  {
    reason: 'release-goes-back',
    cues: [
      'yours',
      'pool',
      'handing',
      'handed',
      'passing',
      'mine',
      'longer',
      'plate',
      'agenda',
      'desk',
      'radar',
      'inherits',
      'takes',
      'carries',
      'continues',
      'available',
      'orphaned',
      'unclaimed',
      'adopt',
    ],
    type: 'release',
    weight: 0.7,
    pattern: new RegExp(
      [
        String.raw`^(?:[A-Z]\w+\s*[,:]\s*|(?:[Oo]kay|[Oo]k|[Ss]ure|[Ff]ine|[Rr]ight|[Yy]es|[Nn]o|[Pp]lease|[Ss]orry)\s*[,.]\s*)*(?:${WORK}(?:'s|\s+is|\s+are)\s+)?[Aa]ll\s+yours\b`,
        String.raw`\b(?:it|that|this|the\s+(?:\S+\s+)?(?:project|task|driver|port|work|item|topic))(?:'s|\s+is)\s+(?:now\s+|all\s+)?yours(?=\s*(?:[.,;!]|$|now\b|if\b|from\b))`,
        String.raw`\b(?:giv|put|return|hand|throw)(?:e|ing|ed|en|s)?\s+(?:[^.;]{1,50}\s)?back\s+(?:to|into|in|on)\s+(?:the\s+(?:pool|list|market|community|queue\s+of)|others)\b`,
        String.raw`\b(?:handing|handed|passing|passed|signing)\s+${WORK}\s*(?:off|over|on|along)?\s*to\s+(?:[A-Z]\w+|you|the\s+next|some(?:one|body)|a\s+colleague|my\s+\w+)\b`,
        String.raw`\b${OTHERS}\s+(?:will\s+|has\s+agreed\s+to\s+|is\s+going\s+to\s+|offered\s+to\s+|now\s+)?(?:takes?|carr(?:y|ies)|continues?|inherits?)\s+(?:(?:over|on|${WORK})\s+){0,3}from\s+(?:here|me|us|there)\b`,
        String.raw`\b(?:no\s+longer|not)\s+(?:mine\s+(?:any\s?more|to\s+\w+|now)|(?:on|in)\s+(?:my|our)\s+(?:plate|(?:to-?do\s+)?list|agenda|radar|desk|roadmap|plans)\s+(?:any\s?more|either|now|for))|\bno\s+longer\s+(?:mine|(?:on|in)\s+(?:my|our)\s+(?:plate|(?:to-?do\s+)?list|agenda|radar|desk|roadmap|plans))\b`,
        String.raw`\b(?:was|were|used\s+to\s+be)\s+mine\b[^.;]{0,12}\b(?:once|until|but)\b`,
        String.raw`\b(?:my|our)\s+(?:old\s+|former\s+)?(?:project|task|item|entry|topic|port|driver)\s+(?:is|can\s+be|should\s+be|may\s+be|becomes)\s+(?:now\s+|again\s+|therefore\s+)*(?:marked\s+(?:as\s+)?)?(?:available|unclaimed|unassigned|orphaned|reassigned|given\s+to|open\s+(?:for|to|again)|free\s+(?:for|again))`,
      ].join('|'),
    ),
    object: 'thread',
    allows: ['negation', 'past', 'condition'],
    weigh: ofWork,
  },
  {
    reason: 'release-others-may',
    cues: [
      'whoever',
      'someone',
      'somebody',
      'anyone',
      'anybody',
      'welcome',
      'yours',
      'free',
      'available',
      'unclaimed',
      'please',
      'others',
      'adopt',
      'swamped',
      'overloaded',
      'thesis',
      'motivation',
      'finish',
      'reassign',
    ],
    type: 'release',
    weight: 0.6,
    pattern: OFFERED,
    object: 'thread',
    allows: ['negation', 'condition', 'past', 'question', 'other-version'],
    weigh: addsUp,
  },
]
