// Whether an import would lose much of what is known: a page emptied by mistake must not empty the catalogue.
import type { CatalogueEntry, CatalogueReading } from '../model/entry.ts'
import { titleKey } from './slug.ts'

export interface ImportLoss {
  /** Entries that the older reading of this page has and the newer one has not. */
  readonly lost: readonly CatalogueEntry[]
  readonly known: number
  /** True when more than a third would go: such an import has to be forced. */
  readonly tooMuch: boolean
}

/** Compares two readings of the same page. Renamed entries that keep an id, alias or anchor are not lost. */
export function importLoss(older: CatalogueReading, newer: CatalogueReading): ImportLoss {
  const kept = new Set(newer.entries.flatMap(keysOf))
  const known = new Map(older.entries.map((entry) => [titleKey(entry.title), entry]))
  const lost = [...known.values()].filter((entry) => !keysOf(entry).some((key) => kept.has(key)))
  return { lost, known: known.size, tooMuch: lost.length * 3 > known.size }
}

function keysOf(entry: CatalogueEntry): string[] {
  return [
    `id ${entry.id}`,
    ...[entry.title, ...entry.aliases].map((name) => `title ${titleKey(name)}`),
    ...entry.anchors.map((anchor) => `anchor ${anchor}`),
  ]
}
