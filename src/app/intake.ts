// The `intake` job: one pending mail is decoded, read and becomes a fact, once, whatever happens in between.
// Mail of no watched list and not to the bot is counted and dropped; what cannot be read is quarantined with its bytes.
import type { MessageId } from '../core/model/ids.ts'
import type { Reading } from '../core/model/reading.ts'
import { copyPrint } from '../core/parse/copy-print.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { MailDecoder } from '../ports/mail-decoder.ts'
import type { PendingMail, Store, StoreWrites, Task } from '../ports/store.ts'
import { type CopyReader, mergeCopy } from './merge-copy.ts'
import { type CopyReceipt, type CopyResult, readCopy } from './read-copy.ts'
import type { Settings } from './settings.ts'

export interface IntakeDeps {
  readonly store: Store
  readonly decoder: MailDecoder
  readonly clock: Clock
  readonly log: Log
  readonly settings: Settings
  /** Reads mails, apart from this thread, and answers in their order: a mail that kills its reader must not kill the bot. */
  readonly read: (mails: readonly { raw: Uint8Array; receipt: CopyReceipt }[]) => Promise<CopyResult[]>
  /** Writes due answers into the outbox within the transaction that stores the mail; returns the tasks they bring. */
  readonly answer: (tx: StoreWrites, reading: Reading, pending: PendingMail) => Promise<Task[]>
  /** Marks our own mail as seen when it comes back through a list. */
  readonly markSeen: (tx: StoreWrites, id: MessageId) => Promise<void>
}

const MAX_TRIES = 3

/** Advances one pending mail; resolves with the tasks that follow. Idempotent: a settled mail gives none. */
export async function intake(pendingId: string, deps: IntakeDeps): Promise<Task[]> {
  const task: Task = { kind: 'intake', key: pendingId }
  const pending = await deps.store.pending(pendingId)
  if (!pending) {
    await deps.store.write((tx) => tx.removeTask(task))
    return []
  }
  // Counted before the try, in its own transaction: a mail that kills the process is met at most three times.
  const tries = await deps.store.write((tx) => tx.countTry(pendingId))
  if (tries > MAX_TRIES) return quarantine(pending, 'reading it failed three times', deps)

  const raw = await deps.store.raw(pending.hash)
  if (!raw) return quarantine(pending, 'its raw bytes are missing from the store', deps)
  const [result] = (await deps.read([{ raw, receipt: { receivedAt: pending.receivedAt } }])) as [CopyResult]
  if (!result.ok) return quarantine(pending, result.reason, deps)
  return deps.store.write(async (tx) => {
    const tasks = await keepCopy(tx, pending, result, deps)
    await tx.removeTask(task)
    return tasks
  })
}

/** What is read and kept at once of a backlog. */
const TOGETHER_MAILS = 64
const TOGETHER_BYTES = 8 * 1024 * 1024

/**
 * Advances many pending mails, some in one transaction. One that was tried before goes by itself, so that a mail that
 * kills the process takes others with it once at most.
 */
export async function intakeMany(pendingIds: readonly string[], deps: IntakeDeps): Promise<Task[]> {
  const followers: Task[] = []
  let some: Waiting[] = []
  let bytes = 0
  const flush = async (): Promise<void> => {
    if (some.length > 0) followers.push(...(await intakeTogether(some, deps)))
    some = []
    bytes = 0
  }
  for (const id of pendingIds) {
    const pending = pendingIds.length === 1 ? null : await deps.store.pending(id)
    const raw = pending?.tries === 0 ? await deps.store.raw(pending.hash) : null
    if (pending && raw) {
      some.push({ pending, raw })
      bytes += raw.length
      if (some.length >= TOGETHER_MAILS || bytes >= TOGETHER_BYTES) await flush()
    } else followers.push(...(await intake(id, deps)))
  }
  await flush()
  return followers
}

interface Waiting {
  readonly pending: PendingMail
  readonly raw: Uint8Array
}

async function intakeTogether(some: readonly Waiting[], deps: IntakeDeps): Promise<Task[]> {
  await deps.store.write(async (tx) => {
    for (const { pending } of some) await tx.countTry(pending.id)
  })
  const results = await deps.read(
    some.map(({ pending, raw }) => ({ raw, receipt: { receivedAt: pending.receivedAt } })),
  )
  const read = some.map(({ pending }, n) => ({ pending, result: results[n] as CopyResult }))
  for (const { pending, result } of read) if (!result.ok) await quarantine(pending, result.reason, deps)
  return deps.store.write(async (tx) => {
    const followers: Task[] = []
    for (const { pending, result } of read) {
      if (!result.ok) continue
      // Another job may have kept it meanwhile.
      if (await tx.pending(pending.id)) followers.push(...(await keepCopy(tx, pending, result, deps)))
      await tx.removeTask({ kind: 'intake', key: pending.id })
    }
    return followers
  })
}

/** Within a transaction: keeps a read copy as fact, or drops it when no watched list carried it. */
export async function keepCopy(
  tx: StoreWrites,
  pending: PendingMail,
  result: Extract<CopyResult, { ok: true }>,
  deps: IntakeDeps,
): Promise<Task[]> {
  const { copy } = result
  if (copy.lists.length === 0 && !copy.toBot) {
    await tx.settlePending(pending.id, { keepRaw: false, list: null })
    await tx.countDropped('no watched list')
    return []
  }
  const id = copy.reading.message.id
  const known = await tx.message(id)
  const merged = await mergeCopy(known, copy, copyReader(tx, deps))
  await tx.settlePending(pending.id, { keepRaw: true, list: copy.lists[0] ?? null })
  await deps.markSeen(tx, id)
  const tasks: Task[] = []
  if (merged) {
    await tx.saveMessage(merged)
    tasks.push(...(await tx.addTasks([{ kind: 'link', key: id }])))
  }
  // Only the copy that made the message known may be answered: a later copy was answered then, or never will be.
  if (!known && copy.toBot) tasks.push(...(await deps.answer(tx, copy.reading, pending)))
  return tasks
}

/** Reads stored copies again: with what is known from all of them, or for their prints. */
export function copyReader(
  tx: Pick<StoreWrites, 'raw'>,
  { decoder, settings }: Pick<IntakeDeps, 'decoder' | 'settings'>,
): CopyReader {
  return {
    reread: async (hash, receipt) => {
      const raw = await tx.raw(hash)
      if (!raw) return null
      const read = await readCopy(raw, { receivedAt: null, ...receipt }, decoder, settings)
      return read.ok ? read.copy : null
    },
    print: async (hash) => {
      const raw = await tx.raw(hash)
      const decoded = raw ? await decoder.decode(raw) : null
      // What cannot be decoded any more is like nothing but itself.
      return decoded?.ok ? copyPrint(decoded.mail) : hash
    },
  }
}

async function quarantine(pending: PendingMail, reason: string, deps: IntakeDeps): Promise<Task[]> {
  await deps.store.write(async (tx) => {
    await tx.quarantine(pending.id, reason, deps.clock.now())
    await tx.removeTask({ kind: 'intake', key: pending.id })
  })
  deps.log.warn(
    { pending: pending.id, source: pending.place.source, key: pending.place.key, reason },
    'quarantined a mail',
  )
  return []
}
