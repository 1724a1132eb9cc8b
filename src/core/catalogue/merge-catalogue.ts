// Readings of several pages, or of several revisions of one, to one catalogue: one project once.
import type { Catalogue, CatalogueEntry, CatalogueReading, CatalogueWarning } from '../model/entry.ts'
import { mergeRecords } from './merge-records.ts'
import { slugOf, titleKey } from './slug.ts'

export interface MergeSettings {
  /** Groups of ids or titles that are one project. */
  readonly merges?: readonly (readonly string[])[]
  /** Groups of ids or titles that are not, however alike. */
  readonly distinct?: readonly (readonly string[])[]
}

/**
 * Merges records with the same id, title, alias or anchor, and those the settings name. Readings are in the order of
 * import; an entry keeps the id of its first record.
 */
export function mergeCatalogue(
  readings: readonly CatalogueReading[],
  settings: MergeSettings,
): { catalogue: Catalogue; warnings: CatalogueWarning[] } {
  const records = readings.flatMap((reading) => reading.entries)
  const merges = [...(settings.merges ?? []), ...readings.flatMap((reading) => reading.settled?.merges ?? [])]
  const groups = groupRecords(records, merges)
  const warnings = readings.flatMap((reading) => reading.warnings)
  const taken = new Set<string>()
  const entries = groups.map((group) => {
    const merged = mergeRecords(group)
    let id: string = group[0]?.id ?? slugOf(merged.title)
    for (let n = 2; taken.has(id); n++) id = `${group[0]?.id}-${n}`
    taken.add(id)
    return { ...merged, id: id as CatalogueEntry['id'] }
  })
  return { catalogue: { entries }, warnings }
}

/** Records that are one project, in order of first appearance. */
function groupRecords(
  records: readonly CatalogueEntry[],
  merges: readonly (readonly string[])[],
): CatalogueEntry[][] {
  const groupOf = new Map<string, CatalogueEntry[]>()
  const groups = new Set<CatalogueEntry[]>()
  const sameNames = new Map<string, string>()
  for (const group of merges)
    for (const name of group) sameNames.set(titleKey(name), titleKey(group[0] ?? name))
  for (const record of records) {
    const keys = keysOf(record).flatMap((key) => {
      const settled = sameNames.get(titleKey(key.slice(key.indexOf(':') + 1)))
      return settled === undefined || key.startsWith('anchor:') ? [key] : [key, `settled:${settled}`]
    })
    const found = [...new Set(keys.map((key) => groupOf.get(key)).filter((group) => group !== undefined))]
    const group =
      found.sort(
        (a, b) => records.indexOf(a[0] as CatalogueEntry) - records.indexOf(b[0] as CatalogueEntry),
      )[0] ?? []
    for (const other of found.slice(1)) {
      group.push(...other)
      groups.delete(other)
      for (const [key, held] of groupOf) if (held === other) groupOf.set(key, group)
    }
    group.push(record)
    groups.add(group)
    for (const key of keys) groupOf.set(key, group)
  }
  return [...groups]
}

function keysOf(record: CatalogueEntry): string[] {
  return [
    `title:${titleKey(record.title)}`,
    ...record.aliases.map((alias) => `title:${titleKey(alias)}`),
    ...(record.id === slugOf(record.title) ? [] : [`id:${record.id}`]),
    ...record.anchors.map((anchor) => `anchor:${anchor}`),
  ]
}
