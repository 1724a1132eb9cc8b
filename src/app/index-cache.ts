// The catalogue's index, built once for each state of the catalogue.
import { buildCatalogueIndex, type CatalogueIndex } from '../core/link/catalogue-index.ts'
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

/** Meta key that changes with every saved catalogue. */
export const CATALOGUE_STAMP = 'catalogue.stamp'
