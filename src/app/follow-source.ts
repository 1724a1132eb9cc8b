// One source, followed until told to stop: take in what is there, wait for the ring, take in again.
// Trouble with a source never ends the others: it is tried again with growing pauses, and one line tells when it goes down,
// when it turns out that a person is needed, and when it is up again.
import { setTimeout as pause } from 'node:timers/promises'
import { isoInstant } from '../core/model/time.ts'
import { Failure } from '../ports/failure.ts'
import type { MailSource } from '../ports/mail-source.ts'
import { type TakeInDeps, takeIn } from './take-in.ts'

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000
const LOOK_AGAIN_MS = 60_000

/**
 * Resolves when `signal` aborts, or after one round when `once` is set. A source that cannot be watched is looked at
 * again every `lookAgainMs`. `onRound` is told after every round whether it went well.
 */
export async function followSource(
  source: MailSource,
  watchFrom: number,
  deps: TakeInDeps,
  signal: AbortSignal,
  options: {
    readonly once: boolean
    readonly onRound?: (well: boolean) => void
    readonly lookAgainMs?: number
  },
): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS
  const outage = newOutage(source.name, deps)
  const round = async (): Promise<boolean> => {
    try {
      await takeIn(source, watchFrom, deps, signal)
      outage.up()
      pauseMs = FIRST_PAUSE_MS
      return true
    } catch (error) {
      if (signal.aborted) return false
      outage.down(error, options.once ? null : pauseMs)
      return false
    }
  }
  if (options.once) {
    options.onRound?.(await round())
    return
  }
  const bell = newBell()
  const watch = source.watch?.bind(source) ?? lookingAgain(options.lookAgainMs ?? LOOK_AGAIN_MS)
  const watching = watch(bell.ring, signal).catch((error: unknown) => {
    if (!signal.aborted)
      deps.log.error({ source: source.name }, `watching stopped: ${(error as Error).message}`)
  })
  while (!signal.aborted) {
    const well = await round()
    options.onRound?.(well)
    if (signal.aborted) break
    if (well) await bell.rung(signal)
    else {
      await pause(pauseMs * (0.75 + (deps.clock.now() % 500) / 1000), undefined, { signal }).catch(
        () => undefined,
      )
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    }
  }
  await watching
}

/** Says each change of a source's state once. */
function newOutage(
  source: string,
  { clock, log }: TakeInDeps,
): { up(): void; down(error: unknown, retryInMs: number | null): void } {
  let since: { at: number; transient: boolean } | null = null
  return {
    up: () => {
      if (since) {
        const seconds = Math.round((clock.now() - since.at) / 1000)
        log.info(
          { source, downSince: isoInstant(since.at), seconds },
          `the source is up again after ${seconds} s`,
        )
      }
      since = null
    },
    down: (error, retryInMs) => {
      const transient = error instanceof Failure && error.transient
      const at = since?.at ?? clock.now()
      if (since === null || (since.transient && !transient)) {
        const fields = { source, downSince: isoInstant(at), ...(retryInMs === null ? {} : { retryInMs }) }
        const text = `the source is down: ${(error as Error).message}`
        if (transient)
          log.warn(fields, `${text}; tried again with growing pauses, up to ${LONGEST_PAUSE_MS / 1000} s`)
        else log.error(fields, `${text}; somebody must mend this, until then it is tried again`)
      } else log.debug({ source }, (error as Error).message)
      since = { at, transient }
    },
  }
}

/** Stands in for watching: files in a folder, an mbox that grows. */
function lookingAgain(everyMs: number): NonNullable<MailSource['watch']> {
  return async (ring, signal) => {
    while (!signal.aborted) {
      await pause(everyMs, undefined, { signal }).catch(() => undefined)
      if (!signal.aborted) ring()
    }
  }
}

/** A bell that remembers a ring nobody was waiting for. */
function newBell(): { ring: () => void; rung: (signal: AbortSignal) => Promise<void> } {
  let rang = false
  let wake: (() => void) | null = null
  return {
    ring: () => {
      rang = true
      wake?.()
    },
    rung: (signal) =>
      new Promise<void>((resolve) => {
        const done = (): void => {
          wake = null
          rang = false
          signal.removeEventListener('abort', done)
          resolve()
        }
        if (rang || signal.aborted) return done()
        wake = done
        signal.addEventListener('abort', done, { once: true })
      }),
  }
}
