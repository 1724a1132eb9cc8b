// The first release that contains a commit: the oldest tag, candidates left out.
import type { CommitTag } from '../../core/model/commit.ts'
import { runGit } from './run-git.ts'

/** Tags that are no release: v4.19-rc1, 2.0-beta2. */
const CANDIDATE = /(?:rc|alpha|beta|pre)[-._]?\d*$/i

/** First tag of each commit (full hashes) that has one. */
export async function firstTags(
  folder: string,
  commits: readonly string[],
  doing: string,
  signal: AbortSignal,
): Promise<Map<string, CommitTag>> {
  const found = new Map<string, CommitTag>()
  const format = '--format=%(refname:strip=2)%00%(creatordate:unix)'
  for (const commit of commits) {
    const args = ['for-each-ref', `--contains=${commit}`, '--sort=creatordate', format, 'refs/tags']
    for (const line of (await runGit({ folder, args, doing, signal })).split('\n')) {
      const [tag = '', time = ''] = line.split('\0')
      if (tag === '' || CANDIDATE.test(tag)) continue
      found.set(commit, { tag, at: Number(time) * 1000 })
      break
    }
  }
  return found
}
