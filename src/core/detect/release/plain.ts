// Releases in plain words, outside patches' and faults' threads: the work goes back ("unassign me", "off my list"), or what
// keeps the author and what others may do add up. A role, a seat or an afternoon given up is none.
import { type Clues, cluesIn } from '../clues.ts'
import type { Detector, Found } from '../detector.ts'
import { plainReply } from '../plain-reply.ts'
import { SELF } from '../voice.ts'
import { ADMITS, SELF_HAS, WILL_NOT } from './voice.ts'

/** What is given away on a list and is no work, and what is only put off. */
const NO_WORK =
  /\b(?:maintainer\w*|maintainership|moderat\w*|role|chair\w*|committee|minutes|host(?:ing)?|session|slot|seat|room|talk|unsubscrib\w*|subscri\w+|cc|holiday|vacation|today|tonight|tomorrow|this\s+(?:week|evening|afternoon|weekend|discussion|thread|argument|debate)|until|server|password|account|lock|pointer|buffer|memory|queue|cpu|irq|callback|register)\b/i

const ofWork = (found: Found): number | null => (NO_WORK.test(found.sentence.text) ? null : plainReply(found))

/** A piece of work as a thing: "it", "the SDIO half", "my port". */
const WORK = String.raw`(?:it|this|that|them|everything|(?:the|my|our|this|that|your|these)\s+(?:[\w"'/-]+\s+){0,4}?(?:work|projects?|tasks?|drivers?|port|porting|items?|entry|topic|features?|implementation|rewrite|rework|conversion|migration|support|code|series|idea|half|rest|remainder|parts?|parser|tool|thing|stuff|backend|frontend|branch|effort|ticket|assignment|packages?|bits))`
/** What one does with work that somebody else had. */
const TAKE = String.raw`(?:take|takes|taking|took|pick|picks|picking|grab|grabs|grabbing|have|adopt|adopts|continue|continues|continuing|finish|finishes|finishing|inherit|inherits|claim|carry|carries|drive|complete|completes|do|does|run\s+with|use|resume|own|steal)`
const OTHERS = String.raw`(?:[Yy]ou|[Ww]hoever|(?:[Ss]ome|[Aa]ny)\s?(?:one|body)(?:\s+else)?|[Oo]thers|another\s+\w+|the\s+next\s+\w+|a\s+colleague|my\s+colleague|(?!(?:I|We|It|This|That|They|He|She|What|If|Which|The|There)\b)[A-Z][a-z]+)`

