// How surely texts speak of an entry by one of its names. In: a name and the fields. Out: reasons with weights 0..1. A
// quoted name beats scattered words; a part's name says most of what a title says, unless the title asks for more (an
// aspect); running text must quote or name the part, only subjects and phrases may hint.
import type { LinkReason } from '../model/link.ts'
import type { EntryName } from './entry-names.ts'
import { isPartName } from './part-names.ts'
import type { FieldKind, QueryField } from './query-field.ts'
import { quoteScore } from './quote-score.ts'
import { announcesThing, saysChange } from './upkeep.ts'
import { COMMON, TELLING, type WeightOf } from './word-weights.ts'
import { wordsOf } from './words.ts'

/** How much of a field's worth a word scattered in it has, beside quoted names. */
const SCATTERED: Record<FieldKind, number> = {
  subject: 1,
  naming: 1,
  sentence: 0.9,
  body: 0.5,
  context: 0.85,
}
const WHERE: Record<FieldKind, string> = {
  subject: 'subject',
  naming: 'phrase',
  sentence: 'sentence',
  body: 'text',
  context: 'context',
}

/** What speaks for the name, one reason a field, the best perhaps replaced by one over all fields; empty when nothing does. */
export function scoreName(name: EntryName, fields: readonly QueryField[], weightOf: WeightOf): LinkReason[] {
  const reasons: LinkReason[] = []
  const scattered = scatteredReason(name, fields)
  for (const field of fields) {
    if (field.kind === 'context') continue
    const quote = quoteReason(name, field)
    const phrase =
      field.kind === 'naming' && name.kind !== 'keyword' ? scorePhrase(name, field, fields, weightOf) : null
    const best = strongest(quote, phrase, mentionOf(name, field, scattered))
    if (best && best.weight > 0) reasons.push(best)
  }
  reasons.sort((a, b) => b.weight - a.weight)
  if (!scattered || (reasons[0]?.weight ?? 0) >= scattered.weight) return reasons
  return [scattered, ...reasons.slice(1)]
}

function quoteReason(name: EntryName, field: QueryField): LinkReason | null {
  const weight = quoteScore(name, field) * field.weight
  if (weight === 0) return null
  const kind = name.kind === 'keyword' ? 'keyword' : 'title'
  return { kind, detail: `${name.kind} “${name.text}” in ${WHERE[field.kind]}`, weight }
}

/** The first of the strongest. */
function strongest(...reasons: readonly (LinkReason | null)[]): LinkReason | null {
  let best: LinkReason | null = null
  for (const reason of reasons) if (reason && reason.weight > (best?.weight ?? 0)) best = reason
  return best
}

/** Words strewn over several subjects of a thread make no title; a part in one and its aspect in another do. */
function scatteredReason(name: EntryName, fields: readonly QueryField[]): LinkReason | null {
  if (name.kind === 'keyword') return null
  if (name.parts.length > 0) return scorePart(name, fields)
  const subjects = fields.filter((field) => field.kind === 'subject')
  if (subjects.length < 2) return scoreWords(name, fields)
  const others = fields.filter((field) => field.kind !== 'subject')
  let best: LinkReason | null = null
  for (const subject of subjects) {
    const found = scoreWords(name, [subject, ...others])
    if (found && (!best || found.weight > best.weight)) best = found
  }
  return best
}

/** What one more sentence that names the part is worth, against all that speaks for it. */
const MENTION = 0.6

function mentionOf(name: EntryName, field: QueryField, scattered: LinkReason | null): LinkReason | null {
  if (!scattered || (field.kind !== 'naming' && field.kind !== 'sentence')) return null
  const part = name.parts.find((word) => field.found.has(word))
  if (part === undefined) return null
  const weight = MENTION * scattered.weight * bestPlace(part, name, [field], true)
  return { kind: 'title-words', detail: `${part} in ${WHERE[field.kind]}`, weight }
}

/** The best place of a word: field's worth, sureness, and for a part the company of other parts there. */
function bestPlace(word: string, name: EntryName, fields: readonly QueryField[], isPart: boolean): number {
  let best = 0
  for (const field of fields) {
    const sureness = field.found.get(word)
    if (sureness === undefined) continue
    let worth = sureness * field.weight
    if (isPart) {
      let others = 0
      for (const meant of field.parts.values()) if (!meant.some((part) => name.weights.has(part))) others++
      worth /= Math.sqrt(Math.min(1 + others, 9))
    } else worth *= SCATTERED[field.kind]
    if (worth > best) best = worth
  }
  return best
}

/** What a part in a later clause is worth (`ZQ7606C in the zq7606 driver`). */
const BESIDE = 0.6

function scorePart(name: EntryName, fields: readonly QueryField[]): LinkReason | null {
  let part = ''
  let place = 0
  for (const candidate of [...name.parts, ...name.sideParts]) {
    const worth = bestPlace(candidate, name, fields, true) * (name.sideParts.includes(candidate) ? BESIDE : 1)
    if (worth > place) {
      part = candidate
      place = worth
    }
  }
  if (place === 0) return null
  const share =
    name.aspects.length > 0
      ? 0.45 + 0.47 * placedShare(name, name.aspects, fields)
      : 0.88 + 0.08 * placedShare(name, restOf(name), fields)
  const missing = name.aspects.filter((word) => bestPlace(word, name, fields, false) === 0)
  const detail = missing.length > 0 ? `${part}, without ${missing.slice(0, 3).join(', ')}` : part
  return { kind: 'title-words', detail, weight: share * place }
}

