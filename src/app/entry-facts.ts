// All that is known about an entry, from the store: its page, the threads that speak of it, commands and commits.
// For one entry by a few indexed reads; for many, what lies beside the mails is loaded once.
import type { CommandRecord } from '../core/model/command-record.ts'
import type { CommitFact, StandingFact } from '../core/model/fact.ts'
import type { EntryId, ThreadId } from '../core/model/ids.ts'
import { gatherFacts } from '../core/standing/gather-facts.ts'
import type { LinkedThread, StoreReads } from '../ports/store.ts'
import type { KnownEntry } from './index-cache.ts'

/** Where commands and commits about an entry come from. */
export interface FactsBeside {
  commands(entry: EntryId, threads: readonly ThreadId[]): Promise<readonly CommandRecord[]>
  commits(entry: EntryId): Promise<readonly CommitFact[]>
}

/** Read for each entry alone. */
export function factsInStore(reads: StoreReads): FactsBeside {
  return {
    commands: (entry, threads) => reads.commandsAbout(entry, threads),
    commits: (entry) => reads.commitsOf(entry),
  }
}

/** Read at once; only what happened up to `until` counts. */
export async function loadFactsBeside(
  reads: StoreReads,
  until = Number.POSITIVE_INFINITY,
): Promise<FactsBeside> {
  const commits = Map.groupBy(
    (await reads.commits()).filter((commit) => commit.at <= until),
    (commit) => commit.entry,
  )
  const commands = (await reads.commands()).filter((command) => command.at <= until)
  const about = new Map<string, CommandRecord[]>()
  const ofThread = new Map<string, CommandRecord[]>()
  for (const command of commands) {
    const { action } = command
    const entry = action.verb === 'unlink' ? action.from : action.entry
    if (entry) push(about, entry, command)
    if (action.verb === 'link' || action.verb === 'unlink') push(ofThread, action.thread, command)
  }
  return {
    commands: async (entry, threads) => {
      const own = about.get(entry) ?? []
      const tied = own.flatMap(({ action }) => ('thread' in action ? action.thread : []))
      const ties = [...threads, ...tied].flatMap((thread) => ofThread.get(thread) ?? [])
      return ties.length === 0 ? own : [...new Set([...own, ...ties])]
    },
    commits: async (entry) => commits.get(entry) ?? [],
  }
}

/** All facts about the entry, of which `threads` speak. */
export async function entryFacts(
  { entry, records }: KnownEntry,
  threads: readonly LinkedThread[],
  beside: FactsBeside,
): Promise<StandingFact[]> {
  const ids = threads.map(({ link }) => link.thread)
  const [commands, commits] = await Promise.all([beside.commands(entry.id, ids), beside.commits(entry.id)])
  return gatherFacts(entry.id, { entry, threads, commands, records, commits })
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
