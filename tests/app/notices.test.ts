// Due mails through the real path: list mail in, the clock moved on, private notices out; once, to the people concerned,
// and never about what was due before anybody wanted them.
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMailDecoder } from '../../src/adapters/mime/mail-decoder.ts'
import { smtpTransport } from '../../src/adapters/smtp/mail-transport.ts'
import { saveMerged } from '../../src/app/catalogue-import.ts'
import { catalogueIndex } from '../../src/app/index-cache.ts'
import { countPassedOver, noteSwitches } from '../../src/app/notice-ledger.ts'
import { lookForNotices } from '../../src/app/notices.ts'
import type { OutgoingSettings } from '../../src/app/outgoing.ts'
import { postOutboxMail } from '../../src/app/post.ts'
import { rebuild } from '../../src/app/rebuild.ts'
import { recheckNotice, recheckWaiting } from '../../src/app/recheck-notice.ts'
import { releaseMail } from '../../src/app/settle-outbox.ts'
import { startOfWatching } from '../../src/app/watch-from.ts'
import { DUE_KINDS, type DueKind } from '../../src/core/model/due-mail.ts'
import { DAY, HOUR, WEEK } from '../../src/core/model/time.ts'
import type { OutboxMail } from '../../src/ports/store.ts'
import { catalogueEntry } from '../core/compose/sample-books.ts'
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts'
import { listMail } from './listening.ts'
import { START } from './settings.ts'
import { type Speaking, speaking } from './speaking.ts'

let deps: Speaking
let sink: SmtpSink

const LONG = 'Improve the remote handle, its tests: gloves, CPU/RAM and left-handed people'

/** A bot that watches from now on and tells people what `kinds` say; the mentor of every project is Dora. */
async function started(kinds: readonly DueKind[], parts: Partial<OutgoingSettings> = {}): Promise<Speaking> {
  const plain = await speaking()
  const lists = plain.outgoing.lists.map((list) => ({ ...list, notices: kinds }))
  await plain.store.close()
  const fresh = await speaking({ lists, ...parts })
  const entries = [
    catalogueEntry('Widget fuzzer', 'medium'),
    catalogueEntry('Square widgets', 'easy'),
    catalogueEntry(LONG, 'hard'),
  ]
  const revision = {
    name: 'widgets',
    at: START,
    hash: 'widgets',
    text: '',
    reading: { entries, warnings: [] },
  }
  await fresh.store.write(async (tx) => {
    await tx.addCatalogueRevision(revision)
    await saveMerged(tx)
  })
  await start(fresh)
  return fresh
}

/** What `dibs run` does at its start. */
async function start(one: Speaking): Promise<void> {
  await startOfWatching(one.store, one.clock)
  await noteSwitches(one.store, one.outgoing, one.clock.now())
}

const withKinds = (one: Speaking, kinds: readonly DueKind[]): Speaking => ({
  ...one,
  outgoing: { ...one.outgoing, lists: one.outgoing.lists.map((list) => ({ ...list, notices: kinds })) },
})

beforeEach(async () => {
  sink = await startSmtpSink({ auth: false, tls: false })
})
afterEach(async () => {
  await sink.stop()
  await deps.store.close()
})

const ada = 'Ada Park <ada@example.net>'
const claim = (parts = {}) =>
  listMail(deps, {
    id: 'claim@example.net',
    from: ada,
    cc: 'Dora Lind <dora@example.org>',
    subject: 'Widget fuzzer',
    body: 'Hello,\n\nI have started working on the widget fuzzer.\n\nAda\n',
    ...parts,
  })
const welcome = () =>
  listMail(deps, {
    id: 'welcome@example.org',
    from: 'Dora Lind <dora@example.org>',
    subject: 'Re: Widget fuzzer',
    inReplyTo: 'claim@example.net',
    references: ['claim@example.net'],
    body: 'Welcome, Ada.\n',
  })
