import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { shortKey } from '../../../src/adapters/store/short-key.ts'

it('is the text itself up to 250 units, and 252 units for all longer ones', () => {
  expect(shortKey('a@example.org')).toBe('a@example.org')
  expect(shortKey('x'.repeat(250))).toBe('x'.repeat(250))
  expect(shortKey('x'.repeat(251))).toHaveLength(252)
  expect(shortKey('x'.repeat(100_000))).toHaveLength(252)
})

it('tells any two texts apart', () => {
  const long = fc
    .tuple(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 300 }))
    .map(([end, n]) => 'x'.repeat(n) + end)
  fc.assert(
    fc.property(long, long, (a, b) => {
      expect(shortKey(a) === shortKey(b)).toBe(a === b)
    }),
  )
  const key = shortKey('y'.repeat(300))
  expect(shortKey(key)).not.toBe(key)
})

it('tells lone surrogates apart in long texts too', () => {
  const filler = 'x'.repeat(300)
  expect(shortKey(`${filler}\ud800`)).not.toBe(shortKey(`${filler}\ud801`))
})
