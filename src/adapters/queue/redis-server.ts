// A private redis-server as our child: on a unix socket in the data folder, started again when it dies, ended with us.
// What it holds can be lost at any time, so a file it can't read any more is put aside rather than mended.

import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { Failure } from '../../ports/failure.ts'
import type { Log } from '../../ports/log.ts'
import { ownRedis } from './own-redis.ts'

/** Where a queue's Redis is: an absolute socket path or a `redis://` URL. */
export interface RunningRedis {
  readonly connection: string
  /** Ends the child, if it is ours. */
  stop(): Promise<void>
}

export interface RedisOptions {
  /** The data folder. */
  readonly folder: string
  readonly log: Log
  /** The operator's own Redis: nothing is started then. */
  readonly url?: string
}

/** Bytes a unix socket's path may have (sun_path, less its NUL; 104 on the BSDs). */
const SOCKET_PATH_BYTES = 103
const READY_MS = 30_000
const END_MS = 10_000
const SHARED_MS = 5000
const SETPRIV = '/usr/bin/setpriv'

/**
 * Starts the server, or shares the one that another process started on this folder. Throws Failure in one line when
 * there is no redis-server, or it doesn't come up.
 */
export async function startRedis({ folder, log, url }: RedisOptions): Promise<RunningRedis> {
  if (url) return { connection: url, stop: async () => {} }
  const home = resolve(folder, 'redis')
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Failure('making the folder of redis-server', false, error)
  }
  const socket = socketPath(home)
  const disown = ownRedis(home)
  if (!disown) return shared(socket)
  await endOrphan(socket)

  let stopping = false
  let child = await startOrSetAside(home, socket, log).catch((error: unknown) => {
    disown()
    throw error
  })
  const watch = () => {
    const startedAt = Date.now()
    const ended = () => {
      if (!stopping) void revive(child.exitCode ?? child.signalCode, Date.now() - startedAt)
    }
    if (hasEnded(child)) ended()
    else child.once('exit', ended)
  }
  const revive = async (how: unknown, livedMs: number) => {
    log.warn({ how }, 'redis-server ended by itself; starting it again')
    for (let wait = livedMs > 10_000 ? 0 : 500; !stopping; wait = Math.min(30_000, wait * 2 + 500)) {
      await pause(wait, undefined, { ref: false })
      if (stopping) return
      try {
        child = await startOrSetAside(home, socket, log)
        if (stopping) await end(child)
        else watch()
        return
      } catch (error) {
        log.error({ reason: (error as Error).message }, 'redis-server does not come back')
      }
    }
  }
  watch()
  log.debug({ socket, pid: child.pid }, 'redis-server started')
  return {
    connection: socket,
    stop: async () => {
      stopping = true
      await end(child)
      disown()
      if (!socket.startsWith(home)) rmSync(resolve(socket, '..'), { recursive: true, force: true })
    },
  }
}

/** The server that another dibs of this data folder runs. */
async function shared(socket: string): Promise<RunningRedis> {
  if (await ready(socket, AbortSignal.timeout(SHARED_MS))) return { connection: socket, stop: async () => {} }
  throw new Failure(
    'reaching redis-server',
    true,
    `another dibs runs it, and it does not answer on ${socket}`,
  )
}

/** In the folder itself, or under a name made from it in the system's folder for temporary files when too long. */
function socketPath(home: string): string {
  const socket = join(home, 'redis.sock')
  if (Buffer.byteLength(socket) <= SOCKET_PATH_BYTES) return socket
  const short = join(tmpdir(), `dibs-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`)
  mkdirSync(short, { recursive: true, mode: 0o700 })
  const { uid, mode } = statSync(short)
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0) {
    throw new Failure(
      'starting redis-server',
      false,
      `${short} belongs to somebody else: use a shorter data folder`,
    )
  }
  return join(short, 'redis.sock')
}

/** Ends a server that a killed dibs left behind on our socket. */
async function endOrphan(socket: string): Promise<void> {
  if (!existsSync(socket)) return
  const client = new Redis(socket, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.shutdown().catch(() => {})
    for (let waited = 0; existsSync(socket) && waited < END_MS; waited += 50) await pause(50)
  } catch {
    // Nobody answers: only the file was left.
  } finally {
    client.disconnect()
    rmSync(socket, { force: true })
  }
}

async function startOrSetAside(home: string, socket: string, log: Log): Promise<ChildProcess> {
  try {
    return await start(home, socket)
  } catch (error) {
    const data = join(home, 'appendonlydir')
    const damaged =
      error instanceof Failure && /append.only|AOF|format/i.test(error.message) && existsSync(data)
    if (!damaged) throw error
    const aside = `${data}.damaged`
    rmSync(aside, { recursive: true, force: true })
    renameSync(data, aside)
    log.warn(
      { aside, reason: error.message },
      "redis-server can't read its file; beginning with an empty queue",
    )
    return start(home, socket)
  }
}

async function start(home: string, socket: string): Promise<ChildProcess> {
  const settings: Record<string, string> = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: home,
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
    save: '',
    daemonize: 'no',
    loglevel: 'warning',
  }
  const words = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])
  // The kernel ends the child when we are killed without a chance to do so.
  const command = existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'TERM', 'redis-server'] : ['redis-server']
  const child = spawn(command[0]!, [...command.slice(1), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Of a session of its own: Ctrl-C on the terminal is for us, and we still need it for an orderly end.
    detached: true,
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream
      ?.setEncoding('utf8')
      .on(
        'data',
        (text: string) =>
          said.push(...text.split('\n').filter(Boolean)) > 20 && said.splice(0, said.length - 20),
      )
  }
  const dead = new AbortController()
  const ended = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message))
    child.once('exit', (code, signal) => done(`it ended with ${code ?? signal}`))
  })
  const up = ready(socket, dead.signal).then((ok) => (ok ? null : 'no answer in time'))
  const problem = await Promise.race([up, ended])
  dead.abort()
  if (problem === null) return child
  await end(child)
  const missing = /ENOENT|failed to execute/.test(`${problem} ${said.join(' ')}`)
  throw new Failure(
    'starting redis-server',
    false,
    missing
      ? 'it is not installed: install the package redis-server, or set REDIS_URL to a Redis of yours'
      : `${problem}${said.length > 0 ? ` (${said.at(-1)})` : ''}`,
  )
}

/** Waits until the server on `socket` answers PING (it may be loading its file first). */
async function ready(socket: string, dead: AbortSignal): Promise<boolean> {
  for (const end = Date.now() + READY_MS; Date.now() < end && !dead.aborted; await pause(20)) {
    if (!existsSync(socket)) continue
    const client = new Redis(socket, {
      lazyConnect: true,
      retryStrategy: () => null,
      enableReadyCheck: false,
    })
    client.on('error', () => {})
    try {
      await client.connect()
      if ((await client.ping()) === 'PONG') return true
    } catch {
      // Not yet.
    } finally {
      client.disconnect()
    }
  }
  return false
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), END_MS)
  await gone
  clearTimeout(late)
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null