/** What adds up to a release: he cannot or does not want to; he stopped; others may. */
const CLUES: Clues<'cause' | 'stops' | 'offers'> = {
  cause:
    /\b(?:(?:no|not|lack(?:ing)?|without|little|zero|don't|can't|cannot|never)\s+(?:[\w'-]+\s+){0,4}?(?:time|hours|bandwidth|energy|motivation|capacity|cycles|hardware|board|access|funding|budget|interest|resources|people)|(?:new|changed|another|different|day|demanding)\s+jobs?|(?:funding|money|grant|contract|budget|time)\s+(?:has\s+|have\s+)?(?:ran|run)\s+out|(?:lost|run\s+out\s+of|ran\s+out\s+of)\s+(?:[\w']+\s+){0,2}(?:interest|steam|motivation|time|energy|access|funding)|swamped|overloaded|overcommitted|overworked|snowed\s+under|too\s+busy|so\s+busy|plate\s+is\s+full|thesis|exams|newborn|parental|burn(?:ed|t)?[\s-]?out|health|illness|sick|(?:sold|returned|fried|bricked|broke)\s+(?:my|the)|dead\s+end|real\s+life|priorities|left\s+the\s+(?:company|team|project)|moved\s+on|got\s+stuck|over\s+my\s+head|other\s+(?:things|commitments|obligations|projects|plans))\b/i,
  stops:
    /\b(?:gave\s+up|given\s+up|giving\s+up|stopp(?:ed|ing)|abandon\w*|quit|withdr[ae]w\w*|shelved|parked|dropp?(?:ed|ing)\s|step(?:ping|ped)?\s+(?:back|down|aside)|bow(?:ing|ed)?\s+out|back(?:ing|ed)?\s+out|pull(?:ing|ed)?\s+out|(?:am|I'm|we're)\s+out|(?:won't|will\s+not|can't|cannot|couldn't|never|not\s+going\s+to|no\s+longer|unable\s+to|not\s+able\s+to|haven't|didn't)\s+(?:\w+\s+){0,3}?(?:finish|complete|continue|do|start|started|touch|touched|work|working|get|got|pursue|carry|deliver|commit|manage|keep|go\s+on))\b/i,
  offers: new RegExp(
    String.raw`\b${OTHERS}\b(?:\s+(?:who|that)\b[^.;]{2,40}?)?,?\s+(?:(?:can|could|may|might|should|shall|will|would|must|is|are|has|have|needs?|to|please|welcome|free|happily|gladly|like|likes|love|wants?|wanting|willing|interested|be)\s+){0,5}${TAKE}\b(?=\s+(?:${WORK}|over|up|on)\b)|\b[Pp]lease\s+(?:do|take|go\s+ahead|step\s+(?:in|up)|reassign|give|find|feel\s+free)\b|\b(?:[Ff]eel\s+free|welcome)\s+to\s+${TAKE}\b|\bup\s+for\s+(?:grabs|adoption)\b|\b(?:free|available|open|unclaimed)\s+(?:again|for\s+(?:others|any\w+|some\w+|whoever))\b|\b(?:it|this|that)(?:'s|\s+is)\s+(?:all\s+|now\s+)?(?:yours|free|available)\b|\b(?:marked?|list(?:ed)?)\s+(?:as\s+)?(?:free|available|open|unclaimed|orphaned)\b`,
  ),
}

/** Two clues in a sentence, one of them an offer or an end; two causes are an excuse. */
function addsUp(found: Found): number | null {
  const text = found.sentence.text
  if (!/\b(?:I|my|me|we|our|us)\b/i.test(text)) return null
  if (
    /\b(?:you|they|he|she)\s+(?:have\s+|had\s+|has\s+)?(?:stopped|gave\s+up|abandon\w*|dropped)\b/i.test(text)
  )
    return null
  if (/\bt(?:ook|ak\w+)\b[^.;]{0,30}\bout\b/i.test(text)) return null
  const clues = cluesIn(CLUES, text)
  if (!clues.has('offers') || (clues.size < 2 && !ADMITS.test(text))) return null
  return ofWork(found)
}

/** The rows of this kind; order means nothing. */
export const plainReleases: readonly Detector[] = [
  {
    reason: 'release-assigned-no-more',
    cues: [
      'assign',
      'unassign',
      'reassign',
      'deassign',
      'assigned',
      'hereby',
      'name',
      'withdraw',
      'withdrawn',
      'claim',
    ],
    type: 'release',
    weight: 0.8,
    pattern: new RegExp(
      [
        String.raw`\b(?:de|un)-?assign(?:ing|ed)?\s+(?:myself|me\b|from\s+me|${WORK})`,
        String.raw`\bre-?assign\s+${WORK}`,
        String.raw`\b(?:take|strike|remove|delete|drop|cross|scratch)\s+(?:my|our)\s+(?:name|entry|claim|assignment)\s+(?:off|from|out)\b(?=[^.;]{0,40}\b(?:wiki|page|list|table|task|project|item|entry|ticket|it|that|this)\b)`,
        String.raw`\b(?:I|we)\s+(?:do\s+)?hereby\s+(?:release|orphan|return|drop|abandon|withdraw|give\s+up|free|relinquish|hand\s+over)\s+(?:from\s+)?${WORK}`,
        String.raw`\b(?:I|we)(?:'m|'ve|'d|\s+have|\s+had\s+to|\s+must|\s+need\s+to|\s+want\s+to|\s+am)?\s+(?:hereby\s+)?withdr(?:aw|awn|ew|awing)\s+(?:from\s+(?:the|this|my)\s+(?:\S+\s+)?(?:program\w*|project|internship|task|gsoc|outreachy)|(?:my|our)\s+(?:claim|application|offer|promise))\b`,
        String.raw`\b(?:no\s+longer|not)\s+(?:be\s+|stay\s+|remain\s+)?(?:assigned\s+to|under)\s+(?:me|my\s+name)\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['negation', 'past', 'condition'],
    weigh: ofWork,
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
    reason: 'release-gives-it-up',
    cues: [
      'drop',
      'dropping',
      'abandon',
      'quit',
      'quitting',
      'stepping',
      'step',
      'bow',
      'bowing',
      'pull',
      'pulling',
      'back',
      'release',
      'releasing',
      'orphan',
      'orphaning',
      'park',
      'parking',
      'shelve',
      'relinquish',
      'return',
      'handing',
      'hand',
      'pass',
      'forgo',
      'resign',
      'give',
      'giving',
      'gave',
      'leave',
      'leaving',
      'stop',
      'stopping',
      'stopped',
      'dropped',
    ],
    type: 'release',
    weight: 0.6,
    pattern: new RegExp(
      [
        String.raw`${SELF_HAS}\s+(?:drop|dropping|dropped|abandon|abandoning|abandoned|quit|quitting|releas(?:e|ing)|orphan(?:ing)?|park(?:ing|ed)?|shelv(?:e|ing|ed)|relinquish(?:ing)?|hand(?:ing)?\s+(?:over|off|back)|giv(?:e|ing)\s+(?:up(?:\s+on)?|back|away)|gave\s+(?:up(?:\s+on)?|back|away)|leav(?:e|ing)|stopp?(?:ing|ed)?(?:\s+(?:with|at|work(?:ing)?\s+on))?)\s+${WORK}(?=\s*(?:[.,;!]|$|because|since|as\b|after|for\s+good|due|to\s+(?:others|some\w+|you|any\w+)|in\s+favou?r|and\b|when\b|so\b|over\b|back\b|behind\b|long\s+ago))`,
        String.raw`${SELF_HAS}\s+(?:stepp?(?:ing|ed)?|bow(?:ing|ed)?|pull(?:ing|ed)?|back(?:ing|ed)?|dropp?(?:ing|ed)?|opt(?:ing|ed)?)\s+(?:down|out|aside|back)\b(?=\s*(?:[.,;!]|$|of\s+${WORK}|from\s+${WORK}|because|since|due|and\b|so\b|here))`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['past', 'condition'],
    weigh: (found) =>
      /\b(?:patch(?:es)?|check|test|tag|line|hunk|comment|word|argument|version|as\s+is|alone|up\s+to\s+you)\b/i.test(
        found.sentence.text,
      )
        ? null
        : ofWork(found),
  },
  {
    reason: 'release-will-not-do-it',
    cues: [
      'participate',
      'doing',
      'writing',
      'finish',
      'finishing',
      'started',
      'wait',
      'count',
      'rely',
      'expect',
      'commit',
      'deliver',
      'promised',
      'person',
      'one',
      'implementing',
      'complete',
    ],
    type: 'release',
    weight: 0.6,
    pattern: new RegExp(
      [
        String.raw`${SELF}\s*(?:(?:\w+ly|after\s+all|in\s+the\s+end|therefore)\s+)?(?:${WILL_NOT}|'m\s+not|'re\s+not)\s+(?:be\s+)?(?:(?:able\s+to|the\s+(?:one|person)\s+(?:to|who))\s+)*(?:(?:participat(?:e|ing)|tak(?:e|ing)\s+part)\b|(?:do|write|finish(?:ing)?|implement|polish|deliver(?:ing)?|complet(?:e|ing)|upstream|commit(?:ting)?\s+to)\s+${WORK}\b(?=\s*(?:[.,;!]|$|any\s?more|after\s+all|in\s+the\s+end|for\s+(?:now|the\s+foreseeable)|alone|as\s+|because|since|and|so|this\s+(?:year|summer))))`,
        // "I'm not doing the port" alone only says whose it is not.
        String.raw`${SELF}\s*(?:'m|'re|\s+am|\s+are)\s+not\s+(?:doing|writing|implementing|polishing|upstreaming)\s+${WORK}\b(?=\s*(?:any\s?more|after\s+all|in\s+the\s+end|for\s+the\s+foreseeable))`,
        String.raw`\b(?:haven't|have\s+not|never|didn't)\s+(?:even\s+|really\s+|actually\s+)?(?:start|began|begun|touch|beg[ia]n)(?:ed)?\b[^.;]{0,40}\band\s+(?:I\s+|we\s+)?(?:won't|will\s+not|never\s+will|don't\s+(?:plan|intend)|am\s+not\s+going)\b`,
        String.raw`\b(?:don't|do\s+not)\s+(?:wait\s+for|count\s+on|rely\s+on|expect\s+(?:\w+\s+){1,3}from)\s+(?:me|us)\b`,
        String.raw`\bthere\s+(?:won't|will\s+not|will\s+never)\s+be\s+(?:a|any|another)\s+(?:\w+\s+){1,3}from\s+(?:me|us|my|our)\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['negation', 'condition', 'past', 'other-version'],
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
    pattern: CLUES.offers,
    object: 'thread',
    allows: ['negation', 'condition', 'past', 'question', 'other-version'],
    weigh: addsUp,
  },
  {
    reason: 'release-come-to-an-end',
    cues: [
      'shelved',
      'cancelled',
      'canned',
      'scrapped',
      'axed',
      'ends',
      'end',
      'ice',
      'motivation',
      'steam',
      'enthusiasm',
      'momentum',
      'swamped',
      'done',
      'out',
      'leaving',
      'moved',
      'unfinished',
    ],
    type: 'release',
    weight: 0.6,
    pattern: new RegExp(
      [
        String.raw`\b(?:the|our|my|this)\s+(?:\S+\s+){0,3}?(?:work|project|effort|port|driver|upstreaming|development|rewrite|conversion)\b(?:\s+(?:of|on|for)\s+[^.;,]{2,40}?)?\s+(?:ends?\s+(?:here|there|with)|(?:has\s+)?(?:come|came|comes)\s+to\s+an\s+end|is\s+on\s+ice|(?:was|is|has\s+been|got)\s+(?:\w+\s+)?(?:shelved|cancelled|canned|scrapped|axed|discontinued|stopped|put\s+on\s+(?:hold|ice)))\b`,
        String.raw`\b(?:I|we)(?:'ve|\s+have|'ll|\s+will)?\s+(?:now\s+)?(?:shelved|parked|scrapped|canned|cancelled|leave|left|mothballed)\s+${WORK}\s+(?:at\s+(?:that|v\d+|this)|internally|for\s+good|unfinished|as\s+it\s+is)\b`,
        String.raw`${SELF}(?:'ve|\s+have)?\s+(?:[^.;]{2,40}\sand\s+)?(?:\w+ly\s+|just\s+)?(?:lost|run\s+out\s+of|ran\s+out\s+of)\s+(?:all\s+|the\s+|any\s+|my\s+)?(?:motivation|drive|steam|energy|enthusiasm|momentum|funding|interest(?=\s*(?:[.,;!]|$)))`,
        String.raw`\b(?:I'm|we're|I\s+am|we\s+are)\s+(?:\w+\s+)?(?:out\s+of\s+(?:this\s+(?:one|project|task|effort)|the\s+(?:race|game|running|project))|off\s+to\s+other\s+\w+|leaving\s+(?:the|this)\s+(?:field|project|effort)|dropping\s+out)\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['past', 'negation'],
    weigh: ofWork,
  },
]
