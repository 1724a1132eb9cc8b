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
  /^(?:(?:this|these|the)\s+(?:\S+\s+){0,3}?(?:patch(?:es|set)?|series|set|rfc)\b|this\s+(?:adds?|documents?|implements?|introduces?|enables?|is\s+(?:a|the)\s)|(?:add|adds|adding|implement|implements|introduce|introduces|enable|enables|support|provide|refactor|use|convert|port|update|switch|taking\s+over|allow|document|make|create)\b)/i
const PURPOSE =
  /\b(?:this|the|a)\s+(?:patch\s?(?:set|series)?|series|set|patches)\b[^.]{0,60}\b(?:adds?|introduc\w+|implement\w*|support\w*|enabl\w+|is\s+adding|provid\w+|clean\w*|aims?|attempt|convert\w*|improv\w+|to\s+(?:add|support|get))\b/i
const MERE_MENDING =
  /\b(?:fix(?:es|ed)?|typos?|warnings?|leak|unused|missing|constify|spelling|kernel-?doc|maintainers|coding style|checkpatch|whitespace|null[- ]pointer|use[- ]after|overflow|regression|revert|spaces?|comma|comments?|include|const|build|simplify|sysfs_emit|devm_\w+|remove|drop|avoid|propagate|return value|error (?:path|handling|code))\b/i
const GREETING =
  /^(?:(?:hi|hello|hey|dear|all|folks|note|nb|changes?|thanks?|thank you|sorry|resend\w*)\b|v\d|from:|subject:|date:|cc:|to:|---)/i

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
  const work = isWorkTopic(message.subject)
  const mending = MERE_MENDING.test(message.subject)
  if (postedPlace(message)?.n === 0) return work ? 0.85 : mending ? 0.4 : 0.6
  return work && !mending ? 0.8 : 0.4
}

function describing(sentences: readonly Sentence[]): Sentence | null {
  const body = sentences.slice(0, 30).filter((each) => !GREETING.test(each.text) && each.text.length > 15)
  const early = body.slice(0, 8)
  return (
    body.find((each) => /^(?:this|the|these)\b/i.test(each.text) && PURPOSE.test(each.text)) ??
    early.find((each) => PURPOSE.test(each.text)) ??
    early.find((each) => SAYS_WHAT.test(each.text)) ??
    early.find((each) => !/^(?:I'll|I will|[A-Z]\w+,)\s/.test(each.text)) ??
    body[0] ??
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
