// Releases: the author gives his work up. Leaving a maintainer's role, or one posting, is none.
import type { Detector } from '../detector.ts'
import { namesTopic } from '../topic.ts'
import { SELF } from '../voice.ts'
import { around, lowerInReview, OFFERS, ROLE, SELF_HAS, WILL_NOT } from './voice.ts'

const own = (body: string): RegExp => new RegExp(body, 'i')

const FOREVER =
  /\bno\s+longer\b|\bany\s?more\b|\bany\s+longer\b|\bany\s+further\b|\bfurther\b|\bwithout\s+me\b/i

/** The rows of this kind; order means nothing. */
export const releaseDetectors: readonly Detector[] = [
  {
    reason: 'release-stopped-working',
    cues: ['stop', 'stopped', 'quit', 'ceased', 'given', 'gave', 'giving', 'give', 'halted', 'discontinued'],
    type: 'release',
    weight: 1.8,
    pattern: own(
      String.raw`${SELF_HAS}\s+(?:(?:stop(?:ped|ping)?|quit|ceased?|halted|gave\s+up|giv(?:en|ing)\s+up|(?<=\b(?:to|will|must|'ll|should)\s)give\s+up)\s+(?:on\s+)?(?:(?:all|any|my|our|the|further|active)\s+)*(?:work(?:ing)?\s+(?:on|with|towards)|work|developing|development(?:\s+(?:on|of))?|hacking\s+on|efforts?\s+(?:on|to))|(?:(?<=\b(?:to|will|must|'ll|should)\s)give|gave|given|giving)\s+up(?:\s+on)?(?!\s+(?:trying|looking|waiting|understanding|debugging|reading))|discontinued)(?=[\s.])`,
    ),
    object: 'after',
    objectWeights: { pronoun: 0.2, unknown: -0.8, review: -2, none: -1, identifier: -1.2 },
    allows: ['negation', 'past'],
    weigh: (found) =>
      found.object.kind === 'none' && (found.context.faultTopic || !found.context.reply)
        ? null
        : /^(?:it|that)$/i.test(found.object.phrase) &&
            found.context.reply &&
            /\bgav|giv/i.test(found.match[0]) &&
            !OFFERS.test(`${found.sentence.text} ${found.next}`)
          ? found.context.review || !/\bago\b|\byear\b/.test(found.sentence.text)
            ? -2.4
            : 0
          : /^v?\d/.test(found.object.phrase)
            ? -4
            : lowerInReview(found) +
              (found.object.kind === 'identifier' &&
              !(found.context.reply && !found.context.review && namesTopic(found)) &&
              !/\bwork|develop|hack|effort/i.test(found.match[0])
                ? -1
                : 0),
  },
  {
    reason: 'release-abandoned',
    cues: [
      'abandon',
      'dropped',
      'dropping',
      'drop',
      'shelve',
      'park',
      'parked',
      'ditched',
      'withdraw',
      'withdrew',
      'withdrawing',
      'cancelled',
    ],
    type: 'release',
    weight: 1.2,
    pattern: own(
      String.raw`${SELF_HAS}\s+(?:(?:abandon(?:ed|ing)?|shelv(?:ed?|ing)|park(?:ed|ing)?|ditched|withdr(?:aw|ew|awn|awing)(?:\s+from)?|cancelled|dropped\s+the\s+ball\s+on)(?=\s+(?:this|the|my|our|all|any|it|that|working|work|from|["A-Z]))|dropp?(?:ed|ing)?(?=\s+(?:this|the|my|our)\s+(?:[\w"']+\s+){0,4}(?:project|task|port|effort|rewrite|work\s+on)\b))(?=\s)`,
    ),
    object: 'after',
    never: ['vague', 'mending'],
    objectWeights: { pronoun: -1.6, unknown: -2, review: -2.4, none: -2, identifier: -1.8 },
    allows: ['past'],
    weigh: (found) => {
      if (found.context.posting || ROLE.test(found.sentence.text)) return null
      const series = found.object.kind === 'review' && !found.context.review && found.context.reply
      return (found.context.review ? -1.2 : series ? 1.4 : 0.2) + (OFFERS.test(found.next) ? 0.6 : 0)
    },
  },
  {
    reason: 'release-stepping-back',
    cues: [
      'stepping',
      'step',
      'bow',
      'bowing',
      'back',
      'backing',
      'pull',
      'pulling',
      'walk',
      'aside',
      'leave',
      'leaving',
      'hold',
      'burner',
      'retire',
      'resign',
    ],
    type: 'release',
    weight: 0.9,
    pattern: own(
      String.raw`${SELF_HAS}\s+(?:(?:stepp?(?:ing|ed)?|walk(?:ed|ing)?)\s+(?:back|away|down|aside)\s+from|stepp?(?:ing)?\s+aside(?=\s+(?:and|so|for|in\s+favou?r))|(?:bow|back|pull)(?:ed|ing)?\s+out\s+(?:of|from)|(?:put|set|left)(?=[^.;]{3,40}\s(?:aside|on\s+hold|on\s+ice|on\s+the\s+back\s+burner)\b)|leav(?:e|ing)(?=\s+(?:the|this)\s+(?:project|work|task|driver|port)\b))(?=\s)`,
    ),
    object: 'after',
    objectWeights: { unknown: -2, pronoun: 0, review: -2.4, none: -0.4 },
    allows: ['past'],
    weigh: (found) =>
      found.context.posting || ROLE.test(found.sentence.text)
        ? null
        : found.object.phrase === 'it' && !found.context.review
          ? -0.6
          : found.context.review && !/\bout\b/.test(found.match[0])
            ? -1.2
            : 0,
  },
  {
    reason: 'release-will-not-continue',
    cues: [
      'continu',
      'carry',
      'pursue',
      'pursuing',
      'finish',
      'finishing',
      'complete',
      'completing',
      'return',
      'coming',
      'come',
      'spend',
      'working',
      'work',
      'doing',
      'adopt',
    ],
    type: 'release',
    weight: 1.1,
    pattern: own(
      String.raw`${SELF}(?:\s+[^.;:?]{2,60}?\s(?:and|so|but)(?:\s+(?:I|we))?)?(?:\s+(?:probably|most\s+likely|sadly|unfortunately|therefore|also|really|currently|simply|just|honestly))?(?:\s+${WILL_NOT}|(?:'m|'re)\s+(?:not|no\s+longer)\s+(?:(?:going|able|planning|willing)\s+(?:to|on)(?:\s+be\s+able\s+to)?|actively\s+|currently\s+|really\s+)?|\s+(?:am|are)\s+(?:not|no\s+longer)\b)\s*(?:(?:to|be)\s+)?(?:continu(?:e|ing)|carry(?:ing)?\s+(?:on|forward)|pursu(?:e|ing)|finish(?:ing)?|complet(?:e|ing)|work(?:ing)?\s+on|com(?:e|ing)\s+back\s+to|get(?:ting)?\s+back\s+to|return(?:ing)?\s+to|spend(?:ing)?\s+(?:\w+\s+){0,3}time\s+on|adopt|do(?:ing)?(?=\s+(?:it|this|that)\s+any\s?(?:more|longer)))(?:\s+(?:with|on|to\s+work\s+on|to\s+develop|working\s+on|the\s+work\s+on))?(?=\s)`,
    ),
    object: 'after',
    never: ['mending'],
    objectWeights: { vague: -0.2, pronoun: -0.2, unknown: -1.6, review: -3, none: -1.2, identifier: 0 },
    allows: ['negation', 'condition'],
    weigh: (found) => {
      const text = found.sentence.text
      if (found.object.kind === 'vague' && !/^(?:this|it|that)\s+any/i.test(found.object.phrase)) return null
      if (
        /\b(?:today|tomorrow|tonight|until|before|this\s+(?:week|evening|afternoon|weekend))\b/i.test(text) &&
        !FOREVER.test(text)
      )
        return -2.4
      const goesOn = /\b(?:continu|carry|finish|complet|com(?:e|ing)\s+back|return|back\s+to|adopt)/i.test(
        found.match[0],
      )
      const forever = FOREVER.test(text)
      const offers = OFFERS.test(`${text} ${found.next}`)
      // "I'm not working on it" may simply deny; "not actively", "not any more" tell of an end.
      const softly = /\b(?:actively|currently|really|decided)\b/i.test(found.match[0])
      const denial = goesOn || forever || offers ? 0 : softly ? -0.9 : -3
      const review = found.context.review && !forever && !offers ? -1.4 : 0
      return (forever ? 0.8 : 0) + (goesOn ? 0.3 : 0) + denial + review
    },
  },
  {
    reason: 'release-untouched',
    cues: ['touched', 'looked', 'worked'],
    type: 'release',
    weight: 0.7,
    pattern: own(
      String.raw`${SELF}(?:\s+[^.;]{0,30}?)?\s*(?:haven't|have\s+not|\bhad\s+not|hadn't|didn't)\s+(?:really\s+|actually\s+)?(?:touch(?:ed)?|look(?:ed)?\s+at|work(?:ed)?\s+on)\s+(?=[^.;]{2,60}\b(?:since|in\s+(?:ages|months|years|over|more|a\s+(?:year|long))|for\s+(?:ages|months|years|over|more|a\s+(?:year|long)))\b)`,
    ),
    object: 'after',
    never: ['vague', 'mending'],
    objectWeights: { pronoun: -0.4, review: -2.4, unknown: -1 },
    allows: ['negation', 'past'],
    weigh: (found) =>
      /\b(?:don't|do\s+not|won't|will\s+not|no\s+(?:plans?|longer|intention))\b/i.test(
        `${found.sentence.text.slice(found.match.index + found.match[0].length)} ${found.next}`,
      ) || OFFERS.test(`${found.sentence.text} ${found.next}`)
        ? 0.4
        : -1.6,
  },
  {
    reason: 'release-work-on-hold',
    cues: [
      'hold',
      'abandon',
      'discontinued',
      'stopped',
      'halted',
      'shelved',
      'cancelled',
      'orphan',
      'dropped',
      'ice',
    ],
    type: 'release',
    weight: 0.7,
    pattern:
      /\b(?<object>(?:the|this|my|our|that)\s+(?:\S+\s+){0,5}?(?:project|work|port|driver|effort|rewrite|development|task|conversion|implementation))\s+(?:(?:on|of|for)\s+(?:\S+\s+){1,4})?(?:is|was|has\s+been|got|had\s+been)\s+(?:now\s+|currently\s+|therefore\s+|more\s+or\s+less\s+|unfortunately\s+|effectively\s+)?(?:on\s+(?:hold|ice)|abandoned|discontinued|stopped|halted|shelved|cancelled|orphaned|dropped(?!\s+(?:from|in|by|when|if)\b))\b/i,
    object: 'after',
    never: ['review', 'mending', 'vague', 'none'],
    objectWeights: { unknown: -1.6 },
    allows: ['past'],
    weigh: (found) =>
      found.context.review ||
      found.context.application ||
      found.context.faultTopic ||
      found.context.posting ||
      !found.context.reply
        ? null
        : /\b(?:we|our|my|I)\b/.test(found.sentence.text)
          ? 0.4
          : /\b(?:until|pending|waiting|driver\s+(?:is|was)\s+stopped)\b/i.test(found.sentence.text)
            ? null
            : -0.8,
  },
  {
    reason: 'release-ends-here',
    cues: ['stops', 'ends', 'ended', 'over'],
    type: 'release',
    weight: 0.7,
    pattern:
      /\b(?:(?:the|my|our|this) (?:\S+ ){0,4}?(?:work|project|effort|port|involvement|part|journey|development)|it|this) (?:stops|ends|is over|comes to an end|has ended) (?:here|there|now|for (?:me|us)|on my (?:side|end)|with (?:this|that))\b/i,
    object: 'thread',
    weigh: ({ context }) => (context.posting || context.faultTopic ? null : context.review ? -1.4 : 0),
  },
  {
    reason: 'release-own-attempt',
    cues: [
      'drop',
      'bin',
      'scrap',
      'retire',
      'discard',
      'throw',
      'trash',
      'withdraw',
      'abandon',
      'shelve',
      'forget',
      'mine',
      'attempt',
    ],
    type: 'release',
    weight: 0.6,
    pattern: own(
      String.raw`${SELF_HAS} (?:drop|bin|scrap|retire|discard|throw away|trash|withdraw|abandon|shelve|forget(?: about)?)(?:ped|ned|ed|d)? (?:mine|my (?:own |old )?(?:version|attempts?|driver|work|port|implementation|code|series|try))\b`,
    ),
    object: 'thread',
    weigh: (found) =>
      /\b(?:yours?|his|hers?|theirs?|posted|in favou?r|instead|better|further|ahead|complete|nicer|already)\b/i.test(
        around(found),
      )
        ? found.context.review && /\bseries|code\b/i.test(found.match[0])
          ? -1.2
          : 0.4
        : -1,
  },
  {
    reason: 'release-leaves-programme',
    cues: ['program', 'internship', 'gsoc', 'outreachy', 'application', 'proposal'],
    type: 'release',
    weight: 0.9,
    pattern: own(
      String.raw`${SELF} (?:won't|can't|cannot|will not|will no longer|am not|am unable to) (?:be )?(?:able to )?(?:take part|participate|continue) in (?:the )?(?:[Gg]oogle )?(?:program(?:me)?|internship|gsoc|outreachy|summer of code)\b|${SELF_HAS} (?:(?:leav(?:e|ing)|left|quit(?:ting)?|drop(?:ped|ping)? out of|withdr(?:aw|ew|awing) from|resign(?:ed|ing)? from|cancel(?:led|ling)?|end(?:ed|ing)?) (?:the |my |this )?(?:[Gg]oogle )?(?:program(?:me)?|internship|gsoc|outreachy|summer of code)|(?:withdr(?:aw|ew|awing)|cancel(?:led|ling)?|retract(?:ed|ing)?) my (?:\S+ )?(?:application|proposal))\b`,
    ),
    object: 'thread',
    allows: ['past', 'negation'],
    weigh: ({ context }) => (context.review ? null : 0),
  },
  {
    reason: 'release-not-on-it',
    cues: ['working', 'hacking'],
    type: 'release',
    weight: 0.8,
    pattern:
      /^(?:(?:no|nope|sorry|hi|unfortunately|honestly|well|me|myself)[,.:]? )*(?:not|no longer) (?:really |actively |currently )?(?:working|hacking) on\b/i,
    object: 'after',
    never: ['review', 'mending'],
    objectWeights: { pronoun: 0, vague: 0, unknown: -0.6 },
    allows: ['negation'],
    weigh: (found) =>
      found.context.review
        ? -2
        : FOREVER.test(found.sentence.text) ||
            /\bno longer|since|for (?:quite|some|a )/i.test(found.sentence.text) ||
            OFFERS.test(found.next)
          ? 0.2
          : -2,
  },
  {
    reason: 'release-out',
    cues: ['sorry'],
    type: 'release',
    weight: 0.5,
    pattern: /\b(?:I'm|I am|we're|we are) out(?:(?: of (?:this|it|here))?(?= ?[.,;!]| sorry|$))/i,
    object: 'thread',
    weigh: ({ context, sentence, next }) =>
      !context.reply ||
      context.review ||
      context.faultTopic ||
      /\b(?:back|until|till|week|office|vacation|holiday|today|tomorrow|ideas)\b/i.test(
        `${sentence.text} ${next}`,
      )
        ? null
        : 0,
  },
]
