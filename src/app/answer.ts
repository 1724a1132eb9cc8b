// A question to the bot becomes one answer in the outbox, in the transaction that stores the mail.
// Refused without a word: automatic, bounced, list, own, powerless, stale mail, mail without anything like a command,
// and askers who have had their share for today. An answer goes to the From address and nowhere else.
import { type AnswerPart, answerCommand, answerRefusal } from '../core/compose/answer-parts.ts'
import { cleanLine } from '../core/compose/clean-text.ts'
import { composeAnswer, MOST_COMMANDS } from '../core/compose/compose-answer.ts'
import { didYouMean } from '../core/compose/did-you-mean.ts'
import { type AnswerRefusal, headerAgainst, mayAnswer } from '../core/compose/may-answer.ts'
import { COMMAND_VERBS, type CommandRefusal } from '../core/model/command.ts'
import type { EntryId, ThreadId } from '../core/model/ids.ts'
import type { Message } from '../core/model/message.ts'
import type { Reading } from '../core/model/reading.ts'
import { type Instant, isoDay } from '../core/model/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { StoreReads, StoreWrites, Task } from '../ports/store.ts'
import { loadBooks } from './load-books.ts'
import { listAddresses, ownAddresses } from './outgoing.ts'
import { type MailDeps, type OutboxWrites, putOutbox } from './put-outbox.ts'
import type { Settings } from './settings.ts'

export interface AnswerDeps extends MailDeps {
  readonly clock: Clock
  readonly settings: Settings
}

/** What answering needs of a transaction. */
export type AnswerWrites = OutboxWrites & Pick<StoreWrites, 'setMeta'>

/** How the mail came: `live` is false for replay, backfill, quarantined mail and mail from before the start of watching. */
export interface AnswerContext {
  readonly live: boolean
}

/** Puts the due answer into the outbox; resolves with the task that posts it, or nothing. */
export async function answerMail(
  tx: AnswerWrites,
  reading: Reading,
  context: AnswerContext,
  deps: AnswerDeps,
): Promise<readonly Task[]> {
  const { message } = reading
  const now = deps.clock.now()
  const refusals = reading.commandRefusals.filter((refusal) => looksMeant(refusal, message))
  const questions = reading.commands.length + refusals.length
  const against = questions === 0 ? 'no-command' : await reasonAgainst(tx, message, context, now, deps)
  if (against) return nothing(deps, message, against)
  const share = await takeShare(tx, message.author.address, now, deps)
  if (!share.granted) return nothing(deps, message, 'asked-enough-today')

  const books = await loadBooks(tx, deps.settings, now)
  const lookUp = {
    entries: books,
    lists: deps.settings.parse.lists,
    zone: deps.outgoing.lists[0]?.zone ?? 'Etc/UTC',
    threadEntry: await entryOfThread(tx, message),
    asker: message.author,
  }
  const parts: AnswerPart[] = [
    ...reading.commands.map((command) => answerCommand(command, lookUp)),
    ...refusals.map(answerRefusal),
  ]
  const composed = composeAnswer(parts, frame(deps, questions, share.last), deps.templates)
  if (!composed.ok) {
    const { file, line, text } = composed.refusal
    deps.log.error({ file, line, reason: text }, 'a template is broken, a question stays unanswered')
    return []
  }
  const put = await putOutbox(
    tx,
    { ...words(message, composed.text), thread: await conversationOf(tx, message) },
    now,
    deps,
  )
  if (put.ok) return put.tasks
  return nothing(deps, message, put.reason)
}

async function reasonAgainst(
  reads: StoreReads,
  message: Message,
  context: AnswerContext,
  now: Instant,
  deps: AnswerDeps,
): Promise<AnswerRefusal | null> {
  const own = ownAddresses(deps.outgoing)
  const circumstances = {
    now,
    live: context.live,
    own,
    lists: listAddresses(deps.outgoing),
    ownId: (await reads.outboxByMessageId(message.id)) !== null,
  }
  const stored = await reads.message(message.id)
  const raw = stored ? await reads.raw(stored.hash) : null
  return mayAnswer(message, circumstances) ?? (raw ? headerAgainst(headOf(raw), own) : null)
}

