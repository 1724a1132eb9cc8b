// What the rows of progress share: the words between the author and his verb, work by its name, and the mail around it.
import type { Found } from '../detector.ts'
import { plainReply, tellsState } from '../plain-reply.ts'

/** A row's pattern, one turn a line: case does not matter. */
export const own = (...turns: string[]): RegExp => new RegExp(turns.join('|'), 'i')

/** "now", "also", "finally", "very much": says nothing of the work. */
export const ADVERBS = String.raw`(?:\s+(?:\w+ly|all|both|now|also|just|indeed|still|already|meanwhile|since|quite|very|much|even)){0,3}`

/** Work by its name. */
export const THING =
  '(?:work|effort|ports?|porting|project|rewrite|rework|drivers?|backend|frontend|experiments?|conversion|migration|implementation|documentation|development|prototype|refactoring|internship|feature|parser|compiler|emulator|emulation|tool|branch|thesis|code|support|translation|clean-?up|series|patches|version)'

/** Told in passing in a patch's or a fault's thread, "it still works on my side" is no sign of life. */
export function outsideReview(found: Found): number | null {
  const { review, posting, faultTopic, reply } = found.context
  if (posting || faultTopic) return null
  return review ? -2 : reply || found.context.message.tag !== null || tellsState(found) ? 0 : -0.6
}

/** "The changes suggested for this set": review business, whatever its head noun. */
export const REVIEW_POINTS =
  /^(?:\S+\s+){0,3}?(?:changes?|comments?|feedback|suggest\w*|request\w*|review\w*|fix(?:es)?)\b/i

/** Numbers that measure a machine, not work. */
export const MEASURED =
  /\b(?:cpus?|memory|ram|disk|bandwidth|throughput|latency|faster|slowdown|overhead|load|idle|battery|cache|hit\s+rate|users?|price|cases|times|vote\w*|seats?|tickets?|inbox|mails?|episode|book|talk|slides|holiday|trip|meeting|discussion|argument|machines?|hosts?|servers?|boards?|budget)\b/i
/** Somebody at work, or work by its name. */
const AT_WORK = new RegExp(
  String.raw`\b(?:I|I'm|I've|we|we're|we've|my|our|me|${THING}|parts?|tests?|phase|converted|ported|written|missing)\b`,
  'i',
)
/** What is only going to be taken up is a claim. */
const TO_COME = /\b(?:going\s+to|will|'ll|plan\s+to|want\s+to)\s+(?:pick|take|start|begin|work)\b/i
/** Told in an answer by somebody at work, of nothing that a machine measures. */
export const atWork = (found: Found): number | null => {
  const text = found.sentence.text
  if (TO_COME.test(text) || MEASURED.test(text) || !AT_WORK.test(text)) return null
  return plainReply(found)
}
