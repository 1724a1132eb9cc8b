// A catalogue as its own YAML or JSON: everything it holds, empty fields left out, so that reading it again gives the same.
import { dump } from 'js-yaml'
import { type Catalogue, type CatalogueEntry, type CatalogueSettlement, EMPTY_ENTRY } from '../model/entry.ts'

/** YAML that `readOwnYaml` reads back to the same entries, and to the same settlement where one is given. */
export function exportYaml(catalogue: Catalogue, settled: Partial<CatalogueSettlement> = {}): string {
  return dump({ ...settled, entries: catalogue.entries.map(filledFields) }, { lineWidth: 120, noRefs: true })
}

/** JSON with every field of every entry. */
export function exportJson(catalogue: Catalogue): string {
  return `${JSON.stringify({ entries: catalogue.entries }, null, 2)}\n`
}

function filledFields(entry: CatalogueEntry): Record<string, unknown> {
  const empty = EMPTY_ENTRY as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(entry).filter(
      ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(empty[name]),
    ),
  )
}
