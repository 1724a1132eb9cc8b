// Looking up: typing slips, spelling apart and together, hostile text, and a cost that does not grow with the catalogue.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCatalogueIndex } from '../../../src/core/link/catalogue-index.ts'
import { lookUp } from '../../../src/core/link/look-up.ts'
import type { FieldKind } from '../../../src/core/link/query-field.ts'
import { makeCatalogue, makeText } from '../../support/made-catalogue.ts'
import { indexOf, makeEntry } from './link-fixtures.ts'

const index = indexOf(
  makeEntry('snapshots', 'Snapshots of the virtual orchard'),
  makeEntry('stubdoms', 'Linux Based Stubdoms'),
  makeEntry('zqmc5603', 'ZQMC 5603NJ magnetometer', { keywords: ['ZQMC 5603NJ'] }),
  makeEntry('direct-claim', 'Rip out zq_device_claim_direct_scoped()'),
  makeEntry('own-page', 'Something about gardens', { urls: ['https://wiki.example.org/garden-plan'] }),
)

const best = (text: string, kind: FieldKind = 'subject'): string | undefined =>
  lookUp(index, [{ kind, text, weight: 1 }])[0]?.entry

describe('lookUp finds', () => {
  test.each([
    ['a title', 'Snapshots of the virtual orchard', 'snapshots'],
    ['a title with a letter left out', 'Snapshts of the virtual orchard', 'snapshots'],
    ['a title with two letters swapped', 'Snapshots of the virtual ocrhard', 'snapshots'],
    ['a title in another number and case', 'SNAPSHOT OF VIRTUAL ORCHARDS', 'snapshots'],
    ['a title with accents it does not have', 'Snápshots of the virtual orchard', 'snapshots'],
    ['a compound written out', 'a Linux-based stubdomain', 'stubdoms'],
    ['a part’s name written in one word', 'zqmc5603nj on i2c', 'zqmc5603'],
    ['an identifier', 'rip out zq_device_claim_direct_scoped', 'direct-claim'],
    ['an entry’s own address', 'see https://wiki.example.org/garden-plan/.', 'own-page'],
  ])('%s', (_, text, expected) => {
    expect(best(text)).toBe(expected)
  })
})

describe('lookUp', () => {
  test('says in words why', () => {
    const [first] = lookUp(index, [{ kind: 'subject', text: 'snapshots of the virtual orchard', weight: 1 }])
    expect(first?.reasons[0]).toMatchObject({
      kind: 'title',
      detail: 'title “Snapshots of the virtual orchard” in subject',
    })
  })

  test('finds nothing in nothing', () => {
    expect(lookUp(index, [])).toEqual([])
    expect(lookUp(index, [{ kind: 'body', text: '', weight: 1 }])).toEqual([])
    expect(lookUp(indexOf(), [{ kind: 'subject', text: 'anything', weight: 1 }])).toEqual([])
  })

  const kinds: FieldKind[] = ['subject', 'naming', 'sentence', 'body', 'context']
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'https://x.example.org/#%',
      'https://x#a.2Fb%zz',
      '#.FF.',
      '_'.repeat(99),
      'zq56xx zq5603xxx',
    ),
    fc.string().map((text) => `snapshots ${text} orchard`),
  )

  test('takes any text, and gives scores from 0 to 1, best first, each entry once', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), anyText), { maxLength: 6 }), (texts) => {
        const found = lookUp(
          index,
          texts.map(([kind, text]) => ({ kind, text, weight: 1 })),
        )
        expect(new Set(found.map((candidate) => candidate.entry)).size).toBe(found.length)
        found.forEach((candidate, i) => {
          expect(candidate.score).toBeGreaterThan(0)
          expect(candidate.score).toBeLessThanOrEqual(1)
          if (i > 0) expect(candidate.score).toBeLessThanOrEqual(found[i - 1]!.score)
        })
      }),
    )
  })

  test('any catalogue can be indexed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.array(fc.string(), { maxLength: 2 }))), (names) => {
        const entries = names.map(([title, keywords], i) =>
          makeEntry(`e${i}`, title, { keywords, anchors: keywords }),
        )
        const own = buildCatalogueIndex({ entries }, [])
        for (const [title] of names) lookUp(own, [{ kind: 'subject', text: title, weight: 1 }])
      }),
    )
  })

  test('a megabyte without a blank costs no more than a page', () => {
    const start = performance.now()
    for (const text of [
      'a'.repeat(1e6),
      'a_'.repeat(5e5),
      'a-'.repeat(5e5),
      'https://'.repeat(1e5),
      '(1'.repeat(5e5),
    ]) {
      for (const kind of kinds) lookUp(index, [{ kind, text, weight: 1 }])
    }
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  test('a hundred times the entries cost a fraction of a hundred times the time', () => {
    const cost = (size: number): number => {
      const own = buildCatalogueIndex({ entries: makeCatalogue(size) }, [])
      const texts = Array.from({ length: 50 }, (_, n) => [makeText(8, n), makeText(120, n)] as const)
      const work = (): void => {
        for (const [subject, text] of texts)
          lookUp(own, [
            { kind: 'subject', text: subject, weight: 1 },
            { kind: 'body', text, weight: 0.7 },
          ])
      }
      work()
      const before = process.cpuUsage()
      for (let i = 0; i < 4; i++) work()
      const spent = process.cpuUsage(before)
      return spent.user + spent.system
    }
    expect(cost(10_000)).toBeLessThan(15 * cost(100))
  })
})
