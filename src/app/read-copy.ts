// One copy of a mail, from raw bytes to what the store keeps of it. Runs in the worker that took the job, or in a
// thread of `replay`; knows no store.

import type { ListId } from '../core/model/ids.ts'
import type { DecodedMail } from '../core/model/mail.ts'
import type { Reading } from '../core/model/reading.ts'
import type { Instant } from '../core/model/time.ts'
import { listsOfMail, readMail } from '../core/pipeline.ts'
import type { MailDecoder } from '../ports/mail-decoder.ts'
import type { PackedRaw, PackedReading } from '../ports/store.ts'
import type { ReadSettings } from './settings.ts'

/** What was read from one copy by itself. */
export interface ReadCopy {
  readonly hash: string
  readonly reading: Reading
  readonly received: Instant | null
  readonly date: Instant | null
  /** Lists this copy names in its header. */
  readonly lists: readonly ListId[]
  /** Whether it is addressed to the bot itself. */
  readonly toBot: boolean
}

export type CopyResult =
  | {
      readonly ok: true
      readonly copy: ReadCopy
      /** The raw mail and the reading as the store keeps them, when the reader was asked for them; `copy.reading` is then emptied. */
      readonly packed?: { readonly raw: PackedRaw; readonly reading: PackedReading }
    }
  | { readonly ok: false; readonly hash: string; readonly reason: string }

/** What is known of a mail from outside its bytes. `list` is the list its source was said to belong to. */
export interface CopyReceipt {
  readonly receivedAt: Instant | null
  /** Earliest topmost Received over all copies, when others are known already. */
  readonly received?: Instant | null
  readonly lists?: readonly ListId[]
}

/** Decodes and reads one copy; refuses with a reason what cannot be decoded, and never throws for input. */
export async function readCopy(
  raw: Uint8Array,
  receipt: CopyReceipt,
  decoder: MailDecoder,
  settings: ReadSettings,
): Promise<CopyResult> {
  const decoded = await decoder.decode(raw)
  if (!decoded.ok) return { ok: false, hash: decoded.hash, reason: decoded.reason }
  return { ok: true, copy: readDecoded(decoded.mail, receipt, settings) }
}

function readDecoded(mail: DecodedMail, receipt: CopyReceipt, settings: ReadSettings): ReadCopy {
  const named = listsOfMail(mail, settings.parse.lists, settings.openLists)
  const lists = [...new Set([...(receipt.lists ?? []), ...named])].sort()
  const received = earliest(receipt.received ?? null, mail.received)
  const reading = readMail(mail, { received, sourceTime: receipt.receivedAt, lists }, settings.parse)
  const bot = settings.parse.bot.addresses
  const toBot = [...mail.to, ...mail.cc].some((person) => bot.includes(person.address))
  return {
    hash: mail.hash,
    reading,
    received: mail.received,
    date: mail.date,
    lists,
    toBot,
  }
}

export function earliest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null) return b
  return b === null ? a : Math.min(a, b)
}
