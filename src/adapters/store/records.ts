// Facts beside mail (commands, catalogue revisions, commits), the merged catalogue, and standings.
import type { CommandRecord } from '../../core/model/command-record.ts'
import type { Catalogue } from '../../core/model/entry.ts'
import type { CommitFact } from '../../core/model/fact.ts'
import type { EntryId, MessageId, ThreadId } from '../../core/model/ids.ts'
import type { Standing } from '../../core/model/standing.ts'
import type { CatalogueRevision } from '../../ports/store.ts'
import { insertRows } from './insert-rows.ts'
import { shortKey } from './short-key.ts'
import type { Db, Tables } from './tables.ts'

const PAGE = 200

/** A command whose id is stored already stays as it was. */
export async function saveCommand(db: Db, command: CommandRecord): Promise<void> {
  const { action } = command
  const entry = action.verb === 'unlink' ? (action.from ?? null) : action.entry
  const mail = action.verb === 'link' || action.verb === 'unlink' ? action.thread : action.message
  const thread = mail === undefined ? null : shortKey(mail)
  const row = { id: shortKey(command.id), at: command.at, entry, thread, record: JSON.stringify(command) }
  await insertRows(db, 'commands', [row], 'keep')
}

/** In order of (time, id). */
export async function loadCommands(db: Db): Promise<CommandRecord[]> {
  const rows = await db.selectFrom('commands').select('record').orderBy('at').orderBy('id').execute()
  return rows.map((row) => JSON.parse(row.record) as CommandRecord)
}

/** In order of (time, id): what is about the entry, and what is about the same threads and mails, be they given or named there. */
export async function loadCommandsAbout(
  db: Db,
  entry: EntryId,
  mails: readonly MessageId[],
): Promise<CommandRecord[]> {
  const rows = await db.selectFrom('commands').selectAll().where('entry', '=', entry).execute()
  const named = new Set([...mails.map(shortKey), ...rows.flatMap((row) => row.thread ?? [])])
  return ordered([...rows, ...(await loadAboutMails(db, [...named]))])
}

/** In order of (time, id). */
export async function loadCommandsOfThreads(db: Db, threads: readonly ThreadId[]): Promise<CommandRecord[]> {
  const commands = ordered(await loadAboutMails(db, threads.map(shortKey)))
  return commands.filter(({ action }) => action.verb === 'link' || action.verb === 'unlink')
}

async function loadAboutMails(db: Db, keys: readonly string[]): Promise<Tables['commands'][]> {
  const rows: Tables['commands'][] = []
  for (let start = 0; start < keys.length; start += PAGE) {
    const some = keys.slice(start, start + PAGE)
    rows.push(...(await db.selectFrom('commands').selectAll().where('thread', 'in', some).execute()))
  }
  return rows
}

function ordered(rows: readonly Tables['commands'][]): CommandRecord[] {
  const unique = new Map(rows.map((row) => [row.id, row]))
  return [...unique.values()]
    .sort((a, b) => a.at - b.at || Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)))
    .map((row) => JSON.parse(row.record) as CommandRecord)
}

/** False, and nothing kept, when the newest revision of that name, or one of the same time, has the same hash. */
export async function saveCatalogueRevision(db: Db, revision: CatalogueRevision): Promise<boolean> {
  const name = shortKey(revision.name)
  const newest = await db
    .selectFrom('catalogue_revisions')
    .select('hash')
    .where('name', '=', name)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest?.hash === revision.hash) return false
  const { at, hash, text } = revision
  const { name: full, reading } = revision
  const row = { name, at, hash, text, reading: JSON.stringify({ name: full, reading }) }
  return (await insertRows(db, 'catalogue_revisions', [row], 'keep')) > 0
}

/** In order of (time, name), of one time and name as they came. */
export async function loadCatalogueRevisions(db: Db): Promise<CatalogueRevision[]> {
  const rows = await db
    .selectFrom('catalogue_revisions')
    .selectAll()
    .orderBy('at')
    .orderBy('name')
    .orderBy('seq')
    .execute()
  return rows.map((row) => {
    const { name, reading } = JSON.parse(row.reading) as Pick<CatalogueRevision, 'name' | 'reading'>
    return { name, at: row.at, hash: row.hash, text: row.text, reading }
  })
}

export async function saveCatalogue(db: Db, catalogue: Catalogue): Promise<void> {
  const row = { id: 1, catalogue: JSON.stringify(catalogue) }
  await insertRows(db, 'catalogue', [row], { key: ['id'], replace: ['catalogue'] })
}

/** Without entries as long as none was saved. */
export async function loadCatalogue(db: Db): Promise<Catalogue> {
  const row = await db.selectFrom('catalogue').select('catalogue').executeTakeFirst()
  return row ? (JSON.parse(row.catalogue) as Catalogue) : { entries: [] }
}

export type EntryCommit = CommitFact & { readonly entry: EntryId }

/** A commit seen again for the same entry takes the place of what was known of it (it may have got its release). */
export async function saveCommits(db: Db, commits: readonly EntryCommit[]): Promise<void> {
  for (const commit of commits) {
    const { entry, at } = commit
    const row = {
      repository: shortKey(commit.repository),
      commit: commit.commit,
      entry,
      at,
      record: JSON.stringify(commit),
    }
    const key = ['repository', 'commit', 'entry'] as const
    await insertRows(db, 'commits', [row], { key, replace: ['at', 'record'] })
  }
}

/** In order of (time, repository, commit, entry). */
export async function loadCommits(db: Db): Promise<EntryCommit[]> {
  const rows = await db
    .selectFrom('commits')
    .select('record')
    .orderBy('at')
    .orderBy('repository')
    .orderBy('commit')
    .orderBy('entry')
    .execute()
  return rows.map((row) => JSON.parse(row.record) as EntryCommit)
}

/** In order of (time, repository, commit). */
export async function loadCommitsOf(db: Db, entry: EntryId): Promise<EntryCommit[]> {
  const rows = await db
    .selectFrom('commits')
    .select('record')
    .where('entry', '=', entry)
    .orderBy('at')
    .orderBy('repository')
    .orderBy('commit')
    .execute()
  return rows.map((row) => JSON.parse(row.record) as EntryCommit)
}

export async function saveStanding(db: Db, standing: Standing): Promise<void> {
  const row = { entry: standing.entry, status: standing.status, standing: JSON.stringify(standing) }
  await insertRows(db, 'standings', [row], { key: ['entry'], replace: ['status', 'standing'] })
}

export async function removeStanding(db: Db, entry: EntryId): Promise<void> {
  await db.deleteFrom('standings').where('entry', '=', entry).execute()
}

export async function loadStanding(db: Db, entry: EntryId): Promise<Standing | null> {
  const row = await db
    .selectFrom('standings')
    .select('standing')
    .where('entry', '=', entry)
    .executeTakeFirst()
  return row ? (JSON.parse(row.standing) as Standing) : null
}

/** In order of entry, a page at a time. */
export async function* loadStandings(db: Db): AsyncGenerator<Standing> {
  let last = ''
  for (;;) {
    const query = db.selectFrom('standings').select(['entry', 'standing']).orderBy('entry').limit(PAGE)
    const rows = await query.where('entry', '>', last).execute()
    for (const row of rows) yield JSON.parse(row.standing) as Standing
    if (rows.length < PAGE) return
    last = rows.at(-1)!.entry
  }
}