const later = (ms: number): void => {
  deps.clock.at += ms
}
const look = () => lookForNotices(deps.store, deps)
const deriveAgain = () =>
  rebuild({ ...deps, decoder: createMailDecoder(), index: catalogueIndex(deps.settings.parse.lists) })
const rows = (): Promise<OutboxMail[]> => deps.store.outbox()
const post = (row: OutboxMail) => {
  const transport = smtpTransport({ host: '127.0.0.1', port: sink.port, tls: 'none' })
  return postOutboxMail({ ...deps, transport }, row.id)
}
const textOf = async (row: OutboxMail): Promise<string> =>
  (await simpleParser(Buffer.from(row.raw))).text ?? ''

describe('a reminder', () => {
  const silent = async (): Promise<OutboxMail> => {
    await claim()
    await welcome()
    later(6 * WEEK + HOUR)
    await look()
    const [row, ...more] = await rows()
    expect(more).toEqual([])
    return row!
  }
  beforeEach(async () => {
    deps = await started(['reminder'])
  })

  test('goes to the claimant alone, in his thread, marked as automatic, with replies to a person', async () => {
    const row = await silent()
    expect(row).toMatchObject({
      to: ['ada@example.net'],
      state: 'queued',
      kind: 'notice',
      list: 'widgets-devel',
    })
    const mail = await simpleParser(Buffer.from(row.raw))
    expect(mail.subject).toBe('[Dibs] Still working on Widget fuzzer?')
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.inReplyTo).toBe('<claim@example.net>')
    expect(mail.replyTo?.value.map(({ address }) => address)).toEqual(['operator@example.org'])
    expect(mail.from?.value[0]?.address).toBe('dibs@example.org')
    expect(mail.text).toContain('"I have started working on the widget fuzzer."')
    expect(mail.text).toContain('https://lists.example.org/widgets-devel/claim%40example.net')
  })

  test('waits an hour in the outbox, then is sent once', async () => {
    const row = await silent()
    expect(await post(row)).toMatchObject({ kind: 'later', why: 'not due yet' })
    later(HOUR)
    expect(await post(row)).toEqual({ kind: 'sent' })
    await post(row)
    await look()
    expect(sink.mails.map((mail) => mail.to)).toEqual([['ada@example.net']])
  })

  test('is made once, whatever is looked at, started or derived again', async () => {
    await silent()
    for (let day = 0; day < 10; day++) {
      await start(deps)
      await look()
      later(DAY)
    }
    await deriveAgain()
    await look()
    expect(await rows()).toHaveLength(1)
  })

  test('comes again after another silence, not before', async () => {
    await silent()
    await listMail(deps, {
      id: 'news@example.net',
      from: ada,
      subject: 'Re: Widget fuzzer',
      references: ['claim@example.net'],
      body: 'It now finds its own bugs.\n',
    })
    later(6 * WEEK - DAY)
    await look()
    expect(await rows()).toHaveLength(1)
    later(DAY)
    await look()
    expect(await rows()).toHaveLength(2)
  })

  test.each([
    ['I am still working on', 'claimed', []],
    ['I am no longer working on', 'open', ['released']],
  ])('offers "%s …" as an answer on the list, and understands it', async (words, status, codes) => {
    const row = await silent()
    const line = (await textOf(row)).split('\n').find((one) => one.includes(words))
    await listMail(deps, {
      id: 'reply@example.net',
      from: ada,
      subject: 'Re: Widget fuzzer',
      inReplyTo: 'claim@example.net',
      references: ['claim@example.net', row.messageId],
      body: `${line?.trim()}\n`,
    })
    const standing = await deps.store.standing('widget-fuzzer' as never)
    expect(standing?.status).toBe(status)
    expect(standing?.claims[0]?.reminderAt ?? Number.POSITIVE_INFINITY).toBeGreaterThan(deps.clock.at)
    expect(standing?.history.map(({ code }) => code)).toEqual(expect.arrayContaining(codes))
    // Its cause has passed: it is not sent any more.
    later(HOUR)
    expect(await post(row)).toMatchObject({ kind: 'dropped' })
    expect(await deps.store.outboxMail(row.id)).toMatchObject({
      state: 'dropped',
      reason: 'not needed any more: the cause of the reminder about widget-fuzzer has passed',
    })
    expect(sink.mails).toEqual([])
  })

  test('offers a line that is understood, too, when it is broken over two, with a new subject and no reference', async () => {
    await claim({ subject: LONG, body: `Hello,\n\nI have started working on ${LONG}.\n` })
    later(6 * WEEK + HOUR)
    await look()
    const text = await textOf((await rows())[0]!)
    const offered = /^ {4}I am still[\s\S]*?\.$/m.exec(text)?.[0] ?? ''
    expect(offered).toContain('\n')
    await listMail(deps, { id: 'reply@example.net', from: ada, subject: 'your mail', body: `${offered}\n` })
    const standing = await deps.store.standing(catalogueEntry(LONG, null).id)
    expect(standing?.claims[0]?.reminderAt).toBeGreaterThan(deps.clock.at)
  })

  test("is answered as well by a word of one's own in the thread", async () => {
    const row = await silent()
    await listMail(deps, {
      id: 'reply@example.net',
      from: ada,
      subject: 'Re: Widget fuzzer',
      references: ['claim@example.net'],
      body: 'Still on it!\n',
    })
    later(HOUR)
    expect(await post(row)).toMatchObject({ kind: 'dropped' })
  })

  test('waits while a source cannot be read, or mail lies unread: the renewal may be there', async () => {
    const row = await silent()
    later(HOUR)
    deps = { ...deps, blind: () => 'imap.example.org' }
    expect(await post(row)).toMatchObject({ kind: 'later', why: expect.stringContaining('imap.example.org') })
    deps = { ...deps, blind: () => null }
    await deps.store.write((tx) => tx.addTasks([{ kind: 'link', key: 'claim@example.net' }]))
    later(HOUR)
    expect(await post(row)).toMatchObject({ kind: 'later', why: 'mail is still being read' })
    await deps.store.write((tx) => tx.removeTask({ kind: 'link', key: 'claim@example.net' }))
    later(HOUR)
    expect(await post(row)).toEqual({ kind: 'sent' })
  })

  test.each([
    ['its kind is switched off', [] as const, [], 'reminder is switched off'],
    [
      'the person asks for none',
      ['reminder'] as const,
      ['ada@example.net'],
      'the recipient wants no notices',
    ],
  ])('is dropped when %s before it leaves', async (_what, kinds, noNoticesTo, why) => {
    const row = await silent()
    later(HOUR)
    const changed = withKinds({ ...deps, outgoing: { ...deps.outgoing, noNoticesTo } }, kinds)
    deps = { ...changed, recheck: (tx, one, replace, now) => recheckNotice(tx, one, replace, now, changed) }
    expect(await post(row)).toMatchObject({ kind: 'dropped' })
    expect((await rows())[0]).toMatchObject({ state: 'dropped', reason: `not needed any more: ${why}` })
  })

  test('falls due in a pause of the bot: said when it is not too late', async () => {
    await claim()
    await welcome()
    later(6 * WEEK + 4 * DAY)
    await look()
    expect(await rows()).toHaveLength(1)
  })
  test('falls due in a long pause: passed over', async () => {
    await claim()
    await welcome()
    later(6 * WEEK + 4 * DAY + HOUR)
    await look()
    expect(await rows()).toEqual([])
    expect(await countPassedOver(deps.store)).toBe(1)
  })
})

