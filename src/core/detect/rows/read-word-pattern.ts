// A row's pattern as a pattern of whole words, read off its source, so that no row can forget to say what it needs.
// In: a pattern. Out: a word pattern that stands in every sentence the pattern matches. Refuses nothing: what cannot be
// told of a pattern (an open word, a class of characters) allows any word.
import { type Part, parsePattern } from './pattern-tree.ts'
import { ADVERB, KEY_LENGTH, type Vocabulary } from './vocabulary.ts'
import { isNarrow, type WordPattern, wordPattern } from './word-pattern.ts'

/** Reads a pattern; its words get numbers in the vocabulary. */
export function readWordPattern(pattern: RegExp, vocabulary: Vocabulary): WordPattern {
  return new Reading(vocabulary).choices(parsePattern(pattern.source), null, 'unsure').pattern
}

/** What is known of the place where a part begins: at a word's edge, within a word that was passed, or either. */
type Place = 'edge' | 'within' | 'unsure'

interface Read {
  readonly pattern: WordPattern
  /** Where the part ends. */
  readonly place: Place
}

/** Parts from `at` on, and what follows them. */
interface Rest {
  readonly parts: readonly Part[]
  readonly at: number
  readonly behind: Rest | null
}

const NOTHING = wordPattern('nothing')
const WORD = wordPattern('word')
const MAYBE_WORD = wordPattern('maybe', [WORD])
const GAP: Read = { pattern: wordPattern('gap'), place: 'unsure' }
const TIED: Read = { pattern: wordPattern('tied'), place: 'unsure' }
const SOLID: Read = { pattern: wordPattern('row', [MAYBE_WORD, TIED.pattern]), place: 'unsure' }
const ADVERBS: Read = { pattern: wordPattern('words', [], [ADVERB]), place: 'within' }
const EDGE: Read = { pattern: NOTHING, place: 'edge' }
const START: Read = { pattern: wordPattern('start'), place: 'edge' }
const END: Read = { pattern: wordPattern('end'), place: 'edge' }

class Reading {
  private readonly vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
  }

  choices(choices: readonly (readonly Part[])[], behind: Rest | null, from: Place): Read {
    const first = this.row(choices[0]!, behind, from)
    if (choices.length === 1) return first
    const patterns = [first.pattern]
    let { place } = first
    for (let at = 1; at < choices.length; at++) {
      const next = this.row(choices[at]!, behind, from)
      patterns.push(next.pattern)
      place = join(place, next.place)
    }
    return { pattern: either(patterns), place }
  }

  private row(parts: readonly Part[], behind: Rest | null, from: Place): Read {
    const read: WordPattern[] = []
    let place = from
    for (let at = 0; at < parts.length; at++) {
      const prefixed = place === 'edge' ? this.prefixed({ parts, at, behind }) : null
      if (prefixed) at++
      const next = prefixed ?? this.part({ parts, at, behind }, place)
      if (next.pattern !== NOTHING) read.push(next.pattern)
      place = next.place
    }
    return { pattern: row(read), place }
  }

  /** "(?:re-?)?implement": with what may stand before a word it begins otherwise than without. Null for all else. */
  private prefixed(rest: Rest): Read | null {
    const part = rest.parts[rest.at]!
    if (part.kind !== 'repeat' || part.least > 0 || part.again) return null
    const word = { ...rest, at: rest.at + 1 }
    if (rest.parts[word.at]?.kind !== 'letters') return null
    const prefix = this.part(roundBehind(part, rest), 'edge')
    // "(?:also\s+)?working": a word of its own.
    if (prefix.place === 'edge') return null
    const behind = this.character(word, prefix.place)
    const patterns = [row([prefix.pattern, behind]), this.character(word, 'edge')]
    return { pattern: either(patterns), place: 'within' }
  }

  /** The first part of `rest`. */
  private part(rest: Rest, from: Place): Read {
    const part = rest.parts[rest.at]!
    switch (part.kind) {
      case 'any':
        return GAP
      case 'solid':
        return from === 'within' ? TIED : SOLID
      case 'blank':
        return part.marks.length > 0 ? { pattern: wordPattern('mark', [], part.marks), place: 'edge' } : EDGE
      case 'edge':
        return EDGE
      case 'start':
        return START
      case 'end':
        return END
      case 'letters':
      case 'digit':
      case 'word':
        return { pattern: this.character(rest, from), place: 'within' }
      case 'group':
        return this.choices(part.choices, { ...rest, at: rest.at + 1 }, from)
      case 'look': {
        const ahead = part.ahead ? this.choices(part.choices, null, from).pattern : NOTHING
        return { pattern: ahead === NOTHING ? NOTHING : wordPattern('ahead', [ahead]), place: from }
      }
      case 'repeat':
        return this.repeat(part, rest, from)
    }
  }

  private character(rest: Rest, from: Place): WordPattern {
    if (from === 'within') return NOTHING
    if (from === 'unsure') return MAYBE_WORD
    const words = wordsAt(rest)
    return words
      ? wordPattern(
          'words',
          [],
          words.map((word) => this.vocabulary.numberOf(word)),
        )
      : WORD
  }

  private repeat(part: Part & { kind: 'repeat' }, rest: Rest, from: Place): Read {
    if (from === 'edge' && isAdverb(rest)) return ADVERBS
    const behind = roundBehind(part, rest)
    const once = this.part(behind, from)
    let { pattern: words, place } = once
    if (part.again) {
      if (part.least === 0 && place === from) return { pattern: maybe(words, 'often'), place }
      // Later rounds begin where the first ended, or where they end themselves.
      let more = this.part(behind, place)
      while (join(place, more.place) !== place) {
        place = join(place, more.place)
        more = this.part(behind, place)
      }
      words = row([words, maybe(more.pattern, 'often')])
    }
    return part.least > 0
      ? { pattern: words, place }
      : { pattern: maybe(words, 'maybe'), place: join(from, place) }
  }
}

