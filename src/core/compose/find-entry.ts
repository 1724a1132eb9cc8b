// What a person means by ENTRY: a slug, a URL, a title or a clear part of one. Out comes one entry, the candidates when
// several fit, or the nearest names when none does. Never guesses: ambiguity is the asker's to settle (DESIGN §8).
import type { CatalogueEntry } from '../model/entry.ts'
import { editDistance } from './did-you-mean.ts'

export type FoundEntry =
  | { readonly found: 'one'; readonly entry: CatalogueEntry }
  | { readonly found: 'several' | 'none'; readonly candidates: readonly CatalogueEntry[] }

const MOST_CANDIDATES = 8

/** Looks `said` up among the merged entries; `candidates` holds at most eight, best first. */
export function findEntry(said: string, entries: readonly CatalogueEntry[]): FoundEntry {
  const asked = said
    .slice(0, 500)
    .trim()
    .replace(/^["'<]+|["'>]+$/g, '')
  const folded = fold(asked)
  if (!folded) return { found: 'none', candidates: [] }
  const tests: readonly ((entry: CatalogueEntry) => boolean)[] = [
    (entry) => entry.id === asked.toLowerCase(),
    (entry) => namesPage(asked, entry),
    (entry) => names(entry).includes(folded),
    (entry) => names(entry).some((name) => ` ${name} `.includes(` ${folded} `)),
    (entry) => hasAllWords(folded, entry),
  ]
  for (const test of tests) {
    const fitting = entries.filter(test)
    if (fitting.length === 1 && fitting[0]) return { found: 'one', entry: fitting[0] }
    if (fitting.length > 1) return { found: 'several', candidates: fitting.slice(0, MOST_CANDIDATES) }
  }
  return { found: 'none', candidates: nearest(folded, entries) }
}

/** Lower-case words of letters and digits, accents dropped, one blank between. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function names(entry: CatalogueEntry): string[] {
  return [entry.title, ...entry.aliases, entry.id].map(fold)
}

function namesPage(asked: string, entry: CatalogueEntry): boolean {
  if (/^https?:\/\//i.test(asked) && entry.urls.includes(asked)) return true
  const anchor = /#(.+)$/.exec(asked)?.[1]
  if (anchor === undefined) return false
  const meant = fold(readAnchor(anchor))
  return meant !== '' && [...entry.anchors.map(readAnchor), entry.title].some((name) => fold(name) === meant)
}

/** `CPU.2FRAM_tool` and `CPU%2FRAM_tool` to `CPU/RAM tool`: MediaWiki's two ways to write a heading into an anchor. */
function readAnchor(anchor: string): string {
  const bytes = anchor.replace(/[.%]([0-9A-F]{2})/g, '%$1')
  try {
    return decodeURIComponent(bytes).replaceAll('_', ' ')
  } catch {
    return anchor.replaceAll('_', ' ')
  }
}

function hasAllWords(folded: string, entry: CatalogueEntry): boolean {
  const words = new Set([...names(entry), ...entry.keywords.map(fold)].flatMap((name) => name.split(' ')))
  return folded.split(' ').every((word) => words.has(word))
}

/** Entries that share words with what was said, most shared first; else those whose id is a slip of the keys away. */
function nearest(folded: string, entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  const asked = folded.split(' ').filter((word) => word.length > 2)
  const scored = entries.map((entry) => {
    const words = names(entry).flatMap((name) => name.split(' '))
    const hits = asked.filter((word) => words.some((other) => close(word, other))).length
    return { entry, hits }
  })
  return scored
    .filter((one) => one.hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .slice(0, 5)
    .map((one) => one.entry)
}

function close(word: string, other: string): boolean {
  if (word === other) return true
  if (word.length > 3 && other.startsWith(word)) return true
  return word.length > 4 && word.length < 40 && other.length < 40 && editDistance(word, other) <= 1
}
