// The catalogue as an inverted index. In: merged entries and the watched lists (whose names every mail speaks). Out: an
// immutable index from words, part names, addresses and slugs to the names (titles, aliases, keywords) of entries.
import type { Catalogue, CatalogueEntry } from '../model/entry.ts'
import type { EntryId } from '../model/ids.ts'
import type { MailingList } from '../model/list.ts'
import { addressKeys } from './entry-address.ts'
import { digitsOf, expandRow, isPartName, isWildcard, wildcardStem } from './part-names.ts'
import { EMPTY_WORDS, PLAIN_WORDS } from './plain-words.ts'
import { foldText, slugOf, wordsOf } from './words.ts'

/** One thing an entry is called. */
export interface EntryName {
  readonly entry: number
  readonly kind: 'title' | 'alias' | 'keyword'
  readonly text: string
  /** Words that carry weight, in order, repeats kept. */
  readonly tokens: readonly string[]
  /** The distinct words and their weights, 0..1; a part name weighs 2. */
  readonly weights: ReadonlyMap<string, number>
  readonly mass: number
  /** Part names of the first clause that has any, and those in later clauses: what the work is about, and beside what. */
  readonly parts: readonly string[]
  readonly sideParts: readonly string[]
  /** Telling words that say what is to be done with a part: those in clauses that name none (`AD7124: filter_type`). */
  readonly aspects: readonly string[]
  /** A keyword that is a part of the family in the title. */
  readonly kin: boolean
}

export interface CatalogueIndex {
  readonly entries: readonly CatalogueEntry[]
  readonly names: readonly EntryName[]
  /** Names that hold a word. */
  readonly postings: ReadonlyMap<string, readonly number[]>
  /** Names of each entry. */
  readonly namesOf: readonly (readonly number[])[]
  /** Keys of `addressKeys` and slugs to entries. */
  readonly addresses: ReadonlyMap<string, readonly number[]>
  /** Wildcard part names by their fixed beginning. */
  readonly wildcards: ReadonlyMap<string, readonly string[]>
  /** Part names by every beginning that holds two digits, for wildcards in mails. */
  readonly partsByStem: ReadonlyMap<string, readonly string[]>
  /** Part names by their digits, for slips of the pen. */
  readonly partsByDigits: ReadonlyMap<string, readonly string[]>
  /** Two neighbouring words of a name written as one (`mmc5603nj`) to these two. */
  readonly joined: ReadonlyMap<string, readonly string[]>
  /** Beginnings of long words (`stubdom`) to the words (`stubdomain`): people cut compounds short. */
  readonly shortened: ReadonlyMap<string, readonly string[]>
  /** Position of an entry by id. */
  readonly positions: ReadonlyMap<EntryId, number>
  /** Chance-like rarity of a word, 0..1: 1 for what no or one entry holds. */
  readonly weightOf: (word: string) => number
}

/** Weight from which a word is telling by itself. */
export const TELLING = 0.5
/** Weight of what every mail may hold: the words in the lists' own names, and those of very many entries. */
export const COMMON = 0.02
const PART_WEIGHT = 2
const PLAIN_FACTOR = 0.25
/** A word that more than this share of the entries hold is the community's own name or trade. */
const MOST_SHARED = 0.2
/** Below so many entries, rarity in the catalogue says little. */
const SMALLEST_CATALOGUE = 30

export function buildCatalogueIndex(catalogue: Catalogue, lists: readonly MailingList[]): CatalogueIndex {
  const common = wordsOfLists(lists)
  const drafts = catalogue.entries.flatMap((entry, position) => draftNames(entry, position))
  const counts = countEntries(drafts)
  const total = Math.max(catalogue.entries.length, SMALLEST_CATALOGUE)
  const weightOf = (word: string): number => {
    if (EMPTY_WORDS.has(word)) return 0
    if (common.has(word) || (counts.get(word) ?? 0) > MOST_SHARED * total) return COMMON
    if (isPartName(word)) return PART_WEIGHT
    const rarity = Math.log((total + 1) / (counts.get(word) ?? 1)) / Math.log(total + 1)
    return Math.max(rarity, 4.1 * COMMON) * (PLAIN_WORDS.has(word) || word.length < 2 ? PLAIN_FACTOR : 1)
  }
  const titleParts = catalogue.entries.map((entry) => partsIn(wordsOf(entry.title, 400)))
  const names = drafts.map((draft) => weighName(draft, weightOf, titleParts[draft.entry]!))
  const postings = new Map<string, number[]>()
  const namesOf: number[][] = catalogue.entries.map(() => [])
  names.forEach((name, position) => {
    namesOf[name.entry]!.push(position)
    for (const word of name.weights.keys()) file(postings, word, position)
  })
  return {
    entries: catalogue.entries,
    names,
    postings,
    namesOf,
    addresses: fileAddresses(catalogue.entries),
    ...fileParts(postings.keys()),
    joined: joinNeighbours(names),
    shortened: shortenWords(postings.keys()),
    positions: new Map(catalogue.entries.map((entry, position) => [entry.id, position])),
    weightOf,
  }
}

type Draft = Pick<EntryName, 'entry' | 'kind' | 'text' | 'tokens'>

