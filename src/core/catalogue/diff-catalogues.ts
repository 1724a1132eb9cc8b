// What changed between two states of a catalogue, in words, one line a change.
import type { Catalogue, CatalogueEntry, Contact, RawDate } from '../model/entry.ts'
import { plainWords } from './plain-words.ts'
import { titleKey } from './slug.ts'

export interface CatalogueChange {
  readonly entry: string
  readonly code: 'added' | 'gone' | 'renamed' | 'changed'
  readonly field: string | null
  readonly text: string
}

/** Changes from `older` to `newer`, in the order of the newer one, what is gone last. */
export function diffCatalogues(older: Catalogue, newer: Catalogue): CatalogueChange[] {
  const before = new Map<string, CatalogueEntry>()
  for (const entry of older.entries)
    for (const key of keysOf(entry)) if (!before.has(key)) before.set(key, entry)
  const matched = new Set<CatalogueEntry>()
  const changes: CatalogueChange[] = []
  for (const entry of newer.entries) {
    const old = keysOf(entry)
      .map((key) => before.get(key))
      .find((found) => found !== undefined && !matched.has(found))
    if (old === undefined)
      changes.push({ entry: entry.id, code: 'added', field: null, text: `new: ${entry.title}` })
    else {
      matched.add(old)
      changes.push(...changesOf(old, entry))
    }
  }
  for (const entry of older.entries)
    if (!matched.has(entry))
      changes.push({ entry: entry.id, code: 'gone', field: null, text: `gone: ${entry.title}` })
  return changes
}

function keysOf(entry: CatalogueEntry): string[] {
  return [
    `id ${entry.id}`,
    ...[entry.title, ...entry.aliases].map((name) => `title ${titleKey(name)}`),
    ...entry.anchors.map((anchor) => `anchor ${anchor}`),
  ]
}

function changesOf(a: CatalogueEntry, b: CatalogueEntry): CatalogueChange[] {
  const changes: CatalogueChange[] = []
  const say = (field: string, text: string) =>
    changes.push({ entry: b.id, code: 'changed', field, text: `${b.title}: ${text}` })
  if (titleKey(a.title) !== titleKey(b.title))
    changes.push({
      entry: b.id,
      code: 'renamed',
      field: 'title',
      text: `renamed: "${a.title}" is now "${b.title}"`,
    })
  const values: readonly (readonly [string, string, string])[] = [
    ['state', a.state ?? 'none', b.state ?? 'none'],
    ['section', a.section ?? 'none', b.section ?? 'none'],
    ['list', a.list ?? 'none', b.list ?? 'none'],
    ['irc', a.irc ?? 'none', b.irc ?? 'none'],
    ['gsoc', flag(a), flag(b)],
    ['difficulty', level(a), level(b)],
    ['date of insert', date(a.inserted), date(b.inserted)],
    ['verified', date(a.verified), date(b.verified)],
  ]
  for (const [field, old, now] of values) if (old !== now) say(field, `${field} ${old} → ${now}`)
  for (const field of ['skills', 'description', 'outcomes'] as const) {
    const text = rewritten(a[field], b[field])
    if (text !== null) say(field, `${field} ${text}`)
  }
  for (const text of people(a.contacts, b.contacts)) say('contacts', text)
  for (const review of b.reviews)
    if (
      !a.reviews.some(
        (old) => old.author === review.author && old.date === review.date && old.text === review.text,
      )
    )
      say('reviews', `new comment by ${review.author || 'somebody'}: "${clip(review.text)}"`)
  const removed = a.reviews.filter(
    (old) => !b.reviews.some((review) => review.author === old.author && review.text === old.text),
  )
  for (const review of removed)
    say('reviews', `comment by ${review.author || 'somebody'} removed: "${clip(review.text)}"`)
  for (const [field, old, now] of [
    ['url', a.urls, b.urls],
    ['anchor', a.anchors, b.anchors],
    ['alias', a.aliases, b.aliases],
    ['keyword', a.keywords, b.keywords],
  ] as const) {
    for (const each of now) if (!old.includes(each)) say(field, `new ${field} ${each}`)
    for (const each of old)
      if (!now.includes(each) && titleKey(each) !== titleKey(b.title)) say(field, `${field} ${each} is gone`)
  }
  if (a.complete !== b.complete) say('complete', b.complete ? 'is complete now' : 'is cut off now')
  return changes
}

function flag(entry: CatalogueEntry): string {
  return entry.gsoc.value + (entry.gsoc.note ? ` (${entry.gsoc.note})` : '')
}

function level(entry: CatalogueEntry): string {
  return entry.difficulty.default ? 'unknown' : entry.difficulty.raw || 'none'
}

function date(value: RawDate): string {
  return value.default ? 'none' : (value.iso ?? value.raw ?? 'none')
}

function rewritten(a: string | null, b: string | null): string | null {
  const [old, now] = [plainWords(a), plainWords(b)]
  if (old === now) return null
  if (old === '') return `added: "${clip(now)}"`
  if (now === '') return 'removed'
  const [held, next] = [old.split(' '), now.split(' ')]
  const start = held.findIndex((word, index) => word !== next[index])
  return `changed at "${clip(next.slice(Math.max(0, start < 0 ? held.length - 3 : start - 2)).join(' '))}"`
}

function people(a: readonly Contact[], b: readonly Contact[]): string[] {
  const name = (person: Contact) => `${person.role} ${person.name || person.email}`
  const has = (list: readonly Contact[], person: Contact) => list.some((each) => name(each) === name(person))
  const moved = b.flatMap((person) => {
    const old = a.find((each) => name(each) === name(person))
    return old && old.email !== person.email
      ? [`${name(person)}: address ${old.email ?? 'none'} → ${person.email ?? 'none'}`]
      : []
  })
  return [
    ...b.filter((person) => !has(a, person)).map((person) => `new ${name(person)}`),
    ...a.filter((person) => !has(b, person)).map((person) => `${name(person)} is gone`),
    ...moved,
  ]
}

function clip(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}
