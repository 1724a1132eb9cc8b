// New commits of one watched repository (bare or clone), read with the git program since the last look.
// The cursor is the set of commits whose ancestors are all read, so a look may end after any batch and go on from there.
import type { LoggedCommit } from '../../core/model/commit.ts'
import { messageId } from '../../core/model/ids.ts'
import { type Instant, isoDay } from '../../core/model/time.ts'
import type { CommitBatch, CommitLog } from '../../ports/commit-log.ts'
import { Failure } from '../../ports/failure.ts'
import { firstTags } from './first-tags.ts'
import { patchIdsOfCommits, patchIdsOfMails } from './patch-ids.ts'
import { runGit, streamGit } from './run-git.ts'

export interface CommitLogOptions {
  readonly name: string
  readonly folder: string
  /** Branches to watch; empty for the one HEAD points to. */
  readonly branches: readonly string[]
  /** Commits from before this day (`2024-01-01`) are not read at the first look; null for all. */
  readonly since: string | null
  /** Commits a batch, 500 unless told. */
  readonly batch?: number
}

/** Fields of one record, NUL-separated; records end with the ASCII record separator. */
const FORMAT = [
  '%H',
  '%P',
  '%ct',
  '%aN',
  '%aE',
  '%s',
  '%(trailers:key=Message-ID,key=Link,valueonly=true,unfold=true,separator=%x20)',
].join('%x00')

/** A reader of the repository's log. */
export function commitLog(options: CommitLogOptions): CommitLog {
  const { name, folder } = options
  return {
    name,
    read: (cursor, signal, since) => readCommits(laterOf(options, since), cursor, signal),
    firstTags: (commits, signal) =>
      firstTags(folder, commits.filter(isHash), `finding tags of ${name}`, signal),
    patchIds: (texts, signal) => patchIdsOfMails(texts, signal),
    check: async (signal) => {
      const tips = await tipsOf(options, signal)
      return `${name}: ${tips.length} branch${tips.length === 1 ? '' : 'es'}, newest commit ${tips[0]?.slice(0, 12)}`
    },
  }
}

/** The options with the later of both days; an instant counts from its day on. */
function laterOf(options: CommitLogOptions, since: Instant | undefined): CommitLogOptions {
  if (since === undefined || since <= 0) return options
  const day = isoDay(since)
  return options.since !== null && options.since > day ? options : { ...options, since: day }
}

async function* readCommits(
  options: CommitLogOptions,
  cursor: string | null,
  signal: AbortSignal,
): AsyncIterable<CommitBatch> {
  const { name, folder, since, batch = 500 } = options
  const doing = `reading commits of ${name}`
  const tips = await tipsOf(options, signal)
  const known = await existing(folder, (cursor ?? '').split(' ').filter(isHash), doing, signal)
  const limit = since !== null && known.length === 0 ? [`--since=${since}`] : []
  const args = ['log', '--topo-order', '--reverse', `--format=${FORMAT}%x1e`, ...limit, '--end-of-options']
  const range = [...tips, ...known.map((hash) => `^${hash}`), '--']
  const frontier = new Set(known)
  let commits: LoggedCommit[] = []
  const finish = async (): Promise<CommitBatch> => {
    // Nothing read at all, by date or for want of news: all there is counts as seen.
    const seen = frontier.size > 0 ? [...frontier] : tips
    const done = { commits: await withPatchIds(folder, commits, doing, signal), cursor: seen.join(' ') }
    commits = []
    return done
  }
  for await (const record of records(streamGit({ folder, args: [...args, ...range], doing, signal }))) {
    const { commit, parents } = readRecord(name, record)
    for (const parent of parents) frontier.delete(parent)
    frontier.add(commit.commit)
    if (parents.length > 1) continue
    commits.push(commit)
    if (commits.length >= batch) yield await finish()
  }
  yield await finish()
}

function readRecord(repository: string, record: string): { commit: LoggedCommit; parents: string[] } {
  const [hash = '', parents = '', time = '', name = '', address = '', subject = '', trailers = ''] =
    record.split('\0')
  const commit: LoggedCommit = {
    repository,
    commit: hash,
    at: Number(time) * 1000,
    author: { name, address: address.toLowerCase() },
    subject,
    messages: messageIdsIn(trailers),
    patchId: null,
  }
  return { commit, parents: parents.split(' ').filter(isHash) }
}

async function* records(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let rest = ''
  for await (const piece of pieces) {
    const parts = (rest + piece).split('\x1e')
    rest = parts.pop() ?? ''
    for (const part of parts) yield part.replace(/^\n/, '')
  }
}

/** Branch names are resolved first, as names only: from then on git is given nothing but hashes. */
async function tipsOf(options: CommitLogOptions, signal: AbortSignal): Promise<string[]> {
  const { name, folder, branches } = options
  const tips: string[] = []
  for (const branch of branches.length > 0 ? branches : ['HEAD']) {
    const doing = `finding branch ${branch} of ${name}`
    const args = ['rev-parse', '--verify', '--end-of-options', `${branch}^{commit}`]
    // Some versions print the option back before the hash.
    const hash = (await runGit({ folder, args, doing, signal })).split('\n').findLast(isHash)
    if (!hash) throw new Failure(doing, false, new Error('no such branch'))
    tips.push(hash)
  }
  return tips
}

/** The commits the repository still has: a rewritten history may have lost some. */
async function existing(
  folder: string,
  hashes: readonly string[],
  doing: string,
  signal: AbortSignal,
): Promise<string[]> {
  if (hashes.length === 0) return []
  const input = `${hashes.join('\n')}\n`
  const lines = await runGit({ folder, args: ['cat-file', '--batch-check'], doing, signal, input })
  return lines.split('\n').flatMap((line) => {
    const [hash = '', kind] = line.split(' ')
    return kind === 'commit' ? [hash] : []
  })
}

/** Patch-ids only of commits that name no mail: the others are tied already, and diffs are dear. */
async function withPatchIds(
  folder: string,
  commits: readonly LoggedCommit[],
  doing: string,
  signal: AbortSignal,
): Promise<LoggedCommit[]> {
  const nameless = commits.filter((commit) => commit.messages.length === 0).map((commit) => commit.commit)
  const ids = await patchIdsOfCommits(folder, nameless, doing, signal)
  return commits.map((commit) => ({ ...commit, patchId: ids.get(commit.commit) ?? null }))
}

/** Message-IDs among trailer values: `<id>`, or a link whose last part is one (RFC 5322 §3.6.4: they hold an `@`). */
function messageIdsIn(trailers: string): LoggedCommit['messages'] {
  const ids = new Set<string>()
  for (const word of trailers.split(/\s+/)) {
    if (word === '' || word.length > 1000) continue
    const last = /^https?:\/\//i.test(word) ? word.replace(/\/$/, '').split('/').at(-1) : word
    const id = decoded(last ?? '').replace(/^<|>$/g, '')
    if (id.includes('@') && !id.startsWith('@')) ids.add(id)
  }
  return [...ids].map(messageId)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text)
}
