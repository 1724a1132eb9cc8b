// Which programme round a claim falls under, by the tag of its mail or thread.
import type { Programme, Tag } from '../model/list.ts'
import type { Instant } from '../model/time.ts'

/** End of the round meant by the tag at that time; null when there is none or it is over. */
export function roundEndOf(tag: Tag, at: Instant, programmes: readonly Programme[]): Instant | null {
  const programme = programmes.find((known) => known.tag === tag.programme)
  const round = programme?.rounds.find((candidate) =>
    tag.year === null
      ? candidate.from <= at && at <= candidate.to
      : new Date(candidate.to).getUTCFullYear() === tag.year && at <= candidate.to,
  )
  return round && round.to >= at ? round.to : null
}
