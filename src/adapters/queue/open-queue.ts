// The job queue over BullMQ. What goes in are rings for task rows of the store; what comes out are calls of `work`.
// Redis may vanish or be emptied at any moment: nothing here rejects for that, it is said once, and swept when back.
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Queue, UnrecoverableError, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { Failure } from '../../ports/failure.ts'
import type { Job, JobQueue } from '../../ports/job-queue.ts'
import type { Log } from '../../ports/log.ts'
import { checkSettings, connect, shownConnection, untilReady } from './redis-client.ts'
import { sayOnce } from './say-once.ts'
import { watchPulse } from './watch-pulse.ts'

export interface QueueOptions {
  /** Absolute socket path or `redis[s]://` URL. */
  readonly connection: string
  /** Keeps several Dibs apart in one Redis. */
  readonly prefix: string
  readonly log: Log
  /** Jobs worked on at once. */
  readonly concurrency: number
  /** How long opening waits for Redis to answer; 10 seconds by default. */
  readonly connectMs?: number
  /** How long `close` waits for the jobs under way; 25 seconds by default. */
  readonly closeMs?: number
}

const NAME = 'dibs'
const SCHEDULE = 'schedule'
const RING_MS = 5000
const BELLS_AT_ONCE = 500
const CONNECT_MS = 10_000
const CLOSE_MS = 25_000
/** What BullMQ gets to write down the end of the last job. */
const SETTLE_MS = 1000
const ATTEMPTS = 5
/** Locks are renewed at half their time; a worker that died is noticed within their sum. */
const LOCK_MS = 15_000
const STALLED_MS = 5000

/** What every job of ours carries: nothing is kept in Redis once it is done or given up, the task row tells. */
const JOB_OPTIONS = {
  attempts: ATTEMPTS,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: true,
  removeOnFail: true,
} as const

