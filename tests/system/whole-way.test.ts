// The main job with every real part: mail by LMTP into Dovecot, IDLE, queue, standing, question and answer, digest.
import { chownSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { DAY } from '../../src/core/model/time.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { temporaryFolder } from '../support/folder.ts'
import { rawMail, rfcDate } from '../support/mail.ts'
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts'
import { until } from '../support/until.ts'
import { type Bot, newBot } from './bot.ts'

const LIST = 'skiff-devel@lists.example.org'
const LIST_ID: readonly [string, string] = ['List-Id', '<skiff-devel.lists.example.org>']

const toList = (
  id: string,
  subject: string,
  body: string,
  from = 'Lena Brandt <lena@example.net>',
): Uint8Array => rawMail({ id, from, to: LIST, subject, body, date: Date.now(), headers: [LIST_ID] })

const question = (id: string, body: string): Uint8Array =>
  rawMail({
    id,
    from: 'Ines Okafor <ines@example.com>',
    to: 'dibs@example.org',
    subject: 'a question',
    body,
    date: Date.now(),
  })

describe('the whole way of a mail', () => {
  let dovecot: Dovecot
  let sink: SmtpSink
  let bot: Bot
  let folder: string

  beforeAll(async () => {
    dovecot = await startDovecot()
    sink = await startSmtpSink()
    folder = join(temporaryFolder(), 'bot')
    // A mail of last week, as a mailbox holds it that was filled before the bot came.
    const old = Date.now() - 8 * DAY
    oldMail(
      dovecot,
      'lists',
      rawMail({
        id: 'old@example.net',
        from: 'Katya Sorokina <katya@example.net>',
        to: LIST,
        subject: 'Web console for guests',
        body: 'Hi,\n\nI started working on the web console for guests.\n\nKatya\n',
        date: old,
        headers: [['Received', `from a.example.org by b.example.org; ${rfcDate(old)}`], LIST_ID],
      }),
      old,
    )
    oldMail(dovecot, 'dibs', question('old-question@example.com', 'status web-console-for-guests\n'), old)
    bot = newBot({ folder, dovecot, sink, digest: '*/2 * * * * *' })
    await bot.start()
  })

  beforeEach(() => {
    onTestFailed(() => {
      process.stderr.write(bot.log())
    })
  })

  afterAll(async () => {
    await bot?.kill()
    await sink?.stop()
    await dovecot?.stop()
  })

  it('reads what the mailbox held before, and answers none of it', async () => {
    await until(
      'the old claim',
      () => bot.status('web-console-for-guests').claims[0]?.state === 'active',
      20_000,
    )
    expect(sink.mails.filter((mail) => mail.to.includes('ines@example.com'))).toEqual([])
  })

  it('turns a claim into a standing, with the sentence that says so', async () => {
    await dovecot.deliver(
      toList(
        'claim@example.net',
        'Virtio sound backend',
        'Hello,\n\nI have started working on the virtio sound backend.\n\nLena\n',
      ),
      'lists',
    )
    const standing = await until('the claim', () => {
      const now = bot.status('virtio-sound-backend')
      return now.status === 'claimed' ? now : null
    })
    expect(standing.claims[0]?.who.address).toBe('lena@example.net')
    expect(standing.claims[0]?.evidence.text).toBe('I have started working on the virtio sound backend.')
    expect(standing.claims[0]?.evidence.source).toBe('claim@example.net')
  })

  it('answers a question by mail, to the asker alone, in its thread', async () => {
    await dovecot.deliver(question('q1@example.com', 'status virtio-sound-backend\n'), 'dibs')
    const sent = await until('the answer', () =>
      sink.mails.find((mail) => mail.to.includes('ines@example.com')),
    )
    expect(sent.to).toEqual(['ines@example.com'])
    expect(sent.secure).toBe(true)
    const answer = await simpleParser(sent.raw)
    expect(answer.inReplyTo).toBe('<q1@example.com>')
    expect(answer.headers.get('auto-submitted')).toBe('auto-replied')
    expect(answer.text).toContain('I have started working on the virtio sound backend.')
    expect(answer.text).toContain('Lena Brandt')
  })

  it('posts the digest of the week that is over, once, to the operator', async () => {
    const isDigest = (mail: { to: readonly string[] }): boolean => mail.to.includes('operator@example.org')
    const sent = await until('the digest', () => sink.mails.find(isDigest), 15_000)
    const digest = await simpleParser(sent.raw)
    expect(digest.text).toContain('I started working on the web console for guests.')
    expect(digest.headers.get('auto-submitted')).toBe('auto-generated')
    // The schedule fires every other second; the same week is the same mail.
    await new Promise((resolve) => setTimeout(resolve, 5000))
    expect(sink.mails.filter(isDigest)).toHaveLength(1)
  })

  it('loses nothing and repeats nothing when it is killed in the middle, again and again', async () => {
    const count = 40
    const delivered = (async () => {
      for (let n = 0; n < count; n++) {
        await dovecot.deliver(toList(`k${n}@example.net`, `Number ${n}`, `This is mail ${n}.\n`), 'lists')
        if (n % 8 === 0)
          await dovecot.deliver(question(`kq${n}@example.com`, 'status boot-time-report\n'), 'dibs')
      }
    })()
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => setTimeout(resolve, 250))
      await bot.kill()
      await bot.start()
    }
    await delivered
    const store = await openStore({ folder: join(folder, 'data'), readOnly: true })
    try {
      await until(
        'all mails',
        async () => {
          const ids = []
          for await (const stored of store.allMessages()) ids.push(stored.id as string)
          return ids.filter((id) => /^k\d+@/.test(id)).length === count
        },
        30_000,
      )
      const answered = (): string[] =>
        sink.mails.flatMap(
          (mail) => /In-Reply-To: <(kq\d+@example\.com)>/.exec(mail.raw.toString('latin1'))?.[1] ?? [],
        )
      await until(
        'all answers',
        async () => {
          const unknown = (await store.outbox(['unknown', 'sending', 'held'])).length
          return answered().length + unknown >= 5
        },
        30_000,
      )
      expect(new Set(answered()).size).toBe(answered().length)
      // A job that died with its process is found again when its lock has run out.
      await until(
        'all work to be done',
        async () => (await store.tasks(1000)).every((task) => task.kind === 'post'),
        45_000,
      )
      expect(await store.quarantined()).toEqual([])
    } finally {
      await store.close()
    }
  }, 120_000)

  it('stops in order when it is told to', async () => {
    expect(await bot.stop()).toBe(0)
    const rebuilt = bot.dibs('rebuild')
    expect(rebuilt.stderr).toContain('nothing differs')
    expect(rebuilt.status).toBe(0)
  })
})

/** Puts a mail into a Maildir as delivered at `at`, with Dovecot as owner. */
function oldMail(dovecot: Dovecot, user: string, raw: Uint8Array, at: number): void {
  const folder = dovecot.maildir(user)
  const name = `${Math.floor(at / 1000)}.old.example`
  const file = join(folder, 'new', name)
  for (const part of ['', 'tmp', 'new', 'cur']) mkdirSync(join(folder, part), { recursive: true })
  writeFileSync(file, raw)
  utimesSync(file, at / 1000, at / 1000)
  const { uid, gid } = statSync(join(folder, '..'))
  for (const path of [folder, join(folder, 'tmp'), join(folder, 'new'), join(folder, 'cur'), file])
    chownSync(path, uid, gid)
}