function draftNames(entry: CatalogueEntry, position: number): Draft[] {
  const seen = new Set<string>()
  const drafts: Draft[] = []
  const draft = (kind: Draft['kind'], text: string): void => {
    const key = slugOf(text)
    if (!key || seen.has(key)) return
    seen.add(key)
    const words = [...wordsOf(text, 400), ...expandRow(foldText(text))]
    const tokens = words.filter((word) => !EMPTY_WORDS.has(word))
    if (tokens.length > 0) drafts.push({ entry: position, kind, text, tokens })
  }
  draft('title', entry.title)
  for (const alias of entry.aliases) draft('alias', alias)
  for (const keyword of entry.keywords) draft('keyword', keyword)
  return drafts
}

function countEntries(drafts: readonly Draft[]): Map<string, number> {
  const holders = new Map<string, Set<number>>()
  for (const draft of drafts) {
    for (const word of draft.tokens) {
      const set = holders.get(word) ?? new Set()
      holders.set(word, set.add(draft.entry))
    }
  }
  return new Map([...holders].map(([word, set]) => [word, set.size]))
}

function weighName(
  draft: Draft,
  weightOf: (word: string) => number,
  titleParts: readonly string[],
): EntryName {
  const weights = new Map<string, number>()
  for (const word of draft.tokens) if (!weights.has(word)) weights.set(word, weightOf(word))
  weighIdentifiers(weights)
  let mass = 0
  for (const weight of weights.values()) mass += weight
  const { parts, aspects } = readClauses(draft.text, weightOf)
  const sideParts = partsIn(weights.keys()).filter((part) => !parts.includes(part))
  const kin = draft.kind === 'keyword' && parts.some((part) => titleParts.some((known) => isKin(part, known)))
  return { ...draft, weights, mass, parts, sideParts, aspects, kin }
}

/** A long identifier is one word, whose pieces say little; of a short one the pieces count. */
function weighIdentifiers(weights: Map<string, number>): void {
  for (const [word, weight] of [...weights]) {
    if (!word.includes('_')) continue
    const pieces = wordsOf(word).slice(1)
    if (pieces.length < 4) weights.set(word, weight * 0.1)
    else
      for (const piece of pieces) if (!isPartName(piece)) weights.set(piece, (weights.get(piece) ?? 0) * 0.1)
  }
}

const partsIn = (words: Iterable<string>): string[] => [...new Set(words)].filter(isPartName)

const CLAUSE = /[:;,[\]]|\s(?:for|in|on|of|to|via|with|from|by|into|at|using|and)\s/gi
const ASIDE = /\([^()]*\)/g

/** Asides in brackets ask for nothing. */
function readClauses(text: string, weightOf: (word: string) => number): Pick<EntryName, 'parts' | 'aspects'> {
  let parts: string[] = []
  const aspects = new Set<string>()
  for (const clause of text.slice(0, 400).replace(ASIDE, ' ').split(CLAUSE)) {
    const words = [...wordsOf(clause), ...expandRow(foldText(clause))]
    const own = partsIn(words)
    if (own.length > 0) {
      if (parts.length === 0) parts = own
    } else for (const word of words) if (weightOf(word) >= TELLING) aspects.add(word)
  }
  return { parts, aspects: parts.length === 0 ? [] : [...aspects] }
}

/** Same letters and first two digits: `AD4697` beside `AD4695`. */
function isKin(part: string, known: string): boolean {
  const from = part.search(/\d/)
  return part.slice(0, from + 2) === known.slice(0, from + 2)
}

function wordsOfLists(lists: readonly MailingList[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => [list.id, ...list.subjectPrefixes]).flatMap((name) => wordsOf(name)))
}

function fileAddresses(entries: readonly CatalogueEntry[]): Map<string, readonly number[]> {
  const filed = new Map<string, number[]>()
  entries.forEach((entry, position) => {
    for (const key of addressKeys(entry)) file(filed, key, position)
  })
  return filed
}

function fileParts(words: Iterable<string>) {
  const wildcards = new Map<string, string[]>()
  const partsByStem = new Map<string, string[]>()
  const partsByDigits = new Map<string, string[]>()
  for (const word of words) {
    if (!isPartName(word)) continue
    if (isWildcard(word)) file(wildcards, wildcardStem(word), word)
    file(partsByDigits, digitsOf(word), word)
    for (let end = word.search(/\d/) + 2; end < word.length; end++)
      file(partsByStem, word.slice(0, end), word)
  }
  return { wildcards, partsByStem, partsByDigits }
}

/** Only pairs of which one is short or has a digit: what people write in one word as well as in two. */
function joinNeighbours(names: readonly EntryName[]): Map<string, readonly string[]> {
  const joined = new Map<string, readonly string[]>()
  for (const { tokens } of names) {
    for (let i = 1; i < tokens.length; i++) {
      const [a, b] = [tokens[i - 1]!, tokens[i]!]
      if (Math.min(a.length, b.length) <= 3 || /\d/.test(a + b)) joined.set(a + b, [a, b])
    }
  }
  return joined
}

/** Letters two cut forms of one word share at least, and letters that may be cut off. */
export const SHORTENED = { least: 7, most: 4 } as const

function shortenWords(words: Iterable<string>): Map<string, string[]> {
  const shortened = new Map<string, string[]>()
  for (const word of words) {
    if (word.length <= SHORTENED.least || !/^[a-z]+$/.test(word)) continue
    for (let cut = 1; cut <= SHORTENED.most && word.length - cut >= SHORTENED.least; cut++)
      file(shortened, word.slice(0, -cut), word)
  }
  return shortened
}

function file<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (!values) map.set(key, [value])
  else if (values.at(-1) !== value) values.push(value)
}
