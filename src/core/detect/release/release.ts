// Releases: the author gives his work up. Leaving a maintainer's role, or one posting, is none.
import type { Detector, Found } from '../detector.ts'
import { plainReply } from '../plain-reply.ts'
import { namesTopic } from '../topic.ts'
import { SELF } from '../voice.ts'
import {
  around,
  INSTEAD,
  lowerInReview,
  NO_WORK,
  OFFERS,
  OWN_TRY,
  ROLE,
  SELF_HAS,
  WILL_NOT,
  WORK,
} from './voice.ts'

const own = (...turns: string[]): RegExp => new RegExp(turns.join('|'), 'i')

const FOREVER =
  /\bno\s+longer\b|\bany\s?more\b|\bany\s+longer\b|\bany\s+further\b|\bfurther\b|\bwithout\s+me\b|\bwast\w+\b|\bforeseeable\s+future\b|\bany\s?time\s+soon\b|\bafter\s+all\b|\bin\s+the\s+end\b/i
/** Put off, not given up. */
const FOR_NOW =
  /\b(?:today|tomorrow|tonight|until|before|this\s+(?:week|evening|afternoon|weekend)|next\s+week)\b/i

/** "I'm dropping it", "I gave the port up": what is dropped in a reply about a patch is mostly a line of it. */
function dropped(found: Found): number | null {
  const { context, object, sentence, next } = found
  if (context.posting || ROLE.test(sentence.text) || NO_WORK.test(sentence.text)) return null
  if (OWN_TRY.test(object.phrase)) return INSTEAD.test(around(found)) ? (context.review ? 2.2 : 3) : 0
  const plain = plainReply(found) !== null
  if (object.kind === 'review' && object.phrase !== '' && plain && context.reply) return 1.4
  if (object.kind === 'pronoun' && /\b(?:abandon|shelv|orphan|relinquish)/i.test(found.match[0]))
    return context.review ? 0.6 : 1.4
  if (object.kind === 'pronoun' && plain && /\b(?:it|this)\b/i.test(object.phrase)) return 0.8
  return (context.review ? -1.2 : 0.2) + (OFFERS.test(next) ? 0.6 : 0)
}

/** "I won't finish it": said of work for good, not of an afternoon; "I'm not working on it" may simply deny. */
function willNot(found: Found): number | null {
  const text = found.sentence.text
  if (found.object.kind === 'vague' && !/^(?:this|it|that)\s+any/i.test(found.object.phrase)) return null
  const forever = FOREVER.test(text)
  if (FOR_NOW.test(text) && !forever) return -2.4
  const goesOn =
    /\b(?:continu|carry|finish|complet|com(?:e|ing)\s+back|return|back\s+to|adopt|deliver|make\s+good|keep|spend|wast|invest|pursu)/i.test(
      found.match[0],
    )
  const offers = OFFERS.test(`${text} ${found.next}`)
  const softly = /\b(?:actively|currently|really|decided)\b/i.test(found.match[0])
  const denial = goesOn || forever || offers ? 0 : softly ? -0.9 : -3
  const review = found.context.review && !forever && !offers ? -1.4 : 0
  const promised = /\b(?:promise|commitment)s?\b/i.test(found.object.phrase) ? 1.6 : 0
  return (forever ? 0.8 : 0) + (goesOn ? 0.3 : 0) + denial + review + promised
}

