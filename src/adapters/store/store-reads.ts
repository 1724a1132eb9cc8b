// The read half of the store port over any kysely connection. How a read gets one snapshot is the caller's business.
import type { StoreReads } from '../../ports/store.ts'
import * as intake from './intake.ts'
import * as messages from './messages.ts'
import * as outbox from './outbox.ts'
import * as raws from './raws.ts'
import * as records from './records.ts'
import type { Db } from './tables.ts'
import * as threads from './threads.ts'

/** Where reads come from. */
export interface ReadAccess {
  /** For reads of one statement. */
  readonly db: Db
  /** For reads of several statements that must see one state. */
  snapshot<T>(read: (db: Db) => Promise<T>): Promise<T>
  /** For long iterations: they see one state and don't keep other reads waiting. */
  iterate<T>(read: (db: Db) => AsyncIterable<T>): AsyncIterable<T>
}

export function storeReads({ db, snapshot, iterate }: ReadAccess): StoreReads {
  return {
    meta: (key) => intake.loadMeta(db, key),
    cursor: (source) => intake.loadCursor(db, source),
    raw: (hash) => snapshot((at) => raws.loadRaw(at, hash)),
    tasks: (limit, kind) => intake.loadTasks(db, limit, kind),
    task: (kind, key) => intake.loadTask(db, kind, key),
    taskCount: (kind) => intake.countTasks(db, kind),
    pending: (id) => intake.loadPending(db, id),
    quarantined: () => intake.loadQuarantined(db),
    dropped: () => snapshot(intake.loadDropped),

    message: (id) => messages.loadMessage(db, id),
    messages: (ids) => snapshot((at) => messages.loadMessages(at, ids)),
    allMessages: () => iterate(messages.loadAllMessages),
    nodes: (ids) => snapshot((at) => messages.loadNodes(at, ids)),
    allNodes: () => iterate(messages.loadAllNodes),
    messageCount: () => messages.countMessages(db),
    sightings: (hash) => intake.loadSightings(db, hash),
    listsOf: (id) => snapshot((at) => messages.loadListsOf(at, id)),

    component: (id) => snapshot((at) => threads.loadComponent(at, id)),
    place: (id) => snapshot((at) => threads.loadPlace(at, id)),
    threadMembers: (thread) => snapshot((at) => threads.loadThreadMembers(at, thread)),
    threadsOfSeries: (series) => snapshot((at) => threads.loadThreadsOfSeries(at, series)),
    link: (thread) => threads.loadLink(db, thread),
    links: () => iterate(threads.loadLinks),
    threadsOfEntry: (entry) => snapshot((at) => threads.loadThreadsOfEntry(at, entry)),
    linkedThreads: (entry) => snapshot((at) => threads.loadLinkedThreads(at, entry)),
    triage: () => threads.loadTriage(db),

    commands: () => records.loadCommands(db),
    commandsAbout: (entry, ids) => snapshot((at) => records.loadCommandsAbout(at, entry, ids)),
    commandsOfThreads: (ids) => snapshot((at) => records.loadCommandsOfThreads(at, ids)),
    catalogueRevisions: () => records.loadCatalogueRevisions(db),
    catalogue: () => records.loadCatalogue(db),
    commits: () => records.loadCommits(db),
    commitsOf: (entry) => records.loadCommitsOf(db, entry),
    standing: (entry) => records.loadStanding(db, entry),
    standings: () => iterate(records.loadStandings),

    outbox: (states) => outbox.loadOutbox(db, states),
    outboxMail: (id) => outbox.loadOutboxMail(db, id),
    outboxByMessageId: (id) => outbox.loadOutboxByMessageId(db, id),
    outboxByDedupe: (dedupe) => outbox.loadOutboxByDedupe(db, dedupe),
    sentSince: (since, filter) => outbox.countSentSince(db, since, filter),
  }
}
