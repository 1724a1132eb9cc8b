// Completions in plain words: "it's upstream", "released with 1.9", "the migration is finished", "done and dusted", "this can
// be struck off". Outside patches' and faults' threads only; what is in only in part, or would be, is none.

import type { Detector, Found } from '../detector.ts'
import { plainReply } from '../plain-reply.ts'
import { CONDITIONAL, clauseBefore, PARTIAL, SUBORDINATE } from './voice.ts'

/** Parts, wishes and what somebody else did to other things. */
const NOT_ALL =
  /\b(?:not|never|staging|n't|nearly|almost|yet|half|some|partly|mostly|hope|hopefully|soon|should|would|until|unless|if|only|phase|step|stage|will|bug|regression|broke|fix(?:es)?|meeting|review|vote|survey|interview|exam|download|backup|test\s+run|build|compilation|boot|transfer|install\w*)\b|n't\b/i

const whole = (found: Found): number | null => {
  const text = found.sentence.text
  if (NOT_ALL.test(text) || PARTIAL.test(text) || CONDITIONAL.test(clauseBefore(found))) return null
  return plainReply(found)
}

const THING =
  '(?:port|porting|driver|migration|conversion|rewrite|rework|refactoring|project|implementation|support|feature|translation|transition|upstreaming|task|parser|interface|backend|frontend|handbook|documentation|docs|manual|tool|job|work|series|effort|emulator|clean-?up|code)'

/** Where and since when finished work is. */
const WHERE = String.raw`(?:(?:in|into|to|with|since|as\s+of|as\s+part\s+of|for|by)\s+(?:the\s+|our\s+|last\s+)?(?:\S+\s+)?(?:mainline|trunk|master|upstream|main|tree|releases?|v?\d+\.\d+\S*|version\s+\d\S*|v\d\S*|rc\d|linux-next|merge\s+window|mon\w+day|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|20\d\d)\b|upstream\b|(?:yesterday|last\s+(?:week|month|night|year|\w+day)|this\s+(?:morning|week)|today|(?:two|three|some|a\s+few|\d+)\s+\w+\s+ago|years\s+ago|long\s+ago)\b)`

/** Nothing is struck off yet. */
const UNSURE = /\b(?:if|once|when|until|after|unless|not|never|half|partly|mostly|would|hope\w*)\b|n't\b/i

/** The rows of this kind; order means nothing. */
export const plainCompletions: readonly Detector[] = [
  {
    reason: 'complete-finished',
    cues: [
      'committed',
      'converted',
      'implemented',
      'upstreamed',
      'merged',
      'ported',
      'wrapped',
      'finished',
      'complete',
      'completed',
      'completes',
      'concludes',
      'closes',
      'dusted',
      'accomplished',
      'declare',
      'through',
      'fulfils',
      'fulfilled',
      'granted',
      'achieved',
      'concluded',
    ],
    type: 'complete',
    weight: 0.7,
    pattern: new RegExp(
      [
        String.raw`\b(?:I|we)(?:'ve|\s+have)\s+(?:just|now|already|finally|meanwhile|since)\s+(?:finished|completed|converted|implemented|upstreamed|merged|ported)\s+(?:it|this|that|them\s+all|everything)(?=\s*(?:[.,!;:(]|$|and\b|upstream|to\b|for\b))`,
        String.raw`\b(?:I|we)(?:'ve|\s+have)?\s+(?:just\s+|now\s+|already\s+|finally\s+)*(?:finished|completed|committed|merged)\s+(?:it|this|that|everything|(?:all\s+of\s+)?(?:the|this|these|my)\s+(?:series|patches|driver|port|conversion|rest))\s+(?:to\s+\S+\s+)?(?:already|yesterday|today|(?:some|a\s+(?:long\s+)?)\s*(?:time|while)\s+ago|last\s+\w+|\w+\s+\w+\s+ago|this\s+(?:morning|week))\b`,
        String.raw`\b(?:I|we)(?:'ve|\s+have)\s+(?:now\s+|just\s+|already\s+)*(?:committed|merged)\s+(?:the|this|these|all)\s+(?:\w+\s+)?(?:series|patches|patchset)\b`,
        String.raw`\b(?:I|we)(?:'ve|\s+have)\s+(?:now\s+|successfully\s+)?(?:finished|completed|wrapped\s+up)\s+(?:my|our|the|this)\s+(?:\S+\s+){0,3}(?:project|internship|task)\b`,
        String.raw`\b(?:the|my|our|this|that|your)\s+(?:[\w-]+\s+){0,4}?${THING}(?:\s+(?:to|of|for|from)\s+[^.;,]{2,40}?)?\s+(?:is|are|has\s+been|was)\s+(?:now\s+|finally\s+|at\s+last\s+|hereby\s+|officially\s+)*(?:finished|complete|completed|concluded|fulfilled)\b(?!\s+(?:by|with|to|in)\s+(?:the|a)\s+(?:end|time))`,
        String.raw`^(?:(?:yes|hi|hurray|hooray|yay|phew)[,.!]\s*)*(?:it's|it\s+is|this\s+is|that's)\s+(?:all\s+|now\s+|finally\s+)*(?:finished|complete|completed|done\s+and\s+(?:dusted|merged|pushed))(?=\s*(?:[.!]|$))`,
        String.raw`\b(?:completes|concludes|closes|finishes|wraps\s+up)\s+(?:the|my|our|this)\s+(?:\S+\s+){0,2}?${THING}\b`,
        String.raw`\b(?:declare|consider|call|regard)\s+(?:the|this|my|our)\s+(?:\S+\s+){0,3}?(?:as\s+)?(?:complete|completed|finished)\b`,
        String.raw`\b(?:so\s+)?(?:we're|I'm|we\s+are|I\s+am)\s+(?:finally\s+|now\s+)?through(?:\s+with\s+(?:it|this|the\s+\w+))?(?=\s*(?:[.!]|$))`,
        String.raw`\b(?:wish|request|goal|bounty|promise)\b[^.;]{0,30}\b(?:is|was|has\s+been|are)\s+(?:now\s+|finally\s+)?(?:granted|fulfilled|achieved|reached|delivered|paid\s+out)\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['past', 'other-version'],
    weigh: whole,
  },
  {
    reason: 'complete-it-is-in',
    cues: [
      'committed',
      'went',
      'gone',
      'already',
      'did',
      'added',
      'implemented',
      'done',
      'finished',
      'completed',
      'converted',
      'upstream',
      'upstreamed',
      'mainline',
      'trunk',
      'landed',
      'shipped',
      'released',
      'merged',
      'master',
      'live',
      'accepted',
      'pushed',
      'nightly',
      'mainlined',
      'included',
    ],
    type: 'complete',
    weight: 0.7,
    pattern: new RegExp(
      [
        String.raw`^(?:(?:yes|ok|fyi|and|no|hi|oh)[,:.!]?\s+)*(?:(?:it|this|that)(?:\s+one)?(?:'s|\s+(?:is|was|has|got))?\s+|all\s+)?(?:been\s+)?(?:(?:fully|completely|all|already|now|since|long|just)\s+)*(?:been\s+)?(?:merged|committed|upstream(?:ed)?|implemented|(?:done|finished|completed|converted)(?=\s+(?:now|already|upstream)))(?:\s+(?:now|already|too|as\s+well|upstream))*\s*[.!]*$`,
        String.raw`^(?:(?:yes|hi|hey|yep|oh|fyi|good\s+news|for\s+the\s+(?:record|archives?))[,.:!]\s*)*(?:(?:it|this|that)(?:'s|\s+is|\s+has\s+been|'s\s+been|\s+was)|(?:it|this|that)\s+(?:has\s+)?)\s*(?:\w+ly\s+|all\s+|already\s+|now\s+)*(?:upstream(?:ed)?|in\s+(?:mainline|trunk|master|upstream)|(?:merged|landed|shipped|released|pushed|mainlined|included)\b(?=\s*(?:[.,!(]|$|(?:in|to|into|with|since|upstream|as|over|last|yesterday|on)\b)))`,
        String.raw`^(?:(?:was|has\s+been|got|is)\s+)?(?:finally\s+|already\s+|now\s+|all\s+)?(?:upstreamed|landed|shipped|mainlined|committed|merged)(?=\s*(?:[!.,-]|$|(?:in|into|at|to|with|on|as|today|yesterday|last|already|now|a\s+while)\b))`,
        String.raw`^(?:(?:yes|ok|fyi)[,:.!]?\s+)*(?:it|this|that)(?:'s|\s+is)\s+(?:now\s+|already\s+|all\s+)*in(?=\s*(?:[.!,(]|$|already\b|now\b|since\b|(?:linux\s+|xen\s+|qemu\s+)?v?\d+\.\d+|mainline\b|master\b|upstream\b|trunk\b))`,
        String.raw`\b(?:did|done|implemented|merged|committed|added|went\s+in|gone\s+in)\b[^.;]{0,40}\b(?:see|in|as|with|by)\s+(?:commit\s+)?(?=[0-9a-f]{0,39}\d)[0-9a-f]{7,40}\b`,
        String.raw`\b(?:has|have|had)\s+been\s+(?:upstream|in\s+(?:mainline|trunk|master))\s+(?:since|for)\b`,
        String.raw`\b(?:the|my|our|this|your)\s+(?:[\w-]+\s+){0,4}?${THING}(?:\s+(?:to|of|for)\s+[^.;,]{2,30}?)?\s+(?:is|are|has\s+been|have\s+been|was|went|got|has|have)\s+(?:\w+ly\s+|now\s+|all\s+|at\s+last\s+)*(?:(?:finished|done|complete)\s+and\s+)?(?:upstream(?:ed)?\b|in\s+(?:mainline|trunk|master)\b|live\b(?=\s+(?:with|on|since|today|yesterday|in))|online\b|merged\b|landed\b|shipped\b|mainlined\b|(?:released|published|pushed|included)\s+(?:with|in|to|as)\b)`,
        String.raw`\b(?:I|we)(?:'ve|\s+have)?\s+(?:finally\s+|already\s+|since\s+)?(?:shipped|released|landed|upstreamed|mainlined|merged)\s+(?:it|that|this|the\s+(?:student's\s+)?(?:\S+\s+)?(?:branch|port|driver|support|work))\s+(?:in|with|as|to|for|last|yesterday|and|upstream)\b`,
        String.raw`\b(?:is|are)\s+(?:now\s+|officially\s+|finally\s+)+(?:a\s+)?(?:part\s+of|included\s+in|supported\s+by|in)\s+(?:the\s+)?(?:\S+\s+)?(?:release|mainline|trunk|distribution|master)\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['past', 'other-version'],
    weigh: whole,
  },
  {
    reason: 'complete-in-a-release',
    cues: [
      'merged',
      'landed',
      'shipped',
      'released',
      'mainlined',
      'upstreamed',
      'converted',
      'committed',
      'accepted',
      'included',
      'supported',
      'implemented',
      'pushed',
      'published',
      'introduced',
      'integrated',
      'went',
      'upstream',
      'available',
      'deployed',
      'finished',
      'completed',
    ],
    type: 'complete',
    weight: 0.5,
    pattern: new RegExp(
      [
        String.raw`(?:^|[,;:.]\s|\band\s|\bbut\s|\bthat\s)(?!(?:I|we|you|they|he|she|there|what|which|who|if|when|the\s+(?:bug|patch|fix))\b)(?:[\w"'+/-]+\s+){1,7}?(?:(?:has|have|had|is|are|was|were|got|gets|'s)\s+)+(?:\w+ly\s+|now\s+|all\s+|since\s+|long\s+|just\s+)*(?:been\s+)?(?:merged|landed|shipped|released|mainlined|upstreamed|converted|committed|accepted|included|supported|implemented|pushed|published|introduced|integrated|available|deployed|finished|completed)\s+${WHERE}`,
        String.raw`(?:^|[,;:.]\s|\band\s|\bbut\s|\bthat\s)(?!(?:I|we|you|they|he|she|there|what|which|who|if|when|the\s+(?:bug|patch|fix))\b)(?:[\w"'+/-]+\s+){1,7}?(?:(?:finally|just|already|has|have)\s+)*(?:went\s+in|gone\s+in|landed|made\s+it|shipped|arrived|got\s+in)\s*${WHERE}`,
        String.raw`\b(?:I|we)(?:'ve|\s+have)?\s+(?:finally\s+|already\s+|since\s+|just\s+|now\s+)*(?:shipped|released|landed|upstreamed|mainlined|merged|finished|completed|published|deployed)\s+(?:it|this|that|the\s+(?:[\w-]+\s+){0,4}?${THING})\s+(?:and\s+\w+\s+it\s+)?${WHERE}`,
        String.raw`\b(?:all|every|each\s+of|both)\s+(?:of\s+)?(?:the\s+|our\s+|my\s+)?(?:\w+\s+){0,2}?(?:items?|drivers?|ports?|conversions?|features?|commands?|tests?|packages?|pages|patches|series|projects|parts?|goals?|tasks?|pieces|subtasks?|callers|users|deliverables|files|modules|chapters|architectures|archs)\s+(?:[^.;,]{2,30}\s)?(?:is|are|has\s+been|have\s+been|was|were)\s+(?:now\s+|all\s+|finally\s+)*(?:done|in|merged|converted|finished|ported|complete|completed|upstream|migrated|translated|ticked|delivered)(?=\s*(?:[.,;!]|$|and\b|${WHERE}))`,
        String.raw`\b(?:nothing|no\s+(?:users?|callers?|items?|drivers?|work))\s+(?:is\s+|are\s+|of\s+it\s+)?(?:left|remains?|remaining)(?:\s+(?:to\s+(?:do|convert|port)|in|on)\b|\s*[.!]|$)`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['past', 'other-version'],
    weigh: (found) =>
      /\b(?:patch|bug|broke\w*|since\s+then|your|he|she|report\w*|paper|article|talk|minutes|survey|slides|agenda|release\s+(?:was|is)|version\s+(?:was|is)|announce\w*)\b/i.test(
        found.sentence.text,
      ) || SUBORDINATE.test(found.match[0].replace(/\b(?:that|since)\b/gi, ''))
        ? null
        : whole(found),
  },
  {
    reason: 'complete-since-version',
    cues: [
      'mainline',
      'upstream',
      'implemented',
      'added',
      'supported',
      'solved',
      'converted',
      'addressed',
      'covered',
      'shipped',
      'introduced',
      'exists',
      'already',
      'nightly',
      'commit',
    ],
    type: 'complete',
    weight: 0.6,
    pattern:
      /^(?:(?:yes|no|hi|oh|fyi|for\s+the\s+(?:record|archives?)|that's\s+history)[,.:]\s*)*(?:(?:already|since|long\s+ago)\s+)?(?:implemented|added|solved|supported|converted|covered|shipped|introduced|merged|done)\s+(?:already\s+)?(?:by|in|since|with|as\s+of)\s+(?:the\s+)?(?:(?:introduction\s+of\s+[^.;]{2,40}?\s+in\s+)?v?\d+\.\d+|commit\b|release\b|version\b|nightly\b|rc\d|linux\b)|\b(?:support\s+for\s+[^.;,]{2,40}?|(?:the|both|all|these|this|that)\s+(?:\S+\s+){0,3}?\S+|it|they)\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:already\s+|now\s+|fully\s+|officially\s+)*(?:supported|implemented|added|included|solved|converted|merged)\s+(?:already\s+)?(?:by\s+[^.;,]{2,40}?\s+)?(?:since|in|with|by|as\s+of)\s+(?:v?\d+\.\d+|commit\s+[0-9a-f]{7,}|(?:the\s+)?(?:current|latest|recent|newer|development|git|master|mainline|trunk)\b|rc\d|release\s+\d|version\s+\d|20\d\d\.\d)|^(?:it|this|that)\s+(?:has|have)\s+(?:already|since|long)\s+been\s+(?:converted|implemented|done|added|merged|ported|solved|written|finished|migrated|upstreamed|replaced|supported)\b|\bthere(?:'s|\s+is|\s+are)\s+(?:already\s+)?(?:an?\s+)?(?:\S+\s+)?(?:drivers?|support|port|implementation|backend)\s+(?:for|of)\s+[^.;,]{2,40}?\s+(?:in\s+(?:the\s+)?(?:mainline|master|linux-next|upstream|trunk|kernel|tree)\b|upstream\b|already\b)|^(?:(?:it|this|that)(?:'s|\s+is)\s+)?already\s+(?:there|implemented|supported|done|merged|upstream)\s*(?:[.!]|$|,\s*(?:see|since|in)|since|in|\()/i,
    object: 'thread',
    allows: ['past', 'other-version'],
    weigh: whole,
  },
  {
    reason: 'complete-struck-off',
    cues: [
      'closed',
      'closing',
      'striking',
      'struck',
      'strike',
      'ticked',
      'tick',
      'crossed',
      'removed',
      'deleted',
      'roadmap',
      'mark',
      'marked',
      'list',
      'page',
      'wiki',
    ],
    type: 'complete',
    weight: 0.6,
    pattern: new RegExp(
      [
        String.raw`\b(?:it|this|that|the\s+(?:item|entry|task|project|ticket|idea))\s+(?:(?:is|are|was)\s+(?:done|finished|merged|in)\s+(?:and|so)\s+(?:it\s+)?)?(?:can|may|should)\s+(?:now\s+|hereby\s+|therefore\s+)?be\s+(?:closed|struck|ticked|crossed|removed|taken|deleted|dropped|marked)\b`,
        String.raw`\bI(?:'m|\s+am|'ve|\s+have)?\s+(?:now\s+|just\s+)?(?:striking|tick(?:ed|ing)|struck|cross(?:ed|ing)|clos(?:ed|ing)|mark(?:ed|ing))\s+(?:it|this|that|the\s+(?:\S+\s+)?(?:item|entry|task|ticket|idea))\b`,
        String.raw`\b(?:struck|strike|cross(?:ed)?|tick(?:ed)?|remove[d]?|taken?|delete[d]?|drop(?:ped)?)\s+[^.;,]{0,60}?(?:from|off)\s+(?:the|this|our|your)\s+(?:\S+\s+)?(?:list|page|wiki|table|roadmap)\b`,
        String.raw`\bmark(?:ed)?\s+(?:[^.;,]{2,60}?\s)?(?:as\s+)?(?:done|complete[d]?|finished|solved)\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['past'],
    weigh: (found) =>
      /\b(?:merged|shipped|released|landed|done|finished|implemented|upstream|went\s+in|is\s+in|code's\s+in|accepted|complete[d]?|ticked|committed|pushed)\b/i.test(
        found.sentence.text,
      ) && !UNSURE.test(found.sentence.text)
        ? plainReply(found)
        : null,
  },
]
