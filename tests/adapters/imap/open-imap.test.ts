// The IMAP source on a real Dovecot: the contract, and what an operator gets wrong.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImapSettings } from '../../../src/adapters/imap/imap-settings.ts'
import { openImap } from '../../../src/adapters/imap/open-imap.ts'
import { Failure } from '../../../src/ports/failure.ts'
import { mailSourceContract, readAll } from '../../contract/mail-source.ts'
import { DOVECOT_PASSWORD, type Dovecot, startDovecot } from '../../support/dovecot.ts'
import { rawMail, someMails } from '../../support/mail.ts'
import { until } from '../../support/until.ts'

let dovecot: Dovecot
beforeAll(async () => {
  dovecot = await startDovecot()
})
afterAll(() => dovecot.stop())

function settingsOf(user: string, change: Partial<ImapSettings> = {}): ImapSettings {
  return {
    host: dovecot.host,
    port: dovecot.imaps,
    name: 'imap',
    tls: 'tls',
    ca: dovecot.ca,
    user,
    password: DOVECOT_PASSWORD,
    mailbox: 'INBOX',
    ...change,
  }
}

let users = 0
async function userWith(mails: readonly Uint8Array[]): Promise<string> {
  const user = `user${users++}`
  for (const mail of mails) await dovecot.deliver(mail, user)
  return user
}

mailSourceContract('IMAP over TLS', { watched: true }, async (mails) => {
  const user = await userWith(mails)
  return {
    open: () => openImap(settingsOf(user)),
    add: (raw) => dovecot.deliver(raw, user),
  }
})

mailSourceContract('IMAP over STARTTLS', { watched: true }, async (mails) => {
  const user = await userWith([])
  for (const mail of mails) await dovecot.deliver(mail, `${user}+lists`)
  const settings = settingsOf(user, {
    port: dovecot.imap,
    tls: 'starttls',
    mailbox: 'lists',
  })
  return {
    open: () => openImap(settings),
    add: (raw) => dovecot.deliver(raw, `${user}+lists`),
  }
})

async function failureOf(settings: ImapSettings): Promise<Failure> {
  const source = openImap(settings)
  const seen: unknown[] = []
  await source.check(new AbortController().signal).catch((error) => seen.push(error))
  await readAll(source).catch((error) => seen.push(error))
  const [checked, read] = seen as [Failure, Failure]
  expect(checked).toBeInstanceOf(Failure)
  expect(read.message).toBe(checked.message)
  return read
}

describe('what an operator gets wrong is said in one line', () => {
  test('wrong password: permanent, and the password is not in it', async () => {
    const failure = await failureOf(settingsOf('ada', { password: 'not-the-password' }))
    expect(failure.message).toMatch(/^connecting to 127\.0\.0\.1:\d+ as ada: wrong user name or password/)
    expect(failure.transient).toBe(false)
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('not-the-password')
  })

  test('nobody there: transient', async () => {
    const failure = await failureOf(settingsOf('ada', { port: 1 }))
    expect(failure.message).toMatch(/nothing listens there \(ECONNREFUSED\)/)
    expect(failure.transient).toBe(true)
  })

  test('unknown authority: permanent, with its mend', async () => {
    const { ca: _, ...trusting } = settingsOf('ada')
    const failure = await failureOf(trusting)
    expect(failure.message).toMatch(/certificate is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\).*"ca"/)
    expect(failure.transient).toBe(false)
  })

  test('no such mailbox: permanent, naming those there are', async () => {
    const user = await userWith(someMails(1))
    const failure = await failureOf(settingsOf(user, { mailbox: 'Lists/xen' }))
    expect(failure.message).toMatch(/opening mailbox Lists\/xen: no such mailbox; there are: .*INBOX/)
    expect(failure.transient).toBe(false)
  })

  test('TLS spoken to a port without it ends as a Failure within its time', async () => {
    const began = performance.now()
    const failure = await failureOf(settingsOf('ada', { port: dovecot.imap, limits: { connectMs: 1000 } }))
    expect(failure.message).toMatch(/^connecting to /)
    expect(performance.now() - began).toBeLessThan(8000)
  })
})

