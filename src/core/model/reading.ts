// Everything the judgement draws from one mail alone, before threads and catalogue come into it.
import type { CommandRefusal, MailCommand } from './command.ts'
import type { Message } from './message.ts'
import type { Signal } from './signal.ts'

export interface Reading {
  readonly message: Message
  readonly signals: readonly Signal[]
  /** Statements that count only when their phrase turns out to be an entry's name; scored as if it were. */
  readonly faint?: readonly Signal[]
  readonly commands: readonly MailCommand[]
  readonly commandRefusals: readonly CommandRefusal[]
  /** Keys shared by the versions of one patch series: author and normalised series subject, Message-ID pattern. */
  readonly series: readonly string[]
}
