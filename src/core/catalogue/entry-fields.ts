// One entry of the own YAML or JSON, checked field by field: what is right is kept, what is not is named.

import {
  type CatalogueEntry,
  type Contact,
  type ContactRole,
  type DefaultField,
  EMPTY_ENTRY,
  type EntrySource,
  type EntryState,
  type GsocValue,
  type RawDate,
  type Review,
} from '../model/entry.ts'
import { entryId } from '../model/ids.ts'
import { isMapping } from './json-value.ts'
import { readAddress } from './read-contacts.ts'
import { readDate } from './read-date.ts'
import { readDifficulty } from './read-difficulty.ts'
import { readGsoc } from './read-gsoc.ts'

export const ENTRY_STATES: readonly EntryState[] = [
  'proposed',
  'needs-work',
  'reviewed',
  'accepted',
  'archived',
]
const ROLES: readonly ContactRole[] = ['contact', 'mentor', 'student']
const GSOC_VALUES: readonly GsocValue[] = ['yes', 'no', 'unknown', 'conditional', 'not_applicable']
const DEFAULT_FIELDS: readonly DefaultField[] = ['list', 'irc', 'skills', 'outcomes']
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

type Fields = { -readonly [Key in keyof CatalogueEntry]?: CatalogueEntry[Key] }
type Reader = (value: unknown, problem: (text: string) => void) => unknown

const READERS: Record<string, Reader> = {
  id: (value, problem) => {
    const id = word(value)
    if (id !== null && ID.test(id)) return entryId(id)
    problem('"id" is lower-case letters, digits and single hyphens')
    return undefined
  },
  title: (value, problem) => text(value, problem, 'title'),
  aliases: (value, problem) => words(value, problem, 'aliases'),
  section: (value, problem) => text(value, problem, 'section'),
  list: (value, problem) => text(value, problem, 'list'),
  irc: (value, problem) => text(value, problem, 'irc'),
  keywords: (value, problem) => words(value, problem, 'keywords'),
  gsoc: gsocField,
  inserted: (value) => dateField(value),
  verified: (value) => dateField(value),
  difficulty: difficultyField,
  skills: (value, problem) =>
    Array.isArray(value) ? words(value, problem, 'skills').join(', ') : text(value, problem, 'skills'),
  description: (value, problem) => text(value, problem, 'description'),
  outcomes: (value, problem) => text(value, problem, 'outcomes'),
  state: (value, problem) => oneOf(value, ENTRY_STATES, problem, 'state'),
  complete: (value) => value !== false,
  contacts: (value, problem) => items(value, problem, 'contacts', contactField),
  reviews: (value, problem) => items(value, problem, 'reviews', reviewField),
  urls: (value, problem) => words(value, problem, 'urls'),
  anchors: (value, problem) => words(value, problem, 'anchors'),
  parent: (value, problem) => text(value, problem, 'parent'),
  predecessor: (value, problem) => text(value, problem, 'predecessor'),
  defaults: (value) =>
    Array.isArray(value) ? value.filter((name) => DEFAULT_FIELDS.includes(name)) : undefined,
  source: (value) => sourceField(value) ?? undefined,
  records: (value) =>
    Array.isArray(value) ? value.map(sourceField).filter((source) => source !== null) : undefined,
  extra: (value) =>
    isMapping(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, held]) => [name, word(held) ?? JSON.stringify(held)]),
        )
      : undefined,
}

/**
 * Reads one item. `fields` holds only what the item gives, `entry` the whole entry around it; both null when it is no
 * entry (no title). Unknown keys go to `extra` and are named as problems.
 */
export function readEntryFields(
  item: unknown,
  source: EntrySource,
):
  | { fields: Partial<CatalogueEntry>; entry: CatalogueEntry; problems: string[] }
  | { fields: null; entry: null; problems: string[] } {
  if (!isMapping(item))
    return { fields: null, entry: null, problems: ['an entry is a mapping with a "title"; left out'] }
  const problems: string[] = []
  const fields: Record<string, unknown> = {}
  const extra: Record<string, string> = {}
  for (const [name, value] of Object.entries(item)) {
    if (name === 'state' && value === null) fields['state'] = null
    if (value === null || value === undefined) continue
    const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined
    if (reader === undefined) {
      extra[name] = word(value) ?? JSON.stringify(value)
      problems.push(`unknown field "${name}", kept under extra`)
      continue
    }
    const read = reader(value, (problem) => problems.push(problem))
    if (read !== undefined && read !== null) fields[name] = read
  }
  const title = word(fields['title'])
  if (title === null || title.trim() === '')
    return { fields: null, entry: null, problems: ['an entry without a "title"; left out'] }
  if (Object.keys(extra).length > 0)
    fields['extra'] = { ...extra, ...(fields['extra'] as object | undefined) }
  const given = { ...fields, title: title.trim() } as Fields & { title: string }
  return {
    fields: given,
    entry: { ...EMPTY_ENTRY, source, id: entryId(''), ...given },
    problems,
  }
}

