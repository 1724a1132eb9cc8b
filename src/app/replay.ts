// Archives into the store in bulk: the same reading as live mail, in threads and large transactions, without the queue.
// Resumable: the archive's cursor moves in the transaction of its mails. Replay never makes mail.
import type { ListId, MessageId } from '../core/model/ids.ts'
import type { Log } from '../ports/log.ts'
import type { MailSource, SourcedMail } from '../ports/mail-source.ts'
import type { PackedReading, SightedMail, Store, StoredMessage, StoreWrites } from '../ports/store.ts'
import { copyReader, type IntakeDeps } from './intake.ts'
import { mergeCopy } from './merge-copy.ts'
import { DERIVED_AT } from './notice-ledger.ts'
import type { CopyReceipt, CopyResult } from './read-copy.ts'

/** Reads many mails at once, in worker threads; answers in the order given. */
export interface BulkReader {
  /** With `pack` a result may come packed for the store. */
  read(mails: readonly { raw: Uint8Array; receipt: CopyReceipt; pack?: boolean }[]): Promise<CopyResult[]>
  close(): Promise<void>
}

export interface ReplayDeps {
  readonly store: Store
  readonly reader: BulkReader
  readonly intake: Pick<IntakeDeps, 'decoder' | 'settings'>
  readonly log: Log
  /** Called after each stored batch. */
  readonly progress?: (counts: ReplayCounts, of: SourcedMail['progress']) => void
}

export interface ReplayCounts {
  /** Mails met in the archive, dropped and quarantined ones included. */
  readonly mails: number
  /** New or changed messages. */
  readonly messages: number
  readonly dropped: number
  readonly quarantined: number
}

export interface ReplayOptions {
  /** The list every mail of the archive belongs to, whatever its headers say. */
  readonly list: ListId | null
  readonly now: number
}

/** What a thread gets at once: small, so that little stands in memory beside what is being read. */
const BATCH_MAILS = 32
const BATCH_BYTES = 4 * 1024 * 1024
/** Batches that wait for a thread, are read, or wait to be stored. */
const FLYING = 3
/** What one transaction holds: large, since each one writes every index page it touched again. */
const COMMIT_MAILS = 1024
const COMMIT_BYTES = 16 * 1024 * 1024

interface Batch {
  readonly mails: readonly SourcedMail[]
  readonly bytes: number
  readonly results: Promise<CopyResult[]>
}

/** Takes in one archive from its cursor on; reading, parsing and storing overlap. What was read before an error is kept. */
export async function replayArchive(
  source: MailSource,
  options: ReplayOptions,
  deps: ReplayDeps,
  signal: AbortSignal,
): Promise<ReplayCounts> {
  const counts = { mails: 0, messages: 0, dropped: 0, quarantined: 0 }
  const trouble: unknown[] = []
  const mails = source.read(await deps.store.cursor(cursorName(source.name)), signal)
  const batches = launched(mails, options.list, deps.reader, trouble)
  const storeSome = async (tx: StoreWrites): Promise<boolean> => {
    let [mails, bytes] = [0, 0]
    while (mails < COMMIT_MAILS && bytes < COMMIT_BYTES) {
      const { value: batch } = await batches.next()
      if (!batch) return false
      await storeBatch(tx, source.name, batch.mails, await batch.results, counts, options, deps)
      mails += batch.mails.length
      bytes += batch.bytes
      deps.progress?.({ ...counts }, batch.mails.at(-1)?.progress ?? null)
    }
    return true
  }
  try {
    while (await deps.store.write(storeSome));
  } finally {
    await batches.return(undefined)
  }
  if (trouble.length > 0) throw trouble[0]
  return counts
}

