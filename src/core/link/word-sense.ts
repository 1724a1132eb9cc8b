// What one word of a mail means to the catalogue: the words of names it stands for, each with how surely. In: a token and
// the spellings of the index. Out: its senses, worked out once a word and remembered, for mails repeat their words.
import { digitsOf, isPartName, isPartSlip, isWildcard, wildcardCovers, wildcardStem } from './part-names.ts'
import { EMPTY_WORDS } from './plain-words.ts'
import { isBeginning, LEAST_SLIPPED, leaveOneOut, SHORTENED, type Spellings } from './spellings.ts'
import { isOneSlip, wordsOfToken } from './words.ts'

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
  readonly meant: readonly Meaning[]
  /** Parts of the index a part's name stands for, itself first; null when it is none. */
  readonly parts: readonly string[] | null
  /** Whether it may be the first half of a word spelt apart (`pv usb`). */
  readonly opens: boolean
}

export interface WordSenses {
  /** Senses of the words of a folded token that carry any weight. */
  readonly sensesOf: (token: string) => readonly WordSense[]
  /**
   * What a word unknown to the index means by a slip of the pen or a compound cut short, the likeliest last. Not to be
   * looked for in running text.
   */
  readonly guessesAt: (word: string) => readonly Meaning[]
}

const JOINED = 0.95
const WILDCARD = 0.9
const SLIP = 0.85
const SHORT = 0.85
/** Longest word that may be half of one spelt apart. */
export const LONGEST_HALF = 8
const MOST_REMEMBERED = 20_000
const LONGEST_REMEMBERED = 64

/** Remembers some thousands of words; what it answers does not depend on what it was asked before. */
export function senseWords(spellings: Spellings): WordSenses {
  return {
    sensesOf: remember((token) =>
      wordsOfToken(token)
        .filter((word) => !EMPTY_WORDS.has(word))
        .map((word) => senseOf(word, spellings)),
    ),
    guessesAt: remember((word) => guess(word, spellings)),
  }
}

function remember<T>(work: (word: string) => T): (word: string) => T {
  let known = new Map<string, T>()
  return (word) => {
    const there = known.get(word)
    if (there !== undefined) return there
    const found = work(word)
    if (word.length > LONGEST_REMEMBERED) return found
    if (known.size >= MOST_REMEMBERED) known = new Map()
    known.set(word, found)
    return found
  }
}

function senseOf(word: string, spellings: Spellings): WordSense {
  const known = spellings.words.has(word)
  const meant: Meaning[] = known ? [{ word, sureness: 1 }] : []
  meant.push(...innerIdentifiers(word, spellings))
  const parts = isPartName(word) ? partsMeant(word, spellings) : null
  if (parts) meant.push(...parts)
  for (const half of spellings.joined.get(word) ?? []) meant.push({ word: half, sureness: JOINED })
  const stands = parts && [word, ...parts.map((part) => part.word)]
  return { word, known, meant, parts: stands, opens: mayOpen(word, spellings) }
}

function guess(word: string, spellings: Spellings): readonly Meaning[] {
  const slip = misspelt(word, spellings)
  return slip === undefined ? shortened(word, spellings) : [{ word: slip, sureness: SLIP }]
}

/** What two neighbouring words mean when they are read as one; guesses are only made when `careful`. */
export function pairMeanings(both: string, spellings: Spellings, careful: boolean): readonly Meaning[] {
  const known = spellings.words.has(both)
  const meant = known ? [{ word: both, sureness: JOINED }] : careful ? shortened(both, spellings) : NOTHING
  const halves = spellings.joined.get(both)
  return halves ? [...meant, ...halves.map((word) => ({ word, sureness: JOINED }))] : meant
}

const NOTHING: readonly Meaning[] = []

function mayOpen(word: string, spellings: Spellings): boolean {
  if (word.length > LONGEST_HALF) return false
  if (word.length > SHORTENED.least && spellings.words.has(word.slice(0, SHORTENED.least))) return true
  return isBeginning(word, spellings)
}

const MOST_PIECES = 8

/** `zq_hub` stands in `zq_hub_sensors`. */
function innerIdentifiers(word: string, { words }: Spellings): Meaning[] {
  if (!word.includes('_')) return []
  const found: Meaning[] = []
  const pieces = word.split('_').slice(0, MOST_PIECES)
  for (let from = 0; from < pieces.length - 1; from++) {
    for (let to = from + 2; to <= pieces.length; to++) {
      const inner = pieces.slice(from, to).join('_')
      if (words.has(inner)) found.push({ word: inner, sureness: 1 })
    }
  }
  return found
}

/** The word of the index that one slip of the pen makes of this one; undefined when there is none. */
function misspelt(word: string, { slips }: Spellings): string | undefined {
  if (word.length < LEAST_SLIPPED - 1 || word.length > LONGEST_WORD || !LETTERS.test(word)) return undefined
  for (const form of leaveOneOut(word)) {
    const meant = slips.get(form)?.find((known) => isOneSlip(word, known))
    if (meant !== undefined) return meant
  }
  return undefined
}

const LONGEST_WORD = 30
const LETTERS = /^[a-z]+$/

/** Words of the index of which this one is a longer or shorter form, the likeliest last. */
function shortened(word: string, spellings: Spellings): readonly Meaning[] {
  if (word.length < SHORTENED.least) return NOTHING
  const found = (spellings.shortened.get(word) ?? []).map((known) => ({ word: known, sureness: SHORT }))
  for (let cut = SHORTENED.most; cut >= 1; cut--) {
    const beginning = word.slice(0, -cut)
    if (beginning.length >= SHORTENED.least && spellings.words.has(beginning))
      found.push({ word: beginning, sureness: SHORT })
  }
  return found
}

/** Other parts of the index that a part's name means: its family's, or the one it is a slip of. */
function partsMeant(word: string, spellings: Spellings): Meaning[] {
  if (isWildcard(word)) {
    return (spellings.partsByStem.get(wildcardStem(word)) ?? [])
      .filter((part) => wildcardCovers(word, part))
      .map((part) => ({ word: part, sureness: WILDCARD }))
  }
  if (spellings.words.has(word)) return []
  const meant: Meaning[] = []
  for (let end = word.search(/\d/) + 1; end < word.length; end++) {
    for (const wildcard of spellings.wildcards.get(word.slice(0, end)) ?? []) {
      if (wildcardCovers(wildcard, word)) meant.push({ word: wildcard, sureness: WILDCARD })
    }
  }
  for (const part of spellings.partsByDigits.get(digitsOf(word)) ?? [])
    if (isPartSlip(word, part)) meant.push({ word: part, sureness: SLIP })
  return meant
}
