// The fault matrix: every step of the dialogue × every way to fail, and what the transport makes of it.
// Two things must hold in every cell: at most one copy exists, and `retry` is said only where none does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SmtpSettings, smtpTransport } from '../../../src/adapters/smtp/mail-transport.ts'
import { type Certificate, makeCertificate } from '../../support/certificate.ts'
import { SMTP_STEPS, type SmtpFault, type SmtpStep, startFaultServer } from '../../support/smtp-faults.ts'
import { type SmtpSink, startSmtpSink } from '../../support/smtp-sink.ts'

const timeouts = { connect: 1500, greeting: 1500, answer: 1500 }
const envelope = { from: 'bounce@example.org', to: ['ada@example.net'] }
const short = Buffer.from('Subject: hello\r\n\r\nWhat is free?\r\n.a line with a dot\r\n')
const long = Buffer.from(`Subject: long\r\n\r\n${'All work and no play.\r\n'.repeat(300_000)}`)

let folder = ''
let certificate: Certificate
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dibs-smtp-'))
  certificate = makeCertificate(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

function settings(port: number, parts: Partial<SmtpSettings> = {}): SmtpSettings {
  return { host: '127.0.0.1', port, tls: 'none', timeouts, ...parts }
}

/** What must be said: nothing was taken before the dot; a code is an answer; silence after the dot is no answer. */
function expected(step: SmtpStep, fault: SmtpFault): string {
  if (step === 'quit') return 'accepted'
  if (fault === 'garbage' && step === 'dot') return 'unknown'
  if (typeof fault !== 'number') return step === 'dot' ? 'unknown' : 'retry'
  if (fault < 500) return 'retry'
  return ['mail', 'rcpt', 'data', 'in-data', 'dot'].includes(step) ? 'refused' : 'retry'
}

const FAULTS: readonly SmtpFault[] = ['close', 'reset', 'hang', 'garbage', 421, 451, 550]
const cells = SMTP_STEPS.flatMap((step) => FAULTS.map((fault) => ({ step, fault })))

describe('the fault matrix', () => {
  test.concurrent.each(cells)('$step × $fault', async ({ step, fault }) => {
    const tls = step === 'starttls' ? certificate : undefined
    const server = await startFaultServer({ step, fault, auth: true, ...(tls ? { tls } : {}) })
    const login = { user: 'dibs', password: 'secret' }
    const transport = smtpTransport(
      settings(server.port, tls ? { ...login, tls: 'starttls', ca: certificate.certFile } : login),
    )
    let asked = 0
    const sent = await transport.send(envelope, step === 'in-data' ? long : short, async () => {
      asked++
      expect(server.copies()).toBe(0)
    })
    const copies = server.copies()
    await server.stop()
    expect(sent.outcome).toBe(expected(step, fault))
    expect(copies).toBeLessThanOrEqual(1)
    if (sent.outcome === 'retry' || sent.outcome === 'refused') expect(copies).toBe(0)
    if (sent.outcome === 'accepted' || sent.outcome === 'unknown') expect(copies).toBe(1)
    expect(asked).toBe(['in-data', 'dot', 'quit'].includes(step) ? 1 : 0)
    expect(server.connections()).toBe(1)
  })
  test('has the cells it should have', () => expect(cells).toHaveLength(77))
})

describe('against a real server', () => {
  let sink: SmtpSink
  beforeAll(async () => {
    sink = await startSmtpSink()
  })
  afterAll(() => sink.stop())
  const login = () => ({ user: sink.user, password: sink.password })
  const trusted = (): SmtpSettings => {
    const ca = join(folder, 'sink-ca.pem')
    writeFileSync(ca, sink.ca)
    return settings(sink.port, { tls: 'starttls', ca, ...login() })
  }

  test('a mail goes over STARTTLS and AUTH, its bytes as they were, dots included', async () => {
    const sent = await smtpTransport(trusted()).send(envelope, short)
    expect(sent.outcome).toBe('accepted')
    const [mail] = await sink.waitFor(1)
    expect(mail?.secure).toBe(true)
    expect(mail?.user).toBe(sink.user)
    expect(mail?.to).toEqual(envelope.to)
    expect(mail?.raw.toString()).toBe(short.toString())
  })
  test('check connects and logs in', async () =>
    expect(await smtpTransport(trusted()).check()).toMatch(/STARTTLS, login accepted/))
  test('a wrong password is told and final for check, but a mail may be tried again', async () => {
    const transport = smtpTransport({ ...trusted(), password: 'wrong' })
    await expect(transport.check()).rejects.toMatchObject({ transient: false })
    expect((await transport.send(envelope, short)).outcome).toBe('retry')
  })
  test('a certificate nobody vouches for is refused', async () => {
    const transport = smtpTransport(settings(sink.port, { tls: 'starttls', ...login() }))
    expect(await transport.send(envelope, short)).toMatchObject({ outcome: 'retry' })
    await expect(transport.check()).rejects.toThrow(/certificate|self.signed/i)
  })
  test('a server that is not there is a transient failure', async () => {
    const transport = smtpTransport(settings(1))
    await expect(transport.check()).rejects.toMatchObject({ transient: true })
    expect((await transport.send(envelope, short)).outcome).toBe('retry')
  })
})

test('starttls that is not offered is no reason to go without: nothing is sent', async () => {
  const server = await startFaultServer({ step: 'quit', fault: 'close', auth: true })
  const transport = smtpTransport(
    settings(server.port, { tls: 'starttls', user: 'dibs', password: 'secret' }),
  )
  expect((await transport.send(envelope, short)).outcome).toBe('retry')
  expect(server.copies()).toBe(0)
  await server.stop()
})

test('when the row may not be marked, nothing of the mail goes out', async () => {
  const server = await startFaultServer({ step: 'quit', fault: 'close' })
  const sent = await smtpTransport(settings(server.port)).send(envelope, short, async () => {
    throw new Error('somebody else has it')
  })
  expect(sent.outcome).toBe('retry')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(server.copies()).toBe(0)
  await server.stop()
})

test.each([
  ['no recipient', { from: 'a@example.org', to: [] }],
  ['two recipients', { from: 'a@example.org', to: ['a@example.net', 'b@example.net'] }],
  ['two in one', { from: 'a@example.org', to: ['a@example.net, evil@example.com'] }],
  ['a quoted local part', { from: 'a@example.org', to: ['"x@example.net"@example.com'] }],
  ['a line break', { from: 'a@example.org', to: ['a@example.net>\r\nRCPT TO:<evil@example.com'] }],
  ['an odd sender', { from: 'a b@example.org', to: ['a@example.net'] }],
  ['a null sender', { from: '', to: ['a@example.net'] }],
])('%s is refused before any connection', async (_name, odd) => {
  const server = await startFaultServer({ step: 'quit', fault: 'close' })
  expect((await smtpTransport(settings(server.port)).send(odd, short)).outcome).toBe('refused')
  expect(server.connections()).toBe(0)
  await server.stop()
})
