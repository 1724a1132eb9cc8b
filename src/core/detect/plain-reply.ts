// Where a plain word is enough: in an answer about a piece of work, in a mail that tells the state of one. In a patch's or a
// fault's thread "done", "all yours" and "half way" are said of lines of code. In: a match. Out: extra log-odds, or null.
// Refuses nothing.
import type { Found } from './detector.ts'

/** Answers, mails of a programme and those under a subject like "status of the port"; elsewhere the row says nothing. */
export function plainReply(found: Pick<Found, 'context'>): number | null {
  const { context } = found
  if (context.posting || context.review || context.faultTopic) return null
  return context.reply || context.message.tag !== null || tellsState(found) ? 0 : null
}

/** The subject of a mail that tells how far work is. */
export const tellsState = ({ context }: Pick<Found, 'context'>): boolean =>
  STATE.test(context.message.subject) && !OTHER_STATE.test(context.message.subject)
const STATE = /\b(?:status|progress|updates?|reports?|news)\b/i
const OTHER_STATE =
  /\b(?:PATCH|RFC|bug|registers?|progress\s+bar|security|(?:kernel|package|firmware|system)\s+updates?|status\s+(?:codes?|bits?|line))\b/i
