// One mail Dibs wants to send, complete but for its bytes: every value is checked and ready to be printed.
import type { MessageId } from './ids.ts'
import type { HeaderField } from './mail.ts'
import type { Person } from './person.ts'
import type { Instant } from './time.ts'

export interface OutgoingMail {
  readonly messageId: MessageId
  readonly date: Instant
  readonly from: Person
  readonly replyTo: string | null
  /** The one recipient. */
  readonly to: string
  readonly subject: string
  readonly inReplyTo: MessageId | null
  /** Oldest first; at most forty. */
  readonly references: readonly MessageId[]
  /** Fields beside the ones above, in their order; ASCII values of one line. */
  readonly headers: readonly HeaderField[]
  readonly text: string
  readonly html: string | null
}
