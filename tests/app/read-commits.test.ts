// A look into a real repository with a real store: patches of linked threads become commits of their entries, once.
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commitLog } from '../../src/adapters/git/commit-log.ts'
import { createMailDecoder } from '../../src/adapters/mime/mail-decoder.ts'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { readCommits } from '../../src/app/read-commits.ts'
import { noteFrom } from '../../src/app/tied-patches.ts'
import type { Message } from '../../src/core/model/message.ts'
import { isoInstant } from '../../src/core/model/time.ts'
import type { Store } from '../../src/ports/store.ts'
import { aLink, aMessage, aPending } from '../contract/store-samples.ts'
import { collectLog } from '../support/collect-log.ts'
import { temporaryFolder } from '../support/folder.ts'
import { GitRepository } from '../support/git-repository.ts'

const signal = new AbortController().signal
const BEFORE = Date.parse('2023-12-01T00:00:00Z')
const root = temporaryFolder()
let store: Store
let repository: GitRepository
let count = 0

beforeEach(async () => {
  count += 1
  store = await openStore({ folder: join(root, `data-${count}`) })
  repository = new GitRepository(root, `repository-${count}`)
})
afterEach(() => store.close())

const look = () =>
  readCommits(
    commitLog({ name: 'widgets', folder: repository.folder, branches: [], since: null }),
    { store, decoder: createMailDecoder(), log: collectLog() },
    signal,
  )

/** A patch mail of a thread tied to `entry`, its raw text kept too. */
async function patchMail(id: string, entry: string | null, more: Partial<Message>, body = ''): Promise<void> {
  const pending = aPending(
    id,
    `From: Ann <ann@example.org>\nSubject: ${more.subject}\nMessage-ID: <${id}>\n\n${body}\n`,
  )
  await store.write(async (tx) => {
    await tx.addPending(pending)
    const patch = { version: 1, n: 1, m: 1, rfc: false }
    const over = { at: BEFORE, patch, hashes: [pending.hash], ...more }
    await tx.saveMessage(aMessage(id, over as Parameters<typeof aMessage>[1]))
    await tx.savePlaces([{ message: id as never, thread: id as never, parent: null }])
    await tx.saveLink(aLink(id, entry), '1')
  })
}

const kept = async () =>
  (await store.commits()).map((fact) => [fact.entry, fact.subject, fact.tie, fact.release] as const)

test('a commit that names its mail is kept for the entry of that thread, and the entry stands anew', async () => {
  await patchMail('p1@example.org', 'usb', { subject: '[PATCH] usb: backend' })
  await patchMail('p2@example.org', null, { subject: '[PATCH] other' })
  repository.commit('a', 'usb: backend\n\nLink: https://archive.example.org/r/p1@example.org')
  repository.commit('b', 'other\n\nLink: https://archive.example.org/r/p2@example.org')
  expect(await look()).toEqual([{ kind: 'stand', key: 'usb' }])
  expect(await kept()).toEqual([['usb', 'usb: backend', 'message-id', null]])
  expect(await store.tasks(10)).toEqual([expect.objectContaining({ kind: 'stand', key: 'usb' })])
})

test('a second look finds nothing new, but the release that came meanwhile', async () => {
  await patchMail('p1@example.org', 'usb', { subject: '[PATCH] usb: backend' })
  repository.commit('a', 'usb: backend\n\nMessage-ID: <p1@example.org>')
  await look()
  expect(await look()).toEqual([])
  repository.git('tag', 'v1.0')
  expect(await look()).toEqual([{ kind: 'stand', key: 'usb' }])
  const [fact, ...more] = await store.commits()
  expect(more).toEqual([])
  expect(fact).toMatchObject({ release: 'v1.0' })
  expect(isoInstant(fact!.releasedAt!)).toBe('2024-01-01T10:01:00Z')
})

test('a renamed commit without trailer is found by the diff of the stored mail', async () => {
  repository.commit('a', 'one')
  repository.commit('b', 'usb: backend, as applied')
  const mail = repository.git('format-patch', '--stdout', '-1')
  await patchMail(
    'p1@example.org',
    'usb',
    { subject: '[PATCH] usb: first title' },
    mail.slice(mail.indexOf('\n\n')),
  )
  await look()
  expect(await kept()).toEqual([['usb', 'usb: backend, as applied', 'patch-id', null]])
})

test('patches tied later are found though their commits were read before, once', async () => {
  repository.commit('a', 'usb: backend\n\nMessage-ID: <p1@example.org>')
  await look()
  await patchMail('p1@example.org', 'usb', { subject: '[PATCH] usb: backend' })
  expect(await look()).toEqual([])
  await store.write((tx) => noteFrom(tx, BEFORE))
  expect(await look()).toEqual([{ kind: 'stand', key: 'usb' }])
  expect(await look()).toEqual([])
})
