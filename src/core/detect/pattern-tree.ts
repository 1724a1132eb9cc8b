// A pattern's source as a tree, so that one can ask what every match of it must hold.
// In: the source of a regular expression. Out: its alternatives, each a row of parts. Refuses what no row of the table
// uses (back references, flags inside): then it throws, when the table is built and not when mail is read.

export type Part =
  /** One character: a letter in lower case, or '' for anything that is no letter. */
  | { readonly kind: 'letter'; readonly letter: string }
  /** One character that may or may not be a letter. */
  | { readonly kind: 'any' }
  /** A place between characters: the edge of a word, or the start or end. */
  | { readonly kind: 'edge' }
  | { readonly kind: 'group'; readonly choices: readonly Part[][] }
  /** `(?=…)` and `(?<=…)`: what stands ahead, or before. What must not stand there tells nothing and is left out. */
  | { readonly kind: 'look'; readonly ahead: boolean; readonly choices: readonly Part[][] }
  /** `part` no, one or several times: `least` 0 or more, `again` when more than once. */
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly again: boolean }

/** The alternatives of a whole pattern. */
export function parsePattern(source: string): Part[][] {
  return new Reader(source).choices()
}

class Reader {
  private at = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  choices(): Part[][] {
    const found: Part[][] = [[]]
    while (this.at < this.source.length && this.source[this.at] !== ')') {
      if (this.take('|')) found.push([])
      else found.at(-1)!.push(...this.repeated(this.part()))
    }
    return found
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false
    this.at += text.length
    return true
  }

  private part(): Part | null {
    if (this.take('(')) return this.group()
    if (this.take('[')) return this.characterClass()
    if (this.take('\\')) return this.escaped()
    const character = this.source[this.at++] as string
    if (character === '.') return ANY
    if (character === '^' || character === '$') return EDGE
    return letterOf(character)
  }

  private group(): Part | null {
    const look = /^\?(?:=|!|<=|<!|:|<[A-Za-z]+>)/.exec(this.source.slice(this.at, this.at + 40))?.[0] ?? ''
    if (look === '' && this.source[this.at] === '?') throw new Error(`unknown group in ${this.source}`)
    this.at += look.length
    const choices = this.choices()
    this.at++
    if (look === '?=' || look === '?<=') return { kind: 'look', ahead: look === '?=', choices }
    return look === '?!' || look === '?<!' ? null : { kind: 'group', choices }
  }

  private characterClass(): Part {
    const negated = this.take('^')
    const from = this.at
    while (this.source[this.at] !== ']') this.at += this.source[this.at] === '\\' ? 2 : 1
    const body = this.source.slice(from, this.at++)
    if (negated || /[A-Za-z]-[A-Za-z]|\\[wSDPp]/.test(body)) return ANY
    const letters = [...body.replace(/\\./g, '-')].map(letterOf)
    return letters.length === 1 ? letters[0]! : { kind: 'group', choices: letters.map((letter) => [letter]) }
  }

  private escaped(): Part {
    const character = this.source[this.at++] as string
    if (character === 'b' || character === 'B')
      return character === 'b' ? EDGE : { kind: 'group', choices: [[]] }
    if (/[kpPux1-9]/.test(character)) {
      if (!/[pP]/.test(character) || this.source[this.at] !== '{')
        throw new Error(`unknown escape in ${this.source}`)
      this.at = this.source.indexOf('}', this.at) + 1
      return ANY
    }
    return /[wSD]/.test(character) ? ANY : NO_LETTER
  }

  private repeated(part: Part | null): Part[] {
    const times = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 12))
    if (times) this.at += times[0].length
    if (part === null) return []
    if (!times) return [part]
    const least = times[0][0] === '+' ? 1 : Number(times[1] ?? 0)
    return [{ kind: 'repeat', part, least, again: times[0][0] !== '?' }]
  }
}

const ANY: Part = { kind: 'any' }
const EDGE: Part = { kind: 'edge' }
const NO_LETTER: Part = { kind: 'letter', letter: '' }

function letterOf(character: string): Part & { kind: 'letter' } {
  return { kind: 'letter', letter: /[A-Za-z]/.test(character) ? character.toLowerCase() : '' }
}
