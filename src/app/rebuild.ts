// Everything derived, derived again from the facts: the merged catalogue, readings under older rules, threads, links, standings.
// In one transaction, so that readers see the old state or the new one. Also the bulk way after a replay.
import { linkThread, type Relative } from '../core/link/link-thread.ts'
import { withMove } from '../core/link/moved-by.ts'
import { placeMessages } from '../core/link/threads.ts'
import type { EntryId, MessageId, ThreadId } from '../core/model/ids.ts'
import type { ThreadLink } from '../core/model/link.ts'
import { byTime, type ThreadCommand, type ThreadMembers } from '../core/pipeline.ts'
import { RULES_VERSION } from '../core/rules-version.ts'
import type { StoreReads, StoreWrites, ThreadNodeRow } from '../ports/store.ts'
import { saveMerged } from './catalogue-import.ts'
import { copyReader, type IntakeDeps } from './intake.ts'
import { type LinkDeps, threadCommands } from './link-messages.ts'
import { DERIVED_AT } from './notice-ledger.ts'
import {
  compare,
  type Difference,
  entriesOf,
  linksOf,
  linkText,
  signalText,
  standAgain,
  standingsOf,
  standingText,
} from './rebuild-differences.ts'
import { keepStandings, type StandDeps } from './stand-entry.ts'
import { noteFrom } from './tied-patches.ts'

export type RebuildDeps = LinkDeps &
  StandDeps &
  Pick<IntakeDeps, 'decoder'> & {
    readonly progress?: (stage: RebuildStage, done: number, total: number) => void
  }

export type RebuildStage = 'reading' | 'linking' | 'standing'

/** Derives everything again and resolves with what differs from before; nothing differs while the rules are the same. */
export async function rebuild(deps: RebuildDeps): Promise<Difference[]> {
  return deps.store.write(async (tx) => {
    const entries = await entriesOf(tx)
    await saveMerged(tx)
    const readings = await readAgain(tx, deps)
    const links = await linksOf(tx)
    const standings = await standingsOf(tx)
    await tx.clearDerived()
    await deriveAll(tx, deps)
    return [
      ...compare('catalogue', entries, await entriesOf(tx), (entry) => entry.title),
      ...readings,
      ...compare('link', links, await linksOf(tx), linkText),
      ...compare('standing', standings, await standAgain(tx, standings, deps), standingText),
    ]
  })
}

/** Places, links and stands everything there is, thread by thread, in the given transaction. */
export async function deriveAll(tx: StoreWrites, deps: RebuildDeps): Promise<void> {
  const nodes: ThreadNodeRow[] = []
  for await (const node of tx.allNodes()) nodes.push(node)
  const places = placeMessages(nodes)
  await tx.savePlaces(places)
  // What this brings to light is no news: it never makes mail.
  await tx.setMeta(DERIVED_AT, String(deps.clock.now()))
  const threadOf = new Map(places.map((place) => [place.message, place.thread]))
  await linkEvery(tx, nodes, threadOf, deps)
  await noteFrom(tx, 0)
  const { entries } = await tx.catalogue()
  deps.progress?.('standing', 0, entries.length)
  await keepStandings(
    tx,
    entries.map((entry) => entry.id),
    deps,
  )
  deps.progress?.('standing', entries.length, entries.length)
  await tx.removeTasks('link')
  await tx.removeTasks('stand')
}

/** Links every thread; first all alone, then those again whose series was seen elsewhere. */
async function linkEvery(
  tx: StoreWrites,
  nodes: readonly ThreadNodeRow[],
  threadOf: ReadonlyMap<MessageId, ThreadId>,
  deps: RebuildDeps,
): Promise<void> {
  const members = new Map<ThreadId, MessageId[]>()
  const ofSeries = new Map<string, Set<ThreadId>>()
  for (const node of nodes) {
    const thread = threadOf.get(node.id) ?? node.id
    push(members, thread, node.id)
    for (const key of node.series) addTo(ofSeries, key, thread)
  }
  const index = await deps.index(tx)
  const commands = threadCommands(await tx.commands())
  const link = async (thread: ThreadId, relatives: Relative[]): Promise<ThreadLink> => {
    const read = await membersOf(tx, members.get(thread) ?? [])
    const command: ThreadCommand = commands.get(thread) ?? null
    const input = { thread, members: read, command, relatives }
    return withMove(input, linkThread(input, index, deps.settings.link), index, deps.settings.link)
  }
  const seriesOf = new Map<ThreadId, Set<ThreadId>>()
  for (const threads of ofSeries.values())
    if (threads.size > 1)
      for (const thread of threads)
        for (const other of threads) if (other !== thread) addTo(seriesOf, thread, other)

  const alone = new Map<ThreadId, { entry: EntryId; score: number }>()
  let done = 0
  for (const thread of members.keys()) {
    const first = await link(thread, [])
    if (first.entry) alone.set(thread, { entry: first.entry, score: first.score })
    await tx.saveLink(first, RULES_VERSION)
    if (++done % 100 === 0) deps.progress?.('linking', done, members.size)
  }
  for (const [thread, others] of seriesOf) {
    const relatives = [...others].sort().flatMap((other): Relative[] => {
      const found = alone.get(other)
      return found ? [{ thread: other, why: 'series', ...found }] : []
    })
    if (relatives.length > 0) await tx.saveLink(await link(thread, relatives), RULES_VERSION)
  }
  const stale: ThreadId[] = []
  for await (const record of tx.links()) if (!members.has(record.link.thread)) stale.push(record.link.thread)
  for (const thread of stale) await tx.removeLink(thread)
  deps.progress?.('linking', members.size, members.size)
}

/** Reads messages again that other rules have read. */
async function readAgain(tx: StoreWrites, deps: RebuildDeps): Promise<Difference[]> {
  const found: Difference[] = []
  const total = await tx.messageCount()
  let done = 0
  const { reread } = copyReader(tx, deps)
  const stale: MessageId[] = []
  for await (const stored of tx.allMessages()) if (stored.rules !== RULES_VERSION) stale.push(stored.id)
  for (const id of stale) {
    const stored = (await tx.message(id))!
    const received = stored.copies.reduce<number | null>(
      (least, copy) => (copy.received === null ? least : Math.min(copy.received, least ?? copy.received)),
      null,
    )
    const copy = await reread(stored.hash, { received, lists: stored.reading.message.lists })
    if (!copy) continue
    const [before, after] = [stored.reading, copy.reading].map(
      ({ signals, commands }) => new Map([[id, { signals, commands }]]),
    )
    found.push(...compare('reading', before!, after!, ({ signals }) => signalText(signals)))
    await tx.saveMessage({ ...stored, reading: copy.reading, rules: RULES_VERSION })
    deps.progress?.('reading', ++done, total)
  }
  return found
}

async function membersOf(tx: StoreReads, ids: readonly MessageId[]): Promise<ThreadMembers> {
  return (await tx.messages(ids)).map((stored) => stored.reading).sort(byTime)
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}
