// Is an entry quoted by name? In: a name and a field. Out: a score 0..1. Word for word, or nearly so in a window hardly
// longer than the name: broken over lines, with a word more or less, misspelt.
import type { EntryName } from './entry-names.ts'
import type { QueryField } from './query-field.ts'
import { TELLING } from './word-weights.ts'

/** The whole name in its order, or nearly so in a window hardly longer than itself; 0 when it is not quoted. */
export function quoteScore(name: EntryName, field: QueryField): number {
  let telling = 0
  let mass = 0
  for (const [word, weight] of name.weights) {
    const sureness = field.found.get(word)
    if (sureness === undefined) continue
    mass += weight * sureness
    if (weight >= TELLING) telling++
  }
  if (mass < 0.75 * name.mass) return 0
  if (standsIn(name.tokens, field.tokens)) return quoteStrength(name, field)
  if (name.kind === 'keyword')
    return field.found.has(name.tokens.join('')) ? 0.9 * quoteStrength(name, field) : 0
  if (telling < 2 || name.tokens.length < 3) return 0
  const near = nearness(name, field)
  return near < (field.kind === 'body' ? 0.85 : 0.75) ? 0 : quoteStrength(name, field) * (0.1 + 0.87 * near)
}

/** One word of the language quotes nothing; three words in a row, or a rare one, do. */
function quoteStrength(name: EntryName, field: QueryField): number {
  const running = field.kind === 'body'
  const { mass } = name
  if (name.kind === 'keyword') return mass < TELLING ? 0.2 : running ? 0.5 : 0.75
  if (mass >= 2 && name.tokens.length > 1) return 0.97
  if (name.tokens.length >= 3) return mass >= 0.6 ? 0.95 : 0.85
  if (name.tokens.length === 2) return mass >= 1 ? 0.92 : mass >= TELLING ? 0.8 : running ? 0.3 : 0.6
  return mass >= TELLING ? (running ? 0.35 : 0.75) : 0.2
}

function standsIn(needle: readonly string[], hay: readonly string[]): boolean {
  const last = hay.length - needle.length
  outer: for (let i = 0; i <= last; i++) {
    for (let j = 0; j < needle.length; j++) if (hay[i + j] !== needle[j]) continue outer
    return true
  }
  return false
}

/**
 * Largest share of the name's weight, parts counted as words, in any window of one and a half times its length. In a
 * subject, where a driver's name stands over all that is done to it, windows with few of its words are passed over.
 */
function nearness(name: EntryName, field: QueryField): number {
  const size = Math.ceil(name.tokens.length * 1.5) + 1
  const inside = new Map<string, number>()
  let all = 0
  for (const weight of name.weights.values()) all += Math.min(weight, 1)
  let mass = 0
  let words = 0
  let best = 0
  const least = field.kind === 'subject' ? LEAST_WORDS * name.weights.size : 0
  field.tokens.forEach((token, i) => {
    const weight = name.weights.get(token)
    if (weight !== undefined) {
      const n = inside.get(token) ?? 0
      if (n === 0) {
        mass += Math.min(weight, 1)
        words++
      }
      inside.set(token, n + 1)
    }
    const gone = field.tokens[i - size]
    const goneWeight = gone === undefined ? undefined : name.weights.get(gone)
    if (goneWeight !== undefined) {
      const n = inside.get(gone!)! - 1
      if (n === 0) {
        mass -= Math.min(goneWeight, 1)
        words--
      }
      inside.set(gone!, n)
    }
    if (words >= least && mass > best) best = mass
  })
  return best / all
}

const LEAST_WORDS = 0.5
