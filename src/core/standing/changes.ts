// What changed about an entry between two instants: the part of its history that became true in between.

import type { StandingFact } from '../model/fact.ts'
import type { EntryId } from '../model/ids.ts'
import type { StandingPolicy } from '../model/policy.ts'
import type { HistoryEvent } from '../model/standing.ts'
import type { Instant } from '../model/time.ts'
import { computeStanding } from './compute-standing.ts'

/** Events after `from`, up to and with `to`, oldest first. A tie by command shows as `relinked-by` at the command's time. */
export function changesBetween(
  entry: EntryId,
  facts: readonly StandingFact[],
  policy: StandingPolicy,
  from: Instant,
  to: Instant,
): HistoryEvent[] {
  return computeStanding(entry, facts, policy, to).history.filter((event) => event.at > from)
}
