// The whole state in one canonical form: facts and what follows from them. Two stores with the same facts give the same
// bytes, whatever order they came in. No outbox, cursors or arrival order.
import { isoInstant } from '../core/model/time.ts'
import type { StoreReads } from '../ports/store.ts'
import type { Settings } from './settings.ts'
import { viewNow } from './view.ts'

/**
 * Yields the lines of the export, one JSON object each, keys sorted. Standings are folded as of `at`; by default the
 * event time of the newest message, so that the same facts give the same bytes on any day.
 */
export async function* exportLines(
  reads: StoreReads,
  settings: Settings,
  at: number | null,
): AsyncGenerator<string> {
  let newest = 0
  for await (const stored of reads.allMessages()) {
    const { message, signals, commands } = stored.reading
    newest = Math.max(newest, message.at)
    const place = await reads.place(message.id)
    const { text: _text, own: _own, ...head } = message
    yield line('message', {
      ...head,
      at: isoInstant(message.at),
      hash: stored.hash,
      copies: stored.copies.map((copy) => ({ hash: copy.hash, at: isoInstant(copy.at), lists: copy.lists })),
      thread: place?.thread ?? null,
      parent: place?.parent ?? null,
      signals,
      commands,
    })
  }
  for await (const { link } of reads.links()) {
    const { signals, ...rest } = link
    const tied = signals.map(({ message, index, entry, linkScore }) => ({ message, index, entry, linkScore }))
    yield line('link', { ...rest, signals: tied })
  }
  for (const command of (await reads.commands()).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)))
    yield line('command', { ...command, at: isoInstant(command.at) })
  for (const commit of await reads.commits())
    yield line('commit', { ...commit, kind: undefined, at: isoInstant(commit.at) })
  const view = await viewNow(reads, settings, at ?? newest)
  for (const entry of view.entries) {
    yield line('entry', entry)
    yield line('standing', await view.standing(entry))
  }
}

function line(kind: string, value: object): string {
  return JSON.stringify({ kind, ...(sorted(value) as object) })
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
