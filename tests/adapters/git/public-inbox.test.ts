// The public-inbox reader on repositories made with git: the contract, and histories that move under it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openPublicInbox } from '../../../src/adapters/git/public-inbox.ts'
import type { SourcedMail } from '../../../src/ports/mail-source.ts'
import { idOf, mailSourceContract, readAll } from '../../contract/mail-source.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { rawMail, someMails } from '../../support/mail.ts'
import { buildArchive, hasPublicInbox, initPublicInbox } from '../../support/public-inbox.ts'
import { until } from '../../support/until.ts'

const numbers = (mails: readonly SourcedMail[]) => mails.map((mail) => Number.parseInt(idOf(mail) ?? '', 10))

mailSourceContract('a public-inbox of two epochs', { watched: true }, async (mails) => {
  const archive = buildArchive(temporaryFolder())
  archive.add(mails.slice(0, 15), 0)
  archive.add(mails.slice(15), 1)
  return {
    open: () => openPublicInbox(archive.folder, { sweepMs: 100 }),
    add: async (raw) => archive.add([raw], 1),
  }
})

describe('public-inbox', () => {
  test('is read in order of epochs by number, not by name', async () => {
    const archive = buildArchive(temporaryFolder())
    const mails = someMails(12)
    for (const [epoch, mail] of mails.entries()) archive.add([mail], epoch)
    expect(numbers(await readAll(openPublicInbox(archive.folder)))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ])
  })

  test('may be named by its all.git, its git folder or one epoch alone', async () => {
    const archive = buildArchive(temporaryFolder())
    archive.add(someMails(2), 0)
    archive.add(someMails(5).slice(2), 1)
    mkdirSync(join(archive.folder, 'all.git'))
    const read = async (path: string) => numbers(await readAll(openPublicInbox(path)))
    expect(await read(join(archive.folder, 'all.git'))).toEqual([0, 1, 2, 3, 4])
    expect(await read(join(archive.folder, 'git'))).toEqual([0, 1, 2, 3, 4])
    expect(await read(archive.epoch(1))).toEqual([2, 3, 4])
  })

  test('a removed mail is passed over, and reading goes on behind it', async () => {
    const archive = buildArchive(temporaryFolder())
    const mails = someMails(4)
    archive.add(mails.slice(0, 2))
    archive.remove(mails[0]!)
    archive.add(mails.slice(2))
    const all = await readAll(openPublicInbox(archive.folder))
    expect(numbers(all)).toEqual([0, 1, 2, 3])
    expect(numbers(await readAll(openPublicInbox(archive.folder), all[1]?.cursor))).toEqual([2, 3])
  })

  test('gives epoch, commit and committer time of each mail', async () => {
    const archive = buildArchive(temporaryFolder())
    archive.add(someMails(1), 3)
    const [mail] = await readAll(openPublicInbox(archive.folder, { name: 'lore' }))
    expect(mail?.place).toMatchObject({ source: 'lore', mailbox: '3.git', validity: 3 })
    expect(mail?.place.key).toMatch(/^[0-9a-f]{40}$/)
    expect(new Date(mail?.receivedAt ?? 0).getUTCFullYear()).toBe(2025)
  })

  test('an epoch with a rewritten history is read again, the ones before it are not', async () => {
    const archive = buildArchive(temporaryFolder())
    const mails = someMails(8)
    archive.add(mails.slice(0, 3), 0)
    archive.add(mails.slice(3, 6), 1)
    const before = await readAll(openPublicInbox(archive.folder))
    archive.rewrite([mails[3]!, ...mails.slice(5)], 1)
    const after = await readAll(openPublicInbox(archive.folder), before.at(-1)?.cursor)
    expect(numbers(after)).toEqual([3, 5, 6, 7])
  })

  test('a shallow clone is read from where its history begins', async () => {
    const archive = buildArchive(temporaryFolder())
    archive.add(someMails(6))
    const shallow = join(temporaryFolder(), 'list.git')
    execFileSync('git', ['clone', '--quiet', '--bare', '--depth=2', `file://${archive.epoch(0)}`, shallow], {
      stdio: 'pipe',
    })
    expect(numbers(await readAll(openPublicInbox(shallow)))).toEqual([4, 5])
  })

  test('mails of any bytes come out as they went in', async () => {
    const archive = buildArchive(temporaryFolder())
    const odd = [
      new Uint8Array(0),
      Uint8Array.from([0, 10, 255, 13, 10]),
      rawMail({ body: 'x'.repeat(3_000_000) }),
    ]
    archive.add(odd)
    expect(
      (await readAll(openPublicInbox(archive.folder))).map(({ raw }) => [...raw.slice(0, 9), raw.length]),
    ).toEqual(odd.map((raw) => [...raw.slice(0, 9), raw.length]))
  })

  test('fetches the newest epoch when asked to', async () => {
    const upstream = buildArchive(temporaryFolder())
    upstream.add(someMails(2))
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'git'))
    execFileSync('git', ['clone', '--quiet', '--bare', upstream.epoch(0), join(folder, 'git', '0.git')], {
      stdio: 'pipe',
    })
    const source = openPublicInbox(folder, { fetch: true, sweepMs: 50 })
    const [, last] = await readAll(source)
    const stop = new AbortController()
    const watching = source.watch!(() => {}, stop.signal)
    upstream.add(someMails(3).slice(2))
    const found = await until('the fetched mail', async () => {
      const mails = await readAll(source, last?.cursor)
      return mails.length > 0 && mails
    })
    stop.abort()
    await watching
    expect(numbers(found)).toEqual([2])
  })
})

describe('what is no public-inbox is refused in one line', () => {
  test('a folder without a repository', async () => {
    await expect(readAll(openPublicInbox(temporaryFolder()))).rejects.toThrow(
      /no git repository; needed: a public-inbox v2/,
    )
  })

  test('a repository of something else', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), 'text')
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org']
    execFileSync('git', ['init', '--quiet'], { cwd: folder })
    execFileSync('git', ['add', 'file'], { cwd: folder })
    execFileSync('git', [...who, 'commit', '--quiet', '-m', 'text'], { cwd: folder })
    await expect(readAll(openPublicInbox(folder))).rejects.toThrow(/its commits hold no mail/)
  })

  test('a path that looks like an option, or a repository that is damaged', async () => {
    await expect(readAll(openPublicInbox('--upload-pack=touch pwned'))).rejects.toThrow(/no git repository/)
    const archive = buildArchive(temporaryFolder())
    archive.add(someMails(1))
    writeFileSync(join(archive.epoch(0), 'refs/heads/master'), `${'1'.repeat(40)}\n`)
    await expect(readAll(openPublicInbox(archive.folder))).rejects.toThrow(/reading public-inbox epoch/)
  })

  test('a new epoch that holds nothing yet is empty, not an error', async () => {
    const archive = buildArchive(temporaryFolder())
    archive.add(someMails(1), 0)
    archive.add([], 1)
    expect(numbers(await readAll(openPublicInbox(archive.folder)))).toEqual([0])
  })
})

// Where public-inbox itself is at hand (a Debian package, not needed anywhere else) its own archive is read as well.
if (hasPublicInbox()) {
  test("an archive made by public-inbox's own programs", async () => {
    const inbox = initPublicInbox(temporaryFolder())
    for (const mail of someMails(3)) inbox.deliver(mail)
    expect(numbers(await readAll(openPublicInbox(inbox.folder)))).toEqual([0, 1, 2])
  })
}