describe('reading', () => {
  test('leaves the mailbox as it was: no flag is set', async () => {
    const user = await userWith(someMails(3))
    await readAll(openImap(settingsOf(user)))
    expect(dovecot.doveadm('search', '-u', user, 'seen').trim()).toBe('')
    expect(dovecot.doveadm('search', '-u', user, 'unseen').trim().split('\n')).toHaveLength(3)
  })

  test('gives INTERNALDATE, UIDVALIDITY and UID of each mail', async () => {
    const user = await userWith(someMails(2))
    const mails = await readAll(openImap(settingsOf(user)))
    expect(mails.map(({ place }) => place.key)).toEqual(['1', '2'])
    expect(mails[0]?.place.validity).toBeGreaterThan(1_000_000)
    expect(Math.abs((mails[0]?.receivedAt ?? 0) - Date.now())).toBeLessThan(60_000)
  })

  test('a mail over the limit is cut to its head, and the ones beside it are whole', async () => {
    const large = rawMail({ id: 'large@example.org', body: 'x'.repeat(300_000) })
    const user = await userWith([...someMails(1), large, ...someMails(1, { id: 'after@example.org' })])
    const limits = { headBytes: 5000 }
    const mails = await readAll(openImap(settingsOf(user, { maxBytes: 100_000, limits })))
    expect(mails.map(({ cut }) => cut)).toEqual([false, true, false])
    expect(mails[1]?.raw.length).toBe(5000)
    expect(Buffer.from(mails[1]!.raw).toString()).toContain('large@example.org')
  })

  test('an empty mailbox and a mail expunged in between are nothing special', async () => {
    const user = await userWith(someMails(3))
    dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'uid', '2')
    const mails = await readAll(openImap(settingsOf(user)))
    expect(mails.map(({ place }) => place.key)).toEqual(['1', '3'])
    dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'all')
    expect(await readAll(openImap(settingsOf(user)))).toEqual([])
  })
})

describe('a mailbox made anew (another UIDVALIDITY)', () => {
  for (const point of [0, 1, 4, 9, 10]) {
    test(`after ${point} of 10 mails were read is read from its start`, async () => {
      const mails = someMails(10)
      const user = await userWith(mails.slice(0, 1))
      for (const mail of mails) await dovecot.deliver(mail, `${user}+lists`)
      const source = openImap(settingsOf(user, { mailbox: 'lists' }))
      const before = await readAll(source, null, point || 1)
      dovecot.doveadm('mailbox', 'delete', '-u', user, 'lists')
      for (const mail of mails) await dovecot.deliver(mail, `${user}+lists`)
      const after = await readAll(source, point === 0 ? null : before.at(-1)?.cursor)
      expect(after).toHaveLength(10)
      expect(after[0]?.place.validity).not.toBe(before[0]?.place.validity)
    })
  }

  test('rings and is read while it is watched', async () => {
    const user = await userWith(someMails(1))
    await dovecot.deliver(someMails(1)[0]!, `${user}+lists`)
    const source = openImap(settingsOf(user, { mailbox: 'lists', limits: { backoffMs: 50, idleMs: 500 } }))
    const stop = new AbortController()
    let rings = 0
    const watching = source.watch!(() => void rings++, stop.signal)
    await until('the first ring', () => rings > 0)
    const [first] = await readAll(source)
    dovecot.doveadm('mailbox', 'delete', '-u', user, 'lists')
    await dovecot.deliver(someMails(1)[0]!, `${user}+lists`)
    const before = rings
    await until('a ring after the change', () => rings > before, 15_000)
    expect(await readAll(source, first?.cursor)).toHaveLength(1)
    stop.abort()
    await watching
  })
})

test('a killed and restarted server is watched again by itself', async () => {
  const user = await userWith(someMails(1))
  const source = openImap(settingsOf(user, { limits: { backoffMs: 50 } }))
  const stop = new AbortController()
  let rings = 0
  const watching = source.watch!(() => void rings++, stop.signal)
  await until('the first ring', () => rings > 0)
  const [first] = await readAll(source)
  await dovecot.kill()
  await expect(readAll(source, first?.cursor)).rejects.toThrow(/connecting to/)
  await dovecot.restart()
  const before = rings
  await until('a ring after the restart', () => rings > before, 15_000)
  await dovecot.deliver(someMails(1, { id: 'later@example.org' })[0]!, user)
  await until('the mail delivered after it', async () => (await readAll(source, first?.cursor)).length === 1)
  stop.abort()
  await watching
})
