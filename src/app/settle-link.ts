// A person ties a thread to an entry, or to nothing: kept as a fact, and derived from at once.
import type { EntryId, MessageId, ThreadId } from '../core/model/ids.ts'
import type { Person } from '../core/model/person.ts'
import type { Clock } from '../ports/clock.ts'
import { type LinkDeps, linkThreads } from './link-messages.ts'
import { keepStandings } from './stand-entry.ts'

/**
 * Records the command and derives links and standings anew; resolves with the thread, or null when no stored message
 * has that id. The command is about the thread that holds the message now.
 */
export async function settleLink(
  message: MessageId,
  entry: EntryId | null,
  by: Person,
  deps: LinkDeps & { readonly clock: Clock },
): Promise<ThreadId | null> {
  return deps.store.write(async (tx) => {
    const place = await tx.place(message)
    if (!place) return null
    const { thread } = place
    const at = deps.clock.now()
    const from = (await tx.link(thread))?.link.entry
    const action = entry
      ? ({ verb: 'link', thread, entry } as const)
      : ({ verb: 'unlink', thread, ...(from ? { from } : {}) } as const)
    await tx.addCommand({ id: `cli-${at}-${thread}`, at, by, origin: 'cli', action })
    const tasks = await linkThreads(tx, new Set([thread]), deps)
    await keepStandings(
      tx,
      tasks.map((task) => task.key as EntryId),
      deps,
    )
    for (const task of tasks) await tx.removeTask(task)
    return thread
  })
}
