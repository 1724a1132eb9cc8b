// The cheap look before the dear one: text without any of these cues says nothing a detector knows.
// In: a mail's own text, or one sentence. Out: whether it is worth splitting, or matching. Refuses nothing.

/** The author speaks of himself … */
const FIRST_PERSON = /\b(?:I|we|me|my|our|myself)\b/i

/** … and of work. */
const WORK =
  /\bwork(?:ing)?\s+(?:on|towards|for|under|with|at)\b|develop|implement|\bwrit|\bport(?:ing|ed)?\b|\bbuild|\bcreat|design|re-?writ|rework|refactor|convert|upstream|mainlin|packag|hacking|prototyp|bring|putting|start|\bbeg[iau]n|tackl|\btak(?:e|ing|en)\b|\btook\b|pick|\bplan|intend|interest|\bwant|like\s+to|love\s+to|\bkeen|eager|excited|happy|hop(?:e|ing)\s+to|willing|thinking\s+(?:of|about)|consider|contemplat|\bappl(?:y|ied)|proposal|accepted|selected|decided|volunteer|\btry|trying\s+to|\baim|\bgoal|\bproject|finish|complet|progress|managed|ported|half-|cleaning|setting|moving|migrat|extend|enabl|support|next\s+on|queued|resurrect|reviv|continu|adding|preparing|making|\bsend\b|\bpost\b|submit|stopped|gave\s+up|stepping|withdraw|aside|assigned|charge\s+of|responsible|look\s+(?:at|into)|looking\s+(?:at|into)|given\s+up|abandon|no\s+longer|time\s+to|radar|moved\s+on|ended\s+up|guide|how\s+to\s+start/i

/** Statements without "I": questions, hand-overs, others' work, what is in, what is not wanted, ideas. */
const OTHER =
  /\b(?:any|some)\s?(?:one|body)\b|\bany\s+(?:news|updates?|progress|plans?|effort|work|ongoing|intention)|\b(?:status|state|plan)\s+(?:of|for|on|with)\b|\b(?:do|did|are|were|will|have|would|should|shall|can|could|may)\s+(?:you|we|I)\b[^.?]{0,60}\?|\bare\s+you\s+(?:still|currently)|\byou\s+(?:done|have\s+done)|mind\s+if\b|\bavailable\b|\btaken\b|up\s+for\s+grabs|\bWIP\b|work[- ]in[- ]progress|being\s+(?:worked|developed|implemented|ported)|under\s+(?:active\s+)?development|in\s+the\s+works|\bpoint\s+(?:to|in|for)\b|would\s+(?:sending|creating|submitting|adding|writing|working)|(?:whether|if)\s+they\s+plan|feel\s+free|welcome\s+to|by\s+all\s+means|\bhand(?:ing)?\s+(?:it|this|that|them|the)|for\s+(?:taking|picking|resurrecting|reviving|carrying|continuing)|\btak(?:es|ing)\s+over|takes?\s+(?:it|this)\s+over|could\s+continue|(?:currently|now|started|been|also|busy|while)\s+(?:to\s+)?working\s+on|(?:implementing|porting)\b|(?:is|are|was|been)\s+(?:\w+\s+)?(?:working\s+on|developing|taking\s+over)|volunteered|agreed\s+to|offered\s+to|\bwill\s+(?:work|take\s+over|implement|continue|port|pick)|already\s+an?\s+(?:v\d|series|patch|driver|submission|work)|\b(?:applied|pushed|merged|queued|committed|grabbed|landed|upstreamed|mainlined)\b|went\s+in|to\s+see\s+th|this\s+(?:already\s+)?done|recommend|advise|encourage|\bscope\b|too\s+(?:big|large|small|difficult|hard|complex|ambitious|little|easy)|suitable|postpone|better\s+to|not\s+be\s+|n't\s+be\s+|belong|n't\s+worth|\bwould\s+(?:be|make)\s+an?\b|target\s+for|interested\b|\binterest\s+in|interests?\s+me|\bnobody\s+else|\bno\s?one\s+else|\bwho(?:'s|\s+is)\s|assigned\s+to|no\s+longer|students?\b|\b(?:talk|speak|coordinate|contact|check)\s+(?:to|with)\b|taking\s+care\s+of|still\s+open|(?:blog\s?post|report|update)\b|series\s+(?:is|are)|^v\d+\s/i

/** True when the author may speak of work of his own. */
export function maySpeakOfOwnWork(text: string): boolean {
  return FIRST_PERSON.test(text) && WORK.test(text)
}

/** True when text may hold a statement that needs no "I". */
export function maySayOtherwise(text: string): boolean {
  return OTHER.test(text)
}
