// Records of one project, from several pages, to one entry: the newest record wins field by field where it says
// something, the others fill its gaps and stay readable as `records`.
import type { CatalogueEntry, EntrySource } from '../model/entry.ts'
import { titleKey } from './slug.ts'

/** Merges records given in order of import. The id is the first record's, title and fields the newest one's. */
export function mergeRecords(records: readonly CatalogueEntry[]): CatalogueEntry {
  const first = records[0] as CatalogueEntry
  if (records.length === 1) return first
  const order = newestFirst(records)
  const newest = order[0] as CatalogueEntry
  const names = unique([...order.flatMap((record) => [record.title, ...record.aliases])], titleKey)
  return {
    ...newest,
    id: first.id,
    aliases: names.filter((name) => titleKey(name) !== titleKey(newest.title)),
    records: order.map((record): EntrySource => record.source),
  }
}

function newestFirst(records: readonly CatalogueEntry[]): CatalogueEntry[] {
  return records.toReversed()
}

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>()
  return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)))
}
