// Free words on difficulty to a level: `easy`, `medium`, `hard`, a range such as `easy-medium`, `various`; otherwise
// `free_text`, `unknown` (the template's default), `missing` or `not_applicable`.
import type { CatalogueEntry } from '../model/entry.ts'

const LEVELS = ['easy', 'medium', 'hard'] as const
const WORDS: readonly RegExp[] = [
  /\b(?:easy|low|small|simple|beginner|starter|trivial)\b/i,
  /\b(?:medium|moderate|intermediate|middle|average)\b/i,
  /\b(?:hard|high|difficult|advanced|expert|large|challenging)\b/i,
]
/** Above this many words a difficulty is a sentence, and what it means is left to the reader. */
const MOST_WORDS = 6

/** Reads the difficulty field; null means the page has no such field. */
export function readDifficulty(raw: string | null): CatalogueEntry['difficulty'] {
  if (raw === null) return { raw, level: 'missing' }
  const text = raw.trim()
  if (text === '') return { raw: text, level: 'missing' }
  if (/^unknown$/i.test(text)) return { raw: text, level: 'unknown', default: true }
  if (/^(?:n\s?\/\s?a|not applicable)$/i.test(text)) return { raw: text, level: 'not_applicable' }
  const words = text.replace(/\([^()]*\)/g, ' ').trim()
  if (/^various\b/i.test(words)) return { raw: text, level: 'various' }
  return { raw: text, level: levelOf(words) ?? levelOf(words.split(/[,;.]/, 1)[0] ?? '') ?? 'free_text' }
}

function levelOf(words: string): string | null {
  if (words.split(/\s+/).length > MOST_WORDS) return null
  const found = LEVELS.filter((_, index) => WORDS[index]?.test(words))
  if (found.length === 0) return null
  const [lowest, highest] = [found[0], found.at(-1)]
  return lowest === highest ? `${lowest}` : `${lowest}-${highest}`
}
