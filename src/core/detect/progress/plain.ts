// Progress in plain words: how far the work is ("two thirds through", "41 done, 12 to go"), what is done and what is next,
// that it goes on at all. Outside patches' and faults' threads only; percentages of anything but work are none.
import type { Detector, Found } from '../detector.ts'
import { plainReply } from '../plain-reply.ts'

/** Numbers that measure a machine, not work. */
const MEASURED =
  /\b(?:cpu|cpus|memory|ram|disk|bandwidth|throughput|latency|faster|slower|slowdown|overhead|load|idle|battery|cache|hit\s+rate|users?|price|cases|times|vote\w*|seats?|tickets?|inbox|mails?|episode|book|talk|slides|holiday|trip|discussion|argument)\b/i
/** The words of somebody at work, or of work. */
const AT_WORK =
  /\b(?:I|I'm|I've|we|we're|we've|my|our|me|project|port|porting|driver|drivers|conversion|migration|rewrite|rework|refactoring|implementation|prototype|feature|code|parser|work|effort|backend|frontend|docs|documentation|tests?|phase|converted|ported|written|missing|patches)\b/i

/** What is only going to be taken up is a claim. */
const TO_COME = /\b(?:going\s+to|will|'ll|plan\s+to|want\s+to)\s+(?:pick|take|start|begin|work)\b/i

const atWork = (found: Found): number | null => {
  const text = found.sentence.text
  return TO_COME.test(text) || MEASURED.test(text) || !AT_WORK.test(text) ? null : plainReply(found)
}
const unmeasured = (found: Found): number | null =>
  MEASURED.test(found.sentence.text) ? null : plainReply(found)

const NUMBER = String.raw`(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|most)`
/** Work by its name. */
const THING =
  '(?:work|effort|port|porting|project|rewrite|rework|driver|backend|frontend|experiments?|conversion|migration|implementation|documentation|development|prototype|refactoring|internship|feature|parser|compiler|emulator|tool|branch|thesis|code|support|translation|cleanup|series)'
/** What works or is written. */
const READY =
  /\b(?:works?|working|boots?|booting|done|finished|in\s+place|written|passes|passing|compiles?|ready|prints|reads|parses|runs|running|completed?|implemented|ported|converted|stable|usable|merged|fine|solid|good\s+shape|drafted|up)\b/i
/** What is not yet, or is being seen to. */
const OPEN =
  /\b(?:(?:is|are|'s|were|was)\s+(?:still\s+|now\s+|currently\s+|what's\s+|yet\s+)*(?:missing|left|next|ongoing|unfinished|underway|pending|wip|on\s+my\s+list|being\s+(?:debugged|written|worked|tested|ported|done)|work\s+in\s+progress|in\s+progress|to\s+be\s+(?:done|written|ported|converted|adapted|implemented))|(?:still\s+)?(?:missing|remaining|left\s+to\s+do|todo|pending|ongoing|next(?:\s+(?:up|step|steps|is|are|come|comes))?)\s*(?::|is\b|are\b)|remains?\s+to\s+be\s+\w+|(?:I'm|we're|I\s+am|we\s+are)\s+(?:now\s+|currently\s+|still\s+)*(?:debugging|tackling|fighting|chasing)|next\s+(?:I|we)(?:'ll|\s+will|\s+have\s+to|\s+need\s+to|'m|\s+am)\s+\w+|still\s+(?:missing|to\s+(?:do|come)|need\w*|lacks?)|(?:the\s+)?(?:rest|remainder|tests|docs|documentation)\s+(?:is|are|comes?|follows?|remains?)\s+(?:still\s+|next|later|to\s+come|missing))\b/i

/** The rows of this kind; order means nothing. */
export const plainProgress: readonly Detector[] = [
  {
    reason: 'progress-how-far',
    cues: [
      'percent',
      'thirds',
      'third',
      'half',
      'halfway',
      'quarter',
      'quarters',
      'midway',
      'untouched',
      'remaining',
      'gone',
      'converted',
      'ported',
      'migrated',
      'annotated',
      'rewritten',
      'chapters',
      'drafted',
    ],
    type: 'progress',
    weight: 0.6,
    pattern: new RegExp(
      String.raw`\b(?:half(?:way|-way|\s+way)?|midway|(?:two|a|one)\s+thirds?|(?:three|a|one)\s+quarters?|(?:about|roughly|some|around)\s+\d+\s*(?:%|percent|per\s+cent))\s+(?:of\s+the\s+way\s+)?(?:through|done|there|finished|complete|into)\b|^(?:(?:I'd\s+say|I'm|we're|so\s+far)\s*,?\s*)?(?:(?:at\s+)?about|roughly|around|some)\s+\d+\s*(?:percent|per\s+cent)\s*(?:[.!]|$|done|finished|complete|so\s+far)|\b(?:I|we)(?:'ve|\s+have)\s+(?:got\s+)?(?:about\s+|roughly\s+|some\s+|now\s+)?(?:half|(?:a|two|one)\s+thirds?|(?:a|three|one)\s+quarters?|${NUMBER}\s+(?:out\s+)?of\s+(?:the\s+)?(?:\d+|\w+))\b[^.;]{0,60}\b(?:working|done|decod|converted|ported|written|finished|migrated|implemented|passing|ready)\w*|\b${NUMBER}\b[^.;:]{0,40}\b(?:done|gone|converted|ported|migrated|annotated|rewritten|reviewed|drafted|finished)\b\s*[,;]\s*(?:and\s+|with\s+)?(?:only\s+|another\s+|still\s+)?(?:\d+|\w+)\s+(?:more\s+)?(?:to\s+go|to\s+come|left|remaining|remain|missing|in\s+draft|untouched)\b|\b(?:is\s+|are\s+)?(?:gone|converted|ported|migrated|moved|done)\s+(?:from|in|for)\s+\d+\s+(?:out\s+)?of\s+(?:the\s+)?\d+\b`,
      'i',
    ),
    object: 'thread',
    weigh: (found) =>
      /^[^a-z]*(?:about|roughly|around|some)\s+\d/i.test(found.sentence.text)
        ? unmeasured(found)
        : atWork(found),
  },
  {
    reason: 'progress-goes-on',
    cues: [
      'continue',
      'continues',
      'continuing',
      'resume',
      'resumed',
      'stalled',
      'alive',
      'life',
      'ongoing',
      'coming',
      'headway',
      'plugging',
      'chip',
      'chipping',
      'hacking',
      'progress',
      'progresses',
      'progressing',
      'advancing',
      'goes',
      'going',
      'forward',
      'moving',
    ],
    type: 'progress',
    weight: 0.7,
    pattern:
      /\b(?:the|my|our|this|its)\s+(?:[\w-]+\s+){0,3}?(?:work|effort|port|porting|project|rewrite|rework|driver|backend|frontend|experiments?|conversion|migration|implementation|documentation|development|prototype|refactoring|feature|thesis|translation)(?:\s+(?:on|of|with)\s+[^.;,]{2,30}?)?(?:'s|\s+(?:is|are))?\s+(?:still\s+|steadily\s+|slowly\s+|now\s+)*(?:continu(?:es?|ing)|progress(?:es|ing)|advanc(?:es|ing)|goes\s+on|going\s+on\b|going\s+(?:well|forward|ahead)|moving\s+(?:along|forward|ahead)|coming\s+(?:along|together)|mak(?:es|ing)\s+(?:\w+\s+)?(?:progress|headway)|ongoing|(?:growing|taking\s+shape)\b)|\b(?:it's|it\s+is|things\s+are|this\s+is)\s+(?:still\s+|slowly\s+|steadily\s+)*(?:coming\s+(?:along|together)|moving\s+(?:along|forward)|progressing)\b|^work\s+(?:on\s+[^.;]{2,40}?\s+)?(?:continues|goes\s+on|is\s+(?:progressing|ongoing|underway|under\s+way|continuing))\b|\b(?:isn't|not|is\s+not|aren't|are\s+not)\s+(?:stalled|dead|stuck|idle|abandoned)\s*[,;:]|\ba\s+(?:short\s+|quick\s+)?sign\s+of\s+life\b|^(?:\w+,\s+)?(?:we(?:'re|\s+are)\s+|I(?:'m|\s+am)\s+)?still\s+alive\b(?=\s+and\b|\s*[,;])|\b(?:I|we)(?:'m|'re|\s+am|\s+are)?\s+(?:still\s+|just\s+|slowly\s+)*(?:keep|kept|continue\s+to|continuing\s+to|keeping)\s+(?:plug|chip|hack|work|toil|grind|chug)(?:ging|ping|ing|ding)?\s+(?:away\s+)?(?:at|on)\b|\b(?:I|we)(?:'m|'re|\s+am|\s+are)\s+(?:still\s+|slowly\s+|steadily\s+|actively\s+)*(?:plugging|chipping|hacking|grinding|chugging)\s+(?:away|along)\b|\b(?:I|we)(?:'m|'re|\s+am|\s+are|'ll|\s+will)\s+(?:now\s+)?(?:continuing|resuming|resume)\s+(?:with\s+|on\s+|work\s+on\s+)?(?:this|it|the\s+(?:\S+\s+)?(?:work|port|project|driver|migration|conversion|rewrite|implementation)\b)|\b(?:and|is|are|team\s+is|intern\s+is|student\s+is)\s+making\s+(?:\w+\s+)?(?:headway|progress)\s+(?:on|with|in|towards?)\b/i,
    object: 'thread',
    allows: ['negation', 'other-version'],
    weigh: atWork,
  },
  {
    reason: 'progress-slower-than-hoped',
    cues: [
      'schedule',
      'slipped',
      'delayed',
      'late',
      'longer',
      'harder',
      'slower',
      'slow',
      'slowly',
      'busy',
      'trickier',
      'behind',
    ],
    type: 'progress',
    weight: 0.6,
    pattern: new RegExp(
      [
        String.raw`\b(?:I'm|we're|I\s+am|we\s+are|my|our)\b[^.;]{0,40}\b(?:behind|ahead\s+of|back\s+on|on)\s+(?:schedule|plan|track)\b`,
        String.raw`\b(?:my|our|the)\s+(?:[\w-]+\s+){0,3}?(?:schedule|timeline|milestone|${THING})\s+(?:\w+\s+)?(?:slipped|is\s+(?:\w+\s+)?(?:delayed|late|slower)|hit\s+a|ran\s+into|takes\s+longer|is\s+taking\s+longer|took\s+longer|has\s+(?:slipped|been\s+delayed))\b`,
        String.raw`\b(?:takes|took|taking|taken|harder|slower|trickier|more\s+work|more\s+difficult)\s+(?:\w+\s+)?(?:than|longer)\b[^.;]{0,60}\b(?:but|still|so|I|we)\b[^.;]{0,30}\b(?:keep|still|continu\w*|getting|on\s+it|nearly|almost|progress\w*|moving|redo\w*|rewr\w+|rework\w*)\b`,
        String.raw`\b(?:I'm|we're|I\s+am|we\s+are)\s+(?:\w+\s+){0,2}late\s+with\s+(?:the|my|our)\s+(?:[\w-]+\s+){0,4}?(?:drop|batch|${THING})\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['past', 'other-version'],
    weigh: unmeasured,
  },
  {
    reason: 'progress-next-part',
    cues: [
      'drop',
      'batch',
      'instalment',
      'chunk',
      'milestone',
      'prototype',
      'weeks',
      'days',
      'months',
      'almost',
      'nearly',
    ],
    type: 'progress',
    weight: 0.5,
    pattern: new RegExp(
      [
        String.raw`\b(?:the|my|our)\s+(?:next|first|second|last)\s+(?:drop|batch|instal+ment|chunk|milestone|prototype)\b[^.;]{0,30}\b(?:will|is|should|comes?)\s+(?:be\s+)?(?:\w+\s+)?(?:out|ready|coming|follow|due|on\s+its\s+way|posted|soon)\b`,
        String.raw`\b(?:I'm|we're|I\s+am|we\s+are)\s+(?:\w+\s+)?(?:an?|two|three|four|\d+|a\s+few|a\s+couple\s+of)\s+(?:days?|weeks?|months?)\s+(?:away\s+)?from\s+(?:an?|the|having|being|posting|finishing|completing)\b`,
        String.raw`\b(?:I'm|we're|I\s+am|we\s+are|(?:the|my|our)\s+(?:[\w-]+\s+){0,3}?${THING}\s+is)\s+(?:now\s+)?(?:almost|nearly|about\s+\d+\s*(?:%|percent)|half|mostly|close\s+to\s+being)\s+(?:done|there|finished|through|complete|ready)\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['other-version'],
    weigh: unmeasured,
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
    reason: 'progress-where-i-am',
    cues: [
      'what',
      'coding',
      'debugging',
      'fighting',
      'wrestling',
      'struggling',
      'polishing',
      'phase',
      'stage',
      'step',
      'steps',
      'milestone',
      'evaluation',
    ],
    type: 'progress',
    weight: 0.5,
    pattern: new RegExp(
      [
        String.raw`\b(?:is|are|'s)\s+what\s+(?:I|we)(?:'m|'re|\s+am|\s+are)\s+(?:\w+\s+)?(?:on\b(?!\s+about)|coding|doing|debugging|busy|working|implementing|writing|fighting|tackling|polishing|stuck)\b`,
        String.raw`\bstill\s+(?:fighting|wrestling|struggling|battling|debugging)\s+(?:with\s+|against\s+)?(?:the|my|some|an?)\b(?=[^.;]{2,80}[,;]\s*(?:but|though|and|so)\b)`,
        String.raw`\b(?:I'm|we're|I\s+am|we\s+are|(?:the|my|our)\s+(?:\S+\s+)?(?:${THING})\s+is)\s+(?:now\s+|currently\s+)?(?:at|in|on|entering)\s+(?:the|its)\s+(?:first|second|third|fourth|last|final|testing|polishing|clean-?up|debugging|\d+\w*)\s+(?:of\s+\w+\s+(?:\w+\s+)?)?(?:steps?|phase|stages?|milestones?)\b`,
        String.raw`\b(?:phase|step|stage|milestone|part)\s+(?:\d|one|two|three|I{1,3})\b[^.;]{0,20}\b(?:finished|done|complete|completed|over|reached|passed)\b|\b(?:mid-?term|first|final)\s+evaluation\s+(?:was\s+|is\s+)?(?:passed|done|over)\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['past'],
    weigh: unmeasured,
  },
  {
    reason: 'progress-status-lines',
    cues: ['status', 'day', 'week', 'weekly', 'month', 'report', 'sync', 'update', 'sprint'],
    type: 'progress',
    weight: 0.6,
    pattern:
      /^(?:day|week|month|sprint|milestone)\s+\d+(?:\s*(?:of|\/)\s*\d+)?\s*(?::|-\s)\s*\S|^(?:(?:my|our)\s+)?(?:weekly|monthly|bi-?weekly|short|quick)\s+(?:status\s+)?(?:report|update|status)\b[^.;]{0,30}?(?::|-\s)|^status\s+(?:of|on|update\s+(?:on|for))\s+(?:the|my|our)\s+[^:]{2,40}:\s*\S|^(?:this|last)\s+(?:month|week|fortnight)\s*:\s*\S|^since\s+(?:the\s+|our\s+)?last\s+(?:sync|call|report|update|status|mail|meeting)\s*[:,]\s*(?=\S)/i,
    object: 'thread',
    allows: ['past', 'negation', 'other-version'],
    weigh: (found) =>
      /\b(?:done|wrote|written|finali[sz]ed|finished|implemented|converted|annotated|ported|emits?|boots?|fixed|reviewed|drafted|added|working|works|progress|got|passes|merged|started|learned)\b/i.test(
        `${found.sentence.text} ${found.next}`,
      )
        ? unmeasured(found)
        : null,
  },
]
