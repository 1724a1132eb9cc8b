import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IntMap } from '../../../../src/core/detect/rows/ints.ts'
import { PAIR, SentenceWords } from '../../../../src/core/detect/rows/sentence-words.ts'
import { ADVERB, Vocabulary } from '../../../../src/core/detect/rows/vocabulary.ts'

const vocabulary = new Vocabulary()
const number = (word: string): number => vocabulary.numberOf(word)
const [working, x, y, on, it_] = ['working', 'x', 'y', 'on', 'it'].map(number) as [
  number,
  number,
  number,
  number,
  number,
]

function read(text: string): SentenceWords {
  const words = new SentenceWords(vocabulary)
  words.read(text, { start: 0, end: text.length })
  return words
}

describe('SentenceWords', () => {
  it('tells before which places a word stands, by its first six letters in any case', () => {
    const words = read('On it: WORKINGS on, on')
    expect(words.placesOf(on)).toBe(0b11001)
    expect(words.placesOf(working)).toBe(0b100)
    expect(words.placesOf(x)).toBe(0)
    expect(words.end).toBe(0b100000)
  })

  it('takes letters and digits for one word, and forgets invisible characters', () => {
    const words = read('x2y o\u200bn')
    expect([words.placesOf(x), words.placesOf(y), words.placesOf(on), words.end]).toEqual([1, 1, 0b10, 0b100])
  })

  it('knows adverbs by "ly" behind their first letter', () => {
    expect(read('really, ly flying').placesOf(ADVERB)).toBe(0b101)
  })

  it('tells which characters stand before a word', () => {
    const words = read('(on) it.')
    expect(words.marked('('.charCodeAt(0))).toBe(1)
    expect(words.marked(')'.charCodeAt(0))).toBe(0b10)
    expect(words.marked('.'.charCodeAt(0))).toBe(0b100)
  })

  it('follows words that no white space parts', () => {
    expect(read('on-it/on it').tiedTo(0b10)).toBe(0b1110)
  })

  it('gives pairs of known words next to each other', () => {
    const words = read('on it zzz on')
    expect([...words.pairs.subarray(0, words.paired)]).toEqual([on * PAIR + it_])
  })

  it('takes all places from the thirty-first word on for one, which leads to itself', () => {
    const words = read(`${'zzz '.repeat(50)}on`)
    expect(words.placesOf(on)).toBe(1 << 31)
    expect(words.next(1 << 31)).toBe(1 << 31)
    expect(words.since(1 << 30)).toBe((1 << 31) | (1 << 30))
  })
})

describe('IntMap', () => {
  it('holds what was last set', () => {
    const keys = fc.integer({ min: -50_000, max: 50_000 }).filter((key) => key !== 0)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(keys, fc.nat()), { maxLength: 3_000, size: 'max' }),
        keys,
        (all, other) => {
          const map = new IntMap()
          for (const [key, value] of all) map.set(key, value)
          const expected = new Map(all)
          for (const [key, value] of expected) expect(map.get(key)).toBe(value)
          expect(map.get(other)).toBe(expected.get(other) ?? -1)
          expect(map.size).toBe(expected.size)
        },
      ),
      { numRuns: 20 },
    )
  })
})
