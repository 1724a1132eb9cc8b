// Which words a sentence must hold for a pattern to match it: "I'm working on X" cannot do without "I" or "we", nor
// without "working". Read off the pattern itself, so that no row can forget to say so.
// In: a pattern. Out: the ways to match it, each with sets of words; of every set of some way at least one word stands in
// every sentence that matches.
import { type Part, parsePattern } from './pattern-tree.ts'

/** Words are told apart by this many first letters. */
export const KEY_LENGTH = 6
/** Sets with more words tell too little; following more ways takes too long. */
const MOST_WORDS = 60
/** Ways told apart; of more, only what all have in common is told. */
const MOST_WAYS = 24
/** Words of most sentences: a set that holds one of them tells little. */
const COMMON = new Set(
  'a am an and are as be but can do for from have i if in is it its not of on or s so t that the this to was we will with would you'.split(
    ' ',
  ),
)

export type WordSet = ReadonlySet<string>

/** All that must stand there when one way is taken; empty when nothing is sure. */
export type Way = readonly WordSet[]

/** Each way with its sets of words, by their first six letters in lower case, the most telling first. */
export function neededWords(pattern: RegExp): Way[] {
  return ofChoices(parsePattern(pattern.source), null, false).ways.map(shortened)
}

/** What a smaller set says already need not be asked again. */
function shortened(way: Way): Way {
  const kept: WordSet[] = []
  for (const set of [...way].sort((a, b) => cost(a) - cost(b)))
    if (!kept.some((smaller) => [...smaller].every((word) => set.has(word)))) kept.push(set)
  return kept
}

/** What a stretch needs whichever way is taken, and by way; and whether a word can only begin afresh behind it. */
interface Needs {
  readonly sets: Way
  readonly ways: readonly Way[]
  readonly fresh: boolean
}

/** Parts one after the other, to the pattern's end. */
interface Chain {
  readonly part: Part
  readonly behind: Chain | null
}

function chain(parts: readonly Part[], behind: Chain | null): Chain | null {
  return parts.reduceRight<Chain | null>((rest, part) => ({ part, behind: rest }), behind)
}

/** `behind` follows the stretch; `fresh` tells that no letter stands right before it. */
function ofChoices(choices: readonly (readonly Part[])[], behind: Chain | null, fresh: boolean): Needs {
  const all = choices.map((parts) => ofParts(parts, behind, fresh))
  const after = all.every((needs) => needs.fresh)
  if (all.length === 1) return { ...all[0]!, fresh: after }
  // Whichever way is taken, its most telling set holds; so one of all those words stands there.
  const best = all.map(({ sets }) => sets.reduce<WordSet | null>(cheaper, null))
  const joined = best.includes(null) ? null : new Set(best.flatMap((set) => [...set!]))
  const sets = joined && joined.size <= MOST_WORDS ? [joined] : []
  const ways = all.flatMap((needs) => needs.ways)
  return { sets, ways: ways.length <= MOST_WAYS && tells(ways) >= 2 ? ways : [sets], fresh: after }
}

/** How many sets a way has on average: ways of a single word each tell no more than all of them as one set. */
function tells(ways: readonly Way[]): number {
  return ways.reduce((sum, way) => sum + way.length, 0) / ways.length
}

function ofParts(parts: readonly Part[], after: Chain | null, before: boolean): Needs {
  const sets: WordSet[] = []
  // Where several parts can be passed in several ways, those of one are told apart.
  let ways: readonly Way[] = [[]]
  let fresh = before
  for (let link = chain(parts, after); link !== after; link = link!.behind) {
    const words = fresh ? wordsAt(link) : null
    if (words) sets.push(words)
    const needs = ofPart(link!.part, link!.behind, fresh)
    sets.push(...needs.sets)
    if (needs.ways.length > 1 && tells(needs.ways) > tells(ways)) ways = needs.ways
    fresh = needs.fresh
  }
  return { sets, ways: ways.map((way) => [...sets, ...way]), fresh }
}

function ofPart(part: Part, behind: Chain | null, fresh: boolean): Needs {
  switch (part.kind) {
    case 'letter':
      return { ...NOTHING, fresh: part.letter === '' }
    case 'any':
      return { ...NOTHING, fresh: false }
    case 'edge':
      return { ...NOTHING, fresh: true }
    case 'group':
      return ofChoices(part.choices, behind, fresh)
    case 'look':
      return { ...ofChoices(part.choices, null, fresh && part.ahead), fresh }
    case 'repeat': {
      const once = ofPart(part.part, rounds(part, behind), fresh)
      return part.least > 0 ? once : { ...NOTHING, fresh: fresh && once.fresh }
    }
  }
}

const NOTHING: Pick<Needs, 'sets' | 'ways'> = { sets: [], ways: [[]] }

/** What may follow one round of a repeated part. */
function rounds(part: Part & { kind: 'repeat' }, behind: Chain | null): Chain | null {
  return part.again ? { part: { ...part, least: 0 }, behind } : behind
}

/** The words found so far, and how many more steps may be taken: some patterns can be followed without end. */
interface Search {
  readonly words: Set<string>
  left: number
}
const MOST_STEPS = 2000

/** Every word that can stand where `link` begins; null when it may be any word, or none, or one of too many. */
function wordsAt(link: Chain | null): WordSet | null {
  const search: Search = { words: new Set(), left: MOST_STEPS }
  return follow(link, '', search) && search.words.size > 0 ? search.words : null
}

/** Goes every way from `link` on, `start` being the word's first letters; false as soon as one of them leads nowhere sure. */
function follow(link: Chain | null, start: string, search: Search): boolean {
  const wordEnds = (): boolean => start !== '' && search.words.add(start).size <= MOST_WORDS
  if (start.length >= KEY_LENGTH) return wordEnds()
  if (link === null || search.left-- <= 0) return false
  const { part, behind } = link
  switch (part.kind) {
    case 'any':
      return false
    case 'letter':
      return part.letter === '' ? wordEnds() : follow(behind, start + part.letter, search)
    case 'edge':
      return start === '' ? follow(behind, start, search) : wordEnds()
    case 'group':
      return part.choices.every((choice) => follow(chain(choice, behind), start, search))
    case 'look': {
      // What stands ahead may end the word: "(?=\s)"; if it does not, it tells nothing of it.
      const ahead: Search = { words: new Set(search.words), left: search.left }
      if (!part.ahead || !part.choices.every((choice) => follow(chain(choice, null), start, ahead)))
        return follow(behind, start, search)
      for (const word of ahead.words) search.words.add(word)
      return true
    }
    case 'repeat':
      if (!follow({ part: part.part, behind: rounds(part, behind) }, start, search)) return false
      return part.least > 0 || follow(behind, start, search)
  }
}

function cheaper(best: WordSet | null, set: WordSet): WordSet {
  return best !== null && cost(best) <= cost(set) ? best : set
}

function cost(words: WordSet): number {
  let sum = 0
  for (const word of words) sum += COMMON.has(word) ? 20 : 1
  return sum
}
