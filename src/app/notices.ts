// Due mails become outbox rows: one mail a person and day, under the due mails' own keys, composed and with its final
// Message-ID, in the transaction that notes them as said. Looked at after each change of a standing and every hour.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { composeNotice } from '../core/compose/compose-notice.ts'
import { PASSED_OVER } from '../core/compose/may-notice.ts'
import { noticeRows } from '../core/compose/notice-rows.ts'
import { DUE_KINDS } from '../core/model/due-mail.ts'
import type { EntryId, MessageId } from '../core/model/ids.ts'
import { DAY, type Instant } from '../core/model/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store, StoreReads, StoreWrites, Task } from '../ports/store.ts'
import { type DueNotice, dueNotices, lookAt, noticeList, withMails } from './due-notices.ts'
import { entryFacts, factsInStore } from './entry-facts.ts'
import { entriesNow } from './index-cache.ts'
import { lastNoticeTo, noteNoticeTo, notePassedOver, noteSaid, rowSaying } from './notice-ledger.ts'
import { type MailDeps, type MailWords, putOutbox } from './put-outbox.ts'
import type { Settings } from './settings.ts'
import { viewNow } from './view.ts'

export interface NoticeDeps extends MailDeps {
  readonly clock: Clock
  readonly settings: Settings
}

/** Things one mail says at most; what is left waits for the next day. */
const MOST = 10

/** Within the transaction that changed the entry's standing: puts what is due about it into the outbox. */
export async function putNoticesOf(tx: StoreWrites, id: EntryId, deps: NoticeDeps): Promise<Task[]> {
  const known = (await entriesNow(tx)).get(id)
  if (!known || !noticeList(known.entry, deps)?.notices.length) return []
  const facts = await entryFacts(known, await tx.linkedThreads(id), factsInStore(tx))
  const now = deps.clock.now()
  const due = await dueNotices(tx, known.entry, facts, await lookAt(tx, deps, now), deps)
  return putAll(tx, due, now, deps)
}

/** Looks at every entry; resolves with the tasks of the mails that were put into the outbox. */
export async function lookForNotices(store: Store, deps: NoticeDeps): Promise<Task[]> {
  if (deps.outgoing.lists.every((list) => list.notices.length === 0)) return []
  const now = deps.clock.now()
  const look = await lookAt(store, deps, now)
  const view = await viewNow(store, deps.settings, now)
  const due: DueNotice[] = []
  for (const [at, entry] of view.entries.entries()) {
    if (noticeList(entry, deps)?.notices.length)
      due.push(...(await dueNotices(store, entry, await view.facts(entry), look, deps)))
    // Thousands of entries take seconds: mail that comes meanwhile is not kept waiting.
    if (at % 50 === 49) await nextTurn()
  }
  return store.write(async (tx) => {
    await notePassedOver(tx, due.filter(isPassedOver).length)
    return putAll(tx, due, now, deps)
  })
}

/** Whether it will never be said, though its kind is on. */
export function isPassedOver({ refusal }: Pick<DueNotice, 'refusal'>): boolean {
  return (PASSED_OVER as readonly (string | null)[]).includes(refusal)
}

async function putAll(
  tx: StoreWrites,
  due: readonly DueNotice[],
  now: Instant,
  deps: NoticeDeps,
): Promise<Task[]> {
  const tasks: Task[] = []
  for (const [to, some] of byPerson(due.filter(({ refusal }) => refusal === null))) {
    const last = await lastNoticeTo(tx, to)
    if (last !== null && last > now - DAY) continue
    const fresh: DueNotice[] = []
    for (const one of some) if ((await rowSaying(tx, one.due.key)) === null) fresh.push(one)
    tasks.push(...(await putNotice(tx, to, fresh.slice(0, MOST), now + deps.outgoing.noticeDelay, now, deps)))
  }
  return tasks
}

