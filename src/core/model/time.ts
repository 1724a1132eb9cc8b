// Points in time and lengths of time as plain numbers, and their one printed form.
// Nothing in the core asks a clock: time comes in as an argument called `now` or `at`.

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const WEEK = 7 * DAY

/** `2014-05-01T12:00:00Z`: UTC, whole seconds (RFC 3339 §5.6). `at` must be finite and within years 0–9999. */
export function isoInstant(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

/** `2014-05-01`, the UTC day of `at`. */
export function isoDay(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10)
}
