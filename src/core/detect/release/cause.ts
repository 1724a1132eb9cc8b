// Releases told by their cause: no time, no hardware, another job, no interest. The cause alone is none; an offer, or a
// refusal to go on, must stand beside it.
import type { Detector, Found } from '../detector.ts'
import { plainReply } from '../plain-reply.ts'
import { SELF } from '../voice.ts'
import { NO_WORK, OFFERS, WILL_NOT } from './voice.ts'

/** "won't", "dont", "no longer": with and without their apostrophes. */
const NOT = String.raw`(?:won'?t|will\s+not|haven'?t|have\s+not|hadn'?t|don'?t|do\s+not|no\s+longer|didn'?t|did\s+not|unlikely|can'?t|cannot|can\s+not|couldn'?t|could\s+not|never|lack|ran\s+out\s+of|not\s+going\s+to|(?:am|are)\s+(?:not|un)\s?able|'m\s+not\s+able|unable)`
const MEANS =
  '(?:time|bandwidth|cycles|resources|energy|motivation|capacity|chance|opportunity|hardware|setup|access)'
/** What one has no time for: work that goes on. */
const GO_ON = String.raw`(?:get(?:ting)?\s+back\s+to|continu(?:e|ing)|finish(?:ing)?|work(?:ing)?\s+on|handle|complet(?:e|ing)|pursu(?:e|ing)|carry|drive|push|do(?:ing)?|re-?spin|rework|rebase|re-?post|re-?send|follow\s+up\s+on|send|spend(?:\s+\w+){0,3}\s+on)`

/** Not "today": an evening is none. */
const ONLY_NOW = /\b(?:today|tonight|tomorrow|this\s+(?:evening|afternoon|morning|week(?:end)?))\b/i
const GOES_ON =
  /\b(?:continu|finish|complet|pursu|carry|working\s+on|work\s+on|back\s+to|driv|doing\b|do\b(?!\s+not)|re-?spin|rework|rebase|re-?post|re-?send|follow\s+up|send|push|handle|spend)/i

/** The sentence and what follows it offer the work. */
const offered = (found: Found): boolean => OFFERS.test(`${found.sentence.text} ${found.next}`)
const REFUSES =
  /\b(?:so|and)\s+(?:(?:I|we)\s+)?(?:can't|cannot|won't|will\s+not|no\s+longer)\s+(?:continue|finish|go\s+on|carry\s+on|complete|send|respin|post|work|follow\s+up|keep|be\s+able\s+to)\b|\bso\s+(?:I'm|I\s+am|we're|we\s+are)\s+done\s+with\b/i

