// What a list's digest says: in go standings at the week's end, the catalogue and the tagged threads; out come rows.
// Only what people said themselves and what happened gets in: no guesses, triage, conflicts or lateness (DESIGN §2.5).
import type { CatalogueEntry } from '../model/entry.ts'
import type { EntryId, ListId, MessageId, ThreadId } from '../model/ids.ts'
import type { MailingList, Tag } from '../model/list.ts'
import { type Person, personKey } from '../model/person.ts'
import type { EntryStatus, Evidence, HistoryCode, HistoryEvent } from '../model/standing.ts'
import { type Instant, isoInstant, WEEK } from '../model/time.ts'
import { mailLink, pageLink } from './archive-link.ts'
import { type BookEntry, difficultyRank, difficultyWord, personLabel } from './book-entry.ts'
import { cleanLine, quoteSentence } from './clean-text.ts'
import { type DigestWeek, nearDay } from './digest-week.ts'

/** A thread whose subject carries a programme's tag, linked or not. */
export interface TaggedThread {
  readonly thread: ThreadId
  /** The thread's earliest mail that is at hand: its root may be a ghost. */
  readonly message: MessageId
  readonly subject: string
  readonly tag: Tag
  readonly starter: Person
  readonly lastAt: Instant
  readonly lists: readonly ListId[]
  /** Null while no entry could be given with confidence. */
  readonly entry: EntryId | null
}

export interface DigestInput {
  readonly list: MailingList
  readonly lists: readonly MailingList[]
  readonly week: DigestWeek
  /** As of the week's end. */
  readonly entries: readonly BookEntry[]
  /** Threads alive at the week's end. */
  readonly tagged: readonly TaggedThread[]
  /** Weeks after which an unanswered mail waits for an answer: the list's policy. */
  readonly waitingWeeks: number
}

export interface ChangeRow {
  readonly entry: EntryId
  readonly title: string
  /** The history event's reason code. */
  readonly code: HistoryCode
  /** True when this is the first the books know of this person on this entry. */
  readonly isNew: boolean
  readonly who: string | null
  readonly status: EntryStatus
  /** The sentence that says so, in quotation marks. */
  readonly sentence: string | null
  /** ISO 8601, UTC. */
  readonly at: string
  readonly link: string | null
}

export interface WaitingRow {
  readonly message: MessageId
  readonly title: string
  readonly who: string
  /** True when it came to wait in this week. */
  readonly isNew: boolean
  readonly newcomer: boolean
  readonly subject: string
  readonly day: string
  readonly link: string | null
}

export interface TaggedRow {
  readonly thread: ThreadId
  readonly subject: string
  readonly programme: string
  readonly year: number | null
  readonly entry: EntryId | null
  readonly title: string | null
  readonly status: EntryStatus | null
  readonly who: string
  readonly day: string
  readonly link: string | null
}

export interface FreeRow {
  readonly entry: EntryId
  readonly title: string
  readonly difficulty: string | null
  readonly link: string | null
}

export interface DigestRows {
  readonly changed: readonly ChangeRow[]
  readonly waiting: readonly WaitingRow[]
  readonly tagged: readonly TaggedRow[]
  readonly free: readonly FreeRow[]
  readonly totals: {
    readonly free: number
    readonly wanted: number
    readonly taken: number
    readonly inReview: number
    readonly done: number
  }
}

/**
 * History codes a list may read: what somebody said or did. Everything that follows from the clock alone, and
 * everything that people have to settle first, is left out.
 */
export const PUBLIC_CODES: ReadonlySet<HistoryCode> = new Set([
  'interested',
  'claimed',
  'named-on-page',
  'assigned',
  'progress',
  'patches-posted',
  'renewed',
  'released',
  'unassigned',
  'declined',
  'partly-merged',
  'merged',
  'completed',
  'in-release',
  'retired',
  'reopened',
])

/** Codes by which somebody can come to an entry. */
const BEGINNINGS: ReadonlySet<HistoryCode> = new Set([
  'interested',
  'claimed',
  'named-on-page',
  'assigned',
  'progress',
  'patches-posted',
])

/** A mail that waits for longer is no longer repeated every week; `status` and the overview keep it. */
const STILL_ASKED = 6 * WEEK

const TITLE = 66

/** All rows of the digest, none cut away; changes oldest first, waiting mail new this week first, then newcomers', then by age. */
export function digestRows(input: DigestInput): DigestRows {
  const home = input.entries.filter(({ home }) => home === input.list.id)
  return {
    changed: input.entries.flatMap((one) => changeRows(one, input)).sort(inOrder),
    waiting: waitingRows(input),
    tagged: taggedRows(input),
    free: freeRows(home, input.week),
    totals: {
      free: count(home, (one) => one.free),
      wanted: count(home, (one) => one.standing.status === 'interest'),
      taken: count(home, (one) => one.standing.status === 'claimed' || one.standing.status === 'stalled'),
      inReview: count(home, (one) => one.standing.status === 'in-review'),
      done: count(home, (one) => one.standing.status === 'done'),
    },
  }
}

