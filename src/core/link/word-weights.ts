// How well a word tells entries apart, 0..1 (a part's name: 2). In: how many entries hold each word, the watched lists.
// Out: the weight of any word. What many entries share weighs little; English and the trade's own words weigh little too.
import type { MailingList } from '../model/list.ts'
import { isPartName } from './part-names.ts'
import { EMPTY_WORDS, PLAIN_WORDS } from './plain-words.ts'
import { wordsOf } from './words.ts'

/** Weight from which a word is telling by itself. */
export const TELLING = 0.5
/** Weight of what every mail may hold: the words in the lists' own names, and those of very many entries. */
export const COMMON = 0.02
const PART = 2
const PLAIN_FACTOR = 0.25
const LEAST = 0.08
/** A word that more than this share of the entries hold is the community's own name or trade. */
const MOST_SHARED = 0.2
/** Below so many entries, rarity in the catalogue says little. */
const SMALLEST_CATALOGUE = 30

export type WeightOf = (word: string) => number

/** Weights by inverse document frequency over entries, as in BM25, scaled to 1 for a word of one entry. */
export function weighWords(
  holders: ReadonlyMap<string, number>,
  entries: number,
  lists: readonly MailingList[],
): WeightOf {
  const common = wordsOfLists(lists)
  const total = Math.max(entries, SMALLEST_CATALOGUE)
  const weigh = (word: string, held: number): number => {
    if (EMPTY_WORDS.has(word)) return 0
    if (common.has(word) || held > MOST_SHARED * total) return COMMON
    if (isPartName(word)) return PART
    const rarity = Math.log((total + 1) / Math.max(held, 1)) / Math.log(total + 1)
    return Math.max(rarity, LEAST) * (PLAIN_WORDS.has(word) || word.length < 2 ? PLAIN_FACTOR : 1)
  }
  const known = new Map([...holders].map(([word, held]) => [word, weigh(word, held)]))
  return (word) => known.get(word) ?? weigh(word, 0)
}

function wordsOfLists(lists: readonly MailingList[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => [list.id, ...list.subjectPrefixes]).flatMap((name) => wordsOf(name)))
}
