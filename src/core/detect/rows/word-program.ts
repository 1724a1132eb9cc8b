// Word patterns as programs: numbers in one list, which are run some hundred times a mail.
// In: word patterns; the sentence that is read. Out: where in it a pattern can end. Refuses nothing.
import { Ints } from './ints.ts'
import { outerWords } from './required-words.ts'
import type { Places, SentenceWords } from './sentence-words.ts'
import { type WordPattern, wordPattern } from './word-pattern.ts'

/**
 * What stands at a step, and behind it. WORDS, MARK, ROW: how many words, characters or steps, then these. EITHER: how many
 * steps, these, how many entries of the table, each a word and a step that it can begin. MAYBE, OFTEN, AHEAD: a step.
 */
const WORDS = 0
const ROW = 1
const EITHER = 2
const MAYBE = 3
const OFTEN = 4
const WORD = 5
const TIED = 6
const GAP = 7
const NOTHING = 8
const START = 9
const END = 10
const MARK = 11
const AHEAD = 12
const CODES: Readonly<Record<WordPattern['kind'], number>> = {
  words: WORDS,
  row: ROW,
  either: EITHER,
  maybe: MAYBE,
  often: OFTEN,
  word: WORD,
  tied: TIED,
  gap: GAP,
  nothing: NOTHING,
  start: START,
  end: END,
  mark: MARK,
  ahead: AHEAD,
}
/** EITHER and OFTEN keep before them what they last found: in which sentence, from which places, and behind which. */
const KEPT = 3
/** As many choices as make a table worth its while, and as many words as make none. */
const MANY = 6
const FEW = 8

export class WordProgram {
  private readonly sentence: SentenceWords
  private readonly code = new Ints()
  /** Equal patterns are one: "I" or "we" begin half of all rows. */
  private readonly steps = new Map<string, number>()
  /** The step that takes any one word. */
  private readonly word: number

  constructor(sentence: SentenceWords) {
    this.sentence = sentence
    this.word = this.add(wordPattern('word'))
  }

  /** Adds a pattern; returns its first step. */
  add(pattern: WordPattern): number {
    const code = this.codeOf(pattern)
    const key = code.join(' ')
    const known = this.steps.get(key)
    if (known !== undefined) return known
    if (code[0] === EITHER || code[0] === OFTEN) for (let i = 0; i < KEPT; i++) this.code.push(0)
    const step = this.code.length
    for (const each of code) this.code.push(each)
    this.steps.set(key, step)
    return step
  }

  private codeOf(pattern: WordPattern): number[] {
    const { kind, parts, numbers } = pattern
    switch (kind) {
      case 'words':
        return numbers.length > FEW
          ? [EITHER, ...this.choices([pattern])]
          : [WORDS, numbers.length, ...numbers]
      case 'mark':
        return [MARK, numbers.length, ...numbers]
      case 'row':
        return [ROW, parts.length, ...parts.map((part) => this.add(part))]
      case 'either':
        return [EITHER, ...this.choices(parts)]
      default:
        return [CODES[kind], ...parts.map((part) => this.add(part))]
    }
  }

  private choices(choices: readonly WordPattern[]): number[] {
    const others: number[] = []
    const table: [word: number, step: number][] = []
    for (const choice of choices) {
      const first: number[] = []
      if (choice.kind === 'words' && choice.numbers.length > FEW)
        for (const word of choice.numbers) table.push([word, this.word])
      else if (choices.length < MANY || outerWords(choice, true, first) !== 'word')
        others.push(this.add(choice))
      else {
        const step = this.add(choice)
        for (const word of new Set(first)) table.push([word, step])
      }
    }
    table.sort(([a], [b]) => a - b)
    return [others.length, ...others, table.length, ...table.flat()]
  }

  /** The places behind the pattern at `step` for a start at any of the places `from`; 0 where it cannot stand. */
  run(step: number, from: Places): Places {
    const { sentence } = this
    const code = this.code.items
    switch (code[step]) {
      case WORDS: {
        let places = 0
        for (let i = step + 1 + code[step + 1]!; i > step + 1; i--) places |= sentence.placesOf(code[i]!)
        return sentence.next(from & places)
      }
      case ROW: {
        const end = step + 2 + code[step + 1]!
        let at = from
        for (let i = step + 2; i < end && at !== 0; i++) at = this.run(code[i]!, at)
        return at
      }
      case EITHER:
      case OFTEN: {
        if (code[step - 3] === sentence.number && code[step - 2] === from) return code[step - 1]!
        const found =
          code[step] === EITHER ? this.runEither(step, from) : this.runOften(code[step + 1]!, from)
        code[step - 3] = sentence.number
        code[step - 2] = from
        code[step - 1] = found
        return found
      }
      case MAYBE:
        return from | this.run(code[step + 1]!, from)
      case WORD:
        return sentence.next(from)
      case TIED:
        return sentence.tiedTo(from)
      case GAP:
        return sentence.since(from)
      case NOTHING:
        return from
      case START:
        return from & 1
      case END:
        return from & sentence.end
      case MARK: {
        let places = 0
        for (let i = step + 1 + code[step + 1]!; i > step + 1; i--) places |= sentence.marked(code[i]!)
        return from & places
      }
      default:
        return this.run(code[step + 1]!, from) === 0 ? 0 : from
    }
  }

  private runOften(step: number, from: Places): Places {
    let all = from
    for (let last = from; last !== 0; all |= last) last = this.run(step, last) & ~all
    return all
  }

  private runEither(step: number, from: Places): Places {
    const code = this.code.items
    const table = step + 2 + code[step + 1]!
    let found = code[table] === 0 ? 0 : this.runTable(table, from)
    for (let i = step + 2; i < table; i++) found |= this.run(code[i]!, from)
    return found
  }

  /** The places behind those choices that a word at one of the places `from` can begin. */
  private runTable(table: number, from: Places): Places {
    const { sentence } = this
    const code = this.code.items
    const begin = table + 1
    const end = begin + 2 * code[table]!
    let found = 0
    for (let at = 0; at < sentence.count; at++) {
      const word = sentence.met[at]!
      const places = from & sentence.placesOf(word)
      if (places === 0) continue
      let low = 0
      let high = code[table]!
      while (low < high) {
        const middle = (low + high) >> 1
        if (code[begin + 2 * middle]! < word) low = middle + 1
        else high = middle
      }
      for (let i = begin + 2 * low; i < end && code[i] === word; i += 2)
        found |= this.run(code[i + 1]!, places)
    }
    return found
  }
}
