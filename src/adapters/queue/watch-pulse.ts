// Notices what Redis does not tell: that it was emptied or restarted empty, that rings were missed, that a worker sleeps
// beside waiting jobs. A key with a random mark stands in Redis: when it is another one, all before it is gone.
import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { SayOnce } from './say-once.ts'

export interface PulseOptions {
  readonly client: Redis
  readonly key: string
  /** Called when Redis is back without what was in it, or when rings could not be made meanwhile. */
  readonly onBack: () => Promise<unknown>
  /** Jobs that a free worker of this process could take now. */
  readonly waiting: () => Promise<number>
  /** How many jobs this process has begun so far. */
  readonly begun: () => number
  /** Called when jobs wait, workers are free, and none was begun for a while. */
  readonly onIdle: () => Promise<void>
  readonly say: SayOnce
  /** Time between two looks; a second by default. */
  readonly beatMs?: number
}

const BEAT_MS = 1000
const IDLE_BEATS = 15
/** Sweeps that end with rings missed again are this far apart. */
const SWEEP_AGAIN_MS = 10_000

export function watchPulse({
  client,
  key,
  onBack,
  waiting,
  begun,
  onIdle,
  say,
  beatMs = BEAT_MS,
}: PulseOptions) {
  let mark: string | null = null
  let missed = false
  let sweptAt = Number.NEGATIVE_INFINITY
  let idleBeats = 0
  let begunBefore = 0
  let beating = false
  let timer: NodeJS.Timeout | undefined

  /** The mark in Redis, set when there is none. */
  const look = async (): Promise<string> => {
    const mine = randomUUID()
    return (await client.set(key, mine, 'NX')) === 'OK' ? mine : ((await client.get(key)) ?? mine)
  }
  const beat = async (): Promise<void> => {
    if (beating || client.status !== 'ready') return
    beating = true
    try {
      const found = await look()
      const again = missed && performance.now() - sweptAt > SWEEP_AGAIN_MS
      if (found !== mark || again) {
        mark = found
        missed = false
        sweptAt = performance.now()
        say.fine()
        await onBack()
      }
      idleBeats = begun() === begunBefore && (await waiting()) > 0 ? idleBeats + 1 : 0
      begunBefore = begun()
      if (idleBeats >= IDLE_BEATS) {
        idleBeats = 0
        await onIdle()
      }
    } catch (error) {
      say.trouble(error as Error)
    } finally {
      beating = false
    }
  }
  return {
    start: async (): Promise<void> => {
      mark = await look().catch(() => null)
      timer = setInterval(beat, beatMs)
    },
    stop: (): void => clearInterval(timer),
    /** Tells that a ring could not be made: sweep as soon as Redis takes jobs again. */
    missed: (): void => {
      missed = true
    },
  }
}
