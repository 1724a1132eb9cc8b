// What goes wrong around a running bot: the SMTP server is away, IMAP is cut, Redis is emptied or dies, and it is told to
// stop in the middle of much mail. Afterwards everything is there once.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { temporaryFolder } from '../support/folder.ts'
import { rawMail } from '../support/mail.ts'
import { startTestRedis, type TestRedis } from '../support/redis.ts'
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts'
import { until } from '../support/until.ts'
import { type Bot, newBot } from './bot.ts'

const LIST_ID: readonly [string, string] = ['List-Id', '<skiff-devel.lists.example.org>']

const claim = (id: string, what: string): Uint8Array =>
  rawMail({
    id,
    from: `${id} <${id}>`,
    to: 'skiff-devel@lists.example.org',
    subject: what,
    body: `Hello,\n\nI have started working on the ${what} project.\n`,
    date: Date.now(),
    headers: [LIST_ID],
  })

describe('a bot among failing servers', () => {
  let dovecot: Dovecot
  let sink: SmtpSink
  let redis: TestRedis
  let bot: Bot
  const folder = join(temporaryFolder(), 'bot')

  beforeAll(async () => {
    ;[dovecot, sink, redis] = await Promise.all([startDovecot(), startSmtpSink(), startTestRedis()])
    bot = newBot({ folder, dovecot, sink, redis: redis.connection })
    await bot.start()
  })
  beforeEach(() => {
    onTestFailed(() => {
      process.stderr.write(bot.log())
    })
  })
  afterAll(async () => {
    await bot?.kill()
    await Promise.all([redis?.stop(), sink?.stop(), dovecot?.stop()])
  })

  const claimed = (entry: string): Promise<unknown> =>
    until(`a claim of ${entry}`, () => bot.status(entry).status === 'claimed', 15_000)

  it('keeps an answer while the SMTP server is away, and sends it once when a person says so', async () => {
    sink.fail({ phase: 'connect', action: 'close' })
    const question = rawMail({
      id: 'q1@example.com',
      from: 'Ines Okafor <ines@example.com>',
      to: 'dibs@example.org',
      body: 'status boot-time-report\n',
      date: Date.now(),
    })
    await dovecot.deliver(question, 'dibs')
    const rows = (): { id: string; state: string; tries: number; reason: string | null }[] =>
      JSON.parse(bot.dibs('outbox', '--json').stdout)
    const [row] = await until('a failed try', () => {
      const waiting = rows()
      return waiting[0]?.reason ? waiting : null
    })
    expect(row).toMatchObject({ state: 'queued', tries: 1 })
    expect(bot.dibs('outbox').stdout).toContain(row?.reason?.slice(0, 20))
    sink.heal()
    expect(bot.dibs('outbox', 'release', row?.id ?? '').status).toBe(0)
    await until('the answer', () => sink.mails.length > 0)
    await until('the row to be sent', () => rows()[0]?.state === 'sent')
    expect(sink.mails.map(({ to }) => to)).toEqual([['ines@example.com']])
  })

  it('reads on after the IMAP server was killed and came back, mail of the meantime included', async () => {
    const from = bot.log().length
    const told = (text: string) => bot.log().slice(from).split(text).length - 1
    await dovecot.kill()
    await until('both mailboxes to be called down', () => told('the source is down') === 2, 20_000)
    await dovecot.restart()
    await dovecot.deliver(claim('ada@example.net', 'Boot time report'), 'lists')
    await claimed('boot-time-report')
    await until('both mailboxes to be called up', () => told('the source is up again') === 2, 60_000)
    expect(told('the source is down')).toBe(2)
    expect(told('ECONNREFUSED')).toBe(2)
  })

  it('works on when Redis is emptied', async () => {
    await redis.command('FLUSHALL')
    await dovecot.deliver(claim('bo@example.net', 'Virtio sound backend'), 'lists')
    await claimed('virtio-sound-backend')
  })

  it('takes mail in while Redis is dead, and works it off when Redis is back', async () => {
    await redis.kill()
    await dovecot.deliver(claim('cy@example.net', 'Web console for guests'), 'lists')
    await until('the mail to be taken in', () => /took in mail.*|"mails":1/.test(bot.log().slice(-2000)))
    await redis.start()
    await claimed('web-console-for-guests')
  })

  it('has every mail once, and nothing that differs from a clean rebuild', async () => {
    expect(await bot.stop()).toBe(0)
    const store = await openStore({ folder: join(folder, 'data'), readOnly: true })
    const ids: string[] = []
    for await (const { id } of store.allMessages()) ids.push(id)
    await store.close()
    expect(ids.sort()).toEqual(['ada@example.net', 'bo@example.net', 'cy@example.net', 'q1@example.com'])
    expect(bot.dibs('rebuild').stderr).toContain('nothing differs')
    expect(sink.mails).toHaveLength(1)
  })

  it('stops within seconds in the middle of much mail, and goes on where it was, also when it is killed there', async () => {
    const cur = join(dovecot.maildir('lists'), 'cur')
    mkdirSync(cur, { recursive: true })
    const count = 1200
    for (let n = 0; n < count; n++) {
      const mail = rawMail({ id: `n${n}@example.net`, subject: `Mail ${n}`, headers: [LIST_ID] })
      writeFileSync(join(cur, `${n}.many.example:2,S`), mail, { mode: 0o644 })
    }
    await bot.start()
    const store = await openStore({ folder: join(folder, 'data'), readOnly: true })
    try {
      await until('some mail', async () => (await store.messageCount()) > 10, 15_000)
      const asked = performance.now()
      expect(await bot.stop()).toBe(0)
      expect(performance.now() - asked).toBeLessThan(5000)
      expect(await store.messageCount()).toBeLessThan(count)
      const before = await store.messageCount()
      await bot.start()
      await until('more mail', async () => (await store.messageCount()) > before, 15_000)
      await bot.kill()
      expect(bot.dibs('run', '--once').status).toBe(0)
      expect(await store.messageCount()).toBe(count + 4)
      expect(await store.tasks(10)).toEqual([])
    } finally {
      await store.close()
    }
  }, 90_000)
})
