// Releases: the author gives his work up or hands it over. Leaving a maintainer's role, or one posting, is none.
import type { Detector, Found } from './detector.ts'

const lowerInReview = (found: Found): number => (found.context.review ? -0.3 : 0)

/** The work is offered to others in the same breath. */
const OFFERS =
  /\b(?:tak(?:e|ing)\s+(?:(?:it|this|that|them|the\s+\w+)\s+)?over|may\s+take|pick(?:ing)?\s+(?:(?:it|this|that|them)\s+)?up|hand\s|feel\s+free|(?:some|any)(?:one|body)\s+(?:else|is\s+welcome)|(?:is|are|it's)\s+(?:\w+\s+)?free\b|nominate|yours)\b/i

/** The rows of this kind; order means nothing. */
export const releaseDetectors: readonly Detector[] = [
  {
    reason: 'release-stopped-working',
    cues: ['stopped', 'given', 'gave', 'abandoned', 'dropped', 'shelved', 'parked'],
    type: 'release',
    weight: 1.8,
    pattern:
      /\b(?:I|we)(?:\s+[^.;]{2,80}\s+and)?(?:\s?'ve|\s+have)?(?:\s+(?:since|already|long|actually|then|finally|eventually))?\s+(?:stopped\s+working\s+on|given\s+up\s+(?:on)?|gave\s+up\s+(?:on(?:\s+working\s+on)?|working\s+on|(?=(?:this|the|my)\s))|abandoned|shelved|parked|dropped\s+the\s+ball\s+on)(?=\s)/i,
    object: 'after',
    objectWeights: { pronoun: 0.2, unknown: -0.8, review: -2, none: -1, identifier: -2.2 },
    allows: ['negation', 'past'],
    weigh: (found) =>
      found.object.phrase === 'it' && !OFFERS.test(`${found.sentence.text} ${found.next}`)
        ? -2.4
        : lowerInReview(found),
  },
  {
    reason: 'release-stepping-back',
    cues: ['continue', 'dropping', 'decided', 'stepping', 'withdraw', 'aside', 'had', 'have'],
    type: 'release',
    weight: 0.9,
    pattern:
      /\b(?:I|we)\b[^.;]{0,40}?(?:\b|(?='))(?:decided\s+(?:not\s+to\s+(?:continue|pursue|work\s+on)|to\s+(?:drop|abandon|stop\s+working\s+on))|stepping\s+(?:back|away)\s+from|have\s+no\s+(?:more\s+)?plans?\s+to\s+(?:continue(?:\s+with)?|work\s+on|finish)|withdraw(?:ing)?\s+(?:my|from)|put\s+(?=[^.;]{3,40}\saside\b)|set\s+(?=[^.;]{3,40}\saside\b)|(?:am|'m)\s+dropping(?=\s+(?:this|the)\s+(?:\S+\s+){0,4}(?:project|task|driver|work|port)\b)|(?:had|have)\s+to\s+(?:drop|abandon|shelve|park|give\s+up(?:\s+on)?))(?=\s)/i,
    object: 'after',
    objectWeights: { unknown: -2.4, pronoun: -0.6, review: -2.4, none: -1.6 },
    allows: ['negation', 'past'],
    weigh: (found) =>
      found.context.posting
        ? null
        : found.context.review
          ? -1.2
          : /\b(?:maintainer|maintainership|role|list)\b/i.test(found.sentence.text)
            ? -2.4
            : 0,
  },
  {
    reason: 'release-moved-on',
    cues: ['moved', 'jobs', 'left', 'lost', 'longer', 'access', 'hardware', 'setup'],
    type: 'release',
    weight: 0.9,
    pattern:
      /\b(?:I|we)(?:\s?'ve|\s+have)?\s+(?:moved\s+on\s+(?:from|to)|changed\s+jobs|left\s+(?:the\s+company|[A-Z]\w+)|lost\s+(?:interest\s+in|access\s+to)|(?:don't|do\s+not|no\s+longer)\s+(?:have|own)\s+(?:the|that|this|any|access\s+to)\s+(?:\S+\s+)?(?:hardware|board|device|setup)|no\s+longer\s+work\s+(?:on|at|for))\b/i,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) => (OFFERS.test(`${found.sentence.text} ${found.next}`) ? 0.4 : -2),
  },
  {
    reason: 'release-not-working-anymore',
    cues: [
      'longer',
      'intend',
      'plan',
      'working',
      'able',
      'going',
      'pursuing',
      'planning',
      'really',
      'actively',
      'currently',
    ],
    type: 'release',
    weight: 1.6,
    pattern:
      /\b(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are)\s+(?:no\s+longer|not)\s+(?:(?:currently|actively|really)\s+)?(?:working\s+on|able\s+to\s+(?:work|continue|finish|spend)|going\s+to\s+(?:continue|finish|work\s+on|pursue)|pursuing|planning\s+(?:on|to)\s+(?:continu|work|finish))(?=[^.;]{0,60}\b(?:any\s?more|any\s+longer|this|it|that|longer|driver|project|support|series|work|rewrite|port)\b)|\b(?:I|we)\s+(?:no\s+longer|don't|do\s+not)\s+(?:intend|plan|want|wish)\s+to\s+(?:adopt|continue(?:\s+with)?|work\s+on|finish|pursue)(?=\s)|\b(?:I|we)\s+(?:[^.;]{2,60}\s+and\s+)?(?:won't|will\s+not|can't|cannot)\s+(?:be\s+)?(?:continu(?:e|ing)(?:\s+(?:with|to\s+work\s+on))?\s+|finish(?:ing)?\s+|pursu(?:e|ing)\s+)(?=(?:the|this|my|it)\b)/i,
    object: 'after',
    objectWeights: { pronoun: 0, unknown: -1.6, review: -2, none: -1 },
    allows: ['negation'],
    weigh: (found) => (/no\s+longer|any\s?more|any\s+longer/i.test(found.sentence.text) ? 0.4 : -1.4),
  },
  {
    reason: 'release-unassign-me',
    cues: ['unassign', 'remove'],
    type: 'release',
    weight: 1,
    pattern:
      /\bunassign\s+me\b|\bremove\s+(?:my\s+name|me)\s+from\s+(?:the|this|that)\s+(?:\S+\s+){0,3}(?:project|task|item|entry)\b/i,
    object: 'thread',
    weigh: (found) => (found.context.review ? null : 0),
  },
  {
    reason: 'release-no-time',
    cues: ['time', 'bandwidth', 'hardware', 'setup', 'access', 'able'],
    type: 'release',
    weight: 0.9,
    pattern:
      /\b(?:I|we)\b[^.;]{0,40}\b(?:won'?t|will\s+not|haven'?t|have\s+not|don'?t|do\s+not|no\s+longer|didn'?t|unlikely)\b[^.;]{0,24}\b(?:time|bandwidth|hardware|setup|access|be\s+able)\b[^.;]{0,40}\b(?:to\s+)?(?:get\s+back\s+to|continue|finish|work\s+on|handle|complete|pursue|carry)\s+(?=(?:this|it|that|the|on|with|working))/i,
    object: 'thread',
    allows: ['negation', 'condition'],
    weigh: (found) => {
      const whole = `${found.sentence.text} ${found.next}`
      if (OFFERS.test(whole)) return 1.2
      return found.context.review ? -2 : -0.6
    },
  },
  {
    reason: 'release-hand-over',
    cues: ['hand', 'grabs', 'take', 'taking', 'pick', 'picking', 'picked', 'pass'],
    type: 'release',
    weight: 1.8,
    pattern:
      /\b(?:happy|glad|fine|ok|okay|willing|like|love|want|pleased)\s+(?:for\s+(?:you|someone|somebody|anyone|others?)(?:\s+else)?\s+to\s+(?:take|pick)\s+(?:it|this|that|them|over)|with\s+(?:you|someone|somebody|anyone)(?:\s+else)?\s+taking\s+(?:it|this|that|over)|(?:you|someone|somebody|anyone)(?:\s+else)?\s+to\s+take\s+(?:(?:it|this|that)\s+)?over|to\s+(?:hand|pass)\s+(?:it|this|that|them|the\s+(?:work|project|series|driver|patch\w*))\s+(?:over|off|on\s+to\s+(?:you|someone|somebody)))\b|\b(?:handing|passing)\s+(?:this|it|the\s+(?:work|project|series|driver))\s+(?:over|on)\s+to\b|\bup\s+for\s+grabs\b/i,
    object: 'thread',
    allows: ['condition'],
    weigh: (found) =>
      /\b(?:tree|branch|route|via|fix|revert)\b/i.test(found.sentence.text)
        ? -2
        : /up\s+for\s+grabs/i.test(found.match[0])
          ? -1.4
          : 0,
  },
  {
    reason: 'release-feel-free',
    cues: ['take', 'whoever', 'anybody', 'anyone', 'free', 'welcome', 'means', 'ahead'],
    type: 'release',
    weight: 0.8,
    pattern:
      /\b(?:take|have)\s+it\s+if\s+you\s+(?:like|want|wish)|\b(?:whoever|anybody|anyone)\s+(?:who\s+)?(?:wants|likes)\s+(?:it|this|to)\s+(?:can|may)\s+(?:have|take)|\b(?:feel\s+free|(?:you(?:'re|\s+are)|(?:any|some)(?:one|body)(?:\s+else)?\s+is)\s+(?:more\s+than\s+)?welcome|please\s+(?:do\s+)?go\s+ahead\s+and|by\s+all\s+means)\s*(?:to\s+|,\s*)?(?:take\s+(?:it\s+|this\s+|that\s+|the\s+\S+\s+)?over|pick\s+(?:it|this|that|them)\s+up|pick\s+up|take\s+(?:it|this)\s+from\s+(?:me|here)|continue\s+(?:(?:my|this|the)\s+work|from\s+(?:my|here|there|where))|nominate\s+yourself|adopt|send\s+your\s+own)/i,
    object: 'thread',
    weigh: (found) =>
      /\b(?:I|my|we|our)\b/.test(`${found.previous} ${found.sentence.text} ${found.next}`) ? 0.2 : -0.8,
  },
  {
    reason: 'release-best-if-other-takes-over',
    cues: ['over', 'continue', 'pick', 'picking', 'picked'],
    type: 'release',
    weight: 1.3,
    pattern:
      /\b(?:best|better|good|great|fine|ok|okay|agree|appreciate)\b[^.;]{0,40}\b(?:if|that|for)\s+(?:[A-Z]\p{Ll}+|you|she|he|they|someone\s+else)\s+(?:could\s+|can\s+|would\s+|to\s+)?(?:takes?\s+(?:it\s+|this\s+)?over|continues?\s+(?:this|it|the\s+(?:work|development))|picks?\s+(?:it|this)\s+up)/u,
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
        `${found.previous} ${found.sentence.text} ${found.next}`,
      )
        ? 0.9
        : -1.2,
  },
  {
    reason: 'release-on-my-radar',
    cues: ['radar', 'todo', 'list'],
    type: 'release',
    weight: 0.1,
    pattern:
      /\b(?:I|we)\s+(?:actually\s+)?had\s+(?:these|this|it|that|the\s+\S+)\s+(?:\S+\s+)?on\s+my\s+(?:radar|list|todo|to-do)\b(?=[^.]{0,40}\b(?:happy|glad|feel\s+free|go\s+ahead)\b)/i,
    object: 'thread',
    allows: ['past'],
  },
]
