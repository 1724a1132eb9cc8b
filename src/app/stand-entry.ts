// The `stand` job: one entry's facts are gathered and folded, and the standing is kept beside them.
// The kept standing is a snapshot for change marks and quick overviews; every answer folds anew for its own instant.
import type { EntryId } from '../core/model/ids.ts'
import { computeStanding } from '../core/standing/compute-standing.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store, StoreWrites, Task } from '../ports/store.ts'
import { entryFacts, factsInStore, loadFactsBeside } from './entry-facts.ts'
import { entriesNow } from './index-cache.ts'
import { policyOfEntry, type Settings } from './settings.ts'

export interface StandDeps {
  readonly store: Store
  readonly clock: Clock
  readonly settings: Settings
}

/** From here on, one look at all commands and commits is cheaper than one for each entry. */
const MANY = 200

/**
 * Advances the entry: folds its facts as of now and keeps the result. What is due now that it stands so is put into the
 * outbox by `say`, in the same transaction; resolves with the tasks that brings.
 */
export async function standEntry(
  entry: EntryId,
  deps: StandDeps,
  say: (tx: StoreWrites, entry: EntryId) => Promise<Task[]> = async () => [],
): Promise<Task[]> {
  return deps.store.write(async (tx) => {
    await keepStandings(tx, [entry], deps)
    const tasks = await say(tx, entry)
    await tx.removeTask({ kind: 'stand', key: entry })
    return tasks
  })
}

/** Within a transaction: keeps the standings of these entries; one the catalogue no longer knows loses it. */
export async function keepStandings(
  tx: StoreWrites,
  ids: readonly EntryId[],
  deps: Pick<StandDeps, 'clock' | 'settings'>,
): Promise<void> {
  const known = await entriesNow(tx)
  const beside = ids.length < MANY ? factsInStore(tx) : await loadFactsBeside(tx)
  for (const id of ids) {
    const one = known.get(id)
    if (!one) {
      await tx.removeStanding(id)
      continue
    }
    const facts = await entryFacts(one, await tx.linkedThreads(id), beside)
    const policy = policyOfEntry(deps.settings, one.entry)
    await tx.saveStanding(computeStanding(id, facts, policy, deps.clock.now()))
  }
}
