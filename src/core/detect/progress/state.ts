// Progress told by the state of the work: it gets on, it is late, the series waits for review. A state of somebody else's
// work is none.
import type { Detector } from '../detector.ts'
import { plainReply } from '../plain-reply.ts'
import { namesTopic } from '../topic.ts'
import { SELF } from '../voice.ts'
import { ADVERBS, atWork, MEASURED, outsideReview, own, THING } from './voice.ts'

/** What work does when it gets on. */
const GETS_ON = String.raw`(?:still\s+being\s+worked\s+on\b|(?:\w+ly\s+|now\s+|still\s+)*(?:coming\s+(?:along|on|together)(?:\s+(?:well|nicely))?|progressing|continuing|taking\s+shape|getting\s+there|moving\s+(?:along|forward|ahead)|advancing|making\s+(?:\w+\s+)?(?:progress|headway))|(?:(?:nearly|almost|mostly|about|largely|roughly|already|at|to|more\s+than)\s+)*(?:half-?\s?way(?:\s+(?:there|done|through))?|half\s+(?:done|finished|written|ready)|\d+\s?(?:%|percent)(?:\s+(?:done|there|complete|finished))?)|(?:nearly|almost|mostly|largely)\s+(?:done|finished|ready|complete|written|there|working|usable))`
/** What gets ready without being a piece of work. */
const NO_WORK = /\b(?:boards?|chips?|devices?|hardware|soc|release|branch|tree|book|party|room)$/i
const OWN_VOICE = /\b(?:I|we|my|our)\b/i

