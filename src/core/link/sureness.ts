// When is a candidate sure enough to be the answer? In: candidates, best first, and what is asked of a link. Out: the first
// one, or none when it is weak or a second is nearly as good.
import type { Candidate } from '../model/link.ts'

export interface LinkSettings {
  /** Scores below give no link. */
  readonly threshold: number
  /** Least share by which the first candidate's doubt (1 - score) must be smaller than the second's. */
  readonly margin: number
}

/** A sentence has less to go on than a thread, so it asks for a clearer choice. */
export const SIGNAL_MARGIN = 0.25

/** What is asked of a link between a sentence and an entry. */
export const forSentences = ({ threshold, margin }: LinkSettings): LinkSettings => ({
  threshold,
  margin: Math.max(margin, SIGNAL_MARGIN),
})

/** 0 when both are equally sure, near 1 when the first is sure and the second is not. */
export function marginBetween(first: number, second: number): number {
  return second >= 1 ? 0 : (first - second) / (1 - second)
}

/** The first of candidates in order of score, if it reaches the threshold with margin. */
export function chooseSure(candidates: readonly Candidate[], settings: LinkSettings): Candidate | undefined {
  const [first, second] = candidates
  if (!first || first.score < settings.threshold) return undefined
  return marginBetween(first.score, second?.score ?? 0) >= settings.margin ? first : undefined
}
