// What a word pattern cannot do without, so that most need not be run: two words next to each other, or sets of words of each
// of which one must stand.
// In: word patterns. Out: their ways, and what each of these requires. Refuses nothing.
import { PAIR } from './sentence-words.ts'
import type { Vocabulary } from './vocabulary.ts'
import { type WordPattern, wordPattern } from './word-pattern.ts'

/** At most so many sets are told of a way. */
const MOST_SETS = 3
/** A pattern is not told apart in more ways. */
const MOST_WAYS = 100
/** More pairs tell too little. */
const MOST_PAIRS = 300

/** A pattern as several of which one must stand: what each requires is more than what all have in common. */
export function waysOf(pattern: WordPattern): readonly WordPattern[] {
  if (pattern.kind === 'either') {
    const ways = pattern.parts.flatMap(waysOf)
    return ways.length <= MOST_WAYS ? ways : pattern.parts
  }
  if (pattern.kind !== 'row') return [pattern]
  let best: WordPattern | null = null
  for (const part of pattern.parts) {
    const { length } = part.parts
    if (part.kind === 'either' && length > (best?.parts.length ?? 1) && length <= MOST_WAYS && requires(part))
      best = part
  }
  if (best === null) return [pattern]
  return best.parts.map((choice) =>
    wordPattern(
      'row',
      pattern.parts.map((part) => (part === best ? choice : part)),
    ),
  )
}

/** Whether some word must stand. */
function requires({ kind, parts }: WordPattern): boolean {
  if (kind === 'either') return parts.every(requires)
  return kind === 'words' || ((kind === 'row' || kind === 'ahead') && parts.some(requires))
}

/** Words of which one stands in every sentence the pattern stands in: such sets, the rarest first. */
export function requiredWords(pattern: WordPattern, vocabulary: Vocabulary): readonly (readonly number[])[] {
  switch (pattern.kind) {
    case 'words':
      return [pattern.numbers]
    case 'ahead':
    case 'row':
      return vocabulary
        .rarest(pattern.parts.flatMap((part) => requiredWords(part, vocabulary)))
        .slice(0, MOST_SETS)
    case 'either': {
      if (!requires(pattern)) return []
      const choices = pattern.parts.map((part) => requiredWords(part, vocabulary))
      // Whichever choice is taken, its sets hold; so of its first and the first of all others one word stands there.
      return Array.from({ length: Math.max(...choices.map((sets) => sets.length)) }, (_, nth) => [
        ...new Set(choices.flatMap((sets) => sets[nth % sets.length]!)),
      ])
    }
    default:
      return []
  }
}

/** Two words next to each other, as many pairs as there may be. */
export interface Pairs {
  readonly pairs: readonly number[]
  /** In how many of a million sentences one of them stands, were words thrown together by chance. */
  readonly share: number
}

/** Pairs of words of which one stands in every sentence the pattern stands in; null when none are known. */
export function requiredPairs(pattern: WordPattern, vocabulary: Vocabulary): Pairs | null {
  switch (pattern.kind) {
    case 'ahead':
      return requiredPairs(pattern.parts[0]!, vocabulary)
    case 'row': {
      let best: Pairs | null = null
      for (let at = 0; at < pattern.parts.length; at++) {
        best = rarer(best, requiredPairs(pattern.parts[at]!, vocabulary))
        best = rarer(best, pairsBehind(pattern.parts, at, vocabulary))
      }
      return best
    }
    case 'either': {
      const pairs: number[] = []
      let share = 0
      for (const part of pattern.parts) {
        const of = requiredPairs(part, vocabulary)
        if (of === null) return null
        pairs.push(...of.pairs)
        share += of.share
      }
      return pairs.length > MOST_PAIRS ? null : { pairs, share }
    }
    default:
      return null
  }
}

function rarer(a: Pairs | null, b: Pairs | null): Pairs | null {
  return a === null || (b !== null && b.share < a.share) ? b : a
}

/** The pairs of the last word of the parts up to `at` and the first behind them. */
function pairsBehind(parts: readonly WordPattern[], at: number, vocabulary: Vocabulary): Pairs | null {
  const last: number[] = []
  const first: number[] = []
  if (outerOfRow(parts, at, -1, last) !== 'word' || outerOfRow(parts, at + 1, 1, first) !== 'word')
    return null
  if (last.length * first.length > MOST_PAIRS) return null
  return {
    pairs: last.flatMap((word) => first.map((next) => word * PAIR + next)),
    share: vocabulary.shareOf(last) * vocabulary.shareOf(first),
  }
}

/** Whether a pattern takes a word, can do without, or takes one that may be any. */
type Outer = 'word' | 'nothing' | 'any'

/** Adds the words a pattern can begin with, or end with. */
export function outerWords(pattern: WordPattern, begin: boolean, into: number[]): Outer {
  switch (pattern.kind) {
    case 'words':
      into.push(...pattern.numbers)
      return 'word'
    case 'row':
      return outerOfRow(pattern.parts, begin ? 0 : pattern.parts.length - 1, begin ? 1 : -1, into)
    case 'either': {
      let outer: Outer = 'word'
      for (const part of pattern.parts) {
        const of = outerWords(part, begin, into)
        if (of === 'any') return 'any'
        if (of === 'nothing') outer = 'nothing'
      }
      return outer
    }
    case 'maybe':
    case 'often':
      return outerWords(pattern.parts[0]!, begin, into) === 'any' ? 'any' : 'nothing'
    case 'word':
    case 'tied':
    case 'gap':
      return 'any'
    default:
      return 'nothing'
  }
}

/** The same for the parts from `from` on, to the end or back to the begin. */
function outerOfRow(parts: readonly WordPattern[], from: number, step: 1 | -1, into: number[]): Outer {
  for (let at = from; at >= 0 && at < parts.length; at += step) {
    const outer = outerWords(parts[at]!, step === 1, into)
    if (outer !== 'nothing') return outer
  }
  return 'nothing'
}
