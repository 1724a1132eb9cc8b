// What digests and answers know of an entry, and how people and difficulties are written in both.
import type { CatalogueEntry } from '../model/entry.ts'
import type { ListId } from '../model/ids.ts'
import type { Person } from '../model/person.ts'
import type { Standing } from '../model/standing.ts'
import { cleanLine } from './clean-text.ts'

/** An entry as the books have it at one instant. */
export interface BookEntry {
  readonly entry: CatalogueEntry
  readonly standing: Standing
  /** Whether somebody could take it now. */
  readonly free: boolean
  /** The watched list it belongs to; null when nothing is watched. */
  readonly home: ListId | null
}

/** `Jane Doe <jane@example.org>`: a display name is never shown without the address behind it. */
export function personLabel(person: Person): string {
  const name = cleanLine(person.name, 60).replace(/[<>]/g, '')
  const address = cleanLine(person.address, 120)
  if (!address) return name || 'somebody'
  return name && name.toLowerCase() !== address ? `${name} <${address}>` : address
}

const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/beginner|easy|low|newcomer|starter|good first/, 0],
  [/medium|moderate|intermediate|average/, 1],
  [/hard|high|advanced|difficult|expert/, 2],
]

/** 0 easy, 1 medium, 2 hard; entries that say nothing count as medium. */
export function difficultyRank(entry: Pick<CatalogueEntry, 'difficulty'>): number {
  return levelOf(entry)?.[1] ?? 1
}

/** The page's own word for the difficulty; null when it says nothing that can be understood. */
export function difficultyWord(entry: Pick<CatalogueEntry, 'difficulty'>): string | null {
  return levelOf(entry) ? cleanLine(entry.difficulty.level ?? entry.difficulty.raw ?? '', 20) : null
}

function levelOf(entry: Pick<CatalogueEntry, 'difficulty'>): readonly [RegExp, number] | undefined {
  const said = (entry.difficulty.level ?? entry.difficulty.raw ?? '').toLowerCase()
  return LEVELS.find(([words]) => words.test(said))
}
