// How the catalogue's words may be spelt in a mail. In: the words of all names. Out: tables from what people write (a
// wildcard, two words as one, a compound cut short, a slip of the pen) to the words of the index.
import { digitsOf, isPartName, isWildcard, wildcardStem } from './part-names.ts'

export interface Spellings {
  /** Every word of a name. */
  readonly words: ReadonlySet<string>
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
  /** Words and joined neighbours in order, to see which words others begin with. */
  readonly sorted: readonly string[]
}

/** Linear in the words (but for a sort). `tokens` are the words of each name in order. */
export function fileSpellings(tokens: readonly (readonly string[])[]): Spellings {
  const words = new Set(tokens.flat())
  const joined = joinNeighbours(tokens)
  return {
    words,
    ...fileParts(words),
    joined,
    shortened: shortenWords(words),
    slips: fileSlips(words),
    sorted: [...new Set([...words, ...joined.keys()])].sort(),
  }
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
function joinNeighbours(names: readonly (readonly string[])[]): Map<string, readonly string[]> {
  const joined = new Map<string, readonly string[]>()
  for (const tokens of names) {
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

/** Where in sorted words the first one behind `word` stands: if any begin with it, this one does. */
export function firstBehind(word: string, sorted: readonly string[]): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! > word) high = middle
    else low = middle + 1
  }
  return low
}

/** Adds a value to those filed under a key; neighbours that are the same once. */
export function file<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (!values) map.set(key, [value])
  else if (values.at(-1) !== value) values.push(value)
}
