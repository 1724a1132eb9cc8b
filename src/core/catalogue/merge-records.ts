// Records of one project, from several pages, to one entry: the newest record wins field by field where it says
// something, the others fill its gaps and stay readable as `records`.
import type {
  CatalogueEntry,
  Contact,
  DefaultField,
  EntrySource,
  EntryState,
  Review,
} from '../model/entry.ts'
import { titleKey } from './slug.ts'

/** A record and the latest day its page is known to have been written on (`YYYY-MM-DD`, '' when unknown). */
export interface DatedRecord {
  readonly record: CatalogueEntry
  readonly pageDay: string
}

/** Merges records given in order of import. The id is the first record's, everything else as the newest one says. */
export function mergeRecords(dated: readonly DatedRecord[]): CatalogueEntry {
  const first = dated[0]?.record as CatalogueEntry
  if (dated.length === 1) return first
  const order = newestFirst(dated)
  const newest = order[0] as CatalogueEntry
  const pick = <T>(value: (record: CatalogueEntry) => T, says: (record: CatalogueEntry) => boolean): T =>
    value(order.find(says) ?? newest)
  const defaults = (['list', 'irc', 'skills', 'outcomes'] as const).filter(
    (field) => !order.some((record) => saysField(record, field)) && newest.defaults?.includes(field),
  )
  const parent = order.find((record) => record.parent)?.parent
  const predecessor = order.find((record) => record.predecessor)?.predecessor
  return {
    id: first.id,
    title: newest.title,
    aliases: aliasesOf(order, newest.title),
    section: pick(
      (record) => record.section,
      (record) => record.section !== null,
    ),
    list: pick(
      (record) => record.list,
      (record) => saysField(record, 'list'),
    ),
    irc: pick(
      (record) => record.irc,
      (record) => saysField(record, 'irc'),
    ),
    keywords: unique(
      order.flatMap((record) => record.keywords),
      (word) => word.toLowerCase(),
    ),
    gsoc: pick(
      (record) => record.gsoc,
      (record) => record.gsoc.value !== 'unknown',
    ),
    inserted: pick(
      (record) => record.inserted,
      (record) => record.inserted.raw !== null,
    ),
    verified: pick(
      (record) => record.verified,
      (record) => record.verified.raw !== null && !record.verified.default,
    ),
    difficulty: pick(
      (record) => record.difficulty,
      (record) => Boolean(record.difficulty.raw) && !record.difficulty.default,
    ),
    skills: pick(
      (record) => record.skills,
      (record) => saysField(record, 'skills'),
    ),
    description: pick(
      (record) => record.description,
      (record) => Boolean(record.description),
    ),
    outcomes: pick(
      (record) => record.outcomes,
      (record) => saysField(record, 'outcomes'),
    ),
    state: newest.state,
    complete: order.some((record) => record.complete),
    contacts: withAddresses(
      pick(
        (record) => record.contacts,
        (record) => record.contacts.length > 0,
      ),
      order,
    ),
    reviews: mergeReviews(order),
    urls: unique(
      order.flatMap((record) => record.urls),
      (url) => url,
    ),
    anchors: unique(
      order.flatMap((record) => record.anchors),
      (anchor) => anchor,
    ),
    ...(parent ? { parent } : {}),
    ...(predecessor ? { predecessor } : {}),
    source: newest.source,
    ...(defaults.length > 0 ? { defaults } : {}),
    records: unique(
      order.flatMap((record): readonly EntrySource[] => record.records ?? [record.source]),
      (source) => JSON.stringify(source),
    ),
    extra: Object.assign({}, ...order.toReversed().map((record) => record.extra)),
  }
}

/**
 * Newest first: the later Verified date, else the later stage (accepted beats reviewed beats listed), else the page that
 * was written later, else the one imported later.
 */
export function newestFirst(dated: readonly DatedRecord[]): CatalogueEntry[] {
  return dated
    .map((each, index) => ({ ...each, index }))
    .sort(
      (a, b) =>
        compare(verifiedDay(b.record), verifiedDay(a.record)) ||
        stage(b.record.state) - stage(a.record.state) ||
        compare(b.pageDay, a.pageDay) ||
        b.index - a.index,
    )
    .map((each) => each.record)
}

function verifiedDay(record: CatalogueEntry): string {
  return record.verified.iso ?? record.verified.byEvidence ?? ''
}

/** A page that lists an entry as needing work is no newer for it than one that just lists it. */
function stage(state: EntryState | null): number {
  return state === 'accepted' ? 2 : state === 'reviewed' ? 1 : 0
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function saysField(record: CatalogueEntry, field: DefaultField): boolean {
  return Boolean(record[field]) && !record.defaults?.includes(field)
}

function aliasesOf(order: readonly CatalogueEntry[], title: string): string[] {
  const names = order.flatMap((record) => [record.title, ...record.aliases])
  return unique(names, titleKey).filter((name) => titleKey(name) !== titleKey(title))
}

/** A person named without an address gets the one another record of the same project has for that name. */
function withAddresses(contacts: readonly Contact[], order: readonly CatalogueEntry[]): Contact[] {
  const known = new Map<string, string>()
  for (const person of order.flatMap((record) => record.contacts))
    if (person.email !== null && !known.has(titleKey(person.name)))
      known.set(titleKey(person.name), person.email)
  return contacts.map((person) => ({
    ...person,
    email: person.email ?? known.get(titleKey(person.name)) ?? null,
  }))
}

function mergeReviews(order: readonly CatalogueEntry[]): Review[] {
  const all = order.flatMap((record) => record.reviews)
  const once = unique(all, (review) => `${review.author}\n${review.date}\n${review.text}`)
  return once.sort((a, b) => compare(a.date ?? '9999', b.date ?? '9999'))
}

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>()
  return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)))
}
