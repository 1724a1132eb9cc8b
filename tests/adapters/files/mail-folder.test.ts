// Maildir and folders of .eml: the contract, and what happens in a folder while it is read.
import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openEmlFolder } from '../../../src/adapters/files/eml-folder.ts'
import { byDelivery, lastingName, openMaildir } from '../../../src/adapters/files/maildir.ts'
import { mailSourceContract, readAll } from '../../contract/mail-source.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { rawMail, someMails } from '../../support/mail.ts'
import { until } from '../../support/until.ts'

function maildirWith(mails: readonly Uint8Array[]): string {
  const path = temporaryFolder()
  for (const part of ['tmp', 'new', 'cur']) mkdirSync(join(path, part))
  for (const [n, raw] of mails.entries()) deliver(path, `${1_735_800_000 + n}.M${n}P1.host`, raw)
  return path
}

/** As mail software does it: written aside, then moved in. */
function deliver(maildir: string, name: string, raw: Uint8Array): void {
  writeFileSync(join(maildir, 'tmp', name), raw)
  renameSync(join(maildir, 'tmp', name), join(maildir, 'new', name))
}

let added = 2_000_000_000

mailSourceContract('a Maildir', { watched: true }, async (mails) => {
  const path = maildirWith(mails)
  return { open: () => openMaildir(path), add: async (raw) => deliver(path, `${added++}.host`, raw) }
})

mailSourceContract('a folder of .eml', { watched: false }, async (mails) => {
  const path = temporaryFolder()
  for (const [n, raw] of mails.entries()) writeFileSync(join(path, `${String(n).padStart(3, '0')}.eml`), raw)
  // Added with a name that sorts before all others: it must be found all the same.
  return {
    open: () => openEmlFolder(path),
    add: async (raw) => writeFileSync(join(path, `0-${added++}.eml`), raw),
  }
})