/** The header of a mail, at most 100 KiB of it. */
function headOf(raw: Uint8Array): string {
  const text = Buffer.from(raw.subarray(0, 102_400)).toString('latin1')
  const end = text.search(/\r?\n\r?\n/)
  return end < 0 ? text : text.slice(0, end)
}

function frame(deps: AnswerDeps, questions: number, lastToday: boolean) {
  const { community, bot, operator, lists } = deps.outgoing
  return {
    community,
    bot,
    operator,
    leftOut: Math.max(0, questions - MOST_COMMANDS),
    lastToday,
    lists: lists.map((list) => ({ id: list.id, address: list.addresses[0] ?? '' })),
  }
}

function words(message: Message, text: string) {
  const asked = cleanLine(message.subject, 150).replace(/^(?:re\s*:\s*)+/i, '')
  return {
    kind: 'answer' as const,
    dedupe: `answer:${message.id}`,
    to: message.author.address,
    allowed: [message.author.address],
    replyTo: null,
    subject: `Re: ${asked || 'your question'}`,
    text,
    html: null,
    parent: { id: message.id, references: message.references },
    list: null,
  }
}

/**
 * A line that could not be read is spoken of when it was meant as a command: marked so, a slip of the keys away from
 * one, or all that a short mail says. Letters and advertising get no help text: their senders are often forged.
 */
function looksMeant(refusal: CommandRefusal, message: Message): boolean {
  if (refusal.code !== 'unknown-command') return true
  const line = refusal.line.trim()
  const word = line.replace(/^#?dibs[:,]?\s+/i, '').split(/\s+/)[0] ?? ''
  if (/^#dibs\b/i.test(line)) return true
  if (line.length <= 200 && didYouMean(word, COMMAND_VERBS) !== null) return true
  const said = message.own
    .map((span) => message.text.slice(span.start, span.end))
    .join('\n')
    .trim()
  return said.length <= 80 && !said.includes('\n') && !/:\/\/|www\./i.test(said)
}

/**
 * Counts the answer against the asker's share of the day (UTC) and everybody's. Kept under a keyed hash of the address,
 * so that the count is no record of the person.
 */
async function takeShare(
  tx: AnswerWrites,
  asker: string,
  now: Instant,
  deps: AnswerDeps,
): Promise<{ granted: boolean; last: boolean }> {
  const { perHour, perPersonDay } = deps.outgoing.caps
  const today = isoDay(now)
  const count = async (key: string): Promise<number> => {
    const [day, used] = ((await tx.meta(key)) ?? '').split(' ')
    return day === today ? Number(used) : 0
  }
  const own = `answers.${deps.keyedHash(`asker:${asker}`).slice(0, 24)}`
  const used = await count(own)
  const all = await count('answers')
  if (used >= perPersonDay || all >= perHour * 24) return { granted: false, last: false }
  await tx.setMeta(own, `${today} ${used + 1}`)
  await tx.setMeta('answers', `${today} ${all + 1}`)
  return { granted: true, last: used + 1 === perPersonDay }
}

/**
 * What the per-thread cap counts by: the conversation of our mail that this one replies to, else its oldest ancestor.
 * A program that answers our answers names only those, so going by ancestors alone it would start anew each time.
 */
async function conversationOf(reads: StoreReads, message: Message): Promise<ThreadId> {
  for (const ancestor of message.references.slice(-20)) {
    const thread = (await reads.outboxByMessageId(ancestor))?.thread
    if (thread) return thread
  }
  return (message.references[0] ?? message.id) as ThreadId
}

/** The entry of the thread that the question replies to, nearest ancestor first; null when there is none. */
async function entryOfThread(reads: StoreReads, message: Message): Promise<EntryId | null> {
  for (const ancestor of message.references.slice(-5).toReversed()) {
    const place = await reads.place(ancestor)
    const record = place ? await reads.link(place.thread) : null
    if (record?.link.entry) return record.link.entry
  }
  return null
}

function nothing(deps: AnswerDeps, message: Message, reason: string): readonly Task[] {
  deps.log.info({ message: message.id, reason }, 'not answered')
  return []
}
