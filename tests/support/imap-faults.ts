// A small IMAP server that fails on demand: what no well-behaved Dovecot can be made to do. Read-only mailboxes, in memory.
// It speaks just enough of RFC 3501 for reading and IDLE; every fault happens once per `times`, at the place asked for.
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** Commands a fault may hit; `SIZES` and `SOURCES` are the two kinds of UID FETCH. */
export type ImapPhase =
  | 'GREETING'
  | 'CAPABILITY'
  | 'LOGIN'
  | 'EXAMINE'
  | 'SEARCH'
  | 'SIZES'
  | 'SOURCES'
  | 'IDLE'
  | 'NOOP'
  | 'LIST'

export type ImapAction =
  /** The connection is closed, reset, or left open without a word from now on. */
  | 'fin'
  | 'rst'
  | 'hang'
  /** `* BYE` and closed, as at a shutdown. */
  | 'bye'
  | 'no'
  | 'bad'
  /** Bytes that are no IMAP. */
  | 'garbage'
  /** The untagged data of an answer and then NO. */
  | 'no-after-data'
  /** A literal is broken off after `bytes` and the connection closed, or reset. */
  | 'cut-literal'
  | 'cut-literal-rst'
  /** `BODY[] NIL` for every mail. */
  | 'nil-body'
  /** Rows for other mails and for flags in between. */
  | 'noise'
  /** A row is left out of the answer. */
  | 'omit-row'

export interface ImapFault {
  readonly phase: ImapPhase
  readonly action: ImapAction
  /** How often; once unless said. */
  readonly times?: number
  readonly bytes?: number
}

export interface FaultyImap {
  readonly port: number
  /** UIDVALIDITY of the mailbox; may be changed. */
  validity: number
  /** The mailbox `INBOX`: UID to mail. */
  readonly mails: Map<number, Uint8Array>
  /** Further mailboxes by name. */
  readonly others: Map<string, Map<number, Uint8Array>>
  /** Commands seen, in order. */
  readonly commands: string[]
  /** Text after `* OK ` in the greeting. */
  greeting: string
  /** Sizes announced instead of the true ones. */
  readonly lies: Map<number, number>
  /** UIDs whose mail is never given: any fetch of its bytes ends in NO. */
  readonly refused: Set<number>
  fail(fault: ImapFault): void
  /** Faults that have not happened yet. */
  pending(): number
  /** Sends a line to every connection that is in IDLE. */
  tell(line: string): void
  /** Connections open now. */
  connections(): number
  stop(): Promise<void>
}

