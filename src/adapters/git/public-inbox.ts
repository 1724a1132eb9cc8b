// A public-inbox v2 archive as a source of mail: one commit a mail, epoch after epoch, resumable at any commit.
// History that was rewritten (a mail purged by the archive's owner) is read again from the epoch's start; the store knows what it has.
import { setTimeout as sleep } from 'node:timers/promises'
import { MINUTE, SECOND } from '../../core/model/time.ts'
import { Failure } from '../../ports/failure.ts'
import type { Log } from '../../ports/log.ts'
import type { MailSource, SourcedMail } from '../../ports/mail-source.ts'
import { catMails } from './cat-mails.ts'
import { type Epoch, epochsOf } from './public-inbox-epochs.ts'
import { runGit } from './run-git.ts'

export interface PublicInboxOptions {
  /** The source's name; the path unless given. */
  readonly name?: string | undefined
  /** Runs `git fetch` in the newest epoch before each look; else whoever cloned it keeps it fresh. */
  readonly fetch?: boolean | undefined
  /** Time between two looks of `watch` that fetch; ten minutes unless given. Without fetching it looks twice a minute at least. */
  readonly sweepMs?: number | undefined
  readonly log?: Log | undefined
}

/** Mails are read with one git process for this many commits. */
const GROUP = 2000
const MAIL_MAX = 32 * 1024 * 1024

/** A source over the archive at `path`: a v2 folder, its `all.git`, or a single epoch. */
export function openPublicInbox(path: string, options: PublicInboxOptions = {}): MailSource {
  const name = options.name ?? path
  return {
    name,
    read: (cursor, signal) => readEpochs(path, name, cursor, signal),
    watch: (ring, signal) => watchEpochs(path, name, options, ring, signal),
    async check(signal) {
      const epochs = await epochsOf(path)
      const newest = epochs.at(-1) as Epoch
      const count = (await runGit(gitRun(newest, ['rev-list', '--count', 'HEAD', '--'], signal))).trim()
      return `public-inbox with ${epochs.length} epoch${epochs.length === 1 ? '' : 's'}, ${newest.name} holds ${count} commits`
    },
  }
}

async function* readEpochs(
  path: string,
  name: string,
  cursor: string | null,
  signal: AbortSignal,
): AsyncGenerator<SourcedMail> {
  const [, at, commit] = /^(\d+) ([0-9a-f]{40,64})$/.exec(cursor ?? '') ?? []
  try {
    for (const epoch of await epochsOf(path)) {
      if (at !== undefined && epoch.number < Number(at)) continue
      const after = commit !== undefined && epoch.number === Number(at) ? commit : null
      yield* readEpoch(epoch, name, after, signal)
      if (signal.aborted) return
    }
  } catch (failure) {
    if (!signal.aborted) throw failure
  }
}

async function* readEpoch(
  epoch: Epoch,
  name: string,
  after: string | null,
  signal: AbortSignal,
): AsyncGenerator<SourcedMail> {
  const commits = await commitsAfter(epoch, after, signal)
  const times = new Map(commits)
  let done = 0
  for (let at = 0; at < commits.length; at += GROUP) {
    const group = commits.slice(at, at + GROUP).map(([commit]) => commit)
    for await (const { commit, raw, cut } of catMails(epoch.folder, group, MAIL_MAX, signal)) {
      if (signal.aborted) return
      done++
      yield {
        raw,
        place: { source: name, mailbox: epoch.name, validity: epoch.number, key: commit },
        receivedAt: times.get(commit) ?? null,
        cursor: `${epoch.number} ${commit}`,
        progress: { done, total: commits.length },
        cut,
      }
    }
  }
  if (after === null && commits.length > 0 && done === 0) {
    throw new Failure(
      `reading ${epoch.folder}`,
      false,
      'its commits hold no mail (no file "m"); a public-inbox v2 repository is needed',
    )
  }
}

/** Commits after `after` (all when it is gone from the history), oldest first, each with its committer time. */
async function commitsAfter(
  epoch: Epoch,
  after: string | null,
  signal: AbortSignal,
): Promise<[commit: string, at: number][]> {
  const since = after !== null && (await isAncestor(epoch, after, signal)) ? [`^${after}`] : []
  if (!(await hasCommits(epoch, signal))) return []
  const args = ['log', '--reverse', '--format=%H %ct', 'HEAD', ...since, '--']
  const lines = (await runGit(gitRun(epoch, args, signal))).split('\n')
  return lines.flatMap((line) => {
    const [commit, seconds] = line.split(' ')
    return commit ? [[commit, Number(seconds) * SECOND] as [string, number]] : []
  })
}

/** True when reading may go on behind the commit: it is there, and the newest commit descends from it. */
async function isAncestor(epoch: Epoch, commit: string, signal: AbortSignal): Promise<boolean> {
  const args = ['merge-base', '--is-ancestor', commit, 'HEAD']
  return runGit(gitRun(epoch, args, signal)).then(
    () => true,
    (failure) => {
      if (signal.aborted) throw failure
      return false
    },
  )
}

/** False for an epoch that was just made and holds nothing yet. */
async function hasCommits(epoch: Epoch, signal: AbortSignal): Promise<boolean> {
  const head = await runGit(gitRun(epoch, ['rev-parse', '--revs-only', 'HEAD'], signal))
  return /^[0-9a-f]{40,64}$/.test(head.trim())
}

async function watchEpochs(
  path: string,
  name: string,
  options: PublicInboxOptions,
  ring: () => void,
  signal: AbortSignal,
): Promise<void> {
  const { fetch = false, sweepMs = 10 * MINUTE, log } = options
  const pause = fetch ? sweepMs : Math.min(sweepMs, MINUTE / 2)
  let told = ''
  let seen = ''
  while (!signal.aborted) {
    try {
      const epochs = await epochsOf(path)
      const newest = epochs.at(-1) as Epoch
      if (fetch) await runGit(gitRun(newest, FETCH, signal))
      const head = await runGit(gitRun(newest, ['rev-parse', '--revs-only', 'HEAD'], signal))
      if (`${newest.number} ${head}` !== seen) ring()
      seen = `${newest.number} ${head}`
      told = ''
    } catch (failure) {
      const { message } = failure as Failure
      if (!signal.aborted && message !== told) log?.warn({ source: name }, message)
      told = message
    }
    await sleep(pause, undefined, { signal }).catch(() => {})
  }
}

/** A clone may lack a refspec of its own (`git clone --bare`), so it is given. */
const FETCH = ['fetch', '--quiet', '--no-tags', 'origin', '+refs/heads/*:refs/heads/*']

function gitRun(epoch: Epoch, args: readonly string[], signal: AbortSignal) {
  return { folder: epoch.folder, args, doing: `reading public-inbox epoch ${epoch.folder}`, signal }
}