/** The rows of this kind; order means nothing. */
export const stateDetectors: readonly Detector[] = [
  {
    reason: 'progress-series-status',
    cues: [
      'series',
      'patches',
      'patchset',
      'sent',
      'posted',
      'list',
      'reviewed',
      'pending',
      'waiting',
      'waits',
      'await',
      'missing',
      'lacking',
      'review',
      'needs',
    ],
    type: 'progress',
    weight: 0.75,
    pattern: own(
      String.raw`\b(?:series|patches|patchset|port|driver|support|work)\s+(?:is|are)\s+(?:now\s+|currently\s+|already\s+)*(?:at|on|up\s+to)\s+v(?:ersion\s+)?\d+\b`,
      String.raw`(?:^|: ?)v\d+\s+(?:of\s+[^.;]{2,60}?\s+)?(?:was\s+|has\s+been\s+|is\s+)?(?:now\s+|recently\s+)?(?:sent|posted|out|on\s+the\s+list)\b`,
      String.raw`^(?:currently|now)\s+(?:at|on)\s+v\d+\b`,
      String.raw`\b(?:patch(?:es)?\s+#?\d+(?:\s*(?:,|and|-|to)\s*#?\d+)*|(?:the|only\s+the|all)\s+(?:\w+\s+)?(?:patch(?:es)?|series|v\d+|bits?|part)|(?:\S{1,40}\s+)?series|v\d+)\s+(?:(?:is|are|was|were)\s+)?(?:sent\s+(?:recently\s+)?(?:and\s+)?)?(?:still\s+|now\s+|currently\s+)*(?:pending|waiting\s+(?:for|on)|waits?\s+(?:for|on)|awaiting|awaits?|missing|lack(?:ing|s)|in\s+need\s+of|needs?|misses)\s+(?:[\w']+\s+){0,2}?(?:re-?views?|(?:an?\s+)?acks?\b|maintainer|comments|feedback)`,
      String.raw`\breviewed up to (?:patch )?#?\d`,
      String.raw`^v\d+\s+(?:is\s+)?(?:still\s+)?(?:under\s+review|pending|waiting|in\s+review)\b`,
      String.raw`^(?:still\s+)?needs?\s+(?:(?:an?|another|more|one\s+more|some|maintainer|toolstack|\w+'s)\s+)+(?:acks?|reviews?|reviewed-by|maintainer\s+ack)\b`,
      String.raw`^(?:it|this|that)(?:'s|\s+is)\s+still\s+(?:pending|under\s+review|in\s+review|waiting\s+for|on\s+the\s+list)\b`,
      String.raw`\bthere(?:'s|\s+is|\s+was)\s+(?:already\s+)?an?\s+(?:v\d+|new\s+version|newer\s+version|series|rfc)\s+(?:(?:is\s+)?(?:already\s+|now\s+)?(?:on\s+the\s+list|posted|out|pending|under\s+review))\b`,
      String.raw`\b(?:the|my|our)\s+(?:\S+\s+){0,3}?(?:patches|series|driver|port)\s+(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+|already\s+|now\s+)?(?:sent|posted|submitted)\b`,
      String.raw`${SELF}(?:'ve|\s+have)?${ADVERBS}\s+(?:sent|posted|submitted)\s+(?:out\s+)?(?:the|my|our|an?\s+(?:first|initial|rfc|early|new)\s+(?:version|series|draft)\s+of\s+(?:the|my|our)|v\d+\s+of\s+(?:the|my|our)|an?\s+rfc\b)\s*(?:\S+\s+){0,3}?(?:patches|series|patchset|driver|port|rfc)?\b(?=[\s,.;])`,
      String.raw`\b(?:series|patches|patchset|v\d+)\s+(?:is|are|has\s+been|have\s+been)\s+(?:\w+ly\s+|now\s+|all\s+)*(?:reviewed|acked|under\s+review|(?<=(?:partially|partly|mostly)\s)(?:committed|merged|applied|in))\b`,
      String.raw`\b(?:half|most|parts?|some|the\s+first\s+\w+)\s+of\s+(?:the|this)\s+(?:\S+\s+)?(?:series|patches)\s+(?:is|are|has\s+been|have\s+been|went|got)\s+(?:already\s+|now\s+)?(?:in|committed|merged|applied|reviewed)\b`,
    ),
    object: 'thread',
    allows: ['other-version', 'past'],
    weigh: ({ context }) => (context.posting || context.review || !context.reply ? null : 0),
  },
  {
    reason: 'progress-work-gets-on',
    cues: [
      'worked',
      'coming',
      'progress',
      'progressing',
      'continuing',
      'continues',
      'ongoing',
      'underway',
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
    pattern: own(
      String.raw`\b(?:(?:is|are)\s+${GETS_ON}|continues\s+(?:slowly|steadily|well|nicely|as\s+planned)\b)`,
    ),
    object: 'before',
    never: ['review', 'mending', 'vague', 'none', 'pronoun'],
    objectWeights: { unknown: -1.2, identifier: 0.2 },
    weigh: (found) => {
      const where = outsideReview(found)
      if (where === null || NO_WORK.test(found.object.phrase)) return null
      const mine =
        /^(?:my|our)\b/i.test(found.sentence.text) || (found.object.kind === 'unknown' && namesTopic(found))
      return where + (mine ? 1.4 : OWN_VOICE.test(`${found.previous} ${found.sentence.text}`) ? 0 : -0.6)
    },
  },
  {
    reason: 'progress-sign-of-life',
    cues: [
      'alive',
      'life',
      'plugging',
      'chipping',
      'hacking',
      'stalled',
      'continues',
      'ongoing',
      'progressing',
    ],
    type: 'progress',
    weight: 0.7,
    pattern: own(
      String.raw`\b(?:isn't|not|is\s+not|aren't|are\s+not)\s+(?:stalled|dead|stuck|idle|abandoned)\s*[,;:]`,
      String.raw`\ba\s+(?:short\s+|quick\s+)?sign\s+of\s+life\b`,
      String.raw`^(?:\w+,\s+)?(?:we(?:'re|\s+are)\s+|I(?:'m|\s+am)\s+)?still\s+alive\b(?=\s+and\b|\s*[,;])`,
      String.raw`\b(?:I|we)(?:'m|'re|\s+am|\s+are)?${ADVERBS}\s+(?:(?:keep|kept|keeping)\s+)?(?:plugging|chipping|hacking)\s+(?:away|along)\b`,
      String.raw`^work\s+(?:on\s+[^.;]{2,40}?\s+)?(?:continues|goes\s+on|is\s+(?:progressing|ongoing|underway|under\s+way|continuing))\b`,
    ),
    object: 'thread',
    allows: ['negation', 'other-version'],
    weigh: atWork,
  },
  {
    reason: 'progress-slower-than-hoped',
    cues: ['schedule', 'slipped', 'delayed', 'late', 'longer', 'behind', 'track'],
    type: 'progress',
    weight: 0.6,
    pattern: own(
      String.raw`\b(?:I'm|we're|I\s+am|we\s+are|my|our)\b[^.;]{0,40}\b(?:behind|ahead\s+of|back\s+on|on)\s+(?:schedule|plan|track)\b`,
      String.raw`\b(?:my|our|the)\s+(?:[\w-]+\s+){0,3}?(?:schedule|timeline|milestone|${THING})\s+(?:\w+\s+)?(?:slipped|is\s+(?:\w+\s+)?(?:delayed|late|slower)|takes\s+longer|is\s+taking\s+longer|took\s+longer|has\s+(?:slipped|been\s+delayed))\b`,
      String.raw`\b(?:I'm|we're|I\s+am|we\s+are)\s+(?:\w+\s+){0,2}late\s+with\s+(?:the|my|our)\s+(?:[\w-]+\s+){0,4}?(?:drop|batch|${THING})\b`,
    ),
    object: 'thread',
    allows: ['past', 'other-version'],
    weigh: (found) => (MEASURED.test(found.sentence.text) ? null : plainReply(found)),
  },
]
