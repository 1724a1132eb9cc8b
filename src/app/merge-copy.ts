// Several copies under one Message-ID: which one holds the id, and what all copies together say of its time and lists.
// The result depends on the set of copies only, never on the order they came in. DESIGN §5.3.
import type { ListId } from '../core/model/ids.ts'
import type { Instant } from '../core/model/time.ts'
import { eventTime } from '../core/parse/event-time.ts'
import { RULES_VERSION } from '../core/rules-version.ts'
import type { MessageCopy, StoredMessage } from '../ports/store.ts'
import { earliest, type ReadCopy } from './read-copy.ts'

/** Reads a stored copy again in the light of the others; null when its raw bytes are gone or unreadable. */
export type Reread = (
  hash: string,
  receipt: { received: Instant | null; lists: readonly ListId[] },
) => Promise<ReadCopy | null>

/** Looks at stored copies again. */
export interface CopyReader {
  readonly reread: Reread
  /** The print of a stored copy, by which other copies of the same mail are known. */
  readonly print: (hash: string) => Promise<string>
}

/** What is to be saved after `copy`, whose raw bytes are stored, came to what was known; null when nothing changes. */
export async function mergeCopy(
  known: StoredMessage | null,
  copy: ReadCopy,
  { reread, print }: CopyReader,
): Promise<StoredMessage | null> {
  const id = copy.reading.message.id
  const own: MessageCopy = {
    hash: copy.hash,
    at: copy.reading.message.at,
    received: copy.received,
    date: copy.date,
    lists: copy.lists,
    print: null,
  }
  if (!known) return { id, hash: copy.hash, reading: copy.reading, rules: RULES_VERSION, copies: [own] }
  const merged = withCopy(known.copies, own)
  if (merged === null) return null
  const copies = await withPrints(merged, print)

  const holder = holderOf(copies)
  const before = holderOf(known.copies)
  const same =
    holder.hash === known.hash &&
    holder.received === before.received &&
    holder.lists.join() === before.lists.join() &&
    known.rules === RULES_VERSION
  if (same) return { ...known, copies }
  const read = await reread(holder.hash, { received: holder.received, lists: holder.lists })
  return read
    ? { id, hash: holder.hash, reading: read.reading, rules: RULES_VERSION, copies }
    : { ...known, copies }
}

/** The copies with one more, in order of (time, hash); null when it was there with the same lists. */
function withCopy(copies: readonly MessageCopy[], own: MessageCopy): MessageCopy[] | null {
  const there = copies.find((copy) => copy.hash === own.hash)
  if (there && own.lists.every((list) => there.lists.includes(list))) return null
  const merged = there ? { ...there, lists: union(there.lists, own.lists) } : own
  return [...copies.filter((copy) => copy.hash !== own.hash), merged].sort(byTimeAndHash)
}

/** Prints are made when there are two copies to compare, so what is stored depends on the set of copies only. */
async function withPrints(
  copies: readonly MessageCopy[],
  print: CopyReader['print'],
): Promise<MessageCopy[]> {
  if (copies.length === 1) return [...copies]
  const printed: MessageCopy[] = []
  for (const copy of copies)
    printed.push(copy.print === null ? { ...copy, print: await print(copy.hash) } : copy)
  return printed
}

/** The copy that holds the id, with the receipt and the lists of all copies that are the same mail. */
function holderOf(copies: readonly MessageCopy[]): {
  hash: string
  received: Instant | null
  lists: readonly ListId[]
} {
  const groups = [...Map.groupBy(copies, (copy) => copy.print).values()].map((members) => {
    const received = members.reduce<Instant | null>((least, member) => earliest(least, member.received), null)
    const first = [...members].sort(byTimeAndHash)[0] as MessageCopy
    const at = first.date === null && received === null ? first.at : eventTime(first.date, received, first.at)
    const lists = members.reduce<readonly ListId[]>((all, member) => union(all, member.lists), [])
    return { hash: first.hash, at, received, lists }
  })
  return groups.sort(byTimeAndHash)[0] as (typeof groups)[number]
}

function byTimeAndHash(a: { at: Instant; hash: string }, b: { at: Instant; hash: string }): number {
  return a.at - b.at || (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0)
}

function union(a: readonly ListId[], b: readonly ListId[]): ListId[] {
  return [...new Set([...a, ...b])].sort()
}
