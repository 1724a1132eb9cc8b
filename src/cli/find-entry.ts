// The entry a person means: its id, its title, or a clear part of either. Ambiguous words are refused with the candidates.
import type { CatalogueEntry } from '../core/model/entry.ts'
import { Refused } from './wiring.ts'

/** Throws Refused when no entry, or more than one, is meant. */
export function findEntry(words: string, entries: readonly CatalogueEntry[]): CatalogueEntry {
  const wanted = fold(words)
  const exact = entries.find(
    (entry) =>
      entry.id === words ||
      fold(entry.title) === wanted ||
      entry.aliases.some((alias) => fold(alias) === wanted),
  )
  if (exact) return exact
  const parts = entries.filter((entry) =>
    fold(`${entry.id} ${entry.title} ${entry.aliases.join(' ')}`).includes(wanted),
  )
  if (parts.length === 1) return parts[0] as CatalogueEntry
  if (parts.length === 0)
    throw new Refused(`no entry "${words}"; \`dibs list\` shows all ${entries.length} of them`)
  const some = parts.slice(0, 8).map((entry) => entry.id)
  throw new Refused(
    `"${words}" may mean ${some.join(', ')}${parts.length > 8 ? ` and ${parts.length - 8} more` : ''}; name one`,
  )
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
