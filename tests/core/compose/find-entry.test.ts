// What a person may call an entry, and when he is asked back.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findEntry } from '../../../src/core/compose/find-entry.ts'
import { catalogueEntry } from './sample-books.ts'

const entries = [
  { ...catalogueEntry('PVUSB support in xl', null), aliases: ['USB for everybody'] },
  catalogueEntry('PVSCSI support in xl', null),
  catalogueEntry('Windows debugger stub', null),
  catalogueEntry('Größe der Öffnung', null),
]
const find = (said: string) => {
  const found = findEntry(said, entries)
  return found.found === 'one'
    ? found.entry.id
    : `${found.found}: ${found.candidates.map((entry) => entry.id).join(', ')}`
}

describe('an entry is found', () => {
  test.each([
    ['by its slug', 'pvusb-support-in-xl'],
    ['by its slug in capitals', 'PVUSB-Support-in-XL'],
    ['by its title', 'PVUSB support in xl'],
    ['by its quoted title', '"PVUSB support in xl"'],
    ['by a clear part of it', 'pvusb'],
    ['by an alias', 'usb for everybody'],
    ['by its page', 'https://wiki.example.org/Projects#pvusb-support-in-xl'],
    ['by an anchor of another page', 'https://old.example.org/Ideas#PVUSB_support_in_xl'],
    ['by an anchor with signs written out', 'https://old.example.org/Ideas#PVUSB.20support_in%20xl'],
    ['by its words in another order', 'xl pvusb'],
  ])('%s', (_name, said) => expect(find(said)).toBe('pvusb-support-in-xl'))
  test('without its accents', () =>
    expect(find('grosse der offnung'.replace('ss', 'ß'))).toBe('gr-e-der-ffnung'))
})

test('twins are asked about', () =>
  expect(find('support in xl')).toBe('several: pvusb-support-in-xl, pvscsi-support-in-xl'))
test.each([
  ['a slip of the keys', 'pvsub', 'none: pvusb-support-in-xl'],
  ['the start of a word', 'debug', 'none: windows-debugger-stub'],
  ['something else altogether', 'quantum', 'none: '],
  ['nothing', '', 'none: '],
  ['only signs', '!!! ???', 'none: '],
])('%s is no entry', (_name, said, expected) => expect(find(said)).toBe(expected))
test('any words at all end in an answer', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (said) => {
      expect(find(said)).toMatch(/^(none|several): |^[a-z-]+$/)
    }),
  ))
