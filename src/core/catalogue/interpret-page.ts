// All records of one page as entries, and what only shows when they are seen side by side.
import type { CatalogueEntry, CatalogueWarning, DefaultField } from '../model/entry.ts'
import { interpretRecord } from './interpret-record.ts'
import type { PageReading } from './page-record.ts'
import { type IdGiver, titleKey } from './slug.ts'

/** From so many entries on, a value that all of them share is taken for the template's. */
const FEWEST_FOR_DEFAULT = 4

/** Entries and warnings of one page, in the page's order. */
export function interpretRecords(
  page: PageReading,
  name: string,
  ids: IdGiver,
): { entries: CatalogueEntry[]; warnings: CatalogueWarning[] } {
  const read = page.records.map((record) => interpretRecord(record, page, name, ids))
  const remarks = page.remarks.map((remark) => ({ page: name, entry: null, ...remark }))
  const entries = markParents(markSharedDefaults(read.map((each) => each.entry)))
  return { entries, warnings: [...remarks, ...read.flatMap((each) => each.warnings)] }
}

/** A list or channel that every entry of the page has is fixed text of its template, not the author's choice. */
function markSharedDefaults(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  const shared = (['list', 'irc'] as const).filter((field) => {
    const values = entries.filter((entry) => entry.complete).map((entry) => entry[field])
    return (
      values.length >= FEWEST_FOR_DEFAULT &&
      values[0] !== null &&
      values.every((value) => value === values[0]) &&
      !values[0]?.includes('@lists')
    )
  })
  if (shared.length === 0) return [...entries]
  return entries.map((entry) =>
    entry.complete ? { ...entry, defaults: [...shared, ...(entry.defaults ?? [])] as DefaultField[] } : entry,
  )
}

/** "a sub-project of TITLE" names the parent when the page has an entry of that title; the longest title counts. */
function markParents(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  const byTitle = new Map(entries.map((entry) => [titleKey(entry.title), entry.id]))
  return entries.map((entry) => {
    const match = /\bsub-?project of (?:the )?(.{3,200})/i.exec(entry.description ?? '')
    if (!match) return entry
    const words = titleKey(match[1] ?? '').split(' ')
    const ends = words.map((_, index) => byTitle.get(words.slice(0, words.length - index).join(' ')))
    const parent = ends.find((id) => id !== undefined && id !== entry.id)
    return parent === undefined ? entry : { ...entry, parent }
  })
}
