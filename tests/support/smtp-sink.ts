// A real SMTP server that keeps what it is sent: STARTTLS with an own certificate, AUTH, and faults on demand,
// for one recipient or all, in any phase of the dialogue.
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { makeCertificate } from './certificate.ts'
import { until } from './until.ts'

export interface SinkMail {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: Buffer
  /** User that was logged in, '' without. */
  readonly user: string
  /** True when it came over TLS. */
  readonly secure: boolean
}

/** Where in the dialogue: `data` while the mail's bytes come, `dot` after the last of them. */
export type SinkPhase = 'connect' | 'auth' | 'mail' | 'rcpt' | 'data' | 'dot'

export interface SinkFault {
  readonly phase: SinkPhase
  /** A reply code such as 451 or 550; or the connection is closed, reset, or left without an answer. */
  readonly action: number | 'close' | 'reset' | 'hang'
  /** Only for this recipient (phase `rcpt`, `data`, `dot`). */
  readonly recipient?: string
  /** How often; for ever unless said. */
  readonly times?: number
}

export interface SmtpSink {
  readonly host: string
  readonly port: number
  /** PEM of its certificate, to trust. */
  readonly ca: string
  /**
   * Every mail whose last byte arrived and that was not refused by a code, in order. One that ended in `close`, `reset`
   * or `hang` at the dot is among them: the server has it, the client was not told.
   */
  readonly mails: readonly SinkMail[]
  readonly user: string
  readonly password: string
  /** Adds a fault; faults are tried in the order they were added. */
  fail(fault: SinkFault): void
  /** Takes all faults back. */
  heal(): void
  /** Resolves with the mails once there are at least `count`. */
  waitFor(count: number, ms?: number): Promise<readonly SinkMail[]>
  stop(): Promise<void>
}

export interface SinkOptions {
  /** Wants a login before MAIL; true unless said. */
  readonly auth?: boolean
  /** Offers STARTTLS; true unless said. AUTH is then only taken over TLS. */
  readonly tls?: boolean
}

/** Starts a sink on a free port of 127.0.0.1. */
export async function startSmtpSink(options: SinkOptions = {}): Promise<SmtpSink> {
  const folder = mkdtempSync(join(tmpdir(), 'dibs-smtp-'))
  const { cert, key } = makeCertificate(folder)
  rmSync(folder, { recursive: true })
  const sink = new Sink()
  const { auth = true, tls = true } = options
  const server = new SMTPServer({
    cert,
    key,
    authOptional: !auth,
    allowInsecureAuth: !tls,
    disabledCommands: [...(tls ? [] : ['STARTTLS']), ...(auth ? [] : ['AUTH'])],
    logger: false,
    closeTimeout: 100,
    disableReverseLookup: true,
    onConnect: (session, done) => sink.answer('connect', session, done),
    onAuth: (login, session, done) =>
      sink.answer('auth', session, (error) => {
        if (error) return done(error)
        if (login.username === USER && login.password === PASSWORD) return done(null, { user: USER })
        done(replyError(535, 'wrong user or password'))
      }),
    onMailFrom: (_address, session, done) => sink.answer('mail', session, done),
    onRcptTo: (address, session, done) => sink.answer('rcpt', session, done, [address.address]),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      const to = session.envelope.rcptTo.map(({ address }) => address)
      let cut = false
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (!cut && chunks.length === 1) cut = sink.fault('data', session, to) !== null
      })
      stream.on('end', () => {
        if (!cut) sink.take(session, to, Buffer.concat(chunks), done)
      })
    },
  })
  server.on('error', () => {})
  sink.server = server
  server.server.on('connection', (socket: Socket) => sink.connected(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    host: '127.0.0.1',
    port,
    ca: cert,
    mails: sink.mails,
    user: USER,
    password: PASSWORD,
    fail: (fault) => void sink.faults.push({ ...fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    heal: () => void sink.faults.splice(0),
    async waitFor(count, ms) {
      await until(`${count} mails at the sink`, () => sink.mails.length >= count, ms)
      return sink.mails
    },
    stop: () => sink.stop(),
  }
}

const USER = 'dibs'
const PASSWORD = 'sink-password'

type Done = (error?: Error | null) => void

class Sink {
  readonly mails: SinkMail[] = []
  readonly faults: (SinkFault & { left: number })[] = []
  server: SMTPServer | null = null
  readonly #sockets = new Map<number, Socket>()

  /** Answers a phase: well, or as the next fitting fault says. */
  answer(phase: SinkPhase, session: SMTPServerSession, done: Done, to: readonly string[] = []): void {
    const fault = this.fault(phase, session, to)
    if (fault === null) done()
    else if (typeof fault === 'number') done(replyError(fault, `scripted ${phase} fault`))
  }

  /** The action that applies now; closing and resetting are carried out here. */
  fault(phase: SinkPhase, session: SMTPServerSession, to: readonly string[]): SinkFault['action'] | null {
    const fault = this.faults.find(
      (one) => one.phase === phase && one.left > 0 && (!one.recipient || to.includes(one.recipient)),
    )
    if (!fault) return null
    fault.left--
    const socket = this.#sockets.get(session.remotePort)
    if (fault.action === 'close') socket?.destroy()
    if (fault.action === 'reset') socket?.resetAndDestroy()
    return fault.action
  }

  take(session: SMTPServerSession, to: readonly string[], raw: Buffer, done: Done): void {
    const fault = this.fault('dot', session, to)
    if (typeof fault === 'number') {
      done(replyError(fault, 'scripted dot fault'))
      return
    }
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
    this.mails.push({ from, to, raw, user: String(session.user ?? ''), secure: session.secure })
    if (fault === null) done()
  }

  /** Remembers the bare TCP socket, the only one that can be reset. */
  connected(socket: Socket): void {
    const port = socket.remotePort ?? 0
    this.#sockets.set(port, socket)
    socket.once('close', () => this.#sockets.delete(port))
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets.values()) socket.destroy()
    await new Promise<void>((resolve) => this.server?.close(() => resolve()))
  }
}

function replyError(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code })
}
