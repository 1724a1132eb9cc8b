// A command as it is kept for ever: who settled what, about a thread or about an entry.

import type { EntryVerb } from './fact.ts'
import type { EntryId, MessageId, ThreadId } from './ids.ts'
import type { Person } from './person.ts'
import type { SignalType } from './signal.ts'
import type { Instant } from './time.ts'

export interface CommandRecord {
  readonly id: string
  readonly at: Instant
  readonly by: Person
  readonly origin: 'mail' | 'cli'
  readonly action:
    | { readonly verb: 'link'; readonly thread: ThreadId; readonly entry: EntryId }
    /** `from` is the entry the thread was tied to. */
    | { readonly verb: 'unlink'; readonly thread: ThreadId; readonly from?: EntryId }
    | {
        readonly verb: EntryVerb
        readonly entry: EntryId
        readonly who?: Person
        readonly until?: Instant
        /** What is dismissed, all of it or one type. */
        readonly message?: MessageId
        readonly type?: SignalType
      }
}
