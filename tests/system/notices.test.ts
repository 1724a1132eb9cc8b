// Private notices with every real part: two claims by LMTP, a bot that is killed again and again, and an SMTP server that
// counts what each of the two was told.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { temporaryFolder } from '../support/folder.ts'
import { rawMail } from '../support/mail.ts'
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts'
import { until } from '../support/until.ts'
import { type Bot, newBot } from './bot.ts'

let dovecot: Dovecot
let sink: SmtpSink
let bot: Bot
let folder: string

beforeAll(async () => {
  dovecot = await startDovecot()
  sink = await startSmtpSink()
  folder = join(temporaryFolder(), 'bot')
  bot = newBot({ folder, dovecot, sink, notices: ['second-claim'] })
})
afterAll(async () => {
  await bot?.kill()
  await sink?.stop()
  await dovecot?.stop()
})

const claim = (id: string, from: string): Promise<void> =>
  dovecot.deliver(
    rawMail({
      id,
      from,
      to: 'skiff-devel@lists.example.org',
      subject: 'Virtio sound backend',
      body: 'Hello,\n\nI have started working on the virtio sound backend.\n',
      date: Date.now(),
      headers: [['List-Id', '<skiff-devel.lists.example.org>']],
    }),
    'lists',
  )

it('tells both once, however often the bot is killed', async () => {
  onTestFailed(() => {
    process.stderr.write(bot.log())
  })
  await bot.start()
  await claim('first@example.net', 'Lena Brandt <lena@example.net>')
  await claim('second@example.com', 'Ines Okafor <ines@example.com>')
  for (const ms of [100, 400, 900]) {
    await pause(ms)
    await bot.kill()
    await bot.start()
  }
  const told = (): string[] => sink.mails.map((mail) => mail.to.join())
  const store = await openStore({ folder: join(folder, 'data'), readOnly: true })
  const doubtful = async (): Promise<string[]> =>
    (await store.outbox(['unknown', 'held'])).map((row) => row.to.join())
  try {
    await until('both to be told', async () => new Set([...told(), ...(await doubtful())]).size === 2, 60_000)
    expect(await store.outbox()).toHaveLength(2)
    expect(new Set(told()).size).toBe(told().length)
  } finally {
    await store.close()
  }
  const [mail] = sink.mails
  if (mail) {
    const notice = await simpleParser(mail.raw)
    expect(notice.subject).toBe('[Dibs] Two people on Virtio sound backend')
    expect(notice.headers.get('auto-submitted')).toBe('auto-generated')
    expect(['<first@example.net>', '<second@example.com>']).toContain(notice.inReplyTo)
  }
}, 120_000)

it('says nothing more after a rebuild and another start', async () => {
  expect(await bot.stop()).toBe(0)
  const before = sink.mails.length
  expect(bot.dibs('rebuild').stderr).toContain('nothing differs')
  expect(bot.dibs('notices').stdout).toContain('2 things due: 0 to be said, 0 passed over')
  await bot.start()
  await pause(3000)
  expect(sink.mails).toHaveLength(before)
}, 60_000)
