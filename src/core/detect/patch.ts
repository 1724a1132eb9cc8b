// Patches: a mail that posts work, by its subject or its own words. In: the message and its sentences. Out: one signal for
// the cover letter, a lone patch or the first of a series. Refuses replies, later pieces (the cover speaks for them) and mere mending.
import type { Message } from '../model/message.ts'
import { LEAST_SCORE } from './choose.ts'
import { isWorkTopic, type MailContext, postedPlace } from './context.ts'
import { readObject } from './object.ts'
import { describing, MERE_MENDING, readTold, speaksOfPatch } from './patch-letter.ts'
import type { Sentence } from './sentences.ts'

export interface PatchStatement {
  readonly reason: string
  readonly score: number
  readonly sentence: Sentence | null
  readonly project: string | null
}

/** What a posting says, or null when it posts nothing that counts. */
export function readPatch(
  message: Message,
  sentences: readonly Sentence[],
  context: MailContext,
): PatchStatement | null {
  if (context.reply) return null
  const place = postedPlace(message)
  if (place !== null && place.n > 1) return null
  const score = place === null ? unmarkedScore(message) : patchScore(message)
  const shown = place !== null && (message.hasDiff || place.n === 0)
  if (score < LEAST_SCORE || !(shown || speaksOfPatch(sentences))) return toldBy(message, sentences)
  return {
    reason: place?.n === 0 ? 'patch-cover-letter' : 'patch-posted',
    score,
    sentence: describing(sentences),
    project: subjectObject(message.subject),
  }
}

/** "Attached is a patch that adds X": where the subject does not say so, and nor that it mends. */
function toldBy(message: Message, sentences: readonly Sentence[]): PatchStatement | null {
  if (MERE_MENDING.test(message.subject) && postedPlace(message)?.n !== 0) return null
  const told = readTold(sentences)
  return told && { reason: 'patch-told', score: 0.62, ...told }
}

/** A diff below a subject that names new work but bears no mark. */
function unmarkedScore({ hasDiff, subject }: Message): number {
  return hasDiff && !subject.endsWith('?') && isWorkTopic(subject) && !MERE_MENDING.test(subject) ? 0.6 : 0
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
