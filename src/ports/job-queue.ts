// The doorbell: tells workers that a task row of the store waits. Losing every job loses nothing.
import type { TaskKind } from './store.ts'

export interface Job {
  readonly kind: TaskKind
  /** Key of the task row. */
  readonly key: string
  /** The task's turn, as the store gives it: rings for one turn are one job; without it each ring is a job of its own. */
  readonly turn?: number
}

export interface JobQueue {
  /** To be called after the tasks are committed. Never rejects: what could not be rung is found by the sweep. */
  ring(jobs: readonly Job[]): Promise<void>
  /**
   * Starts workers; `work` must be idempotent: a job may run twice. Rejecting makes the queue try again later,
   * with a final Failure (not transient) only when it is rung again.
   */
  work(work: (job: Job) => Promise<void>): Promise<void>
  /** One schedule per name (cron pattern, IANA time zone); calling again replaces it. */
  schedule(name: string, pattern: string, timeZone: string): Promise<void>
  /** Called when a schedule fires. */
  onSchedule(run: (name: string) => Promise<void>): void
  /** Called when the queue was lost or emptied and is back: what was rung before may be gone, so sweep now. */
  onBack(sweep: () => Promise<void>): void
  check(): Promise<string>
  /** Waits for the jobs under way, at most 25 seconds. */
  close(): Promise<void>
}
