// What got merged: new commits of a watched repository since the last look.
import type { CommitTag, LoggedCommit } from '../core/model/commit.ts'
import type { Instant } from '../core/model/time.ts'

export interface CommitBatch {
  /** Commits that are no merges, each after its ancestors. */
  readonly commits: readonly LoggedCommit[]
  /** Cursor to store together with these commits: reading on from it yields what comes after. */
  readonly cursor: string
}

export interface CommitLog {
  readonly name: string
  /** Commits after `cursor` (null = from the start, or from `since` on), in batches. Throws Failure. */
  read(cursor: string | null, signal: AbortSignal, since?: Instant): AsyncIterable<CommitBatch>
  /** First release tag of each commit that has one. Throws Failure. */
  firstTags(commits: readonly string[], signal: AbortSignal): Promise<Map<string, CommitTag>>
  /** `git patch-id --stable` of diffs in mails, by the key given; texts without a diff are left out. Throws Failure. */
  patchIds(texts: ReadonlyMap<string, string>, signal: AbortSignal): Promise<Map<string, string>>
  /** One cheap look for `dibs doctor`: resolves with a line in words, or throws Failure. */
  check(signal: AbortSignal): Promise<string>
}