const restOf = (name: EntryName): string[] => [...name.weights.keys()].filter((word) => !isPartName(word))

function placedShare(name: EntryName, words: readonly string[], fields: readonly QueryField[]): number {
  let all = 0
  let placed = 0
  for (const word of words) {
    const weight = name.weights.get(word) ?? 0
    all += weight
    placed += weight * bestPlace(word, name, fields, false)
  }
  return all === 0 ? 1 : placed / all
}

/** Words of a title without a part: two telling ones outside running text, or a coined one with most of the plain ones. */
function scoreWords(name: EntryName, fields: readonly QueryField[]): LinkReason | null {
  const places = fields.filter((field) => field.kind !== 'body')
  const found: string[] = []
  const plain: string[] = []
  let missing = 0
  let rarest = 0
  for (const [word, weight] of name.weights) {
    if (weight < TELLING) {
      if (weight > COMMON) plain.push(word)
    } else if (bestPlace(word, name, places, false) > 0) {
      found.push(word)
      rarest = Math.max(rarest, weight)
    } else missing = Math.max(missing, weight)
  }
  if (found.length === 0) return null
  const detail = found.join(', ')
  if (found.length >= 2) {
    const share = placedShare(name, [...name.weights.keys()], places) * componentFactor(name, places)
    return { kind: 'title-words', detail, weight: 0.9 * share * (missing > rarest ? UNSAID : 1) }
  }
  if (missing > 0 || plain.length < 2 || !name.coined.has(found[0]!)) return null
  const place = bestPlace(found[0]!, name, places, false)
  if (name.thing !== null && places.some((field) => announces(field, name.thing!)))
    return { kind: 'title-words', detail: `${detail}, announced`, weight: ANNOUNCED * place }
  const near = name.weights.size > 3 ? fields : places
  const said = plain.filter((word) => bestPlace(word, name, near, false) > 0).length / plain.length
  if (said < 0.6 || (name.weights.size <= 3 && !places.some((field) => standInOrder(name, field))))
    return null
  if (
    !saysChange(
      name.text,
      places.filter((field) => field.kind !== 'context').map((field) => field.text),
    )
  )
    return null
  return { kind: 'title-words', detail, weight: (0.45 + 0.4 * said) * place }
}

const announces = (field: QueryField, thing: string): boolean =>
  field.kind === 'subject' && announcesThing(field.text, thing)

/** What it is worth that a subject announces the one thing by whose name the title is known. */
const ANNOUNCED = 0.7

/** Of `COMPONENT: task` both sides must be spoken of. */
function componentFactor(name: EntryName, fields: readonly QueryField[]): number {
  const tasks = name.task.filter((word) => (name.weights.get(word) ?? 0) >= TELLING)
  return tasks.length === 0 || tasks.some((word) => isSaid(word, fields)) ? ofComponent(name, fields) : UNSAID
}

const isSaid = (word: string, fields: readonly QueryField[]): boolean =>
  fields.some((field) => field.found.has(word))

/** What is left of a score when the task is said of another component. */
const ofComponent = (name: EntryName, fields: readonly QueryField[]): number =>
  name.component.every((word) => isSaid(word, fields)) ? 1 : UNSAID

const UNSAID = 0.6

/** What a field has of the name's words, it has in the name's order. */
function standInOrder(name: EntryName, field: QueryField): boolean {
  let last = -1
  let seen = 0
  for (const token of name.tokens) {
    const at = field.tokens.indexOf(token)
    if (at < 0) continue
    if (at < last) return false
    last = at
    seen++
  }
  return seen > 0
}

/** `the QDB project`: how much of the phrase the name explains, and how much of the name the phrase says. */
function scorePhrase(
  name: EntryName,
  field: QueryField,
  fields: readonly QueryField[],
  weightOf: WeightOf,
): LinkReason | null {
  let explained = 0
  let said = 0
  let telling = 0
  let tellingAll = 0
  let coined = false
  for (const [word, weight] of name.weights) {
    if (weight >= TELLING) tellingAll++
    const sureness = field.found.get(word)
    if (sureness === undefined) continue
    explained += weight
    said += weight * sureness
    if (weight < TELLING) continue
    telling++
    if (name.coined.has(word)) coined = true
  }
  if (telling === 0) return null
  let all = 0
  let strange = 0
  for (const word of new Set(wordsOf(field.text))) {
    const weight = weightOf(word)
    all += weight
    if (weight > COMMON && !name.weights.has(word)) strange++
  }
  if (all === 0) return null
  const [explains, says] = [Math.min(1, explained / all), said / name.mass]
  const whole = explains > 0.95 && tellingAll > 1 && (telling > 1 || coined)
  const loose = tellingAll === 1 && strange > 0 && says < 0.99
  const share = whole ? 0.62 + 0.33 * says : explains * says * (loose ? LOOSE : 0.9)
  return {
    kind: 'title-words',
    detail: `phrase “${field.text.slice(0, 60)}”`,
    weight: share * field.weight * ofComponent(name, fields),
  }
}

/** One telling word among others of another's choice (`NetMinix support` for the entry “Testing NetMinix”). */
const LOOSE = 0.6
