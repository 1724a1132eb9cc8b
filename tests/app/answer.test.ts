// Questions by mail through the real path: bytes, decoder, parser, store, answer, outbox.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMailDecoder } from '../../src/adapters/mime/mail-decoder.ts'
import { answerMail } from '../../src/app/answer.ts'
import { intake } from '../../src/app/intake.ts'
import { readCopy } from '../../src/app/read-copy.ts'
import { markSeen } from '../../src/app/settle-outbox.ts'
import { entryId, type MessageId, type ThreadId } from '../../src/core/model/ids.ts'
import { DAY, HOUR, MINUTE } from '../../src/core/model/time.ts'
import type { OutboxMail } from '../../src/ports/store.ts'
import { catalogueEntry } from '../core/compose/sample-books.ts'
import { expectGolden } from '../support/golden.ts'
import { type MailParts, mailText } from '../support/mail.ts'
import { START } from './settings.ts'
import { type Speaking, speaking } from './speaking.ts'

const decoder = createMailDecoder()
let deps: Speaking
let serial = 0
beforeEach(async () => {
  deps = await withCatalogue(await speaking())
})
afterEach(() => deps.store.close())

async function withCatalogue(fresh: Speaking): Promise<Speaking> {
  const entries = [catalogueEntry('Widget fuzzer', 'easy'), catalogueEntry('Square widgets', 'hard')]
  await fresh.store.write((tx) => tx.saveCatalogue({ entries }))
  return fresh
}

/** Takes the mail in as the bot's own mailbox would; resolves with what it put into the outbox. */
async function receive(raw: string, live = true): Promise<OutboxMail[]> {
  const before = new Set((await deps.store.outbox()).map((row) => row.id))
  const bytes = new TextEncoder().encode(raw)
  const now = deps.clock.now()
  const id = await deps.store.write((tx) =>
    tx.addPending({
      hash: createHash('sha256').update(bytes).digest('hex'),
      raw: bytes,
      place: { source: 'bot', mailbox: 'INBOX', validity: 1, key: String(++serial) },
      receivedAt: now,
      storedAt: now,
      live,
    }),
  )
  if (id === null) throw new Error('known place')
  await intake(id, {
    ...deps,
    decoder,
    read: (mails) =>
      Promise.all(mails.map(({ raw, receipt }) => readCopy(raw, receipt, decoder, deps.settings))),
    answer: async (tx, reading, pending) => [...(await answerMail(tx, reading, pending, deps))],
    markSeen: async (tx, message) => void (await markSeen(tx, message, now)),
  })
  return (await deps.store.outbox()).filter((row) => !before.has(row.id))
}

function question(body: string, parts: MailParts = {}): string {
  return mailText({
    id: `question-${++serial}@example.net`,
    from: 'Ada Park <ada@example.net>',
    to: 'dibs@example.org',
    subject: 'Who has it?',
    date: deps.clock.now() - MINUTE,
    body,
    ...parts,
  })
}

const text = async (row: OutboxMail | undefined): Promise<string> =>
  (await simpleParser(Buffer.from(row?.raw ?? []))).text ?? ''

