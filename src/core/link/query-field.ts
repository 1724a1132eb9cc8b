// One piece of a mail prepared for look-up: its weighty words in order, and every word of the index they stand for (spelt
// apart or together, a family's wildcard, a slip of the pen), each with how surely.
import { type CatalogueIndex, LEAST_SLIPPED, leaveOneOut, SHORTENED } from './catalogue-index.ts'
import { digitsOf, isPartName, isPartSlip, isWildcard, wildcardCovers, wildcardStem } from './part-names.ts'
import { EMPTY_WORDS } from './plain-words.ts'
import { isOneSlip, wordsOf } from './words.ts'

/**
 * `naming`: a phrase that does nothing but name a project; `subject`, `sentence`, `body` say more than that; `context` is
 * what the words are said under, and names nothing by itself.
 */
export type FieldKind = 'subject' | 'naming' | 'sentence' | 'body' | 'context'

export interface QueryText {
  readonly kind: FieldKind
  readonly text: string
  /** What a match here is worth against one in the thread's subject, 0..1. */
  readonly weight: number
}

export interface QueryField extends QueryText {
  /** Weighty words in order, each as the index spells it where it is surely meant. */
  readonly tokens: readonly string[]
  /** Words of the index found, with their sureness 0..1. */
  readonly found: ReadonlyMap<string, number>
  /** Weights of the distinct words as written; only of a naming phrase. */
  readonly weights: ReadonlyMap<string, number>
  /** Distinct part names as written, each with the parts of the index it stands for. */
  readonly parts: ReadonlyMap<string, readonly string[]>
}

const JOINED = 0.95
const WILDCARD = 0.9
const SLIP = 0.85
const SHORT = 0.85
/** Longest word that may be half of one spelt apart (`pv usb`). */
const LONGEST_HALF = 8

export function readField(query: QueryText, index: CatalogueIndex, limit: number): QueryField {
  const tokens = wordsOf(query.text, limit).filter((word) => !EMPTY_WORDS.has(word))
  const found = new Map<string, number>()
  const parts = new Map<string, readonly string[]>()
  const note: Note = (word, sureness) => {
    if ((found.get(word) ?? 0) < sureness) found.set(word, sureness)
  }
  const spelt = new Map<string, string>()
  const careful = query.kind !== 'body'
  let before = ''
  for (const token of tokens) {
    if (index.postings.has(token)) note(token, 1)
    else if (careful) spelt.set(token, noteMisspelt(token, index, note) ?? noteShortened(token, index, note))
    if (token.includes('_')) noteInnerIdentifiers(token, index, note)
    if (isPartName(token) && !parts.has(token)) {
      const meant = [token]
      noteParts(token, index, (part, sureness) => {
        meant.push(part)
        note(part, sureness)
      })
      parts.set(token, meant)
    }
    if (before && before.length <= LONGEST_HALF && token.length <= LONGEST_HALF) {
      const both = before + token
      if (index.postings.has(both)) note(both, JOINED)
      else if (careful) noteShortened(both, index, note)
      for (const word of index.joined.get(both) ?? []) note(word, JOINED)
    }
    for (const word of index.joined.get(token) ?? []) note(word, JOINED)
    before = token
  }
  return {
    ...query,
    tokens: tokens.map((token) => spelt.get(token) ?? token),
    found,
    parts,
    weights: weigh(query.kind === 'naming' ? tokens : [], index),
  }
}

const weigh = (tokens: readonly string[], index: CatalogueIndex): Map<string, number> =>
  new Map(tokens.map((token) => [token, index.weightOf(token)]))

type Note = (word: string, sureness: number) => void

/** `zq_hub` stands in `zq_hub_sensors`. */
function noteInnerIdentifiers(token: string, index: CatalogueIndex, note: Note): void {
  const pieces = token.split('_').slice(0, MOST_PIECES)
  for (let from = 0; from < pieces.length - 1; from++) {
    for (let to = from + 2; to <= pieces.length; to++) {
      const inner = pieces.slice(from, to).join('_')
      if (index.postings.has(inner)) note(inner, 1)
    }
  }
}

const MOST_PIECES = 8

/** The word of the index that one slip of the pen makes of the token; undefined when there is none. */
function noteMisspelt(token: string, index: CatalogueIndex, note: Note): string | undefined {
  if (token.length < LEAST_SLIPPED - 1 || token.length > LONGEST_WORD || !LETTERS.test(token))
    return undefined
  for (const form of leaveOneOut(token)) {
    const meant = index.slips.get(form)?.find((word) => isOneSlip(token, word))
    if (meant === undefined) continue
    note(meant, SLIP)
    return meant
  }
  return undefined
}

const LONGEST_WORD = 30
const LETTERS = /^[a-z]+$/

/** The word of the index of which the token is a longer or shorter form; the token itself when there is none. */
function noteShortened(token: string, index: CatalogueIndex, note: Note): string {
  if (token.length < SHORTENED.least) return token
  let meant = token
  for (const word of index.shortened.get(token) ?? []) {
    note(word, SHORT)
    meant = word
  }
  for (let cut = SHORTENED.most; cut >= 1; cut--) {
    const beginning = token.slice(0, -cut)
    if (beginning.length < SHORTENED.least || !index.postings.has(beginning)) continue
    note(beginning, SHORT)
    meant = beginning
  }
  return meant
}

function noteParts(
  token: string,
  index: CatalogueIndex,
  note: (word: string, sureness: number) => void,
): void {
  if (isWildcard(token)) {
    for (const part of index.partsByStem.get(wildcardStem(token)) ?? []) {
      if (wildcardCovers(token, part)) note(part, WILDCARD)
    }
    return
  }
  if (index.postings.has(token)) return
  const first = token.search(/\d/)
  for (let end = first + 1; end < token.length; end++) {
    for (const wildcard of index.wildcards.get(token.slice(0, end)) ?? []) {
      if (wildcardCovers(wildcard, token)) note(wildcard, WILDCARD)
    }
  }
  for (const part of index.partsByDigits.get(digitsOf(token)) ?? [])
    if (isPartSlip(token, part)) note(part, SLIP)
}
