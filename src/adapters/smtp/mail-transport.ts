// SMTP with nodemailer's connection: one connection a mail, an envelope of our own, frozen bytes.
// What nodemailer doesn't tell, how far the dialogue had come when it broke, is seen by handing the bytes over as a
// stream of our own: nobody asks for them before 354, and once all are gone a missing answer is `unknown` (RFC 1047).
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { Failure } from '../../ports/failure.ts'
import type { Envelope, MailTransport, SendOutcome } from '../../ports/mail-transport.ts'

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** `starttls` insists on it: a server that does not offer it gets nothing. */
  readonly tls: 'tls' | 'starttls' | 'none'
  /** PEM file of a private certificate authority. */
  readonly ca?: string | undefined
  readonly user?: string | undefined
  readonly password?: string | undefined
  /** Milliseconds; by default 30 s for connecting and greeting, 10 min for any answer (RFC 5321 §4.5.3.2.6). */
  readonly timeouts?: { readonly connect: number; readonly greeting: number; readonly answer: number }
}

const TIMEOUTS = { connect: 30_000, greeting: 30_000, answer: 600_000 }
const PLAIN = /^[!#-'*+\-/-9=?A-Z^-~]+(?:\.[!#-'*+\-/-9=?A-Z^-~]+)*@[0-9A-Za-z.-]+$/

/** How far a dialogue had come. */
type Phase = 'before-data' | 'data' | 'all-sent'

export function smtpTransport(settings: SmtpSettings): MailTransport {
  return {
    send: (envelope, raw, onData) => sendMail(settings, envelope, raw, onData),
    check: () => checkServer(settings),
    close: async () => {},
  }
}

async function sendMail(
  settings: SmtpSettings,
  envelope: Envelope,
  raw: Uint8Array,
  onData: (() => Promise<void>) | undefined,
): Promise<SendOutcome> {
  const odd = [envelope.from, ...envelope.to].find((address) => !PLAIN.test(address))
  if (odd !== undefined) return { outcome: 'refused', reason: 'an envelope address is not plain' }
  if (envelope.to.length !== 1) return { outcome: 'refused', reason: 'a mail goes to exactly one recipient' }
  const phase: { now: Phase } = { now: 'before-data' }
  let connection: SMTPConnection | null = null
  try {
    connection = await openConnection(settings)
    const response = await transmit(connection, envelope, mailStream(raw, phase, onData))
    connection.quit()
    return { outcome: 'accepted', response }
  } catch (error) {
    connection?.close()
    return judge(error, phase.now)
  }
}

/** The mail's bytes, in pieces; keeps `phase` true to what was asked for. */
function mailStream(
  raw: Uint8Array,
  phase: { now: Phase },
  onData: (() => Promise<void>) | undefined,
): Readable {
  async function* pieces() {
    await onData?.()
    phase.now = 'data'
    for (let at = 0; at < raw.length; at += 16_384) {
      const end = Math.min(at + 16_384, raw.length)
      if (end === raw.length) phase.now = 'all-sent'
      yield Buffer.from(raw.subarray(at, end))
    }
  }
  return Readable.from(pieces(), { objectMode: false, highWaterMark: 1 })
}

interface SmtpError extends Error {
  readonly responseCode?: number
}

/**
 * 4xx may be tried again, 5xx is final, whatever the phase. Without an answer it is `unknown` once the last piece was
 * handed over, even if it may not have left the machine: in doubt no mail is better than two.
 */
function judge(error: unknown, phase: Phase): SendOutcome {
  const reason = error instanceof Error ? error.message : String(error)
  const code = (error as SmtpError).responseCode ?? 0
  if (code >= 500 && code < 600) return { outcome: isOurFault(error) ? 'retry' : 'refused', reason }
  if (code >= 400 && code < 500) return { outcome: 'retry', reason }
  return { outcome: phase === 'all-sent' ? 'unknown' : 'retry', reason }
}

/** 5xx before the envelope (greeting, EHLO, STARTTLS, AUTH) speaks of the set-up, not of the mail: 535, 530, 554 greeting. */
function isOurFault(error: unknown): boolean {
  return !['MAIL FROM', 'RCPT TO', 'DATA'].includes((error as { command?: string }).command ?? '')
}

function transmit(connection: SMTPConnection, envelope: Envelope, message: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject)
    connection.send({ from: envelope.from, to: [...envelope.to] }, message, (error, info) => {
      if (error) reject(error)
      else resolve(String(info?.response ?? ''))
    })
  })
}

function openConnection(settings: SmtpSettings): Promise<SMTPConnection> {
  const timeouts = settings.timeouts ?? TIMEOUTS
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection({
      host: settings.host,
      port: settings.port,
      secure: settings.tls === 'tls',
      requireTLS: settings.tls === 'starttls',
      ignoreTLS: settings.tls === 'none',
      tls: settings.ca ? { ca: readFileSync(settings.ca) } : {},
      connectionTimeout: timeouts.connect,
      greetingTimeout: timeouts.greeting,
      socketTimeout: timeouts.answer,
      logger: false,
    })
    const fail = (error: unknown) => {
      connection.close()
      reject(error)
    }
    connection.on('error', fail)
    connection.connect((error) => {
      if (error) return fail(error)
      if (settings.user === undefined) return resolve(connection)
      const credentials = { user: settings.user, pass: settings.password ?? '' }
      connection.login({ user: credentials.user, credentials }, (refused) => {
        if (refused) fail(refused)
        else resolve(connection)
      })
    })
  })
}

/** Connects and logs in without sending anything. */
async function checkServer(settings: SmtpSettings): Promise<string> {
  const where = `${settings.host}:${settings.port}`
  try {
    const connection = await openConnection(settings)
    connection.quit()
  } catch (error) {
    const code = (error as SmtpError).responseCode ?? 0
    throw new Failure(`reaching the SMTP server ${where}`, code < 500, error)
  }
  const how = settings.tls === 'none' ? 'without TLS' : settings.tls === 'tls' ? 'over TLS' : 'with STARTTLS'
  return `${where} answers ${how}${settings.user === undefined ? '' : ', login accepted'}`
}
