// The `stand` job: one entry's facts are gathered and folded, and the standing is kept beside them.
// The kept standing is a snapshot for change marks and quick overviews; every answer folds anew for its own instant.
import type { CommandRecord } from '../core/model/command-record.ts'
import type { CatalogueEntry } from '../core/model/entry.ts'
import type { CommitFact, StandingFact } from '../core/model/fact.ts'
import type { EntryId } from '../core/model/ids.ts'
import type { ThreadLink } from '../core/model/link.ts'
import type { Reading } from '../core/model/reading.ts'
import { byTime } from '../core/pipeline.ts'
import { computeStanding } from '../core/standing/compute-standing.ts'
import { gatherFacts } from '../core/standing/gather-facts.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store, StoreReads, StoreWrites } from '../ports/store.ts'
import { listOfEntry, type Settings } from './settings.ts'

export interface StandDeps {
  readonly store: Store
  readonly clock: Clock
  readonly settings: Settings
}

/** A thread and what was read from its mails, in order. */
export interface LinkedThread {
  readonly link: ThreadLink
  readonly members: readonly Reading[]
}

/** Facts that are kept for the whole store, loaded once for many entries. */
export interface CommonFacts {
  readonly commands: readonly CommandRecord[]
  readonly commits: readonly (CommitFact & { readonly entry: EntryId })[]
}

export async function loadCommonFacts(reads: StoreReads): Promise<CommonFacts> {
  return { commands: await reads.commands(), commits: await reads.commits() }
}

/** Advances the entry: folds its facts as of now and keeps the result. */
export async function standEntry(entry: EntryId, deps: StandDeps): Promise<void> {
  await deps.store.write(async (tx) => {
    await keepStandings(tx, [entry], deps)
    await tx.removeTask({ kind: 'stand', key: entry })
  })
}

/** Within a transaction: keeps the standings of these entries; one the catalogue no longer knows loses it. */
export async function keepStandings(
  tx: StoreWrites,
  ids: readonly EntryId[],
  deps: Pick<StandDeps, 'clock' | 'settings'>,
): Promise<void> {
  const known = new Map((await tx.catalogue()).entries.map((entry) => [entry.id, entry]))
  const common = await loadCommonFacts(tx)
  for (const id of ids) {
    const entry = known.get(id)
    if (!entry) {
      await tx.removeStanding(id)
      continue
    }
    const facts = factsFrom(entry, await threadsOf(tx, id), common)
    const policy = deps.settings.policyOf(listOfEntry(entry, deps.settings.parse.lists))
    await tx.saveStanding(computeStanding(id, facts, policy, deps.clock.now()))
  }
}

/** Threads of the store that speak of the entry. */
export async function threadsOf(reads: StoreReads, entry: EntryId): Promise<LinkedThread[]> {
  const threads: LinkedThread[] = []
  for (const id of await reads.threadsOfEntry(entry)) {
    const record = await reads.link(id)
    if (!record) continue
    const members = await reads.messages(await reads.threadMembers(id))
    threads.push({ link: record.link, members: members.map((member) => member.reading).sort(byTime) })
  }
  return threads
}

/** All facts about the entry. */
export function factsFrom(
  entry: CatalogueEntry,
  threads: readonly LinkedThread[],
  common: CommonFacts,
): StandingFact[] {
  return gatherFacts(entry.id, {
    entry,
    threads,
    commands: common.commands,
    revisions: [],
    commits: common.commits.filter((commit) => commit.entry === entry.id),
  })
}
