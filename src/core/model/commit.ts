// A commit as a repository's log tells it, before it is tied to a mail.
import type { MessageId } from './ids.ts'
import type { Person } from './person.ts'
import type { Instant } from './time.ts'

export interface LoggedCommit {
  /** The repository's name in the configuration. */
  readonly repository: string
  /** Full hash. */
  readonly commit: string
  /** Committer's date: when it got in. */
  readonly at: Instant
  readonly author: Person
  readonly subject: string
  /** Message-IDs its trailers name, directly or as the last part of a link. */
  readonly messages: readonly MessageId[]
  /** `git patch-id --stable`; null when it has no diff, or names its mail already. */
  readonly patchId: string | null
}

/** The first tag that contains a commit. */
export interface CommitTag {
  readonly tag: string
  readonly at: Instant
}
