// Which names of the catalogue can be meant at all? In: fields. Out: positions of names of which enough is said that a
// score is possible: a part, a telling word in a phrase that only names, or elsewhere two of their calling words, or the
// only one. Sub-linear in the catalogue: only names that share a rare enough word are looked at.
import type { EntryName } from './entry-names.ts'
import { isPartName } from './part-names.ts'
import type { FieldKind, QueryField } from './query-field.ts'
import { file } from './spellings.ts'

/** Positions of names that may be meant, in no order worth anything. */
export type CallNames = (fields: readonly QueryField[]) => number[]

/** Names a field may call up, the rarest words first: this, not the catalogue's size, bounds the cost of a look-up. */
const MOST_CALLED: Record<FieldKind, number> = {
  subject: 300,
  naming: 300,
  sentence: 250,
  body: 250,
  context: 100,
}

/** Calling words that have to be said of a name that has more. */
const ENOUGH = 2

export function callerOf(names: readonly EntryName[]): CallNames {
  const called = new Map<string, number[]>()
  names.forEach((name, position) => {
    for (const word of name.calling) file(called, word, position)
  })
  const needed = Uint8Array.from(names, (name) => Math.min(ENOUGH, name.calling.length))
  /** How much of each name is said; all zero between two calls. */
  const said = new Uint8Array(names.length)
  return (fields) => {
    const touched: number[] = []
    const met = new Set<string>()
    for (const field of fields) {
      for (const word of callingWords(field, called)) {
        const enough = field.kind === 'naming' || isPartName(word)
        if (met.has(word) && !enough) continue
        met.add(word)
        for (const position of called.get(word)!) {
          if (said[position] === 0) touched.push(position)
          said[position] = enough ? ENOUGH : Math.min(ENOUGH, said[position]! + 1)
        }
      }
    }
    const enough = touched.filter((position) => said[position]! >= needed[position]!)
    for (const position of touched) said[position] = 0
    return enough
  }
}

/** Words of the field that call names; only the rarest when all would call too many. */
function callingWords(field: QueryField, called: ReadonlyMap<string, readonly number[]>): string[] {
  const words: string[] = []
  let left = MOST_CALLED[field.kind]
  for (const word of field.found.keys()) {
    const names = called.get(word)
    if (!names) continue
    words.push(word)
    left -= names.length
  }
  if (left >= 0) return words
  const callsOf = (word: string): number => called.get(word)!.length
  words.sort((a, b) => callsOf(a) - callsOf(b))
  left = MOST_CALLED[field.kind]
  return words.filter((word) => {
    left -= callsOf(word)
    return left >= 0
  })
}