describe('a question', () => {
  test('gets one answer, threaded, to its sender only', async () => {
    const [row, ...others] = await receive(
      question('status widget fuzzer\n', {
        id: 'asked@example.net',
        references: ['first@example.net'],
        cc: 'boss@example.com',
        headers: [['Reply-To', 'victim@example.com']],
      }),
    )
    expect(others).toEqual([])
    expect(row).toMatchObject({
      kind: 'answer',
      to: ['ada@example.net'],
      state: 'queued',
      from: 'dibs-bounce@example.org',
    })
    const mail = await simpleParser(Buffer.from(row!.raw))
    expect(mail.inReplyTo).toBe('<asked@example.net>')
    expect(mail.references).toEqual(['<first@example.net>', '<asked@example.net>'])
    expect(mail.headers.get('auto-submitted')).toBe('auto-replied')
    expect(mail.subject).toBe('Re: Who has it?')
    expectGolden(
      'answers/whole-answer.eml',
      Buffer.from(row!.raw).toString('latin1').replaceAll('\r\n', '\n'),
    )
  })
  test('is answered once, whatever happens to the mail afterwards', async () => {
    const asked = question('help\n')
    expect(await receive(asked)).toHaveLength(1)
    expect(await receive(asked)).toHaveLength(0)
    expect(await receive(asked.replaceAll('\n', '\r\n'))).toHaveLength(0)
  })
  test('that would change something is refused politely, and changes nothing', async () => {
    const [row] = await receive(question('claim widget fuzzer\n'))
    expect(await text(row)).toContain('Nothing was\nchanged.')
    expect(await deps.store.commands()).toEqual([])
  })
  test('with a slip of the keys gets the word that was meant', async () => {
    const [row] = await receive(question('staus widget fuzzer\n'))
    expect(await text(row)).toContain('did you mean "status"?')
  })
  test('in one short line that nobody understands is told what can be asked', async () => {
    const [row] = await receive(question('whatever happened to PVUSB\n'))
    expect(await text(row)).toContain('> whatever happened to PVUSB\n\nThis was not understood.')
  })
  test('"free" by itself asks for what is free', async () => {
    await deps.store.write(async (tx) => {
      const entries = [
        catalogueEntry('Widget fuzzer', 'easy'),
        { ...catalogueEntry('Old', null), state: 'archived' as const },
      ]
      await tx.saveCatalogue({ entries })
    })
    expect(await text((await receive(question('free\n')))[0])).toContain('1 of 2 projects (free):')
  })
  test('in CRLF and with a signature is the same question', async () => {
    const plain = await text((await receive(question('list free\n')))[0])
    const crlf = await text((await receive(question('list free\r\n\r\n-- \r\nAda\r\n')))[0])
    expect(crlf).toBe(plain)
  })
  test('in answer to a mail of a linked thread may leave the entry out', async () => {
    const link = {
      by: 'command',
      reasons: [],
      candidates: [],
      tag: null,
      triage: false,
      signals: [],
    } as const
    const thread = 'root@example.net' as ThreadId
    await deps.store.write(async (tx) => {
      await tx.savePlaces([{ message: 'reply@example.net' as MessageId, thread, parent: thread }])
      await tx.saveLink({ ...link, thread, entry: entryId('square-widgets'), score: 1, margin: 1 }, 'rules')
    })
    const references = ['elsewhere@example.net', 'reply@example.net']
    const [row] = await receive(question('status\n', { inReplyTo: 'reply@example.net', references }))
    expect(await text(row)).toContain('> status\n\nSquare widgets\nStatus: free')
  })
  test('leaves nothing in the outbox when a template is broken, and says so in the log', async () => {
    deps = { ...deps, templates: { ...deps.templates, 'answer-help.text.eta': 'a\n<% if ( %>' } }
    expect(await receive(question('help\n'))).toEqual([])
    expect(deps.lines.at(-1)).toMatchObject({
      level: 'error',
      fields: { file: 'answer-help.text.eta', line: 2 },
    })
  })
})

const folder = resolve(import.meta.dirname, '../mails/never-answered')
const fixtures = readdirSync(folder).filter((file) => file.endsWith('.eml'))

describe('never answered', () => {
  test('there are at least forty such mails', () => expect(fixtures.length).toBeGreaterThanOrEqual(40))
  test('but the plain mail they are made from is', async () => {
    const raw = readFileSync(join(folder, 'auto-replied.eml'), 'utf8')
    const plain = raw.replace(/^Auto-Submitted:.*\n/m, '')
    expect(plain).not.toBe(raw)
    expect(await receive(plain)).toHaveLength(1)
  })
  test.each(fixtures)('%s', async (file) => {
    expect(await receive(readFileSync(join(folder, file), 'utf8'))).toEqual([])
  })
  test.each([
    [
      'a letter',
      'Dear Sir or Madam,\n\nI represent a maker of fine widgets and would like to talk.\n\nYours\n',
    ],
    ['a link', 'look: https://shop.example.com/\n'],
    ['nothing', '\n'],
  ])('%s that asks nothing', async (_name, body) => expect(await receive(question(body))).toEqual([]))
  test('mail from replay, backfill or before the start of watching', async () =>
    expect(await receive(question('help\n'), false)).toEqual([]))
  test('our own answer, come back to us', async () => {
    const [row] = await receive(question('help\n'))
    expect(await receive(Buffer.from(row!.raw).toString('latin1'))).toEqual([])
  })
})

