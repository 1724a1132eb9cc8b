// Real repositories, made with the git program: new commits since the last look, their mails, patch-ids and first tags.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commitLog } from '../../../src/adapters/git/commit-log.ts'
import type { LoggedCommit } from '../../../src/core/model/commit.ts'
import { messageId, type ThreadId } from '../../../src/core/model/ids.ts'
import { tieCommits } from '../../../src/core/standing/tie-commits.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { GitRepository } from '../../support/git-repository.ts'

const signal = new AbortController().signal
const root = temporaryFolder()

async function readAll(log: ReturnType<typeof commitLog>, cursor: string | null) {
  const commits: LoggedCommit[] = []
  const cursors: string[] = []
  for await (const batch of log.read(cursor, signal)) {
    commits.push(...batch.commits)
    cursors.push(batch.cursor)
  }
  return { commits, cursors, cursor: cursors.at(-1)! }
}

const logOf = (folder: string, more: Partial<Parameters<typeof commitLog>[0]> = {}) =>
  commitLog({ name: 'widgets', folder, branches: [], since: null, ...more })
const subjects = (commits: readonly LoggedCommit[]) => commits.map((commit) => commit.subject)

describe('reading on', () => {
  test('gives every commit once, oldest first, over looks and batches, without merges', async () => {
    const repository = new GitRepository(root, 'reading on')
    repository.commit('a', 'one')
    repository.commit('b', 'two')
    const first = await readAll(logOf(repository.folder), null)
    expect(subjects(first.commits)).toEqual(['one', 'two'])
    expect(first.commits[0]).toMatchObject({
      repository: 'widgets',
      at: Date.parse('2024-01-01T10:01:00Z'),
      author: { name: 'Ann Example', address: 'ann@example.org' },
    })
    repository.git('checkout', '-q', '-b', 'side')
    repository.commit('c', 'three')
    repository.git('checkout', '-q', 'main')
    repository.commit('d', 'four')
    repository.git('merge', '-q', '--no-ff', '-m', 'merge side', 'side')
    const second = await readAll(logOf(repository.folder), first.cursor)
    expect(subjects(second.commits).sort()).toEqual(['four', 'three'])
    expect((await readAll(logOf(repository.folder), second.cursor)).commits).toEqual([])
  })

  test('may stop after any batch: each cursor leads to exactly what is missing', async () => {
    const repository = new GitRepository(root, 'batches')
    repository.commit('base', 'base')
    repository.git('checkout', '-q', '-b', 'side')
    for (const name of ['s1', 's2', 's3']) repository.commit(name, name)
    repository.git('checkout', '-q', 'main')
    for (const name of ['m1', 'm2']) repository.commit(name, name)
    repository.git('merge', '-q', '--no-ff', '-m', 'merge side', 'side')
    const log = logOf(repository.folder, { batch: 1 })
    const all = await readAll(log, null)
    expect(all.commits).toHaveLength(6)
    for (const [index, cursor] of all.cursors.entries()) {
      const rest = await readAll(log, cursor)
      expect(subjects(rest.commits).sort()).toEqual(subjects(all.commits.slice(index + 1)).sort())
    }
  })

  test('survives a rewritten history and a cursor of nonsense', async () => {
    const repository = new GitRepository(root, 'rewritten')
    repository.commit('a', 'one')
    const { cursor } = await readAll(logOf(repository.folder), null)
    repository.git('commit', '-q', '--amend', '-m', 'one, again')
    expect(subjects((await readAll(logOf(repository.folder), cursor)).commits)).toEqual(['one, again'])
    const lost = `${'0'.repeat(40)} --output=x`
    expect(subjects((await readAll(logOf(repository.folder), lost)).commits)).toEqual(['one, again'])
  })

  test('reads a bare repository and several branches', async () => {
    const repository = new GitRepository(root, 'work')
    repository.commit('a', 'one')
    repository.git('checkout', '-q', '-b', 'next')
    repository.commit('b', 'two')
    repository.git('clone', '-q', '--bare', repository.folder, join(root, 'bare.git'))
    const log = logOf(join(root, 'bare.git'), { branches: ['main', 'next'] })
    expect(subjects((await readAll(log, null)).commits)).toEqual(['one', 'two'])
    expect(await log.check(signal)).toMatch(/^widgets: 2 branches, newest commit [0-9a-f]{12}$/)
  })

  test('leaves old commits out at the first look when told to', async () => {
    const repository = new GitRepository(root, 'since')
    repository.commit('a', 'one')
    const log = logOf(repository.folder, { since: '2025-01-01' })
    const first = await readAll(log, null)
    expect(first.commits).toEqual([])
    repository.commit('b', 'two')
    expect(subjects((await readAll(log, first.cursor)).commits)).toEqual(['two'])
  })
})

