// When the work is in: by a word with authority, or by commits that make a series whole. One version whole is the work whole.

import type { CommitFact, MailFact, SignalFact } from '../model/fact.ts'
import { type Person, personKey } from '../model/person.ts'
import type { Evidence } from '../model/standing.ts'
import { addEvent, type Fold, type Held, type MoveDetail, moveClaim } from './fold.ts'
import { seriesOf } from './patches.ts'
import { isNamed, isSurelyLinked } from './speech.ts'
import { HOLDING } from './transitions.ts'

/** Marks the entry done and the worker's claim with it; others who hold it are kept, and flagged. */
export function finishWork(
  fold: Fold,
  worker: Person | null,
  move: 'complete' | 'merge',
  detail: MoveDetail,
  isLone = false,
): void {
  const key = worker ? personKey(worker) : ''
  const rivals = [...fold.claims.values()]
    .filter((held) => held.key !== key && HOLDING.has(held.state))
    .map((held) => held.evidence)
  const moved = worker ? moveClaim(fold, worker, move, detail) : null
  if (!moved && !fold.done) {
    addEvent(fold, detail, move === 'merge' ? 'merged' : 'completed', null, null, 'done')
  }
  fold.done ??= { at: detail.at, key, evidence: detail.evidence, rivals, isLone }
}

/**
 * Takes a word like "applied" or "merged", said with authority, into the fold. Under patches it finishes the entry only
 * when they are a series of somebody whose work surely is this entry, or a single patch that names the entry; under a fix it
 * finishes the fix.
 */
export function hearWord(
  fold: Fold,
  mail: MailFact,
  signal: SignalFact,
  who: Person | null,
  detail: MoveDetail,
): void {
  const thread = fold.threads.get(mail.thread)
  if (!thread || thread.series === null) {
    finishWork(fold, who ?? soleHolder(fold), 'complete', detail)
    return
  }
  const worker = thread.workOf === null ? undefined : fold.claims.get(thread.workOf)
  if (!worker || !HOLDING.has(worker.state)) return
  const { n = 0, m = 0, version = 1 } = signal
  const key = `said ${mail.thread} v${version}`
  const positions = n >= 1 ? (fold.merged.get(key) ?? new Set<number>()).add(n) : null
  if (positions) fold.merged.set(key, positions)
  const series = worker.series.get(thread.series)
  const isLone = m <= 1 && series?.isLone === true
  const whole = isLone ? series.isNamed : positions === null || (m > 1 && positions.size >= m)
  if (whole && worker.sure) finishWork(fold, worker.who, 'complete', detail, isLone)
  else
    addEvent(
      fold,
      detail,
      'partly-merged',
      worker.who,
      worker.state,
      positions ? `${positions.size}/${m}` : null,
    )
}

function soleHolder(fold: Fold): Person | null {
  const holders = [...fold.claims.values()].filter((held) => HOLDING.has(held.state))
  return holders.length === 1 ? holders[0]!.who : null
}

/** Takes a commit into the fold. One by somebody without part in the entry changes nothing: a fix is no project. */
export function hearCommit(fold: Fold, commit: CommitFact): void {
  const mail = commit.message === null ? undefined : fold.mails.get(commit.message)
  const poster = mail ? fold.claims.get(personKey(mail.author)) : undefined
  const author = fold.claims.get(personKey(commit.author))
  const held = poster ?? author
  const patches = mail?.signals.filter((signal) => signal.type === 'patch') ?? []
  const strong = patches.some(isSurelyLinked)
  const named = patches.some(isNamed)
  if (!held && !strong) return
  const detail: MoveDetail = { at: commit.at, evidence: commitEvidence(commit), ownSign: false }
  const key = `${commit.repository} ${commit.series} v${commit.version}`
  const positions = (fold.merged.get(key) ?? new Set<number>()).add(commit.n)
  fold.merged.set(key, positions)
  // A single patch may be any step on the way: it is the whole work when it names the entry.
  const whole = positions.size >= commit.m && (commit.m > 1 || named)
  if (!whole || (held && hasLaterSeries(held, mail ? seriesOf(fold, mail) : null))) {
    const progress = `${positions.size}/${commit.m}`
    addEvent(fold, detail, 'partly-merged', held?.who ?? commit.author, held?.state ?? null, progress)
    return
  }
  finishWork(fold, held?.who ?? mail?.author ?? commit.author, 'merge', detail, commit.m === 1)
}

/** A first tag that contains a commit: the entry's release when the commit finished it. */
export function hearTag(fold: Fold, commit: CommitFact, tag: string, at: number): void {
  if (fold.done?.evidence.kind !== 'commit' || fold.done.evidence.source !== commit.commit) return
  if (fold.release !== null) return
  fold.release = tag
  addEvent(fold, { at, evidence: commitEvidence(commit) }, 'in-release', null, null, tag)
}

/** Another series, posted after the one that got in, is still under way. */
function hasLaterSeries(held: Held, series: string | null): boolean {
  const merged = series === null ? undefined : held.series.get(series)
  if (!merged) return false
  for (const [other, posted] of held.series) if (other !== series && posted.at > merged.at) return true
  return false
}

function commitEvidence(commit: CommitFact): Evidence {
  return { text: commit.subject, source: commit.commit, kind: 'commit', at: commit.at, lists: [] }
}
