// The same promise where a later mail of a thread changes what the earlier ones speak of: live, youngest first and by replay
// the books are the same to the byte, and say which mail it was.
import { describe, expect, it } from 'vitest'
import { viewAt } from '../../src/app/view.ts'
import { isoDay } from '../../src/core/model/time.ts'
import { archive, type Books, openBooks, settings } from './books.ts'

function raw(
  id: string,
  day: number,
  from: string,
  subject: string,
  body: string,
  answers?: string,
): Uint8Array {
  const head = [
    `From: ${from}`,
    'To: skiff-devel@lists.example.org',
    'List-Id: <skiff-devel.lists.example.org>',
    `Date: ${day} Oct 2026 10:00:00 +0000`,
    `Subject: ${subject}`,
    `Message-ID: <${id}@example.org>`,
    ...(answers ? [`In-Reply-To: <${answers}@example.org>`, `References: <${answers}@example.org>`] : []),
  ]
  return new TextEncoder().encode(`${head.join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n`)
}

const THREAD = [
  raw(
    't1',
    5,
    'Ann Example <ann@example.org>',
    'A scheduler',
    'Hello,\n\nI have started working on the scheduler project.\n\nAnn',
  ),
  raw('t2', 8, 'Bob Builder <bob@example.org>', 'Re: A scheduler', 'Nice.\n\nBob', 't1'),
  raw(
    't3',
    12,
    'Ann Example <ann@example.org>',
    'NUMA aware scheduler (was: A scheduler)',
    'I mean the NUMA aware scheduler: I am working on the NUMA aware scheduler.\n\nAnn',
    't1',
  ),
]

describe('a thread that its third mail brings to its entry', () => {
  const told = async (feed: (books: Books) => Promise<void>): Promise<string> => {
    const books = await openBooks()
    try {
      await feed(books)
      expect(await books.rebuild()).toEqual([])
      return await books.export()
    } finally {
      await books.close()
    }
  }

  it('gives the same books in every order, and tells of the move', async () => {
    const mails = [...archive(), ...THREAD]
    const expected = await told((books) => books.replay(mails))
    const line = expected
      .split('\n')
      .find((one) => one.startsWith('{"kind":"standing"') && one.includes('"entry":"numa-aware-scheduler"'))
    const events = JSON.parse(line!).history.map(
      (event: { at: number; code: string; who: { name: string } | null; relinkedBy: string | null }) =>
        [isoDay(event.at), event.code, event.who?.name ?? null, event.relinkedBy] as const,
    )
    expect(events).toContainEqual(['2026-10-05', 'claimed', 'Ann Example', 't3@example.org'])
    expect(events).toContainEqual(['2026-10-12', 'relinked-by', 'Ann Example', null])
    const oneByOne = await told(async (books) => {
      for (const mail of mails) await books.live([mail])
    })
    expect(oneByOne).toBe(expected)
    const youngestFirst = await told(async (books) => {
      for (const mail of mails.toReversed()) await books.live([mail])
    })
    expect(youngestFirst).toBe(expected)
  })

  it('is told of the entry only from that mail on when the past is asked for', async () => {
    const books = await openBooks()
    await books.replay([...archive(), ...THREAD])
    const statusAt = async (day: number): Promise<string> => {
      const view = await viewAt(books.store, settings, Date.UTC(2026, 9, day, 23))
      const entry = view.entries.find((one) => one.id === 'numa-aware-scheduler')!
      return (await view.standing(entry)).status
    }
    expect([await statusAt(11), await statusAt(12)]).toEqual(['open', 'claimed'])
    await books.close()
  })
})