describe('hostile names', () => {
  test('of folders and branches are names, never options or commands', async () => {
    const repository = new GitRepository(root, '--output=pwned; touch pwned $(touch pwned)')
    repository.commit('a', 'one')
    expect(subjects((await readAll(logOf(repository.folder), null)).commits)).toEqual(['one'])
    await expect(readAll(logOf(repository.folder, { branches: ['--output=pwned'] }), null)).rejects.toThrow(
      'finding branch --output=pwned of widgets',
    )
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  test('a diff driver the repository configures is not run', async () => {
    const repository = new GitRepository(root, 'driver')
    repository.git('config', 'diff.external', `touch ${join(root, 'ran')}`)
    repository.commit('a', 'one')
    await readAll(logOf(repository.folder), null)
    expect(() => execFileSync('test', ['-e', join(root, 'ran')])).toThrow()
  })

  test('a folder that is no repository is a permanent failure in words', async () => {
    await expect(logOf(join(root, 'nowhere')).check(signal)).rejects.toMatchObject({ transient: false })
  })
})

describe('mails of commits', () => {
  test('are named by Message-ID trailers and by links that end in one', async () => {
    const repository = new GitRepository(root, 'trailers')
    repository.commit(
      'a',
      'one\n\nWhy.\n\nLink: https://archive.example.org/r/20240101.1-ann%40example.org\nSigned-off-by: Max <max@example.org>',
    )
    repository.commit(
      'b',
      'two\n\nMessage-Id: <20240101.2-ann@example.org>\nLink: https://tracker.example.org/issues/7',
    )
    const { commits } = await readAll(logOf(repository.folder), null)
    expect(commits.map((commit) => commit.messages)).toEqual([
      ['20240101.1-ann@example.org'],
      ['20240101.2-ann@example.org'],
    ])
    expect(commits.map((commit) => commit.patchId)).toEqual([null, null])
  })

  test('without trailer are found by patch-id, though the mail has another title and line ends', async () => {
    const repository = new GitRepository(root, 'patch-id')
    repository.commit('a', 'one')
    const hash = repository.commit('b', 'two')
    const mail = `${repository.git('format-patch', '--stdout', '-1', hash).replace('Subject: [PATCH] two', 'Subject: [PATCH v2] another title')}`
    const log = logOf(repository.folder)
    const ids = await log.patchIds(
      new Map([
        ['mail', mail.replace(/\n/g, '\r\n')],
        ['talk', 'no diff here'],
      ]),
      signal,
    )
    const { commits } = await readAll(log, null)
    expect([...ids.keys()]).toEqual(['mail'])
    expect(commits[1]!.patchId).toBe(ids.get('mail'))
    expect(commits[0]!.patchId).not.toBe(ids.get('mail'))
    const [fact, ...more] = tieCommits(
      commits,
      [
        {
          message: messageId('p@example.org'),
          thread: 't' as ThreadId,
          at: 0,
          author: { name: 'Eve', address: 'eve@example.org' },
          subject: '[PATCH v2] another title',
          patch: { version: 2, n: 1, m: 1, rfc: false },
          patchId: ids.get('mail')!,
        },
      ],
      new Map(),
    )
    expect(more).toEqual([])
    expect(fact).toMatchObject({ commit: hash, tie: 'patch-id', message: 'p@example.org', version: 2 })
  })
})

describe('the first tag', () => {
  test('that contains a commit is its release; candidates are none', async () => {
    const repository = new GitRepository(root, 'tags')
    const hash = repository.commit('a', 'one')
    repository.git('tag', 'v1.0-rc1')
    repository.commit('b', 'two')
    repository.git('tag', '-a', '-m', 'release', 'v1.0')
    repository.commit('c', 'three')
    repository.git('tag', 'v1.1')
    const later = repository.commit('d', 'four')
    const tags = await logOf(repository.folder).firstTags([hash, later, '--all'], signal)
    expect([...tags]).toEqual([[hash, { tag: 'v1.0', at: Date.parse('2024-01-01T10:02:00Z') }]])
  })
})