export async function startFaultyImap(mails: readonly Uint8Array[]): Promise<FaultyImap> {
  const faults: (ImapFault & { left: number })[] = []
  const sessions = new Set<Session>()
  const server = createServer((socket) => {
    const session = new Session(socket, state)
    sessions.add(session)
    socket.on('close', () => sessions.delete(session))
  })
  const state: FaultyImap & { take(phase: ImapPhase): ImapFault | null } = {
    port: 0,
    validity: 1_700_000_000,
    mails: new Map(mails.map((raw, index) => [index + 1, raw])),
    commands: [],
    greeting: 'ready',
    others: new Map(),
    lies: new Map(),
    refused: new Set(),
    fail: (fault) => void faults.push({ ...fault, left: fault.times ?? 1 }),
    pending: () => faults.reduce((sum, { left }) => sum + left, 0),
    take(phase) {
      const fault = faults.find((one) => one.phase === phase && one.left > 0)
      if (fault) fault.left--
      return fault ?? null
    },
    tell: (line) => {
      for (const session of sessions) if (session.idling) session.say(line)
    },
    connections: () => sessions.size,
    async stop() {
      for (const session of sessions) session.socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(state, { port: (server.address() as AddressInfo).port })
}

class Session {
  readonly socket: Socket
  readonly #state: FaultyImap & { take(phase: ImapPhase): ImapFault | null }
  #mails: ReadonlyMap<number, Uint8Array>
  #input = ''
  #dead = false
  /** Tag of the IDLE under way, '' when none is. */
  #idle = ''

  constructor(socket: Socket, state: FaultyImap & { take(phase: ImapPhase): ImapFault | null }) {
    this.socket = socket
    this.#state = state
    this.#mails = state.mails
    socket.on('error', () => {})
    socket.setNoDelay(true)
    socket.on('data', (bytes) => this.#hear(bytes.toString('latin1')))
    if (!this.#fails('GREETING', '*')) this.say(`* OK ${state.greeting}`)
  }

  get idling(): boolean {
    return this.#idle !== ''
  }

  say(line: string): void {
    if (!this.#dead && !this.socket.destroyed) this.socket.write(`${line}\r\n`, 'latin1')
  }

  #hear(text: string): void {
    this.#input += text
    for (let end = this.#input.indexOf('\r\n'); end >= 0; end = this.#input.indexOf('\r\n')) {
      const line = this.#input.slice(0, end)
      this.#input = this.#input.slice(end + 2)
      if (!this.#dead) this.#obey(line)
    }
  }

  #obey(line: string): void {
    if (line === 'DONE') {
      const tag = this.#idle
      this.#idle = ''
      this.say(`${tag} OK done`)
      return
    }
    const [tag = '', ...words] = line.split(' ')
    const verb =
      words[0]?.toUpperCase() === 'UID' ? (words[1]?.toUpperCase() ?? '') : (words[0]?.toUpperCase() ?? '')
    const phase =
      verb === 'FETCH' ? (line.includes('RFC822.SIZE') ? 'SIZES' : 'SOURCES') : (verb as ImapPhase)
    this.#state.commands.push(phase)
    const fault = this.#fails(phase, tag)
    if (fault === true) return
    this.#answer(phase, tag, line, fault === false ? null : fault)
  }

  #answer(phase: string, tag: string, line: string, fault: ImapFault | null): void {
    const { others, validity, mails } = this.#state
    const names = ['INBOX', ...others.keys()]
    const name = line.split(' ').at(-1)?.replaceAll('"', '') ?? ''
    if (phase === 'EXAMINE') this.#mails = others.get(name) ?? mails
    const uids = [...this.#mails.keys()]
    switch (phase) {
      case 'CAPABILITY':
        this.say('* CAPABILITY IMAP4rev1 IDLE')
        break
      case 'LIST':
        for (const one of names) if (name === '*' || name === one) this.say(`* LIST () "." "${one}"`)
        break
      case 'EXAMINE':
        this.say(
          `* ${uids.length} EXISTS\r\n* OK [UIDVALIDITY ${validity}] ok\r\n* OK [UIDNEXT ${(uids.at(-1) ?? 0) + 1}] ok\r\n* FLAGS ()`,
        )
        break
      case 'SEARCH': {
        const [, from = '1', open] = /UID (\d+)(:\*)?/.exec(line) ?? []
        const found = uids.filter((uid) => (open ? uid >= Number(from) : uid === Number(from)))
        const last = open && found.length === 0 ? uids.slice(-1) : found
        this.say(`* SEARCH ${last.join(' ')}`)
        break
      }
      case 'SIZES':
      case 'SOURCES':
        if (!this.#fetch(phase, line, fault)) return
        break
      case 'IDLE':
        this.#idle = tag
        this.say('+ idling')
        return
      case 'LOGOUT':
        this.say(`* BYE see you\r\n${tag} OK bye`)
        this.socket.end()
        return
    }
    this.say(fault?.action === 'no-after-data' ? `${tag} NO [SERVERBUG] it broke` : `${tag} OK done`)
  }

  /** False when the connection ended in the middle. */
  #fetch(phase: string, line: string, fault: ImapFault | null): boolean {
    const asked = (/FETCH ([\d,:*]+)/.exec(line)?.[1] ?? '').split(',').flatMap((part) => {
      const [from = 0, to = from] = part.split(':').map(Number)
      return Array.from({ length: to - from + 1 }, (_, n) => from + n)
    })
    const uids = [...this.#mails.keys()]
    const partial = /BODY\.PEEK\[\]<0\.(\d+)>/.exec(line)?.[1]
    const header = line.includes('BODY.PEEK[HEADER]')
    for (const [index, uid] of asked.entries()) {
      const raw = this.#mails.get(uid)
      if (!raw || (fault?.action === 'omit-row' && index === 0)) continue
      if (phase === 'SOURCES' && this.#state.refused.has(uid)) {
        this.say(`${line.split(' ')[0]} NO some messages could not be read`)
        return false
      }
      const seq = uids.indexOf(uid) + 1
      if (fault?.action === 'noise') {
        this.say(
          `* ${seq} FETCH (FLAGS (\\Seen))\r\n* ${uids.length} EXISTS\r\n* 1 FETCH (UID ${uids[0]} FLAGS ())`,
        )
      }
      if (phase === 'SIZES') {
        const size = this.#state.lies.get(uid) ?? raw.length
        this.say(`* ${seq} FETCH (UID ${uid} INTERNALDATE "02-Jan-2025 08:00:00 +0000" RFC822.SIZE ${size})`)
        continue
      }
      if (fault?.action === 'nil-body') {
        this.say(`* ${seq} FETCH (UID ${uid} BODY[] NIL)`)
        continue
      }
      const end = Buffer.from(raw).indexOf('\n\n')
      const bytes = header ? raw.subarray(0, end + 2) : partial ? raw.subarray(0, Number(partial)) : raw
      const section = header ? 'BODY[HEADER]' : partial ? 'BODY[]<0>' : 'BODY[]'
      this.socket.write(`* ${seq} FETCH (UID ${uid} ${section} {${bytes.length}}\r\n`)
      const cut = fault?.action === 'cut-literal' || fault?.action === 'cut-literal-rst'
      if (cut && (fault.bytes ?? 0) < bytes.length) {
        this.socket.write(bytes.subarray(0, fault.bytes ?? 0))
        // A moment for the bytes to arrive: a reset throws away what was not read yet.
        setTimeout(
          () => (fault.action === 'cut-literal' ? this.socket.end() : this.socket.resetAndDestroy()),
          5,
        )
        this.#dead = true
        return false
      }
      this.socket.write(bytes)
      this.say(')')
    }
    return true
  }

  /** Carries out a fault that needs no answer: true. Else the fault the answer must show, or false. */
  #fails(phase: ImapPhase, tag: string): true | false | ImapFault {
    const fault = this.#state.take(phase)
    if (!fault) return false
    switch (fault.action) {
      case 'fin':
        this.socket.end()
        break
      case 'rst':
        this.socket.resetAndDestroy()
        break
      case 'hang':
        break
      case 'bye':
        this.say('* BYE shutting down')
        this.socket.end()
        break
      case 'no':
      case 'bad':
        this.say(`${tag} ${fault.action.toUpperCase()} [UNAVAILABLE] not now`)
        return true
      case 'garbage':
        this.say('\u0001\u0002 ((( {99999999999999999999')
        break
      default:
        return fault
    }
    this.#dead = true
    return true
  }
}
