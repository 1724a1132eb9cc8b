// Tokens are found by their letters; whatever the text, they must be those the pattern finds.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TokenTable } from '../../../src/core/link/token-table.ts'
import { foldText, TOKEN } from '../../../src/core/link/words.ts'

const tokensIn = (table: TokenTable<string>, text: string): string[] => {
  const found: string[] = []
  table.read(text, (token) => found.push(token))
  return found
}

describe('a table of tokens', () => {
  test('reads the tokens of any folded text, met before or not', () => {
    const table = new TokenTable((token) => token)
    const piece = fc.oneof(
      fc.constantFrom('_', '__', ' ', '-', 'driver', 'fwnode_irq_get', 'a', '7', 'ñandú', '語', '.'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = foldText(pieces.join(''))
        const expected = text.match(TOKEN) ?? []
        expect(tokensIn(table, text)).toEqual([...expected])
        expect(tokensIn(table, text)).toEqual([...expected])
      }),
      { numRuns: 1000 },
    )
  })

  test('learns a token once', () => {
    const asked: string[] = []
    const table = new TokenTable((token) => asked.push(token))
    table.read('the driver reads the driver', () => {})
    expect(asked).toEqual(['the', 'driver', 'reads'])
    expect(table.valueOf('driver')).toBe(2)
  })

  test('answers the same when it has forgotten all', () => {
    const table = new TokenTable((token) => token.length)
    for (let n = 0; n < 50_000; n++) expect(table.valueOf(`word${n}`)).toBe(`word${n}`.length)
    expect(tokensIn(new TokenTable((token) => token), 'snapshots of it')).toEqual(['snapshots', 'of', 'it'])
    expect(table.valueOf('word7')).toBe(5)
  })
})
