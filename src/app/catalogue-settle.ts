// A person says that entries are one project, or that they are not: kept as a revision of its own, merged like any other.
import { createHash } from 'node:crypto'
import { exportYaml } from '../core/catalogue/export-yaml.ts'
import type { Catalogue, CatalogueSettlement } from '../core/model/entry.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store, Task } from '../ports/store.ts'
import { newestReadings, saveMerged } from './catalogue-import.ts'

/** Name of the revisions that hold what was settled by command. */
export const SETTLED_BY_COMMAND = 'settled by command'

/** Adds one group of ids or titles and merges anew. */
export async function settleEntries(
  how: 'merge' | 'distinct',
  names: readonly string[],
  deps: { readonly store: Store; readonly clock: Clock },
): Promise<{ catalogue: Catalogue; tasks: readonly Task[] }> {
  return deps.store.write(async (tx) => {
    const older = (await newestReadings(tx)).get(SETTLED_BY_COMMAND)?.settled ?? { merges: [], distinct: [] }
    const settled: CatalogueSettlement =
      how === 'merge'
        ? { ...older, merges: [...older.merges, names] }
        : { ...older, distinct: [...older.distinct, names] }
    const text = exportYaml({ entries: [] }, settled)
    const hash = createHash('sha256').update(text).digest('hex')
    const reading = { entries: [], warnings: [], settled }
    await tx.addCatalogueRevision({ name: SETTLED_BY_COMMAND, at: deps.clock.now(), hash, text, reading })
    return saveMerged(tx)
  })
}
