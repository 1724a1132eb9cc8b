// Archives into the store in bulk: the same reading as live mail, in threads and large transactions, without the queue.
// Resumable: the archive's cursor moves in the transaction of its mails. Replay never makes mail.
import type { ListId, MessageId } from '../core/model/ids.ts'
import type { Log } from '../ports/log.ts'
import type { MailSource, SourcedMail } from '../ports/mail-source.ts'
import type { Store, StoreWrites } from '../ports/store.ts'
import { type IntakeDeps, rereadFrom } from './intake.ts'
import { mergeCopy } from './merge-copy.ts'
import type { CopyReceipt, CopyResult } from './read-copy.ts'

/** Reads many mails at once, in worker threads; answers in the order given. */
export interface BulkReader {
  read(mails: readonly { raw: Uint8Array; receipt: CopyReceipt }[]): Promise<CopyResult[]>
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

const BATCH_MAILS = 256
const BATCH_BYTES = 8 * 1024 * 1024

interface Batch {
  readonly mails: readonly SourcedMail[]
  readonly results: Promise<CopyResult[]>
}

/** Takes in one archive from its cursor on. Reading, parsing and storing overlap; at most two batches are in flight. */
export async function replayArchive(
  source: MailSource,
  options: ReplayOptions,
  deps: ReplayDeps,
  signal: AbortSignal,
): Promise<ReplayCounts> {
  const counts = { mails: 0, messages: 0, dropped: 0, quarantined: 0 }
  const flying: Batch[] = []
  const land = async (): Promise<void> => {
    const batch = flying.shift()
    if (!batch) return
    const results = await batch.results
    await deps.store.write((tx) => storeBatch(tx, source.name, batch.mails, results, counts, options, deps))
    deps.progress?.({ ...counts }, batch.mails.at(-1)?.progress ?? null)
  }
  const launch = async (mails: SourcedMail[]): Promise<void> => {
    const receipt = (mail: SourcedMail): CopyReceipt => ({
      receivedAt: mail.receivedAt,
      ...(options.list === null ? {} : { lists: [options.list] }),
    })
    const results = deps.reader.read(mails.map((mail) => ({ raw: mail.raw, receipt: receipt(mail) })))
    results.catch(() => undefined) // awaited in land(); must not count as unhandled while another batch lands
    flying.push({ mails, results })
    if (flying.length > 2) await land()
  }
  let mails: SourcedMail[] = []
  let bytes = 0
  for await (const mail of source.read(await deps.store.cursor(cursorName(source.name)), signal)) {
    mails.push(mail)
    bytes += mail.raw.byteLength
    if (mails.length < BATCH_MAILS && bytes < BATCH_BYTES) continue
    await launch(mails)
    mails = []
    bytes = 0
  }
  if (mails.length > 0) await launch(mails)
  while (flying.length > 0) await land()
  return counts
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
    const { copy } = result
    if (copy.lists.length === 0) {
      counts.dropped++
      await tx.countDropped('no watched list')
      continue
    }
    const { hash } = copy
    await tx.addSighted({
      hash,
      raw: mail.raw,
      ...(result.packed ? { packed: result.packed } : {}),
      place: mail.place,
      receivedAt: mail.receivedAt,
      list: copy.lists[0] ?? null,
    })
    const id = copy.reading.message.id
    const merged = await mergeCopy(await tx.message(id), copy, rereadFrom(tx, deps.intake))
    if (!merged) continue
    await tx.saveMessage(merged)
    changed.add(id)
    counts.messages++
  }
  await tx.addTasks([...changed].map((key) => ({ kind: 'link', key })))
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