/** Throws Failure in one line when Redis can't be reached or would drop jobs. */
export async function openQueue(options: QueueOptions): Promise<JobQueue> {
  const { connection, prefix, log, concurrency, connectMs = CONNECT_MS, closeMs = CLOSE_MS } = options
  const say = sayOnce(log)
  const listen = (client: Redis): Redis => client.on('error', (error) => say.trouble(error))
  const rings = listen(connect(connection, { enableOfflineQueue: false, connectTimeout: 5000 }))
  const works = listen(connect(connection, { blockingTimeout: 30_000 }))
  try {
    await untilReady(rings, connection, connectMs)
    await checkSettings(rings, connection, log)
  } catch (error) {
    rings.disconnect()
    works.disconnect()
    throw error
  }
  const queue = new Queue(NAME, { connection: rings, prefix, defaultJobOptions: JOB_OPTIONS })
  queue.on('error', (error) => say.trouble(error))

  const schedules = new Map<string, { pattern: string; timeZone: string }>()
  const under = new Set<Promise<void>>()
  let doWork: ((job: Job) => Promise<void>) | null = null
  let runSchedule: (name: string) => Promise<void> = async () => {}
  let sweep: () => Promise<void> = async () => {}
  let worker: Worker | null = null
  let begun = 0
  let closed = false

  const carryOut = async (name: string, data: unknown): Promise<void> => {
    begun++
    const work = name === SCHEDULE ? runSchedule((data as { name: string }).name) : doWork!(data as Job)
    under.add(work)
    try {
      await work
    } catch (error) {
      const { message } = error as Error
      if (error instanceof Failure && !error.transient) throw new UnrecoverableError(message)
      throw error
    } finally {
      under.delete(work)
    }
  }
  const startWorker = () => {
    worker = new Worker(NAME, (job) => carryOut(job.name, job.data), {
      connection: works,
      prefix,
      concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_MS,
      maxStalledCount: 100,
      runRetryDelay: 1000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    })
    worker.on('error', (error) => say.trouble(error))
    worker.on('failed', (job, error) => {
      const last = !job || job.attemptsMade >= ATTEMPTS || error.name === 'UnrecoverableError'
      const fields = { job: job?.name, key: (job?.data as Job | undefined)?.key, reason: error.message }
      if (last) log.error(fields, 'a job was given up; its task stays in the store')
      else log.warn(fields, 'a job failed and is tried again')
    })
  }
  const putSchedule = async (name: string, pattern: string, timeZone: string): Promise<void> => {
    const template = { name: SCHEDULE, data: { name }, opts: JOB_OPTIONS }
    await queue.upsertJobScheduler(name.replaceAll(':', '.'), { pattern, tz: timeZone }, template)
  }
  const restore = async (): Promise<void> => {
    for (const [name, { pattern, timeZone }] of schedules) await putSchedule(name, pattern, timeZone)
    await sweep().catch((error: Error) => log.error({ reason: error.message }, 'the sweep failed'))
  }
  const replaceWorker = async (): Promise<void> => {
    log.warn({}, 'jobs wait and no worker takes them: starting a new worker')
    void worker?.close(true).catch(() => {})
    startWorker()
  }
  const pulse = watchPulse({
    client: rings,
    key: `${prefix}:${NAME}:pulse`,
    onBack: () => restore().catch((error) => say.trouble(error)),
    waiting: async () => (worker && under.size < concurrency ? queue.getWaitingCount() : 0),
    begun: () => begun,
    onIdle: replaceWorker,
    say,
  })
  await pulse.start()

  return {
    ring: async (jobs) => {
      if (jobs.length === 0 || closed) return
      const bells = jobs.map((job) => ({ name: job.kind, data: job, opts: { jobId: jobId(job) } }))
      try {
        if (rings.status !== 'ready') throw new Error('not connected')
        for (let start = 0; start < bells.length; start += BELLS_AT_ONCE) {
          await within(RING_MS, queue.addBulk(bells.slice(start, start + BELLS_AT_ONCE)))
        }
        say.fine()
      } catch (error) {
        pulse.missed()
        say.trouble(error as Error)
      }
    },
    work: async (work) => {
      doWork = work
      startWorker()
    },
    schedule: async (name, pattern, timeZone) => {
      schedules.set(name, { pattern, timeZone })
      try {
        await within(RING_MS, putSchedule(name, pattern, timeZone))
      } catch (error) {
        throw new Failure(`scheduling ${name} (${pattern}, ${timeZone})`, rings.status !== 'ready', error)
      }
    },
    onSchedule: (run) => {
      runSchedule = run
    },
    onBack: (run) => {
      sweep = run
    },
    check: async () => {
      if (rings.status !== 'ready') {
        throw new Failure(`reaching Redis at ${shownConnection(connection)}`, true, 'not connected')
      }
      const settings = await within(RING_MS, checkSettings(rings, connection, log))
      const counts = await within(RING_MS, queue.getJobCounts('wait', 'active', 'delayed'))
      return `${settings}; ${counts['wait']} jobs wait, ${counts['active']} run, ${counts['delayed']} are due later`
    },
    close: async () => {
      if (closed) return
      closed = true
      pulse.stop()
      // Without Redis a worker never gets to say that it is closed: what counts is that no job is under way.
      const idle = (async () => {
        while (under.size > 0) await Promise.allSettled(under)
        await pause(SETTLE_MS)
      })()
      const end = Promise.race([worker?.close(), idle])
      await within(closeMs, end).catch((error: Error) =>
        log.warn({ reason: error.message }, 'jobs were cut off at the end'),
      )
      await within(1000, queue.close()).catch(() => {})
      rings.disconnect()
      works.disconnect()
    },
  }
}

/** BullMQ takes no ":" and no bare number as an id, and ignores an id it has: one turn of a task is one job. */
function jobId(job: Job): string {
  const hash = createHash('sha256').update(job.key).digest('hex')
  return `${job.kind}-${hash}-${job.turn ?? uniqueTurn()}`
}

let turns = 0
const uniqueTurn = () => `${process.pid}.${Date.now().toString(36)}.${turns++}`

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done within ${ms / 1000} s`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
