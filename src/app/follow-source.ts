// One source, followed until told to stop: take in what is there, wait for the ring, take in again.
// Trouble with a source never ends the others: it is logged once, and tried again with growing pauses.
import { setTimeout as pause } from 'node:timers/promises'
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
  let told = ''
  const round = async (): Promise<boolean> => {
    try {
      await takeIn(source, watchFrom, deps, signal)
      if (told) deps.log.info({ source: source.name }, 'the source answers again')
      pauseMs = FIRST_PAUSE_MS
      told = ''
      return true
    } catch (error) {
      if (signal.aborted) return false
      const text = (error as Error).message
      if (text !== told) deps.log.error({ source: source.name, transient: isTransient(error) }, text)
      told = text
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

function isTransient(error: unknown): boolean {
  return error instanceof Failure ? error.transient : false
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