/** Words that stand for each other become one set. */
function either(choices: readonly WordPattern[]): WordPattern {
  const words: number[] = []
  const others = new Set<WordPattern>()
  const open = choices.includes(NOTHING)
  for (const choice of choices)
    if (choice.kind === 'words') words.push(...choice.numbers)
    else if (choice.kind === 'either') for (const part of choice.parts) others.add(part)
    else if (!open || !isNarrow(choice)) others.add(choice)
  const all = words.length > 0 ? [wordPattern('words', [], words), ...others] : [...others]
  return all.length === 1 ? all[0]! : wordPattern('either', all)
}

/** "\w+ly": written everywhere, and true of few words. */
function isAdverb({ parts, at }: Rest): boolean {
  const part = parts[at]!
  const next = parts[at + 1]
  return (
    part.kind === 'repeat' &&
    part.part.kind === 'word' &&
    part.least > 0 &&
    next?.kind === 'letters' &&
    next.letters.startsWith('ly')
  )
}

function join(a: Place, b: Place): Place {
  return a === b ? a : 'unsure'
}

function row(parts: readonly WordPattern[]): WordPattern {
  if (parts.length === 0) return NOTHING
  if (parts.length === 1) return parts[0]!
  const flat: WordPattern[] = []
  for (const part of parts)
    for (const each of part.kind === 'row' ? part.parts : [part])
      if (each !== NOTHING && !(each === GAP.pattern && flat.at(-1) === GAP.pattern)) flat.push(each)
  return flat.length === 0 ? NOTHING : flat.length === 1 ? flat[0]! : wordPattern('row', flat)
}

function maybe(part: WordPattern, kind: 'maybe' | 'often'): WordPattern {
  return part === NOTHING || part === GAP.pattern
    ? part
    : isNarrow(part)
      ? NOTHING
      : wordPattern(kind, [part])
}

/** One round of a repeated part, and behind it what may follow: another round, or what stands behind all rounds. */
function roundBehind(part: Part & { kind: 'repeat' }, rest: Rest): Rest {
  const after = { ...rest, at: rest.at + 1 }
  const behind = part.again ? { parts: [{ ...part, least: 0 }], at: 0, behind: after } : after
  return { parts: [part.part], at: 0, behind }
}

/** The words found so far, and how many more steps may be taken: some patterns can be followed without end. */
interface Search {
  readonly words: Set<string>
  left: number
}
const MOST_STEPS = 300

/** Every word that can begin at `rest`, which begins with a letter; null when it may be any. */
function wordsAt(rest: Rest): string[] | null {
  const search: Search = { words: new Set(), left: MOST_STEPS }
  return follow(rest, '', search) ? [...search.words] : null
}

/** Goes every way from `rest` on, `start` being the word's first letters; false as soon as one of them leads nowhere sure. */
function follow(rest: Rest | null, start: string, search: Search): boolean {
  if (start.length >= KEY_LENGTH) return wordEnds(start.slice(0, KEY_LENGTH), search)
  if (rest === null || search.left-- <= 0) return false
  const { parts, at, behind } = rest
  if (at === parts.length) return follow(behind, start, search)
  const part = parts[at]!
  const after = { parts, at: at + 1, behind }
  switch (part.kind) {
    case 'any':
    case 'solid':
    case 'word':
      return false
    case 'letters':
      return follow(after, start + part.letters, search)
    case 'digit':
    case 'blank':
      return wordEnds(start, search)
    case 'edge':
    case 'start':
    case 'end':
      return start === '' ? follow(after, start, search) : wordEnds(start, search)
    case 'group':
      return part.choices.every((choice) => follow({ parts: choice, at: 0, behind: after }, start, search))
    case 'look': {
      // What stands ahead may end the word: "(?=\s)"; if it does not, it tells nothing of it.
      const ahead: Search = { words: new Set(search.words), left: search.left }
      const told =
        part.ahead &&
        part.choices.every((choice) => follow({ parts: choice, at: 0, behind: null }, start, ahead))
      if (!told) return follow(after, start, search)
      for (const word of ahead.words) search.words.add(word)
      return true
    }
    case 'repeat':
      return (
        follow(roundBehind(part, rest), start, search) && (part.least > 0 || follow(after, start, search))
      )
  }
}

function wordEnds(word: string, { words }: Search): boolean {
  if (word !== '') words.add(word)
  return word !== ''
}
