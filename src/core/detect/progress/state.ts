// Progress told by how far the work is: it boots, half of it is written, the series waits for review.
// A state of somebody else's work is none.
import { type Clues, cluesIn } from '../clues.ts'
import type { Detector, Found } from '../detector.ts'
import { namesTopic } from '../topic.ts'
import { SELF } from '../voice.ts'
import { outsideReview, own } from './voice.ts'

/** What work of one's own does when it gets on. */
const GETS_ON = String.raw`\b(?:(?:is|are)\s+(?:still\s+being\s+worked\s+on\b|(?:now\s+|slowly\s+|still\s+|steadily\s+|nicely\s+)*(?:coming\s+(?:along|on)(?:\s+(?:well|nicely))?|progressing|taking\s+shape|getting\s+there|moving\s+(?:along|forward)|advancing|making\s+(?:\w+\s+)?progress|on\s+(?:its|the)\s+way|(?:(?:nearly|almost|mostly|about|largely|roughly|already|at|to|more\s+than)\s+)*(?:half-?\s?way(?:\s+(?:there|done|through))?|half\s+(?:done|finished|written|ready)|(?:\d+|ninety|eighty|seventy)\s?%(?:\s+(?:done|there|complete|finished))?)|(?:nearly|almost|mostly|largely)\s+(?:done|finished|ready|complete|written|there|working|usable))))`
/** What a thing does when it has come to life. */
const LIVES = String.raw`(?:(?:now|already|finally|at\s+last)\s+(?:boots?|probes?|works?|builds?|compiles?|runs?|passes|reads?|can|supports?|handles?|starts?)|(?:boots?|probes?|works|builds|compiles|runs|passes|starts)\s+(?:now|already|again|up\s+to|to\s+(?:a\s+)?(?:shell|prompt)|on\s+real|most|all|the\s+first))`
const WORK_NOUN =
  '(?:driver|port|project|support|implementation|prototype|conversion|rewrite|rework|backend|frontend|emulation|code|branch|work|patches|series|tool|version)'

