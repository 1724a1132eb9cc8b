// When a mail counts as written. It depends on the mail's bytes alone, so that live operation and replay agree.
import { DAY, type Instant } from '../model/time.ts'

/** How long a mail may have been on its way before its Date is not believed. */
const LONGEST_WAY = 3 * DAY

/**
 * The Date, unless it is later than the receipt or more than three days before it: then the receipt; without a
 * receipt the Date, without either the source's time, and the epoch when nothing at all is known.
 */
export function eventTime(
  date: Instant | null,
  received: Instant | null,
  sourceTime: Instant | null,
): Instant {
  if (received === null) return date ?? sourceTime ?? 0
  if (date === null || date > received || date < received - LONGEST_WAY) return received
  return date
}
