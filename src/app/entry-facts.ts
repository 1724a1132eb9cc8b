// All that is known about an entry, from the store: its page, the threads that speak of it, commands and commits.
// For one entry by a few indexed reads; for many, what lies beside the mails is loaded once.
import type { CommandRecord } from '../core/model/command-record.ts'
import type { CommitFact, StandingFact } from '../core/model/fact.ts'
import type { EntryId, MessageId } from '../core/model/ids.ts'
import { gatherFacts } from '../core/standing/gather-facts.ts'
import type { LinkedThread, StoreReads } from '../ports/store.ts'
import type { KnownEntry } from './index-cache.ts'

/** Where commands and commits about an entry come from. */
export interface FactsBeside {
  commands(entry: EntryId, mails: readonly MessageId[]): Promise<readonly CommandRecord[]>
  commits(entry: EntryId): Promise<readonly CommitFact[]>
}

/** Read for each entry alone. */
export function factsInStore(reads: StoreReads): FactsBeside {
  return {
    commands: (entry, mails) => reads.commandsAbout(entry, mails),
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
  const ofMail = new Map<string, CommandRecord[]>()
  for (const command of commands) {
    const { action } = command
    const entry = action.verb === 'unlink' ? action.from : action.entry
    if (entry) push(about, entry, command)
    const mail = mailOf(command)
    if (mail) push(ofMail, mail, command)
  }
  return {
    commands: async (entry, mails) => {
      const own = about.get(entry) ?? []
      const named = [...mails, ...own.flatMap((command) => mailOf(command) ?? [])]
      const more = named.flatMap((mail) => ofMail.get(mail) ?? [])
      return more.length === 0 ? own : [...new Set([...own, ...more])]
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
  const ids = threads.flatMap(({ link }) => [
    link.thread,
    ...link.signals.flatMap((signal) => (signal.entry === entry.id ? [signal.message] : [])),
  ])
  const [commands, commits] = await Promise.all([beside.commands(entry.id, ids), beside.commits(entry.id)])
  return gatherFacts(entry.id, { entry, threads, commands, records, commits })
}

/** The thread that is tied or untied, or the mail that is dismissed. */
function mailOf({ action }: CommandRecord): MessageId | undefined {
  return action.verb === 'link' || action.verb === 'unlink' ? action.thread : action.message
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
