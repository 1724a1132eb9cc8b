// What an entry is called: title, aliases, keywords, each as weighed words with its parts and aspects. In: entries and word
// weights. Out: names ready for scoring.
import type { CatalogueEntry } from '../model/entry.ts'
import { expandRow, isPartName } from './part-names.ts'
import { EMPTY_WORDS } from './plain-words.ts'
import { TELLING, type WeightOf } from './word-weights.ts'
import { foldText, slugOf, wordsOf } from './words.ts'

/** A name as written, before its words are weighed. */
export interface DraftName {
  /** Position of the entry in the catalogue. */
  readonly entry: number
  readonly kind: 'title' | 'alias' | 'keyword'
  readonly text: string
  /** Words that carry weight, in order, repeats kept. */
  readonly tokens: readonly string[]
}

export interface EntryName extends DraftName {
  /** The distinct words and their weights. */
  readonly weights: ReadonlyMap<string, number>
  readonly mass: number
  /** Words of which one at least must be said where the name is meant: the telling ones and parts, else the heaviest. */
  readonly calling: readonly string[]
  /** Part names of the first clause that has any, and those in later clauses: what the work is about, and beside what. */
  readonly parts: readonly string[]
  readonly sideParts: readonly string[]
  /** Telling words that say what is to be done with a part: those in clauses that name none (`ZQ7124: filter type`). */
  readonly aspects: readonly string[]
  /** Made-up words, by their capitals, digits, underscores: `PVNET`, `QuadIO`, `9Q`, `zq_hub`. */
  readonly coined: ReadonlySet<string>
  /** The made-up name of the one thing that the title asks to make or bring over (`Porting QuadIO`), null for all others. */
  readonly thing: string | null
  /** Words of a made-up component before a colon (`zq_hub: self test`): without it the rest means another thing. None for a part. */
  readonly component: readonly string[]
  /** Words after a colon: what is to be done with the component before it. */
  readonly task: readonly string[]
  /** A keyword that is a part of the family in the title. */
  readonly kin: boolean
}

const MOST_NAME = 400

/** Each name once, the title first. */
export function draftNames(entry: CatalogueEntry, position: number): DraftName[] {
  const seen = new Set<string>()
  const drafts: DraftName[] = []
  const draft = (kind: DraftName['kind'], text: string): void => {
    const key = slugOf(text)
    if (!key || seen.has(key)) return
    seen.add(key)
    const tokens = wordsOfName(text).filter((word) => !EMPTY_WORDS.has(word))
    if (tokens.length > 0) drafts.push({ entry: position, kind, text, tokens })
  }
  draft('title', entry.title)
  for (const alias of entry.aliases) draft('alias', alias)
  for (const keyword of entry.keywords) draft('keyword', keyword)
  return drafts
}

/** Part names of an entry's title: those it is about, and the others. */
export interface TitleParts {
  readonly main: readonly string[]
  readonly beside: readonly string[]
}

export function partsOfTitle(title: string): TitleParts {
  const { parts } = readClauses(title, () => 0)
  return { main: parts, beside: partsIn(wordsOfName(title)).filter((part) => !parts.includes(part)) }
}

export function weighName(draft: DraftName, weightOf: WeightOf, titleParts: TitleParts): EntryName {
  const weights = new Map<string, number>()
  for (const word of draft.tokens) if (!weights.has(word)) weights.set(word, weightOf(word))
  weighIdentifiers(weights)
  let mass = 0
  for (const weight of weights.values()) mass += weight
  const { parts, aspects } = readClauses(draft.text, weightOf)
  const sideParts = partsIn(weights.keys()).filter((part) => !parts.includes(part))
  const kin =
    draft.kind === 'keyword' &&
    parts.some(
      (part) => titleParts.main.some((known) => isKin(part, known)) && !titleParts.beside.includes(part),
    )
  const coined = coinedWords(draft.text)
  return {
    ...draft,
    weights,
    mass,
    calling: callingWords(weights),
    parts,
    sideParts,
    aspects,
    coined,
    thing: thingMade(draft, weights, coined),
    component: componentOf(draft.text),
    task: taskOf(draft.text),
    kin,
  }
}

