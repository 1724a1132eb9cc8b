// Mail from a source into the store as pending, cursor and raw bytes in one transaction, before anything else happens.
import { createHash } from 'node:crypto'
import type { Clock } from '../ports/clock.ts'
import type { JobQueue } from '../ports/job-queue.ts'
import type { Log } from '../ports/log.ts'
import type { MailSource, SourcedMail } from '../ports/mail-source.ts'
import type { Store, Task } from '../ports/store.ts'

export interface TakeInDeps {
  readonly store: Store
  readonly queue: JobQueue
  readonly clock: Clock
  readonly log: Log
}

/** Mails per transaction, and bytes per transaction: what is held in memory at once. */
const BATCH_MAILS = 200
const BATCH_BYTES = 16 * 1024 * 1024

/**
 * Reads everything new of the source; resolves with how many mails were new. `watchFrom` is the start of watching:
 * mail received earlier never causes mail. Throws Failure; what was stored until then stays.
 */
export async function takeIn(
  source: MailSource,
  watchFrom: number,
  deps: TakeInDeps,
  signal: AbortSignal,
): Promise<number> {
  let count = 0
  let batch: SourcedMail[] = []
  let bytes = 0
  const cursor = await deps.store.cursor(source.name)
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    const tasks = await storeBatch(source, batch, watchFrom, deps)
    batch = []
    bytes = 0
    count += tasks.length
    await deps.queue.ring(tasks)
  }
  let flushedAt = deps.clock.now()
  for await (const mail of source.read(cursor, signal)) {
    batch.push(mail)
    bytes += mail.raw.byteLength
    const waited = deps.clock.now() - flushedAt > 250
    if (batch.length >= BATCH_MAILS || bytes >= BATCH_BYTES || waited) {
      await flush()
      flushedAt = deps.clock.now()
    }
  }
  await flush()
  if (count > 0) deps.log.info({ source: source.name, mails: count }, 'took in mail')
  return count
}

async function storeBatch(
  source: MailSource,
  batch: readonly SourcedMail[],
  watchFrom: number,
  { store, clock }: TakeInDeps,
): Promise<Task[]> {
  return store.write(async (tx) => {
    const tasks: Task[] = []
    for (const mail of batch) {
      const storedAt = clock.now()
      const id = await tx.addPending({
        hash: createHash('sha256').update(mail.raw).digest('hex'),
        raw: mail.raw,
        place: mail.place,
        receivedAt: mail.receivedAt,
        storedAt,
        live: (mail.receivedAt ?? storedAt) >= watchFrom,
      })
      if (id !== null) tasks.push({ kind: 'intake', key: id })
    }
    await tx.setCursor(source.name, (batch.at(-1) as SourcedMail).cursor)
    return tx.addTasks(tasks)
  })
}
