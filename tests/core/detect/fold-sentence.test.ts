import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldSentence } from '../../../src/core/detect/fold-sentence.ts'

describe('foldSentence', () => {
  it.each([
    ['folds white space', ' one\n\ttwo\u00a0 three ', 'one two three'],
    ['drops what nobody sees', 'o\u200bn\u00ade\ufeff', 'one'],
    ['straightens quotes', '\u2018a\u2019 \u201cb\u201d', '\'a\' "b"'],
    ['keeps all other characters', '\u0000é漢\ud83d\ude00\ud800', '\u0000é漢\ud83d\ude00\ud800'],
  ])('%s', (_what, text, expected) => {
    expect(foldSentence(text)).toBe(expected)
  })

  it('does to any text what three replacements would', () => {
    const piece = fc.constantFrom(...' \n\u00a0\u3000\u200b\ufeff\u2019\u201cab.', 'é', '漢', '\ud83d\ude00')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: piece })), (text) => {
        const plain = text
          .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
          .replace(/[\u2018\u2019\u201b\u02bc\u00b4]/g, "'")
          .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
        expect(foldSentence(text)).toBe(plain.replace(/\s+/g, ' ').trim())
      }),
    )
  })
})
