// One mail → moves of claims, by the speech table: what its author says of himself, and what he may say of others.
import { type Person, personKey } from '../model/person.ts'
import type { Evidence, MailFact, SignalFact } from '../model/standing.ts'
import { adoptName, confirmHearsay } from './adopt-name.ts'
import { finishWork } from './completion.ts'
import { noteMail, noteQuestion } from './conversation.ts'
import { isDismissed } from './dismissals.ts'
import { addEvent, type Fold, type Held, type MoveDetail, moveClaim } from './fold.ts'
import { observeClaim } from './observe.ts'
import { roundEndOf } from './rounds.ts'
import { isSurelyLinked, SPEECH } from './speech.ts'
import { HOLDING, LIVING, type Move } from './transitions.ts'

/** Takes one mail into the fold. Automatic mail is nobody's word; powerless mail is an answer but no statement. */
export function hearMail(fold: Fold, mail: MailFact): void {
  if (mail.automatic) return
  adoptName(fold, mail.author)
  noteMail(fold, mail)
  let moved = false
  for (const signal of mail.powerless ? [] : mail.signals) {
    if (signal.score < fold.policy.threshold || isDismissed(fold.dismissed, mail.message, signal.type))
      continue
    moved = hearSignal(fold, mail, signal) || moved
  }
  if (!moved && mail.threadLinked && !mail.powerless) {
    moveClaim(fold, mail.author, 'write', detailOf(mail, mail.subject))
  }
  noteQuestion(fold, mail)
}

function hearSignal(fold: Fold, mail: MailFact, signal: SignalFact): boolean {
  const who = fold.names.resolve(signal.who, [mail.author, ...mail.to, ...mail.cc])
  const isSelf = personKey(who) === personKey(mail.author) || personKey(who) === 'name:'
  const rule = SPEECH[signal.type]
  const detail = detailOf(mail, signal.evidence)
  const hasAuthority = fold.roles.hasAuthority(mail.author)
  if (rule.authority === 'complete' || rule.authority === 'decline') {
    if (!hasAuthority) return false
    if (rule.authority === 'complete') hearCompletion(fold, mail, signal, isSelf ? null : who, detail)
    else hearRefusal(fold, mail, isSelf ? null : who, detail)
    return true
  }
  if (isSelf) {
    if (rule.self === null || (rule.needsStrongLink && !mayHold(fold, mail.author, signal))) return false
    return speakForSelf(fold, mail, signal, rule.self, detail)
  }
  if (rule.authority && hasAuthority && isNamed(who)) {
    assignTo(fold, who, rule.authority, detail)
    return true
  }
  if (rule.hearsay && isNamed(who))
    fold.hearsay.set(personKey(who), { who, by: mail.author, evidence: detail.evidence })
  return false
}

/** Patches and progress make a holder only of somebody who has it already, or whose link leaves no doubt. */
function mayHold(fold: Fold, author: Person, signal: SignalFact): boolean {
  const state = fold.claims.get(personKey(author))?.state
  return isSurelyLinked(signal) || (state !== undefined && (HOLDING.has(state) || state === 'stalled'))
}

/** Somebody with an address, or a name with a capital: "she" and "another colleague" are nobody known. */
function isNamed(who: Person): boolean {
  return who.address !== '' || /^\p{Lu}/u.test(who.name)
}

function speakForSelf(
  fold: Fold,
  mail: MailFact,
  signal: SignalFact,
  move: Move,
  detail: MoveDetail,
): boolean {
  const known = fold.claims.get(personKey(mail.author))
  const before = known?.state ?? 'none'
  const version = move === 'patch' ? (signal.version ?? mail.patch?.version ?? 1) : 0
  const quiet = move === 'patch' && (known?.series.get(mail.topic)?.version ?? 0) >= version
  const held = moveClaim(fold, mail.author, move, { ...detail, quiet })
  if (!held) return false
  if (LIVING.has(held.state) && (!LIVING.has(before) || (HOLDING.has(held.state) && !HOLDING.has(before)))) {
    held.observations = observeClaim(mail, fold.roles, fold.page, fold.policy)
  }
  const tag = mail.tag
  if (tag && LIVING.has(held.state)) held.roundEnd ??= roundEndOf(tag, mail.at, fold.policy.programmes)
  held.onlyOnPage = false
  confirmHearsay(fold, held.who)
  if (version > 0) notePatches(fold, held, mail, version, detail)
  return true
}

/** Keeps the version; a newer version of another person's series is a take-over, told as such. */
function notePatches(fold: Fold, held: Held, mail: MailFact, version: number, detail: MoveDetail): void {
  const known = held.series.get(mail.topic)
  held.series.set(mail.topic, { version: Math.max(version, known?.version ?? 0), at: mail.at })
  const thread = fold.threads.get(mail.thread)
  if (thread) thread.workOf = held.key
  for (const other of fold.claims.values()) {
    if (other === held) continue
    const theirs = other.series.get(mail.topic)
    if (theirs && theirs.version < version) {
      moveClaim(fold, other.who, 'supersede', { ...detail, ownSign: false })
    }
  }
}

/** Gives the entry to somebody by a word with authority, or takes it from him. */
export function assignTo(fold: Fold, who: Person, move: Move, detail: MoveDetail): void {
  const held = moveClaim(fold, who, move, { ...detail, ownSign: move === 'assign' })
  confirmHearsay(fold, who)
  if (held && move === 'assign') {
    held.assigned = true
    held.onlyOnPage = false
    fold.unavailable = null
  }
}

function hearCompletion(
  fold: Fold,
  mail: MailFact,
  signal: SignalFact,
  who: Person | null,
  detail: MoveDetail,
): void {
  const { n = 0, m = 1, version = 1 } = signal
  if (n >= 1 && m > 1) {
    const key = `said ${mail.thread} v${version}`
    const done = (fold.merged.get(key) ?? new Set()).add(n)
    fold.merged.set(key, done)
    if (done.size < m) {
      addEvent(fold, detail, 'partly-merged', null, null, `${done.size}/${m}`)
      return
    }
  }
  const thread = fold.threads.get(mail.thread)
  if (thread?.hasPatches) {
    // "Applied" under somebody's fix finishes the fix, not the entry.
    const worker = thread.workOf === null ? undefined : fold.claims.get(thread.workOf)
    if (worker) finishWork(fold, worker.who, 'complete', detail)
    return
  }
  finishWork(fold, who ?? soleHolder(fold), 'complete', detail)
}

function soleHolder(fold: Fold): Person | null {
  const holders = [...fold.claims.values()].filter((held) => HOLDING.has(held.state))
  return holders.length === 1 ? holders[0]!.who : null
}

/** "Not available": about the person named or answered when he has a living claim, and about the entry when nobody is named. */
function hearRefusal(fold: Fold, mail: MailFact, who: Person | null, detail: MoveDetail): void {
  const parent = mail.parent === null ? undefined : fold.mails.get(mail.parent)
  const meant = who ?? parent?.author ?? null
  if (meant && personKey(meant) !== personKey(mail.author)) {
    moveClaim(fold, meant, 'decline', { ...detail, ownSign: false })
  }
  if (who) return
  fold.unavailable = detail.evidence
  addEvent(fold, detail, 'declined', null, null, 'unavailable')
}

function detailOf(mail: MailFact, text: string): MoveDetail {
  const evidence: Evidence = {
    text,
    source: mail.message,
    kind: 'mail',
    at: mail.at,
    lists: mail.lists,
  }
  return { at: mail.at, evidence, relinkedBy: mail.linkedBy?.source ?? null }
}
