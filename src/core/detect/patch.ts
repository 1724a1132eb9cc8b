// Patches: a mail that posts work. In: the message and its sentences. Out: one signal for the cover letter, a lone
// patch or the first of a series. Refuses replies, later pieces (the cover speaks for them) and mere mending.
import type { Message } from '../model/message.ts'
import { LEAST_SCORE } from './choose.ts'
import { isWorkTopic, type MailContext, postedPlace } from './context.ts'
import { readObject } from './object.ts'
import type { Sentence } from './sentences.ts'

export interface PatchStatement {
  readonly reason: string
  readonly score: number
  readonly sentence: Sentence | null
  readonly project: string | null
}

const SAYS_WHAT =
  /^(?:(?:this|these|the)\s+(?:\S+\s+){0,3}?(?:patch(?:es|set)?|series?|set|rfc)\b|this\s+(?:adds?|documents?|implements?|introduces?|enables?|extends?|is\s+(?:a|the|adding)\s)|(?:(?:re-?)?adds?|adding|implements?|introduces?|enables?|supports?|provides?|refactors?|use|converts?|ports?|updates?|switch(?:es)?|taking\s+over|allows?|document|make|creates?|improves?|extends?|splits?|reworks?|replaces?|clean(?:s|ing)?|moves?|expose[sd]?|wires?|better\s+document)\b)/i
const PURPOSE =
  /\b(?:this|the|a)\s+(?:patch\s?(?:set|series)?|series?|set|patches)\b[^.]{0,60}\b(?:adds?|introduc\w+|implement\w*|support\w*|enabl\w+|is\s+adding|provid\w+|clean\w*|aims?|attempt|convert\w*|improv\w+|to\s+(?:add|support|get))\b|^the\s+(?:aim|purpose|goal|intent(?:ion)?)\s+(?:of\s+(?:this|the)\b[^.]{0,40}\s|here\s)?is\s+to\b/i
/** Whose work it carries on: the most telling sentence of such a letter. */
const CARRIES_ON =
  /^(?:this|the)\s+(?:(?:patch\s?set|patch|series|set|rfc)\s+)?is\s+(?:(?:a|an|the|another|my)\s+)?(?:\w+\s+)?(?:reviv\w+|resurr?ect\w+|renewed|continuation|rebirth|attempt\s+to\s+(?:revive|get|finish))\b/i
/** "does not add any new features": what it is not. */
const NEGATED =
  /\b(?:do(?:es)?\s+not|doesn't|don't|is\s+not|isn't|without)\s+(?:\w+\s+)?(?:add|introduc\w+|implement|support|enabl\w+|provid\w+|chang\w+)/i
/** Where it applies, what it needs, what changed: true of every letter, said of no project. */
const HOUSEKEEPING =
  /^[-*•+]\s|^here(?:'s| is| are)\b.{0,30}$|^(?:previous(?:ly)?|since\s+v?\d|compared\s+to|depends|rebased|tested|resend|v\d+\s*(?:->|=>|→)|\+\s?cc)\b|^based\s+on\b(?![^.]*\b(?:I|we)\b)|\b(?:depends?\s+on|previous\s+(?:patches|version|series)|appl(?:y|ies|ying)\s+(?:on|to|cleanly|against)|is\s+based\s+(?:on|upon)|should\s+be\s+fine)\b/i
const MERE_MENDING =
  /\b(?:fix(?:es|ed)?|typos?|warnings?|leak|unused|missing|constify|spelling|kernel-?doc|maintainers|coding style|checkpatch|whitespace|null[- ]pointer|use[- ]after|overflow|regression|revert|spaces?|comma|comments?|include|const|build|simplify|sysfs_emit|devm_\w+|remove|drop|avoid|propagate|return value|error (?:path|handling|code))\b/i
const GREETING =
  /^(?:(?:hi|hello|hey|dear|all|folks|(?:important\s+)?note|nb|changes?|thanks?|thank you|sorry|resend\w*)\b|v\d|from:|subject:|date:|cc:|to:|---)/i

/** Whether the mail posts work by its subject: a cover letter, a lone patch or the first of a series, no mending. */
export function mayPost(message: Message): boolean {
  const patch = postedPlace(message)
  if (patch === null || patch.n > 1) return false
  if (!message.hasDiff && patch.n !== 0) return false
  return patchScore(message) >= LEAST_SCORE
}

/** What a posting says, or null when it posts nothing that counts. */
export function readPatch(
  message: Message,
  sentences: readonly Sentence[],
  context: MailContext,
): PatchStatement | null {
  if (!context.posting) return null
  return {
    reason: postedPlace(message)?.n === 0 ? 'patch-cover-letter' : 'patch-posted',
    score: patchScore(message),
    sentence: describing(sentences),
    project: subjectObject(message.subject),
  }
}

function patchScore(message: Message): number {
  const { subject } = message
  const work = isWorkTopic(subject)
  const mending = MERE_MENDING.test(subject)
  const place = postedPlace(message)
  if (place?.n === 0) {
    if (work) return 0.85
    return mending && !(GRADUATES.test(subject) && !STYLE.test(subject)) ? 0.4 : 0.6
  }
  if (work && !mending) return 0.8
  return place?.m === 1 && GRADUATES.test(subject) && !STYLE.test(subject) ? 0.6 : 0.4
}

/** "staging: …": code that is there to be worked on until it may leave (Linux, drivers/staging/*\/TODO). */
const GRADUATES = /^(?!\s*\[[^\]]*\d\.\d)[^:]*\bstaging\s*:/i
/** Changes of style bring nothing nearer its end. */
const STYLE =
  /\b(?:white-?spaces?|spaces?|typos?|spelling|comments?|checkpatch|coding style|style|unused|unnecessary|redundant|blank|empty|align\w*|indent\w*|parenthes\w+|braces?|brackets?|rename|sprintf|sysfs_emit|const(?:ify)?|unsigned|uint\w*|u\d+|kernel-?doc|maintainers|warnings?|line|macro argument|camel\w*|fix(?:es|ed)?|null|check|errors?|return|unneeded|explicit|clarity|contact|todo|remove call|correct|validate)\b/i

/** The sentence that says what the posting does; null, for the subject, when only housekeeping stands in the letter. */
function describing(sentences: readonly Sentence[]): Sentence | null {
  const body = sentences
    .slice(0, 30)
    .filter(({ text }) => !GREETING.test(text) && text.length > 15 && !HOUSEKEEPING.test(text))
    .filter(({ text }) => !NEGATED.test(text))
  const early = body.slice(0, 8)
  return (
    early.slice(0, 4).find((each) => CARRIES_ON.test(each.text)) ??
    early.find((each) => PURPOSE.test(each.text) || SAYS_WHAT.test(each.text)) ??
    body.find((each) => /^(?:so\s+)?(?:this|the|these)\b/i.test(each.text) && PURPOSE.test(each.text)) ??
    early.find((each) => !/^(?:I'll|I will|[A-Z]\w+,)\s/.test(each.text)) ??
    null
  )
}

/** "[PATCH v3 0/2] iio: adc: add support for X" → "add support for X". */
function subjectObject(subject: string): string {
  const bare = subject
    .replace(/^(?:\s*\[[^\]]*\])+/, '')
    .replace(/^\s*(?:[\w/.,+-]{1,40}:\s+)+/, '')
    .trim()
  const verb = /^(?:adds?|adding|introduces?|implements?|enables?|new|initial)\s+/i.exec(bare)
  const object = readObject(verb ? bare.slice(verb[0].length) : bare)
  return object.phrase || bare
}
