// public-inbox's IMAP server cuts a list into mailboxes of 50,000 mails, `NAME.0`, `NAME.1`, …; new mail comes to the last.
// Which of them are to be read, given a configured name and how far reading got.
import type { ImapCursor } from './imap-cursor.ts'

/** The name of the list a mailbox is a slice of, and the slice's number; null for any other mailbox. */
export function sliceOf(mailbox: string): { list: string; number: number } | null {
  const found = /^(.+)\.(\d{1,6})$/.exec(mailbox)
  return found ? { list: found[1] ?? '', number: Number(found[2]) } : null
}

/**
 * Slices to read for the configured `mailbox`, in order: from the lowest one the cursor knows, else only the newest.
 * Empty when `listed` (what LIST shows) holds none. A configured slice number is only a name: newer slices are followed.
 */
export function slicesToRead(mailbox: string, listed: readonly string[], cursor: ImapCursor): string[] {
  const list = listed.some((name) => sliceOf(name)?.list === mailbox)
    ? mailbox
    : (sliceOf(mailbox)?.list ?? mailbox)
  const numbers = listed
    .map(sliceOf)
    .filter((slice) => slice?.list === list)
    .map((slice) => slice?.number ?? 0)
  if (numbers.length === 0) return []
  const known = numbers.filter((number) => cursor.has(`${list}.${number}`))
  const from = Math.min(...known, Math.max(...numbers))
  return numbers
    .filter((number) => number >= from)
    .sort((a, b) => a - b)
    .map((number) => `${list}.${number}`)
}
