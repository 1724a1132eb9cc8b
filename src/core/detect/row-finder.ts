// The cheap look before the dear one: which rows of the table could match a sentence at all, by the words it has.
// In: the table, then sentences in their text. Out: the rows one of whose cues stands there, with all the words their
// patterns cannot do without. Refuses nothing.
import type { Span } from '../model/message.ts'
import type { Detector } from './detector.ts'
import { KEY_LENGTH, neededWords, type WordSet } from './needed-words.ts'

const NONE: readonly Detector[] = []

export class RowFinder {
  private readonly rows: readonly Detector[]
  private readonly ready = new Set<number>()
  private words: Words | null = null

  constructor(rows: readonly Detector[]) {
    this.rows = rows
  }

  /** The rows that could match what stands in `span`, in the table's order. */
  find(text: string, span: Span): readonly Detector[] {
    // Reading the needs off all patterns takes some milliseconds, which commands that read no mail need not spend.
    this.words ??= new Words(this.rows)
    const places = this.words.rowsOf(text, span)
    return places.length === 0 ? NONE : places.map((place) => this.rowAt(place))
  }

  private rowAt(place: number): Detector {
    const row = this.rows[place]!
    if (!this.ready.has(place)) {
      this.ready.add(place)
      makeReady(row.pattern)
    }
    return row
  }
}

/**
 * Has a pattern made machine code at once. For a short text V8 makes slow code of it first, and machine code when it is
 * used again; of the largest patterns the slow code alone takes three times as long as the machine code. For a text of
 * a thousand characters it leaves the slow code out.
 */
function makeReady(pattern: RegExp): void {
  pattern.test(LONG_TEXT)
}
const LONG_TEXT = '.'.repeat(1000)

/** Sets of words, by their numbers, of each of which one must stand: in any case, and for one of the ways. */
interface RowNeeds {
  readonly always: readonly (readonly number[])[]
  readonly ways: readonly (readonly (readonly number[])[])[]
}

/** The vocabulary of the table: every word some row waits for has a number. */
class Words {
  private readonly numbers = new Map<number, number>()
  /** By word, the rows that have it for a cue, one bit a row; null for words that are nobody's cue. */
  private readonly cued: (Int32Array | null)[] = []
  private readonly needs: readonly RowNeeds[]
  private readonly rowBits: Int32Array
  /** Which words stand in the sentence being read. */
  private readonly stands: Uint8Array
  /** Those words, and how many they are. */
  private readonly met: Int32Array
  private count = 0

  constructor(rows: readonly Detector[]) {
    this.rowBits = new Int32Array(Math.ceil(rows.length / 32))
    rows.forEach((row, place) => {
      for (const cue of row.cues.flatMap(inflections)) this.addCue(this.numberOf(cue), place)
    })
    this.needs = rows.map((row) => this.needsOf(row))
    while (this.cued.length < this.numbers.size) this.cued.push(null)
    this.stands = new Uint8Array(this.numbers.size)
    this.met = new Int32Array(this.numbers.size)
  }

  /** Places in the table, ascending. */
  rowsOf(text: string, span: Span): number[] {
    this.meet(text, span)
    const { rowBits, cued } = this
    rowBits.fill(0)
    for (let at = 0; at < this.count; at++) {
      const rows = cued[this.met[at]!]
      if (rows) for (let i = 0; i < rowBits.length; i++) rowBits[i]! |= rows[i]!
    }
    const found: number[] = []
    for (let i = 0; i < rowBits.length; i++) {
      for (let left = rowBits[i]!; left !== 0; left &= left - 1) {
        const place = i * 32 + 31 - Math.clz32(left & -left)
        if (this.canMatch(this.needs[place]!)) found.push(place)
      }
    }
    while (this.count > 0) this.stands[this.met[--this.count]!] = 0
    return found
  }

  /** Notes the known words that stand in `span`. */
  private meet(text: string, span: Span): void {
    const { numbers, stands, met } = this
    let key = 0
    let length = 0
    for (let at = span.start; at <= span.end; at++) {
      const letter = at < span.end ? letterAt(text, at) : 0
      if (letter > 0) {
        if (length < KEY_LENGTH) key = addLetter(key, letter)
        length++
      } else if (letter === 0 && length > 0) {
        const word = numbers.get(key)
        if (word !== undefined && stands[word] === 0) {
          stands[word] = 1
          met[this.count++] = word
        }
        key = 0
        length = 0
      }
    }
  }

  private needsOf(row: Detector): RowNeeds {
    const ways = neededWords(row.pattern)
    const always = ways[0]!.filter((set) => ways.every((way) => way.includes(set)))
    const numbers = (set: WordSet): number[] => [...set].map((word) => this.numberOf(word))
    return {
      always: always.map(numbers),
      ways: ways.map((way) => way.filter((set) => !always.includes(set)).map(numbers)),
    }
  }

  private canMatch({ always, ways }: RowNeeds): boolean {
    if (!this.hasAll(always)) return false
    for (const way of ways) if (this.hasAll(way)) return true
    return false
  }

  private hasAll(needs: readonly (readonly number[])[]): boolean {
    for (const set of needs) if (!this.hasOne(set)) return false
    return true
  }

  private hasOne(set: readonly number[]): boolean {
    for (const word of set) if (this.stands[word] === 1) return true
    return false
  }

  private numberOf(word: string): number {
    let key = 0
    for (const letter of word.slice(0, KEY_LENGTH)) key = addLetter(key, letter.charCodeAt(0) - 96)
    const number = this.numbers.get(key) ?? this.numbers.size
    this.numbers.set(key, number)
    return number
  }

  private addCue(word: number, place: number): void {
    while (this.cued.length <= word) this.cued.push(null)
    const rows = this.cued[word] ?? new Int32Array(this.rowBits.length)
    rows[place >> 5]! |= 1 << (place & 31)
    this.cued[word] = rows
  }
}

/** Six letters of five bits make one small number. */
function addLetter(key: number, letter: number): number {
  return (key << 5) | letter
}

/** A cue and, where it is short, its inflections. */
function inflections(cue: string): string[] {
  if (cue.length >= KEY_LENGTH) return [cue]
  const stem = cue.replace(/e$/, '')
  return [cue, `${cue}s`, `${cue}d`, `${stem}ed`, `${stem}ing`]
}

/** 1 to 26 for a letter of either case, 0 for what ends a word, -1 for what nobody sees. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < 128 ? LETTERS[code]! : INVISIBLE.test(text.charAt(at)) ? -1 : 0
}
const LETTERS = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z]/i.test(String.fromCharCode(code)) ? code & 31 : 0,
)
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
