// Prints a mail into its final bytes, once: what is stored is what is sent, however often it is tried.
import type { OutgoingMail } from '../core/model/outgoing-mail.ts'

export interface MailFreezer {
  /** RFC 5322 bytes with CRLF line ends, lines of at most 998 bytes, 7-bit. The same mail gives the same bytes. */
  freeze(mail: OutgoingMail): Promise<Uint8Array>
}
