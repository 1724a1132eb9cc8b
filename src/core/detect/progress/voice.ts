// What the rows of progress share.
import type { Found } from '../detector.ts'

/** A row's pattern: case does not matter. */
export const own = (body: string): RegExp => new RegExp(body, 'i')

/** Told in passing in a patch's or a fault's thread, "it still works on my side" is no sign of life. */
export function outsideReview(found: Found): number | null {
  const { review, posting, faultTopic, reply } = found.context
  if (posting || faultTopic) return null
  return review ? -2 : reply || found.context.message.tag !== null ? 0 : -0.6
}
