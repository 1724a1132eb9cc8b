// The promise that order does not matter: the same mails give the same books, to the byte, however they came in.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archive, type Books, openBooks } from './books.ts'

describe('the same facts', () => {
  const mails = archive()
  let expected: string
  const open: Books[] = []
  const books = async (options?: { catalogue: boolean }): Promise<Books> => {
    const one = await openBooks(options)
    open.push(one)
    return one
  }

  beforeAll(async () => {
    const first = await books()
    await first.replay(mails)
    expected = await first.export()
  })
  afterAll(async () => {
    for (const one of open) await one.close()
  })

  it('say something at all', () => {
    expect(expected.split('\n').filter((line) => line.startsWith('{"kind":"message"'))).toHaveLength(
      mails.length,
    )
    expect(expected).toContain('"status":"claimed"')
    expect(expected).toContain('"status":"in-review"')
  })

  it('give the same books live as by replay', async () => {
    const live = await books()
    await live.live(mails)
    expect(await live.export()).toBe(expected)
    expect(await live.rebuild()).toEqual([])
  })

  it('give the same books when every mail comes alone, the youngest first', async () => {
    const live = await books()
    for (const mail of mails.toReversed()) await live.live([mail])
    expect(await live.export()).toBe(expected)
  })

  it('give the same books when the catalogue comes last', async () => {
    const late = await books({ catalogue: false })
    await late.live(mails)
    await late.importCatalogue()
    expect(await late.export()).toBe(expected)
    expect(await late.rebuild()).toEqual([])
  })

  it('give the same books shuffled, doubled and in batches of 1, 7 and 1,000, live or by replay', async () => {
    const order = fc.shuffledSubarray([...mails, ...mails], { minLength: mails.length * 2 })
    await fc.assert(
      fc.asyncProperty(order, fc.constantFrom(1, 7, 1000), fc.boolean(), async (shuffled, batch, live) => {
        const one = await openBooks()
        try {
          for (let start = 0; start < shuffled.length; start += batch) {
            const some = shuffled.slice(start, start + batch)
            if (live) await one.live(some)
            else await one.replay(some)
          }
          expect(differing(await one.export(), expected)).toEqual([])
        } finally {
          await one.close()
        }
      }),
      { numRuns: 8 },
    )
  }, 240_000)

  it('make no mail, live or by replay', async () => {
    expect(await open[0]?.store.outbox()).toEqual([])
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