/** The mails in batches that are being read, at most FLYING at once. An error of the source ends it and goes to `trouble`. */
async function* launched(
  source: AsyncIterable<SourcedMail>,
  list: ListId | null,
  reader: BulkReader,
  trouble: unknown[],
): AsyncGenerator<Batch, undefined> {
  const flying: Batch[] = []
  let mails: SourcedMail[] = []
  let bytes = 0
  const launch = (): void => {
    const lists = list === null ? {} : { lists: [list] }
    const asked = mails.map(({ raw, receivedAt }) => ({ raw, receipt: { receivedAt, ...lists }, pack: true }))
    const results = reader.read(asked)
    results.catch(() => undefined) // awaited later; must not count as unhandled until then
    flying.push({ mails, bytes, results })
    mails = []
    bytes = 0
  }
  try {
    for await (const mail of source) {
      mails.push(mail)
      bytes += mail.raw.byteLength
      if (mails.length < BATCH_MAILS && bytes < BATCH_BYTES) continue
      launch()
      if (flying.length >= FLYING) yield flying.shift() as Batch
    }
  } catch (error) {
    trouble.push(error)
  }
  if (mails.length > 0) launch()
  yield* flying
}

/** Replayed archives keep cursors apart from watched sources of the same name. */
function cursorName(source: string): string {
  return `replay:${source}`
}

async function storeBatch(
  tx: StoreWrites,
  source: string,
  mails: readonly SourcedMail[],
  results: readonly CopyResult[],
  counts: { mails: number; messages: number; dropped: number; quarantined: number },
  options: ReplayOptions,
  deps: ReplayDeps,
): Promise<void> {
  const kept: Extract<CopyResult, { ok: true }>[] = []
  const sighted: SightedMail[] = []
  let dropped = 0
  for (const [at, mail] of mails.entries()) {
    const result = results[at] as CopyResult
    if (!result.ok) {
      if (await quarantineUnread(tx, mail, result, options.now)) counts.quarantined++
      continue
    }
    const { copy, packed } = result
    const [list] = copy.lists
    if (list === undefined) {
      dropped++
      continue
    }
    const { raw, place, receivedAt } = mail
    sighted.push({ hash: copy.hash, raw, ...(packed ? { packed: packed.raw } : {}), place, receivedAt, list })
    kept.push(result)
  }
  if (dropped > 0) await tx.countDropped('no watched list', dropped)
  await tx.addSighted(sighted)
  const { changed, merged } = await mergeKept(tx, kept, deps)
  await tx.addTasks(changed.map((key) => ({ kind: 'link', key })))
  await tx.setMeta(DERIVED_AT, String(options.now))
  await tx.setCursor(cursorName(source), (mails.at(-1) as SourcedMail).cursor)
  counts.mails += mails.length
  counts.dropped += dropped
  counts.messages += merged
}

/** Merges what was read into what is known: the ids of what is new or changed, and by how many mails. */
async function mergeKept(
  tx: StoreWrites,
  kept: readonly Extract<CopyResult, { ok: true }>[],
  deps: ReplayDeps,
): Promise<{ changed: MessageId[]; merged: number }> {
  const reader = copyReader(tx, deps.intake)
  const ids = kept.map(({ copy }) => copy.reading.message.id)
  const known = new Map((await tx.messages(ids)).map((message) => [message.id, message]))
  const changed = new Map<MessageId, { message: StoredMessage; packed?: PackedReading }>()
  let merged = 0
  for (const { copy, packed } of kept) {
    const { id } = copy.reading.message
    const before = changed.get(id)
    const message = await mergeCopy(before?.message ?? known.get(id) ?? null, copy, reader)
    if (!message) continue
    merged++
    const reading = message.reading === copy.reading ? packed?.reading : undefined
    const same = message.reading === before?.message.reading ? before.packed : undefined
    const row = reading ?? same
    changed.set(id, { message, ...(row ? { packed: row } : {}) })
  }
  await tx.saveMessages([...changed.values()])
  return { changed: [...changed.keys()], merged }
}

async function quarantineUnread(
  tx: StoreWrites,
  mail: SourcedMail,
  result: Extract<CopyResult, { ok: false }>,
  now: number,
): Promise<boolean> {
  const { raw, place, receivedAt } = mail
  const id = await tx.addPending({ hash: result.hash, raw, place, receivedAt, storedAt: now, live: false })
  if (id === null) return false
  await tx.quarantine(id, result.reason, now)
  return true
}
