// What is made of the catalogue and dear to make, once for each state of the catalogue.
import { buildCatalogueIndex, type CatalogueIndex } from '../core/link/catalogue-index.ts'
import type { CatalogueEntry, CatalogueRecord } from '../core/model/entry.ts'
import type { EntryId } from '../core/model/ids.ts'
import type { MailingList } from '../core/model/list.ts'
import type { StoreReads } from '../ports/store.ts'

/** A function that gives the index of the catalogue as it is now; rebuilt when the stored catalogue's stamp changed. */
export function catalogueIndex(
  lists: readonly MailingList[],
): (reads: StoreReads) => Promise<CatalogueIndex> {
  let stamp: string | null = null
  let index: CatalogueIndex | null = null
  return async (reads) => {
    const now = (await reads.meta(CATALOGUE_STAMP)) ?? ''
    if (index === null || now !== stamp) {
      index = buildCatalogueIndex(await reads.catalogue(), lists)
      stamp = now
    }
    return index
  }
}

/** Meta key that changes with every saved catalogue: the hash of its text. */
export const CATALOGUE_STAMP = 'catalogue.stamp'

/** An entry with what the catalogue said of it in turn; no records when it always said the same. */
export interface KnownEntry {
  readonly entry: CatalogueEntry
  readonly records: readonly CatalogueRecord[]
}

/** The last catalogue looked at. The stamp is the hash of all it says, so it holds for every store that has it. */
let last: { readonly stamp: string; readonly entries: ReadonlyMap<EntryId, KnownEntry> } | null = null

/** The entries of the catalogue as it is now, by id. */
export async function entriesNow(reads: StoreReads): Promise<ReadonlyMap<EntryId, KnownEntry>> {
  const stamp = await reads.meta(CATALOGUE_STAMP)
  if (stamp !== null && last?.stamp === stamp) return last.entries
  const { entries, timeline } = await reads.catalogue()
  const known = new Map(
    entries.map((entry) => [entry.id, { entry, records: timeline?.[entry.id] ?? [] }] as const),
  )
  last = stamp === null ? null : { stamp, entries: known }
  return known
}
