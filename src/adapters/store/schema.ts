// The schema in numbered steps of plain SQL. A released step is never changed: what follows is added at its end.
// Only what SQLite and PostgreSQL both understand stands here; the few types that differ are in `ColumnTypes`.

/** How the database at hand spells the types that differ. Text must sort by bytes, integers hold 64 bits. */
export interface ColumnTypes {
  readonly text: string
  readonly integer: string
  readonly blob: string
  /** Primary key that the database counts up by itself. */
  readonly counter: string
  /** An expression for the text at a path in a column that holds JSON; SQL's null where there is none. */
  readonly jsonText: (column: string, path: readonly string[]) => string
}

type Step = (types: ColumnTypes) => readonly string[]

const first: Step = ({ text, integer, blob, counter }) => [
  `create table meta (key ${text} not null primary key, value ${text} not null)`,
  `create table cursors (source ${text} not null primary key, cursor ${text} not null)`,
  `create table tasks (seq ${counter}, kind ${text} not null, key ${text} not null, turn ${integer} not null,
     unique (kind, key))`,
  `create table dropped (reason ${text} not null primary key, count ${integer} not null)`,
  `create table long_ids (key ${text} not null primary key, id ${text} not null)`,

  `create table raws (hash ${text} not null primary key, size ${integer} not null, packed ${blob} not null)`,
  `create table sightings (id ${text} not null primary key, source ${text} not null, mailbox ${text} not null,
     validity ${integer} not null, key ${text} not null, hash ${text} not null, list ${text},
     received_at ${integer}, kept ${integer} not null)`,
  'create index sightings_hash on sightings (hash)',
  `create table pending (id ${text} not null primary key references sightings (id),
     hash ${text} not null references raws (hash), stored_at ${integer} not null, tries ${integer} not null,
     live ${integer} not null, quarantined_at ${integer}, reason ${text})`,
  'create index pending_hash on pending (hash)',

  `create table messages (id ${text} not null primary key, at ${integer} not null, hash ${text} not null,
     rules ${text} not null, node ${text} not null, copies ${text} not null, reading ${text} not null)`,
  'create index messages_at on messages (at, id)',
  `create table message_references (message ${text} not null, ancestor ${text} not null,
     primary key (message, ancestor))`,
  'create index message_references_ancestor on message_references (ancestor, message)',
  `create table message_series (message ${text} not null, series ${text} not null, primary key (message, series))`,
  'create index message_series_series on message_series (series, message)',

  `create table places (message ${text} not null primary key, thread ${text} not null, parent ${text})`,
  'create index places_thread on places (thread, message)',
  `create table links (thread ${text} not null primary key, entry ${text}, triage ${integer} not null,
     rules ${text} not null, link ${text} not null)`,
  'create index links_entry on links (entry, thread)',
  'create index links_triage on links (triage, thread)',
  `create table link_signals (thread ${text} not null references links (thread) on delete cascade,
     entry ${text} not null, primary key (thread, entry))`,
  'create index link_signals_entry on link_signals (entry, thread)',
  `create table standings (entry ${text} not null primary key, status ${text} not null,
     standing ${text} not null)`,

  `create table commands (id ${text} not null primary key, at ${integer} not null, record ${text} not null)`,
  `create table catalogue_revisions (seq ${counter}, name ${text} not null, at ${integer} not null,
     hash ${text} not null, text ${text} not null, reading ${text} not null, unique (name, at, hash))`,
  `create table catalogue (id ${integer} not null primary key, catalogue ${text} not null)`,
  `create table commits (repository ${text} not null, "commit" ${text} not null, entry ${text} not null,
     at ${integer} not null, record ${text} not null, primary key (repository, "commit", entry))`,

  `create table outbox (id ${text} not null primary key, kind ${text} not null, dedupe ${text} not null unique,
     message_id ${text} not null, list ${text}, thread ${text}, state ${text} not null, reason ${text},
     created_at ${integer} not null, changed_at ${integer} not null, due_at ${integer} not null,
     left_at ${integer}, tries ${integer} not null, mail ${text} not null, raw ${blob} not null)`,
  'create index outbox_state on outbox (state, due_at)',
  'create index outbox_message_id on outbox (message_id)',
  'create index outbox_left_at on outbox (left_at)',
  `create table outbox_recipients (outbox ${text} not null references outbox (id), address ${text} not null,
     primary key (outbox, address))`,
  'create index outbox_recipients_address on outbox_recipients (address, outbox)',
]

/** Facts of one entry are found without reading those of all. */
const factsByEntry: Step = ({ text, jsonText }) => [
  `alter table commands add column entry ${text}`,
  `alter table commands add column thread ${text}`,
  `update commands set thread =
       coalesce(${jsonText('record', ['action', 'thread'])}, ${jsonText('record', ['action', 'message'])}),
     entry = coalesce(${jsonText('record', ['action', 'entry'])}, ${jsonText('record', ['action', 'from'])})`,
  'create index commands_entry on commands (entry)',
  'create index commands_thread on commands (thread)',
  'create index commits_entry on commits (entry)',
]

/** Raw mails lie in packs of several; each of before is the only one in its pack. */
const packs: Step = ({ text, integer, blob }) => [
  `create table packs (id ${text} not null primary key, packed ${blob} not null)`,
  'insert into packs (id, packed) select hash, packed from raws',
  `alter table raws add column pack ${text} not null default ''`,
  `alter table raws add column start ${integer} not null default 0`,
  'update raws set pack = hash',
  'alter table raws drop column packed',
  'create index raws_pack on raws (pack)',
]

/** Step n makes version n + 1 of version n. */
export const SCHEMA_STEPS: readonly Step[] = [first, factsByEntry, packs]
