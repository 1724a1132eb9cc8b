// Random writes, in random transactions of which some reject, against the model; afterwards every read must agree.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommandRecord } from '../../src/core/model/command-record.ts'
import { type EntryId, entryId, type MessageId, messageId } from '../../src/core/model/ids.ts'
import {
  type OutboxState,
  type Store,
  type StoreReads,
  type StoreWrites,
  TASK_KINDS,
  type Task,
} from '../../src/ports/store.ts'
import type { StoreUnderTest } from './store-contract.ts'
import { StoreModel } from './store-model.ts'
import {
  aCommand,
  aCommit,
  aLink,
  aMessage,
  anOutboxMail,
  aPending,
  aRevision,
  aSignal,
  aStanding,
  devel,
  NOON,
  users,
} from './store-samples.ts'

/** Few ids, so that operations meet; some with what databases dislike in text. */
const IDS = [
  'a',
  'b',
  'c',
  'd@x',
  'e\u0000',
  'f\ud800',
  'g\uffff0001',
  `${'h'.repeat(900)}1`,
  `${'h'.repeat(900)}2`,
]
const ENTRIES = ['pvusb', 'pvscsi', 'apic']
const STATES: OutboxState[] = [
  'preview',
  'held',
  'queued',
  'sending',
  'sent',
  'seen',
  'unknown',
  'refused',
  'dropped',
]

/** Pending ids are each store's own: an operation names the mail by its place, and this finds the id. */
type PendingIds = Map<string, string>
type Operation = (tx: StoreWrites, pending: PendingIds) => Promise<unknown>

const id = fc.constantFrom(...IDS).map(messageId)
const entry = fc.constantFrom(...ENTRIES)
const at = fc.integer({ min: -3, max: 3 }).map((n) => NOON + n)
const list = fc.constantFrom(null, devel, users)
const key = fc.constantFrom('1', '2', '3', '4')
const body = fc.constantFrom('one', 'two')
const series = fc.subarray(['s1', 's2'])
const state = fc.constantFrom(...STATES)

const action: fc.Arbitrary<CommandRecord['action']> = fc.oneof(
  entry.map((to) => ({ verb: 'verify' as const, entry: entryId(to) })),
  fc.tuple(id, entry).map(([message, to]) => ({ verb: 'dismiss' as const, entry: entryId(to), message })),
  fc.tuple(id, entry).map(([thread, to]) => ({
    verb: 'link' as const,
    thread,
    entry: entryId(to),
  })),
  fc.tuple(id, fc.option(entry)).map(([thread, from]) => ({
    verb: 'unlink' as const,
    thread,
    ...(from === null ? {} : { from: entryId(from) }),
  })),
)

