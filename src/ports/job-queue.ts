// The doorbell: tells workers that a task row of the store waits. Losing every job loses nothing.
import type { TaskKind } from './store.ts'

export interface Job {
  readonly kind: TaskKind
  /** Key of the task row. */
  readonly key: string
}

export interface JobQueue {
  ring(jobs: readonly Job[]): Promise<void>
  /** Starts workers; `work` must be idempotent: a job may run twice. Rejecting makes the queue try again later. */
  work(work: (job: Job) => Promise<void>): Promise<void>
  /** One schedule per name (cron pattern, IANA time zone); calling again replaces it. */
  schedule(name: string, pattern: string, timeZone: string): Promise<void>
  /** Called when a schedule fires. */
  onSchedule(run: (name: string) => Promise<void>): void
  check(): Promise<string>
  close(): Promise<void>
}
