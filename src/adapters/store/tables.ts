// The tables as the query layer sees them. Instants are milliseconds, yes/no is 1/0, structures are JSON text.
// Columns named after an id hold `shortKey` of it; the id itself stands in the JSON, or in `long_ids`.
import type { Generated, Kysely } from 'kysely'

export interface Tables {
  schema_version: { version: number }
  meta: { key: string; value: string }
  cursors: { source: string; cursor: string }
  tasks: { seq: Generated<number>; kind: string; key: string; turn: number }
  dropped: { reason: string; count: number }
  long_ids: { key: string; id: string }

  packs: { id: string; packed: Uint8Array }
  raws: { hash: string; size: number; pack: string; start: number }
  sightings: {
    id: string
    source: string
    mailbox: string
    validity: number
    key: string
    hash: string
    list: string | null
    received_at: number | null
    kept: number
  }
  pending: {
    id: string
    hash: string
    stored_at: number
    tries: number
    live: number
    quarantined_at: number | null
    reason: string | null
  }

  messages: {
    id: string
    at: number
    hash: string
    rules: string
    node: string
    copies: string
    reading: string
  }
  message_references: { message: string; ancestor: string }
  message_series: { message: string; series: string }

  places: { message: string; thread: string; parent: string | null }
  links: { thread: string; entry: string | null; triage: number; rules: string; link: string }
  link_signals: { thread: string; entry: string }
  standings: { entry: string; status: string; standing: string }

  /** `thread` is the thread that is tied or untied, or the mail that is dismissed. */
  commands: { id: string; at: number; entry: string | null; thread: string | null; record: string }
  catalogue_revisions: {
    seq: Generated<number>
    name: string
    at: number
    hash: string
    text: string
    reading: string
  }
  catalogue: { id: number; catalogue: string }
  commits: { repository: string; commit: string; entry: string; at: number; record: string }

  outbox: {
    id: string
    kind: string
    dedupe: string
    message_id: string
    list: string | null
    thread: string | null
    state: string
    reason: string | null
    created_at: number
    changed_at: number
    due_at: number
    left_at: number | null
    tries: number
    mail: string
    raw: Uint8Array
  }
  outbox_recipients: { outbox: string; address: string }
}

export type Db = Kysely<Tables>
