// The state as of an instant: from the store when it is now, or folded and linked in memory from the facts up to then.
import { buildCatalogueIndex } from '../core/link/catalogue-index.ts'
import type { CatalogueEntry } from '../core/model/entry.ts'
import type { StandingFact } from '../core/model/fact.ts'
import type { EntryId, MessageId, ThreadId } from '../core/model/ids.ts'
import type { ThreadLink } from '../core/model/link.ts'
import type { StandingPolicy } from '../core/model/policy.ts'
import type { Reading } from '../core/model/reading.ts'
import type { Standing } from '../core/model/standing.ts'
import type { Instant } from '../core/model/time.ts'
import { linkAll } from '../core/pipeline.ts'
import { computeStanding } from '../core/standing/compute-standing.ts'
import type { LinkedThread, StoreReads } from '../ports/store.ts'
import { entryFacts, loadFactsBeside } from './entry-facts.ts'
import type { KnownEntry } from './index-cache.ts'
import { entriesOf, threadCommands } from './link-messages.ts'
import { policyOfEntry, type Settings } from './settings.ts'

export interface View {
  readonly at: Instant
  readonly entries: readonly CatalogueEntry[]
  standing(entry: CatalogueEntry): Promise<Standing>
  facts(entry: CatalogueEntry): Promise<readonly StandingFact[]>
  policy(entry: CatalogueEntry): StandingPolicy
  /** Links of all threads, living or not. */
  links(): AsyncIterable<ThreadLink>
  reading(id: MessageId): Promise<Reading | null>
}

/** The state as of `at`, or now when it is null. */
export function viewOf(
  reads: StoreReads,
  settings: Settings,
  at: Instant | null,
  now: Instant,
): Promise<View> {
  return at === null ? viewNow(reads, settings, now) : viewAt(reads, settings, at)
}

/** The state now: links as kept in the store, standings folded as of `now`. */
export async function viewNow(reads: StoreReads, settings: Settings, now: Instant): Promise<View> {
  const beside = await loadFactsBeside(reads)
  const { entries, timeline } = await reads.catalogue()
  const known = (entry: CatalogueEntry): KnownEntry => ({ entry, records: timeline?.[entry.id] ?? [] })
  return newView(settings, now, entries, {
    facts: async (entry) => entryFacts(known(entry), await reads.linkedThreads(entry.id), beside),
    links: async function* () {
      for await (const record of reads.links()) yield record.link
    },
    reading: async (id) => (await reads.message(id))?.reading ?? null,
  })
}

/** The state as it was: only messages and commands up to `at` are threaded, linked and folded. */
export async function viewAt(reads: StoreReads, settings: Settings, at: Instant): Promise<View> {
  const catalogue = await reads.catalogue()
  const known = (entry: CatalogueEntry): KnownEntry => ({
    entry,
    records: catalogue.timeline?.[entry.id] ?? [],
  })
  const readings: Reading[] = []
  for await (const stored of reads.allMessages())
    if (stored.reading.message.at <= at) readings.push(stored.reading)
  const beside = await loadFactsBeside(reads, at)
  const commands = (await reads.commands()).filter((command) => command.at <= at)
  const index = buildCatalogueIndex(catalogue, settings.parse.lists)
  const { threadOf, links } = linkAll(readings, index, settings.link, threadCommands(commands), {
    moves: true,
  })
  const ofEntry = threadsByEntry(readings, threadOf, links)
  const byId = new Map(readings.map((reading) => [reading.message.id, reading]))
  return newView(settings, at, catalogue.entries, {
    facts: async (entry) => entryFacts(known(entry), ofEntry.get(entry.id) ?? [], beside),
    links: async function* () {
      yield* links.values()
    },
    reading: async (id) => byId.get(id) ?? null,
  })
}

function newView(
  settings: Settings,
  at: Instant,
  entries: readonly CatalogueEntry[],
  parts: Pick<View, 'facts' | 'links' | 'reading'>,
): View {
  const policy = (entry: CatalogueEntry): StandingPolicy => policyOfEntry(settings, entry)
  const standing = async (entry: CatalogueEntry): Promise<Standing> =>
    computeStanding(entry.id, await parts.facts(entry), policy(entry), at)
  return { at, entries, policy, standing, ...parts }
}

function threadsByEntry(
  readings: readonly Reading[],
  threadOf: ReadonlyMap<MessageId, ThreadId>,
  links: ReadonlyMap<ThreadId, ThreadLink>,
): Map<EntryId, LinkedThread[]> {
  const members = new Map<ThreadId, Reading[]>()
  for (const reading of readings) {
    const thread = threadOf.get(reading.message.id) ?? reading.message.id
    const list = members.get(thread)
    if (list) list.push(reading)
    else members.set(thread, [reading])
  }
  const byEntry = new Map<EntryId, LinkedThread[]>()
  for (const [thread, link] of links)
    for (const entry of entriesOf(link)) {
      const list = byEntry.get(entry)
      const linked: LinkedThread = { link, members: members.get(thread) ?? [] }
      if (list) list.push(linked)
      else byEntry.set(entry, [linked])
    }
  return byEntry
}
