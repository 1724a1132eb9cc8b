// Raw bytes to decoded mail under limits of size, parts, depth, header bytes and time.
import type { Decoded } from '../core/model/mail.ts'

export interface MailDecoder {
  /** Never throws for input; hostile bytes give a reason. */
  decode(raw: Uint8Array): Promise<Decoded>
}
