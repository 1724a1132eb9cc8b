// The instants behind a catalogue's dates.
import type { CatalogueEntry, RawDate } from './entry.ts'
import type { Instant } from './time.ts'

/**
 * The start of the day (UTC) that the date means: its one reading, or of two the one that the page's own date or a signature
 * leaves. Null when it is missing, a template's default, or in doubt.
 */
export function dayMeant(date: RawDate): Instant | null {
  const day = date.iso ?? date.byEvidence ?? null
  return day === null || date.default ? null : instantMeant(day)
}

/** The instant of an ISO 8601 text, null when it is none. */
export function instantMeant(iso: string): Instant | null {
  const at = Date.parse(iso)
  return Number.isFinite(at) ? at : null
}

/** Since when an entry is as its record says: the page's revision, else the day somebody verified it, else that of its insertion. */
export function dateOfEntry(entry: CatalogueEntry): Instant | null {
  return (
    (entry.source.revised === undefined ? null : instantMeant(entry.source.revised)) ??
    dayMeant(entry.verified) ??
    dayMeant(entry.inserted)
  )
}
