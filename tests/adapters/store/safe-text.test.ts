import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromSafeText, toSafeText } from '../../../src/adapters/store/safe-text.ts'

const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units))
const nasty = fc
  .array(fc.constantFrom('\0', '\ud800', '\udc00', '\uffff', '0000', 'd800', 'a', '😀'))
  .map((parts) => parts.join(''))

it('gives any text back, well-formed and without NUL on the way', () => {
  fc.assert(
    fc.property(fc.oneof(anyUnits, nasty), (text) => {
      const safe = toSafeText(text)
      expect(safe.isWellFormed() && !safe.includes('\0')).toBe(true)
      expect(fromSafeText(safe)).toBe(text)
    }),
    { numRuns: 2000 },
  )
})

it('leaves ordinary text alone', () => {
  for (const text of ['', 'plain', 'Grüße 😀 \u202e \\u0000', '{"a":"\\n"}'])
    expect(toSafeText(text)).toBe(text)
})

it('never makes one text of two', () => {
  fc.assert(
    fc.property(nasty, nasty, (a, b) => {
      expect(toSafeText(a) === toSafeText(b)).toBe(a === b)
    }),
    { numRuns: 2000 },
  )
})
