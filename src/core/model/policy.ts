// The rules a standing is judged by: times, seats, people. From the configuration; derived at read time, never stored.
import type { ListId } from './ids.ts'
import type { Programme } from './list.ts'

export interface StandingPolicy {
  /** Weeks of silence, with the ball, until a reminder is due. */
  readonly reminderWeeks: number
  /** Weeks from the reminder until the claim is stalled. */
  readonly graceWeeks: number
  /** Weeks a contributor's mail may lie before it waits for an answer. */
  readonly waitingWeeks: number
  /** After this an interest fades. */
  readonly interestWeeks: number
  /** After this a stalled claim fades; also how long a forgotten review stays in review. */
  readonly stalledWeeks: number
  /** Weeks a silent tagged thread lives, and keeps its entry from being free. */
  readonly tagWeeks: number
  /** True: a claim is released where it would be stalled. */
  readonly autoRelease: boolean
  /** How many may hold the entry at once; 0 = any number. */
  readonly capacity: number
  /** Signals below are not acted upon, 0..1. */
  readonly threshold: number
  readonly unverifiedMonths: number
  /** Addresses, lower case. */
  readonly maintainers: readonly string[]
  /** The entry's own list; null = any. */
  readonly list: ListId | null
  readonly programmes: readonly Programme[]
}
