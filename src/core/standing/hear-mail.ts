// One mail → moves of claims, by the speech table: what its author says of himself, and what he may say of others.

import type { MailFact, SignalFact } from '../model/fact.ts'
import { type Person, personKey } from '../model/person.ts'
import type { Evidence } from '../model/standing.ts'
import { adoptName, confirmHearsay } from './adopt-name.ts'
import { hearWord } from './completion.ts'
import { noteMail, noteQuestion } from './conversation.ts'
import { isDismissed } from './dismissals.ts'
import { addEvent, type Fold, type MoveDetail, moveClaim } from './fold.ts'
import { observeClaim } from './observe.ts'
import { continuesDone, mayHold, notePatches, seriesOf, versionOf } from './patches.ts'
import { roundEndOf } from './rounds.ts'
import { SPEECH } from './speech.ts'
import { HOLDING, LIVING, type Move } from './transitions.ts'

/** Takes one mail into the fold. Automatic mail is nobody's word; powerless mail is an answer but no statement. */
export function hearMail(fold: Fold, mail: MailFact): void {
  if (mail.automatic) return
  adoptName(fold, mail.author)
  noteMail(fold, mail)
  let moved = false
  for (const signal of mail.powerless ? [] : tellingSignals(fold, mail)) {
    moved = hearSignal(fold, mail, signal) || moved
  }
  if (!moved && mail.threadLinked && !mail.powerless) {
    moveClaim(fold, mail.author, 'write', detailOf(mail, mail.subject))
  }
  noteQuestion(fold, mail)
}

/** What the mail says: each statement about a person once, by the sentence that says it best, in the order of the sentences. */
function tellingSignals(fold: Fold, mail: MailFact): SignalFact[] {
  const best = new Map<string, SignalFact>()
  for (const signal of mail.signals) {
    if (signal.score < fold.policy.threshold) continue
    if (isDismissed(fold.dismissed, mail.message, signal.type)) continue
    const key = `${signal.type} ${personKey(signal.who)}`
    const known = best.get(key)
    if (!known || sureness(signal) > sureness(known)) best.set(key, signal)
  }
  return [...best.values()]
}

const sureness = (signal: SignalFact): number => signal.score * signal.linkScore

function hearSignal(fold: Fold, mail: MailFact, signal: SignalFact): boolean {
  const who = fold.names.resolve(signal.who, [mail.author, ...mail.to, ...mail.cc])
  const isSelf = personKey(who) === personKey(mail.author) || personKey(who) === 'name:'
  const rule = SPEECH[signal.type]
  const detail = detailOf(mail, signal.evidence)
  const hasAuthority = fold.roles.hasAuthority(mail.author)
  if (rule.authority === 'complete' || rule.authority === 'decline') {
    if (!hasAuthority) return false
    if (rule.authority === 'complete') hearWord(fold, mail, signal, isSelf ? null : who, detail)
    else hearRefusal(fold, mail, isSelf ? null : who, detail)
    return true
  }
  if (isSelf) {
    if (rule.self === null || (rule.needsStrongLink && !mayHold(fold, mail, signal))) return false
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
  const version = move === 'patch' ? versionOf(mail, signal) : 0
  const quiet = move === 'patch' && (known?.series.get(seriesOf(fold, mail))?.version ?? 0) >= version
  const continues = move === 'patch' && continuesDone(fold, mail, signal)
  const held = moveClaim(fold, mail.author, move, { ...detail, quiet })
  if (!held) return false
  if (continues) {
    // "Applied" was taken back, or came too early: the work goes on.
    addEvent(fold, detail, 'reopened', null, null, null)
    fold.done = null
  }
  if (LIVING.has(held.state) && (!LIVING.has(before) || (HOLDING.has(held.state) && !HOLDING.has(before)))) {
    held.observations = observeClaim(mail, fold.roles, fold.page, fold.policy)
  }
  const tag = mail.tag
  if (tag && LIVING.has(held.state)) held.roundEnd ??= roundEndOf(tag, mail.at, fold.policy.programmes)
  held.onlyOnPage = false
  confirmHearsay(fold, held.who)
  if (move === 'patch') notePatches(fold, held, mail, signal, detail)
  return true
}

/** Gives the entry to somebody by a word with authority, or takes it from him. */
export function assignTo(fold: Fold, who: Person, move: Move, detail: MoveDetail): void {
  const held = moveClaim(fold, who, move, { ...detail, ownSign: move === 'assign' })
  confirmHearsay(fold, who)
  if (held && move === 'assign') {
    held.assigned = true
    fold.unseated = true
    held.onlyOnPage = false
    fold.unavailable = null
  }
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
