// The entry a person means on the command line; what is ambiguous or unknown is refused with the candidates.
import { findEntry as lookUp } from '../core/compose/find-entry.ts'
import type { CatalogueEntry } from '../core/model/entry.ts'
import { Refused } from './wiring.ts'

/** Throws Refused when no entry, or more than one, is meant. */
export function findEntry(words: string, entries: readonly CatalogueEntry[]): CatalogueEntry {
  const result = lookUp(words, entries)
  if (result.found === 'one') return result.entry
  const ids = result.candidates.map((entry) => entry.id).join(', ')
  if (result.found === 'several') throw new Refused(`"${words}" may mean ${ids}; name one`)
  const near = ids ? `did you mean ${ids}? ` : ''
  throw new Refused(`no entry "${words}"; ${near}\`dibs list\` shows all ${entries.length} of them`)
}
