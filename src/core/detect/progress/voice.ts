// What the rows of progress share: the words between the author and his verb, work by its name, and the mail around it.
import type { Found } from '../detector.ts'
import { tellsState } from '../plain-reply.ts'

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
