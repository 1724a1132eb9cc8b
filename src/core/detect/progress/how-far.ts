// Progress told by how far the work is: half of it is written, this part is done and that one next, it boots.
// A state of somebody else's work is none, nor what a machine measures.
import type { Detector } from '../detector.ts'
import { SELF } from '../voice.ts'
import { ADVERBS, atWork, outsideReview, own, THING } from './voice.ts'

/** What a thing does when it has come to life. */
const LIVES = String.raw`(?:(?:is|are)\s+(?:already\s+|now\s+)?able\s+to|(?:now|already|finally|at\s+last)\s+(?:boots?|probes?|works?|builds?|compiles?|runs?|passes|reads?|can|supports?|handles?|starts?)|(?:boots?|probes?|works|builds|compiles|runs|passes|starts)\s+(?:now|already|again|up\s+to|to\s+(?:a\s+)?(?:shell|prompt)|on\s+real|most|all|the\s+first))`

/** What is left to do. */
const LEFT =
  /\b(?:now (?:on|at) (?:the|it)|am now|are now|most of|not yet|so far|(?:I'm|we're|I am|we are) (?:now |currently )?(?:debugging|working on|looking at|on to)|(?:is|are|comes?) next|next (?:is|step|up|month|week|cycle)|yet|remain\w*|missing|left to do|to do|to go|still (?:need\w*|lack\w*|have|some|to|a few)|soon|hopefully|cleaning (?:it |this )?up|for submission|waiting for|awaiting|before (?:I|we) (?:can )?(?:post|send|submit)|will (?:follow|post|send)|more work|to be done|cleaning up|needs? (?:\w+ )?(?:\w+ )?(?:testing|cleanup|polish|review|work)|follow)\b/i

/** "have", "have got", "managed to get". */
const HAVE_GOT = String.raw`(?:\s?'ve|\s+have)(?:\s+(?:now|finally|just))?(?:\s+got)?|\s+(?:finally\s+|just\s+)?(?:got|(?:managed|was\s+able|were\s+able)\s+to\s+get|(?:did|could)\s+get)`

/** "I have a prototype working": work of his own, whatever is left. */
const YOUNG = /^(?:an?|the|my|our)\s+(?:\w+\s+){0,2}?(?:prototype|proof\s+of\s+concept)\b/i

const NUMBER =
  '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|most|about\\s+half|(?:two|a|one)[-\\s]thirds?|(?:three|a|one)\\s+quarters?|\\d+\\s?%)'
const DONE =
  '(?:done|committed|gone|converted|ported|migrated|moved|annotated|rewritten|written|reviewed|drafted|finished|implemented|working|passing|ready|complete|translated)'
/** What works or is written. */
const READY = new RegExp(
  String.raw`\b(?:works?|boots?|booting|in\s+place|passes|compiles?|prints|reads|parses|runs|running|completed?|stable|usable|merged|fine|solid|good\s+shape|up|${DONE})\b`,
  'i',
)
/** What is not yet, or is being seen to. */
const OPEN =
  /\b(?:(?:is|are|'s|were|was)\s+(?:still\s+|now\s+|currently\s+|what's\s+|yet\s+)*(?:missing(?!\s+(?:too|so|much|many|a|an|the|some|all|important)\b)|left|next|ongoing|unfinished|underway|pending|wip|on\s+my\s+list|being\s+(?:debugged|written|worked|tested|ported|done)|work\s+in\s+progress|in\s+progress|to\s+be\s+(?:done|written|ported|converted|adapted|implemented))|(?:still\s+)?(?:missing|remaining|left\s+to\s+do|todo|pending|ongoing|next(?:\s+(?:up|step|steps|is|are|come|comes))?)\s*(?::|is\b|are\b)|remains?\s+to\s+be\s+\w+|(?:I'm|we're|I\s+am|we\s+are)\s+(?:now\s+|currently\s+|still\s+)*(?:debugging|tackling|fighting|chasing)|next\s+(?:I|we)(?:'ll|\s+will|\s+have\s+to|\s+need\s+to|'m|\s+am)\s+\w+|still\s+(?:missing|to\s+(?:do|come)|need\w*|lacks?)|(?:the\s+)?(?:rest|remainder|tests|docs|documentation)\s+(?:is|are|comes?|follows?|remains?)\s+(?:still\s+|next|later|to\s+come|missing))\b/i

