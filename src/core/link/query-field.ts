// One piece of a mail prepared for look-up: its weighty words in order, and every word of the index they stand for (spelt
// apart or together, a family's wildcard, a slip of the pen), each with how surely.
import { type Pointed, pointedAt } from './entry-address.ts'
import type { Spellings } from './spellings.ts'
import { LONGEST_HALF, type Meaning, pairMeanings, type WordSense, type WordSenses } from './word-sense.ts'
import { tokensOf } from './words.ts'

/**
 * `naming`: a phrase that does nothing but name a project; `subject`, `sentence`, `body` say more than that; `context` is
 * what the words are said under, and names nothing by itself.
 */
export type FieldKind = 'subject' | 'naming' | 'sentence' | 'body' | 'context'

export interface QueryText {
  readonly kind: FieldKind
  readonly text: string
  /** What a match here is worth against one in the thread's subject, 0..1. */
  readonly weight: number
}

/** A text as read, whatever it is looked up for. */
export interface ReadText {
  /** Weighty words in order, each as the index spells it where it is surely meant. */
  readonly tokens: readonly string[]
  /** Words of the index found, with their sureness 0..1. */
  readonly found: ReadonlyMap<string, number>
  /** Distinct part names as written, each with the parts of the index it stands for. */
  readonly parts: ReadonlyMap<string, readonly string[]>
  readonly pointed: readonly Pointed[]
}

export type QueryField = QueryText & ReadText

/** UTF-16 units of one text that are read. */
const MOST_TEXT = 4_000

/** What reading needs of an index. */
type Words = WordSenses & {
  readonly spellings: Spellings
  readonly addresses: ReadonlyMap<string, readonly number[]>
}

/** Reads texts for look-up; each text once, so that a thread's subject costs no more for being asked after again. */
export type FieldReader = (query: QueryText) => QueryField

export function fieldReader(index: Words): FieldReader {
  const [running, careful] = [new Map<string, ReadText>(), new Map<string, ReadText>()]
  return (query) => {
    const known = query.kind === 'body' ? running : careful
    let read = known.get(query.text)
    if (!read) {
      read = readText(query.text, query.kind !== 'body', index)
      known.set(query.text, read)
    }
    return { ...query, ...read }
  }
}

function readText(text: string, careful: boolean, index: Words): ReadText {
  const tokens: string[] = []
  const found = new Map<string, number>()
  const parts = new Map<string, readonly string[]>()
  const note = (meanings: readonly Meaning[]): void => {
    for (const { word, sureness } of meanings)
      if ((found.get(word) ?? 0) < sureness) found.set(word, sureness)
  }
  let before: WordSense | undefined
  for (const token of tokensOf(text, MOST_TEXT)) {
    for (const sense of index.sensesOf(token)) {
      let spelt = sense.word
      note(sense.meant)
      if (careful && !sense.known) {
        const guesses = index.guessesAt(sense.word)
        note(guesses)
        spelt = guesses.at(-1)?.word ?? spelt
      }
      if (sense.parts) parts.set(sense.word, sense.parts)
      if (before?.opens && sense.word.length <= LONGEST_HALF)
        note(pairMeanings(before.word + sense.word, index.spellings, careful))
      tokens.push(spelt)
      before = sense
    }
  }
  return { tokens, found, parts, pointed: pointedAt(text.slice(0, MOST_TEXT), index.addresses) }
}