const pendingId = (pending: PendingIds, place: string) => pending.get(place) ?? 'unknown'

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.tuple(id, id).map(
    ([k, v]): Operation =>
      (tx) =>
        tx.setMeta(k, v),
  ),
  fc.tuple(id, id).map(
    ([k, v]): Operation =>
      (tx) =>
        tx.setCursor(k, v),
  ),
  fc.record({ kind: fc.constantFrom('link', 'stand'), key: id }).chain((task) =>
    fc.boolean().map(
      (add): Operation =>
        async (tx) =>
          void (await (add ? tx.addTasks([task as Task]) : tx.removeTask(task as Task))),
    ),
  ),
  fc.constantFrom('link' as const, 'stand' as const).map(
    (kind): Operation =>
      (tx) =>
        tx.removeTasks(kind),
  ),
  fc.tuple(key, body).map(
    ([place, raw]): Operation =>
      async (tx, pending) => {
        const made = await tx.addPending(aPending(place, raw))
        if (made !== null) pending.set(place, made)
        return made !== null
      },
  ),
  fc.array(fc.tuple(key, body, list), { maxLength: 20 }).map(
    (mails): Operation =>
      (tx) =>
        tx.addSighted(mails.map(([place, raw, on]) => ({ ...aPending(place, raw), list: on }))),
  ),
  key.map(
    (place): Operation =>
      (tx, pending) =>
        tx.countTry(pendingId(pending, place)),
  ),
  fc.tuple(key, fc.boolean(), list).map(
    ([place, keepRaw, on]): Operation =>
      (tx, pending) =>
        tx.settlePending(pendingId(pending, place), { keepRaw, list: on }),
  ),
  // Quarantined at different times, because the order among equal ones is each store's own.
  fc.tuple(key, id).map(
    ([place, why]): Operation =>
      (tx, pending) =>
        tx.quarantine(pendingId(pending, place), why, NOON + Number(place)),
  ),
  key.map(
    (place): Operation =>
      (tx, pending) =>
        tx.retryQuarantined(pendingId(pending, place)),
  ),
  id.map(
    (why): Operation =>
      (tx) =>
        tx.countDropped(why),
  ),
  fc
    .record({
      id,
      at,
      references: fc.uniqueArray(id, { maxLength: 4 }),
      series,
      subject: fc.string({ unit: 'binary' }),
    })
    .map(
      (over): Operation =>
        (tx) =>
          tx.saveMessage(aMessage(over.id, { ...over, hashes: [`hash of one`, `hash-${over.id}`] })),
    ),
  fc.array(fc.record({ message: id, thread: id, parent: fc.option(id) }), { maxLength: 3 }).map(
    (places): Operation =>
      (tx) =>
        tx.savePlaces(places),
  ),
  fc.tuple(id, fc.option(entry), fc.array(fc.option(entry), { maxLength: 3 }), fc.option(entry)).map(
    ([thread, to, signals, from]): Operation =>
      (tx) =>
        tx.saveLink(
          aLink(thread, to, {
            signals: signals.map((said) => aSignal(said)),
            ...(from === null
              ? {}
              : { movedBy: { at: NOON, message: messageId('m'), from: entryId(from), retold: [] } }),
          }),
          '1',
        ),
  ),
  id.map(
    (thread): Operation =>
      (tx) =>
        tx.removeLink(thread),
  ),
  fc.tuple(id, at, action).map(
    ([name, when, what]): Operation =>
      (tx) =>
        tx.addCommand(aCommand(name, { at: when, action: what })),
  ),
  fc.tuple(id, body, at).map(
    ([name, hash, when]): Operation =>
      (tx) =>
        tx.addCatalogueRevision(aRevision(name, hash, { at: when })),
  ),
  fc.tuple(key, entry, fc.option(key), at).map(
    ([hash, to, release, when]): Operation =>
      (tx) =>
        tx.addCommits([aCommit(hash, to, release, when)]),
  ),
  fc.tuple(entry, at).map(
    ([of, when]): Operation =>
      (tx) =>
        tx.saveStanding(aStanding(of, { at: when })),
  ),
  entry.map(
    (of): Operation =>
      (tx) =>
        tx.removeStanding(entryId(of)),
  ),
  fc.constant<Operation>((tx) => tx.clearDerived()),
  fc.tuple(key, id, state, at).map(
    ([name, dedupe, begin, when]): Operation =>
      (tx) =>
        tx.addOutbox(
          anOutboxMail(name, {
            dedupe,
            state: begin,
            createdAt: when,
            changedAt: when,
            subject: dedupe,
            thread: dedupe,
          }),
        ),
  ),
  fc.tuple(key, fc.subarray(STATES), state, at, fc.option(id, { nil: undefined }), fc.boolean()).map(
    ([name, from, to, when, reason, countTry]): Operation =>
      (tx) =>
        tx.moveOutbox(name, from, to, { at: when, countTry, ...(reason === undefined ? {} : { reason }) }),
  ),
)

const transactions = fc.array(
  fc.record({ operations: fc.array(operation, { minLength: 1, maxLength: 8 }), rejects: fc.boolean() }),
  { maxLength: 8 },
)

const all = async <T>(rows: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const row of rows) found.push(row)
  return found
}
const bare = ({ kind, key: name }: Task) => ({ kind, key: name })
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
const nameless = <T extends { id: string }>({ id: _, ...row }: T) => row

