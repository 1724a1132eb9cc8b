// Pairs of entries that may be one project under two names. They are only offered: neither alike titles nor alike texts
// prove it (PVSCSI and PVUSB are 95 % alike and two).
import type { CatalogueEntry, CatalogueSettlement } from '../model/entry.ts'
import { distinctPairs } from './group-records.ts'
import { plainWords } from './plain-words.ts'
import { titleKey } from './slug.ts'

export interface DuplicateCandidate {
  readonly entries: readonly [CatalogueEntry, CatalogueEntry]
  /** Shares of 0..1. */
  readonly titles: number
  readonly texts: number
  readonly reason: string
}

const ALIKE_TITLES = 0.75
const ALIKE_TEXTS = 0.6
const ALIKE_TOGETHER = 1.2
const FEWEST_WORDS = 12
/** Words held by more entries than this pair nobody. */
const COMMON = 60

/** Pairs not yet settled, the most alike first. */
export function duplicateCandidates(
  entries: readonly CatalogueEntry[],
  settled: CatalogueSettlement,
): DuplicateCandidate[] {
  const apart = distinctPairs(settled.distinct)
  const seen = entries.map((entry) => ({
    entry,
    title: pairsOf(titleKey(entry.title)),
    text: wordsOf(plainWords(entry.description)),
  }))
  const found: DuplicateCandidate[] = []
  for (const [i, j] of neighbours(
    seen.map((each) => [...wordsOf(titleKey(each.entry.title)), ...rareWords(each.text)]),
  )) {
    const [a, b] = [seen[i], seen[j]] as [(typeof seen)[number], (typeof seen)[number]]
    if (apart(a.entry, b.entry) || related(a.entry, b.entry)) continue
    const titles = alike(a.title, b.title)
    const texts = a.text.size < FEWEST_WORDS || b.text.size < FEWEST_WORDS ? 0 : alike(a.text, b.text)
    if (titles < ALIKE_TITLES && texts < ALIKE_TEXTS && titles + texts < ALIKE_TOGETHER) continue
    const reason = `titles ${percent(titles)} alike${texts > 0 ? `, texts ${percent(texts)} alike` : ''}`
    found.push({ entries: [a.entry, b.entry], titles, texts, reason })
  }
  return found.sort((a, b) => b.titles + b.texts - a.titles - a.texts)
}

function related(a: CatalogueEntry, b: CatalogueEntry): boolean {
  return [a.parent, a.predecessor].includes(b.id) || [b.parent, b.predecessor].includes(a.id)
}

/** Pairs of indices that share a word which not everybody has. */
function neighbours(words: readonly (readonly string[])[]): [number, number][] {
  const holders = new Map<string, number[]>()
  for (const [index, own] of words.entries())
    for (const word of new Set(own))
      holders.set(word, [...(holders.get(word) ?? []), index].slice(0, COMMON + 1))
  const pairs = new Set<string>()
  for (const group of holders.values()) {
    if (group.length > COMMON) continue
    for (const [at, i] of group.entries()) for (const j of group.slice(at + 1)) pairs.add(`${i} ${j}`)
  }
  return [...pairs].map((pair) => pair.split(' ').map(Number) as [number, number])
}

function rareWords(words: ReadonlySet<string>): string[] {
  return [...words].sort((a, b) => b.length - a.length).slice(0, 12)
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
}

/** Pairs of neighbouring letters. */
function pairsOf(text: string): Set<string> {
  const letters = [...text]
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))
}

/** Dice's coefficient. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0
  let shared = 0
  for (const each of a) if (b.has(each)) shared++
  return (2 * shared) / (a.size + b.size)
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
