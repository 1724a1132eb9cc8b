import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate, parseReceived } from '../../../src/adapters/mime/date-field.ts'

describe('date-time (RFC 5322 §3.3)', () => {
  test.each([
    ['Tue, 3 Mar 2026 10:00:00 +0000', '2026-03-03T10:00:00Z'],
    ['Tue, 03 Mar 2026 10:00:00 +0130 (some zone)', '2026-03-03T08:30:00Z'],
    ['3 Mar 2026 10:00 -0800', '2026-03-03T18:00:00Z'],
    ['Tue, 3 Mar 26 10:00:00 GMT', '2026-03-03T10:00:00Z'],
    ['Mon, 5 Apr 99 10:00:00 EST', '1999-04-05T15:00:00Z'],
    ['Mon, 5 Apr 101 10:00:00 UT', '2001-04-05T10:00:00Z'],
    ['Tue, 3 Mar 2026 10:00:60 +0000', '2026-03-03T10:01:00Z'],
    ['Tue, 3 Mar 2026 10:00:00 XYZ', '2026-03-03T10:00:00Z'],
    ['Tue, 3 Mar 2026 10:00:00', '2026-03-03T10:00:00Z'],
    ['Tue, 3 March 2026 10:00:00 +00:00', '2026-03-03T10:00:00Z'],
    ['Tue, 3-Mar-2026 10.00.00 +0000', '2026-03-03T10:00:00Z'],
    ['Tue Mar  3 10:00:00 2026', '2026-03-03T10:00:00Z'],
    ['Tue Mar  3 10:00:00 CET 2026', '2026-03-03T09:00:00Z'],
    ['2026-03-03T10:00:00+01:00', '2026-03-03T09:00:00Z'],
    ['2026-03-03 10:00', '2026-03-03T10:00:00Z'],
  ])('%s', (value, iso) => {
    expect(new Date(parseDate(value) as number).toISOString()).toBe(iso.replace('Z', '.000Z'))
  })
  test.each([
    '',
    'yesterday',
    'Tue, 45 Mar 2026 10:00:00 +0000',
    'Tue, 3 Foo 2026 10:00:00',
    '3 Mar 1969 10:00:00 +0000',
    '3 Mar 2026',
    'Tue, 3 Mar 2026 99:00:00 +0000',
  ])('%j is no date', (value) => {
    expect(parseDate(value)).toBeNull()
  })
  test('every second since 1970 comes back from its own text', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
        (date) => {
          expect(parseDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000)
        },
      ),
    )
  })
  test('any text is a date within the years 1970 to 9999 or none', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const at = parseDate(value)
        expect(at === null || (at >= 0 && at < Date.UTC(10000, 0))).toBe(true)
      }),
    )
  })
  test('the time of a Received field stands after its last semicolon', () => {
    expect(parseReceived('from a by b; (x; y) Tue, 3 Mar 2026 10:00:00 +0000')).toBe(Date.UTC(2026, 2, 3, 10))
    expect(parseReceived('from a by b Tue, 3 Mar 2026 10:00:00 +0000')).toBeNull()
  })
})
