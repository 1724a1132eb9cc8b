// The truth: facts, what was derived from them, tasks that wait, and the outbox. One process writes at a time.
import type { CommandRecord } from '../core/model/command-record.ts'
import type { Catalogue, CatalogueReading } from '../core/model/entry.ts'
import type { CommitFact } from '../core/model/fact.ts'
import type { EntryId, ListId, MessageId, ThreadId } from '../core/model/ids.ts'
import type { ThreadLink, ThreadPlace } from '../core/model/link.ts'
import type { Message } from '../core/model/message.ts'
import type { Reading } from '../core/model/reading.ts'
import type { Standing } from '../core/model/standing.ts'
import type { Instant } from '../core/model/time.ts'
import type { MailPlace } from './mail-source.ts'

/** Stages of work in their order; a task row is written in the transaction of the fact that causes it. */
export const TASK_KINDS = ['intake', 'link', 'stand', 'post'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export interface Task {
  readonly kind: TaskKind
  /** intake: pending id; link: Message-ID; stand: entry id; post: outbox id. */
  readonly key: string
  /** Another number each time the task is added; given by the store, not needed by `addTasks`. */
  readonly turn?: number
}

/** A raw mail that was taken in and not yet read. */
export interface PendingMail {
  readonly id: string
  readonly hash: string
  readonly place: MailPlace
  readonly receivedAt: Instant | null
  readonly storedAt: Instant
  /** Times reading it was begun; counted before each try. */
  readonly tries: number
  /** False for replay, backfill and mail from before the start of watching: it never causes mail. */
  readonly live: boolean
}

export interface QuarantinedMail extends PendingMail {
  readonly reason: string
  readonly quarantinedAt: Instant
}

export interface Sighting {
  readonly hash: string
  readonly place: MailPlace
  readonly list: ListId | null
  readonly receivedAt: Instant | null
}

/** One of the mails that carry the same Message-ID. */
export interface MessageCopy {
  readonly hash: string
  /** Event time of this copy. */
  readonly at: Instant
  /** Topmost Received time of this copy. */
  readonly received: Instant | null
  /** Its Date field. */
  readonly date: Instant | null
  /** Lists it was seen on. */
  readonly lists: readonly ListId[]
  /**
   * Two copies with the same print are the same mail (From, Date, decoded text but for list prefix and footer). Null
   * while the copy is the only one: making a print costs as much as reading the text, and few mails have two copies.
   */
  readonly print: string | null
}

/** A message as stored: the copy that holds the id, what was read from it, and the copies kept aside. */
export interface StoredMessage {
  readonly id: MessageId
  readonly hash: string
  /** As stored, its text holds the author's own words at their places and blanks elsewhere; the whole text is in the raw mail. */
  readonly reading: Reading
  /** Version of the rules that made the reading. */
  readonly rules: string
  readonly copies: readonly MessageCopy[]
}

/** Where a raw mail stands in bytes that are stored together, made beside the store; how is the store's affair. */
export interface PackedRaw {
  readonly pack: { readonly id: string; readonly bytes: Uint8Array }
  readonly start: number
}

/** A raw mail that was read before it was stored. */
export interface SightedMail {
  readonly hash: string
  readonly raw: Uint8Array
  /** Given when a thread of the reader packed the raw mail already. */
  readonly packed?: PackedRaw
  readonly place: MailPlace
  readonly receivedAt: Instant | null
  readonly list: ListId | null
}

/** A reading as its row holds it, made beside the store; what stands in it is the store's affair. */
export interface PackedReading {
  readonly node: string
  readonly reading: string
}

/** What threading and series need of one message. */
export type ThreadNodeRow = Pick<
  Message,
  'id' | 'at' | 'author' | 'topic' | 'subject' | 'references' | 'patch'
> & { readonly series: readonly string[] }

export interface CatalogueRevision {
  /** Name the import is known by: file name, URL or page title. A new revision of a name replaces the older in the merged catalogue. */
  readonly name: string
  readonly at: Instant
  /** SHA-256 of the text. */
  readonly hash: string
  readonly text: string
  readonly reading: CatalogueReading
}

/** Everything Dibs wants to send, before and after. */
export type OutboxState =
  | 'preview'
  | 'held'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'seen'
  | 'unknown'
  | 'refused'
  | 'dropped'

export interface OutboxMail {
  readonly id: string
  readonly kind: 'digest' | 'answer' | 'notice'
  /** Unique for ever: the same due mail is one row however often it is composed. */
  readonly dedupe: string
  readonly messageId: MessageId
  readonly list: ListId | null
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  /** Thread the mail belongs to, for the per-thread cap; null for digests. */
  readonly thread: ThreadId | null
  readonly raw: Uint8Array
  readonly state: OutboxState
  readonly reason: string | null
  readonly createdAt: Instant
  readonly changedAt: Instant
  /** Not before this time. */
  readonly dueAt: Instant
  readonly tries: number
}

export interface HistoryRecord {
  readonly entry: EntryId
  readonly standing: Standing
}

export interface LinkRecord {
  readonly link: ThreadLink
  readonly rules: string
}

/** A thread and what was read from its mails. */
export interface LinkedThread {
  readonly link: ThreadLink
  readonly members: readonly Reading[]
}

/** Reads; each is one consistent snapshot of its own. */
export interface StoreReads {
  meta(key: string): Promise<string | null>
  cursor(source: string): Promise<string | null>
  raw(hash: string): Promise<Uint8Array | null>

  /** Oldest first, of one kind when `kind` is given. */
  tasks(limit: number, kind?: TaskKind): Promise<Task[]>
  task(kind: TaskKind, key: string): Promise<Task | null>
  taskCount(kind: TaskKind): Promise<number>
  pending(id: string): Promise<PendingMail | null>
  quarantined(): Promise<QuarantinedMail[]>
  /** Mails dropped because no watched list carried them, by reason. */
  dropped(): Promise<ReadonlyMap<string, number>>

  message(id: MessageId): Promise<StoredMessage | null>
  /** The stored ones among `ids`, in order of (event time, id). */
  messages(ids: readonly MessageId[]): Promise<StoredMessage[]>
  /** Every stored message, in order of (event time, id). */
  allMessages(): AsyncIterable<StoredMessage>
  messageCount(): Promise<number>
  /** What threading needs of the given messages, without their text; ids of ghosts are left out. */
  nodes(ids: readonly MessageId[]): Promise<ThreadNodeRow[]>
  /** The same of every message, in no particular order. */
  allNodes(): AsyncIterable<ThreadNodeRow>
  /** Every place where these bytes were met; `list` is null until the mail is settled. */
  sightings(hash: string): Promise<Sighting[]>
  /** Lists on which any copy of the message was seen. */
  listsOf(id: MessageId): Promise<ListId[]>

  /** All messages joined to `id` by References in either direction, transitively, ghosts included as ids. */
  component(id: MessageId): Promise<MessageId[]>
  place(id: MessageId): Promise<ThreadPlace | null>
  threadMembers(thread: ThreadId): Promise<MessageId[]>
  /** Threads whose messages share a series key. */
  threadsOfSeries(series: readonly string[]): Promise<ThreadId[]>
  link(thread: ThreadId): Promise<LinkRecord | null>
  links(): AsyncIterable<LinkRecord>
  /** Threads tied to the entry, holding a signal tied to it, or moved away from it by a later mail. */
  threadsOfEntry(entry: EntryId): Promise<ThreadId[]>
  /** The same threads with all their stored messages in order of (event time, id), by a few statements however many they are. */
  linkedThreads(entry: EntryId): Promise<LinkedThread[]>
  triage(): Promise<ThreadLink[]>

  /** In order of (time, id), as the two below. */
  commands(): Promise<CommandRecord[]>
  /**
   * Commands about the entry, and, whatever entry they name, ties and dismissals of `mails` (threads by their roots) and of
   * the threads and mails those commands name.
   */
  commandsAbout(entry: EntryId, mails: readonly MessageId[]): Promise<CommandRecord[]>
  /** Ties of these threads. */
  commandsOfThreads(threads: readonly ThreadId[]): Promise<CommandRecord[]>
  catalogueRevisions(): Promise<CatalogueRevision[]>
  catalogue(): Promise<Catalogue>
  commits(): Promise<(CommitFact & { readonly entry: EntryId })[]>
  commitsOf(entry: EntryId): Promise<(CommitFact & { readonly entry: EntryId })[]>

  standing(entry: EntryId): Promise<Standing | null>
  standings(): AsyncIterable<Standing>

  outbox(states?: readonly OutboxState[]): Promise<OutboxMail[]>
  outboxMail(id: string): Promise<OutboxMail | null>
  outboxByMessageId(id: MessageId): Promise<OutboxMail | null>
  outboxByDedupe(dedupe: string): Promise<OutboxMail | null>
  /** How many mails left (sending, sent, seen, unknown) since `since`: in all, to one address, in one thread. */
  sentSince(since: Instant, filter?: { to?: string; thread?: ThreadId }): Promise<number>
}

/** Writes; all within one transaction that commits when `work` resolves and leaves nothing when it rejects. */
export interface StoreWrites extends StoreReads {
  setMeta(key: string, value: string): Promise<void>
  setCursor(source: string, cursor: string): Promise<void>
  /** Returns the tasks with their turns, for ringing after the commit. */
  addTasks(tasks: readonly Task[]): Promise<Task[]>
  /** With a `turn`, only if the task was not added again since: what came meanwhile stays to be done. */
  removeTask(task: Task): Promise<void>
  /** Removes all tasks of the kind: somebody has done everything there was to do. */
  removeTasks(kind: TaskKind): Promise<void>

  /** Stores the raw mail and its sighting, once per place; returns the pending id, or null when the place was known already. */
  addPending(mail: {
    hash: string
    raw: Uint8Array
    place: MailPlace
    receivedAt: Instant | null
    storedAt: Instant
    live: boolean
  }): Promise<string | null>
  /** Bulk path: stores raw mails that were read already and their sightings, without pending rows; a known place is passed over. */
  addSighted(mails: readonly SightedMail[]): Promise<void>
  /** The number of this try, from 1; 0 when nothing with this id is pending. */
  countTry(pendingId: string): Promise<number>
  /** Forgets the pending row; the raw mail stays when `keepRaw`, and its sighting is tied to `list`. */
  settlePending(pendingId: string, outcome: { keepRaw: boolean; list: ListId | null }): Promise<void>
  quarantine(pendingId: string, reason: string, at: Instant): Promise<void>
  retryQuarantined(pendingId: string): Promise<boolean>
  /** Counts mail dropped because no watched list carried it. */
  countDropped(reason: string, mails?: number): Promise<void>

  saveMessage(message: StoredMessage): Promise<void>
  /** Bulk path: the same of many, no id twice. A message with `packed` need only hold id, time, references and series. */
  saveMessages(
    messages: readonly { readonly message: StoredMessage; readonly packed?: PackedReading }[],
  ): Promise<void>
  savePlaces(places: readonly ThreadPlace[]): Promise<void>
  saveLink(link: ThreadLink, rules: string): Promise<void>
  /** Removes links of threads that have no member any more. */
  removeLink(thread: ThreadId): Promise<void>
  addCommand(command: CommandRecord): Promise<void>
  /** False when the newest revision of that name has the same hash already. */
  addCatalogueRevision(revision: CatalogueRevision): Promise<boolean>
  saveCatalogue(catalogue: Catalogue): Promise<void>
  addCommits(commits: readonly (CommitFact & { readonly entry: EntryId })[]): Promise<void>
  saveStanding(standing: Standing): Promise<void>
  removeStanding(entry: EntryId): Promise<void>
  /** Drops everything derived: places, links, standings. Facts stay. */
  clearDerived(): Promise<void>

  /** False when a row with this dedupe key exists. */
  addOutbox(mail: OutboxMail): Promise<boolean>
  /** Moves a row from one of `from` to `to`; false when it was in none of them (somebody else has it). */
  moveOutbox(
    id: string,
    from: readonly OutboxState[],
    to: OutboxState,
    change: { at: Instant; reason?: string | null; dueAt?: Instant; countTry?: boolean },
  ): Promise<boolean>
}

export interface Store extends StoreReads {
  /** One write transaction at a time; readers see the state before it. */
  write<T>(work: (tx: StoreWrites) => Promise<T>): Promise<T>
  /** Checks of pragmas, integrity and free space, for `dibs doctor`. */
  check(): Promise<string>
  /** Writes one consistent state to `file` while the store is in use; throws Failure and leaves no half file. */
  backup(file: string): Promise<void>
  /** Waits for the writes under way. */
  close(): Promise<void>
}
