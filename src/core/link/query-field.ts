// One piece of a mail prepared for look-up: its weighty words in order, and every word of the index they stand for (spelt
// apart or together, a family's wildcard, a slip of the pen), each with how surely.
import { type Pointed, pointedAt } from './entry-address.ts'
import type { Spellings } from './spellings.ts'
import {
  bitOf,
  LONGEST_HALF,
  type Meaning,
  pairMeanings,
  type WordSense,
  type WordSenses,
} from './word-sense.ts'
import { plainText } from './words.ts'

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
interface Words {
  readonly senses: WordSenses
  readonly spellings: Spellings
  readonly addresses: ReadonlyMap<string, readonly number[]>
}

/** Reads texts for look-up; each text once, so that a thread's subject costs no more for being asked after again. */
export type FieldReader = (query: QueryText) => QueryField

export function fieldReader(index: Words): FieldReader {
  const [running, careful] = [new Map<string, ReadText>(), new Map<string, ReadText>()]
  return ({ kind, text, weight }) => {
    const known = kind === 'body' ? running : careful
    let read = known.get(text)
    if (!read) {
      read = readText(text, kind !== 'body', index)
      known.set(text, read)
    }
    const { tokens, found, parts, pointed } = read
    return { kind, text, weight, tokens, found, parts, pointed }
  }
}

function readText(text: string, careful: boolean, index: Words): ReadText {
  const reader = new WordReader(careful, index.spellings)
  index.senses.read(plainText(text, MOST_TEXT), (senses) => {
    if (senses === null) return
    if (!isList(senses)) reader.meet(senses)
    else for (const sense of senses) reader.meet(sense)
  })
  const { tokens, found, parts } = reader
  return { tokens, found, parts, pointed: pointedAt(text.slice(0, MOST_TEXT), index.addresses) }
}

const isList = (senses: WordSense | readonly WordSense[]): senses is readonly WordSense[] =>
  Array.isArray(senses)

/** Gathers what the words of one text mean, in order. */
class WordReader {
  readonly tokens: string[] = []
  readonly found = new Map<string, number>()
  readonly parts = new Map<string, readonly string[]>()
  private before: WordSense | null = null
  private readonly careful: boolean
  private readonly spellings: Spellings

  constructor(careful: boolean, spellings: Spellings) {
    this.careful = careful
    this.spellings = spellings
  }

  meet(sense: WordSense): void {
    const { before, careful } = this
    let spelt = sense.word
    if (sense.meant) this.note(sense.meant)
    const guesses = careful && !sense.known ? sense.guesses() : null
    if (guesses) {
      this.note(guesses)
      spelt = guesses[guesses.length - 1]!.word
    }
    if (sense.parts) this.parts.set(sense.word, sense.parts)
    if (before && (before.opens & bitOf(sense.word, 0)) !== 0 && sense.word.length <= LONGEST_HALF)
      this.note(pairMeanings(before.word + sense.word, this.spellings, careful))
    this.tokens.push(spelt)
    this.before = sense
  }

  private note(meanings: readonly Meaning[]): void {
    for (let i = 0; i < meanings.length; i++) {
      const { word, sureness } = meanings[i]!
      if (sureness === 1 || (this.found.get(word) ?? 0) < sureness) this.found.set(word, sureness)
    }
  }
}
