// How surely a field speaks of an entry by one of its names. In: a name and a field. Out: a score 0..1 with the kind of
// evidence, or null. Quoted names beat scattered words; running text must quote, only subjects and phrases may hint.

import type { LinkEvidence } from '../model/link.ts'
import type { EntryName } from './catalogue-index.ts'
import { isPartName } from './part-names.ts'
import type { QueryField } from './query-field.ts'

export interface NameMatch {
  readonly kind: LinkEvidence
  readonly score: number
  /** The words that matched, for people. */
  readonly detail: string
}

/** Weight from which a word is telling by itself. */
const TELLING = 0.5

export function scoreName(name: EntryName, field: QueryField): NameMatch | null {
  const hit = coverage(name, field)
  if (hit.mass === 0) return null
  const matches = [quotedName(name, field, hit), partName(name, field, hit), scatteredWords(name, field, hit)]
  let best: NameMatch | null = null
  for (const match of matches) if (match && (!best || match.score > best.score)) best = match
  return best && { ...best, score: best.score * field.weight }
}

interface Hit {
  readonly words: readonly string[]
  readonly mass: number
  /** Share of the name's weight that was found. */
  readonly share: number
  /** Telling words found, and those there are. */
  readonly telling: number
  readonly tellingAll: number
}

function coverage(name: EntryName, field: QueryField): Hit {
  const words: string[] = []
  let mass = 0
  let telling = 0
  let tellingAll = 0
  for (const [word, weight] of name.weights) {
    if (weight >= TELLING) tellingAll++
    const sureness = field.found.get(word)
    if (sureness === undefined) continue
    words.push(word)
    mass += weight * sureness
    if (weight >= TELLING) telling++
  }
  return { words, mass, share: name.mass > 0 ? mass / name.mass : 0, telling, tellingAll }
}

/** The whole name in its order, or nearly so in a window hardly longer than itself. */
function quotedName(name: EntryName, field: QueryField, hit: Hit): NameMatch | null {
  if (hit.share < 0.75) return null
  const kind = name.kind === 'keyword' ? 'keyword' : 'title'
  const quoted = `${name.kind} “${name.text}”`
  if (standsIn(name.tokens, field.tokens)) return { kind, score: quoteStrength(name, field), detail: quoted }
  if (name.kind === 'keyword' || name.tokens.length < 3) return null
  const near = nearness(name, field)
  if (near < 0.75) return null
  const strength = quoteStrength(name, field)
  return { kind, score: strength * (0.35 + 0.6 * near), detail: `nearly ${quoted}` }
}

/** One word of the language quotes nothing; three words in a row, or a rare one, do. */
function quoteStrength(name: EntryName, field: QueryField): number {
  const running = field.kind === 'body'
  if (name.kind === 'keyword') return name.mass >= TELLING ? (running ? 0.5 : 0.72) : 0.2
  const { mass } = name
  if (mass >= 2) return 0.97
  if (name.tokens.length >= 3) return mass >= 0.6 ? 0.95 : 0.85
  if (name.tokens.length === 2) return mass >= 1 ? 0.92 : mass >= TELLING ? 0.8 : running ? 0.3 : 0.6
  return mass >= TELLING ? (running ? 0.35 : 0.7) : 0.2
}

function standsIn(needle: readonly string[], hay: readonly string[]): boolean {
  const last = hay.length - needle.length
  outer: for (let i = 0; i <= last; i++) {
    for (let j = 0; j < needle.length; j++) if (hay[i + j] !== needle[j]) continue outer
    return true
  }
  return false
}

/** Largest share of the name's weight in any window of one and a half times its length. */
function nearness(name: EntryName, field: QueryField): number {
  const size = Math.ceil(name.tokens.length * 1.5) + 1
  const inside = new Map<string, number>()
  let mass = 0
  let best = 0
  field.tokens.forEach((token, i) => {
    const weight = name.weights.get(token)
    if (weight !== undefined) {
      const n = inside.get(token) ?? 0
      if (n === 0) mass += weight
      inside.set(token, n + 1)
    }
    const gone = field.tokens[i - size]
    const goneWeight = gone === undefined ? undefined : name.weights.get(gone)
    if (goneWeight !== undefined) {
      const n = inside.get(gone!)! - 1
      if (n === 0) mass -= goneWeight
      inside.set(gone!, n)
    }
    if (mass > best) best = mass
  })
  return best / name.mass
}

/** A part's name says most of what a title says; what the title adds decides between entries on one part. */
function partName(name: EntryName, field: QueryField, hit: Hit): NameMatch | null {
  const parts = hit.words.filter(isPartName)
  if (parts.length === 0) return null
  const sureness = Math.max(...parts.map((part) => field.found.get(part)!))
  const base = name.kind === 'keyword' ? 0.7 : 0.8
  const crowd = Math.max(1, field.parts.length / parts.length)
  const score =
    (base * sureness) / Math.sqrt(Math.min(crowd, 9)) +
    (name.kind === 'keyword' ? 0 : 0.1 * restShare(name, field))
  return { kind: name.kind === 'keyword' ? 'keyword' : 'title-words', score, detail: `${parts.join(', ')}` }
}

/** Share of what the name says besides part names that the field says too. */
function restShare(name: EntryName, field: QueryField): number {
  let mass = 0
  let found = 0
  for (const [word, weight] of name.weights) {
    if (isPartName(word)) continue
    mass += weight
    found += weight * (field.found.get(word) ?? 0)
  }
  return mass === 0 ? 1 : found / mass
}

function scatteredWords(name: EntryName, field: QueryField, hit: Hit): NameMatch | null {
  if (name.kind === 'keyword' || field.kind === 'body' || hit.telling === 0) return null
  const detail = hit.words.join(', ')
  if (field.kind === 'naming') return namingPhrase(field, hit, detail)
  if (hit.telling < 2) return null
  const score = hit.share * (field.kind === 'subject' ? 0.9 : 0.8)
  return { kind: 'title-words', score, detail }
}

/** `the KDD project`: what counts is how much of the phrase the name explains, and how much of the name the phrase says. */
function namingPhrase(field: QueryField, hit: Hit, detail: string): NameMatch | null {
  const explained = explainedShare(field, hit)
  const score =
    explained > 0.95 && (hit.telling >= 2 || hit.tellingAll > 1)
      ? 0.6 + 0.35 * hit.share
      : explained * hit.share * 0.9
  return { kind: 'title-words', score, detail }
}

function explainedShare(field: QueryField, hit: Hit): number {
  const known = new Set(hit.words)
  let all = 0
  let explained = 0
  for (const token of new Set(field.tokens)) {
    const weight = field.weightOf(token)
    all += weight
    if (known.has(token)) explained += weight
  }
  return all === 0 ? 0 : explained / all
}