/** What a sign of life is made of: whose, how far, what is left. */
const CLUES: Clues<'whose' | 'state' | 'left'> = {
  whose:
    /\b(?:I|we|my|our)\b|\b(?:the|this) (?:\S+ ){0,3}?(?:driver|port|project|work|series|patches|implementation|support|rewrite|conversion|backend|frontend|prototype)\b|^(?:it's|it is|still)\b/i,
  state:
    /\b(?:(?:mostly|basically|already|now|nearly|almost|partly|half|largely) (?:work(?:s|ing)?|done|usable|functional|ready|finished|there|complete|running)|in progress|under way|underway|progress(?:ing)?|rebased|compiles|boots|probing|probes|(?:is|are|side|part) (?:done|written|working|running|finished)|works?(?:,| and\b)|(?:first|initial|basic|rough) (?:version|draft|prototype|patches) (?:is|are|works?)|still on (?:my|our)|(?:v\d+|series|patches|they) (?:was|were|is|are|has been|have been) (?:posted|sent|out|on the list|submitted)|coming along|advanced|still (?:working on|writing|developing|implementing|porting) (?:the|it|this|my|our))\b/i,
  left: /\b(?:now (?:on|working on|at|for) (?:the|it)|(?:I'm|we're|I am|we are) (?:now |currently )?(?:debugging|working on|looking at|on to)|(?:is|are|comes?) next|next (?:is|step|up|month|week|cycle)|yet|remain\w*|missing|left to do|to do|to go|still (?:need|have|some|to|a few)|soon|hopefully|cleaning (?:it |this )?up|clean(?:ed)? up for|for submission|then I|slow(?:ly)?|waiting for|awaiting|before (?:I|we) (?:can )?(?:post|send|submit)|will (?:follow|post|send)|to (?:post|send|submit)|needs? (?:more )?(?:testing|cleanup|polish|review)|follow)\b/i,
}

/** Three faint clues in a sentence and its neighbour, in answer to a question about work. */
function addsUp(found: Found): number | null {
  const { context, sentence, next, previous } = found
  if (context.posting || context.review || context.faultTopic || !context.reply) return null
  if (sentence.text.endsWith('?')) return null
  if (
    /\b(?:you|your|he|she|their|vendor|bug|crash|error|machine|guest|kernel|build|workaround)\b/i.test(
      sentence.text,
    )
  )
    return null
  return cluesIn(CLUES, `${previous.slice(-120)} ${sentence.text} ${next}`).size < 3 ? null : 0
}

/** "I have the parser working": news of work only where it goes on. */
function needsMore(found: Found): number | null {
  const where = outsideReview(found)
  return where !== null && CLUES.left.test(`${found.sentence.text.slice(found.match.index)} ${found.next}`)
    ? where + 1.2
    : null
}

/** The rows of this kind; order means nothing. */
export const stateDetectors: readonly Detector[] = [
  {
    reason: 'progress-series-at-version',
    cues: ['series', 'patches', 'patchset', 'sent', 'posted', 'list'],
    type: 'progress',
    weight: 0.8,
    pattern:
      /\b(?:series|patches|patchset|port|driver|support|work)\s+(?:is|are)\s+(?:now\s+|currently\s+|already\s+)*(?:at|on|up\s+to)\s+v(?:ersion\s+)?\d+\b|^v\d+\s+(?:of\s+[^.;]{2,60}?\s+)?(?:was\s+|has\s+been\s+|is\s+)?(?:now\s+|recently\s+)?(?:sent|posted|out|on\s+the\s+list)\b|^(?:currently|now)\s+(?:at|on)\s+v\d+\b/i,
    object: 'thread',
    allows: ['other-version', 'past'],
    weigh: (found) => (found.context.review ? -1.5 : 0),
  },
  {
    reason: 'progress-pending-review',
    cues: [
      'sent',
      'list',
      'reviewed',
      'posted',
      'pending',
      'waiting',
      'waits',
      'await',
      'missing',
      'review',
      'needs',
    ],
    type: 'progress',
    weight: 0.7,
    pattern:
      /\b(?:patch(?:es)?\s+#?\d+(?:\s*(?:,|and|-|to)\s*#?\d+)*|(?:the|only\s+the|all)\s+(?:\w+\s+)?(?:patch(?:es)?|series|v\d+|bits?|part)|(?:\S{1,40}\s+)?series|v\d+)\s+(?:(?:is|are|was|were)\s+)?(?:sent\s+(?:recently\s+)?(?:and\s+)?)?(?:still\s+|now\s+|currently\s+)*(?:pending|waiting\s+(?:for|on)|waits?\s+(?:for|on)|awaiting|awaits?|missing|lacking|in\s+need\s+of|needs?)\s+(?:[\w']+\s+){0,2}?(?:re-?views?|(?:an?\s+)?acks?\b|maintainer|comments|feedback)|(?:^|: ?)v\d+ (?:is )?(?:on the list|posted|sent|out)\b|\breviewed up to (?:patch )?#?\d|\bonly (?:the |\w+ )?patch(?:es)? (?:#?\d+ )?(?:still )?(?:lacks?|needs?|misses|is missing|awaits?)/i,
    object: 'thread',
    allows: ['other-version'],
    weigh: (found) => (found.context.posting || found.context.review || !found.context.reply ? null : 0),
  },
  {
    reason: 'progress-work-gets-on',
    cues: [
      'worked',
      'coming',
      'progress',
      'shape',
      'getting',
      'moving',
      'forward',
      'advancing',
      'nearly',
      'almost',
      'mostly',
      'largely',
      'halfway',
      'half',
    ],
    type: 'progress',
    weight: 0.6,
    pattern: own(GETS_ON),
    object: 'before',
    never: ['review', 'mending', 'vague', 'none', 'pronoun'],
    objectWeights: { unknown: -1.2, identifier: 0.2 },
    weigh: (found) => {
      const where = outsideReview(found)
      return where === null
        ? null
        : where +
            (/^(?:my|our)\b/i.test(found.sentence.text) ||
            (found.object.kind === 'unknown' && namesTopic(found))
              ? 1.4
              : 0)
    },
  },
  {
    reason: 'progress-it-lives',
    cues: [
      'boots',
      'probes',
      'works',
      'builds',
      'compiles',
      'runs',
      'passes',
      'reads',
      'starts',
      'now',
      'finally',
    ],
    type: 'progress',
    weight: 0.6,
    pattern: own(
      String.raw`\b(?<object>(?:my|our)\s+(?:[\w./"'+-]+\s+){0,6}?${WORK_NOUN}(?:\s+(?:of|for|to|in|on)\s+(?:\S+\s+){0,3}?\S+)?)\s+${LIVES}|^(?:[^.;:]{0,30}\bupdate\b[^.;:]{0,30}[:,]\s*|(?:just\s+)?(?:a\s+(?:quick|short|brief|small)\s+)?(?:note\s+)?(?:FYI|to\s+(?:let\s+(?:you|everybody|everyone)(?:\s+all)?\s+know|keep\s+(?:you|everybody|everyone|the\s+list)\s+(?:posted|updated|informed)))\s*(?:that\b|[:,])?\s*)(?:the\s+)(?:[\w./"'+-]+\s+){0,6}?${WORK_NOUN}(?:\s+(?:of|for|to|in|on)\s+(?:\S+\s+){0,3}?\S+)?\s+${LIVES}`,
    ),
    object: 'thread',
    weigh: outsideReview,
  },
  {
    reason: 'progress-part-done',
    cues: [
      'working',
      'running',
      'place',
      'booting',
      'half',
      'most',
      'bulk',
      'thirds',
      'parts',
      'large',
      'lot',
    ],
    type: 'progress',
    weight: 0.8,
    pattern: own(
      String.raw`${SELF}(?:\s?'ve|\s+have|\s+had)?(?:\s+(?:got|now|already|currently|probably|implemented|written|converted|ported|finished|completed|done)){0,3}\s+(?:(?:about|roughly|nearly|almost|around|perhaps)\s+)?(?:half|most|two\s+thirds|\d+\s?%|the\s+(?:bulk|larger\s+part|hard\s+part|basics|basic\s+parts?)|large\s+parts|a\s+(?:good|large|big)\s+part|a\s+lot)\s+of\s+(?<object>(?:the|my|our|it|this)\b[^.;,]{0,60}?)(?:\s+(?:written|done|working|implemented|finished|converted|ported|ready|in\s+place|running|coded|complete[d]?)\b|(?<=(?:implemented|written|converted|ported|finished|completed|done)\s[^.;]{4,90})(?=[.,;]))`,
    ),
    object: 'after',
    never: ['mending', 'vague', 'none'],
    objectWeights: { pronoun: -0.8, unknown: -1, review: -2.4 },
    weigh: outsideReview,
  },
  {
    reason: 'progress-part-finished',
    cues: [
      'thirds',
      'most',
      'converted',
      'ported',
      'half',
      'part',
      'skeleton',
      'side',
      'rest',
      'remaining',
      'next',
      'missing',
      'progress',
    ],
    type: 'progress',
    weight: 0.5,
    pattern:
      /\b(?:(?:about |roughly |nearly )?(?:two[- ]thirds|half|most|\d\d ?%|three quarters|\d+ (?:out )?of (?:the )?\d+|the bulk) (?:of )?(?:the |them |these |my |our )(?:\w+ ){0,4}?(?:is|are|have been|has been) (?:already |now )?(?:converted|ported|written|implemented|finished|moved|translated))|\b(?:the|my|our) (?:[\w'-]+ ){0,3}?(?:half|parts?|side|skeleton|bits?|groundwork|basics|core|hard part|piece)(?: of (?:the |my |our )?(?:\S+ ){0,3}?\S+)? (?:is|are) (?:now |already |mostly |finally )?(?:finished|done|written|working|complete|in place|ready)\b(?=.{0,20}\b(?:progress|next|missing|left|remain\w*|to do|to go|to come|follows?|still|not yet|but|only|now)\b|[,.;] ?.{0,40}\b(?:in progress|next|missing|left|remains?|to come)\b)|(?<=\bbut )the (?:\S+ ){0,2}?(?:skeleton|groundwork|core|basics)\b.{0,40}\b(?:is|are) (?:done|written|there|in place|ready)\b/i,
    object: 'thread',
    weigh: outsideReview,
  },
  {
    reason: 'progress-nearly-there',
    cues: ['nearly', 'almost', 'halfway', 'half'],
    type: 'progress',
    weight: 0.5,
    pattern:
      /^(?:(?:yes|hi|sorry|ok)\s*[,.]\s*)?(?:(?:I'm|we're|I\s+am|we\s+are|it's|it\s+is)\s+)?(?:nearly|almost|about\s+half\s?-?way|half-?way)\s+(?:there|done|finished|ready|through)\b(?=\s*(?:[.,;!]|$|with\s+(?:the|my|our|it)\b|and\b))/i,
    object: 'thread',
    weigh: outsideReview,
  },
  {
    reason: 'progress-at-percent',
    cues: ['about', 'roughly', 'half', 'halfway', 'thirds', 'quarters', 'done'],
    type: 'progress',
    weight: 0.7,
    pattern: own(
      String.raw`${SELF}(?:'m|'re| am| are) (?:now |currently )?(?:at |about |roughly |around |nearly |almost )*(?:\d\d ?%|half-?way|half|two thirds|three quarters)(?: (?:done|there|finished|complete))? (?:with|through|of) (?=\S)`,
    ),
    object: 'after',
    never: ['review', 'mending', 'vague'],
    objectWeights: { unknown: -0.8, pronoun: -1 },
    weigh: outsideReview,
  },
  {
    reason: 'progress-got-it-going',
    cues: ['got', 'getting', 'managed'],
    type: 'progress',
    weight: 0.5,
    pattern:
      /(?:^|\b(?:I|we)(?:'ve| have)? (?:just |finally |now )*)(?:finally )?(?:got|managed to get) (?<object>(?:the|my|our|a first|a basic) [^.;,]{2,60}?) (?:to (?:boot|probe|build|compile|work|run|enumerate|link|load|start|pass|talk|read|respond)|working|running|booting|building|up and running|going)\b/i,
    object: 'after',
    never: ['review', 'mending', 'vague', 'pronoun'],
    objectWeights: { unknown: -1.4, identifier: 0 },
    weigh: outsideReview,
  },
  {
    reason: 'progress-moving',
    cues: ['moving', 'getting', 'coming', 'taking', 'progress'],
    type: 'progress',
    weight: 0.4,
    pattern:
      /^(?:things|we|it|this)(?:'re|'s| are| is) (?:finally |slowly |now )?(?:moving|getting somewhere|coming together|taking shape|progressing)\b/i,
    object: 'thread',
    weigh: outsideReview,
  },
  {
    reason: 'progress-adds-up',
    cues: [
      'working',
      'works',
      'done',
      'usable',
      'ready',
      'finished',
      'progress',
      'way',
      'rebased',
      'compiles',
      'boots',
      'probing',
      'posted',
      'submitted',
      'written',
    ],
    type: 'progress',
    weight: 0.3,
    pattern: CLUES.state,
    object: 'thread',
    allows: ['negation', 'condition', 'past', 'other-version'],
    weigh: addsUp,
  },
  {
    reason: 'progress-topic-lives',
    cues: ['now', 'finally', 'boots', 'works', 'compiles'],
    type: 'progress',
    weight: 0.2,
    pattern: own(
      String.raw`(?:^|[,;:.] )(?<object>the (?:[\w./"'+-]+ ){0,5}?[\w./"'+-]+) (?:can now|now can|boots (?:up )?to (?=\w+ )|(?:now|already|finally) (?:boots|probes|works|builds|compiles|runs|reads|supports|handles))\b`,
    ),
    object: 'after',
    never: ['review', 'mending', 'vague', 'none', 'pronoun'],
    objectWeights: { unknown: 0, project: 0.4, identifier: 0 },
    weigh: (found) => {
      return namesTopic(found) && CLUES.left.test(`${found.sentence.text} ${found.next}`)
        ? outsideReview(found)
        : null
    },
  },
  {
    reason: 'progress-have-it-working',
    cues: ['working', 'running', 'place', 'booting'],
    type: 'progress',
    weight: 0.4,
    pattern: own(
      String.raw`${SELF}(?:'ve| have)(?: now| got| already| finally){0,2} (?<object>(?:the|a|an|my|most|all|basic|first)\b[^.;,]{2,60}?) (?:working|running|in place|compiling|booting|up and running)\b`,
    ),
    object: 'after',
    never: ['mending', 'vague', 'pronoun'],
    objectWeights: { unknown: -0.4, review: -0.8 },
    weigh: needsMore,
  },
]
