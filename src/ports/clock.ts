// The only way to learn what time it is.
import type { Instant } from '../core/model/time.ts'

export interface Clock {
  now(): Instant
}
