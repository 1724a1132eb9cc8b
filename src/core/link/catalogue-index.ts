// The catalogue as an inverted index. In: merged entries and the watched lists (whose names every mail speaks). Out: an
// immutable index from words, part names, addresses and slugs to the names (titles, aliases, keywords) of entries.
import type { Catalogue, CatalogueEntry } from '../model/entry.ts'
import type { EntryId } from '../model/ids.ts'
import type { MailingList } from '../model/list.ts'
import { type CallNames, callerOf } from './call-names.ts'
import { addressKeys } from './entry-address.ts'
import { type DraftName, draftNames, type EntryName, partsOfTitle, weighName } from './entry-names.ts'
import { file, fileSpellings, type Spellings } from './spellings.ts'
import { senseWords, type WordSenses } from './word-sense.ts'
import { type WeightOf, weighWords } from './word-weights.ts'

export interface CatalogueIndex {
  readonly entries: readonly CatalogueEntry[]
  readonly names: readonly EntryName[]
  readonly callNames: CallNames
  /** Names of each entry, its title first. */
  readonly namesOf: readonly (readonly number[])[]
  /** Keys of `addressKeys` to entries. */
  readonly addresses: ReadonlyMap<string, readonly number[]>
  readonly spellings: Spellings
  readonly senses: WordSenses
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
  const namesOf: number[][] = entries.map(() => [])
  for (const [position, name] of names.entries()) namesOf[name.entry]!.push(position)
  const spellings = fileSpellings(names.map((name) => name.tokens))
  return {
    entries,
    names,
    callNames: callerOf(names),
    namesOf,
    addresses: fileAddresses(entries),
    spellings,
    senses: senseWords(spellings),
    positions: new Map(entries.map((entry, position) => [entry.id, position])),
    weightOf,
  }
}

/** An entry's names, its title first. */
export const namesOfEntry = (entry: EntryId, index: CatalogueIndex): EntryName[] =>
  (index.namesOf[index.positions.get(entry) ?? -1] ?? []).map((name) => index.names[name]!)

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
