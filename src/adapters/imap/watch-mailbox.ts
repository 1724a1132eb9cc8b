// Waits for new mail in one mailbox by IDLE (RFC 2177), on a connection of its own, and comes back after any trouble.
// Rings before and after every IDLE and every sweep, so that nothing hangs on a notification that got lost.
import { setTimeout as sleep } from 'node:timers/promises'
import { MINUTE, SECOND } from '../../core/model/time.ts'
import type { Failure } from '../../ports/failure.ts'
import { openConnection } from './imap-connection.ts'
import { imapFailure } from './imap-failure.ts'
import { type ImapSettings, limitsOf } from './imap-settings.ts'
import { examine, mailboxesOf } from './read-mailbox.ts'

/** A connection that held this long was a good one: the next pause is a short one again. */
const STABLE_MS = MINUTE
/** Pause after a refusal that only the operator can mend: a wrong password must not lock the account. */
const REFUSED_MS = 5 * MINUTE

/** So many tries in a row that failed, while reading goes well, are worth a line. */
const UNWATCHED_TRIES = 4

/**
 * Rings until aborted, also at each failure: who reads then finds out, and says, whether the server is down. Never throws.
 * `reads` tells whether the mailbox could be read lately.
 */
export async function watchMailbox(
  settings: ImapSettings,
  ring: () => void,
  signal: AbortSignal,
  reads: () => boolean = () => true,
): Promise<void> {
  const { backoffMs, longestBackoffMs } = limitsOf(settings)
  for (let tries = 0; !signal.aborted; ) {
    const began = performance.now()
    const failure = await watchOnce(settings, ring, signal)
    if (signal.aborted) return
    tries = performance.now() - began > STABLE_MS ? 0 : tries + 1
    const ceiling = Math.min(longestBackoffMs, backoffMs * 2 ** Math.min(tries, 20))
    const pause = failure.transient ? ceiling * (0.5 + Math.random() / 2) : Math.max(ceiling, REFUSED_MS)
    const fields = { source: settings.name, pauseMs: Math.round(pause) }
    if (tries === UNWATCHED_TRIES && reads()) {
      const minutes = Math.round(limitsOf(settings).sweepMs / MINUTE)
      settings.log?.warn(
        fields,
        `${failure.message}; new mail is only seen every ${minutes} minutes until that works`,
      )
    } else settings.log?.debug(fields, `${failure.message}; connecting again`)
    if (tries <= 1) ring()
    await sleep(pause, undefined, { signal }).catch(() => {})
  }
}

/** One connection's life; returns what ended it. */
async function watchOnce(settings: ImapSettings, ring: () => void, signal: AbortSignal): Promise<Failure> {
  const limits = limitsOf(settings)
  const doing = `watching ${settings.mailbox}`
  try {
    const connection = await openConnection(settings, signal)
    try {
      const { client } = connection
      const newest = async () =>
        (await mailboxesOf(connection, settings, new Map())).at(-1) ?? settings.mailbox
      const mailbox = await newest()
      await examine(connection, mailbox)
      client.on('exists', ring)
      client.on('mailboxClose', () => connection.close())
      let swept = performance.now()
      ring()
      while (client.usable && !signal.aborted) {
        const began = performance.now()
        await idleFor(client.idle(), limits.idleMs)
        if (!client.usable) break
        // An IDLE that ends at once is one the server refuses.
        if (performance.now() - began < SECOND) await sleep(SECOND, undefined, { signal })
        // Ends an IDLE that still runs, and shows whether anybody is there.
        await connection.run(doing, (one) => one.noop().then(() => true))
        if (performance.now() - swept >= limits.sweepMs - limits.idleMs / 2) {
          swept = performance.now()
          if ((await newest()) !== mailbox) throw new Error('a newer slice has begun')
        }
        ring()
      }
      return imapFailure(doing, { code: 'NoConnection' })
    } finally {
      await connection.leave()
    }
  } catch (cause) {
    return imapFailure(doing, cause)
  }
}

/** Waits for the IDLE to end, at most `ms`. */
async function idleFor(idle: Promise<unknown>, ms: number): Promise<void> {
  const stop = new AbortController()
  const timer = sleep(ms, undefined, { signal: stop.signal }).catch(() => {})
  await Promise.race([idle.catch(() => {}), timer])
  stop.abort()
}