test('with no patience at all for lateness, what is in time is said', async () => {
  deps = await started(['second-claim'], { lateDays: 0 })
  await claim()
  later(HOUR)
  await claim({ id: 'two@example.com', from: 'Bela <bela@example.com>', date: deps.clock.at - 10_000 })
  expect(await rows()).toHaveLength(2)
})

describe('nothing is said', () => {
  test('unless a kind is named for the list', async () => {
    deps = await started([])
    await claim()
    later(60 * WEEK)
    for (let week = 0; week < 60; week++) await look()
    expect(await rows()).toEqual([])
  })

  test('about what was due in an old store when the kinds were switched on', async () => {
    deps = await started([])
    for (let n = 0; n < 30; n++) {
      await claim({ id: `c${n}@example.net`, from: `Person ${n} <p${n}@example.net>` })
      later(DAY)
    }
    later(7 * WEEK)
    deps = withKinds(deps, DUE_KINDS)
    await start(deps)
    await look()
    expect(await rows()).toEqual([])
    expect(await countPassedOver(deps.store)).toBeGreaterThan(30)
  })

  test('about mail from before the watching, whenever it falls due', async () => {
    deps = await started(DUE_KINDS)
    await claim({
      date: START - DAY,
      headers: [
        ['Received', `from a.example.org by b.example.org; ${new Date(START - DAY).toUTCString()}`],
        ['List-Id', '<widgets-devel.lists.example.org>'],
      ],
    })
    for (let week = 0; week < 12; week++) {
      later(WEEK)
      await look()
    }
    expect(await rows()).toEqual([])
  })

  test.each([
    ['nothing, of what everything derived anew brings to light', true, 0],
    ['all, of what a new look brings to light', false, 2],
  ])('%s', async (_what, again, mails) => {
    deps = await started(['second-claim'])
    const quiet = withKinds(deps, [])
    for (const id of ['claim@example.net', 'two@example.com'])
      await listMail(quiet, {
        id,
        from: `Somebody <${id.replace('@', '.')}@example.net>`,
        subject: 'Widget fuzzer',
        body: 'Hello,\n\nI have started working on the widget fuzzer.\n',
      })
    if (again) await deriveAgain()
    await look()
    expect(await rows()).toHaveLength(mails)
  })

  test('to people who asked for none', async () => {
    deps = await started(['reminder'], { noNoticesTo: ['ada@example.net'] })
    await claim()
    await welcome()
    later(6 * WEEK + HOUR)
    await look()
    expect(await rows()).toEqual([])
  })
})

