// One use of one connection: opened, asked, closed. imapflow objects are never used twice, and every command has its deadline.
// What imapflow answers with `false` or `undefined` becomes a Failure here.
import { readFile } from 'node:fs/promises'
import { ImapFlow } from 'imapflow'
import { SECOND } from '../../core/model/time.ts'
import { Failure } from '../../ports/failure.ts'
import { imapFailure } from './imap-failure.ts'
import { type ImapLimits, type ImapSettings, limitsOf } from './imap-settings.ts'

/** A logged-in connection; `close` is safe at any time and ends what is under way. */
export class ImapConnection {
  readonly client: ImapFlow
  readonly #limits: ImapLimits
  readonly #abort: () => void
  readonly #signal: AbortSignal
  /** What ended the connection, when imapflow says: the commands under way only learn that it is gone. */
  #end: unknown = null

  constructor(client: ImapFlow, limits: ImapLimits, signal: AbortSignal, abort: () => void) {
    this.client = client
    // Without a listener an `error` would end the process.
    client.on('error', (error) => {
      this.#end ??= error
    })
    this.#limits = limits
    this.#signal = signal
    this.#abort = abort
  }

  /** True for public-inbox's own server, whose partial fetches are broken and whose mailboxes are slices. */
  get isPublicInbox(): boolean {
    return /public-inbox/i.test(this.client.greeting ?? '')
  }

  /** Runs one command within its time; `doing` is a verb phrase for the Failure it may throw. */
  async run<T>(
    doing: string,
    command: (client: ImapFlow) => Promise<T>,
    times = 1,
  ): Promise<Exclude<T, false | undefined>> {
    const answer = await deadline(command(this.client), times * this.#limits.commandMs, doing, () =>
      this.close(),
    ).catch((cause) => {
      throw imapFailure(doing, cause instanceof Failure ? cause : (this.#end ?? cause))
    })
    if (answer === false || answer === undefined)
      throw new Failure(doing, true, 'the server gave no answer to it')
    return answer as Exclude<T, false | undefined>
  }

  /** Says goodbye if there still is somebody to say it to. */
  async leave(): Promise<void> {
    if (this.client.usable && !this.#signal.aborted) {
      await deadline(this.client.logout(), 2 * SECOND, 'logging out', () => {}).catch(() => {})
    }
    this.close()
  }

  close(): void {
    this.#signal.removeEventListener('abort', this.#abort)
    this.client.close()
  }
}

/** Connects and logs in. Aborting `signal` closes the connection, now or later. Throws Failure. */
export async function openConnection(settings: ImapSettings, signal: AbortSignal): Promise<ImapConnection> {
  const limits = limitsOf(settings)
  const doing = `connecting to ${settings.host}:${settings.port} as ${settings.user}`
  if (signal.aborted) throw new Failure(doing, true, 'stopped')
  const ca = await authority(settings.ca)
  const client = new ImapFlow({
    host: settings.host,
    port: settings.port,
    secure: settings.tls === 'tls',
    doSTARTTLS: settings.tls === 'starttls',
    ...(settings.servername ? { servername: settings.servername } : {}),
    tls: { minVersion: 'TLSv1.2', ...(ca ? { ca } : {}) },
    auth: { user: settings.user, pass: settings.password },
    logger: false,
    emitLogs: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: limits.connectMs,
    greetingTimeout: limits.connectMs,
    socketTimeout: limits.silenceMs,
    maxLiteralSize: limits.mailBytes + 1024 * 1024,
    maxResponseSize: limits.mailBytes + 2 * 1024 * 1024,
  })
  const abort = () => client.close()
  const connection = new ImapConnection(client, limits, signal, abort)
  signal.addEventListener('abort', abort, { once: true })
  try {
    await deadline(client.connect(), 3 * limits.connectMs, doing, abort)
  } catch (cause) {
    connection.close()
    throw imapFailure(doing, cause)
  }
  return connection
}

async function authority(ca: string | undefined): Promise<string | undefined> {
  if (!ca || ca.includes('-----BEGIN')) return ca
  return readFile(ca, 'utf8').catch((cause) => {
    throw new Failure('reading the certificate authority of the IMAP server', false, cause)
  })
}

async function deadline<T>(work: Promise<T>, ms: number, doing: string, onLate: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Failure(doing, true, `no answer within ${Math.round(ms / SECOND)} s`))
      onLate()
    }, ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
