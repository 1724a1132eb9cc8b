// A redis-server of a test's own: on a socket in a fresh folder, with whatever settings, killed and started at will.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'

export interface TestRedis {
  /** Socket path, as `openQueue` takes it. */
  readonly connection: string
  /** Sends one command, e.g. `command('FLUSHALL')`. */
  command(...words: string[]): Promise<unknown>
  /** kill -9; what the append-only file holds comes back with `start`. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Ends the server and throws its folder away. */
  stop(): Promise<void>
}

/** `settings` are redis.conf's, over an append-only file and no eviction. */
export async function startTestRedis(settings: Record<string, string> = {}): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'dibs-redis-'))
  const connection = join(folder, 'redis.sock')
  const defaults = {
    port: '0',
    unixsocket: connection,
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'always',
    'maxmemory-policy': 'noeviction',
    save: '',
  }
  const words = Object.entries({ ...defaults, ...settings }).flatMap(([name, value]) => [`--${name}`, value])
  let child: ChildProcess

  const command = async (...parts: string[]): Promise<unknown> => {
    const client = new Redis(connection, {
      lazyConnect: true,
      retryStrategy: () => null,
      enableReadyCheck: false,
    })
    client.on('error', () => {})
    try {
      await client.connect()
      const [name = '', ...rest] = parts
      return await client.call(name, ...rest)
    } finally {
      client.disconnect()
    }
  }
  const start = async (): Promise<void> => {
    child = spawn('redis-server', words, { stdio: 'ignore' })
    const asked = Date.now()
    for (;;) {
      const answer = await command('PING').catch((error: Error) => error.message)
      if (answer === 'PONG' || String(answer).startsWith('NOAUTH')) return
      if (Date.now() - asked > 10_000) throw new Error(`redis-server does not answer: ${answer}`)
      await pause(10)
    }
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await gone
  }
  await start()
  return {
    connection,
    command,
    start,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
