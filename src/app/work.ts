// Which story advances which kind of task, and the sweep that rings for every task the queue has forgotten.
import type { EntryId, MessageId } from '../core/model/ids.ts'
import type { Job, JobQueue } from '../ports/job-queue.ts'
import type { Log } from '../ports/log.ts'
import type { Store, Task, TaskKind } from '../ports/store.ts'

/** One story a kind of task; each resolves with the tasks that follow and is idempotent. */
export type Stages = { readonly [K in TaskKind]: (key: string) => Promise<readonly Task[]> }

export interface WorkDeps {
  readonly store: Store
  readonly queue: JobQueue
  readonly log: Log
}

/** Advances one task and rings for what follows from it. Rejects with what went wrong, so that the queue tries again. */
export async function advance(job: Job, stages: Stages, deps: WorkDeps): Promise<void> {
  const followers = await stages[job.kind](job.key)
  deps.log.debug({ kind: job.kind, key: job.key, followers: followers.length }, 'advanced')
  if (followers.length > 0) await deps.queue.ring(followers)
}

/** Rings for every task that waits in the store; resolves with how many there were. */
export async function sweep(deps: WorkDeps, limit = 10_000): Promise<number> {
  const tasks = await deps.store.tasks(limit)
  if (tasks.length > 0) await deps.queue.ring(tasks)
  return tasks.length
}

/** The stages as functions of a key, for the queue's workers. */
export function stagesOf(stories: {
  intake: (pendingId: string) => Promise<readonly Task[]>
  link: (id: MessageId) => Promise<readonly Task[]>
  stand: (entry: EntryId) => Promise<readonly Task[]>
  post: (outboxId: string) => Promise<readonly Task[]>
}): Stages {
  return {
    intake: stories.intake,
    link: (key) => stories.link(key as MessageId),
    stand: (key) => stories.stand(key as EntryId),
    post: stories.post,
  }
}
