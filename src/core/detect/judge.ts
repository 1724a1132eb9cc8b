// Weighs one match: phrase, object, mood and mail add up as log-odds, the sum becomes the score.
// In: a detector's match. Out: a score 0..1, or null when the match says nothing. Refuses nothing.
import type { SignalType } from '../model/signal.ts'
import type { Found, Mood } from './detector.ts'
import { isNoWish } from './interest/no-wish.ts'
import { readMoods } from './mood.ts'
import type { ObjectKind } from './object.ts'

/** Log-odds a kind of object adds, for statements about one's own work. */
const OBJECT: Readonly<Record<ObjectKind, number>> = {
  project: 0.6,
  identifier: 0.6,
  unknown: -0.8,
  pronoun: -2.6,
  vague: -3.2,
  review: -4,
  mending: -4,
  none: -2.6,
}

/** Log-odds of a mood the phrase does not allow. */
const MOOD: Readonly<Record<Mood, number>> = {
  question: -4,
  condition: -1.8,
  negation: -5,
  past: -2.2,
  'other-version': -3.5,
}

/** Types whose author speaks of his own work: there the mail around matters most. */
const OWN_WORK: ReadonlySet<SignalType> = new Set(['claim', 'interest', 'progress'])

/** Chance that a careful reader agrees, 0..1; null when the detector itself says no. */
export function judge(found: Found): number | null {
  const { detector, match, sentence, object, context } = found
  if (detector.never?.includes(object.kind)) return null
  if ((detector.typeOf?.(found) ?? detector.type) === 'interest' && isNoWish(found)) return null
  if (!match[0].includes('"') && isQuoted(sentence.text, match.index)) return null
  if (detector.weighsAll) {
    const all = detector.weigh?.(found) ?? null
    return all === null ? null : chance(all)
  }
  let odds = detector.weight
  if (detector.object !== 'thread') odds += detector.objectWeights?.[object.kind] ?? OBJECT[object.kind]
  for (const mood of readMoods(sentence.text, match.index, match[0].length)) {
    if (!detector.allows?.includes(mood)) odds += MOOD[mood]
  }
  if (OWN_WORK.has(detector.type) && context.review && !object.making) odds -= 0.4
  if (detector.weigh) {
    const extra = detector.weigh(found)
    if (extra === null) return null
    odds += extra
  }
  return chance(odds)
}

/** True for what stands between quotation marks with a speaker of its own: '"I want to help", says one'. */
function isQuoted(text: string, at: number): boolean {
  const marks = text.split('"').length - 1
  if (marks === 0) return false
  const before = text.slice(0, at).split('"').length - 1
  return before % 2 === 1 ? marks > before : before === 0 && marks === 1 && /"[.,;:!?)]*$/.test(text)
}

const chance = (odds: number): number => 1 / (1 + Math.exp(-odds))
