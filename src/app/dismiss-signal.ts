// "That was no claim": a signal is taken back by a person, for every entry it was tied to, and stays taken back.
import type { EntryId, MessageId } from '../core/model/ids.ts'
import type { Person } from '../core/model/person.ts'
import type { SignalType } from '../core/model/signal.ts'
import { keepStandings, type StandDeps } from './stand-entry.ts'

/** Records the dismissal of the message's signals, of one type or all; resolves with the entries that stand anew. */
export async function dismissSignal(
  message: MessageId,
  type: SignalType | null,
  by: Person,
  deps: StandDeps,
): Promise<EntryId[]> {
  return deps.store.write(async (tx) => {
    const place = await tx.place(message)
    const record = place ? await tx.link(place.thread) : null
    const said = record?.link.signals.filter(
      (signal) => signal.message === message && (type === null || signal.type === type),
    )
    const entries = [
      ...new Set((said ?? []).flatMap((signal) => (signal.entry ? [signal.entry] : []))),
    ].sort()
    const at = deps.clock.now()
    for (const entry of entries) {
      const action = { verb: 'dismiss' as const, entry, message, ...(type ? { type } : {}) }
      await tx.addCommand({ id: `cli-${at}-${entry}`, at, by, origin: 'cli', action })
    }
    await keepStandings(tx, entries, deps)
    return entries
  })
}
