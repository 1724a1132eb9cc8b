// The filters of `list`, as written in a mail or on the command line: `free`, `status=claimed`, `gsoc`,
// `difficulty=easy`, `skill=C`, `list=xen-devel`, `mentor=Lars`; `--status claimed` says the same. Unknown words are refused.
import type { CatalogueEntry } from '../model/entry.ts'
import type { EntryStatus } from '../model/standing.ts'
import type { BookEntry } from './book-entry.ts'
import { didYouMean } from './did-you-mean.ts'

export interface ListFilters {
  readonly free?: boolean
  readonly status?: EntryStatus
  readonly gsoc?: CatalogueEntry['gsoc']['value']
  readonly difficulty?: string
  readonly skill?: string
  readonly list?: string
  readonly mentor?: string
}

export type ReadFilters =
  | { readonly ok: true; readonly filters: ListFilters }
  | { readonly ok: false; readonly text: string }

const STATUSES: readonly EntryStatus[] = [
  'retired',
  'done',
  'in-review',
  'claimed',
  'stalled',
  'interest',
  'open',
]
const GSOC = ['yes', 'no', 'unknown', 'conditional', 'not_applicable'] as const
const NAMES = ['free', 'status', 'gsoc', 'difficulty', 'skill', 'list', 'mentor'] as const

/** Reads the words after `list`. A bare status word means that status, bare `gsoc` means `gsoc=yes`. */
export function readFilters(argument: string): ReadFilters {
  const words = argument.slice(0, 500).trim().split(/\s+/).filter(Boolean)
  let filters: ListFilters = {}
  for (let at = 0; at < words.length; at++) {
    const word = (words[at] ?? '').replace(/^--?/, '')
    const equals = word.search(/[=:]/)
    const name = (equals < 0 ? word : word.slice(0, equals)).toLowerCase()
    const takesNext =
      equals < 0 && name !== 'free' && !isStatus(name) && !(name === 'gsoc' && !isGsoc(words[at + 1]))
    const value = equals >= 0 ? word.slice(equals + 1) : takesNext ? (words[++at] ?? '') : ''
    const read = readOne(name, value)
    if (!read.ok) return read
    filters = { ...filters, ...read.filters }
  }
  return { ok: true, filters }
}

function readOne(name: string, value: string): ReadFilters {
  if (name === 'free') return { ok: true, filters: { free: true } }
  if (isStatus(name)) return { ok: true, filters: { status: name } }
  if (name === 'gsoc') {
    const asked = value.toLowerCase() || 'yes'
    return isGsoc(asked) ? { ok: true, filters: { gsoc: asked } } : refuse(`gsoc may be ${GSOC.join(', ')}`)
  }
  if (name === 'status') {
    const asked = value.toLowerCase()
    return isStatus(asked)
      ? { ok: true, filters: { status: asked } }
      : refuse(`status may be ${STATUSES.join(', ')}`)
  }
  if (name === 'difficulty' || name === 'skill' || name === 'list' || name === 'mentor')
    return value ? { ok: true, filters: { [name]: value } } : refuse(`${name} needs a word after it`)
  const meant = didYouMean(name, [...NAMES, ...STATUSES])
  return refuse(
    `"${name.slice(0, 40)}" is no filter; ${meant ? `did you mean "${meant}"?` : `they are ${NAMES.join(', ')}`}`,
  )
}

/** Whether the entry passes every given filter; words match a part, without case. */
export function passesFilters(filters: ListFilters, { entry, standing, free, home }: BookEntry): boolean {
  const has = (text: string | null | undefined, part: string) =>
    (text ?? '').toLowerCase().includes(part.toLowerCase())
  if (filters.free && !free) return false
  if (filters.status && standing.status !== filters.status) return false
  if (filters.gsoc && entry.gsoc.value !== filters.gsoc) return false
  if (filters.difficulty && !has(entry.difficulty.level ?? entry.difficulty.raw, filters.difficulty))
    return false
  if (filters.skill && !has(entry.skills, filters.skill)) return false
  if (filters.list && home !== filters.list && !has(entry.list, filters.list)) return false
  const mentor = filters.mentor
  return (
    !mentor ||
    entry.contacts.some((one) => one.role !== 'student' && (has(one.name, mentor) || has(one.email, mentor)))
  )
}

function isStatus(word: string): word is EntryStatus {
  return (STATUSES as readonly string[]).includes(word)
}

function isGsoc(word: string | undefined): word is (typeof GSOC)[number] {
  return word !== undefined && (GSOC as readonly string[]).includes(word.toLowerCase())
}

function refuse(text: string): ReadFilters {
  return { ok: false, text }
}
