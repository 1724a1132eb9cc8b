// Releases by hand-over: the author lets somebody else have the work. Offering a helper function, or a patch to
// another tree, is none.
import { isWorkTopic } from '../context.ts'
import type { Detector, Found } from '../detector.ts'
import { ADMITS, around, ROLE } from './voice.ts'

const BUSINESS = /\b(?:tree|branch|route|via|fix|revert|tag|pull\s+request|merge\s+window)\b/i

/** "Take it", "go for it": worth nothing unless he tells of work of his own, and little in a reply about a patch. */
function needsOwnWork(found: Found): number | null {
  if (found.context.posting || BUSINESS.test(found.sentence.text)) return null
  const admits = ADMITS.test(around(found))
  if (/\bwithout|wait\b/i.test(found.match[0])) {
    return found.context.review || isWorkTopic(found.context.message.subject) ? 0 : -2
  }
  return (admits ? 0.4 : -2) + (found.context.review ? -1.6 : 0)
}

/** "Glad to hand it over": his own; "glad if somebody picked that up" may be said of anybody's. */
function handsOver(found: Found): number {
  const { text } = found.sentence
  if (BUSINESS.test(text) || CODE.test(text)) return -2
  if (/up\s+for/i.test(found.match[0])) return ADMITS.test(around(found)) ? -0.6 : -2.4
  return OWNED.test(text.slice(found.match.index, found.match.index + found.match[0].length + 30)) ||
    /\boff\s+(?:my|our)\b/.test(text) ||
    ADMITS.test(around(found))
    ? 0
    : -2.4
}
const OWNED =
  /\b(?:hand(?:ed|ing)?|pass(?:ed|ing)?|gave|given|sent|over|from\s+(?:me|us|here)|lead|(?:some|any)(?:one|body)\s+else|(?:fine|ok|okay)\s+with|let\s+\S+(?:\s+else)?\s+(?:drive|take|run|continue|finish))\b/i
/** What takes over in code. */
const CODE = /\b(?:DMA|consumer|interrupt|core|caller|callback|cpu|buffer|userspace|user space|function)\b/i