function callingWords(weights: ReadonlyMap<string, number>): string[] {
  const words = [...weights.keys()]
  const calling = words.filter((word) => weights.get(word)! >= TELLING || isPartName(word))
  if (calling.length > 0) return calling
  const most = Math.max(...weights.values())
  return words.filter((word) => weights.get(word) === most).slice(0, 1)
}

/** Distinct part names among words. */
export const partsIn = (words: Iterable<string>): string[] => [...new Set(words)].filter(isPartName)

const wordsOfName = (text: string): string[] => [
  ...wordsOf(text, MOST_NAME),
  ...expandRow(foldText(text.slice(0, MOST_NAME))),
]

function taskOf(text: string): string[] {
  const colon = text.indexOf(': ')
  return colon < 0 ? [] : wordsOf(text.slice(colon + 2), MOST_NAME)
}

function componentOf(text: string): string[] {
  const colon = text.indexOf(':')
  const before = colon < 0 ? '' : text.slice(0, Math.min(colon, MOST_NAME))
  const coined = before.match(/[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+/gu) ?? []
  const pieces = coined.flatMap((word) => wordsOf(word).slice(1))
  return pieces.some(isPartName) ? [] : pieces
}

const MAKING = /\b(?:add|support|introduc|implement|port|upstream|enabl|creat|writ|driver|backend|frontend)/i
/** Shorter made-up words are mostly the trade's own: `ABI`, `DMA`. */
const LEAST_THING = 5

function thingMade(
  draft: DraftName,
  weights: ReadonlyMap<string, number>,
  coined: ReadonlySet<string>,
): string | null {
  if (draft.kind === 'keyword' || !MAKING.test(draft.text)) return null
  const telling = [...weights].filter(([, weight]) => weight >= TELLING).map(([word]) => word)
  const [thing] = telling
  if (telling.length !== 1 || !coined.has(thing!) || thing!.length < LEAST_THING) return null
  return thing!
}

const WRITTEN = /[\p{L}\p{N}_]+/gu
const COINED = /\p{Lu}.*\p{Lu}|\p{N}|._./u

function coinedWords(text: string): Set<string> {
  const written = text.slice(0, MOST_NAME).match(WRITTEN) ?? []
  return new Set(written.filter((word) => COINED.test(word)).flatMap((word) => wordsOf(word)))
}

/** An identifier weighs as much as one word: more than half of it whole, the rest by its pieces; of a long one the pieces say little. */
function weighIdentifiers(weights: Map<string, number>): void {
  for (const [word, weight] of [...weights]) {
    if (!word.includes('_')) continue
    const pieces = wordsOf(word).slice(1)
    const long = pieces.length > 3
    weights.set(word, long ? weight : weight * 0.6)
    const share = long ? 0.1 : 0.4 / pieces.length
    for (const piece of pieces) if (!isPartName(piece)) weights.set(piece, (weights.get(piece) ?? 0) * share)
  }
}

const CLAUSE = /[:;,[\]]|\s(?:for|in|on|of|to|via|with|from|by|into|at|using|and)\s/gi
const ASIDE = /\([^()]*\)/g

/** Asides in brackets ask for nothing. */
function readClauses(text: string, weightOf: WeightOf): Pick<EntryName, 'parts' | 'aspects'> {
  let parts: string[] = []
  const aspects = new Set<string>()
  for (const clause of text.slice(0, MOST_NAME).replace(ASIDE, ' ').split(CLAUSE)) {
    const words = wordsOfName(clause)
    const own = partsIn(words)
    if (own.length === 0) for (const word of words) if (weightOf(word) >= TELLING) aspects.add(word)
    if (parts.length === 0) parts = own
  }
  return { parts, aspects: parts.length === 0 ? [] : [...aspects] }
}

/** Same letters and first two digits: `ZQ4697` beside `ZQ4695`. */
function isKin(part: string, known: string): boolean {
  const end = part.search(/\d/) + 2
  return part.slice(0, end) === known.slice(0, end)
}
