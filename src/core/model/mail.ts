// One mail after MIME decoding and before anything is understood: what an adapter hands to the core.
import type { Person } from './person.ts'
import type { Instant } from './time.ts'

export interface HeaderField {
  /** Field name in lower case. */
  readonly name: string
  /** Unfolded value; encoded words (RFC 2047) not decoded. */
  readonly value: string
}

export interface AttachedPart {
  readonly contentType: string
  readonly filename: string
  /** Bytes after transfer decoding. */
  readonly size: number
  /** Decoded text of a `text/*` part that is small enough (a patch, say), else null. */
  readonly text: string | null
}

export interface DecodedMail {
  /** All fields in order of appearance. */
  readonly headers: readonly HeaderField[]
  readonly subject: string
  /** Mailboxes of all From fields, groups flattened; more than one makes the mail powerless. */
  readonly from: readonly Person[]
  readonly sender: Person | null
  readonly replyTo: readonly Person[]
  readonly to: readonly Person[]
  readonly cc: readonly Person[]
  /** The Date field read by RFC 5322 §3.3, null when missing or unreadable. Never "now". */
  readonly date: Instant | null
  /** Topmost Received field's time, null without one. */
  readonly received: Instant | null
  /** All inline text/plain parts, decoded, format=flowed undone, LF line ends; null when there is none. */
  readonly text: string | null
  /** The HTML body, decoded; null when there is none. */
  readonly html: string | null
  readonly attachments: readonly AttachedPart[]
  /** Bytes of the raw mail. */
  readonly size: number
  /** Lower-case hex SHA-256 of the raw bytes. */
  readonly hash: string
  /** What the decoder's limits cut away, e.g. `body over 256 KiB`; null when whole. */
  readonly truncated: string | null
}

/** What became of one mail's bytes: decoded, or a reason in words why not. */
export type Decoded =
  | { readonly ok: true; readonly mail: DecodedMail }
  | { readonly ok: false; readonly hash: string; readonly reason: string }
