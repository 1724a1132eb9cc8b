// The `link` job: puts messages into their threads and threads on catalogue entries, and names the entries whose
// standing may have changed. Everything written here is derived; running it again changes nothing.

import type { CatalogueIndex } from '../core/link/catalogue-index.ts'
import { placeMessages } from '../core/link/threads.ts'
import type { CommandRecord } from '../core/model/command-record.ts'
import type { EntryId, MessageId, ThreadId } from '../core/model/ids.ts'
import type { ThreadLink } from '../core/model/link.ts'
import { byTime, linkAlone, linkInSeries, type ThreadCommand, type ThreadMembers } from '../core/pipeline.ts'
import { RULES_VERSION } from '../core/rules-version.ts'
import type { Store, StoreReads, StoreWrites, Task } from '../ports/store.ts'
import type { Settings } from './settings.ts'
import { notePatches } from './tied-patches.ts'

export interface LinkDeps {
  readonly store: Store
  readonly settings: Settings
  /** The index over the catalogue as it is now; kept by the caller, since building it is dear. */
  readonly index: (reads: StoreReads) => Promise<CatalogueIndex>
}

/** Advances the messages with these ids; resolves with the tasks that follow. */
export async function linkMessages(ids: readonly MessageId[], deps: LinkDeps): Promise<Task[]> {
  return deps.store.write(async (tx) => {
    const threads = new Set<ThreadId>()
    const done = new Set<MessageId>()
    for (const id of ids) {
      if (!done.has(id)) for (const thread of await placeComponent(tx, id, done)) threads.add(thread)
      await tx.removeTask({ kind: 'link', key: id })
    }
    return linkThreads(tx, threads, deps)
  })
}

/** Links the given threads and those of their series anew; adds and returns the `stand` tasks of touched entries. */
export async function linkThreads(
  tx: StoreWrites,
  threads: ReadonlySet<ThreadId>,
  deps: LinkDeps,
): Promise<Task[]> {
  const index = await deps.index(tx)
  const read = once((thread) => membersOf(tx, thread))
  const series = once(async (thread) => seriesOf(tx, thread, await read(thread)))
  const all = new Set(threads)
  for (const thread of threads) for (const other of await series(thread)) all.add(other)
  const commands = await commandsFor(tx, all, series)
  const commandOf = (thread: ThreadId): ThreadCommand => commands.get(thread) ?? null
  const alone = once(async (thread) =>
    linkAlone(thread, await read(thread), commandOf(thread), index, deps.settings.link),
  )

  const touched = new Set<EntryId>()
  for (const thread of [...all].sort()) {
    const members = await read(thread)
    const before = await tx.link(thread)
    for (const entry of before ? entriesOf(before.link) : []) touched.add(entry)
    if (members.length === 0) {
      await tx.removeLink(thread)
      continue
    }
    const others: ThreadLink[] = []
    for (const other of await series(thread)) others.push(await alone(other))
    const own = await alone(thread)
    const link = linkInSeries(own, members, commandOf(thread), others, index, deps.settings.link)
    await tx.saveLink(link, RULES_VERSION)
    await notePatches(tx, before?.link ?? null, link, members)
    for (const entry of entriesOf(link)) touched.add(entry)
  }
  return tx.addTasks([...touched].sort().map((entry): Task => ({ kind: 'stand', key: entry })))
}

/** The commands of these threads and of those that share a series with them. */
async function commandsFor(
  tx: StoreWrites,
  threads: ReadonlySet<ThreadId>,
  series: (thread: ThreadId) => Promise<readonly ThreadId[]>,
): Promise<Map<ThreadId, ThreadCommand>> {
  const near = new Set(threads)
  for (const thread of threads) for (const other of await series(thread)) near.add(other)
  return threadCommands(await tx.commandsOfThreads([...near]))
}

/** Entries a link speaks of: the thread's own, those of its signals, and the one it was moved from. */
export function entriesOf(link: ThreadLink): EntryId[] {
  const entries = new Set<EntryId>(link.entry ? [link.entry] : [])
  if (link.movedBy?.from) entries.add(link.movedBy.from)
  for (const signal of link.signals) if (signal.entry) entries.add(signal.entry)
  return [...entries]
}

/** Latest link or unlink command of each thread. */
export function threadCommands(records: readonly CommandRecord[]): Map<ThreadId, ThreadCommand> {
  const commands = new Map<ThreadId, ThreadCommand>()
  const ordered = [...records].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  for (const { action } of ordered) {
    if (action.verb === 'link') commands.set(action.thread, { verb: 'link', entry: action.entry })
    else if (action.verb === 'unlink') commands.set(action.thread, { verb: 'unlink' })
  }
  return commands
}

/** Places the whole component of a message; returns every thread that gained, lost or changed a member. */
async function placeComponent(tx: StoreWrites, id: MessageId, done: Set<MessageId>): Promise<Set<ThreadId>> {
  const members = await tx.nodes(await tx.component(id))
  const places = placeMessages(members)
  const changed = new Set<ThreadId>()
  for (const place of places) {
    done.add(place.message)
    const before = await tx.place(place.message)
    if (before && before.thread !== place.thread) changed.add(before.thread)
    if (!before || before.thread !== place.thread || before.parent !== place.parent || place.message === id)
      changed.add(place.thread)
  }
  await tx.savePlaces(places)
  return changed
}

async function seriesOf(reads: StoreReads, thread: ThreadId, members: ThreadMembers): Promise<ThreadId[]> {
  const keys = [...new Set(members.flatMap((member) => member.series))]
  if (keys.length === 0) return []
  return (await reads.threadsOfSeries(keys)).filter((other) => other !== thread).sort()
}

async function membersOf(reads: StoreReads, thread: ThreadId): Promise<ThreadMembers> {
  const stored = await reads.messages(await reads.threadMembers(thread))
  return stored.map((message) => message.reading).sort(byTime)
}

/** The same question about a thread is asked once. */
function once<T>(ask: (thread: ThreadId) => Promise<T>): (thread: ThreadId) => Promise<T> {
  const known = new Map<ThreadId, Promise<T>>()
  return (thread) => {
    const there = known.get(thread) ?? ask(thread)
    known.set(thread, there)
    return there
  }
}
