// What the linker is told of one thread besides the catalogue.
import type { EntryId, ThreadId } from '../model/ids.ts'
import type { Member } from './thread-texts.ts'

/** A thread that shares a series or an author with this one, as linked without any relatives. */
export interface Relative {
  readonly thread: ThreadId
  readonly why: 'series' | 'same-author'
  readonly entry: EntryId | null
  readonly score: number
}

export interface ThreadInput {
  readonly thread: ThreadId
  /** In order of (event time, id). */
  readonly members: readonly (Member & { readonly series: readonly string[] })[]
  readonly command: { readonly verb: 'link'; readonly entry: EntryId } | { readonly verb: 'unlink' } | null
  readonly relatives: readonly Relative[]
}
