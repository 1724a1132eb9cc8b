// Addresses by which a mail can point at an entry without a doubt: page anchors, its own links, its slug. In: an entry, or
// a text with links. Out: comparable keys. MediaWiki's dot-encoding and percent-encoding are undone first.
import type { CatalogueEntry } from '../model/entry.ts'
import { codeAt, slugOf } from './words.ts'

export interface Pointer {
  readonly kind: 'url' | 'anchor' | 'slug'
  readonly key: string
  readonly text: string
}

const URL = /\bhttps?:\/\/[^\s<>"')\]}]+/g

/** Keys under which an entry is filed: `slug:…`, `anchor:…` (its anchors, title and aliases), `url:…`. */
export function addressKeys(entry: CatalogueEntry): string[] {
  const keys = new Set<string>()
  if (isTellingSlug(entry.id)) keys.add(`slug:${entry.id}`)
  for (const name of [entry.title, ...entry.aliases, ...entry.anchors]) {
    const slug = slugOf(decodeFragment(name))
    if (isTellingSlug(slug)) keys.add(`anchor:${slug}`)
    const page = pageSlug(entry.source.page)
    if (slug && page) keys.add(`anchor:${page}#${slug}`)
  }
  for (const url of entry.urls) {
    const key = urlKey(url)
    if (key) keys.add(`url:${key}`)
  }
  return [...keys]
}

/** A pointer that meets an entry of the catalogue. */
export interface Pointed extends Pointer {
  /** Position of the entry. */
  readonly entry: number
  /** Among how many it has to share what it is worth: entries of the same address, or half the anchors of a list of them. */
  readonly among: number
}

/** Entries that a text points at by the addresses they are filed under. */
export function pointedAt(text: string, addresses: ReadonlyMap<string, readonly number[]>): Pointed[] {
  const pointers = findPointers(text)
  const met = pointers.filter((pointer) => addresses.has(pointer.key))
  if (met.length === 0) return []
  const anchors = new Set(pointers.filter(({ kind }) => kind === 'anchor').map((pointer) => pointer.text))
  return met.flatMap((pointer) => {
    const entries = addresses.get(pointer.key)!
    return entries.map((entry) => ({ ...pointer, entry, among: Math.max(entries.length, anchors.size / 2) }))
  })
}

/** Everything in a text that may point at an entry, in order; at most 50. */
function findPointers(text: string): Pointer[] {
  const pointers: Pointer[] = []
  for (const [found] of text.includes('://') ? text.matchAll(URL) : []) {
    const url = found.replace(/[.,;:!?]+$/, '')
    const [address, fragment] = splitOnce(url, '#')
    if (fragment) {
      const slug = slugOf(decodeFragment(fragment))
      pointers.push({ kind: 'anchor', key: `anchor:${pageSlug(address)}#${slug}`, text: url })
      if (isTellingSlug(slug)) pointers.push({ kind: 'anchor', key: `anchor:${slug}`, text: url })
    }
    const key = urlKey(url)
    if (key) pointers.push({ kind: 'url', key: `url:${key}`, text: url })
    if (pointers.length >= 50) return pointers
  }
  for (const slug of text.includes('-') ? slugsIn(text.toLowerCase()) : []) {
    if (isTellingSlug(slug)) pointers.push({ kind: 'slug', key: `slug:${slug}`, text: slug })
    if (pointers.length >= 50) break
  }
  return pointers
}

/** All that looks like a slug: runs of letters and digits with one hyphen between two of them. */
function slugsIn(text: string): string[] {
  const slugs: string[] = []
  for (let hyphen = text.indexOf('-'); hyphen >= 0; hyphen = text.indexOf('-', hyphen + 1)) {
    let start = hyphen
    while (isSlugCode(codeAt(text, start - 1))) start--
    let end = hyphen
    while (codeAt(text, end) === HYPHEN && isSlugCode(codeAt(text, end + 1)))
      do end++
      while (isSlugCode(codeAt(text, end)))
    if (start === hyphen || end === hyphen) continue
    slugs.push(text.slice(start, end))
    hyphen = end
  }
  return slugs
}

const HYPHEN = 45
const isSlugCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

/** A slug of one short word is a word of the language, no pointer. */
const isTellingSlug = (slug: string): boolean => slug.length >= 8 && slug.includes('-')

/** `CPU.2FRAM.2FPCI_diagram_tool` and `CPU%2FRAM%2FPCI_diagram_tool` → `CPU/RAM/PCI diagram tool`. */
function decodeFragment(fragment: string): string {
  const bytes = fragment.replace(/\.([0-9A-F]{2})/g, '%$1').replace(/_/g, ' ')
  try {
    return decodeURIComponent(bytes)
  } catch {
    return fragment.replace(/_/g, ' ')
  }
}

/** The last step of a page's address or title, without a wiki's `Archived/` in front. */
function pageSlug(page: string): string {
  const path = page.split(/[?#]/, 1)[0]!
  return slugOf(decodeFragment(path.slice(path.lastIndexOf('/') + 1)))
}

/** Host and path without scheme, `www.`, closing slash; null for a bare host, which points at nothing. */
function urlKey(url: string): string | null {
  const match = /^https?:\/\/(?:www\.)?([^/?#]+)\/([^#\s]+)/i.exec(url)
  const path = match ? match[2]!.replace(/\/+$/, '') : ''
  return path ? `${match![1]!.toLowerCase()}/${path}` : null
}

function splitOnce(text: string, mark: string): [string, string | null] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)]
}
