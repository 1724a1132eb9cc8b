// The write half of the store port within one open transaction, which also reads what it has written.
import type { StoreWrites } from '../../ports/store.ts'
import * as intake from './intake.ts'
import * as messages from './messages.ts'
import * as outbox from './outbox.ts'
import * as records from './records.ts'
import { storeReads } from './store-reads.ts'
import type { Db } from './tables.ts'
import * as threads from './threads.ts'

export function storeWrites(tx: Db): StoreWrites {
  return {
    ...storeReads({ db: tx, snapshot: (read) => read(tx), iterate: (read) => read(tx) }),

    setMeta: (key, value) => intake.saveMeta(tx, key, value),
    setCursor: (source, cursor) => intake.saveCursor(tx, source, cursor),
    addTasks: (tasks) => intake.saveTasks(tx, tasks),
    removeTask: (task) => intake.removeTask(tx, task),
    removeTasks: (kind) => intake.removeTasks(tx, kind),
    addPending: (mail) => intake.savePending(tx, mail),
    addSighted: (mails) => intake.saveSighted(tx, mails),
    countTry: (id) => intake.countTry(tx, id),
    settlePending: (id, outcome) => intake.settlePending(tx, id, outcome),
    quarantine: (id, reason, at) => intake.quarantine(tx, id, reason, at),
    retryQuarantined: (id) => intake.retryQuarantined(tx, id),
    countDropped: (reason, mails) => intake.countDropped(tx, reason, mails),

    saveMessage: (message) => messages.saveMessages(tx, [{ message }]),
    saveMessages: (many) => messages.saveMessages(tx, many),
    savePlaces: (places) => threads.savePlaces(tx, places),
    saveLink: (link, rules) => threads.saveLink(tx, link, rules),
    removeLink: (thread) => threads.removeLink(tx, thread),
    addCommand: (command) => records.saveCommand(tx, command),
    addCatalogueRevision: (revision) => records.saveCatalogueRevision(tx, revision),
    saveCatalogue: (catalogue) => records.saveCatalogue(tx, catalogue),
    addCommits: (commits) => records.saveCommits(tx, commits),
    saveStanding: (standing) => records.saveStanding(tx, standing),
    removeStanding: (entry) => records.removeStanding(tx, entry),
    clearDerived: () => threads.clearDerived(tx),

    addOutbox: (mail) => outbox.addOutbox(tx, mail),
    moveOutbox: (id, from, to, change) => outbox.moveOutbox(tx, id, from, to, change),
  }
}
