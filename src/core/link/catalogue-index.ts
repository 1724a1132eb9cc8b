// The catalogue as an inverted index. In: merged entries and the watched lists (whose names every mail speaks). Out: an
// immutable index from words, part names, addresses and slugs to the names (titles, aliases, keywords) of entries.
import type { Catalogue, CatalogueEntry } from '../model/entry.ts'
import type { EntryId } from '../model/ids.ts'
import type { MailingList } from '../model/list.ts'
import { addressKeys } from './entry-address.ts'
import { type DraftName, draftNames, type EntryName, partsOfTitle, weighName } from './entry-names.ts'
import { digitsOf, isPartName, isWildcard, wildcardStem } from './part-names.ts'
import { type WeightOf, weighWords } from './word-weights.ts'

export interface CatalogueIndex {
  readonly entries: readonly CatalogueEntry[]
  readonly names: readonly EntryName[]
  /** Names that hold a word. */
  readonly postings: ReadonlyMap<string, readonly number[]>
  /** Names of each entry, its title first. */
  readonly namesOf: readonly (readonly number[])[]
  /** Keys of `addressKeys` to entries. */
  readonly addresses: ReadonlyMap<string, readonly number[]>
  /** Wildcard part names by their fixed beginning. */
  readonly wildcards: ReadonlyMap<string, readonly string[]>
  /** Part names by every beginning that holds two digits, for wildcards in mails. */
  readonly partsByStem: ReadonlyMap<string, readonly string[]>
  /** Part names by their digits, for slips of the pen. */
  readonly partsByDigits: ReadonlyMap<string, readonly string[]>
  /** Two neighbouring words of a name written as one (`zq5603nj`) to these two. */
  readonly joined: ReadonlyMap<string, readonly string[]>
  /** Beginnings of long words (`toolcha`) to the words (`toolchain`): people cut compounds short. */
  readonly shortened: ReadonlyMap<string, readonly string[]>
  /** Long words by each form with one letter left out, for slips of the pen. */
  readonly slips: ReadonlyMap<string, readonly string[]>
  /** Position of an entry by id. */
  readonly positions: ReadonlyMap<EntryId, number>
  readonly weightOf: WeightOf
}

/** Linear in the catalogue's names; entries without a title that says anything are only found by address. */
export function buildCatalogueIndex(catalogue: Catalogue, lists: readonly MailingList[]): CatalogueIndex {
  const { entries } = catalogue
  const drafts = entries.flatMap((entry, position) => draftNames(entry, position))
  const weightOf = weighWords(countHolders(drafts), entries.length, lists)
  const titleParts = entries.map((entry) => partsOfTitle(entry.title))
  const names = drafts.map((draft) => weighName(draft, weightOf, titleParts[draft.entry]!))
  const postings = new Map<string, number[]>()
  const namesOf: number[][] = entries.map(() => [])
  names.forEach((name, position) => {
    namesOf[name.entry]!.push(position)
    for (const word of name.weights.keys()) file(postings, word, position)
  })
  return {
    entries,
    names,
    postings,
    namesOf,
    addresses: fileAddresses(entries),
    ...fileParts(postings.keys()),
    joined: joinNeighbours(names),
    shortened: shortenWords(postings.keys()),
    slips: fileSlips(postings.keys()),
    positions: new Map(entries.map((entry, position) => [entry.id, position])),
    weightOf,
  }
}

/** How many entries hold each word. */
function countHolders(drafts: readonly DraftName[]): Map<string, number> {
  const holders = new Map<string, Set<number>>()
  for (const draft of drafts) {
    for (const word of draft.tokens) {
      const set = holders.get(word) ?? new Set()
      holders.set(word, set.add(draft.entry))
    }
  }
  return new Map([...holders].map(([word, set]) => [word, set.size]))
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

/** Letters of the shortest word whose misspelling is looked for. */
export const LEAST_SLIPPED = 7

function fileSlips(words: Iterable<string>): Map<string, string[]> {
  const slips = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < LEAST_SLIPPED || !/^[a-z]+$/.test(word)) continue
    for (const form of leaveOneOut(word)) file(slips, form, word)
  }
  return slips
}

/** The word itself and every form of it with one letter left out. */
export function leaveOneOut(word: string): string[] {
  const forms = [word]
  for (let i = 0; i < word.length; i++) forms.push(word.slice(0, i) + word.slice(i + 1))
  return forms
}

function file<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (!values) map.set(key, [value])
  else if (values.at(-1) !== value) values.push(value)
}
