// Readings of several pages, or of several revisions of one, to one catalogue: one project once.
import type {
  Catalogue,
  CatalogueEntry,
  CatalogueReading,
  CatalogueSettlement,
  CatalogueWarning,
  EntryCorrection,
} from '../model/entry.ts'
import { type EntryId, entryId } from '../model/ids.ts'
import { groupRecords } from './group-records.ts'
import { mergeRecords } from './merge-records.ts'
import { slugOf, titleKey } from './slug.ts'

/** Settlements beside those that the catalogue files hold themselves. */
export type MergeSettings = Partial<CatalogueSettlement>

/**
 * Merges records with the same id, title, alias or anchor, and those that are settled to be one. Readings are in the
 * order of import; an entry keeps the id of its first record, or that of the first name in its settlement.
 */
export function mergeCatalogue(
  readings: readonly CatalogueReading[],
  settings: MergeSettings,
): { catalogue: Catalogue; warnings: CatalogueWarning[] } {
  const settled = allSettled(readings, settings)
  const pageDays = latestDays(readings)
  const dated = readings.flatMap((reading) =>
    reading.entries.map((record) => ({ record, pageDay: pageDays.get(record.source.page) ?? '' })),
  )
  const groups = groupRecords(
    dated.map((each) => each.record),
    settled,
  )
  const ids = new Map<EntryId, EntryId>()
  const taken = new Set<string>()
  const merged = groups.map((group) => {
    const entry = withSettledNames(
      mergeRecords(group.map((index) => dated[index] as (typeof dated)[number])),
      settled,
    )
    const id = freeId(entry.id, taken)
    for (const index of group) {
      const old = dated[index]?.record.id
      if (old !== undefined && !ids.has(old)) ids.set(old, id)
    }
    return { ...entry, id }
  })
  const named = new Map(
    merged.flatMap((entry) => namesOf(entry).map((name) => [titleKey(name), entry.id] as const)),
  )
  const related = merged.map((entry) => withRelations(entry, ids, named))
  const corrected = correct(
    related,
    readings.flatMap((reading) => reading.corrections ?? []),
    named,
  )
  return {
    catalogue: { entries: corrected.entries },
    warnings: [...readings.flatMap((reading) => reading.warnings), ...corrected.warnings],
  }
}

/** Every settlement, those of the settings first. */
export function allSettled(
  readings: readonly CatalogueReading[],
  settings: MergeSettings,
): CatalogueSettlement {
  return {
    merges: [...(settings.merges ?? []), ...readings.flatMap((reading) => reading.settled?.merges ?? [])],
    distinct: [
      ...(settings.distinct ?? []),
      ...readings.flatMap((reading) => reading.settled?.distinct ?? []),
    ],
  }
}

/** For every page its revision's day, or else the latest day that anything on it is dated with. */
function latestDays(readings: readonly CatalogueReading[]): Map<string, string> {
  const days = new Map<string, string>()
  for (const { entries, own } of readings)
    for (const entry of entries) {
      const dated = [entry.inserted.iso, entry.verified.iso, ...entry.reviews.map((review) => review.date)]
      const dates = own ? [] : dated.filter((date) => date !== null).sort()
      const latest = entry.source.revised ?? dates.at(-1) ?? ''
      const day = latest.slice(0, 10)
      if (day > (days.get(entry.source.page) ?? '')) days.set(entry.source.page, day)
    }
  return days
}

function freeId(wanted: EntryId, taken: Set<string>): EntryId {
  let id = wanted
  for (let n = 2; taken.has(id); n++) id = entryId(`${wanted}-${n}`)
  taken.add(id)
  return id
}

/** The first name of a settlement gives the id; names in it that no record bears any more are aliases. */
function withSettledNames(entry: CatalogueEntry, settled: CatalogueSettlement): CatalogueEntry {
  const own = new Set([...namesOf(entry), entry.id].map(titleKey))
  const group = settled.merges.find((names) => names.some((name) => own.has(titleKey(name))))
  if (group === undefined) return entry
  const titles = group.filter((name) => name !== slugOf(name) && !own.has(titleKey(name)))
  return { ...entry, id: slugOf(group[0] ?? entry.id), aliases: [...entry.aliases, ...titles] }
}

function namesOf(entry: CatalogueEntry): string[] {
  return [entry.title, ...entry.aliases]
}

/** Parents and predecessors, named by id or title, to ids of merged entries; a name that nobody bears is dropped. */
function withRelations(
  entry: CatalogueEntry,
  ids: ReadonlyMap<EntryId, EntryId>,
  named: ReadonlyMap<string, EntryId>,
): CatalogueEntry {
  const { parent, predecessor, ...rest } = entry
  const find = (name: EntryId | null | undefined) =>
    name ? (ids.get(name) ?? named.get(titleKey(name))) : undefined
  const [above, before] = [find(parent), find(predecessor)]
  return {
    ...rest,
    ...(above && above !== entry.id ? { parent: above } : {}),
    ...(before && before !== entry.id ? { predecessor: before } : {}),
  }
}

function correct(
  entries: readonly CatalogueEntry[],
  corrections: readonly EntryCorrection[],
  named: ReadonlyMap<string, EntryId>,
): { entries: CatalogueEntry[]; warnings: CatalogueWarning[] } {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const warnings: CatalogueWarning[] = []
  for (const { entry: name, fields, page, line } of corrections) {
    const id = byId.has(entryId(name)) ? entryId(name) : named.get(titleKey(name))
    const entry = id === undefined ? undefined : byId.get(id)
    if (entry === undefined)
      warnings.push({
        page,
        line,
        entry: name,
        code: 'unknown-entry',
        text: `a correction of "${name}", which is no entry`,
      })
    else byId.set(entry.id, { ...entry, ...fields, id: entry.id })
  }
  return { entries: entries.map((entry) => byId.get(entry.id) ?? entry), warnings }
}
