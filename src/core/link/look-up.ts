// Which entries do these pieces of text speak of? In: the index and texts with their worth. Out: candidates, best first,
// each with its reasons in words. Sub-linear in the catalogue: only names that share a rare enough word are looked at.
import type { Candidate, LinkReason } from '../model/link.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import { findPointers } from './entry-address.ts'
import { type QueryField, type QueryText, readField } from './query-field.ts'
import { scoreName } from './score-name.ts'

/** Words held by more names than this call up no candidate by themselves. */
const MOST_NAMES = { subject: 400, naming: 400, sentence: 200, body: 60 } as const
const MOST_CANDIDATES = 24
/** UTF-16 units of one text that are read. */
const MOST_TEXT = 4_000
const POINTER_SCORE = { url: 0.9, anchor: 0.97, slug: 0.93 } as const
const AGAIN = 0.35

/** Candidates with score above 0.1, best first (ties by catalogue order), at most 24. */
export function lookUp(index: CatalogueIndex, queries: readonly QueryText[]): Candidate[] {
  const reasons = new Map<number, LinkReason[]>()
  for (const query of queries) {
    const best = lookUpField(index, query)
    for (const [entry, reason] of best) {
      const list = reasons.get(entry)
      if (list) list.push(reason)
      else reasons.set(entry, [reason])
    }
  }
  return [...reasons]
    .map(([position, list]) => ({
      entry: index.entries[position]!.id,
      position,
      score: combine(list),
      reasons: list.sort((a, b) => b.weight - a.weight),
    }))
    .filter((candidate) => candidate.score > 0.1)
    .sort((a, b) => b.score - a.score || a.position - b.position)
    .slice(0, MOST_CANDIDATES)
    .map(({ entry, score, reasons }) => ({ entry, score, reasons }))
}

/** The best piece of evidence, and a little more for each further one. */
export function combine(reasons: readonly LinkReason[]): number {
  let score = 0
  let factor = 1
  for (const { weight } of [...reasons].sort((a, b) => b.weight - a.weight)) {
    score += (1 - score) * weight * factor
    factor *= AGAIN
  }
  return Math.min(score, 0.999)
}

function lookUpField(index: CatalogueIndex, query: QueryText): Map<number, LinkReason> {
  const best = new Map<number, LinkReason>()
  const offer = (entry: number, reason: LinkReason): void => {
    const known = best.get(entry)
    if (!known || known.weight < reason.weight) best.set(entry, reason)
  }
  for (const pointer of findPointers(query.text.slice(0, MOST_TEXT))) {
    const entries = index.addresses.get(pointer.key) ?? []
    for (const entry of entries) {
      const weight = (POINTER_SCORE[pointer.kind] * Math.max(query.weight, 0.8)) / entries.length
      offer(entry, { kind: pointer.kind, detail: `${pointer.kind} ${pointer.text}`, weight })
    }
  }
  const field = readField(query, index, MOST_TEXT)
  for (const position of gather(index, field)) {
    const name = index.names[position]!
    const match = scoreName(name, field)
    if (match) {
      offer(name.entry, {
        kind: match.kind,
        detail: `${match.detail} in ${WHERE[field.kind]}`,
        weight: match.score,
      })
    }
  }
  return best
}

const WHERE = { subject: 'subject', naming: 'the phrase', sentence: 'sentence', body: 'text' } as const

/** Names that share the most weight with the field. */
function gather(index: CatalogueIndex, field: QueryField): number[] {
  const shared = new Map<number, number>()
  for (const [word, sureness] of field.found) {
    const names = index.postings.get(word)!
    if (names.length > MOST_NAMES[field.kind]) continue
    const weight = index.weightOf(word) * sureness
    for (const name of names) shared.set(name, (shared.get(name) ?? 0) + weight)
  }
  if (shared.size <= MOST_CANDIDATES) return [...shared.keys()]
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_CANDIDATES)
    .map(([name]) => name)
}
