// A pattern's source as a tree, so that one can ask what every match of it must hold.
// In: the source of a regular expression. Out: its alternatives, each a row of parts. Refuses what no row of the table
// uses (back references, flags inside): then it throws, when the row is first thought of.

export type Part =
  /** Letters one after the other, in lower case. */
  | { readonly kind: 'letters'; readonly letters: string }
  /** One character of a word that is no letter: a digit, "_". */
  | { readonly kind: 'digit' }
  /** One character of a word, letter or not. */
  | { readonly kind: 'word' }
  /** One character that stands in no word: one of `marks`, or any such when these are none. */
  | { readonly kind: 'blank'; readonly marks: readonly number[] }
  /** One character, in a word or not, but no white space. */
  | { readonly kind: 'solid' }
  /** One character. */
  | { readonly kind: 'any' }
  /** A place between characters: the edge of a word, or the start or end of the text. */
  | { readonly kind: 'edge' | 'start' | 'end' }
  | { readonly kind: 'group'; readonly choices: readonly (readonly Part[])[] }
  /** `(?=…)` and `(?<=…)`: what stands ahead, or before. What must not stand there tells nothing and is left out. */
  | { readonly kind: 'look'; readonly ahead: boolean; readonly choices: readonly (readonly Part[])[] }
  /** `part` no, one or several times: `least` 0 or more, `again` when more than once. */
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly again: boolean }

/** The alternatives of a whole pattern. */
export function parsePattern(source: string): Part[][] {
  return new Reader(source).choices()
}

const ANY: Part = { kind: 'any' }
const SOLID: Part = { kind: 'solid' }
const WORD: Part = { kind: 'word' }
const DIGIT: Part = { kind: 'digit' }
const BLANK: Part = { kind: 'blank', marks: [] }
const EDGE: Part = { kind: 'edge' }
const START: Part = { kind: 'start' }
const END: Part = { kind: 'end' }
const NOTHING: Part = { kind: 'group', choices: [[]] }
/** Back references, and characters by their number. */
const UNKNOWN_ESCAPES = 'kuxc123456789'
/** By character code. */
const CHARACTERS: readonly Part[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/[a-z]/i.test(character)) return { kind: 'letters', letters: character.toLowerCase() }
  if (/\w/.test(character)) return DIGIT
  return isMark(code) ? { kind: 'blank', marks: [code] } : BLANK
})

/** Punctuation that stands in a sentence as it is written; of quotes there are many. */
export function isMark(code: number): boolean {
  return code > 32 && code < 127 && /[^\w'"`]/.test(String.fromCharCode(code))
}

/** As many letters as stand there by themselves: in "abc?" these are two. */
const LETTERS = /[a-z]+(?![?*+{])/iy

class Reader {
  private at = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  choices(): Part[][] {
    let parts: Part[] = []
    const found = [parts]
    while (this.at < this.source.length) {
      const character = this.source[this.at]!
      if (character === ')') break
      LETTERS.lastIndex = this.at
      const letters = LETTERS.exec(this.source)?.[0]
      if (letters !== undefined) {
        this.at += letters.length
        parts.push({ kind: 'letters', letters: letters.toLowerCase() })
        continue
      }
      this.at++
      if (character === '|') {
        parts = []
        found.push(parts)
      } else {
        const part = this.part(character)
        const repeated = this.repeated(part)
        if (repeated) parts.push(repeated)
      }
    }
    return found
  }

  private part(character: string): Part | null {
    switch (character) {
      case '(':
        return this.group()
      case '[':
        return this.characterClass()
      case '\\':
        return this.escaped()
      case '.':
        return ANY
      case '^':
        return START
      case '$':
        return END
      default:
        return CHARACTERS[character.charCodeAt(0)] ?? BLANK
    }
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false
    this.at += text.length
    return true
  }

  private group(): Part | null {
    let look: string | undefined
    if (this.source[this.at] === '?' && !this.take('?:')) {
      look = ['?=', '?!', '?<=', '?<!'].find((mark) => this.take(mark))
      const name = look ? null : /^\?<[A-Za-z]+>/.exec(this.source.slice(this.at, this.at + 40))
      if (!look && !name) throw new Error(`unknown group in ${this.source}`)
      this.at += name?.[0].length ?? 0
    }
    const choices = this.choices()
    this.at++
    if (look === undefined) return { kind: 'group', choices }
    return look === '?!' || look === '?<!' ? null : { kind: 'look', ahead: look === '?=', choices }
  }

  private characterClass(): Part {
    const negated = this.take('^')
    const from = this.at
    while (this.source[this.at] !== ']') this.at += this.source[this.at] === '\\' ? 2 : 1
    const body = this.source.slice(from, this.at++)
    if (negated) return ANY
    if (/\w-\w|\\[wSDPpdW]/.test(body)) {
      if (/^(?:\w-\w|\\[wd]|\w)*$/.test(body)) return WORD
      return /\s|\\[sDPW]/.test(body) ? ANY : SOLID
    }
    const parts = new Set<Part>()
    const marks: number[] = []
    for (const each of body.replace(/\\(\W)/g, '$1').replace(/\\./g, ' ')) {
      const part = CHARACTERS[each.charCodeAt(0)] ?? BLANK
      if (part.kind === 'blank' && part.marks.length > 0) marks.push(...part.marks)
      else parts.add(part)
    }
    if (marks.length > 0 && !parts.has(BLANK)) parts.add({ kind: 'blank', marks })
    return parts.size === 1 ? [...parts][0]! : { kind: 'group', choices: [...parts].map((part) => [part]) }
  }

  private escaped(): Part {
    const character = this.source[this.at++] as string
    switch (character) {
      case 'b':
        return EDGE
      case 'B':
        return NOTHING
      case 'w':
        return WORD
      case 'd':
        return DIGIT
      case 'S':
        return SOLID
      case 'D':
        return ANY
    }
    if (character === 'p' || character === 'P') {
      this.at = this.source.indexOf('}', this.at) + 1
      return character === 'p' ? SOLID : ANY
    }
    if (UNKNOWN_ESCAPES.includes(character)) throw new Error(`unknown escape in ${this.source}`)
    const part = CHARACTERS[character.charCodeAt(0)] ?? BLANK
    return part.kind === 'blank' ? part : BLANK
  }

  /** The part with what stands behind it: "*", "+", "?", "{2,60}"; null for a part that tells nothing. */
  private repeated(part: Part | null): Part | null {
    const mark = this.source[this.at]
    let least = 0
    if (mark === '{') {
      const end = this.source.indexOf('}', this.at)
      least = Number.parseInt(this.source.slice(this.at + 1, end), 10)
      this.at = end + 1
    } else if (mark === '*' || mark === '+' || mark === '?') {
      least = mark === '+' ? 1 : 0
      this.at++
    } else return part
    if (this.source[this.at] === '?') this.at++
    // Any number of these tells no more than one.
    if (part === null || part === ANY || part === SOLID || (part === BLANK && least > 0)) return part
    return { kind: 'repeat', part, least, again: mark !== '?' }
  }
}