describe('two claims', () => {
  beforeEach(async () => {
    deps = await started(['second-claim'])
    await claim()
    later(DAY)
    await claim({
      id: 'two@example.com',
      from: 'Béla Kovács <bela@example.com>',
      references: ['claim@example.net'],
    })
  })

  test('are told to both, at once, in the transaction of the standing', async () => {
    expect((await rows()).map(({ to }) => to[0]).sort()).toEqual(['ada@example.net', 'bela@example.com'])
  })

  test('are not, once one of the two gives it up within the hour', async () => {
    later(HOUR / 2)
    await claim({
      id: 'oh@example.com',
      from: 'Béla Kovács <bela@example.com>',
      references: ['claim@example.net'],
      body: 'I am no longer working on "Widget fuzzer".\n',
    })
    later(HOUR)
    for (const row of await rows()) expect(await post(row)).toMatchObject({ kind: 'dropped' })
    expect(sink.mails).toEqual([])
  })
})

describe('one person', () => {
  const question = (n: number) =>
    listMail(deps, {
      id: `q${n}@example.com`,
      from: `Person ${n} <p${n}@example.com>`,
      subject: 'Widget fuzzer',
      body: `Hello,\n\nI would like to work on the widget fuzzer.\n\nPerson ${n}\n`,
    })
  beforeEach(async () => {
    deps = await started(['waiting-for-answer'])
  })

  test('is told several things in one mail, and what comes later on the next day', async () => {
    await question(1)
    await question(2)
    later(HOUR)
    await question(3)
    later(WEEK - HOUR)
    await look()
    expect((await rows()).map(({ to }) => to)).toEqual([['dora@example.org']])
    const text = await textOf((await rows())[0]!)
    expect(text).toContain('There are 2 things to tell you')
    expect(text).toContain('"I would like to work on the widget fuzzer."')
    later(2 * HOUR)
    await look()
    expect(await rows()).toHaveLength(1)
    later(DAY)
    await look()
    expect(await rows()).toHaveLength(2)
    expect(await textOf((await rows())[1]!)).toContain('Person 3')
  })

  test('is told only what still holds when the mail leaves', async () => {
    await question(1)
    await question(2)
    later(WEEK + HOUR)
    await look()
    const [first] = await rows()
    await listMail(deps, {
      id: 'a@example.org',
      from: 'Dora Lind <dora@example.org>',
      subject: 'Re: Widget fuzzer',
      references: ['q1@example.com'],
      body: 'Yes, please.\n',
    })
    later(HOUR)
    const outcome = await post(first!)
    expect(outcome).toMatchObject({ kind: 'dropped', tasks: [{ kind: 'post' }] })
    const rest = (await rows()).find((row) => row.state === 'queued')
    expect(await post(rest!)).toEqual({ kind: 'sent' })
    expect(sink.mails).toHaveLength(1)
    const text = sink.mails[0]!.raw.toString('utf8')
    expect(text).toContain('Person 2')
    expect(text).not.toContain('Person 1')
    later(2 * DAY)
    await look()
    expect((await rows()).filter((row) => row.state !== 'dropped')).toHaveLength(1)
  })

  test('is told ten things in a mail at most', async () => {
    for (let n = 0; n < 13; n++) await question(n)
    later(WEEK + HOUR)
    await look()
    expect(await textOf((await rows())[0]!)).toContain('There are 10 things to tell you')
    later(DAY + HOUR)
    await look()
    expect(await textOf((await rows())[1]!)).toContain('There are 3 things to tell you')
  })
})