function changeRows(one: BookEntry, input: DigestInput): ChangeRow[] {
  const { entry, standing } = one
  const inWeek = (event: HistoryEvent) => event.at >= input.week.from && event.at < input.week.to
  const told = standing.history.filter(
    (event) => inWeek(event) && PUBLIC_CODES.has(event.code) && concerns(event.evidence, one, input),
  )
  const latest = new Map<string, HistoryEvent>()
  for (const event of told) latest.set(event.who ? personKey(event.who) : `-${event.code}`, event)
  return [...latest.values()].map((event) => ({
    entry: entry.id,
    title: cleanLine(entry.title, TITLE),
    code: event.code,
    isNew: isFirst(event, standing.history, input.week.from),
    who: event.who ? personLabel(event.who) : null,
    status: standing.status,
    sentence: event.evidence?.text ? quoteSentence(event.evidence.text) : null,
    at: isoInstant(event.at),
    link: evidenceLink(event.evidence, input, entry),
  }))
}

/** Mail counts where it was seen; everything else where the entry is at home. */
function concerns(evidence: Evidence | null, one: BookEntry, input: DigestInput): boolean {
  if (!evidence) return false
  if (evidence.kind === 'mail') return evidence.lists.includes(input.list.id)
  return one.home === input.list.id
}

function isFirst(event: HistoryEvent, history: readonly HistoryEvent[], from: Instant): boolean {
  const who = event.who
  if (!who || !BEGINNINGS.has(event.code)) return false
  return !history.some(
    (past) => past.at < from && past.who !== null && personKey(past.who) === personKey(who),
  )
}

function evidenceLink(evidence: Evidence | null, input: DigestInput, entry: CatalogueEntry): string | null {
  if (evidence?.kind === 'mail') return mailLink(evidence.source, evidence.lists, input.lists, input.list.id)
  return evidence?.kind === 'catalogue' ? pageLink(entry) : null
}

function waitingRows(input: DigestInput): WaitingRow[] {
  const rows = input.entries.flatMap(({ entry, standing }) =>
    standing.waiting
      .filter((mail) => mail.lists.includes(input.list.id) && mail.since >= input.week.to - STILL_ASKED)
      .map((mail) => ({
        since: mail.since,
        row: {
          message: mail.message,
          title: cleanLine(entry.title, TITLE),
          who: personLabel(mail.who),
          isNew: mail.since + input.waitingWeeks * WEEK >= input.week.from,
          newcomer: mail.newcomer,
          subject: quoteSentence(mail.subject, TITLE),
          day: nearDay(mail.since, input.week.zone),
          link: mailLink(mail.message, mail.lists, input.lists, input.list.id),
        },
      })),
  )
  rows.sort(
    (a, b) =>
      Number(b.row.isNew) - Number(a.row.isNew) ||
      Number(b.row.newcomer) - Number(a.row.newcomer) ||
      a.since - b.since ||
      compare(a.row.message, b.row.message),
  )
  return [...new Map(rows.toReversed().map(({ row }) => [row.message, row])).values()].toReversed()
}

function taggedRows(input: DigestInput): TaggedRow[] {
  const byId = new Map(input.entries.map((one) => [one.entry.id, one]))
  return input.tagged
    .filter((thread) => thread.lists.includes(input.list.id))
    .toSorted((a, b) => b.lastAt - a.lastAt || compare(a.thread, b.thread))
    .map((thread) => {
      const linked = thread.entry ? byId.get(thread.entry) : undefined
      return {
        thread: thread.thread,
        subject: quoteSentence(thread.subject, TITLE),
        programme: thread.tag.programme,
        year: thread.tag.year,
        entry: linked?.entry.id ?? null,
        title: linked ? cleanLine(linked.entry.title, TITLE) : null,
        status: linked?.standing.status ?? null,
        who: personLabel(thread.starter),
        day: nearDay(thread.lastAt, input.week.zone),
        link: mailLink(thread.message, thread.lists, input.lists, input.list.id),
      }
    })
}

/** Easiest first; within one difficulty the start moves on every week, so that each gets its turn at the top. */
function freeRows(home: readonly BookEntry[], week: DigestWeek): FreeRow[] {
  const free = home.filter((one) => one.free).map(({ entry }) => entry)
  const turn = Number(/W(\d+)$/.exec(week.week)?.[1] ?? 0)
  return [0, 1, 2].flatMap((rank) => {
    const same = free.filter((entry) => difficultyRank(entry) === rank).sort((a, b) => compare(a.id, b.id))
    const start = same.length === 0 ? 0 : (turn * 4) % same.length
    return [...same.slice(start), ...same.slice(0, start)].map((entry) => ({
      entry: entry.id,
      title: cleanLine(entry.title, TITLE),
      difficulty: difficultyWord(entry),
      link: pageLink(entry),
    }))
  })
}

function inOrder(a: ChangeRow, b: ChangeRow): number {
  return compare(a.at, b.at) || compare(a.entry, b.entry) || compare(a.who ?? '', b.who ?? '')
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const count = (entries: readonly BookEntry[], test: (one: BookEntry) => boolean): number =>
  entries.filter(test).length
