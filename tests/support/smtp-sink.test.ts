// The SMTP sink: keeps what it is sent, and fails exactly where a test says.
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rawMail } from './mail.ts'
import { type SinkPhase, type SmtpSink, startSmtpSink } from './smtp-sink.ts'

let sink: SmtpSink
beforeEach(async () => {
  sink = await startSmtpSink()
})
afterEach(() => sink.stop())

function send(to: string[], change: object = {}) {
  const transport = createTransport({
    host: sink.host,
    port: sink.port,
    requireTLS: true,
    tls: { ca: sink.ca, servername: 'localhost' },
    auth: { user: sink.user, pass: sink.password },
    socketTimeout: 500,
    ...change,
  })
  return transport
    .sendMail({
      envelope: { from: 'dibs@example.org', to },
      raw: Buffer.from(rawMail({ id: 'a@example.org' })),
    })
    .finally(() => transport.close())
}

test('keeps the mail with envelope, login and TLS', async () => {
  await send(['ada@example.org', 'bob@example.org'])
  const [mail] = await sink.waitFor(1)
  expect(mail).toMatchObject({
    from: 'dibs@example.org',
    to: ['ada@example.org', 'bob@example.org'],
    user: 'dibs',
    secure: true,
  })
  expect(mail?.raw.toString()).toContain('Message-ID: <a@example.org>')
})

test('takes neither a wrong password nor a login without TLS', async () => {
  await expect(send(['ada@example.org'], { auth: { user: 'dibs', pass: 'wrong' } })).rejects.toThrow(/535/)
  await expect(send(['ada@example.org'], { requireTLS: false, ignoreTLS: true })).rejects.toThrow(/538/)
})

test('refuses one recipient by the code asked for and takes the other', async () => {
  sink.fail({ phase: 'rcpt', recipient: 'ada@example.org', action: 550 })
  const sent = await send(['ada@example.org', 'bob@example.org'])
  expect(sent.rejected).toEqual(['ada@example.org'])
  expect((await sink.waitFor(1))[0]?.to).toEqual(['bob@example.org'])
})

const PHASES: [SinkPhase, number][] = [
  ['connect', 0],
  ['auth', 0],
  ['mail', 0],
  ['rcpt', 0],
  ['data', 0],
  ['dot', 1],
]
for (const [phase, kept] of PHASES) {
  for (const action of ['close', 'reset', 'hang'] as const) {
    test(`${action} at ${phase} fails the client, keeps ${kept} mails, and works again when healed`, async () => {
      sink.fail({ phase, action })
      await expect(send(['ada@example.org'])).rejects.toThrow()
      expect(sink.mails).toHaveLength(kept)
      sink.heal()
      await send(['ada@example.org'])
      expect(sink.mails).toHaveLength(kept + 1)
    })
  }
}

test('a fault for one time goes away by itself', async () => {
  sink.fail({ phase: 'dot', action: 451, times: 1 })
  await expect(send(['ada@example.org'])).rejects.toThrow(/451/)
  await send(['ada@example.org'])
  expect(sink.mails).toHaveLength(1)
})
