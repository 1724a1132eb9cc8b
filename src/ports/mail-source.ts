// Where mail comes from: bytes, the place they were found at, and a cursor to go on from.
import type { Instant } from '../core/model/time.ts'

/** Where one copy of a mail was met; the same place never holds another mail. */
export interface MailPlace {
  /** The source's name in the configuration, or the path given on the command line. */
  readonly source: string
  readonly mailbox: string
  /** IMAP UIDVALIDITY (RFC 3501 §2.3.1.1), commit epoch or 0. */
  readonly validity: number
  /** IMAP UID, offset and checksum in an mbox, file name, or commit: unique within (source, mailbox, validity). */
  readonly key: string
}

export interface SourcedMail {
  readonly raw: Uint8Array
  readonly place: MailPlace
  /** The source's own time of receipt (INTERNALDATE, file time), null when it has none. */
  readonly receivedAt: Instant | null
  /** Cursor to store together with this mail: reading on from it yields what comes after. */
  readonly cursor: string
  /** Bytes or items read so far, of `total`, for a progress bar; null when unknown. */
  readonly progress: { readonly done: number; readonly total: number } | null
  /** Set when the mail was too large and only its start was fetched. */
  readonly cut: boolean
}

export interface MailSource {
  readonly name: string
  /**
   * Mails after `cursor` (null = from the start), in the source's order; ends when nothing more is there.
   * Throws Failure. Ends quietly when aborted.
   * What can be read of a broken place (truncated gzip, stray bytes) is yielded before the Failure that names the rest.
   */
  read(cursor: string | null, signal: AbortSignal): AsyncIterable<SourcedMail>
  /**
   * Calls `ring` whenever new mail may be there (IDLE, file watch), until aborted; reconnects by itself.
   * Absent when the source cannot tell (a file, a folder of mails): `dibs run` looks at it again every minute.
   */
  watch?(ring: () => void, signal: AbortSignal): Promise<void>
  /** One cheap look for `dibs doctor`: resolves with a line in words, or throws Failure. */
  check(signal: AbortSignal): Promise<string>
}
