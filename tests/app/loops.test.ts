// A day among programs that answer everything: a robot without manners, people out of office, a mailbox that bounces,
// and a list that hands our digest to all of them. Real store, real SMTP, a clock that is moved; how much do we say?
import { createHash } from 'node:crypto'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMailDecoder } from '../../src/adapters/mime/mail-decoder.ts'
import { smtpTransport } from '../../src/adapters/smtp/mail-transport.ts'
import { answerMail } from '../../src/app/answer.ts'
import { intake } from '../../src/app/intake.ts'
import { postOutboxMail } from '../../src/app/post.ts'
import { readCopy } from '../../src/app/read-copy.ts'
import { markSeen } from '../../src/app/settle-outbox.ts'
import { HOUR, MINUTE } from '../../src/core/model/time.ts'
import { catalogueEntry } from '../core/compose/sample-books.ts'
import { type MailParts, mailText } from '../support/mail.ts'
import { type SinkMail, type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts'
import { START } from './settings.ts'
import { type Speaking, someMail, speaking } from './speaking.ts'

const LIST = 'widgets-devel@lists.example.org'
const decoder = createMailDecoder()
let deps: Speaking
let sink: SmtpSink
let serial = 0

/** What each address does with a mail of ours: the mails it sends back. */
const world: Record<string, (mail: SinkMail) => Promise<string[]>> = {
  'ada@example.net': async () => [],
  'robot@other.example.com': async (mail) => {
    const read = await simpleParser(mail.raw)
    const id = (read.messageId ?? '').replace(/[<>]/g, '')
    return [
      say({
        from: 'robot@other.example.com',
        inReplyTo: id,
        references: [id],
        body: `help\nstatus\n${read.text}`,
      }),
    ]
  },
  'stranger@other.example.com': async () => [say({ from: 'stranger@other.example.com', body: 'help\n' })],
  'gone@example.net': async (mail) => [bounce('gone@example.net', mail)],
  [LIST]: async (mail) => [overTheList(mail), ...outOfOffice(mail.from), ...outOfOffice('dibs@example.org')],
}

function say(parts: MailParts): string {
  const id = `said-${++serial}@example.net`
  return mailText({ id, to: 'dibs@example.org', date: deps.clock.now(), subject: 'Re: hello', ...parts })
}

function overTheList(mail: SinkMail): string {
  const marks = 'List-Id: Widgets <widgets-devel.lists.example.org>\nPrecedence: list\n'
  const text = mail.raw.toString('latin1').replaceAll('\r\n', '\n')
  return `${marks}${text.replace(/^Subject: /m, 'Subject: [Widgets] ')}\n_____\nWidgets mailing list\n`
}

function outOfOffice(to: string): string[] {
  const reply = {
    from: 'carl@example.com',
    to,
    subject: 'Out of office: widgets',
    body: 'help\nI am away.\n',
  }
  return [say({ ...reply, headers: [['Auto-Submitted', 'auto-replied']] }), say(reply)]
}

function bounce(from: string, mail: SinkMail): string {
  const headers = [
    ['Return-Path', '<>'],
    ['Content-Type', 'multipart/report; report-type=delivery-status; boundary=b'],
  ] as const
  const body = `--b\n\nhelp\n${from} is unknown\n--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b--\n`
  return say({ from: 'MAILER-DAEMON@example.net', to: mail.from, subject: 'Undelivered', headers, body })
}

async function receive(raw: string): Promise<void> {
  const bytes = Buffer.from(raw, 'latin1')
  const now = deps.clock.now()
  const hash = createHash('sha256').update(bytes).digest('hex')
  const place = { source: 'bot', mailbox: 'INBOX', validity: 1, key: String(++serial) }
  const id = await deps.store.write((tx) =>
    tx.addPending({ hash, raw: bytes, place, receivedAt: now, storedAt: now, live: true }),
  )
  await intake(id ?? '', {
    ...deps,
    decoder,
    read: (mails) =>
      Promise.all(mails.map(({ raw, receipt }) => readCopy(raw, receipt, decoder, deps.settings))),
    answer: async (tx, reading, pending) => [...(await answerMail(tx, reading, pending, deps))],
    markSeen: async (tx, message) => void (await markSeen(tx, message, now)),
  })
}

/** Posts what is due and lets everybody who got something answer it. */
async function quarterOfAnHour(): Promise<void> {
  const transport = smtpTransport({ host: '127.0.0.1', port: sink.port, tls: 'none' })
  const before = sink.mails.length
  for (const row of await deps.store.outbox(['queued'])) await postOutboxMail({ ...deps, transport }, row.id)
  for (const mail of sink.mails.slice(before))
    for (const raw of (await world[mail.to[0] ?? '']?.(mail)) ?? []) await receive(raw)
  deps.clock.at += 15 * MINUTE
}

beforeAll(async () => {
  sink = await startSmtpSink({ auth: false, tls: false })
  const fresh = await speaking()
  const lists = fresh.outgoing.lists.map((list) => ({ ...list, digestTo: LIST }))
  deps = { ...fresh, outgoing: { ...fresh.outgoing, lists } }
  await deps.store.write((tx) => tx.saveCatalogue({ entries: [catalogueEntry('Widget fuzzer', 'easy')] }))
  const digest = { kind: 'digest' as const, to: LIST, list: lists[0]!.id, text: 'Hello list\n' }
  await someMail(deps, 'digest:widgets-devel:2026-W47', digest)
  for (const from of [
    'ada@example.net',
    'robot@other.example.com',
    'stranger@other.example.com',
    'gone@example.net',
  ])
    await receive(say({ from, body: 'help\n' }))
  while (deps.clock.at < START + 12 * HOUR) await quarterOfAnHour()
}, 120_000)
afterAll(async () => {
  await sink.stop()
  await deps.store.close()
})

describe('after half a day of this', () => {
  const got = (address: string) => sink.mails.filter((mail) => mail.to.includes(address)).length
  test('somebody who asked has one answer', () => expect(got('ada@example.net')).toBe(1))
  test('a robot that stays in its thread has three', () => expect(got('robot@other.example.com')).toBe(3))
  test('a robot that starts anew each time has ten', () => expect(got('stranger@other.example.com')).toBe(10))
  test('a mailbox that bounces has one, and its bounces none', () => expect(got('gone@example.net')).toBe(1))
  test('the list has the digest once, and it was seen there', async () => {
    expect(got(LIST)).toBe(1)
    expect((await deps.store.outboxByDedupe('digest:widgets-devel:2026-W47'))?.state).toBe('seen')
  })
  test('nobody else has anything', () => expect(sink.mails).toHaveLength(16))
})
