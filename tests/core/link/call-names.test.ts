// Calling names up: nothing that could score is left out, and what was asked before changes no answer.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCatalogueIndex } from '../../../src/core/link/catalogue-index.ts'
import { lookUp } from '../../../src/core/link/look-up.ts'
import { type FieldKind, fieldReader } from '../../../src/core/link/query-field.ts'
import { scoreName } from '../../../src/core/link/score-name.ts'
import { indexOf, makeEntry } from './link-fixtures.ts'

const entries = [
  makeEntry('snapshots', 'Snapshots of the virtual orchard'),
  makeEntry('unit-tests', 'Add more unit tests'),
  makeEntry('stubdoms', 'Linux Based Stubdoms', { aliases: ['Mini stub domains'] }),
  makeEntry('zqmc5603', 'ZQMC 5603NJ magnetometer', { keywords: ['ZQMC 5603NJ', 'zqmc5604'] }),
  makeEntry('zq738x', 'ZQ738x: filter type', { keywords: ['ZQ7380', 'ZQ7381'] }),
  makeEntry('claim', 'zq_device: rip out zq_device_claim_direct_scoped()'),
  makeEntry('pvusb', 'PV USB backend for the orchard', { keywords: ['pv usb', 'qemu'] }),
]
const index = indexOf(...entries)

/** Words of the titles, their cut, misspelt and joined forms, and words of nobody's. */
const word = fc.constantFrom(
  ...entries
    .flatMap((entry) => [entry.title, ...entry.aliases, ...entry.keywords])
    .flatMap((name) => name.split(' ')),
  'snapshts',
  'stubdomain',
  'zqmc5603nj',
  'zq7383',
  'zq73xx',
  'pvusb',
  'test',
  'unrelated',
  'zqhub',
)
const kind = fc.constantFrom<FieldKind>('subject', 'naming', 'sentence', 'body', 'context')
const query = fc.record({
  kind,
  text: fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')),
  weight: fc.constantFrom(0.7, 1),
})

describe('callNames', () => {
  test('leaves out no name that would score', () => {
    fc.assert(
      fc.property(fc.array(query, { minLength: 1, maxLength: 4 }), (queries) => {
        const fields = queries.map(fieldReader(index))
        const called = new Set(index.callNames(fields))
        index.names.forEach((name, position) => {
          if (called.has(position)) return
          const found = scoreName(name, fields, index.weightOf)
          expect(found.filter((reason) => reason.weight > 0)).toEqual([])
        })
      }),
      { numRuns: 500 },
    )
  })

  test('calls nothing for words that no name has', () => {
    const read = fieldReader(index)
    expect(index.callNames([read({ kind: 'subject', text: 'gardening for beginners', weight: 1 })])).toEqual(
      [],
    )
  })
})

describe('what an index remembers', () => {
  test('changes no answer: neither words met before nor texts read before', () => {
    fc.assert(
      fc.property(fc.array(fc.array(query, { minLength: 1, maxLength: 3 }), { maxLength: 5 }), (asked) => {
        const used = buildCatalogueIndex({ entries }, [])
        const read = fieldReader(used)
        for (const queries of asked) {
          const fresh = buildCatalogueIndex({ entries }, [])
          expect(lookUp(used, queries, read)).toEqual(lookUp(fresh, queries))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('is no word that is too long to be met again', () => {
    const long = `snapshot${'x'.repeat(100)}`
    expect(index.senses.valueOf(long)).not.toBe(index.senses.valueOf(long))
    expect(index.senses.valueOf('snapshot')).toBe(index.senses.valueOf('snapshot'))
  })

  test('does not grow without end: what was forgotten is worked out again', () => {
    const used = buildCatalogueIndex({ entries }, [])
    const before = used.senses.valueOf('snapshots')
    for (let n = 0; n < 50_000; n++) used.senses.valueOf(`word${n}x`)
    const after = used.senses.valueOf('snapshots')
    expect(after).not.toBe(before)
    expect(after).toEqual(before)
  })
})