/** "I stopped working on X" says it; "I gave up on X" is said of many things. */
function stopped(found: Found): number | null {
  const { context, object, sentence, next, match } = found
  if (object.kind === 'none' && (context.faultTopic || !context.reply)) return null
  if (/^v?\d/.test(object.phrase)) return -4
  const ofWork = /\bwork|develop|hack|effort/i.test(match[0])
  const offers = OFFERS.test(`${sentence.text} ${next}`)
  if (/^(?:it|that)$/i.test(object.phrase) && context.reply && !ofWork && !offers)
    return context.review || !/\bago\b|\byear\b/.test(sentence.text) ? -2.4 : 0
  const known = context.reply && !context.review && namesTopic(found)
  const owned = known || ofWork || object.making || /^(?:my|our)\b/i.test(object.phrase) || offers
  const unsure = owned ? 0 : object.kind === 'project' ? -1.4 : object.kind === 'pronoun' ? 0 : -1.6
  return lowerInReview(found) + unsure
}

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
    weigh: stopped,
  },
  {
    reason: 'release-dropped',
    cues: [
      'abandon',
      'dropped',
      'dropping',
      'drop',
      'shelve',
      'park',
      'parked',
      'ditched',
      'quit',
      'withdraw',
      'withdrew',
      'withdrawing',
      'cancelled',
      'releasing',
      'orphan',
      'relinquish',
      'scrap',
      'retire',
      'leave',
      'leaving',
      'left',
      'give',
      'giving',
      'gave',
      'handing',
      'hand',
      'bin',
    ],
    type: 'release',
    weight: 1.2,
    pattern: own(
      String.raw`${SELF_HAS}\s+(?:(?:abandon(?:ed|ing)?|shelv(?:ed?|ing)|park(?:ed|ing)?|scrap(?:ped|ping)?|bin(?:ned)?|ditched|withdr(?:aw|ew|awn|awing)(?:\s+from)?|cancelled|releasing|orphan(?:ed|ing)?|relinquish(?:ed|ing)?|retir(?:e|ing)|dropped\s+the\s+ball\s+on|(?:giv(?:e|ing)|gave|hand(?:ed|ing)?)\s+(?:back|away|over|off))(?=\s+(?:this|the|my|mine|our|all|any|it|that|working|work|from|["A-Z]))|dropp?(?:ed|ing)?(?=\s+(?:mine\b|my\s+|(?:it|this)\s*(?:[.,;!]|$|and\b|because|since|as\b)|(?:this|the|our)\s+(?:[\w"']+\s+){0,4}(?:project|task|port|effort|rewrite|conversion|work\s+on)\b))|(?:leav(?:e|ing)|left|quit(?:ting)?)(?=\s+(?:the|this|my|our)\s+(?:\w+\s+){0,2}(?:project|work|task|port)\b(?!\s+(?:alone|as|in|to|for)\b)))(?=\s)`,
    ),
    object: 'after',
    never: ['vague', 'mending'],
    objectWeights: { pronoun: -1.6, unknown: -2, review: -2.4, none: -2, identifier: -1.8 },
    allows: ['past'],
    weigh: dropped,
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
      'hold',
      'burner',
      'ice',
    ],
    type: 'release',
    weight: 0.9,
    pattern: own(
      String.raw`${SELF_HAS}\s+(?:(?:stepp?(?:ing|ed)?|walk(?:ed|ing)?)\s+(?:back|away|down|aside)\s+from|stepp?(?:ing)?\s+aside(?=\s+(?:and|so|for|in\s+favou?r))|(?:bow|back|pull|dropp?|opt)(?:ed|ing)?\s+out\s+(?:of|from)|(?:put|set|left)(?=[^.;]{3,40}\s(?:aside|on\s+hold|on\s+ice|on\s+the\s+back\s+burner)\b))(?=\s)`,
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
      'spending',
      'waste',
      'wasting',
      'invest',
      'working',
      'work',
      'doing',
      'adopt',
      'deliver',
      'good',
      'implement',
      'upstream',
    ],
    type: 'release',
    weight: 1.1,
    pattern: own(
      String.raw`${SELF}(?:(?:'\w+)?\s+[^.;:?]{2,60}?\s(?:and|so|but)(?:\s+(?:I|we))?)?(?:\s+(?:\w+ly|also|just|after\s+all|in\s+the\s+end))*(?:\s+${WILL_NOT}|(?:'m|'re)\s+(?:not|no\s+longer)\s+(?:(?:going|able|planning|willing)\s+(?:to|on)(?:\s+be\s+able\s+to)?|actively\s+|currently\s+|really\s+)?|\s+(?:am|are)\s+(?:not|no\s+longer)\b)\s*(?:(?:to|be)\s+)?(?:continu(?:e|ing)|carry(?:ing)?\s+(?:on|forward)|pursu(?:e|ing)|finish(?:ing)?|complet(?:e|ing)|deliver(?:ing)?|mak(?:e|ing)\s+good\s+on|(?:implement|upstream|do|writ)(?:e|ing)?(?=\s+${WORK}\s+(?:any\s?more|any\s+longer|after\s+all|in\s+the\s+end|for\s+the\s+foreseeable)\b)|work(?:ing)?\s+on|com(?:e|ing)\s+back\s+to|get(?:ting)?\s+back\s+to|return(?:ing)?\s+to|pick(?:ing)?\s+up|resum(?:e|ing)|proceed(?:ing)?\s+with|go(?:ing)?\s+(?:on|ahead|forward)\s+with|do(?:ing)?\s+(?:any\s+)?(?:more|further)\s+(?:work|development)(?:\s+on)?|tak(?:e|ing)\s+up|(?:spend|wast|invest|put|devot)(?:e|ing)?\s+(?:\w+\s+){0,3}(?:time|effort|energy|work)\s+(?:on|in|into|to)|adopt)(?:\s+(?:with|on|to\s+work\s+on|to\s+develop|working\s+on|the\s+work\s+on))?(?=\s|(?<=\b(?:so|and)\s[^.;]{4,40})[.,])`,
    ),
    object: 'after',
    never: ['mending'],
    objectWeights: { vague: -0.2, pronoun: -0.2, unknown: -1.6, review: -3, none: -1.2, identifier: 0 },
    allows: ['negation', 'condition'],
    weigh: willNot,
  },
  {
    reason: 'release-do-not-wait',
    cues: ['wait', 'count', 'rely', 'participate', 'part', 'started', 'touched', 'worked', 'looked'],
    type: 'release',
    weight: 0.6,
    pattern: own(
      String.raw`\b(?:don't|do\s+not)\s+(?:wait\s+for|count\s+on|rely\s+on|expect\s+(?:\w+\s+){1,3}from)\s+(?:me|us)\b`,
      String.raw`\b(?:haven't|have\s+not|never|didn't)\s+(?:even\s+|really\s+|actually\s+)?(?:start|began|begun|touch|beg[ia]n|work|look)(?:ed)?\b[^.;]{0,60}\band\s+(?:I\s+|we\s+)?(?:\w+ly\s+)?(?:won't|will\s+not|never\s+will|do(?:n't|\s+not)\s+(?:plan|intend|see)|am\s+not\s+going)\b`,
    ),
    object: 'thread',
    allows: ['negation', 'past', 'condition'],
    weigh: (found) => (NO_WORK.test(found.sentence.text) ? null : plainReply(found)),
  },
  {
    reason: 'release-come-to-an-end',
    cues: [
      'hold',
      'abandon',
      'discontinued',
      'stopped',
      'halted',
      'shelved',
      'cancelled',
      'canned',
      'scrapped',
      'ends',
      'stops',
      'over',
      'end',
      'ice',
    ],
    type: 'release',
    weight: 0.7,
    pattern: own(
      String.raw`\b(?<object>(?:the|this|my|our|that)\s+(?:(?!(?:so|the|and)\s)\S+\s+){0,5}?(?:project|work|port|driver|effort|rewrite|development|task|conversion|implementation|upstreaming|involvement|part(?=\s+ends)))\s+(?:(?:on|of|for)\s+(?:\S+\s+){1,4})?(?:(?:is|was|has\s+been|got|had\s+been)\s+(?:\w+ly\s+|now\s+|therefore\s+|more\s+or\s+less\s+)?(?:(?:put\s+)?on\s+(?:hold|ice)|abandoned|discontinued|stopped|halted|shelved|cancelled|canned|scrapped|orphaned|dropped(?!\s+(?:from|in|by|when|if)\b))|(?:ends?|stops|is\s+over|(?:has\s+)?c[oa]mes?\s+to\s+an\s+end)\s+(?:here|there|now|for\s+(?:me|us)|on\s+(?:my|our)\s+(?:side|end)|with\s+(?:this|that)))\b`,
    ),
    object: 'after',
    never: ['review', 'mending', 'vague', 'none'],
    objectWeights: { unknown: -1.6 },
    allows: ['past'],
    weigh: (found) => {
      if (plainReply(found) === null || found.context.application) return null
      if (/\b(?:we|our|my|I|me|us)\b/.test(found.sentence.text)) return 0.4
      return /\b(?:until|pending|waiting|driver\s+(?:is|was)\s+stopped)\b/i.test(found.sentence.text)
        ? null
        : -0.8
    },
  },
  {
    reason: 'release-leaves-programme',
    cues: ['program', 'internship', 'gsoc', 'outreachy', 'application', 'proposal', 'summer'],
    type: 'release',
    weight: 0.9,
    pattern: own(
      String.raw`${SELF}\s+(?:\w+ly\s+)?${WILL_NOT}\s+(?:be\s+)?(?:able\s+to\s+)?(?:take\s+part|participat(?:e|ing)|continue)\s+in\s+(?:the\s+|this\s+)?(?:google\s+)?(?:program(?:me)?|internship|gsoc|outreachy|summer\s+of\s+code)\b`,
      String.raw`${SELF_HAS}\s+(?:(?:leav(?:e|ing)|left|quit(?:ting)?|drop(?:ped|ping)?\s+out\s+of|withdr(?:aw|ew|awing)\s+from|resign(?:ed|ing)?\s+from|cancel(?:led|ling)?|end(?:ed|ing)?)\s+(?:the\s+|my\s+|this\s+)?(?:google\s+)?(?:program(?:me)?|internship|gsoc|outreachy|summer\s+of\s+code)|(?:withdr(?:aw|ew|awing)|cancel(?:led|ling)?|retract(?:ed|ing)?)\s+my\s+(?:\S+\s+)?(?:application|proposal))\b`,
    ),
    object: 'thread',
    allows: ['past', 'negation'],
    weigh: ({ context }) => (context.review ? null : 0),
  },
]
