// Connections to Redis that never throw out of the blue, and the check whether that Redis may carry a queue.
import { Redis } from 'ioredis'
import { Failure } from '../../ports/failure.ts'
import type { Log } from '../../ports/log.ts'

/** `connection` is an absolute socket path or a `redis[s]://` URL; reconnects for ever, within two seconds. */
export function connect(
  connection: string,
  options: { enableOfflineQueue?: boolean; connectTimeout?: number; blockingTimeout?: number },
): Redis {
  return new Redis(connection, {
    maxRetriesPerRequest: null,
    retryStrategy: (times: number) => Math.min(2000, times * 100),
    ...options,
  })
}

/** The connection as it may be shown: without user and password. */
export function shownConnection(connection: string): string {
  return connection.replace(/\/\/[^@/]*@/, '//')
}

/** Resolves when Redis answers; throws Failure in one line when it does not in time, or refuses us. */
export async function untilReady(client: Redis, connection: string, ms: number): Promise<void> {
  let reason = 'no answer'
  const note = (error: Error) => {
    reason = error.message
  }
  client.on('error', note)
  let timer: NodeJS.Timeout | undefined
  try {
    await new Promise<void>((done, fail) => {
      if (client.status === 'ready') return done()
      client.once('ready', done)
      // A wrong password will not become right by waiting.
      client.on('error', (error) => /NOAUTH|WRONGPASS|NOPERM/.test(error.message) && fail(error))
      timer = setTimeout(() => fail(new Error(reason)), ms)
    })
    await client.ping()
  } catch (error) {
    throw new Failure(`reaching Redis at ${shownConnection(connection)}`, true, error)
  } finally {
    clearTimeout(timer)
    client.off('error', note)
  }
}

/** `redis 7.0.15, noeviction, AOF on`. Throws Failure when it may drop jobs; warns when it forgets them at a crash. */
export async function checkSettings(client: Redis, connection: string, log: Log): Promise<string> {
  const info = infoFields(await client.info())
  const where = shownConnection(connection)
  const policy = info.get('maxmemory_policy') ?? 'unknown'
  if (policy !== 'noeviction') {
    const mend = 'set "maxmemory-policy noeviction", else Redis drops jobs when it is full'
    throw new Failure(`using Redis at ${where}`, false, `its maxmemory-policy is ${policy}: ${mend}`)
  }
  const append = info.get('aof_enabled') === '1'
  if (!append) {
    log.warn(
      { redis: where },
      'this Redis has no append-only file: after a crash of it the queue starts empty and is swept',
    )
  }
  return `redis ${info.get('redis_version') ?? '?'} at ${where}, ${policy}, AOF ${append ? 'on' : 'off'}`
}

function infoFields(info: string): ReadonlyMap<string, string> {
  const lines = info.split(/\r?\n/).filter((line) => line.includes(':'))
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
}
