// Waiting for something to become true, for tests that watch real servers.
import { setTimeout as sleep } from 'node:timers/promises'

/** Resolves once `look` gives something truthy, looking every 10 ms; rejects after `ms` with `what` was awaited. */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  ms = 10_000,
): Promise<Exclude<T, null | undefined | false | 0 | ''>> {
  const end = performance.now() + ms
  for (;;) {
    const found = await look()
    if (found) return found as Exclude<T, null | undefined | false | 0 | ''>
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain for: ${what}`)
    await sleep(10)
  }
}
