// What every source of mail must do, whatever it reads: run by the test of each adapter on the real thing.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MailSource, SourcedMail } from '../../src/ports/mail-source.ts'
import { someMails } from '../support/mail.ts'
import { until } from '../support/until.ts'

/** One place that holds mails, and the ways to open it anew and to add to it. */
export interface SourceBench {
  /** A new source on the same place, as after a restart. */
  open(): MailSource
  /** Puts another mail there. */
  add(raw: Uint8Array): Promise<void>
  stop?(): Promise<void>
}

const COUNT = 25

/** Declares the tests; `make` lays out a place that holds the given mails. Only a `watched` source has a `watch`. */
export function mailSourceContract(
  what: string,
  kind: { readonly watched: boolean },
  make: (mails: readonly Uint8Array[]) => Promise<SourceBench>,
): void {
  describe(`${what} keeps the contract of a mail source`, () => {
    const mails = someMails(COUNT)
    let bench: SourceBench
    let all: SourcedMail[]
    beforeAll(async () => {
      bench = await make(mails)
      all = await readAll(bench.open())
    })
    afterAll(() => bench.stop?.())

    test('hands over every mail once, whole', () => {
      expect(all.map(({ raw }) => printOf(raw)).sort()).toEqual(mails.map(printOf).sort())
      expect(all.some(({ cut }) => cut)).toBe(false)
    })

    test('gives every mail a place of its own', () => {
      expect(new Set(all.map(({ place }) => JSON.stringify(place))).size).toBe(COUNT)
    })

    test('reads in the same order again', async () => {
      expect((await readAll(bench.open())).map(idOf)).toEqual(all.map(idOf))
    })

    test('goes on behind any cursor with exactly the rest, at the same places', async () => {
      for (let at = 0; at < COUNT; at += 6) {
        const rest = await readAll(bench.open(), all[at]?.cursor)
        expect(rest.map(({ place }) => place)).toEqual(all.slice(at + 1).map(({ place }) => place))
      }
      expect(await readAll(bench.open(), all.at(-1)?.cursor)).toEqual([])
    })

    test('goes on within one source as well', async () => {
      const source = bench.open()
      const first = await readAll(source, null, 10)
      const rest = await readAll(source, first.at(-1)?.cursor)
      expect([...first, ...rest].map(idOf)).toEqual(all.map(idOf))
    })

    test('hands a mail over again when its cursor was not kept', async () => {
      const source = bench.open()
      await readAll(source, null, 10)
      expect((await readAll(source, null)).map(idOf)).toEqual(all.map(idOf))
    })

    test('does not mind a cursor it never gave out', async () => {
      expect((await readAll(bench.open(), 'no cursor of ours')).map(idOf)).toEqual(all.map(idOf))
    })

    test('ends quietly and at once when aborted', async () => {
      const stop = new AbortController()
      const began = performance.now()
      const read: SourcedMail[] = []
      for await (const mail of bench.open().read(null, stop.signal)) {
        read.push(mail)
        if (read.length === 3) stop.abort()
      }
      expect(read).toHaveLength(3)
      expect(performance.now() - began).toBeLessThan(2000)
      for await (const _ of bench.open().read(null, stop.signal)) expect.unreachable()
    })

    test('says in one line what it found', async () => {
      const line = await bench.open().check(new AbortController().signal)
      expect(line).toMatch(/^[^\n]{3,200}$/)
    })

    test('finds what was added, and only that', async () => {
      const before = (await readAll(bench.open())).at(-1)?.cursor
      const [added] = someMails(1, { id: 'added@example.org', subject: 'Added' })
      await bench.add(added!)
      const found = await readAll(bench.open(), before)
      expect(found.map(({ raw }) => printOf(raw))).toEqual([printOf(added!)])
    })

    if (!kind.watched) return
    test('rings when mail comes, and stops ringing when aborted', async () => {
      const source = bench.open()
      const before = (await readAll(source)).at(-1)?.cursor ?? null
      const stop = new AbortController()
      let rings = 0
      const watching = source.watch?.(() => void rings++, stop.signal)
      await until('the first ring', () => rings > 0)
      const quiet = rings
      await bench.add(someMails(1, { id: 'watched@example.org', subject: 'Watched' })[0]!)
      await until('a ring for the new mail', () => rings > quiet, 5000)
      const found = await until('the new mail', async () => {
        const read = await readAll(source, before)
        return read.length > 0 && read
      })
      expect(found).toHaveLength(1)
      stop.abort()
      await watching
      const last = rings
      await bench.add(someMails(1, { id: 'unwatched@example.org', subject: 'Unwatched' })[0]!)
      await new Promise((resolve) => setTimeout(resolve, 100))
      expect(rings).toBe(last)
    })
  })
}

/** Reads from `cursor` to the end, or `count` mails. */
export async function readAll(
  source: MailSource,
  cursor: string | null = null,
  count = Number.POSITIVE_INFINITY,
): Promise<SourcedMail[]> {
  const mails: SourcedMail[] = []
  for await (const mail of source.read(cursor, new AbortController().signal)) {
    mails.push(mail)
    if (mails.length >= count) break
  }
  return mails
}

const textOf = (raw: Uint8Array) => Buffer.from(raw).toString('latin1')

/** The Message-ID, to compare orders by. */
export const idOf = ({ raw }: SourcedMail) => /^Message-ID: <(.*)>/im.exec(textOf(raw))?.[1]

/** A mail's bytes but for what a server on the way puts on top and for its line ends. */
function printOf(raw: Uint8Array): string {
  const text = textOf(raw).replaceAll('\r\n', '\n')
  return createHash('sha256')
    .update(text.slice(text.indexOf('Message-ID:')))
    .digest('hex')
}
