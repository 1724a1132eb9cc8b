// The start of watching: mail received before it is read, but never causes mail.
import type { Instant } from '../core/model/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'

/** Meta key of the first start. */
export const WATCH_FROM = 'watch.from'

/** The first start, noted when this is it. */
export async function startOfWatching(store: Store, clock: Clock): Promise<Instant> {
  const known = await store.meta(WATCH_FROM)
  if (known !== null) return Number(known)
  // Mailboxes tell the time of receipt in whole seconds: a mail that comes within the first one is new, too.
  const now = Math.floor(clock.now() / 1000) * 1000
  await store.write((tx) => tx.setMeta(WATCH_FROM, String(now)))
  return now
}
