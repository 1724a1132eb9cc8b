// A scripted SMTP server on a raw socket: it answers as a server does up to one step, and does something wrong there.
// It counts the mails whose final dot it has read, because from then on a copy exists, answered or not.

import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'

/** `in-data` is the middle of the mail's bytes, `dot` the moment after the last of them, `quit` after 250. */
export const SMTP_STEPS = [
  'connect',
  'greeting',
  'ehlo',
  'starttls',
  'auth',
  'mail',
  'rcpt',
  'data',
  'in-data',
  'dot',
  'quit',
] as const
export type SmtpStep = (typeof SMTP_STEPS)[number]

/** A number is a reply code, after which the server goes on listening. */
export type SmtpFault = 'close' | 'reset' | 'hang' | 'garbage' | number

export interface FaultServer {
  readonly port: number
  /** Mails whose final dot was read. */
  readonly copies: () => number
  readonly connections: () => number
  /** Dialogues that have gone wrong by other than a code. */
  readonly silent: () => number
  stop(): Promise<void>
}

export interface FaultScript {
  readonly step: SmtpStep
  readonly fault: SmtpFault
  /** With a certificate STARTTLS is offered. */
  readonly tls?: { readonly cert: string; readonly key: string }
  readonly auth?: boolean
}

/** Starts a server that fails at one step of every connection. */
export async function startFaultServer(script: FaultScript): Promise<FaultServer> {
  const sockets = new Set<Socket>()
  const counted = { copies: 0, connections: 0, silent: 0 }
  const server: Server = createServer((socket) => {
    counted.connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    new Dialogue(socket, script, counted).begin()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    copies: () => counted.copies,
    connections: () => counted.connections,
    silent: () => counted.silent,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

class Dialogue {
  #socket: Socket
  readonly #raw: Socket
  readonly #script: FaultScript
  readonly #counted: { copies: number; silent: number }
  #buffer = ''
  #inData = false
  #silent = false

  constructor(socket: Socket, script: FaultScript, counted: { copies: number; silent: number }) {
    this.#socket = socket
    this.#raw = socket
    this.#script = script
    this.#counted = counted
  }

  begin(): void {
    if (this.#fails('connect')) return
    this.#listen()
    if (!this.#fails('greeting')) this.#say('220 faulty.example.org ESMTP')
  }

  #listen(): void {
    this.#socket.on('data', (chunk: Buffer) => this.#hear(chunk.toString('latin1')))
  }

  #hear(text: string): void {
    if (this.#silent) return
    this.#buffer += text
    if (this.#inData) this.#hearData()
    else this.#hearLines()
  }

  #hearLines(): void {
    let end = this.#buffer.indexOf('\r\n')
    while (end >= 0 && !this.#inData && !this.#silent) {
      const line = this.#buffer.slice(0, end)
      this.#buffer = this.#buffer.slice(end + 2)
      this.#obey(line)
      end = this.#buffer.indexOf('\r\n')
    }
  }

  #obey(line: string): void {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'STAR') this.#startTls()
    else if (verb === 'EHLO') this.#step('ehlo', this.#features())
    else if (verb === 'AUTH') this.#step('auth', '235 welcome')
    else if (verb === 'MAIL') this.#step('mail', '250 sender ok')
    else if (verb === 'RCPT') this.#step('rcpt', '250 recipient ok')
    else if (verb === 'DATA') this.#inData = this.#step('data', '354 go ahead')
    else if (verb !== 'QUIT') this.#say('500 what?')
    else if (this.#step('quit', '221 bye')) this.#socket.end()
  }

  /** Answers as it should, unless it fails here; true when it answered. */
  #step(step: SmtpStep, answer: string): boolean {
    if (this.#fails(step)) return false
    this.#say(answer)
    return true
  }

  #hearData(): void {
    if (this.#script.step === 'in-data' && this.#buffer.length > 1000) {
      this.#inData = false
      this.#fails('in-data')
      return
    }
    if (!this.#buffer.endsWith('\r\n.\r\n')) return
    this.#inData = false
    this.#buffer = ''
    if (typeof this.#script.fault !== 'number' || this.#script.step !== 'dot') this.#counted.copies++
    if (!this.#fails('dot')) this.#say('250 taken as F00')
  }

  #features(): string {
    const secure = this.#socket instanceof TLSSocket
    const lines = ['faulty.example.org', 'SIZE 1000000']
    if (this.#script.tls && !secure) lines.push('STARTTLS')
    if (this.#script.auth && (secure || !this.#script.tls)) lines.push('AUTH PLAIN')
    return lines.map((line, at) => `250${at === lines.length - 1 ? ' ' : '-'}${line}`).join('\r\n')
  }

  #startTls(): void {
    const { tls } = this.#script
    if (this.#fails('starttls') || !tls) return
    this.#say('220 go ahead')
    this.#raw.removeAllListeners('data')
    const secured = new TLSSocket(this.#raw, { isServer: true, secureContext: createSecureContext(tls) })
    secured.on('error', () => {})
    this.#socket = secured
    this.#listen()
  }

  #say(text: string): void {
    if (!this.#socket.destroyed) this.#socket.write(`${text}\r\n`)
  }

  /** Does the wrong thing if this is the step for it. */
  #fails(step: SmtpStep): boolean {
    const { fault } = this.#script
    if (this.#script.step !== step) return false
    if (typeof fault === 'number') {
      this.#say(`${fault} scripted`)
      if (fault === 421 || step === 'connect') this.#socket.end()
      return true
    }
    this.#silent = true
    this.#counted.silent++
    if (fault === 'hang') this.#raw.pause()
    if (fault === 'close') this.#socket.end()
    if (fault === 'reset') this.#raw.resetAndDestroy()
    if (fault === 'garbage') this.#say('\u0000\u00ff hello? hello?')
    return true
  }
}
