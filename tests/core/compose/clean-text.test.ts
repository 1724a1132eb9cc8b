// Foreign words made printable, for any string at all.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, quoteSentence, shorten, wrapText } from '../../../src/core/compose/clean-text.ts'

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      { maxLength: 200 },
    )
    .map((all) => all.join('')),
)
const OBEYED = /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/u

test('whatever the words, the line holds nothing that anybody obeys', () =>
  fc.assert(
    fc.property(anything, fc.integer({ min: 3, max: 200 }), (words, max) => {
      const line = cleanLine(words, max)
      expect(OBEYED.test(line)).toBe(false)
      expect([...line].length).toBeLessThanOrEqual(max)
      expect(cleanLine(line, max)).toBe(line)
    }),
    { numRuns: 5000 },
  ))

test.each([
  ['blanks and line breaks', ' a\r\n\tb\u00a0 c ', 'a b c'],
  ['a right-to-left override', 'abc\u202edef', 'abcdef'],
  ['zero-width characters', 'a\u200bb\u200dc\ufeff', 'abc'],
  ['terminal escapes', '\u001b[31mred\u0007', '[31mred'],
  ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
  ['tag characters', 'a\u{e0041}b', 'ab'],
  ['stacked marks', `a${'\u0301'.repeat(50)}b`, 'a\u0301\u0301\u0301b'],
  ['what people write', 'Grüße, 世界 👋 “ok”', 'Grüße, 世界 👋 “ok”'],
])('%s', (_name, words, expected) => expect(cleanLine(words)).toBe(expected))

test('a quotation has one end', () => {
  expect(quoteSentence('he said "go" and “went”')).toBe(`"he said 'go' and 'went'"`)
  fc.assert(
    fc.property(anything, (words) => {
      expect(quoteSentence(words).match(/["\u201c\u201d]/g)).toHaveLength(2)
    }),
  )
})

describe('cutting', () => {
  test('stops at a word', () => expect(shorten('one two three four', 12)).toBe('one two...'))
  test('cuts a word that is too long by itself', () => expect(shorten('x'.repeat(50), 10)).toBe('xxxxxxx...'))
  test('never splits a character', () => expect(shorten('👋'.repeat(20), 10)).toBe(`${'👋'.repeat(7)}...`))
})

test('filling keeps every word, and every line within its width but for words that are longer', () =>
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1 }),
      fc.integer({ min: 10, max: 80 }),
      (words, width) => {
        const lines = wrapText(words.join(' '), width, '    ', '* ').split('\n')
        expect(lines.join(' ').replace(/^\* /, '').split(/ +/).filter(Boolean)).toEqual(words)
        for (const line of lines)
          if (line.length > width) expect(line.trim().replace(/^\* /, '')).not.toContain(' ')
      },
    ),
  ))

test('a megabyte of anything takes no time', () => {
  const started = performance.now()
  for (const piece of ['\u0301', ' ', '\u202e', 'a ', '"', '\ud800']) quoteSentence(piece.repeat(1_000_000))
  expect(performance.now() - started).toBeLessThan(500)
})
