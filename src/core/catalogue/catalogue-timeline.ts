// All revisions of all pages → the catalogue as it is now, and what it said before of the entries that have changed.
// The first revision of a page tells how things are, whenever it was read in; only a later one of the same page is a change,
// and has a date. What was settled or corrected holds for the past too: it says what the page always meant.
import type { Catalogue, CatalogueEntry, CatalogueReading, CatalogueRecord } from '../model/entry.ts'
import { dateOfEntry } from '../model/entry-date.ts'
import type { EntryId } from '../model/ids.ts'
import type { Instant } from '../model/time.ts'
import { mergeCatalogue } from './merge-catalogue.ts'

/** One text of a page; `at` is when it was read in. */
export interface PageRevision {
  readonly name: string
  readonly at: Instant
  readonly reading: CatalogueReading
}

/** Merges the newest revision of each name; `revisions` are in the order in which they were read in. */
export function mergeRevisions(revisions: readonly PageRevision[]): Catalogue {
  const first = new Map<string, CatalogueReading>()
  const newest = new Map<string, CatalogueReading>()
  for (const { name, reading } of revisions) {
    if (!first.has(name)) first.set(name, reading)
    newest.set(name, reading)
  }
  const { entries } = mergeCatalogue([...newest.values()], {}).catalogue
  if (first.size === revisions.length) return { entries }
  const asOf = (readings: ReadonlyMap<string, CatalogueReading>): readonly CatalogueEntry[] =>
    mergeCatalogue(
      [...readings].map(([name, reading]) => settledAsNow(reading, newest.get(name) as CatalogueReading)),
      {},
    ).catalogue.entries
  const told = new Map<EntryId, CatalogueRecord[]>()
  for (const { at, readings } of statesOf(revisions, first))
    for (const entry of asOf(readings)) {
      const records = told.get(entry.id) ?? []
      told.set(entry.id, records)
      const before = records.at(-1)
      if (before && relevant(before.entry) === relevant(entry)) continue
      records.push({
        at: dateOfRecord(entry, before ?? null, at),
        revision: String(records.length),
        entry,
        ...(before === undefined && at !== null ? { isAddition: true } : {}),
      })
    }
  const timeline = entries.flatMap((entry): [EntryId, CatalogueRecord[]][] => {
    const records = told.get(entry.id) ?? []
    return records.length > 1 || records[0]?.isAddition ? [[entry.id, records]] : []
  })
  return timeline.length === 0 ? { entries } : { entries, timeline: Object.fromEntries(timeline) }
}

/** What every name said, at first and after each change; names stay in their order. */
function statesOf(
  revisions: readonly PageRevision[],
  first: ReadonlyMap<string, CatalogueReading>,
): { at: Instant | null; readings: Map<string, CatalogueReading> }[] {
  const seen = new Set<string>()
  const states: { at: Instant | null; readings: Map<string, CatalogueReading> }[] = [
    { at: null, readings: new Map(first) },
  ]
  for (const { name, at, reading } of revisions) {
    if (!seen.has(name)) {
      seen.add(name)
      continue
    }
    const last = states.at(-1) as (typeof states)[number]
    // Files read in together change together.
    if (last.at === at) last.readings.set(name, reading)
    else states.push({ at, readings: new Map(last.readings).set(name, reading) })
  }
  return states
}

function settledAsNow(reading: CatalogueReading, now: CatalogueReading): CatalogueReading {
  const { settled: _settled, corrections: _corrections, ...rest } = reading
  return {
    ...rest,
    ...(now.settled ? { settled: now.settled } : {}),
    ...(now.corrections ? { corrections: now.corrections } : {}),
  }
}

/** A date the record itself gives, where that is new, else when the page was read in; never before the record it replaces. */
function dateOfRecord(
  entry: CatalogueEntry,
  before: CatalogueRecord | null,
  readAt: Instant | null,
): Instant {
  const own = dateOfEntry(entry)
  if (readAt === null) return own ?? 0
  if (before === null) return Math.min(own ?? readAt, readAt)
  const isNew = own !== null && own !== dateOfEntry(before.entry) && own <= readAt
  return Math.max(isNew ? own : readAt, before.at)
}

/** What the standing takes from a record. */
function relevant({ state, contacts, reviews, verified, inserted, gsoc }: CatalogueEntry): string {
  return JSON.stringify([state, contacts, reviews, verified, inserted, gsoc])
}
