// What is rotten in a catalogue, entry by entry, with page and line: for the operator, who can mend it.
import type { Catalogue, CatalogueEntry, CatalogueReading } from '../model/entry.ts'
import type { MailingList } from '../model/list.ts'
import type { Standing } from '../model/standing.ts'
import { type Instant, isoDay } from '../model/time.ts'
import { duplicateCandidates } from './duplicate-candidates.ts'
import { allSettled, type MergeSettings } from './merge-catalogue.ts'
import { slugOf, titleKey } from './slug.ts'
import { twoSpellings } from './two-spellings.ts'

export interface CheckSettings extends MergeSettings {
  readonly unverifiedMonths: number
  /** Lists that are watched; without any, no list is unknown. */
  readonly lists?: readonly MailingList[]
  /** What the lists show; without it, contradictions are not looked for. */
  readonly standings?: readonly Standing[]
}

/** An error makes `dibs catalogue check` fail: the page cannot be read as it was meant. The rest wants a look. */
export interface CatalogueFinding {
  readonly level: 'error' | 'warning'
  readonly code: string
  readonly entry: string | null
  readonly page: string
  readonly line: number
  readonly text: string
}

/** Warnings of the readers that mean something was not read as it was meant. */
const ERRORS = new Set(['bad-entry', 'no-title', 'unclosed', 'missing-page', 'unknown-entry', 'unknown-name'])
const MONTH_DAYS = 30.44
const DAY = 86_400_000

/** Findings in the order of pages and lines, errors and warnings mixed. `records` are the readings it was merged from. */
export function checkCatalogue(
  catalogue: Catalogue,
  records: readonly CatalogueReading[],
  settings: CheckSettings,
  at: Instant,
): CatalogueFinding[] {
  const found: CatalogueFinding[] = records
    .flatMap((reading) => reading.warnings)
    .map((warning) => ({ level: ERRORS.has(warning.code) ? 'error' : 'warning', ...warning }))
  for (const entry of catalogue.entries) found.push(...checkEntry(entry, settings, at))
  found.push(
    ...checkPeople(catalogue),
    ...checkNames(catalogue, records, settings),
    ...checkCandidates(catalogue, records, settings),
  )
  return once(found).sort((a, b) => compare(a.page, b.page) || a.line - b.line || compare(a.code, b.code))
}

function checkEntry(entry: CatalogueEntry, settings: CheckSettings, at: Instant): CatalogueFinding[] {
  const found: CatalogueFinding[] = []
  const warn = (code: string, text: string) => found.push(findingAt(entry, code, text))
  if (!entry.complete) warn('stub', 'has a title and no field')
  else if (!entry.contacts.some((person) => person.role !== 'student' && person.email !== null))
    warn(
      'no-contact',
      entry.contacts.length > 0
        ? `no address for ${entry.contacts.map((person) => person.name).join(', ')}`
        : 'names nobody to ask',
    )
  const stale = unverified(entry, settings.unverifiedMonths, at)
  if (stale !== null) warn('unverified', stale)
  if (entry.gsoc.value === 'conditional')
    warn('conditional-gsoc', `the programme flag has a condition: "${entry.gsoc.note}"`)
  if (unknownList(entry, settings.lists ?? []))
    warn('unknown-list', `"${entry.list}" is no list that is watched`)
  for (const standing of settings.standings ?? [])
    if (standing.entry === entry.id)
      for (const contradiction of standing.contradictions)
        warn('contradiction', `${contradiction.code}: ${contradiction.text}`)
  return found
}

/** Why an entry counts as unverified at `at`, null when it does not. Archived entries need nobody to look after them. */
function unverified(entry: CatalogueEntry, months: number, at: Instant): string | null {
  if (entry.state === 'archived' || !entry.complete) return null
  const day = entry.verified.iso ?? entry.verified.byEvidence ?? null
  const limit = isoDay(at - months * MONTH_DAYS * DAY)
  if (day !== null) return day < limit ? `last verified ${day}, more than ${months} months ago` : null
  const inserted =
    entry.inserted.iso ?? entry.inserted.byEvidence ?? entry.inserted.readings?.toSorted().at(-1)
  if (inserted !== undefined && inserted >= limit) return null
  return entry.verified.readings
    ? `verified "${entry.verified.raw}", which may be either day`
    : 'never verified'
}

function unknownList(entry: CatalogueEntry, lists: readonly MailingList[]): boolean {
  if (entry.list === null || lists.length === 0) return false
  const word = entry.list.toLowerCase().replace(/@$/, '')
  return !lists.some(
    (list) =>
      list.id === word ||
      list.addresses.some((address) => address === word || address.startsWith(`${word}@`)),
  )
}

function checkPeople(catalogue: Catalogue): CatalogueFinding[] {
  return twoSpellings(catalogue.entries).map(({ entry, text }) => findingAt(entry, 'two-spellings', text))
}

/** Names in merges and distinct that no entry bears: a typing error would settle nothing, silently. */
function checkNames(
  catalogue: Catalogue,
  records: readonly CatalogueReading[],
  settings: MergeSettings,
): CatalogueFinding[] {
  const known = new Set(
    catalogue.entries.flatMap((entry) => [entry.id, entry.title, ...entry.aliases].map(titleKey)),
  )
  for (const { entries } of records) for (const entry of entries) known.add(titleKey(entry.id))
  const settled = allSettled(records, settings)
  const page = records.find((reading) => reading.settled)?.entries[0]?.source.page ?? 'settings'
  return [...settled.merges, ...settled.distinct]
    .flat()
    .filter((name) => !known.has(titleKey(name)) && !known.has(titleKey(slugOf(name))))
    .map((name) => ({
      level: 'error',
      code: 'unknown-name',
      entry: null,
      page,
      line: 1,
      text: `merges or distinct name "${name}", which is no entry`,
    }))
}

function checkCandidates(
  catalogue: Catalogue,
  records: readonly CatalogueReading[],
  settings: MergeSettings,
): CatalogueFinding[] {
  return duplicateCandidates(catalogue.entries, allSettled(records, settings)).map(
    ({ entries: [a, b], reason }) =>
      findingAt(
        a,
        'duplicate',
        `may be the same as "${b.title}" (${b.source.page}:${b.source.line}): ${reason}; settle it with merges or distinct: [${a.id}, ${b.id}]`,
      ),
  )
}

function findingAt(entry: CatalogueEntry, code: string, text: string): CatalogueFinding {
  return { level: 'warning', code, entry: entry.id, page: entry.source.page, line: entry.source.line, text }
}

function once(findings: readonly CatalogueFinding[]): CatalogueFinding[] {
  const seen = new Set<string>()
  return findings.filter((each) => {
    const key = `${each.code} ${each.page} ${each.line} ${each.code === 'stub' ? '' : each.text}`
    return !seen.has(key) && seen.add(key)
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
