// One project as a page writes it, before its words are understood: what every page reader hands over.

/** Fields of the project template, in the order it prints them. */
export const FIELDS = [
  'inserted',
  'verified',
  'gsoc',
  'contact',
  'list',
  'irc',
  'difficulty',
  'skills',
  'description',
  'outcomes',
  'review',
] as const
export type FieldName = (typeof FIELDS)[number]

/** A reader stops at so many records: no catalogue has them. */
export const MOST_RECORDS = 20_000

/** A line of Markdown and the page's line it comes from, counted from 1. */
export interface FieldLine {
  readonly text: string
  readonly line: number
}

export interface PageRecord {
  readonly title: string
  readonly line: number
  /** Headings it stands under, outermost first. */
  readonly section: readonly string[]
  /** Fields the page gives; one without lines, or with an empty one, was given empty. */
  readonly fields: ReadonlyMap<FieldName, readonly FieldLine[]>
  /** Parameters no field is made for. */
  readonly extra: Readonly<Record<string, string>>
  /** Whether a template stands behind the record that prints defaults for what is not given. */
  readonly template: boolean
  /** Set when the page itself says so and no section has to. */
  readonly accepted?: boolean
}

/** A mailing list by sub-project, from a page's table. */
export interface ListRow {
  readonly project: string
  readonly list: string
}

/** What one page was read as. */
export interface PageReading {
  /** Title of the page, null when its text does not say. */
  readonly title: string | null
  readonly revision: string | null
  /** ISO 8601 UTC. */
  readonly revised: string | null
  readonly records: readonly PageRecord[]
  readonly lists: readonly ListRow[]
  /** Lines outside of entries whose end is lost, and lines that could not be understood. */
  readonly remarks: readonly { readonly line: number; readonly code: string; readonly text: string }[]
}

/** A field's text as one string, without blank lines at its ends; null when the page has no such field. */
export function fieldText(lines: readonly FieldLine[] | undefined): string | null {
  if (lines === undefined) return null
  return lines
    .map((line) => line.text)
    .join('\n')
    .trim()
}
