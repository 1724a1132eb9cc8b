// What one word of a mail means to the catalogue: the words of names it stands for, each with how surely. In: a token and
// the spellings of the index. Out: its senses, worked out once a word and remembered, for mails repeat their words.
import { digitsOf, isPartName, isPartSlip, isWildcard, wildcardCovers, wildcardStem } from './part-names.ts'
import { EMPTY_WORDS } from './plain-words.ts'
import { firstBehind, LEAST_SLIPPED, leaveOneOut, SHORTENED, type Spellings } from './spellings.ts'
import { TokenTable } from './token-table.ts'
import { isOneSlip, stem, wordsOfToken } from './words.ts'

/** A word of the index, with its sureness 0..1. */
export interface Meaning {
  readonly word: string
  readonly sureness: number
}

export interface WordSense {
  /** As written, stemmed. */
  readonly word: string
  /** Whether a name of the index has it. */
  readonly known: boolean
  /** Null for nothing: most words are none of the index's. */
  readonly meant: readonly Meaning[] | null
  /** Parts of the index a part's name stands for, itself first; null when it is none. */
  readonly parts: readonly string[] | null
  /** Bits of `bitOf` of the characters before which it may be the first half of a word spelt apart (`pv usb`). */
  readonly opens: number
  /**
   * What a word unknown to the index means by a slip of the pen or a compound cut short, the likeliest last. Not to be
   * looked for in running text.
   */
  guesses(): readonly Meaning[] | null
}

/**
 * The senses of each token's words that carry any weight: null for none, a list for several. What it answers does not depend
 * on what it was asked before.
 */
export type WordSenses = TokenTable<WordSense | readonly WordSense[] | null>

const JOINED = 0.95
const WILDCARD = 0.9
const SLIP = 0.85
const SHORT = 0.85
/** Longest word that may be half of one spelt apart. */
export const LONGEST_HALF = 8

export function senseWords(spellings: Spellings): WordSenses {
  const senseOf = (word: string): WordSense | null =>
    EMPTY_WORDS.has(word) ? null : new Sense(word, spellings)
  return new TokenTable((token) => {
    if (!token.includes('_')) return senseOf(stem(token))
    return wordsOfToken(token).flatMap((word) => senseOf(word) ?? [])
  })
}

class Sense implements WordSense {
  readonly word: string
  readonly known: boolean
  readonly meant: readonly Meaning[] | null
  readonly parts: readonly string[] | null
  readonly opens: number
  private readonly spellings: Spellings
  private guessed: readonly Meaning[] | null = null
  private hasGuessed = false

  constructor(word: string, spellings: Spellings) {
    this.word = word
    this.spellings = spellings
    this.known = spellings.words.has(word)
    const meant: Meaning[] = []
    if (this.known) meant.push({ word, sureness: 1 })
    if (word.includes('_')) addInner(word, spellings, meant)
    this.parts = isPartName(word) ? addParts(word, spellings, meant) : null
    for (const half of spellings.joined.get(word) ?? NONE) meant.push({ word: half, sureness: JOINED })
    this.meant = meant.length === 0 ? null : meant
    this.opens = opensWhat(word, spellings)
  }

  guesses(): readonly Meaning[] | null {
    if (!this.hasGuessed) {
      const guessed: Meaning[] = []
      const slip = misspelt(this.word, this.spellings)
      if (slip === null) addShortened(this.word, this.spellings, guessed)
      else guessed.push({ word: slip, sureness: SLIP })
      this.guessed = guessed.length === 0 ? null : guessed
      this.hasGuessed = true
    }
    return this.guessed
  }
}

const NONE: readonly string[] = []

/** What two neighbouring words mean when they are read as one; guesses are only made when `careful`. */
export function pairMeanings(both: string, spellings: Spellings, careful: boolean): readonly Meaning[] {
  const meant: Meaning[] = []
  if (spellings.words.has(both)) meant.push({ word: both, sureness: JOINED })
  else if (careful) addShortened(both, spellings, meant)
  for (const half of spellings.joined.get(both) ?? NONE) meant.push({ word: half, sureness: JOINED })
  return meant
}

function opensWhat(word: string, { words, sorted }: Spellings): number {
  if (word.length > LONGEST_HALF) return 0
  if (word.length > SHORTENED.least && words.has(word.slice(0, SHORTENED.least))) return ANY
  let bits = 0
  const first = firstBehind(word, sorted)
  for (let at = first; at < sorted.length && sorted[at]!.startsWith(word); at++) {
    if (at - first >= MOST_LONGER) return ANY
    bits |= bitOf(sorted[at]!, word.length)
  }
  return bits
}

const ANY = -1
/** Longer words that are looked at. */
const MOST_LONGER = 100

/** One of 32 bits for a character; some share one. */
export const bitOf = (word: string, at: number): number => 1 << (word.charCodeAt(at) & 31)

const MOST_PIECES = 8

/** `zq_hub` stands in `zq_hub_sensors`. */
function addInner(word: string, { words }: Spellings, meant: Meaning[]): void {
  const pieces = word.split('_').slice(0, MOST_PIECES)
  for (let from = 0; from < pieces.length - 1; from++) {
    for (let to = from + 2; to <= pieces.length; to++) {
      const inner = pieces.slice(from, to).join('_')
      if (words.has(inner)) meant.push({ word: inner, sureness: 1 })
    }
  }
}

/** The word of the index that one slip of the pen makes of this one; null when there is none. */
function misspelt(word: string, { slips }: Spellings): string | null {
  if (word.length < LEAST_SLIPPED - 1 || word.length > LONGEST_WORD || !LETTERS.test(word)) return null
  for (const form of leaveOneOut(word)) {
    const meant = slips.get(form)?.find((known) => isOneSlip(word, known))
    if (meant !== undefined) return meant
  }
  return null
}

const LONGEST_WORD = 30
const LETTERS = /^[a-z]+$/

/** Words of the index of which this one is a longer or shorter form, the likeliest last. */
function addShortened(word: string, { words, shortened }: Spellings, meant: Meaning[]): void {
  if (word.length < SHORTENED.least) return
  for (const known of shortened.get(word) ?? NONE) meant.push({ word: known, sureness: SHORT })
  for (let cut = SHORTENED.most; cut >= 1; cut--) {
    if (word.length - cut < SHORTENED.least) continue
    const beginning = word.slice(0, -cut)
    if (words.has(beginning)) meant.push({ word: beginning, sureness: SHORT })
  }
}

/** The part itself, and the other parts of the index that its name means: its family's, or the one it is a slip of. */
function addParts(word: string, spellings: Spellings, meant: Meaning[]): string[] {
  const parts = [word]
  const add = (part: string, sureness: number): void => {
    parts.push(part)
    meant.push({ word: part, sureness })
  }
  if (isWildcard(word)) {
    for (const part of spellings.partsByStem.get(wildcardStem(word)) ?? NONE)
      if (wildcardCovers(word, part)) add(part, WILDCARD)
  } else if (!spellings.words.has(word)) {
    for (let end = word.search(/\d/) + 1; end < word.length; end++) {
      for (const wildcard of spellings.wildcards.get(word.slice(0, end)) ?? NONE)
        if (wildcardCovers(wildcard, word)) add(wildcard, WILDCARD)
    }
    for (const part of spellings.partsByDigits.get(digitsOf(word)) ?? NONE)
      if (isPartSlip(word, part)) add(part, SLIP)
  }
  return parts
}
