// Which of a mail's matches stand: the best of a sentence, then one a type and project.
// In: scored statements of one mail. Out: those to keep, in order of the text. Refuses repeats of one thing.

import type { Person } from '../model/person.ts'
import type { SignalType } from '../model/signal.ts'
import type { Sentence } from './sentences.ts'
import { telling } from './specificity.ts'

export interface Statement {
  readonly type: SignalType
  readonly reason: string
  readonly score: number
  readonly sentence: Sentence | null
  readonly project: string | null
  readonly who: Person
  /** How closely it tells what is meant (`specificity.ts`); nothing where it is not asked for. */
  readonly specificity?: number
  /** What the score would be if the phrase were the name of a project; absent when it makes no difference. */
  readonly ifNamed?: number
}

/** Scores below are noise: such a statement is not told at all. */
export const LEAST_SCORE = 0.5
/** A second statement of a type must be this sure, and name something else. */
const SECOND_SCORE = 0.75
const MOST_OF_A_TYPE = 4

/** Types that exclude each other within a sentence: what he does, he does not merely wish. */
const ABOUT_OWN_WORK: ReadonlySet<SignalType> = new Set(['claim', 'interest', 'progress', 'release'])

export function chooseStatements(found: readonly Statement[]): Statement[] {
  const strong = found.filter((each) => each.score >= LEAST_SCORE).sort((a, b) => b.score - a.score)
  const kept: Statement[] = []
  for (const each of bestOfSentences(strong).sort(byWorth)) {
    const same = kept.filter((other) => other.type === each.type)
    if (
      same.length > 0 &&
      (each.score < SECOND_SCORE ||
        !namesWork(each.project) ||
        same.length >= MOST_OF_A_TYPE ||
        same.some((other) => alike(other, each)))
    )
      continue
    kept.push(each)
  }
  return kept.sort(
    (a, b) => (a.sentence?.span.start ?? -1) - (b.sentence?.span.start ?? -1) || (a.type < b.type ? -1 : 1),
  )
}

/**
 * Of an applicant's mail: who says which project he wants has not got it, and what he says he works on is something else. A
 * proposal alone proves no wish: its author may be at work by now.
 */
export function withoutSideClaims(found: readonly Statement[]): readonly Statement[] {
  const wishes = found.some(
    ({ type, score, reason }) => type === 'interest' && score >= SURE_WISH && reason !== 'interest-proposal',
  )
  return wishes ? found.filter(({ type }) => type !== 'claim') : found
}
const SURE_WISH = 0.6

/** Of what excludes each other within a sentence, the surest; of two of a type, the one that names more. */
function bestOfSentences(strong: readonly Statement[]): Statement[] {
  const best: Statement[] = []
  for (const each of strong) {
    const at = best.findIndex(
      (other) => other.sentence !== null && other.sentence === each.sentence && clash(other, each),
    )
    if (at < 0) best.push(each)
    else if (best[at]!.type === each.type && byWorth(each, best[at]!) < 0) best[at] = each
  }
  return best
}

/** Of a wish, the sentence that names the thing tells more than "I'd like to apply", however sure that is. */
function byWorth(a: Statement, b: Statement): number {
  return worthOf(b) - worthOf(a) || b.score - a.score
}
const worthOf = ({ specificity, score }: Statement): number =>
  score < TRUSTED_SCORE ? 0 : (specificity ?? 0)
/** What is fainter names its thing by chance. */
const TRUSTED_SCORE = 0.55

/**
 * Statements too faint to be told by themselves that would be told if their phrase names a project: only a catalogue can
 * say. The best of a sentence, and none beside what is told of it already.
 */
export function chooseFaint(found: readonly Statement[], kept: readonly Statement[]): Statement[] {
  const faint: Statement[] = []
  for (const each of [...found].sort((a, b) => (b.ifNamed ?? 0) - (a.ifNamed ?? 0))) {
    if ((each.ifNamed ?? 0) < LEAST_SCORE || each.score >= LEAST_SCORE || faint.length >= MOST_OF_A_TYPE)
      continue
    if ([...kept, ...faint].some((other) => other.sentence === each.sentence)) continue
    faint.push(each)
  }
  return faint
}

function clash(a: Statement, b: Statement): boolean {
  return a.type === b.type || (ABOUT_OWN_WORK.has(a.type) && ABOUT_OWN_WORK.has(b.type))
}

/** A second statement must name its work: a part number, a quoted title, a driver, a port; not "GSoC 2025". */
function namesWork(project: string | null): boolean {
  return /\d|["']|\b(?:drivers?|projects?|port(?:ing)?|support|backend|frontend|tool|feature|idea)\b/i.test(
    (project ?? '').replace(/\b(?:19|20)\d\d\b/g, ''),
  )
}

/** True unless both name a project and the names share no telling word. */
function alike(a: Statement, b: Statement): boolean {
  if (a.project === null || b.project === null) return true
  const words = new Set(telling(a.project))
  const other = telling(b.project)
  return words.size === 0 || other.length === 0 || other.some((word) => words.has(word))
}