/** "But I've been looking at it again": taken up once more. */
const RESUMED =
  /\bbut\s+(?:I|we)(?:'ll|\s+will)\b|\bimmediately\b|\bbut\b[^.;]{2,60}\b(?:again|resum\w+|picked\s+(?:it|this)\s+up)\b/i
/** Why there will be no more of it. */
const ENDED =
  /\b(?:cancelled|(?:hardware|board|device|setup|customer|funding)\s+(?:is|was|has|have)\s|no\s+(?:time|interest|hardware|longer)|lost\s+interest|moved\s+(?:on|to)|left\s+|changed\s+(?:jobs?|teams?|employers?)|dropp\w+|abandon\w*)/i

/** The rows of this kind; order means nothing. */
export const causeDetectors: readonly Detector[] = [
  {
    reason: 'release-lost-interest',
    cues: [
      'involved',
      'interest',
      'interested',
      'priority',
      'priorities',
      'steam',
      'motivation',
      'enthusiasm',
      'funding',
    ],
    type: 'release',
    weight: 0.9,
    pattern: new RegExp(
      [
        String.raw`${SELF}(?:'ve|\s+have)?\s+(?:\w+\s+)?(?:lost|run\s+out\s+of|ran\s+out\s+of)\s+(?:all\s+|the\s+|any\s+|my\s+)?(?:interest\b|motivation|steam|enthusiasm|funding)`,
        String.raw`\b(?:my|our)\s+(?:own\s+)?interest\s+in\s+[^.;]{2,40}?\s+(?:has\s+)?(?:faded|vanished|waned|gone|dried\s+up|shifted)\b`,
        String.raw`\b(?:I|we)(?:'m|'re|\s+am|\s+are)\s+(?:no\s+longer|not)\s+interested\s+in\s+(?:continuing|working|pursuing|finishing|doing|the\s+project|this\s+(?:project|work|driver))\b`,
        String.raw`\b(?:I|we)(?:'m|'re|\s+am|\s+are)\s+no\s+longer\s+(?:involved|engaged|active)\s+(?:in|with|on)\b`,
        String.raw`\b(?:my|our)\s+(?:priorities\s+(?:have\s+)?(?:changed|shifted|moved)|funding\s+(?:has\s+)?(?:ended|ran\s+out|run\s+out))\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) => (found.context.review && !OFFERS.test(found.sentence.text) ? -1.2 : 0),
  },
  {
    reason: 'release-moved-on',
    cues: [
      'moved',
      'jobs',
      'job',
      'left',
      'lost',
      'longer',
      'access',
      'hardware',
      'setup',
      'board',
      'died',
      'employer',
      'contract',
      'internship',
      'leaving',
      'assigned',
      'pulled',
      'switched',
    ],
    type: 'release',
    weight: 0.9,
    pattern:
      /\b(?:I|we)(?:\s?'ve|\s+have|\s+had)?(?:\s+(?:since|just|recently|also|already))?\s+(?:moved\s+on\b|(?:been\s+)?(?:moved|switched|assigned|reassigned|pulled)\s+(?:on)?(?:to|off\s+to)\s+(?:another|a\s+different|other)\s|changed\s+(?:jobs?|employers?|teams?)|left\s+(?:the\s+company|[A-Z]\w+)|lost\s+(?:my\s+|the\s+|our\s+)?access\s+to|(?:don't|do\s+not|no\s+longer)\s+(?:have|own)\s+(?:the|that|this|any|my|access\s+to)\s+(?:\S+\s+){0,2}?(?:hardware|board|device|setup|kit|machine|chip|sensor)|returned\s+the\s+(?:board|hardware|kit|device)|no\s+longer\s+work\s+(?:on|at|for|with))\b|\b(?:I'm|I\s+am|we're|we\s+are)\s+no\s+longer\s+(?:at|with|employed|working\s+(?:at|for))\b|\b(?:my|our)\s+(?:contract|internship|job|assignment|time)\s+(?:(?:at|with|for)\s+(?:\S+\s+){1,3}?)?(?:ended|ends|is\s+over|runs\s+out)\b|\bI(?:'m|\s+am|'ll\s+be|\s+will\s+be)\s+(?:leaving\s+(?:the\s+(?:company|team|project)|[A-Z]\w+)|(?:moving|switching)\s+to\s+(?:another|a\s+(?:different|new))\s+(?:team|company|job|project|employer))\b|\b(?:the|my|our|that)\s+(?:\S+\s+){0,2}(?:hardware|board|device|setup|kit|machine|sensor)\s+(?:(?:that\s+)?(?:I|we)\s+(?:was|were|had|have|used)\s+(?:\w+\s+)?)?(?:has\s+)?(?:died|broke|is\s+gone|is\s+dead|got\s+(?:lost|fried)|was\s+returned)\b/i,
    object: 'thread',
    allows: ['negation', 'past', 'other-version'],
    weigh: (found) =>
      found.context.posting ? null : offered(found) || REFUSES.test(found.sentence.text) ? 0.4 : -2,
  },
  {
    reason: 'release-no-time',
    cues: [
      'chance',
      'opportunity',
      'time',
      'energy',
      'motivation',
      'capacity',
      'bandwidth',
      'cycles',
      'resources',
      'spare',
      'able',
      'hardware',
      'setup',
      'access',
      'busy',
    ],
    type: 'release',
    weight: 0.9,
    pattern: new RegExp(
      [
        String.raw`(?:^(?:(?:sorry|no|hi|unfortunately)[,.] )*(?=no time for)|\b(?:I|we)\b)[^.;]{0,40}(?:no time(?= for \S+)|\b${NOT}\b[^.;]{0,24}\b(?:${MEANS}|be\s+able)\b|\bha(?:ve|d)\s+(?:had\s+|got\s+)?(?:absolutely\s+|really\s+|very\s+)?(?:no|zero|little|limited|not\s+much)\s+(?:more\s+|spare\s+|free\s+)?(?:time|bandwidth|cycles|resources)\b)(?:[^.;]{0,40}\b(?:to\s+)?${GO_ON}\s+(?=(?:this|it|that|the|on|with|working|another|my|any\s+of|\S*[A-Z\d]\S*|\w+\s+[A-Z]))|\s+(?:for|on)\s+(?:it|this|that|the\s+(?:project|driver|port|work))\b|\s+for\s+[\w.-]+(?=\s*(?:[,.;!]|$|at\s+the\s+moment|any\s?more|right\s+now))|(?=\s*(?:[,.;!]|$|and\b|at\s+the\s+moment|right\s+now|any\s?more|these\s+days|currently)))`,
        String.raw`\black\s+of\s+${MEANS}\b[^.;]{0,40}\b(?:I|we)\s+(?:had|have)\s+to\s+(?:stop|give\s+up|pause|abandon)\b`,
        String.raw`\b(?:I|we)(?:'m|'re|\s+am|\s+are)\s+(?:\w+ly\s+)?(?:too|so|very)\s+busy\s+(?:with\s+[^.;]{2,50}?\s|elsewhere\s+)?(?:to|(?:and|so)\s+(?:I\s+)?can(?:'t|not))\s+${GO_ON}\b`,
        // "My time for such work is limited".
        String.raw`\b(?:my|our)\s+(?:spare\s+|free\s+)?(?:time|resources|bandwidth)\s+(?:for|to\s+(?:work|spend|develop|continue)\w*)\s+[^.;]{2,50}?\s+(?:is|are)\s+(?:\w+ly\s+)?(?:very\s+|too\s+|quite\s+|rather\s+)?(?:limited|over|used\s+up|gone|exhausted)\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['negation', 'condition', 'past', 'other-version'],
    weigh: (found) => {
      if (offered(found)) return 1.2
      if (RESUMED.test(found.sentence.text)) return null
      if (ONLY_NOW.test(found.sentence.text)) return -2.4
      const { reply, review } = found.context
      const limited = /^(?:my|our|lack)\b/i.test(found.match[0])
      const bare = !limited && !GOES_ON.test(found.match[0])
      const forGood =
        /\b(?:will|won't|going\s+to|no\s+longer|any\s?more)\b[^.;]*\bfor\s+(?:it|this|that|the\s+(?:project|driver|port|work))\b/i.test(
          found.sentence.text,
        )
      return (review ? -2 : reply ? -0.6 : -1.4) + (bare ? (forGood ? -0.2 : -1.2) : 0)
    },
  },
  {
    reason: 'release-no-more-versions',
    cues: ['send', 'sending', 'post', 'posting', 'respin', 'submit', 'submitting'],
    type: 'release',
    weight: 0.7,
    pattern: new RegExp(
      String.raw`${SELF}(?:\s+\w+ly)?(?:\s?'m)?\s+(?:${WILL_NOT}|not\s+going\s+to)\s+(?:be\s+)?(?:send|post|re-?spin|submit)(?:ting|ing|ning)?\s+(?:an?\s+|another\s+|any\s+(?:more\s+|further\s+|new\s+)?)?(?:new\s+)?(?:v\d+|versions?|revisions?|series|patch(?:es|set)?)\b`,
      'i',
    ),
    object: 'thread',
    allows: ['negation', 'other-version'],
    weigh: (found) =>
      offered(found) || ENDED.test(`${found.previous} ${found.sentence.text} ${found.next}`) ? 0 : -1.6,
  },
  {
    reason: 'release-was-going-to',
    cues: [
      'radar',
      'list',
      'todo',
      'plate',
      'hoping',
      'planning',
      'planned',
      'hoped',
      'wanted',
      'intended',
      'meaning',
      'meant',
    ],
    type: 'release',
    weight: 1.2,
    pattern:
      /\b(?:I|we) (?:actually |also )?had (?:this|these|it|that|them|the \S+)(?: \S+)? on (?:my|our) (?:radar|(?:to-?do )?list|todo|plate|plans)\b(?=[^.]{0,40}\b(?:happy|glad|feel free|go ahead|but)\b)|\b(?:I|we) (?:(?:was|were|had been|have been) (?:\w+ )?(?:hoping|planning|going|meaning|intending)|had (?:\w+ )?(?:planned|hoped|wanted|intended|meant)|(?:planned|hoped|wanted|intended|meant)) to (?!say|ask|write to|reply|send this)[^.;]{2,80}?\bbut\b[^.;]{0,60}?\b(?:lost|no longer|not going to happen|never|did not|didn't|haven't|won't|will not|can't|cannot|gave up|given up|no time|left|moved|other things|unlikely)\b/i,
    object: 'thread',
    allows: ['negation', 'past', 'condition'],
    weigh: (found) => {
      const { context, match } = found
      if (context.posting || context.faultTopic || !context.reply) return null
      if (/\bhad\s+\w+[^.]*\son\s/i.test(match[0])) return -0.6
      const ended = /\b(?:lost|no longer|not going to happen|gave up|given up|left|moved|unlikely)\b/i.test(
        match[0],
      )
      return (context.review ? -1.6 : -0.6) + (offered(found) ? 0.8 : ended ? 0 : -1)
    },
  },
  {
    // "I was experimenting with a port, but nothing came of it."
    reason: 'release-came-to-nothing',
    cues: ['finished', 'resulted', 'came', 'anywhere', 'nowhere', 'around', 'round', 'left', 'nothing'],
    type: 'release',
    weight: 0.6,
    pattern: new RegExp(
      [
        String.raw`\b(?:I|we)\b[^;]{2,120}?\bnothing\s+(?:\w+\s+){0,3}?(?:(?:has\s+)?(?:resulted|c[oa]me)\s+(?:from|of|out\s+of)|to\s+show\s+for)\b`,
        String.raw`\b(?:I|we)\s+(?:\w+\s+)?(?:never|didn't|did\s+not|haven't|have\s+not)\s+(?:\w+\s+){0,2}?(?:(?:finish(?:ed)?|complete[d]?)\s+(?:it|this|that|the\s+(?:work|driver|port|project))\b|(?:get|got(?:ten)?|find|found)\s+(?:it\s+)?(?:any\s?where|(?:a?round\s+to|back\s+to|to|the\s+time\s+(?:to|for))\s+(?:it|this|that|finish\w*|do\w*|work\w*|complet\w*|continu\w*)\b|very\s+far|beyond|past|any\s+further))`,
        String.raw`\b(?:nothing|not\s+(?:much|a\s+lot))\s+(?:is\s+|was\s+)?left\s+for\s+(?:me|us)\s+to\s+(?:do|implement|add|write|port|contribute)\b`,
      ].join('|'),
      'i',
    ),
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) => {
      if (NO_WORK.test(found.sentence.text) || plainReply(found) === null) return null
      if (/\bleft\s+for\b|\bnothing\b/i.test(found.match[0])) return 0
      return offered(found) ||
        /\bnever\s+will\b|\bno\s+(?:plans?|intention)\b|\bnot?\s+(?:going|plan)/i.test(found.sentence.text)
        ? 0.4
        : -2
    },
  },
]
