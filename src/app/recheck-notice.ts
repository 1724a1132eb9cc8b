// Before a notice leaves, and while it waits for a person: does what caused it still hold? A row whose causes have all
// passed is dropped with the reason; when some have, it is dropped and the rest is said by a row in its place.
import type { EntryId } from '../core/model/ids.ts'
import type { Instant } from '../core/model/time.ts'
import type { OutboxMail, Store, StoreWrites, Task } from '../ports/store.ts'
import { type DueNotice, dueNotices, lookAt } from './due-notices.ts'
import { entryFacts, factsInStore } from './entry-facts.ts'
import { entriesNow } from './index-cache.ts'
import { itemsOf, type NoticeItem } from './notice-ledger.ts'
import { type NoticeDeps, putNotice } from './notices.ts'

/** `allowed` are the addresses the standing names now; a row without causes of its own allows none. */
export type Rechecked =
  | { readonly holds: true; readonly allowed: readonly string[] }
  | { readonly holds: false; readonly reason: string; readonly tasks: readonly Task[] }

/** Judges one row that has not left. `replace` is false when it may have been sent before: then one cause is enough. */
export async function recheckNotice(
  tx: StoreWrites,
  row: OutboxMail,
  replace: boolean,
  now: Instant,
  deps: NoticeDeps,
): Promise<Rechecked> {
  const items = await itemsOf(tx, row.id)
  if (items.length === 0) return { holds: true, allowed: [] }
  const judged = await judgeItems(tx, items, now, deps)
  const still = judged.flatMap(({ still }) => (still ? [still] : []))
  const gone = judged.filter(({ still }) => !still)
  if (gone.length === 0 || (still.length > 0 && !replace))
    return { holds: true, allowed: [...new Set(still.map(({ due }) => due.to.address))] }
  const reason = `not needed any more: ${gone.map(({ why }) => why).join('; ')}${
    still.length > 0 ? '; the rest is said by another mail' : ''
  }`
  const moved = await tx.moveOutbox(row.id, ['preview', 'held', 'queued'], 'dropped', { at: now, reason })
  if (!moved) return { holds: false, reason: 'somebody else has it', tasks: [] }
  await tx.removeTask({ kind: 'post', key: row.id })
  deps.log.info({ outbox: row.id, reason }, 'notice dropped')
  const tasks = await putNotice(tx, row.to[0] ?? '', still, Math.max(row.dueAt, now), now, deps)
  return { holds: false, reason, tasks }
}

/** Drops the notices that wait for a person and that nobody needs any more. */
export async function recheckWaiting(store: Store, deps: NoticeDeps): Promise<readonly Task[]> {
  const rows = (await store.outbox(['preview', 'held'])).filter((row) => row.kind === 'notice')
  const tasks: Task[] = []
  for (const row of rows) {
    const replace = row.tries === 0
    const checked = await store.write((tx) => recheckNotice(tx, row, replace, deps.clock.now(), deps))
    if (!checked.holds) tasks.push(...checked.tasks)
  }
  return tasks
}

interface Judged {
  readonly still: DueNotice | null
  readonly why: string
}

async function judgeItems(
  tx: StoreWrites,
  items: readonly NoticeItem[],
  now: Instant,
  deps: NoticeDeps,
): Promise<Judged[]> {
  const due = new Map<EntryId, readonly DueNotice[]>()
  const entries = await entriesNow(tx)
  const look = await lookAt(tx, deps, now)
  const judged: Judged[] = []
  for (const { entry: id, key } of items) {
    const known = entries.get(id)
    if (known && !due.has(id)) {
      const facts = await entryFacts(known, await tx.linkedThreads(id), factsInStore(tx))
      due.set(id, await dueNotices(tx, known.entry, facts, look, deps))
    }
    const one = due.get(id)?.find((candidate) => candidate.due.key === key)
    const kind = key.slice(0, key.indexOf(' '))
    if (!one) judged.push({ still: null, why: `the cause of the ${kind} about ${id} has passed` })
    else if (!one.list?.notices.includes(one.due.kind))
      judged.push({ still: null, why: `${kind} is switched off` })
    else if (deps.outgoing.noNoticesTo.includes(one.due.to.address))
      judged.push({ still: null, why: 'the recipient wants no notices' })
    else judged.push({ still: one, why: '' })
  }
  return judged
}
