// One look into a watched repository: new commits are tied to the patches of linked threads and kept as facts of their
// entries, releases that have appeared meanwhile are noted, and the entries stand anew. Interrupted, it goes on where it was.
import type { CommitTag, LoggedCommit } from '../core/model/commit.ts'
import type { CommitFact } from '../core/model/fact.ts'
import type { EntryId, MessageId } from '../core/model/ids.ts'
import { DAY } from '../core/model/time.ts'
import { type PatchMail, tieCommits } from '../core/standing/tie-commits.ts'
import type { CommitBatch, CommitLog } from '../ports/commit-log.ts'
import type { Log } from '../ports/log.ts'
import type { MailDecoder } from '../ports/mail-decoder.ts'
import type { Store, StoreReads, Task } from '../ports/store.ts'
import { markReadAgain, readAgainFrom } from './tied-patches.ts'

export interface ReadCommitsDeps {
  readonly store: Store
  readonly decoder: MailDecoder
  readonly log: Log
}

type EntryCommit = CommitFact & { readonly entry: EntryId }

const NO_TAGS: ReadonlyMap<string, CommitTag> = new Map()

/**
 * Reads what is new since the last look, and again what may belong to patches that were tied to an entry since; resolves with
 * the `stand` tasks it stored, for the doorbell. Rejects with Failure.
 */
export async function readCommits(
  log: CommitLog,
  deps: ReadCommitsDeps,
  signal: AbortSignal,
): Promise<readonly Task[]> {
  const { store } = deps
  const name = `commits ${log.name}`
  const tasks = new Map<string, Task>()
  const keep = async (facts: readonly EntryCommit[], cursor: string | null): Promise<void> => {
    const own = [...new Set(facts.map((fact) => fact.entry))].map((key): Task => ({ kind: 'stand', key }))
    for (const task of own) tasks.set(task.key, task)
    await store.write(async (tx) => {
      await tx.addCommits(facts)
      await tx.addTasks(own)
      if (cursor !== null) await tx.setCursor(name, cursor)
    })
  }
  await keep(await newReleases(log, store, signal), null)
  let patches: Patches | null = null
  const read = async (batches: AsyncIterable<CommitBatch>, isNew: boolean): Promise<void> => {
    for await (const batch of batches) {
      patches ??= batch.commits.length > 0 ? await loadPatches(store) : null
      const facts = patches ? await tie(batch.commits, patches, log, deps, signal) : []
      await keep(facts, isNew ? batch.cursor : null)
    }
  }
  const { from, upTo } = await readAgainFrom(store, log.name)
  const cursor = await store.cursor(name)
  await read(log.read(cursor, signal), true)
  if (from !== null) {
    // A day earlier: clocks of mails and commits differ.
    if (cursor !== null) await read(log.read(null, signal, from - DAY), false)
    await store.write((tx) => markReadAgain(tx, log.name, upTo))
  }
  deps.log.info({ repository: log.name, entries: tasks.size }, 'commits read')
  return [...tasks.values()]
}

/** Patches of threads that speak of an entry, and which entries each belongs to. */
interface Patches {
  mails: readonly PatchMail[]
  readonly entries: ReadonlyMap<MessageId, ReadonlySet<EntryId>>
  readonly hashes: ReadonlyMap<MessageId, string>
  hasPatchIds: boolean
}

async function loadPatches(reads: StoreReads): Promise<Patches> {
  const mails: PatchMail[] = []
  const entries = new Map<MessageId, Set<EntryId>>()
  const hashes = new Map<MessageId, string>()
  for await (const { link } of reads.links()) {
    const signals = link.signals.filter((signal) => signal.entry !== null)
    if (link.entry === null && signals.length === 0) continue
    for (const stored of await reads.messages(await reads.threadMembers(link.thread))) {
      const { message } = stored.reading
      const own = signals.flatMap((signal) =>
        signal.message === stored.id && signal.entry ? [signal.entry] : [],
      )
      const meant = new Set(link.entry ? [link.entry, ...own] : own)
      if (message.patch === null || meant.size === 0) continue
      const { at, author, subject, patch } = message
      mails.push({ message: stored.id, thread: link.thread, at, author, subject, patch, patchId: null })
      entries.set(stored.id, meant)
      hashes.set(stored.id, stored.hash)
    }
  }
  return { mails, entries, hashes, hasPatchIds: false }
}

async function tie(
  commits: readonly LoggedCommit[],
  patches: Patches,
  log: CommitLog,
  deps: ReadCommitsDeps,
  signal: AbortSignal,
): Promise<EntryCommit[]> {
  let facts = tieCommits(commits, patches.mails, NO_TAGS)
  const tied = new Set(facts.map((fact) => fact.commit))
  // Diffs of mails are dear: they are read once a look, and only when a commit is left that nothing else tells of.
  if (commits.some((commit) => commit.patchId !== null && !tied.has(commit.commit))) {
    await addPatchIds(patches, log, deps, signal)
  }
  if (patches.hasPatchIds) facts = tieCommits(commits, patches.mails, NO_TAGS)
  const hashes = facts.map((fact) => fact.commit)
  const tags = await log.firstTags(hashes, signal)
  return facts.flatMap((fact) =>
    [...(fact.message === null ? [] : (patches.entries.get(fact.message) ?? []))].map((entry) => ({
      ...fact,
      ...released(tags.get(fact.commit)),
      entry,
    })),
  )
}

async function addPatchIds(
  patches: Patches,
  log: CommitLog,
  deps: ReadCommitsDeps,
  signal: AbortSignal,
): Promise<void> {
  if (patches.hasPatchIds) return
  const texts = new Map<string, string>()
  for (const [id, hash] of patches.hashes) {
    const raw = await deps.store.raw(hash)
    const decoded = raw ? await deps.decoder.decode(raw) : null
    if (!decoded?.ok) continue
    const { text, attachments } = decoded.mail
    texts.set(id, [text ?? '', ...attachments.map((part) => part.text ?? '')].join('\n'))
  }
  const ids = await log.patchIds(texts, signal)
  patches.mails = patches.mails.map((mail) => ({ ...mail, patchId: ids.get(mail.message) ?? null }))
  patches.hasPatchIds = true
}

/** Commits kept earlier whose first release has come since. */
async function newReleases(log: CommitLog, reads: StoreReads, signal: AbortSignal): Promise<EntryCommit[]> {
  const unreleased = (await reads.commits()).filter(
    (fact) => fact.repository === log.name && fact.release === null,
  )
  const tags = await log.firstTags([...new Set(unreleased.map((fact) => fact.commit))], signal)
  return unreleased.flatMap((fact) => {
    const tag = tags.get(fact.commit)
    return tag ? [{ ...fact, ...released(tag) }] : []
  })
}

function released(tag: CommitTag | undefined): Pick<CommitFact, 'release' | 'releasedAt'> {
  return { release: tag?.tag ?? null, releasedAt: tag?.at ?? null }
}