/** Everything the reads tell, in a form that two stores with the same content share. */
async function everything(reads: StoreReads, pending: PendingIds) {
  const ids = IDS.map(messageId)
  const each = async <K extends string, T>(keys: readonly K[], read: (k: K) => Promise<T>) => {
    const rows: T[] = []
    for (const k of keys) rows.push(await read(k))
    return rows
  }
  const mails = ['hash of one', 'hash of two']
  return {
    meta: await each(ids, (k) => reads.meta(k)),
    cursors: await each(ids, (k) => reads.cursor(k)),
    tasks: (await reads.tasks(100)).map(bare),
    taskCounts: await each(TASK_KINDS, (kind) => reads.taskCount(kind)),
    dropped: new Map(await reads.dropped()),
    raws: await each(mails, (hash) => reads.raw(hash)),
    sightings: await each(mails, (hash) => reads.sightings(hash)),
    pending: await each(['1', '2', '3', '4'], async (place) => {
      const row = await reads.pending(pendingId(pending, place))
      return row && nameless(row)
    }),
    quarantined: (await reads.quarantined()).map(nameless),
    messages: await all(reads.allMessages()),
    chosen: await reads.messages(ids.slice(1)),
    count: await reads.messageCount(),
    nodes: (await all(reads.allNodes())).sort(byId),
    chosenNodes: await reads.nodes(ids.slice(2)),
    lists: await each(ids, (k) => reads.listsOf(k)),
    components: await each(ids, async (k) => new Set(await reads.component(k))),
    places: await each(ids, (k) => reads.place(k)),
    members: await each(ids, async (k) => new Set(await reads.threadMembers(k))),
    series: await each(['s1', 's2'], async (k) => new Set(await reads.threadsOfSeries([k]))),
    links: await each(ids, (k) => reads.link(k)),
    linked: new Set((await all(reads.links())).map((row) => JSON.stringify(row))),
    threads: await each(ENTRIES as EntryId[], async (k) => new Set<MessageId>(await reads.threadsOfEntry(k))),
    triage: new Set((await reads.triage()).map((row) => JSON.stringify(row))),
    linkedThreads: await each(ENTRIES as EntryId[], async (k) => {
      const linked = await reads.linkedThreads(k)
      return linked.sort((a, b) => (a.link.thread < b.link.thread ? -1 : 1))
    }),
    commands: await reads.commands(),
    commandsAbout: await each(ENTRIES as EntryId[], (k) => reads.commandsAbout(k, ids.slice(3))),
    commandsOfThreads: await reads.commandsOfThreads(ids.slice(4)),
    commitsOf: await each(ENTRIES as EntryId[], (k) => reads.commitsOf(k)),
    revisions: await reads.catalogueRevisions(),
    commits: await reads.commits(),
    standings: await all(reads.standings()),
    outbox: await reads.outbox(),
    held: await reads.outbox(['held', 'queued']),
    byDedupe: await each(ids, (k) => reads.outboxByDedupe(k)),
    sent: await each(['0', '1', '2'], (n) => reads.sentSince(NOON - 1 + Number(n))),
    sentInThreads: await each(ids, (thread) => reads.sentSince(NOON - 3, { thread, to: 'Ada@example.org' })),
  }
}

async function run(
  store: Pick<Store, 'write'>,
  operations: readonly Operation[],
  rejects: boolean,
  pending: PendingIds,
) {
  const before = new Map(pending)
  const results: unknown[] = []
  const given = store.write(async (tx) => {
    for (const operate of operations) results.push(await operate(tx, pending))
    if (rejects) throw new Error('rejected on purpose')
  })
  await given.catch((error: Error) => {
    if (error.message !== 'rejected on purpose') throw error
    pending.clear()
    for (const [place, name] of before) pending.set(place, name)
  })
  return results
}

export function storeProperty(name: string, fresh: () => Promise<StoreUnderTest>, runs: number): void {
  describe(`${name} against the model`, () => {
    it(`answers every read as the model does after any writes (${runs} histories)`, {
      timeout: 300_000,
    }, async () => {
      await fc.assert(
        fc.asyncProperty(transactions, async (history) => {
          const under = await fresh()
          let store = await under.open()
          try {
            const model = new StoreModel()
            const [ofStore, ofModel]: PendingIds[] = [new Map(), new Map()]
            for (const { operations, rejects } of history) {
              const told = await run(store, operations, rejects, ofStore!)
              expect(told).toEqual(await run(model, operations, rejects, ofModel!))
            }
            expect(await everything(store, ofStore!)).toEqual(await everything(model.reads(), ofModel!))
            await store.close()
            store = await under.open()
            expect(await everything(store, ofStore!)).toEqual(await everything(model.reads(), ofModel!))
          } finally {
            await store.close()
            await under.dispose()
          }
        }),
        { numRuns: runs },
      )
    })
  })
}