/** The rows of this kind; order means nothing. */
export const offerDetectors: readonly Detector[] = [
  {
    reason: 'release-hand-over',
    cues: [
      'let',
      'handed',
      'mind',
      'doing',
      'continuing',
      'finishing',
      'happy',
      'hand',
      'handing',
      'grabs',
      'take',
      'taking',
      'took',
      'pick',
      'picking',
      'picked',
      'pass',
      'passing',
      'adoption',
    ],
    type: 'release',
    weight: 1.8,
    pattern:
      /\b(?:happy|happier|glad|fine|ok|okay|willing|like|love|want|pleased|grateful|delighted|relieved)\s+(?:for\s+(?:you|someone|somebody|anyone|others?)(?:\s+else)?\s+to\s+(?:take|pick|continue|finish)\b(?=[^.;]{0,40}\b(?:it|this|that|them|over|up|work)\b)|with\s+(?:you|someone|somebody|anyone)(?:\s+else)?\s+(?:taking|picking|continuing|finishing|doing|working\s+on)\s+(?:it|this|that|over|up|the\s+(?:work|driver|series|project)\b)|(?:you|someone|somebody|anyone)(?:\s+else)?\s+to\s+take\s+(?:(?:it|this|that)\s+)?over|to\s+let\s+(?:you|someone|somebody|[A-Z]\w+)(?:\s+else)?\s+(?:drive|take|have|do|handle|run|continue|finish)|(?:if|to\s+see)\s+(?:you|someone|somebody|anyone|others?)(?:\s+else|\s+with\s+(?:\S+\s+){0,3}?\S+)?\s+(?:(?:could|can|would|want(?:s|ed)?\s+to|like\s+to)\s+)?(?:take|took|takes|pick|picked|picks|continued?|finish(?:ed)?|carry|carried)\b(?=[^.;]{0,50}\b(?:over|up|off\s+my|off\s+our|from\s+(?:me|here)|further|it|this|on)\b)|for\s+(?:you|him|her|them|[A-Z]\w+)\s+to\s+(?:take\s+(?:over|the\s+lead)|drive\s+this|run\s+with\s+(?:it|this))|to\s+hand\s+over\b|to\s+hand\s+(?:\S+\s+){1,5}?over\s+to|to\s+(?:hand|pass)\s+(?:it|this|that|them|the\s+(?:work|project|series|driver|patch\w*))\s+(?:over|off|on\s+to\s+(?:you|someone|somebody)))\b|\b(?:handing|passing)\s+(?:this|it|the\s+(?:work|project|series|driver|torch|baton))\s+(?:over|on)\s+to\b|\b(?:handed|gave|passed|sent|given)\s+(?:my|our|the|all\s+my)\s+(?:\S+\s+)?(?:notes|code|work|board|hardware|branch)\s+(?:over\s+|on\s+)?to\s+[A-Z]\w+(?=[^.]{0,40}\b(?:continue|finish|take|carry)\w*)|\b(?:handed|passed)\s+(?:(?:my|our|the)\s+(?:\S+\s+)?(?:work|project|series|driver|code|patches)|it|everything)\s+(?:over|on)\s+to\b|\b(?:don't|do\s+not|wouldn't)\s+mind\s+(?:at\s+all\s+)?(?:if\s+)?(?:you|some(?:one|body)|any(?:one|body))(?:\s+else)?\s+(?:(?:tak|pick)\w*\s+(?:it|this|that|them)\s+(?:over|up)|(?:take|takes|taking)\s+over|(?:continu|finish)\w*\s+(?:it|this|that|the))\b|\bup\s+for\s+(?:grabs|adoption)\b/i,
    object: 'thread',
    allows: ['condition', 'past', 'negation'],
    weigh: handsOver,
  },
  {
    reason: 'release-feel-free',
    cues: ['whoever', 'free', 'welcome', 'means', 'ahead', 'wants', 'likes'],
    type: 'release',
    weight: 0.8,
    pattern:
      /\b(?:whoever|anybody|anyone)\s+(?:who\s+)?(?:wants|likes)\s+(?:it|this|to)\s+(?:can|may)\s+(?:have|take)|\b(?:feel\s+free|(?:you(?:'re|\s+are)|(?:any|some)(?:one|body)(?:\s+(?:else|with\s+\S+(?:\s\S+){0,3}))?\s+is|whoever\s[^.;,]{2,50}\sis)\s+(?:more\s+than\s+|very\s+|most\s+)?welcome|please\s+(?:do\s+)?go\s+ahead\s+and|by\s+all\s+means)\s*(?:to\s+|,\s*)?(?:take\s+(?:(?:it|this|that|the\s+\S+|my\s+\S+)\s+)?over|take\s+(?:my|our|the)\s+(?:\S+\s+)?(?:branch|code|work|series|draft|patches)|pick\s+(?:it|this|that|them|up(?=\s+\S*\d)|up\s+(?:where\s+I|the\s+(?:work|project|driver)))(?:\s+up)?\b(?!\s+(?:up\s+)?(?:there|via|through|in))|take\s+(?:it|this)\s+from\s+(?:me|here)|continue\s+(?:(?:with\s+|on\s+)?(?:it\b|my\s+\S+|(?:this|the)\s+(?:work|driver|port|project|series))|from\s+(?:my|here|there|where)|where\s+I)|finish\s+(?:it|this|the\s+(?:work|driver|port))|nominate\s+yourself|adopt|send\s+your\s+own|start\s+(?:from\s+scratch|over|anew)|beat\s+me\s+to\s+it|use\s+my\s+(?:\S+\s+)?(?:code|branch|patches)|carry\s+(?:it|this|on))/i,
    object: 'thread',
    allows: ['condition', 'other-version'],
    weigh: (found) =>
      BUSINESS.test(found.sentence.text) && !/\bmy\b/.test(found.sentence.text)
        ? -1.4
        : /\b(?:I|my|we|our)\b/.test(around(found))
          ? 0.2
          : -0.8,
  },
  {
    reason: 'release-yours',
    cues: ['guest', 'yours', 'free', 'ahead', 'take', 'grab', 'adopt', 'go'],
    type: 'release',
    weight: 1,
    pattern:
      /(?:^|[,;:!.]\s|\b(?:then|so|please|sure|just|but|yes)\s)(?:(?:please|just|do|so|then|sure|do\s+please|you\s+can|you\s+may)\s*,?\s+){0,2}(?:go\s+for\s+it|be\s+my\s+guest|(?:you\s+(?:can|may)\s+)have\s+(?:it|this|that|this\s+one|that\s+one)|take\s+it(?:\s+(?:over|from\s+here))?|have\s+it|grab\s+it|adopt\s+it|go\s+ahead\s+(?:and\s+take(?:\s+(?:it|this|over|that))*|with\s+(?:it|yours))|go\s+on\s+without\s+me|(?:don't|do\s+not)\s+wait\s+for\s+(?:me|us))\b(?=\s*(?:[.,;!:-]|$|if\b|please|over\b|from\b|and\b))|\b(?:it|this|that|the\s+\S+(?:\s\S+)?|they|these)(?:'s|'re|\s+is|\s+are)\s+(?:all\s+|now\s+)?(?:yours\b(?!\s+(?:truly|sincerely))|(?:now\s+)?free\s+(?:again|for\s+(?:any|some|who)\w+|to\s+(?:be\s+)?taken?)\b)/i,
    object: 'thread',
    allows: ['condition', 'negation', 'other-version'],
    weigh: needsOwnWork,
  },
  {
    reason: 'release-best-if-other-takes-over',
    cues: ['over', 'continue', 'pick', 'picking', 'picked'],
    type: 'release',
    weight: 1.3,
    pattern:
      /\b(?:best|better|good|great|fine|ok|okay|agree|appreciate)\b[^.;]{0,40}\b(?:if|that|for)\s+(?:[A-Z]\p{Ll}+|you|she|he|they|someone\s+else)\s+(?:could\s+|can\s+|would\s+|to\s+)?(?:takes?\s+(?:it\s+|this\s+)?over|continue[sd]?\s+(?:with\s+)?(?:this|it|the\s+(?:work|development))|picks?\s+(?:it|this)\s+up)/u,
    object: 'thread',
    allows: ['condition'],
    weigh: (found) => (found.context.reply ? 0 : -1),
  },
  {
    reason: 'release-thanks-for-taking',
    cues: ['thank'],
    type: 'release',
    weight: -0.2,
    pattern:
      /\bthank(?:s|\s+you)\b[^.;]{0,20}\bfor\s+(?:taking\s+(?:care\s+of|over|up|on)|picking\s+up|resurrecting|reviving|carrying\s+on|continuing)(?=\s+(?:this|it|these|the\s+(?:work|driver|series|project)|my\s+(?:work|old|series|patch|driver))\b)/i,
    object: 'thread',
    weigh: (found) =>
      /\b(?:my|unfinished|time|originally|I\s+(?:had|did|never|started|posted|sent|wrote))\b/i.test(
        around(found),
      )
        ? 0.9
        : -1.2,
  },
  {
    reason: 'release-needs-new-owner',
    cues: [
      'anybody',
      'anyone',
      'nobody',
      'owner',
      'home',
      'champion',
      'volunteer',
      'someone',
      'somebody',
      'adopter',
    ],
    type: 'release',
    weight: 0.6,
    pattern: new RegExp(
      [
        String.raw`\b(?:I|we)\s+(?:no\s+longer\s+have|do(?:n't|\s+not)\s+have)\s+(?:any(?:one|body)|some(?:one|body))\s+(?:left\s+)?(?:working|to\s+work)\s+on\b`,
        String.raw`\b(?:nobody|no\s+one)\s+(?:is\s+)?(?:left\s+|here\s+|on\s+our\s+side\s+|in\s+our\s+(?:team|group|company)\s+)+(?:left\s+|here\s+)?(?:to|who\s+(?:can|could))\s+(?:carry|continue|work\s+on|finish|take\s+care\s+of|look\s+after)\b`,
        String.raw`\b(?:needs?|finds?|looking\s+for|look\s+for|wants?)\s+(?:an?|another|some)\s+(?:new\s+|other\s+)?(?:owner|home|champion|volunteer|adopter)\b`,
        String.raw`\b(?:looking|look)\s+for\s+(?:some(?:one|body)|any(?:one|body)|a\s+volunteer|volunteers)(?:\s+else)?\s+(?:to|who\s+(?:wants|would\s+like|could|can)(?:\s+to)?|(?:willing|able|interested)\s+(?:to|in))\s+(?:tak(?:e|ing)\s+(?:\S+\s+){0,3}over|continu|finish|pick|carry|adopt|complet)\w*`,
        String.raw`\blet\s+(?:me|us)\s+know\s+if\s+(?:you|any(?:one|body)|some(?:one|body))(?:\s+else)?(?:\s+(?:would|is|are|wants?|like|interested|willing|to|in|\w*'d)){1,4}\s+(?:tak|pick|finish|continu|adopt)\w*\s+(?:(?:this|it|that|the\s+\w+|over|up|on)\b\s*){1,3}`,
        String.raw`\b(?:would|could|is|are)\s+(?:any(?:one|body)|some(?:one|body))(?:\s+else)?\s+(?:be\s+)?(?:willing|interested|like|up|happy|want)\s+(?:to|in|for)\s+(?:tak|pick|finish|continu|carry|adopt)\w*\s+(?:this|it|that|over|on|up)\b[^.;?]{0,20}\bfrom\s+(?:me|us)\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['condition', 'negation', 'question'],
    weigh: ({ context, sentence, match }) =>
      context.posting ||
      ROLE.test(sentence.text) ||
      /\b(?:maintain\w*|minutes|notes|host\w*|organi[sz]e\w*|moderat\w*|review\w*|test(?:ing)?)\b/i.test(
        sentence.text,
      )
        ? null
        : context.review && !/\bfrom\s+(?:me|us)\b/i.test(match[0])
          ? -1.2
          : 0,
  },
]
