// Where a plain word is enough: in an answer about a piece of work. In a patch's or a fault's thread "done", "all yours"
// and "half way" are said of lines of code. In: a match. Out: extra log-odds, or null. Refuses nothing.
import type { Found } from './detector.ts'

/** Answers, and mails of a programme; elsewhere the row says nothing. */
export function plainReply({ context }: Found): number | null {
  if (context.posting || context.review || context.faultTopic) return null
  return context.reply || context.message.tag !== null ? 0 : null
}