describe('a Maildir', () => {
  test('a mail moved from new to cur and flagged is not handed over again, and keeps its place', async () => {
    const path = maildirWith(someMails(3))
    const source = openMaildir(path)
    const first = await readAll(source)
    for (const name of readdirSync(join(path, 'new')))
      renameSync(join(path, 'new', name), join(path, 'cur', `${name}:2,S`))
    expect(await readAll(source, first.at(-1)?.cursor)).toEqual([])
    const again = await readAll(openMaildir(path))
    expect(again.map(({ place }) => place)).toEqual(first.map(({ place }) => place))
  })

  test('a mail moved while it is being read is not lost', async () => {
    const path = maildirWith(someMails(5))
    const source = openMaildir(path)
    const keys: string[] = []
    for await (const { place } of source.read(null, new AbortController().signal)) {
      keys.push(place.key)
      if (keys.length > 1) continue
      for (const name of readdirSync(join(path, 'new')))
        renameSync(join(path, 'new', name), join(path, 'cur', `${name}:2,`))
    }
    expect(keys.toSorted()).toEqual(readdirSync(join(path, 'cur')).map((name) => name.replace(':2,', '')))
  })

  test('a link whose mail was taken away ends no reading', async () => {
    const path = maildirWith(someMails(1))
    const target = join(temporaryFolder(), 'mail')
    writeFileSync(target, someMails(1)[0]!)
    symlinkSync(target, join(path, 'cur', '2000000000.link'))
    const source = openMaildir(path)
    expect(await readAll(source, null, 1)).toHaveLength(1)
    rmSync(target)
    expect(await readAll(source)).toHaveLength(1)
  })

  test('a mail deleted while it is being read is left out', async () => {
    const path = maildirWith(someMails(5))
    let count = 0
    for await (const _ of openMaildir(path).read(null, new AbortController().signal)) {
      if (++count === 1) rmSync(join(path, 'new', readdirSync(join(path, 'new')).sort()[3] ?? ''))
    }
    expect(count).toBe(4)
  })

  test('a mail that comes with an old name after the cursor is found, also after a restart', async () => {
    const path = maildirWith(someMails(3))
    const cursor = (await readAll(openMaildir(path))).at(-1)?.cursor
    deliver(path, '1000000000.old.host', rawMail({ id: 'late@example.org' }))
    const [late, ...more] = await readAll(openMaildir(path), cursor)
    expect(late?.place.key).toBe('1000000000.old.host')
    expect(more).toEqual([])
  })

  test('nothing in it changes, dot files and tmp are no mail', async () => {
    const path = maildirWith(someMails(2))
    writeFileSync(join(path, 'tmp', 'half'), 'Subject: hal')
    writeFileSync(join(path, 'cur', '.nfs01'), 'x')
    const before = readdirSync(path, { recursive: true }).sort()
    expect(await readAll(openMaildir(path))).toHaveLength(2)
    expect(readdirSync(path, { recursive: true }).sort()).toEqual(before)
  })

  test('a mail compressed by the mail server is read as it was sent', async () => {
    const raw = rawMail({ id: 'zipped@example.org' })
    const [mail] = await readAll(openMaildir(maildirWith([gzipSync(raw)])))
    expect(mail?.raw).toEqual(raw)
  })

  test('a mail is seen within a second of its delivery', async () => {
    const path = maildirWith([])
    const source = openMaildir(path)
    const stop = new AbortController()
    let rang = 0
    const watching = source.watch!(() => {
      rang = performance.now()
    }, stop.signal)
    await until('the first ring', () => rang > 0)
    const delivered = performance.now()
    deliver(path, '1.host', someMails(1)[0]!)
    await until('a ring', () => rang > delivered)
    expect(rang - delivered).toBeLessThan(1000)
    stop.abort()
    await watching
  })

  test('a Maildir taken away and put back is watched again by the sweep', async () => {
    const path = maildirWith([])
    const source = openMaildir(path, 'list', 50)
    const stop = new AbortController()
    const watching = source.watch!(() => {}, stop.signal)
    renameSync(path, `${path}-away`)
    await expect(readAll(source)).rejects.toThrow(/^listing .*new: ENOENT/)
    renameSync(`${path}-away`, path)
    deliver(path, '1.host', someMails(1)[0]!)
    expect(await readAll(source)).toHaveLength(1)
    stop.abort()
    await watching
  })

  test('without new and cur it is refused', async () => {
    await expect(openMaildir(temporaryFolder()).check(new AbortController().signal)).rejects.toThrow(
      /no Maildir: it needs/,
    )
  })

  test('names: flags are cut off, order is by delivery time first', () => {
    expect(lastingName('1735800000.M1P2.host,S=42:2,RS')).toBe('1735800000.M1P2.host,S=42')
    expect(lastingName('.hidden')).toBeNull()
    expect(['10.b', '9.z', '10.a', 'x'].sort(byDelivery)).toEqual(['9.z', '10.a', '10.b', 'x'])
  })
})

describe('a folder of .eml', () => {
  test('other files and folders below are no mail', async () => {
    const path = temporaryFolder()
    writeFileSync(join(path, 'b.eml'), someMails(1)[0]!)
    writeFileSync(join(path, 'A.EML'), someMails(1)[0]!)
    writeFileSync(join(path, 'notes.txt'), 'no mail')
    mkdirSync(join(path, 'c.eml'))
    const mails = await readAll(openEmlFolder(path))
    expect(mails.map(({ place }) => place.key.replace(/-.*/, ''))).toEqual(['A.EML', 'b.eml'])
  })

  test('a file written anew is read again at another place', async () => {
    const path = temporaryFolder()
    writeFileSync(join(path, 'a.eml'), rawMail({ body: 'one\n' }))
    const source = openEmlFolder(path)
    const [first] = await readAll(source)
    writeFileSync(join(path, 'a.eml'), rawMail({ body: 'two\n' }))
    const [second] = await readAll(source, first?.cursor)
    expect(second?.place).not.toEqual(first?.place)
  })

  test("the file's time is the time of receipt", async () => {
    const path = temporaryFolder()
    writeFileSync(join(path, 'a.eml'), rawMail({}))
    utimesSync(join(path, 'a.eml'), 1_700_000_000, 1_700_000_000)
    expect((await readAll(openEmlFolder(path)))[0]?.receivedAt).toBe(1_700_000_000_000)
  })

  test('a folder without any is refused', async () => {
    await expect(openEmlFolder(temporaryFolder()).check(new AbortController().signal)).rejects.toThrow(
      /no \.eml files/,
    )
  })
})