/** The rows of this kind; order means nothing. */
export const howFarDetectors: readonly Detector[] = [
  {
    reason: 'progress-how-far',
    cues: [
      'finished',
      'implemented',
      'wrote',
      'everything',
      'partly',
      'committed',
      'skeleton',
      'part',
      'parts',
      'side',
      'groundwork',
      'basics',
      'core',
      'percent',
      'thirds',
      'third',
      'half',
      'halfway',
      'quarter',
      'quarters',
      'nearly',
      'almost',
      'remaining',
      'gone',
      'converted',
      'ported',
      'migrated',
      'annotated',
      'rewritten',
      'drafted',
      'done',
      'most',
      'bulk',
      'written',
    ],
    type: 'progress',
    weight: 0.6,
    pattern: own(
      String.raw`\b(?:the|my|our)\s+(?:[\w'-]+\s+){0,3}?(?:half|parts?|side|skeleton|bits?|groundwork|basics|core|piece)(?:\s+of\s+(?:the\s+|my\s+|our\s+)?(?:\S+\s+){0,3}?\S+)?\s+(?:is|are)\s+(?:now\s+|already\s+|mostly\s+|finally\s+)?(?:${DONE}|there|in\s+place)\b(?=[^.]{0,120}\b(?:progress|next|missing|left|remain\w*|to\s+(?:do|go|come)|follows?|still|not\s+yet|but|only|now\s+(?:\w+ing|at|on))\b)`,
      String.raw`\b(?:half(?:way|-way|\s+way)?|midway|(?:two|a|one)\s+thirds?|(?:three|a|one)\s+quarters?|(?:about|roughly|some|around)\s+\d+\s*(?:%|percent|per\s+cent))\s+(?:of\s+the\s+way\s+)?(?:through|done|there|finished|complete|into)\b`,
      String.raw`^(?:(?:yes|hi|sorry|ok)\s*[,.]\s*)?(?:(?:I'd\s+say|I'm|we're|I\s+am|we\s+are|it's|so\s+far)\s*,?\s*)?(?:nearly|almost)\s+(?:there|done|finished|ready|through)\b(?=\s*(?:[.,;!]|$|with\s+(?:the|my|our|it)\b|and\b|to\s+(?:post|send|submit|go|publish)\b))`,
      String.raw`\b${DONE}\s*[,;]\s*(?:and\s+|but\s+)?[^.;,]{2,50}?\b(?:not\s+(?:\w+\s+)?yet|(?:is|are)\s+(?:partly|still\s+(?:missing|open|pending)|next|half|missing|under\s+review|in\s+progress|pending|wip)|under\s+review|in\s+progress|pending|to\s+(?:do|go|come))(?=\s*(?:[.,;!]|$|done|there))`,
      String.raw`\b(?:is|are|works?)\s+(?:\w+ly\s+|now\s+)?(?:${DONE}\b)?[^.;]{0,40}(?:\sand|,|\sbut)\s+(?:I'm|I\s+am|we're|we\s+are)\s+(?:now\s+|currently\s+)?(?:working\s+on|debugging|looking\s+(?:at|into)|implementing|writing|porting|testing|moving\s+on\s+to)\b`,
      String.raw`\b(?:everything|all\s+of\s+it)\s+(?:\w+\s+)?(?:except|but|apart\s+from|besides)\s+[^.;,]{2,40}\s+(?:works|is\s+${DONE}|${DONE})\b`,
      String.raw`\b(?:I|we)(?:'ve|\s+have)\s+(?:got\s+)?(?:about\s+|roughly\s+|some\s+|now\s+)?${NUMBER}\s+(?:out\s+)?of\s+[^.;]{2,60}\b${DONE}\b`,
      String.raw`${SELF}(?:'ve|\s+have)?${ADVERBS}\s+(?:wrote|implemented|written|converted|ported|finished|completed)\s+(?:about\s+|roughly\s+|nearly\s+|almost\s+)?(?:${NUMBER}|the\s+bulk|large\s+parts|a\s+(?:good|large|big)\s+part|a\s+lot)\s+of\s+(?:the|it|them)\b`,
      String.raw`\b${NUMBER}\b[^.;:]{0,40}\b${DONE}\b\s*[,;]\s*(?:and\s+|with\s+)?(?:only\s+|another\s+|still\s+)?(?:\d+|\w+)\s+(?:more\s+)?(?:to\s+go|to\s+come|left|remaining|remain|missing|in\s+draft|untouched)\b`,
      String.raw`\b(?:(?:about\s+|roughly\s+|nearly\s+)?(?:${NUMBER}|the\s+bulk)\s+(?:of\s+)?(?:the\s+|them\s+|these\s+|my\s+|our\s+)(?:\w+\s+){0,4}?(?:is|are|have\s+been|has\s+been)\s+(?:already\s+|now\s+)?${DONE})\b`,
      String.raw`${SELF}(?:'m|'re|\s+am|\s+are)\s+(?:now\s+|currently\s+)?(?:(?:at|about|roughly|around|nearly|almost)\s+)*(?:\d\d\s?%|half-?way|half|two\s+thirds|three\s+quarters)(?:\s+(?:done|there|finished|complete))?\s+(?:with|through|of)\s+(?=\S)`,
    ),
    object: 'thread',
    weigh: atWork,
  },
  {
    reason: 'progress-done-and-next',
    cues: [
      'missing',
      'remains',
      'remaining',
      'ongoing',
      'next',
      'left',
      'underway',
      'debugged',
      'debugging',
      'unfinished',
      'pending',
      'todo',
      'tackle',
      'tackling',
      'being',
      'rest',
      'remainder',
      'docs',
      'documentation',
      'lacks',
      'wip',
      'progress',
      'chasing',
    ],
    type: 'progress',
    weight: 0.6,
    pattern: OPEN,
    object: 'thread',
    allows: ['negation', 'past', 'other-version'],
    weigh: (found) => {
      const text = found.sentence.text
      if (
        (!READY.test(text.replace(OPEN, ' ')) && !/\b(?:mine|my|our)\b/i.test(text)) ||
        /\b(?:you|your|they|their|he|she|his|her|bug|crash\w*|error|fails?|failed)\b/i.test(text)
      )
        return null
      return atWork(found)
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
      String.raw`\b(?<object>(?:my|our)\s+(?:[\w./"'+-]+\s+){0,6}?${THING}(?:\s+(?:of|for|to|in|on)\s+(?:\S+\s+){0,3}?\S+)?)\s+${LIVES}`,
      String.raw`^(?:[^.;:]{0,30}\bupdate\b[^.;:]{0,30}[:,]\s*|(?:just\s+)?(?:a\s+(?:quick|short|brief|small)\s+)?(?:note\s+)?(?:FYI|to\s+(?:let\s+(?:you|everybody|everyone)(?:\s+all)?\s+know|keep\s+(?:you|everybody|everyone|the\s+list)\s+(?:posted|updated|informed)))\s*(?:that\b|[:,])?\s*)(?:the\s+)(?:[\w./"'+-]+\s+){0,6}?${THING}(?:\s+(?:of|for|to|in|on)\s+(?:\S+\s+){0,3}?\S+)?\s+${LIVES}`,
    ),
    object: 'thread',
    weigh: outsideReview,
  },
  {
    // "I have the parser working": news of work only where it goes on.
    reason: 'progress-have-it-working',
    cues: ['working', 'running', 'place', 'booting', 'got', 'managed'],
    type: 'progress',
    weight: 0.5,
    pattern: own(
      String.raw`${SELF}${ADVERBS}(?:${HAVE_GOT})${ADVERBS}\s+(?<object>(?:the|a|an|my|our|most|all|basic|first|some|preliminary|initial|partial|this|it|[A-Z]\w*)\b[^.;,]{0,60}?)\s+(?:working|running|in\s+place|compiling|booting|up\s+and\s+running|to\s+(?:boot|probe|build|compile|work|run|enumerate|link|load|start))\b`,
    ),
    object: 'after',
    never: ['mending', 'vague'],
    objectWeights: { unknown: -0.6, review: -0.8, pronoun: -0.8 },
    weigh: (found) => {
      const where = outsideReview(found)
      if (where === null) return null
      const rest = `${found.sentence.text.slice(found.match.index)} ${found.next}`
      return LEFT.test(rest) ? where + 1.2 : YOUNG.test(found.object.phrase) ? where + 0.2 : null
    },
  },
]
