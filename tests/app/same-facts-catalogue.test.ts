// The same promise where the catalogue changes between the mails: a student is named and later dropped, an entry is retired,
// one comes onto the page late. Whatever was in the store when the page changed, the books end the same to the byte.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveMerged } from '../../src/app/catalogue-import.ts'
import { readCatalogue } from '../../src/core/catalogue/read-catalogue.ts'
import { DAY } from '../../src/core/model/time.ts'
import { archive, type Books, NOW, openBooks } from './books.ts'

const PAGE = 'catalogue.yaml'
const first = readFileSync(resolve(import.meta.dirname, '../../config/demo/catalogue.yaml'), 'utf8')
const named = first.replace(
  '      - { name: Ines Okafor, email: ines@example.org, role: mentor }',
  '      - { name: Ines Okafor, email: ines@example.org, role: mentor }\n      - { name: Pia Lund, role: student }',
)
const late = `${first.replace('title: "Live migration compression"', 'title: "Live migration compression"\n    state: archived')}
  - id: late-comer
    title: "A project that came late"
`
/** Each with the days before now on which it was read in. */
const REVISIONS = [
  { text: named, before: 20 },
  { text: late, before: 6 },
] as const

describe('the same facts with a catalogue that changes among them', () => {
  const mails = archive()
  let expected: string

  const revise = async (books: Books, n: number): Promise<void> => {
    const { text, before } = REVISIONS[n]!
    const reading = readCatalogue(text, { page: PAGE })
    if ('refused' in reading) throw new Error(reading.refused)
    await books.store.write(async (tx) => {
      await tx.addCatalogueRevision({ name: PAGE, at: NOW - before * DAY, hash: String(n), text, reading })
      await saveMerged(tx)
    })
    await books.live([])
  }
  /** The first page was read in long before; `after` says behind which batch each revision comes. */
  const tell = async (size: number, after: readonly [number, number], live: boolean): Promise<string> => {
    const books = await openBooks({ catalogue: false })
    try {
      const reading = readCatalogue(first, { page: PAGE })
      if ('refused' in reading) throw new Error(reading.refused)
      await books.store.write(async (tx) => {
        const at = NOW - 300 * DAY
        await tx.addCatalogueRevision({ name: PAGE, at, hash: 'first', text: first, reading })
        await saveMerged(tx)
      })
      const batches = Math.ceil(mails.length / size)
      for (let batch = 0; batch <= batches; batch++) {
        for (const n of [0, 1]) if (Math.min(after[n]!, batches) === batch) await revise(books, n)
        const some = mails.slice(batch * size, (batch + 1) * size)
        if (some.length === 0) continue
        if (live) await books.live(some)
        else await books.replay(some)
      }
      expect(await books.rebuild()).toEqual([])
      return await books.export()
    } finally {
      await books.close()
    }
  }

  beforeAll(async () => {
    expected = await tell(1000, [0, 0], true)
  })

  it('tell of the changes with their dates, by the page', () => {
    const standing = (entry: string) =>
      JSON.parse(
        expected
          .split('\n')
          .find((line) => line.startsWith(`{"kind":"standing"`) && line.includes(`"entry":"${entry}"`))!,
      )
    const story = standing('nested-paging-statistics').history.flatMap(
      (event: { code: string; at: number; who: { name: string } | null }) =>
        event.who?.name === 'Pia Lund' ? [[event.code, (NOW - event.at) / DAY]] : [],
    )
    expect(story).toEqual([
      ['named-on-page', 20],
      ['dropped-from-page', 6],
    ])
    const retired = standing('live-migration-compression')
    expect(retired.status).toBe('retired')
    expect(retired.history).toContainEqual(
      expect.objectContaining({ code: 'retired', at: NOW - 6 * DAY, who: null }),
    )
    expect(standing('late-comer').status).toBe('open')
  })

  it.each([
    ['all mails first, live', 1000, [1, 1], true],
    ['all mails first, by replay', 1000, [1, 1], false],
    ['between live batches of 20', 20, [1, 2], true],
    ['between replayed batches of 20', 20, [1, 3], false],
  ] as const)('give the same books: %s', async (_name, size, after, live) => {
    expect(differing(await tell(size, after, live), expected)).toEqual([])
  })
})

/** Lines of one export that the other lacks, for a person to read. */
function differing(export1: string, export2: string): string[] {
  const [a, b] = [export1.split('\n'), export2.split('\n')]
  return [
    ...a.filter((line) => !b.includes(line)).map((line) => `+ ${line}`),
    ...b.filter((line) => !a.includes(line)).map((line) => `- ${line}`),
  ]
}
