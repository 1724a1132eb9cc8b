// Reality, the whole way: mails come in as from a list, a real repository gets their patches, and the standing says what got
// in, in which release, and what does not fit, with mail and commit side by side.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitLog } from '../../src/adapters/git/commit-log.ts'
import { createMailDecoder } from '../../src/adapters/mime/mail-decoder.ts'
import { catalogueIndex } from '../../src/app/index-cache.ts'
import { readCommits } from '../../src/app/read-commits.ts'
import { settleLink } from '../../src/app/settle-link.ts'
import { type EntryId, entryId, messageId } from '../../src/core/model/ids.ts'
import type { Standing } from '../../src/core/model/standing.ts'
import { DAY } from '../../src/core/model/time.ts'
import { collectLog } from '../support/collect-log.ts'
import { temporaryFolder } from '../support/folder.ts'
import { GitRepository } from '../support/git-repository.ts'
import { type Books, NOW, openBooks, settings } from './books.ts'

const ENTRY = entryId('numa-aware-scheduler')
const TITLE = 'NUMA aware scheduler'

interface Draft {
  readonly id: string
  readonly day: string
  readonly from: string
  readonly subject: string
  readonly body: string
  readonly answers?: string
}

function raw({ id, day, from, subject, body, answers }: Draft): Uint8Array {
  const head = [
    `From: ${from}`,
    'To: skiff-devel@lists.example.org',
    'List-Id: <skiff-devel.lists.example.org>',
    `Date: ${day} Dec 2023 10:00:00 +0000`,
    `Subject: ${subject}`,
    `Message-ID: <${id}>`,
    ...(answers ? [`In-Reply-To: <${answers}>`, `References: <${answers}>`] : []),
  ]
  return new TextEncoder().encode(`${head.join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n`)
}

const ANN = 'Ann Example <ann@example.org>'
const BOB = 'Bob Builder <bob@example.org>'
const claim: Draft = {
  id: 'claim@example.org',
  day: '1',
  from: BOB,
  subject: TITLE,
  body: `Hello,\n\nI have started working on the ${TITLE} project.\n\nBob`,
}
const cover: Draft = {
  id: 'p0@example.org',
  day: '10',
  from: ANN,
  subject: `[PATCH 0/2] ${TITLE}`,
  body: `This series implements the ${TITLE} project.\n\nAnn`,
}
const diff = (file: string): string =>
  `---\n ${file} | 2 ++\n\ndiff --git a/${file} b/${file}\nnew file mode 100644\n--- /dev/null\n+++ b/${file}\n@@ -0,0 +1,2 @@\n+something\n+and more\n-- \n2.40\n`
const patch = (n: number, subject: string): Draft => ({
  id: `p${n}@example.org`,
  day: '10',
  from: ANN,
  subject: `[PATCH ${n}/2] ${subject}`,
  body: `For the ${TITLE}.\n\nSigned-off-by: ${ANN}\n${diff(`file${n}`)}`,
  answers: 'p0@example.org',
})

describe('a series that is in', () => {
  const root = temporaryFolder()
  let books: Books
  let repository: GitRepository
  let count = 0

  beforeEach(async () => {
    books = await openBooks()
    repository = new GitRepository(root, `repository-${++count}`)
  })
  afterEach(() => books.close())

  const look = async (): Promise<Standing> => {
    await readCommits(
      commitLog({ name: 'skiff', folder: repository.folder, branches: [], since: null }),
      { store: books.store, decoder: createMailDecoder(), log: collectLog() },
      new AbortController().signal,
    )
    await books.live([])
    return (await books.store.standing(ENTRY))!
  }
  const series = [cover, patch(1, 'sched: read the topology'), patch(2, 'sched: use the topology')]

  it('is done with its last commit and its first release, whoever claimed it; all of it shown, nothing resolved', async () => {
    await books.live([claim, ...series].map(raw))
    repository.commit('file1', `sched: read the topology\n\nLink: https://lists.example.org/p1@example.org`)
    const half = await look()
    expect(half.history).toContainEqual(expect.objectContaining({ code: 'partly-merged', to: '1/2' }))
    expect(half.status).not.toBe('done')

    // Without a trailer it is known by its title and author.
    const last = repository.commit('file2', 'sched: use the topology')
    repository.git('tag', 'v4.4-rc1')
    const done = await look()
    expect(done.status).toBe('done')
    expect(done.release).toBeNull()
    const merged = done.history.find((event) => event.code === 'merged')
    expect([merged?.who?.name, merged?.evidence?.source]).toEqual(['Ann Example', last])

    repository.git('tag', 'v4.4')
    repository.commit('other', 'something else')
    repository.git('tag', 'v4.5')
    const released = await look()
    expect(released.release).toBe('v4.4')
    expect(released.history).toContainEqual(expect.objectContaining({ code: 'in-release', to: 'v4.4' }))
    const flags = new Map(
      released.contradictions.map((one) => [one.code, one.evidence.map(({ kind }) => kind)]),
    )
    expect(flags.get('claimed-but-merged-by-other')).toEqual(['mail', 'commit'])
    expect(flags.get('page-says-open-but-merged')).toEqual(['commit'])
    expect(await books.rebuild()).toEqual([])
  })

  it('is found by subject and author where nothing else names it; the same subject by another hand is not', async () => {
    await books.live(series.map(raw))
    repository.commit('a', 'sched: read the topology')
    repository.commit('b', 'sched: use the topology')
    expect((await look()).status).toBe('done')
    expect((await books.store.commitsOf(ENTRY)).map((fact) => fact.tie)).toEqual(['subject', 'subject'])
    await books.close()
    books = await openBooks()
    await books.live(series.map((draft) => raw({ ...draft, from: BOB })))
    expect((await look()).history.map((event) => event.code)).not.toContain('merged')
    expect(await books.store.commitsOf(ENTRY)).toEqual([])
  })

  it('known before its mails is found once they are there, and the books end the same', async () => {
    repository.commit('a', 'sched: read the topology\n\nMessage-ID: <p1@example.org>')
    repository.commit('b', 'sched: use the topology\n\nMessage-ID: <p2@example.org>')
    await books.live(series.map(raw))
    expect((await look()).status).toBe('done')
    const expected = await books.export()
    await books.close()
    books = await openBooks()
    await look()
    await books.live(series.map(raw))
    expect((await look()).status).toBe('done')
    expect(await books.export()).toBe(expected)
  })

  it('whose thread a person ties long after is done then, and undone when he unties it', async () => {
    const vague = series.map((draft) =>
      raw({
        ...draft,
        subject: draft.subject.replace(TITLE, 'topology'),
        body: draft.body.replaceAll(TITLE, 'topology'),
      }),
    )
    repository.commit('a', 'sched: read the topology\n\nMessage-ID: <p1@example.org>')
    repository.commit('b', 'sched: use the topology\n\nMessage-ID: <p2@example.org>')
    await books.live(vague)
    expect((await look()).status).toBe('open')
    const tie = (entry: EntryId | null) =>
      settleLink(
        messageId('p0@example.org'),
        entry,
        { name: 'operator', address: 'operator@example.org' },
        {
          store: books.store,
          settings,
          index: catalogueIndex(settings.parse.lists),
          clock: { now: () => NOW - DAY + (entry === null ? 1000 : 0) },
        },
      )
    await tie(ENTRY)
    expect((await look()).status).toBe('done')
    await tie(null)
    expect((await look()).status).toBe('open')
  })
})