function gsocField(value: unknown, problem: (text: string) => void): CatalogueEntry['gsoc'] | undefined {
  if (!isMapping(value)) return readGsoc(word(value))
  const answer = oneOf(value['value'], GSOC_VALUES, problem, 'gsoc.value')
  if (answer === undefined) return undefined
  const raw = 'raw' in value ? { raw: word(value['raw']) } : {}
  return {
    value: answer,
    note: word(value['note']),
    ...raw,
    ...(value['default'] === true ? { default: true } : {}),
  }
}

function difficultyField(value: unknown): CatalogueEntry['difficulty'] {
  if (!isMapping(value)) return readDifficulty(word(value))
  const read = readDifficulty(word(value['raw']))
  const level = word(value['level']) ?? read.level
  return { raw: read.raw, level, ...(value['default'] === true ? { default: true } : {}) }
}

function dateField(value: unknown): RawDate {
  if (!isMapping(value)) return readDate(word(value))
  const read = readDate(word(value['raw']))
  const iso = word(value['iso'])
  const evidence = word(value['byEvidence'])
  const readings = Array.isArray(value['readings']) ? value['readings'].map(String) : read.readings
  return {
    raw: read.raw,
    iso: iso ?? (readings ? null : read.iso),
    ...(readings ? { readings } : {}),
    ...(evidence === null ? {} : { byEvidence: evidence }),
    ...(value['default'] === true || read.default ? { default: true } : {}),
  }
}

function contactField(value: unknown, problem: (text: string) => void): Contact | undefined {
  if (!isMapping(value)) {
    problem('a contact has a "name", perhaps an "email", and a "role"')
    return undefined
  }
  const email = word(value['email'])
  const address = email === null ? null : readAddress(email)
  return {
    name: word(value['name']) ?? '',
    email: address,
    role: oneOf(value['role'] ?? 'contact', ROLES, problem, 'role') ?? 'contact',
  }
}

function reviewField(value: unknown, problem: (text: string) => void): Review | undefined {
  if (!isMapping(value) || word(value['text']) === null) {
    problem('a review has a "text", an "author" and perhaps a "date"')
    return undefined
  }
  const kind = value['kind'] === 'vote' || value['kind'] === 'comment' ? { kind: value['kind'] } : {}
  return {
    author: word(value['author']) ?? '',
    date: word(value['date']),
    text: word(value['text']) ?? '',
    ...(kind as object),
  }
}

function sourceField(value: unknown): EntrySource | null {
  if (!isMapping(value) || word(value['page']) === null) return null
  const line = Number(value['line'])
  const revised = word(value['revised'])
  return {
    page: word(value['page']) ?? '',
    line: Number.isInteger(line) && line > 0 ? line : 1,
    revision: word(value['revision']),
    ...(revised === null ? {} : { revised }),
  }
}

function items<T>(
  value: unknown,
  problem: (text: string) => void,
  name: string,
  read: (item: unknown, problem: (text: string) => void) => T | undefined,
): T[] {
  if (!Array.isArray(value)) {
    problem(`"${name}" is a list`)
    return []
  }
  return value.map((item) => read(item, problem)).filter((item) => item !== undefined)
}

function words(value: unknown, problem: (text: string) => void, name: string): string[] {
  const found = (Array.isArray(value) ? value : [value]).map(word)
  if (found.some((each) => each === null)) problem(`"${name}" is a list of texts`)
  return found.filter((each) => each !== null)
}

function text(value: unknown, problem: (text: string) => void, name: string): string | undefined {
  const found = word(value)
  if (found === null) problem(`"${name}" is a text`)
  return found ?? undefined
}

function oneOf<T extends string>(
  value: unknown,
  allowed: readonly T[],
  problem: (text: string) => void,
  name: string,
): T | undefined {
  const found = allowed.find((each) => each === value)
  if (found === undefined) problem(`"${name}" is one of ${allowed.join(', ')}`)
  return found
}

function word(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null
}