describe('in preview', () => {
  test('it lies in the outbox until a person releases it, or it is not needed any more', async () => {
    deps = await started(['reminder'], { policy: 'preview' })
    await claim()
    await welcome()
    later(6 * WEEK + HOUR)
    await look()
    const [row] = await rows()
    expect(row?.state).toBe('preview')
    later(HOUR)
    expect(await post(row!)).toEqual({ kind: 'nothing' })
    await recheckWaiting(deps.store, deps)
    expect((await rows())[0]?.state).toBe('preview')
    await claim({ id: 'on@example.net', body: 'I am still working on the widget fuzzer.\n' })
    await recheckWaiting(deps.store, deps)
    expect((await rows())[0]).toMatchObject({
      state: 'dropped',
      reason: expect.stringContaining('has passed'),
    })
  })
  test('released, it is sent', async () => {
    deps = await started(['reminder'], { policy: 'preview' })
    await claim()
    await welcome()
    later(6 * WEEK + HOUR)
    await look()
    const [row] = await rows()
    await deps.store.write((tx) => releaseMail(tx, row!.id, deps.clock.now()))
    expect(await post(row!)).toEqual({ kind: 'sent' })
    expect(sink.mails).toHaveLength(1)
  })
})

test('a broken template stops no standing, and is told to the operator', async () => {
  deps = await started(['second-claim'])
  deps = { ...deps, templates: { ...deps.templates, 'notice-second-claim.text.eta': '<%= it.nothing %>' } }
  await claim()
  await claim({ id: 'two@example.com', from: 'Bela <bela@example.com>' })
  expect((await deps.store.standing('widget-fuzzer' as never))?.claims).toHaveLength(2)
  expect(deps.lines.filter((line) => line.level === 'error')).toMatchObject([
    { fields: { reason: 'templates/notice-second-claim.text.eta:1: a value to print is missing here' } },
    {},
  ])
  expect(await rows()).toEqual([])
})
