// Lists served by public-inbox's IMAP server come in slices of 50,000 mails: the newest is followed, none is missed.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImapSettings } from '../../../src/adapters/imap/imap-settings.ts'
import { openImap } from '../../../src/adapters/imap/open-imap.ts'
import { sliceOf, slicesToRead } from '../../../src/adapters/imap/public-inbox-slices.ts'
import type { SourcedMail } from '../../../src/ports/mail-source.ts'
import { readAll } from '../../contract/mail-source.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { type FaultyImap, startFaultyImap } from '../../support/imap-faults.ts'
import { rawMail, someMails } from '../../support/mail.ts'
import { hasPublicInbox, initPublicInbox } from '../../support/public-inbox.ts'
import { until } from '../../support/until.ts'

let server: FaultyImap
beforeEach(async () => {
  server = await startFaultyImap([])
  server.greeting = 'public-inbox-imapd ready'
})
afterEach(() => server.stop())

const settings = (mailbox: string, change: Partial<ImapSettings> = {}): ImapSettings => ({
  name: 'lore',
  host: '127.0.0.1',
  port: server.port,
  tls: 'none',
  user: 'anonymous',
  password: 'any',
  mailbox,
  ...change,
})

function slice(name: string, from: number, count: number): void {
  const box = server.others.get(name) ?? new Map<number, Uint8Array>()
  for (let uid = from; uid < from + count; uid++) box.set(uid, rawMail({ id: `${uid}@example.org` }))
  server.others.set(name, box)
}

const keysOf = (mails: readonly SourcedMail[]) => mails.map(({ place }) => `${place.mailbox} ${place.key}`)

describe('reading slices', () => {
  test('begins with the newest slice, by number', async () => {
    slice('list.2', 1, 2)
    slice('list.10', 3, 2)
    slice('list.9', 5, 1)
    expect(keysOf(await readAll(openImap(settings('list'))))).toEqual(['list.10 3', 'list.10 4'])
  })

  test('finishes the old slice before a new one, and follows the new one from then on', async () => {
    slice('list.0', 1, 3)
    const source = openImap(settings('list'))
    const first = await readAll(source)
    slice('list.0', 4, 2)
    slice('list.1', 6, 2)
    const second = await readAll(openImap(settings('list')), first.at(-1)?.cursor)
    expect(keysOf(second)).toEqual(['list.0 4', 'list.0 5', 'list.1 6', 'list.1 7'])
    expect(second.at(-1)?.cursor).not.toContain('list.0')
    slice('list.1', 8, 1)
    expect(keysOf(await readAll(source, second.at(-1)?.cursor))).toEqual(['list.1 8'])
    expect(keysOf(await readAll(source, second[0]?.cursor))).toEqual([
      'list.0 5',
      'list.1 6',
      'list.1 7',
      'list.1 8',
    ])
  })

  test('a configured slice number is followed upwards too', async () => {
    slice('list.0', 1, 1)
    slice('list.1', 2, 1)
    expect(keysOf(await readAll(openImap(settings('list.0'))))).toEqual(['list.1 2'])
  })

  test('on another server a name that ends in a number is only a name', async () => {
    server.greeting = 'Dovecot ready'
    slice('list.2024', 1, 1)
    slice('list.2025', 2, 1)
    expect(keysOf(await readAll(openImap(settings('list.2024'))))).toEqual(['list.2024 1'])
    expect(keysOf(await readAll(openImap(settings('list', { slices: true }))))).toEqual(['list.2025 2'])
  })

  test('a mail too large comes as its header: partial fetches are broken there', async () => {
    slice('list.0', 1, 1)
    server.others.get('list.0')?.set(2, rawMail({ id: 'large@example.org', body: 'x'.repeat(50_000) }))
    const mails = await readAll(openImap(settings('list', { maxBytes: 1000 })))
    expect(mails.map(({ cut }) => cut)).toEqual([false, true])
    expect(Buffer.from(mails[1]!.raw).toString()).toMatch(/large@example\.org[\s\S]*\n\n$/)
  })
})

describe('which slices', () => {
  const none = new Map()
  test('a slice is a name and a number', () => {
    expect(sliceOf('org.kernel.vger.linux-iio.12')).toEqual({ list: 'org.kernel.vger.linux-iio', number: 12 })
    expect(sliceOf('INBOX')).toBeNull()
  })

  test('slices of other lists, and parents without slices, are left alone', () => {
    expect(slicesToRead('a', ['a', 'a.0', 'ab.1', 'a.b.7', 'b.2'], none)).toEqual(['a.0'])
    expect(slicesToRead('INBOX', ['INBOX', 'a.0'], none)).toEqual([])
  })

  test('for any slices and any cursor: ascending, ending with the newest, none between left out', () => {
    const numbers = fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(numbers, fc.array(fc.nat(30), { maxLength: 3 }), (listed, known) => {
        const cursor = new Map(known.map((number) => [`a.${number}`, { validity: 1, uid: 1 }] as const))
        const read = slicesToRead(
          'a',
          listed.map((number) => `a.${number}`),
          cursor,
        ).map((name) => sliceOf(name)!.number)
        const newest = Math.max(...listed)
        const from = Math.min(newest, ...known.filter((number) => listed.includes(number)))
        expect(read).toEqual(listed.filter((number) => number >= from).sort((a, b) => a - b))
      }),
    )
  })
})

// Where public-inbox itself is at hand, its own server is read and watched as well.
if (hasPublicInbox()) {
  test("public-inbox's own IMAP server is read and watched", async () => {
    const inbox = initPublicInbox(temporaryFolder())
    const [first, second] = someMails(2)
    inbox.deliver(first!)
    const { port, stop } = await inbox.serve()
    const source = openImap(settings(inbox.newsgroup, { port, limits: { idleMs: 1000 } }))
    const stopped = new AbortController()
    try {
      await until('the server', () => source.check(stopped.signal).then(Boolean, () => false))
      const [mail] = await readAll(source)
      expect(mail?.place.mailbox).toBe(`${inbox.newsgroup}.0`)
      let rings = 0
      const watching = source.watch!(() => void rings++, stopped.signal)
      await until('the first ring', () => rings > 0)
      inbox.deliver(second!)
      const [next] = await until('the second mail', async () => {
        const read = await readAll(source, mail?.cursor)
        return read.length > 0 && read
      })
      expect(Buffer.from(next!.raw).toString()).toContain('<1@example.org>')
      stopped.abort()
      await watching
    } finally {
      stopped.abort()
      await stop()
    }
  })
}