/** Due things by recipient, each one's in the order of urgency, then of time. */
export function byPerson(due: readonly DueNotice[]): Map<string, DueNotice[]> {
  const rank = ({ due: { kind } }: DueNotice): number => DUE_KINDS.indexOf(kind)
  const ordered = [...due].sort(
    (a, b) => rank(a) - rank(b) || a.due.at - b.due.at || (a.due.key < b.due.key ? -1 : 1),
  )
  return Map.groupBy(ordered, (one) => one.due.to.address)
}

/** Puts one mail to one person; a template that is broken is told to the operator, and tried again at the next look. */
export async function putNotice(
  tx: StoreWrites,
  to: string,
  some: readonly DueNotice[],
  dueAt: Instant,
  now: Instant,
  deps: NoticeDeps,
): Promise<readonly Task[]> {
  if (some.length === 0) return []
  const worded = await wordNotice(tx, to, some, now, deps)
  if (!worded.ok) {
    deps.log.error({ reason: worded.reason }, 'a notice could not be written')
    return []
  }
  const put = await putOutbox(tx, { ...worded.words, dueAt }, now, deps)
  if (!put.ok) {
    deps.log.error({ reason: put.reason }, 'a notice could not be put into the outbox')
    return []
  }
  await noteSaid(
    tx,
    put.row.id,
    some.map(({ due }) => ({ entry: due.entry, key: due.key })),
  )
  await noteNoticeTo(tx, to, now)
  const kinds = some.map(({ due }) => due.kind)
  deps.log.info({ outbox: put.row.id, kinds, state: put.row.state }, 'notice in the outbox')
  return put.tasks
}

export type WordedNotice =
  | { readonly ok: true; readonly words: MailWords }
  | { readonly ok: false; readonly reason: string }

/** The mail that says `some` to `to`. Writes nothing. */
export async function wordNotice(
  reads: Pick<StoreReads, 'message' | 'place' | 'link'>,
  to: string,
  some: readonly DueNotice[],
  now: Instant,
  deps: Omit<NoticeDeps, 'clock'>,
): Promise<WordedNotice> {
  const { community, bot, operator } = deps.outgoing
  const list = some[0]?.list ?? null
  const inputs = await withMails(reads, some)
  const rows = noticeRows(inputs, deps.settings.parse.lists, list?.zone ?? 'Etc/UTC', now)
  const name = some.find(({ due }) => due.to.name !== '')?.due.to.name ?? ''
  const composed = composeNotice(rows, { community, bot, operator, to: name }, deps.templates)
  if (!composed.ok) {
    const { file, line, text } = composed.refusal
    return { ok: false, reason: `templates/${file}:${line}: ${text}` }
  }
  const words: MailWords = {
    kind: 'notice',
    dedupe: `notice:${some.map(({ due }) => due.key).join('\n')}`,
    to,
    allowed: [to],
    // A private mail's answer must not end on a list: a person reads it.
    replyTo: operator === to ? null : operator,
    subject: composed.subject,
    text: composed.text,
    html: null,
    list: list?.id ?? null,
    ...(await conversationOf(reads, some)),
  }
  return { ok: true, words }
}

/** The mail that is spoken of, so that readers see both together; none when several threads are. */
async function conversationOf(
  reads: Pick<StoreReads, 'message' | 'place'>,
  some: readonly DueNotice[],
): Promise<Pick<MailWords, 'parent' | 'thread'>> {
  const mails = [
    ...new Set(some.map(({ due: { evidence } }) => (evidence.kind === 'mail' ? evidence.source : ''))),
  ]
  const places = await Promise.all(mails.map((id) => reads.place(id as MessageId)))
  const thread = places[0]?.thread ?? null
  const stored = await reads.message((mails[0] ?? '') as MessageId)
  if (!thread || !stored || places.some((place) => place?.thread !== thread))
    return { parent: null, thread: null }
  const { id, references } = stored.reading.message
  return { parent: { id, references }, thread }
}
