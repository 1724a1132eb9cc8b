// Who owes whom an answer: the ball between claimant and everybody else, mails that nobody answered, and threads that live.
// An answer is any later mail by somebody else in a thread where the writer waits.

import type { MailFact } from '../model/fact.ts'
import type { ThreadId } from '../model/ids.ts'
import { personKey } from '../model/person.ts'
import type { WaitingForAnswer } from '../model/standing.ts'
import { type Instant, WEEK } from '../model/time.ts'
import { isDismissed } from './dismissals.ts'
import { type Fold, giveBall, type Writer } from './fold.ts'
import { DESERVES_ANSWER } from './speech.ts'

/** Notes that the mail exists: the life of its thread, and what it answers. */
export function noteMail(fold: Fold, mail: MailFact): void {
  fold.mails.set(mail.message, mail)
  fold.names.see(mail.author, true)
  for (const person of [...mail.to, ...mail.cc]) fold.names.see(person)
  const thread = fold.threads.get(mail.thread) ?? {
    last: mail.at,
    tagged: false,
    series: null,
    workOf: null,
  }
  thread.last = mail.at
  thread.tagged ||= mail.tag !== null && mail.threadLinked
  if (mail.patch) thread.series ??= mail.topic
  fold.threads.set(mail.thread, thread)
  answerOthers(fold, mail)
}

function answerOthers(fold: Fold, mail: MailFact): void {
  const key = personKey(mail.author)
  const parent = mail.parent === null ? undefined : fold.mails.get(mail.parent)
  const addressee = parent ? personKey(parent.author) : null
  for (const [writerKey, writer] of fold.writers) {
    if (writerKey === key) continue
    const answered = writer.owedThreads.has(mail.thread)
    if (answered) {
      writer.owed = null
      writer.owedThreads.clear()
      writer.answered = true
    }
    const held = fold.claims.get(writerKey)
    // A direct answer gives the claimant his whole time again, even when he had the ball.
    if (held && (addressee === writerKey || (answered && held.ball === 'maintainers'))) {
      giveBall(held, 'claimant', mail.at)
    }
  }
}

/** Notes what the mail's own author is owed from now on, and whether he passed the ball. */
export function noteQuestion(fold: Fold, mail: MailFact): void {
  const key = personKey(mail.author)
  const writer: Writer = fold.writers.get(key) ?? {
    who: mail.author,
    owed: null,
    owedThreads: new Set(),
    answered: false,
  }
  fold.writers.set(key, writer)
  const live = mail.signals.filter(
    (signal) =>
      signal.score >= fold.policy.threshold && !isDismissed(fold.dismissed, mail.message, signal.type),
  )
  const asks = mail.patch !== null || mail.asks || live.some((signal) => signal.type === 'inquiry')
  const says = live.some((signal) => DESERVES_ANSWER.has(signal.type))
  const starts = mail.threadLinked && mail.parent === null && mail.tag !== null
  const held = fold.claims.get(key)
  if (live.some((signal) => signal.type === 'release')) writer.owed = null
  if (says || starts || (asks && held)) {
    writer.owed ??= mail
    writer.owedThreads.add(mail.thread)
  }
  if (held) giveBall(held, asks ? 'maintainers' : 'claimant', mail.at)
}

/** Contributors' mails nobody answered for the policy's weeks and not yet given up: newcomers first, then by age. */
export function waitingForAnswer(fold: Fold, at: Instant): WaitingForAnswer[] {
  const { waitingWeeks, interestWeeks } = fold.policy
  const waiting: WaitingForAnswer[] = []
  for (const writer of fold.writers.values()) {
    const mail = writer.owed
    if (!mail || fold.roles.hasAuthority(writer.who)) continue
    if (at - mail.at < waitingWeeks * WEEK || at - mail.at > interestWeeks * WEEK) continue
    waiting.push({
      message: mail.message,
      thread: mail.thread,
      who: mail.author,
      since: mail.at,
      subject: mail.subject,
      newcomer: !writer.answered,
      lists: mail.lists,
    })
  }
  return waiting.sort(
    (a, b) =>
      Number(b.newcomer) - Number(a.newcomer) ||
      a.since - b.since ||
      (a.message < b.message ? -1 : a.message > b.message ? 1 : 0),
  )
}

/** The tagged thread that was last alive within the policy's weeks, null when none was. */
export function livingTaggedThread(fold: Fold, at: Instant): ThreadId | null {
  let newest: { id: ThreadId; last: Instant } | null = null
  for (const [id, thread] of fold.threads) {
    if (!thread.tagged || at - thread.last > fold.policy.tagWeeks * WEEK) continue
    if (!newest || thread.last > newest.last || (thread.last === newest.last && id < newest.id)) {
      newest = { id, last: thread.last }
    }
  }
  return newest?.id ?? null
}
