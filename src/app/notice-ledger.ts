// What the store remembers about private notices: since when each kind is on, what was said in which row, and when each
// person was last written to. All of it is written in the transaction of the row, so that nothing is said twice.
import { DUE_KINDS, type DueKind } from '../core/model/due-mail.ts'
import type { EntryId } from '../core/model/ids.ts'
import { type Instant, SECOND } from '../core/model/time.ts'
import type { Store, StoreReads, StoreWrites } from '../ports/store.ts'
import type { OutgoingSettings } from './outgoing.ts'

/** One due thing that a row of the outbox says. */
export interface NoticeItem {
  readonly entry: EntryId
  /** The due mail's key. */
  readonly key: string
}

/** Meta key: when an archive was last replayed, or everything derived anew. */
export const DERIVED_AT = 'notices.derived-at'
/** Meta key: how many due things the last look passed over. */
const PASSED_OVER = 'notices.passed-over'

const switchKey = (list: string, kind: DueKind): string => `notices.on.${list}.${kind}`
const saidKey = (key: string): string => `notices.said.${key}`
const rowKey = (row: string): string => `notices.row.${row}`
const lastKey = (address: string): string => `notices.last.${address}`

/** At the start: notes which kinds are on from now, and which no longer are; one that goes on keeps its time. */
export async function noteSwitches(store: Store, outgoing: OutgoingSettings, now: Instant): Promise<void> {
  // Mails tell their time in whole seconds: one that comes within the first is new, too.
  const from = String(Math.floor(now / SECOND) * SECOND)
  await store.write(async (tx) => {
    for (const list of outgoing.lists)
      for (const kind of DUE_KINDS) {
        const key = switchKey(list.id, kind)
        const since = (await tx.meta(key)) ?? ''
        const isOn = list.notices.includes(kind)
        if (isOn !== (since !== '')) await tx.setMeta(key, isOn ? from : '')
      }
  })
}

/** Since when the kind is mailed for the list; null while it is not, or before a start has noted it. */
export async function switchedOn(reads: StoreReads, list: string, kind: DueKind): Promise<Instant | null> {
  const since = await reads.meta(switchKey(list, kind))
  return since ? Number(since) : null
}

/** The outbox row that says the due thing; null when none does. */
export function rowSaying(reads: StoreReads, key: string): Promise<string | null> {
  return reads.meta(saidKey(key))
}

/** What the row says; empty for rows that are no notices. */
export async function itemsOf(reads: StoreReads, row: string): Promise<readonly NoticeItem[]> {
  const text = await reads.meta(rowKey(row))
  return text === null ? [] : (JSON.parse(text) as NoticeItem[])
}

/** Ties the due things to their row, for ever. */
export async function noteSaid(
  tx: Pick<StoreWrites, 'setMeta'>,
  row: string,
  items: readonly NoticeItem[],
): Promise<void> {
  for (const { key } of items) await tx.setMeta(saidKey(key), row)
  await tx.setMeta(rowKey(row), JSON.stringify(items))
}

/** When a notice to the address was last put into the outbox; null when never. */
export async function lastNoticeTo(reads: StoreReads, address: string): Promise<Instant | null> {
  const at = await reads.meta(lastKey(address))
  return at === null ? null : Number(at)
}

export function noteNoticeTo(tx: Pick<StoreWrites, 'setMeta'>, address: string, now: Instant): Promise<void> {
  return tx.setMeta(lastKey(address), String(now))
}

export async function countPassedOver(reads: StoreReads): Promise<number> {
  return Number((await reads.meta(PASSED_OVER)) ?? 0)
}

export function notePassedOver(tx: Pick<StoreWrites, 'setMeta'>, count: number): Promise<void> {
  return tx.setMeta(PASSED_OVER, String(count))
}
