// Where a plain statement counts: not among patches. In: a match. Out: extra log-odds, or null. Refuses nothing.
import type { Found } from './detector.ts'

/** None in a reply about a patch nor in a posting; weaker where a fault is the topic. */
export function outsidePatches(found: Found): number | null {
  if (found.context.review || found.context.posting) return null
  return found.context.faultTopic ? -1 : 0
}
