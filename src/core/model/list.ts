// What the core knows of a watched list and of the programmes whose tags subjects carry.
import type { ListId } from './ids.ts'
import type { Instant } from './time.ts'

export interface MailingList {
  readonly id: ListId
  /** Values of List-Id (RFC 2919) that mean this list, lower case, without angle brackets. */
  readonly listIds: readonly string[]
  /** Posting address first, then its aliases; lower case. */
  readonly addresses: readonly string[]
  /** Archive page of one mail; `{message_id}` is replaced by the URL-encoded Message-ID. '' when there is none. */
  readonly archive: string
  /** Words the list software puts in brackets before subjects, e.g. `Xen-devel`, `Outreachy kernel`. */
  readonly subjectPrefixes: readonly string[]
}

/** A programme such as Google Summer of Code, and its rounds. */
export interface Programme {
  /** Lower-case tag as it stands in output, e.g. `gsoc`. */
  readonly tag: string
  /** Spellings met in subjects, e.g. `GSoC`, `Google Summer of Code`; compared without case, punctuation and year. */
  readonly names: readonly string[]
  readonly rounds: readonly Round[]
}

export interface Round {
  readonly name: string
  readonly from: Instant
  readonly to: Instant
}

/** A programme's name found in a subject. */
export interface Tag {
  readonly programme: string
  readonly year: number | null
}

/** The archive link of a mail, or null when the list has no archive. */
export function archiveLink(list: MailingList, id: string): string | null {
  return list.archive ? list.archive.replaceAll('{message_id}', encodeURIComponent(id)) : null
}
