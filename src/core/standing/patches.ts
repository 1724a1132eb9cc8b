// Patches on the list: whom they make a holder, which version of which series they are, and whose series they take over.

import type { MailFact, SignalFact } from '../model/fact.ts'
import { personKey } from '../model/person.ts'
import { type Fold, type Held, type MoveDetail, moveClaim } from './fold.ts'
import { isNamed, isSurelyLinked, isTiedBySeries } from './speech.ts'
import { HOLDING } from './transitions.ts'

/**
 * Whether patches or progress count as work on the entry: of somebody who has it already, or when the link leaves no doubt.
 * Once the work is done, only a newer version of what was taken for done does: the rest is upkeep.
 */
export function mayHold(fold: Fold, mail: MailFact, signal: SignalFact): boolean {
  const state = fold.claims.get(personKey(mail.author))?.state
  if (state !== undefined && (HOLDING.has(state) || state === 'stalled')) return true
  if (fold.done) return continuesDone(fold, mail, signal)
  return isSurelyLinked(signal) || takesOver(fold, mail, signal)
}

/** Whether it is a newer version of a series that is somebody's work on the entry. */
function takesOver(fold: Fold, mail: MailFact, signal: SignalFact): boolean {
  if (signal.type !== 'patch') return false
  const series = seriesOf(fold, mail)
  const version = versionOf(mail, signal)
  return [...fold.claims.values()].some((held) => (held.series.get(series)?.version ?? version) < version)
}

/** What the versions of one series have in common: the topic of the cover letter, or of the first patch of its thread. */
export function seriesOf(fold: Fold, mail: MailFact): string {
  return fold.threads.get(mail.thread)?.series ?? mail.topic
}

/** The version of the patches a signal speaks of, 1 when nothing says. */
export function versionOf(mail: MailFact, signal: SignalFact): number {
  return signal.version ?? mail.patch?.version ?? 1
}

/** Keeps the version; a newer version of another person's series is a take-over, told as such. */
export function notePatches(
  fold: Fold,
  held: Held,
  mail: MailFact,
  signal: SignalFact,
  detail: MoveDetail,
): void {
  const version = versionOf(mail, signal)
  const series = seriesOf(fold, mail)
  const known = held.series.get(series)
  held.series.set(series, {
    version: Math.max(version, known?.version ?? 0),
    at: mail.at,
    isLone: mail.patch?.m === 1 && known?.isLone !== false,
    isNamed: known?.isNamed === true || isNamed(signal),
  })
  held.sure ||= isSurelyLinked(signal) || isTiedBySeries(signal)
  const thread = fold.threads.get(mail.thread)
  if (thread) thread.workOf = held.key
  for (const other of fold.claims.values()) {
    const theirs = other === held ? undefined : other.series.get(series)
    if (theirs && theirs.version < version) {
      moveClaim(fold, other.who, 'supersede', { ...detail, ownSign: false })
    }
  }
}

/**
 * Whether it is a newer version of the series that a mail, not a commit, called done; or a whole series for the entry by
 * somebody whose single patch was taken for all of it.
 */
export function continuesDone(fold: Fold, mail: MailFact, signal: SignalFact): boolean {
  if (!fold.done) return false
  const isMore = (mail.patch?.m ?? 0) > 1 && isSurelyLinked(signal)
  if (fold.done.isLone && fold.done.key === personKey(mail.author) && isMore) return true
  if (fold.done.evidence.kind !== 'mail') return false
  const done = fold.claims.get(fold.done.key)?.series.get(seriesOf(fold, mail))
  return done !== undefined && done.version < versionOf(mail, signal)
}
