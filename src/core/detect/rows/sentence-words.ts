// A sentence as words: which known words stand at which of its places.
// In: a text and a span of it. Out: for every known word the places where it stands, as bits. Refuses nothing; from the
// thirty-first word on all places are one.
import type { Span } from '../../model/message.ts'
import { isMark } from './pattern-tree.ts'
import { ADVERB, addLetter, KEY_LENGTH, MOST_WORDS, type Vocabulary } from './vocabulary.ts'

/**
 * Places are bits: bit n is the place before word n, and behind word n - 1. A word is what a pattern calls so: letters and
 * digits up to the next other character.
 */
export type Places = number

/** Two words next to each other make one number: the first times this, and the second. */
export const PAIR = MOST_WORDS
/** A sentence of two thousand characters has no more words, nor pairs of them. */
const MOST_STANDING = 4096

/** The place that stands for itself and all behind it. */
const LAST = 1 << 31

export class SentenceWords {
  /** The known words of the sentence, each once: the first `count` are valid. */
  readonly met: Int32Array
  count = 0
  /** Tells sentences apart: how many were read. */
  number = 0
  /** Known words next to each other, as `PAIR` has it: the first `paired` are valid. */
  readonly pairs = new Int32Array(MOST_STANDING)
  paired = 0
  /** All places, from before the first word to behind the last. */
  all: Places = 1
  /** The place behind the last word. */
  end: Places = 1
  /** The places before words that no white space parts from the one before. */
  private tied: Places = 0
  private text = ''
  private span: Span = { start: 0, end: 0 }
  private readonly vocabulary: Vocabulary
  /** By known word, and by character, the places before it; 0 where it does not stand. */
  private readonly words: Int32Array
  private readonly marks = new Int32Array(128)
  /** Known words as they stand: those of the word before are from `last` on, of this one from `first` on. */
  private readonly stood = new Int32Array(MOST_STANDING)
  private last = 0
  private first = 0
  private standing = 0

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
    this.words = new Int32Array(MOST_WORDS)
    this.met = new Int32Array(MOST_WORDS)
  }

  /** Reads another sentence. */
  read(text: string, span: Span): void {
    this.text = text
    this.span = span
    this.number++
    this.readAgain()
  }

  /** Reads the same sentence, of which more words are known by now. */
  readAgain(): void {
    const { text } = this
    const { start, end } = this.span
    const { words, met, marks, vocabulary } = this
    for (let i = 0; i < this.count; i++) words[met[i]!] = 0
    marks.fill(0)
    this.count = 0
    this.paired = 0
    this.last = 0
    this.first = 0
    this.standing = 0
    let place = 1
    let tied = 0
    // Of the word being read: its characters; the letters since its last digit, and the key of these.
    let length = 0
    let letters = 0
    let key = 0
    let before = SPACE
    for (let at = start; at <= end; at++) {
      const code = at < end ? text.charCodeAt(at) : 32
      const kind = code < 128 ? KINDS[code]! : kindBeyond(code)
      if (kind < DIGIT) {
        if (length++ === 0 && before !== SPACE) tied |= place
        if (letters++ < KEY_LENGTH) key = addLetter(key, kind)
        if (kind === Y && before === L && length > 2) {
          this.meet(ADVERB, place)
        }
        before = kind
      } else if (kind !== INVISIBLE) {
        if (letters > 0) {
          const word = vocabulary.find(key)
          if (word >= 0) this.meet(word, place)
          letters = 0
          key = 0
        }
        if (kind === DIGIT) {
          if (length++ === 0 && before !== SPACE) tied |= place
          before = DIGIT
        } else {
          if (length > 0) {
            if (place !== LAST) place <<= 1
            length = 0
            before = kind
            this.last = this.first
            this.first = this.standing
          } else if (kind === SPACE) before = SPACE
          if (kind === MARK) marks[code]! |= place
        }
      }
    }
    this.end = place
    this.all = place | (place - 1)
    this.tied = tied
  }

  private meet(word: number, place: Places): void {
    if (this.words[word] === 0) this.met[this.count++] = word
    this.words[word]! |= place
    if (this.standing === MOST_STANDING || this.paired + this.first - this.last > MOST_STANDING) return
    this.stood[this.standing++] = word
    for (let i = this.last; i < this.first; i++) this.pairs[this.paired++] = this.stood[i]! * PAIR + word
  }

  /** The places before a word, by its number. */
  placesOf(word: number): Places {
    return this.words[word]!
  }

  /** The places before which a character stands. */
  marked(code: number): Places {
    return this.marks[code]!
  }

  /** The places one word on. */
  next(from: Places): Places {
    return ((from << 1) | (from & LAST)) & this.all
  }

  /** These places and all behind the first of them. */
  since(from: Places): Places {
    return -(from & -from) & this.all
  }

  /** These places, and those behind words that follow without white space. */
  tiedTo(from: Places): Places {
    let all = from
    for (let last = from; last !== 0; all |= last) last = this.next(last & this.tied) & ~all
    return all
  }
}

const L = 12
const Y = 25
const DIGIT = 27
const INVISIBLE = 28
const MARK = 29
const BLANK = 30
const SPACE = 31
/** By character code: 1 to 26 for a letter of either case. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/[a-z]/i.test(character)) return code & 31
  if (/\w/.test(character)) return DIGIT
  return isMark(code) ? MARK : /\s/.test(character) ? SPACE : BLANK
})

/** Characters nobody sees part no words. */
function kindBeyond(code: number): number {
  if (code === 0xa0) return SPACE
  const unseen =
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff
  return unseen ? INVISIBLE : BLANK
}
