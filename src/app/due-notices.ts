// What is due to whom, and whether it may be said: the due mails of entries, each with the reason against, if any.
// Reads only; what is put into the outbox and what a person looks at beforehand come from here alike.
import { mayNotice, type NoticeRefusal } from '../core/compose/may-notice.ts'
import type { NoticeInput } from '../core/compose/notice-rows.ts'
import type { CatalogueEntry } from '../core/model/entry.ts'
import type { StandingFact } from '../core/model/fact.ts'
import type { MessageId } from '../core/model/ids.ts'
import { DAY, type Instant } from '../core/model/time.ts'
import { computeStanding } from '../core/standing/compute-standing.ts'
import { dueMails } from '../core/standing/due.ts'
import type { StoreReads } from '../ports/store.ts'
import { DERIVED_AT, rowSaying, switchedOn } from './notice-ledger.ts'
import { listAddresses, type OutgoingList, type OutgoingSettings, ownAddresses } from './outgoing.ts'
import { homeOf, policyOfEntry, type Settings } from './settings.ts'
import { WATCH_FROM } from './watch-from.ts'

/** A due mail, judged. */
export interface DueNotice extends Omit<NoticeInput, 'author' | 'words'> {
  /** Null when it may be said now. */
  readonly refusal: NoticeRefusal | null
  /** The outbox row that says it already. */
  readonly row: string | null
  /** The list whose switches count. */
  readonly list: OutgoingList | null
}

export interface DueDeps {
  readonly outgoing: OutgoingSettings
  readonly settings: Settings
}

/** What holds for all due mails of one look. */
export type LookAt = Awaited<ReturnType<typeof lookAt>>

/** Reads what holds for all due mails at `now`. */
export async function lookAt(reads: StoreReads, { outgoing }: DueDeps, now: Instant) {
  const watchFrom = outgoing.watchFrom ?? Number((await reads.meta(WATCH_FROM)) ?? Number.NaN)
  return {
    now,
    watchFrom: Number.isNaN(watchFrom) ? null : watchFrom,
    derivedAt: Number((await reads.meta(DERIVED_AT)) ?? 0),
    // A thing may wait a day for its turn, since a person gets one mail a day: that is not late yet.
    late: (outgoing.lateDays + 1) * DAY,
    wantNone: outgoing.noNoticesTo,
    own: ownAddresses(outgoing),
    lists: listAddresses(outgoing),
  }
}

/** The list whose switches count for the entry: its own, else the first; null when nothing is watched. */
export function noticeList(entry: CatalogueEntry, { outgoing, settings }: DueDeps): OutgoingList | null {
  const home = homeOf(entry, settings.parse.lists)
  return outgoing.lists.find((list) => list.id === home) ?? null
}

/** Everything due about the entry at the look's instant, in the order of `dueMails`. */
export async function dueNotices(
  reads: StoreReads,
  entry: CatalogueEntry,
  facts: readonly StandingFact[],
  look: LookAt,
  deps: DueDeps,
): Promise<DueNotice[]> {
  const policy = policyOfEntry(deps.settings, entry)
  const due = dueMails(entry.id, facts, policy, look.now)
  if (due.length === 0) return []
  const standing = computeStanding(entry.id, facts, policy, look.now)
  const list = noticeList(entry, deps)
  const judged: DueNotice[] = []
  for (const one of due) {
    const row = await rowSaying(reads, one.key)
    const on = list?.notices.includes(one.kind) ? await switchedOn(reads, list.id, one.kind) : null
    const refusal = mayNotice(one, { ...look, switchedOn: on, said: row !== null })
    judged.push({ due: one, entry, standing, policy, home: list?.id ?? null, list, row, refusal })
  }
  return judged
}

/** The same with what the mails behind it say and who wrote them, ready to be worded. */
export async function withMails(
  reads: Pick<StoreReads, 'message' | 'place' | 'link'>,
  some: readonly DueNotice[],
): Promise<NoticeInput[]> {
  const inputs: NoticeInput[] = []
  for (const one of some) {
    const { kind, source } = one.due.evidence
    const stored = kind === 'mail' ? await reads.message(source as MessageId) : null
    const words = one.due.kind === 'waiting-for-answer' ? await wordsOf(reads, one) : null
    inputs.push({ ...one, author: stored?.reading.message.author ?? null, words })
  }
  return inputs
}

/** The sentence by which the unanswered mail speaks of the entry most surely; null when only its subject does. */
async function wordsOf(
  reads: Pick<StoreReads, 'place' | 'link'>,
  { due }: DueNotice,
): Promise<string | null> {
  const place = await reads.place(due.evidence.source as MessageId)
  const record = place ? await reads.link(place.thread) : null
  const said = record?.link.signals.filter(
    (signal) => signal.message === due.evidence.source && signal.entry === due.entry,
  )
  return said?.toSorted((a, b) => b.score - a.score || a.index - b.index)[0]?.evidence ?? null
}
