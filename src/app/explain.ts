// Why a mail was, or was not, understood so: its own words with the evidence marked, the rules that fired, and every
// candidate entry with its score.

import type { CatalogueIndex } from '../core/link/catalogue-index.ts'
import { linkThread } from '../core/link/link-thread.ts'
import type { MessageId } from '../core/model/ids.ts'
import type { ThreadLink } from '../core/model/link.ts'
import type { Reading } from '../core/model/reading.ts'
import type { MailDecoder } from '../ports/mail-decoder.ts'
import type { StoredMessage, StoreReads } from '../ports/store.ts'
import { readCopy } from './read-copy.ts'
import type { Settings } from './settings.ts'

export interface Explanation {
  readonly reading: Reading
  readonly link: ThreadLink
  /** Copies kept aside under the same Message-ID. */
  readonly aside: number
}

/**
 * Explains a stored message as it was judged; null when there is none with that id. The whole text comes from the raw
 * mail, since the store's readings hold only the author's own words.
 */
export async function explainStored(
  reads: StoreReads,
  id: MessageId,
  decoder: MailDecoder,
  settings: Settings,
): Promise<Explanation | null> {
  const stored = await reads.message(id)
  const place = await reads.place(id)
  const record = place ? await reads.link(place.thread) : null
  if (!stored || !record) return null
  const prints = new Set(stored.copies.map((copy) => copy.print))
  const reading = await withWholeText(reads, stored, decoder, settings)
  return { reading, link: record.link, aside: prints.size - 1 }
}

/** The stored reading with all of its mail's text; as it is when other rules cut the text differently, or it is gone. */
async function withWholeText(
  reads: StoreReads,
  { hash, reading }: StoredMessage,
  decoder: MailDecoder,
  settings: Settings,
): Promise<Reading> {
  const raw = await reads.raw(hash)
  const read = raw ? await readCopy(raw, { receivedAt: null }, decoder, settings) : null
  const text = read?.ok ? read.copy.reading.message.text : ''
  const own = reading.message.own
  const same =
    text.length === reading.message.text.length &&
    own.every(({ start, end }) => text.slice(start, end) === reading.message.text.slice(start, end))
  return same ? { ...reading, message: { ...reading.message, text } } : reading
}

/** Explains raw bytes by themselves, as a thread of one. */
export async function explainRaw(
  raw: Uint8Array,
  decoder: MailDecoder,
  settings: Settings,
  index: CatalogueIndex,
): Promise<Explanation | { readonly refused: string }> {
  const read = await readCopy(raw, { receivedAt: null }, decoder, settings)
  if (!read.ok) return { refused: read.reason }
  const { reading } = read.copy
  const thread = { thread: reading.message.id, members: [reading], command: null, relatives: [] }
  return { reading, link: linkThread(thread, index, settings.link), aside: 0 }
}
