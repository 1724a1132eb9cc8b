// Which story advances which kind of task, and the sweep that rings for every task the queue has forgotten.
// While few tasks wait each is advanced by itself, at once; far behind (a first sync, a new catalogue), a ring advances
// many together, and later stages wait for earlier ones.
import type { EntryId, MessageId } from '../core/model/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { Job, JobQueue } from '../ports/job-queue.ts'
import type { Log } from '../ports/log.ts'
import { type Store, TASK_KINDS, type Task, type TaskKind } from '../ports/store.ts'

/** One story a kind of task; each resolves with the tasks that follow and is idempotent. */
export type Stages = { readonly [K in TaskKind]: (keys: readonly string[]) => Promise<readonly Task[]> }

export interface WorkDeps {
  readonly store: Store
  readonly queue: JobQueue
  readonly clock: Clock
  readonly log: Log
}

/** So many tasks of one kind that wait are a backlog. */
const BEHIND = 64
/** Tasks of a backlog that are advanced together. */
const TOGETHER = 128
/** One batch is read while another is stored; more would only make a stop wait longer. */
const MOST_IN_HAND = 2 * TOGETHER
/** Tasks that are rung for at once, at most. */
const MOST_SWEPT = 10_000
const TELL_MS = 5000

/** A function that does what one ring asks for. Rejects with what went wrong, so that the queue tries again. */
export function newWorker(stages: Stages, deps: WorkDeps): (job: Job) => Promise<void> {
  const { store, queue, log } = deps
  /** What is being advanced together now, by kind. */
  const inHand = new Map<TaskKind, Set<string>>(TASK_KINDS.map((kind) => [kind, new Set()]))
  /** What failed together with others goes by itself from then on. */
  const alone = new Set<string>()
  const tell = teller(deps)

  const advance = async (kind: TaskKind, keys: readonly string[]): Promise<void> => {
    const followers = await stages[kind](keys)
    log.debug({ kind, key: keys[0], keys: keys.length, followers: followers.length }, 'advanced')
    if (followers.length > 0) await queue.ring(followers)
  }
  /** One that fails does not hold up the others: it gets a ring of its own, with the queue's patience. */
  const advanceTogether = async (kind: TaskKind, keys: readonly string[]): Promise<void> => {
    try {
      return await advance(kind, keys)
    } catch (error) {
      log.warn({ kind, tasks: keys.length, reason: (error as Error).message }, 'trying one by one')
    }
    for (const key of keys)
      await advance(kind, [key]).catch(async () => {
        alone.add(`${kind} ${key}`)
        await queue.ring([{ kind, key }])
      })
  }

  return async ({ kind, key }) => {
    const taken = inHand.get(kind) as Set<string>
    const single = kind === 'post' || alone.has(`${kind} ${key}`)
    const earlier = TASK_KINDS.slice(0, TASK_KINDS.indexOf(kind))
    if (!single && earlier.some((one) => inHand.get(one)!.size > 0)) return
    if (single || (await store.taskCount(kind)) - taken.size < BEHIND) {
      if (!taken.has(key)) await advance(kind, [key])
      alone.delete(`${kind} ${key}`)
      return
    }
    if (taken.size >= MOST_IN_HAND) return
    let left = 0
    do {
      const keys = (await store.tasks(taken.size + alone.size + TOGETHER, kind))
        .map((task) => task.key)
        .filter((one) => !taken.has(one) && !alone.has(`${kind} ${one}`))
        .slice(0, TOGETHER)
      if (keys.length === 0) break
      for (const one of keys) taken.add(one)
      try {
        await advanceTogether(kind, keys)
      } finally {
        for (const one of keys) taken.delete(one)
      }
      left = await store.taskCount(kind)
      tell(kind, keys.length, left)
      // The last few go along: they would stand behind all the rings of later stages.
    } while (left > taken.size && left - taken.size < BEHIND)
    // Of a backlog few were rung for: what is left needs a ring, and so does what waited for its end. Without their turns,
    // since a ring for a turn is lost while the job of an earlier one for it is just ending.
    const next = left - taken.size < BEHIND ? await store.tasks(MOST_SWEPT) : await store.tasks(1, kind)
    await queue.ring(next.map((task) => ({ kind: task.kind, key: task.key })))
  }
}

/** Says how a backlog shrinks, now and then. */
function teller({ clock, log }: WorkDeps): (kind: TaskKind, done: number, left: number) => void {
  const told = new Map<TaskKind, { at: number; done: number }>()
  return (kind, done, left) => {
    const before = told.get(kind)
    const now = clock.now()
    const sum = (before?.done ?? 0) + done
    if (left < BEHIND) {
      log.info({ kind, done: sum }, 'a backlog is worked off')
      told.delete(kind)
    } else if (!before || now - before.at >= TELL_MS) {
      log.info({ kind, done: sum, left }, 'working off a backlog')
      told.set(kind, { at: now, done: sum })
    } else told.set(kind, { at: before.at, done: sum })
  }
}

/** The queue with fewer rings: of many tasks of one kind that wait together, one ring is for all that are advanced together. */
export function fewerRings(queue: JobQueue): JobQueue {
  return {
    ...queue,
    ring: async (jobs) => {
      const byKind = Map.groupBy(jobs, (job) => job.kind)
      const rung = [...byKind].flatMap(([kind, some]) =>
        kind === 'post' || some.length < BEHIND ? some : some.filter((_, n) => n % TOGETHER === 0),
      )
      await queue.ring(rung)
    },
  }
}

/** Rings for every task that waits in the store; resolves with how many there were. */
export async function sweep({ store, queue }: Pick<WorkDeps, 'store' | 'queue'>): Promise<number> {
  const tasks = await store.tasks(MOST_SWEPT)
  if (tasks.length > 0) await queue.ring(tasks)
  return tasks.length
}

/** The stages as functions of keys, for the queue's workers. */
export function stagesOf(stories: {
  intake: (pendingIds: readonly string[]) => Promise<readonly Task[]>
  link: (ids: readonly MessageId[]) => Promise<readonly Task[]>
  stand: (entry: EntryId) => Promise<readonly Task[]>
  post: (outboxId: string) => Promise<readonly Task[]>
}): Stages {
  return {
    intake: stories.intake,
    link: (keys) => stories.link(keys as readonly MessageId[]),
    stand: (keys) => oneByOne(keys, (key) => stories.stand(key as EntryId)),
    post: (keys) => oneByOne(keys, stories.post),
  }
}

async function oneByOne(
  keys: readonly string[],
  advance: (key: string) => Promise<readonly Task[]>,
): Promise<Task[]> {
  const followers: Task[] = []
  for (const key of keys) followers.push(...(await advance(key)))
  return followers
}
