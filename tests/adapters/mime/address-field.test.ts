import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAddresses } from '../../../src/adapters/mime/address-field.ts'
import { processorMs } from '../../support/processor-time.ts'

const person = (name: string, address: string) => ({ name, address })

describe('address field (RFC 5322 §3.4)', () => {
  test.each([
    ['kim@example.org', [person('', 'kim@example.org')]],
    ['<kim@example.org>', [person('', 'kim@example.org')]],
    ['Kim Berg <Kim@Example.ORG>', [person('Kim Berg', 'kim@example.org')]],
    [
      '"Berg, Kim" <kim@example.org>, ola@example.org',
      [person('Berg, Kim', 'kim@example.org'), person('', 'ola@example.org')],
    ],
    ['"Kim \\"K\\" Berg" <kim@example.org>', [person('Kim "K" Berg', 'kim@example.org')]],
    ['kim@example.org (Kim Berg)', [person('Kim Berg', 'kim@example.org')]],
    ['Kim (not, Eve) Berg <kim@example.org>', [person('Kim Berg', 'kim@example.org')]],
    [
      'Team: kim@example.org, Ola <ola@example.org>; tor@example.org',
      [person('', 'kim@example.org'), person('Ola', 'ola@example.org'), person('', 'tor@example.org')],
    ],
    ['undisclosed-recipients:;', []],
    ['=?utf-8?B?SsO4cm4=?= <jorn@example.org>', [person('Jørn', 'jorn@example.org')]],
    ['"=?utf-8?Q?J=C3=B8rn?=" <jorn@example.org>', [person('Jørn', 'jorn@example.org')]],
    ['kim@example.org <eve@example.net>', [person('kim@example.org', 'eve@example.net')]],
    ['"kim@example.org" <eve@example.net>', [person('kim@example.org', 'eve@example.net')]],
    ['"boss@x"@evil.example', [person('', '"boss@x"@evil.example')]],
    ['<@relay.example:kim@example.org>', [person('', 'kim@example.org')]],
    ['Kim <kim at example.org>', [person('Kim', '')]],
    ['kim@exam ple.org', [person('', 'kim@example.org')]],
    ['<kim@example.org', [person('', 'kim@example.org')]],
    ['"unclosed <kim@example.org>', [person('unclosed <kim@example.org>', '')]],
    ['', []],
    [',,;', []],
  ])('%s', (value, people) => {
    expect(parseAddresses(value)).toEqual(people)
  })

  test('at most a hundred are read', () => {
    expect(parseAddresses('a@example.org,'.repeat(40_000))).toHaveLength(100)
  })
  test.each(['g:', '(', '"', '<', ',', '\\', '<a@b', '=?utf-8?Q?', '@', '() '])(
    'a field of nothing but %s is read within 100 ms',
    (piece) => {
      expect(processorMs(() => parseAddresses(piece.repeat(200_000 / piece.length)))).toBeLessThan(100)
    },
  )
  test('a list without special characters reads as one with a comment in it', () => {
    const pieces = fc.array(
      fc.constantFrom('kim', '@example.org', ' ', '<', '>', ',', 'Kim Berg', '\t', 'a@b', '<a@b>', 'ö'),
    )
    fc.assert(
      fc.property(pieces, (list) => {
        const value = list.join('')
        // The comment sends the same list the long way; before it, since an open angle would swallow it after.
        expect(parseAddresses(value)).toEqual(parseAddresses(`(),${value}`))
      }),
    )
  })
  test('any text gives well-formed people', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
        for (const { name, address } of parseAddresses(value)) {
          expect(name.isWellFormed()).toBe(true)
          expect(name).not.toMatch(/[\r\n\0]/)
          expect(address).toBe(address.toLowerCase())
          expect(address).not.toMatch(/[\s<>,]/)
        }
      }),
    )
  })
})
