// Who holds the entry and who waits in line: capacity seats, given to those assigned first, then by time.
// Somebody whose patches are on the list is in review whatever his place; nobody is dropped.
import type { Evidence } from '../model/standing.ts'
import type { Instant } from '../model/time.ts'
import { addEvent, type Fold, giveBall, type Held, openTenure } from './fold.ts'
import { HOLDING } from './transitions.ts'

/** Claims in holding states in the order of the line. */
export function lineOf(fold: Fold): Held[] {
  return [...fold.claims.values()]
    .filter((held) => HOLDING.has(held.state))
    .sort(
      (a, b) => Number(b.assigned) - Number(a.assigned) || a.lineAt - b.lineAt || (a.key < b.key ? -1 : 1),
    )
}

/** Gives the seats anew after a change, tells who now waits and who moved up, and opens the holders' tenures. */
export function seatClaims(fold: Fold, at: Instant, evidence: Evidence | null): void {
  const { capacity } = fold.policy
  fold.unseated = false
  lineOf(fold).forEach((held, place) => {
    const waits = capacity > 0 && place >= capacity && held.state === 'active'
    if (waits !== held.waiting) {
      held.waiting = waits
      const [code, from, to] = waits
        ? (['waiting', 'active', 'waiting'] as const)
        : (['moved-up', 'waiting', 'active'] as const)
      addEvent(fold, { at, evidence }, code, held.who, from, to)
      giveBall(held, 'claimant', at)
    }
    if (!waits) openTenure(fold, held)
  })
}
