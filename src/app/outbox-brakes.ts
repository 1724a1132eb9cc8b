// Why a queued mail does not leave now: the stop switch, the caps, and for notices what is not known for certain yet.
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../core/model/time.ts'
import type { OutboxMail, StoreReads } from '../ports/store.ts'
import type { OutgoingSettings } from './outgoing.ts'
import { STOPPED } from './settle-outbox.ts'

export interface Brake {
  readonly why: string
  /** Milliseconds after which another look is worth it. */
  readonly pause: number
  /** Whether the row says so; a stopped outbox leaves its rows alone, so that they go on at once when it is started. */
  readonly isNoted: boolean
}

const brake = (why: string, pause = 10 * MINUTE, isNoted = true): Brake => ({ why, pause, isNoted })

/** What holds any mail, or this one; null when nothing does. */
export async function brakeOn(
  reads: StoreReads,
  { caps }: OutgoingSettings,
  row: OutboxMail,
  now: Instant,
): Promise<Brake | null> {
  if ((await reads.meta(STOPPED)) === 'yes') return brake('the outbox is stopped', 10 * MINUTE, false)
  if ((await reads.sentSince(now - HOUR)) >= caps.perHour) return brake(`cap: ${caps.perHour} mails an hour`)
  for (const to of row.to)
    if ((await reads.sentSince(now - DAY, { to })) >= caps.perPersonDay)
      return brake(`cap: ${caps.perPersonDay} mails a person and day`)
  const { thread } = row
  if (thread && (await reads.sentSince(now - DAY, { thread })) >= caps.perThreadDay)
    return brake(`cap: ${caps.perThreadDay} mails a thread and day`)
  return null
}

/**
 * What holds a notice: its cause may have passed in mail that is not read yet. `unread` names a source that cannot be
 * read, null when all can.
 */
export async function brakeOnNotice(reads: StoreReads, unread: string | null): Promise<Brake | null> {
  if (unread !== null) return brake(`the source ${unread} cannot be read: what caused this may have passed`)
  for (const kind of ['intake', 'link', 'stand'] as const)
    if ((await reads.tasks(1, kind)).length > 0) return brake('mail is still being read', 10 * SECOND)
  return null
}