describe('answered, though it might look otherwise', () => {
  test.each([
    ['Auto-Submitted: no', { headers: [['Auto-Submitted', 'no']] }],
    ['an ordinary Precedence', { headers: [['Precedence', 'first-class']] }],
    ['a sender called Root', { from: 'Joan Root <joan.root@example.net>' }],
    ['a subject about an absence', { subject: 'Who has the "away from office" widget?' }],
    ['other people in Cc', { cc: 'bob@example.com, carol@example.com' }],
    ['X-Loop of somebody else', { headers: [['X-Loop', 'bugs@example.com']] }],
    ['no subject', { subject: '' }],
    ['a subject in another script', { subject: '=?utf-8?B?0JrRgtC+INC30LDQvdGP0YI/?=' }],
    ['a long thread behind it', { references: Array.from({ length: 90 }, (_, at) => `r${at}@example.net`) }],
  ] as [string, MailParts][])('%s', async (_name, parts) => {
    const [row] = await receive(question('help\n', parts))
    expect(row?.to).toEqual([parts.from ? 'joan.root@example.net' : 'ada@example.net'])
    expect((await simpleParser(Buffer.from(row!.raw))).subject).toMatch(/^Re: ./)
  })
})

describe('how much one asker gets', () => {
  test('ten answers a day, the tenth says so; the next day it goes on', async () => {
    const rows: OutboxMail[] = []
    for (let at = 0; at < 15; at++) rows.push(...(await receive(question('help\n'))))
    expect(rows).toHaveLength(10)
    expect(await text(rows[9])).toContain('This is the last answer to you today')
    expect(await text(rows[8])).not.toContain('last answer')
    deps.clock.at += DAY
    expect(await receive(question('help\n'))).toHaveLength(1)
  })
  test('a flood from many senders ends too', async () => {
    deps = { ...deps, outgoing: { ...deps.outgoing, caps: { ...deps.outgoing.caps, perHour: 1 } } }
    let answers = 0
    for (let at = 0; at < 40; at++)
      answers += (await receive(question('help\n', { from: `p${at}@example.net` }))).length
    expect(answers).toBe(24)
  })
  test('the count of an asker is kept without his address', async () => {
    await receive(question('help\n'))
    expect(await deps.store.meta('answers')).toBe('2026-11-23 1')
    const key = deps.keyedHash('asker:ada@example.net').slice(0, 24)
    expect(await deps.store.meta(`answers.${key}`)).toBe('2026-11-23 1')
  })
})

test('whatever a mail says of itself, an answer goes to its one sender or to nobody', async () => {
  let answered = 0
  const address = fc.constantFrom(
    'ada@example.net',
    'dibs@example.org',
    'widgets-devel@lists.example.org',
    'victim@example.com',
    'owner-gadgets@example.com',
    '"x, victim"@example.com',
    'ada@example.net, victim@example.com',
    'ADA@EXAMPLE.NET',
    'victim@example.com\r\nBcc: all@example.com',
  )
  const field = fc.constantFrom(
    'Reply-To',
    'Sender',
    'Cc',
    'X-Original-From',
    'Return-Path',
    'Errors-To',
    'From',
    'Resent-From',
  )
  await fc.assert(
    fc.asyncProperty(
      address,
      fc.array(fc.tuple(field, address), { maxLength: 4 }),
      fc.string(),
      async (from, headers, name) => {
        deps.clock.at += DAY
        const safeName = name.replace(/[\r\n"\\]/g, '')
        const rows = await receive(question('status\n', { from: `"${safeName}" <${from}>`, headers }))
        answered += rows.length
        for (const row of rows) expect(row.to).toEqual([from.toLowerCase().split('\r\n')[0]])
      },
    ),
    { numRuns: 150 },
  )
  expect(answered).toBeGreaterThan(5)
})

describe('two bots', () => {
  /** Another program that answers every mail at once; `marks` are the headers it has the grace to set. */
  async function converse(marks: MailParts['headers'], newThread: boolean): Promise<number> {
    let sent = 0
    const waiting: string[] = [question('help\n', { from: 'bot@other.example.com' })]
    for (let hour = 0; hour < 24; hour++) {
      for (const raw of waiting.splice(0)) {
        for (const row of await receive(raw)) {
          sent++
          const answer = await simpleParser(Buffer.from(row.raw))
          const thread = newThread ? {} : { inReplyTo: row.messageId, references: [row.messageId as string] }
          const body = `help\nstatus\n\n${answer.text}`
          waiting.push(
            question(body, {
              from: 'bot@other.example.com',
              subject: `Re: ${answer.subject}`,
              ...(marks ? { headers: marks } : {}),
              ...thread,
            }),
          )
        }
      }
      deps.clock.at += HOUR
    }
    return sent
  }
  test('one that marks its mail gets the first answer only', async () =>
    expect(await converse([['Auto-Submitted', 'auto-replied']], false)).toBe(1))
  test('one without any marks gets ten a day at the very most', async () => {
    expect(await converse(undefined, true)).toBeLessThanOrEqual(10)
    expect(START).toBeLessThan(deps.clock.at)
  })
})
