// Archives into the store in bulk: the same reading as live mail, in threads and large transactions, without the queue.
// Resumable: the archive's cursor moves in the transaction of its mails. Replay never makes mail.
import type { ListId, MessageId } from '../core/model/ids.ts'
import type { Log } from '../ports/log.ts'
import type { MailSource, SourcedMail } from '../ports/mail-source.ts'
import type { Store, StoreWrites } from '../ports/store.ts'
import { type IntakeDeps, rereadFrom } from './intake.ts'
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
const BATCH_MAILS = 64
const BATCH_BYTES = 4 * 1024 * 1024
/** Batches that wait for a thread, are read, or wait to be stored. */
const FLYING = 6
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
  const changed = new Set<MessageId>()
  for (const [at, mail] of mails.entries()) {
    counts.mails++
    const result = results[at] as CopyResult
    if (!result.ok) {
      if (await quarantineUnread(tx, mail, result, options.now)) counts.quarantined++
      continue
    }
    const { copy, packed } = result
    if (copy.lists.length === 0) {
      counts.dropped++
      await tx.countDropped('no watched list')
      continue
    }
    const { hash } = copy
    await tx.addSighted({
      hash,
      raw: mail.raw,
      ...(packed ? { packed: packed.raw } : {}),
      place: mail.place,
      receivedAt: mail.receivedAt,
      list: copy.lists[0] ?? null,
    })
    const id = copy.reading.message.id
    const merged = await mergeCopy(await tx.message(id), copy, rereadFrom(tx, deps.intake))
    if (!merged) continue
    await tx.saveMessage(merged, merged.reading === copy.reading ? packed?.reading : undefined)
    changed.add(id)
    counts.messages++
  }
  await tx.addTasks([...changed].map((key) => ({ kind: 'link', key })))
  await tx.setMeta(DERIVED_AT, String(options.now))
  await tx.setCursor(cursorName(source), (mails.at(-1) as SourcedMail).cursor)
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
