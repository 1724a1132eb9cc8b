// `dibs run`: sources followed, tasks worked off, digests on their schedule, until told to stop; or one round of it.
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../ports/clock.ts'
import type { JobQueue } from '../ports/job-queue.ts'
import type { Log } from '../ports/log.ts'
import type { MailSource } from '../ports/mail-source.ts'
import type { Store } from '../ports/store.ts'
import { followSource } from './follow-source.ts'
import { startOfWatching } from './watch-from.ts'
import { newWorker, type Stages, sweep } from './work.ts'

export interface RunDeps {
  readonly store: Store
  readonly queue: JobQueue
  readonly clock: Clock
  readonly log: Log
  readonly sources: readonly MailSource[]
  readonly stages: Stages
  /** Name, cron pattern and zone of what is due by the calendar. */
  readonly schedules: readonly {
    readonly name: string
    readonly pattern: string
    readonly timeZone: string
  }[]
  readonly onSchedule: (name: string) => Promise<void>
  /** Watched repositories: what one look does, and how often it is taken. */
  readonly repositories: readonly {
    readonly everyMs: number
    readonly look: (signal: AbortSignal) => Promise<void>
  }[]
  /** Catalogue files that changed are imported; called at the start and with every sweep. */
  readonly refreshCatalogues: () => Promise<void>
  /** Rows found in `sending` were cut off by a crash: their fate is unknown. */
  readonly recoverOutbox: () => Promise<void>
  /** Mail whose fate stayed unknown waits for a person. */
  readonly sweepOutbox: () => Promise<void>
  /** What is due by the calendar: notices, digests whose time was missed. Called when the mail that was there is read, then hourly. */
  readonly keepCalendar: () => Promise<void>
  /** Told after each look into a source whether it could be read. */
  readonly onLook: (source: string, well: boolean) => void
  /** Takes what other processes hand over, until aborted. */
  readonly serve: (signal: AbortSignal) => Promise<void>
  readonly ready: () => Promise<void>
}

const SWEEP_MS = 20_000
const CALENDAR_MS = 3_600_000
/** How long `--once` waits for tasks that do not advance. */
const ONCE_PATIENCE_MS = 120_000

/** Runs until `signal` aborts; with `once`, until everything that was there is worked off. */
export async function run(
  deps: RunDeps,
  options: { readonly once: boolean; readonly watchFrom: number | null },
  signal: AbortSignal,
): Promise<void> {
  const { queue, log } = deps
  const watchFrom = options.watchFrom ?? (await startOfWatching(deps.store, deps.clock))
  await deps.recoverOutbox()
  await deps.refreshCatalogues()
  await queue.work(newWorker(deps.stages, deps))
  queue.onBack(async () => {
    await sweep(deps)
  })
  await sweep(deps)
  if (options.once) {
    await Promise.all(
      deps.sources.map((source) =>
        followSource(source, watchFrom, deps, signal, {
          once: true,
          onRound: (well) => deps.onLook(source.name, well),
        }),
      ),
    )
    await workedOff(deps, signal)
    for (const repository of deps.repositories) await repository.look(signal)
    await workedOff(deps, signal)
    await deps.keepCalendar()
    await deps.ready()
    return
  }
  queue.onSchedule(deps.onSchedule)
  for (const { name, pattern, timeZone } of deps.schedules) await queue.schedule(name, pattern, timeZone)
  log.info(
    { sources: deps.sources.map((source) => source.name), schedules: deps.schedules.length },
    'watching',
  )
  const following: Promise<void>[] = []
  const firstRounds = deps.sources.map(
    (source) =>
      new Promise<void>((resolve) => {
        const onRound = (well: boolean): void => {
          deps.onLook(source.name, well)
          resolve()
        }
        following.push(
          followSource(source, watchFrom, deps, signal, { once: false, onRound }).finally(resolve),
        )
      }),
  )
  const getReady = async (): Promise<void> => {
    await Promise.all(firstRounds)
    await workedOff(deps, signal)
    if (!signal.aborted) await deps.ready()
    await keepingCalendar(deps, signal)
  }
  await Promise.all([
    getReady(),
    ...following,
    sweeping(deps, signal),
    deps.serve(signal),
    ...deps.repositories.map((one) => looking(one, signal)),
  ])
  log.info({}, 'stopping')
}

/** Rings for forgotten tasks and looks at the catalogues, again and again. */
async function sweeping(deps: RunDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(SWEEP_MS, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    try {
      await deps.refreshCatalogues()
      await deps.sweepOutbox()
      await sweep(deps)
    } catch (error) {
      deps.log.error({}, `sweeping: ${(error as Error).message}`)
    }
  }
}

/** Looks at the calendar, again and again. */
async function keepingCalendar(deps: RunDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await deps.keepCalendar()
    } catch (error) {
      deps.log.error({}, `looking at what is due: ${(error as Error).message}`)
    }
    await pause(CALENDAR_MS, undefined, { signal }).catch(() => undefined)
  }
}

/** Looks into a repository, again and again; `look` tells of its own trouble. */
async function looking(repository: RunDeps['repositories'][number], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await repository.look(signal)
    await pause(repository.everyMs, undefined, { signal }).catch(() => undefined)
  }
}

/** Waits until no task is left that a worker could advance now. */
async function workedOff(deps: RunDeps, signal: AbortSignal): Promise<void> {
  let until = deps.clock.now() + ONCE_PATIENCE_MS
  let least = Number.POSITIVE_INFINITY
  let quiet = 0
  while (!signal.aborted && deps.clock.now() < until) {
    const waiting = (await deps.store.tasks(1000)).filter((task) => task.kind !== 'post')
    if (waiting.length === 0) return
    const left = await stepsLeft(deps.store)
    if (left < least) until = deps.clock.now() + ONCE_PATIENCE_MS
    least = Math.min(least, left)
    if (++quiet % 100 === 0) await sweep(deps)
    await pause(20)
  }
  if (!signal.aborted)
    deps.log.warn({}, 'not everything was worked off in time; the next run goes on with it')
}

/** Falls with every task that is done, though one brings the next: a mail that waits has two steps before it, and so on. */
async function stepsLeft({ taskCount }: Store): Promise<number> {
  return 3 * (await taskCount('intake')) + 2 * (await taskCount('link')) + (await taskCount('stand'))
}
