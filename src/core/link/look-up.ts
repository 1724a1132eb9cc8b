// Which entries do these pieces of text speak of? In: the index and texts with their worth. Out: candidates, best first,
// each with its reasons in words. Sub-linear in the catalogue: only names that share a rare enough word are looked at.
import type { Candidate, LinkReason } from '../model/link.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import type { EntryName } from './entry-names.ts'
import { isPartName } from './part-names.ts'
import { type FieldReader, fieldReader, type QueryField, type QueryText } from './query-field.ts'
import { scoreName } from './score-name.ts'
import { TELLING } from './word-weights.ts'

const MOST_GATHERED = 40
const MOST_CANDIDATES = 24
const POINTER_SCORE = { url: 0.9, anchor: 0.97, slug: 0.93 } as const
const AGAIN = 0.3
/** What a part named only among the keywords is worth where another entry has it in its title. */
const OUTSHONE = 0.6

/**
 * Candidates with score above 0.1, best first (ties by catalogue order), at most 24. Several look-ups in one thread should
 * share a reader.
 */
export function lookUp(
  index: CatalogueIndex,
  queries: readonly QueryText[],
  read: FieldReader = fieldReader(index),
): Candidate[] {
  const fields = queries.filter((query) => query.text).map(read)
  const reasons = new Map<number, LinkReason[]>()
  const offer = (entry: number, offered: readonly LinkReason[]): void => {
    const list = reasons.get(entry)
    if (list) list.push(...offered)
    else if (offered.length > 0) reasons.set(entry, [...offered])
  }
  for (const field of fields) {
    if (field.kind === 'context' || field.pointed.length === 0) continue
    for (const [entry, reason] of followPointers(field)) offer(entry, [reason])
  }
  const titled = new Set<string>()
  const gathered = gather(index, fields)
  for (const { name } of gathered) {
    if (name.kind !== 'keyword') for (const part of name.parts) titled.add(part)
  }
  for (const { name, touched } of gathered) {
    const found = scoreName(name, touched, index.weightOf)
    offer(name.entry, name.kind === 'keyword' ? weighKeyword(name, found, fields, index, titled) : found)
  }
  return rank(index, reasons)
}

function rank(index: CatalogueIndex, reasons: ReadonlyMap<number, LinkReason[]>): Candidate[] {
  return [...reasons]
    .map(([position, list]) => ({ position, score: combine(list), list }))
    .filter(({ score }) => score > 0.1)
    .sort((a, b) => b.score - a.score || a.position - b.position)
    .slice(0, MOST_CANDIDATES)
    .map(({ position, score, list }) => ({
      entry: index.entries[position]!.id,
      score,
      reasons: list.sort((a, b) => b.weight - a.weight).slice(0, 6),
    }))
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

/**
 * A keyword stands for its entry as far as the title's own telling words are said too, or it is kin to a part there. One
 * that the title holds says nothing the title did not say.
 */
function weighKeyword(
  name: EntryName,
  found: readonly LinkReason[],
  fields: readonly QueryField[],
  index: CatalogueIndex,
  titled: ReadonlySet<string>,
): LinkReason[] {
  if (found.length === 0) return []
  const title = index.names[index.namesOf[name.entry]![0]!]!
  if (name.parts.length > 0 && name.parts.every((part) => title.weights.has(part))) return []
  let factor = name.parts.some((part) => titled.has(part)) ? OUTSHONE : 1
  const wanted = name.kin ? title.aspects : [...title.weights.keys()].filter((word) => !isPartName(word))
  let all = 0
  let said = 0
  for (const word of wanted) {
    const weight = title.weights.get(word) ?? 0
    if (weight < TELLING || name.weights.has(word)) continue
    all += weight
    if (fields.some((field) => field.kind !== 'body' && field.found.has(word))) said += weight
  }
  if (all > 0) factor *= 0.5 + 0.5 * (said / all)
  return found.map((reason) => ({ ...reason, weight: reason.weight * factor }))
}

/** The best pointer of a field to each entry. */
function followPointers(field: QueryField): Map<number, LinkReason> {
  const best = new Map<number, LinkReason>()
  for (const { entry, kind, text, among } of field.pointed) {
    const weight = (POINTER_SCORE[kind] * Math.max(field.weight, 0.8)) / among
    if ((best.get(entry)?.weight ?? 0) < weight) best.set(entry, { kind, detail: `${kind} ${text}`, weight })
  }
  return best
}

interface Gathered {
  readonly position: number
  readonly name: EntryName
  /** Fields that share a word with the name. */
  readonly touched: readonly QueryField[]
  readonly weight: number
}

/** The names that may be meant and share the most weight with the fields. */
function gather(index: CatalogueIndex, fields: readonly QueryField[]): Gathered[] {
  const gathered: Gathered[] = []
  for (const position of index.callNames(fields)) {
    const found = touch(position, index, fields)
    if (mayMatter(found)) gathered.push(found)
  }
  return gathered.sort((a, b) => b.weight - a.weight || a.position - b.position).slice(0, MOST_GATHERED)
}

function touch(position: number, index: CatalogueIndex, fields: readonly QueryField[]): Gathered {
  const name = index.names[position]!
  const touched: QueryField[] = []
  let weight = 0
  for (const field of fields) {
    let shares = false
    for (const word of name.weights.keys()) {
      const sureness = field.found.get(word)
      if (sureness === undefined) continue
      shares = true
      weight += index.weightOf(word) * sureness * field.weight
    }
    if (shares) touched.push(field)
  }
  return { position, name, touched, weight }
}

/** Less than a fifth of a name without a part is no match anywhere but in a phrase that only names. */
function mayMatter({ name, touched, weight }: Gathered): boolean {
  if (name.parts.length > 0 || weight >= LEAST_SHARE * name.mass) return true
  return touched.some((field) => field.kind === 'naming')
}

const LEAST_SHARE = 0.2
