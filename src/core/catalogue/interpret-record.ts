// A page's record to a catalogue entry: each field's words to its meaning, the words kept beside it.
import type { CatalogueEntry, CatalogueWarning, DefaultField, RawDate, Review } from '../model/entry.ts'
import { findAnchors, findUrls } from './find-links.ts'
import { listOfSection } from './list-table.ts'
import { lostContent } from './lost-content.ts'
import {
  type FieldLine,
  type FieldName,
  fieldText,
  type PageReading,
  type PageRecord,
} from './page-record.ts'
import { readContacts } from './read-contacts.ts'
import { readDate } from './read-date.ts'
import { readDifficulty } from './read-difficulty.ts'
import { readGsoc } from './read-gsoc.ts'
import { readReviews } from './read-reviews.ts'
import { sectionState } from './section-state.ts'
import type { IdGiver } from './slug.ts'

/** What the project template prints where nothing is given. */
export const TEMPLATE_DEFAULTS: Partial<Record<FieldName, string>> = {
  gsoc: 'Unknown',
  difficulty: 'Unknown',
  skills: 'Unknown',
  outcomes: 'Not specified, project outcomes',
}

/** One record as an entry, with what is doubtful in it. `page` is the name the import is known by. */
export function interpretRecord(
  record: PageRecord,
  reading: PageReading,
  page: string,
  ids: IdGiver,
): { entry: CatalogueEntry; warnings: CatalogueWarning[] } {
  const value = (name: FieldName): string | null => givenValue(record, name)
  const description = readReviews(record.fields.get('description') ?? [], 'text')
  const outcomes = readReviews(record.fields.get('outcomes') ?? [], 'text')
  const review = readReviews(record.fields.get('review') ?? [], 'review')
  const reviews = [...description.reviews, ...outcomes.reviews, ...review.reviews]
  const written = fieldText(description.lines)
  const texts = [
    written,
    value('skills'),
    fieldText(outcomes.lines),
    value('verified'),
    ...Object.values(record.extra),
  ]
  const contacts = readContacts(value('contact') ?? '')
  const state = record.accepted ? 'accepted' : (sectionState(record.section) ?? 'proposed')
  const id = ids.idOf(record.title, record.extra['id'])
  const entry: CatalogueEntry = {
    id,
    title: record.title,
    aliases: [],
    section: record.section.at(-1) ?? null,
    list: value('list') ?? listOfSection(record.section, reading.lists),
    irc: value('irc'),
    keywords: [],
    gsoc: readGsoc(value('gsoc')),
    inserted: readDate(value('inserted'), latestDay(reading, reviews)),
    verified: readDate(value('verified'), latestDay(reading, [])),
    difficulty: readDifficulty(value('difficulty')),
    skills: value('skills'),
    description: record.fields.has('description') ? written : null,
    outcomes: record.fields.has('outcomes') ? fieldText(outcomes.lines) : value('outcomes'),
    state: state === 'proposed' && contacts.some((person) => person.role === 'student') ? 'accepted' : state,
    complete: record.fields.size > 0,
    contacts,
    reviews,
    urls: findUrls(texts.filter((text) => text !== null).join('\n')),
    anchors: findAnchors(description.lines.map((line) => line.text)),
    source: {
      page,
      line: record.line,
      revision: reading.revision,
      ...(reading.revised === null ? {} : { revised: reading.revised }),
    },
    extra: record.extra,
  }
  const defaults = defaultsOf(entry)
  return {
    entry: defaults.length > 0 ? { ...entry, defaults } : entry,
    warnings: doubts(entry, record, [description.lines, record.fields.get('skills') ?? [], outcomes.lines]),
  }
}

function givenValue(record: PageRecord, name: FieldName): string | null {
  const given = fieldText(record.fields.get(name))
  if (given !== null || !record.template || record.fields.size === 0) return given
  return TEMPLATE_DEFAULTS[name] ?? null
}

function defaultsOf(entry: CatalogueEntry): DefaultField[] {
  const found: DefaultField[] = []
  if (entry.skills === TEMPLATE_DEFAULTS.skills) found.push('skills')
  if (entry.outcomes === TEMPLATE_DEFAULTS.outcomes) found.push('outcomes')
  return found
}

/** The earliest day on which the record is known to have stood there: the page's revision, or a dated remark under it. */
function latestDay(reading: PageReading, reviews: readonly Review[]): string | null {
  const days = [reading.revised, ...reviews.map((review) => review.date)].filter((date) => date !== null)
  return days.map((date) => date.slice(0, 10)).sort()[0] ?? null
}

function doubts(
  entry: CatalogueEntry,
  record: PageRecord,
  texts: readonly (readonly FieldLine[])[],
): CatalogueWarning[] {
  const warnings: CatalogueWarning[] = []
  const warn = (code: string, text: string, line = record.line) =>
    warnings.push({ page: entry.source.page, line, entry: entry.id, code, text })
  if (!entry.complete) warn('stub', `"${entry.title}" has no field at all; imported as incomplete`)
  for (const line of texts.flatMap(lostContent))
    warn(
      'content-lost',
      `a list after "${line.text.trim().slice(-60)}" is missing in this rendering`,
      line.line,
    )
  for (const [name, date] of [
    ['inserted', entry.inserted],
    ['verified', entry.verified],
  ] as const)
    if (date.readings) warn('ambiguous-date', ambiguity(name, date), lineOf(record, name))
  return warnings
}

function ambiguity(name: string, date: RawDate): string {
  const evidence = date.byEvidence ? `; ${date.byEvidence} by the page's own date` : ''
  return `${name} "${date.raw}" is ${date.readings?.join(' or ')}${evidence}`
}

function lineOf(record: PageRecord, name: FieldName): number {
  return record.fields.get(name)?.[0]?.line ?? record.line
}
