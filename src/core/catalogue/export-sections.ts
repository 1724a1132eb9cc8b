// The sections of exported entries, in order.
import type { CatalogueEntry } from '../model/entry.ts'

/** Sections in order of first appearance; entries without one come first, so that no heading is theirs. */
export function sectionsOf(entries: readonly CatalogueEntry[]): (string | null)[] {
  const named = new Set(entries.map((entry) => entry.section).filter((section) => section !== null))
  return entries.some((entry) => entry.section === null) ? [null, ...named] : [...named]
}
