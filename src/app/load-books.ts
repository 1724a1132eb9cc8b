// The books as of an instant, for everything that is said about them: each entry folded anew, and whether it is free.
import type { BookEntry } from '../core/compose/book-entry.ts'
import type { Instant } from '../core/model/time.ts'
import { computeStanding } from '../core/standing/compute-standing.ts'
import { isFree } from '../core/standing/is-free.ts'
import type { StoreReads } from '../ports/store.ts'
import { homeOf, type Settings } from './settings.ts'
import { viewNow } from './view.ts'

/** All entries in the catalogue's order, with facts up to `at` and the links as they are now. */
export async function loadBooks(reads: StoreReads, settings: Settings, at: Instant): Promise<BookEntry[]> {
  const view = await viewNow(reads, settings, at)
  const { lists } = settings.parse
  const books: BookEntry[] = []
  for (const entry of view.entries) {
    const standing = computeStanding(entry.id, await view.facts(entry), view.policy(entry), at)
    books.push({ entry, standing, free: isFree(standing), home: homeOf(entry, lists) })
  }
  return books
}
