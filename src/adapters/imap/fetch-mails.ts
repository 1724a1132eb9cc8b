// UIDs in, whole mails out, in order: sizes are asked first, then sources in batches of bounded bytes.
// A mail that is too large is cut; one the server can't deliver is tried alone, then by its header, and never silently skipped.
import { Failure } from '../../ports/failure.ts'
import type { ImapConnection } from './imap-connection.ts'
import { isLasting } from './imap-failure.ts'

export interface FetchedMail {
  readonly uid: number
  readonly raw: Uint8Array
  readonly internalDate: number | null
  readonly cut: boolean
}

const BATCH_MAILS = 100
const BATCH_BYTES = 4 * 1024 * 1024

/** What was learnt of mails that made trouble; kept over connections, because trouble often ends the connection. */
export class Troubles {
  readonly #level = new Map<string, number>()

  /** 0 none, 1 fetch it alone, 2 fetch its header only, 3 it can't be had. */
  level(key: string): number {
    return this.#level.get(key) ?? 0
  }

  raise(keys: readonly string[]): void {
    for (const key of keys) this.#level.set(key, this.level(key) + 1)
  }

  settle(key: string): void {
    this.#level.delete(key)
  }
}

export interface FetchPlan {
  readonly mailbox: string
  /** Names a UID for good: mailbox, UIDVALIDITY and UID. */
  keyOf(uid: number): string
  /** A mail larger than `mailBytes` is cut to its first `headBytes`. */
  readonly limits: { readonly mailBytes: number; readonly headBytes: number }
  readonly troubles: Troubles
}

interface Facts {
  readonly size: number
  readonly internalDate: number | null
}

/** Fetches `uids` (ascending). A UID without a mail was expunged meanwhile, and is left out. Throws Failure. */
export async function* fetchMails(
  connection: ImapConnection,
  uids: readonly number[],
  plan: FetchPlan,
): AsyncGenerator<FetchedMail> {
  for (let at = 0; at < uids.length; at += BATCH_MAILS) {
    const some = uids.slice(at, at + BATCH_MAILS)
    const facts = await fetchFacts(connection, some, plan)
    for (const batch of batches(some, facts, plan)) yield* fetchBatch(connection, batch, facts, plan)
  }
}

async function fetchFacts(
  connection: ImapConnection,
  uids: readonly number[],
  plan: FetchPlan,
): Promise<Map<number, Facts>> {
  const rows = await connection.run(`asking the sizes of ${named(uids, plan)}`, (client) =>
    client.fetchAll(uids.join(','), { uid: true, size: true, internalDate: true }, { uid: true }),
  )
  const facts = new Map<number, Facts>()
  for (const { uid, size, internalDate } of rows) {
    const time = internalDate === undefined ? Number.NaN : new Date(internalDate).getTime()
    if (size !== undefined) facts.set(uid, { size, internalDate: Number.isNaN(time) ? null : time })
  }
  return facts
}

/** Groups UIDs so that a batch holds few bytes; a large or troublesome mail stands alone. */
function batches(uids: readonly number[], facts: ReadonlyMap<number, Facts>, plan: FetchPlan): number[][] {
  const groups: number[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const uid of uids) {
    const size = facts.get(uid)?.size ?? 0
    const alone = plan.troubles.level(plan.keyOf(uid)) > 0 || size > plan.limits.mailBytes
    if (alone || bytes + size > BATCH_BYTES) groups.push([])
    groups.at(-1)?.push(uid)
    bytes = alone ? Number.POSITIVE_INFINITY : bytes === Number.POSITIVE_INFINITY ? size : bytes + size
  }
  return groups
}

async function* fetchBatch(
  connection: ImapConnection,
  uids: readonly number[],
  facts: ReadonlyMap<number, Facts>,
  plan: FetchPlan,
): AsyncGenerator<FetchedMail> {
  const keys = uids.map(plan.keyOf)
  let sources: Map<number, FetchedMail>
  try {
    sources = await fetchSources(connection, uids, facts, plan)
  } catch (failure) {
    if (isLasting(failure as Failure)) plan.troubles.raise(keys)
    throw failure
  }
  for (const uid of uids) {
    const mail = sources.get(uid) ?? (await fetchMissing(connection, uid, facts, plan))
    plan.troubles.settle(plan.keyOf(uid))
    if (mail) yield mail
  }
}

/** Asks once more for a mail that the answer left out or gave as NIL; null when it is gone from the mailbox. */
async function fetchMissing(
  connection: ImapConnection,
  uid: number,
  facts: ReadonlyMap<number, Facts>,
  plan: FetchPlan,
): Promise<FetchedMail | null> {
  const found = await connection.run(`looking for UID ${uid} of ${plan.mailbox}`, (client) =>
    client.search({ uid: String(uid) }, { uid: true }),
  )
  if (!found.includes(uid)) return null
  const mail = (await fetchSources(connection, [uid], facts, plan)).get(uid)
  if (mail) return mail
  plan.troubles.raise([plan.keyOf(uid)])
  throw new Failure(
    `fetching UID ${uid} of ${plan.mailbox}`,
    true,
    'the server gives no body for a mail it has',
  )
}

async function fetchSources(
  connection: ImapConnection,
  uids: readonly number[],
  facts: ReadonlyMap<number, Facts>,
  plan: FetchPlan,
): Promise<Map<number, FetchedMail>> {
  const { mailBytes, headBytes } = plan.limits
  const first = uids[0] ?? 0
  const level = uids.length === 1 ? plan.troubles.level(plan.keyOf(first)) : 0
  const tooLarge = uids.length === 1 && (facts.get(first)?.size ?? 0) > mailBytes
  const internalDate = (uid: number) => facts.get(uid)?.internalDate ?? null
  if (level >= 3) {
    return new Map([
      [first, { uid: first, raw: new Uint8Array(), internalDate: internalDate(first), cut: true }],
    ])
  }
  const headerOnly = level === 2 || (tooLarge && connection.isPublicInbox)
  const part = headerOnly ? { headers: true } : { source: tooLarge ? { maxLength: headBytes } : true }
  const rows = await connection.run(
    `fetching ${named(uids, plan)}`,
    (client) => client.fetchAll(uids.join(','), { uid: true, ...part }, { uid: true }),
    10,
  )
  const mails = new Map<number, FetchedMail>()
  for (const row of rows) {
    // Rows nobody asked for come in between: a flag that changed, another mail (RFC 3501 §7.4.2).
    const raw = headerOnly ? row.headers : row.source
    if (!raw || !uids.includes(row.uid)) continue
    mails.set(row.uid, {
      uid: row.uid,
      raw,
      internalDate: internalDate(row.uid),
      cut: tooLarge || headerOnly,
    })
  }
  return mails
}

function named(uids: readonly number[], plan: FetchPlan): string {
  const [first, last] = [uids[0], uids.at(-1)]
  return `UID ${first}${first === last ? '' : `–${last}`} of ${plan.mailbox}`
}
