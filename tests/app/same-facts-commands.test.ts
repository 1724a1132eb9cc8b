// The same promise where people have their say between the mails: a thread tied and untied, a statement taken back, a
// series pushed. Whatever had arrived before, once everything is in, the books are the same to the byte.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Act, performAct } from '../../src/app/act.ts'
import { catalogueIndex } from '../../src/app/index-cache.ts'
import { entryId, messageId } from '../../src/core/model/ids.ts'
import { DAY } from '../../src/core/model/time.ts'
import { archive, type Books, NOW, openBooks, settings } from './books.ts'

/** Each said once, at its own time, by whoever sits at the terminal. */
const ACTS: readonly Act[] = [
  { act: 'link', thread: 'risc-1@demo.example.org', entry: null },
  { act: 'dismiss', message: 'usb-5@demo.example.org', type: null },
  { act: 'link', thread: 'usb-1@demo.example.org', entry: 'riscv-port' },
  { act: 'link', thread: 'risc-1@demo.example.org', entry: 'riscv-port' },
]
/** Between the last mails, so that the standings of the export know of it. */
const SAID = NOW - 5 * DAY
/** The last version of a series of the demo, pushed whole. */
const COMMITS = [1, 2, 3].map((n) => ({
  kind: 'commit' as const,
  at: SAID + n * 1000,
  repository: 'skiff',
  commit: `c0ffee0${n}`,
  subject: `virtio-snd: part ${n}`,
  author: { name: 'Lena Brandt', address: 'lena.brandt@example.net' },
  message: messageId(`snd-p3-${n}@demo.example.org`),
  tie: 'message-id' as const,
  series: 'virtio sound backend',
  version: 3,
  n,
  m: 3,
  release: 'v4.3',
  releasedAt: SAID + DAY,
  entry: entryId('virtio-sound-backend'),
}))

describe('the same facts with commands and commits among them', () => {
  const mails = archive()
  let expected: string

  const say = async (books: Books, n: number): Promise<void> => {
    const done = await performAct(ACTS[n]!, {
      store: books.store,
      settings,
      clock: { now: () => SAID + n },
      index: catalogueIndex(settings.parse.lists),
      by: { name: 'operator', address: 'operator@example.org' },
      mail: null,
    })
    expect(done.ok).toBe(true)
  }
  const push = async (books: Books): Promise<void> => {
    await books.store.write(async (tx) => {
      await tx.addCommits(COMMITS)
      await tx.addTasks([{ kind: 'stand', key: 'virtio-sound-backend' }])
    })
    await books.live([])
  }
  /** A story of batches and words between them; the books it ends in. */
  const tell = async (
    batches: readonly (readonly Uint8Array[])[],
    after: (n: number) => number,
  ): Promise<string> => {
    const books = await openBooks()
    try {
      for (const [at, batch] of batches.entries()) {
        await books.live(batch)
        for (let n = 0; n < ACTS.length; n++) if (after(n) === at) await say(books, n)
        if (after(ACTS.length) === at) await push(books)
      }
      expect(await books.rebuild()).toEqual([])
      return await books.export()
    } finally {
      await books.close()
    }
  }

  beforeAll(async () => {
    expected = await tell([mails], () => 0)
  })

  it('say something at all', () => {
    for (const told of ['"code":"relinked-by"', '"code":"dismissed"', '"code":"merged"', '"release":"v4.3"'])
      expect([told, expected.includes(told)]).toEqual([told, true])
  })

  it('give the same books by replay as live', async () => {
    const books = await openBooks()
    await books.replay(mails)
    for (let n = 0; n < ACTS.length; n++) await say(books, n)
    await push(books)
    expect(await books.rebuild()).toEqual([])
    expect(differing(await books.export(), expected)).toEqual([])
    await books.close()
  })

  it('give the same books however the mails came, before and after the words', async () => {
    const named = ['risc-', 'usb-']
    const isNamed = (mail: Uint8Array): boolean =>
      named.some((id) => Buffer.from(mail).toString('latin1').includes(`<${id}`))
    const first = mails.filter(isNamed)
    const rest = mails.filter((mail) => !isNamed(mail))
    const order = fc.shuffledSubarray([...rest, ...rest], { minLength: rest.length * 2 })
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 60 }), fc.nat(5), async (shuffled, size, shift) => {
        const batches: Uint8Array[][] = [first]
        for (let start = 0; start < shuffled.length; start += size)
          batches.push(shuffled.slice(start, start + size))
        const after = (n: number): number => Math.min(batches.length - 1, Math.floor((n * shift) / 2))
        expect(differing(await tell(batches, after), expected)).toEqual([])
      }),
      { numRuns: 5 },
    )
  }, 240_000)
})

/** Lines of one export that the other lacks, for a person to read. */
function differing(export1: string, export2: string): string[] {
  const [a, b] = [export1.split('\n'), export2.split('\n')]
  return [
    ...a.filter((line) => !b.includes(line)).map((line) => `+ ${line}`),
    ...b.filter((line) => !a.includes(line)).map((line) => `- ${line}`),
  ]
}
