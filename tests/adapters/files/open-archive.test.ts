// What a path given on the command line is taken for.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../../src/adapters/files/open-archive.ts'
import { openStdin } from '../../../src/adapters/files/stdin.ts'
import { openPublicInbox } from '../../../src/adapters/git/public-inbox.ts'
import { readAll } from '../../contract/mail-source.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { mboxOf, rawMail, someMails } from '../../support/mail.ts'
import { buildArchive } from '../../support/public-inbox.ts'

const open = (path: string) => openArchive(path, (repository, name) => openPublicInbox(repository, { name }))

async function countIn(path: string): Promise<number> {
  const source = await open(path)
  expect(source.name).toBe(path)
  return (await readAll(source)).length
}

describe('a path', () => {
  const mails = someMails(3)
  const file = (name: string, bytes: Uint8Array | string) => {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, bytes)
    return path
  }

  test('mbox and mbox.gz, whatever the name', async () => {
    expect(await countIn(file('list', mboxOf(mails)))).toBe(3)
    expect(await countIn(file('list.mbox.gz', gzipSync(mboxOf(mails))))).toBe(3)
    expect(await countIn(file('list.mbox', gzipSync(mboxOf(mails))))).toBe(3)
  })

  test('one mail, also gzipped, also with a line "From here" in it', async () => {
    expect(await countIn(file('a.eml', rawMail({ body: 'Hi,\n\nFrom here on …\n' })))).toBe(1)
    expect(await countIn(file('a.eml.gz', gzipSync(rawMail({}))))).toBe(1)
    const [mail] = await readAll(await open(file('b.eml.gz', gzipSync(rawMail({ id: 'z@example.org' })))))
    expect(Buffer.from(mail!.raw).toString()).toContain('<z@example.org>')
  })

  test('an mbox of one mail that has a mail inside is one mail', async () => {
    expect(await countIn(file('one.mbox', mboxOf([rawMail({ body: 'see\n\nFrom: x\nSubject: y\n' })])))).toBe(
      1,
    )
  })

  test('Maildir, folder of .eml, public-inbox', async () => {
    const maildir = temporaryFolder()
    for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(maildir, part))
    writeFileSync(join(maildir, 'new', '1.host'), mails[0]!)
    expect(await countIn(maildir)).toBe(1)
    const folder = temporaryFolder()
    writeFileSync(join(folder, '1.eml'), mails[0]!)
    expect(await countIn(folder)).toBe(1)
    const archive = buildArchive(temporaryFolder())
    archive.add(mails)
    expect(await countIn(archive.folder)).toBe(3)
    expect(await countIn(archive.epoch(0))).toBe(3)
  })

  test('anything else is refused in one line that says what is allowed', async () => {
    const junk = Uint8Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)
    for (const path of [file('junk.bin', junk), file('empty', ''), temporaryFolder(), '/nonexistent']) {
      const failure = await open(path).then(
        () => null,
        (error: Error) => error,
      )
      expect(failure?.message).toMatch(/^(?:opening|reading) [^\n]+$/)
      if (path !== '/nonexistent') expect(failure?.message).toContain('allowed: mbox (also .gz), Maildir,')
    }
  })
})

describe('standard input', () => {
  const input = (bytes: Uint8Array, size = 1000) =>
    openStdin(
      Readable.from(
        (function* () {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
        })(),
      ),
    )

  test('an mbox or one mail, gzipped or not, in any chunks', async () => {
    for (const size of [1, 7, 100_000]) {
      expect(await readAll(input(mboxOf(someMails(5)), size))).toHaveLength(5)
      expect(await readAll(input(gzipSync(mboxOf(someMails(5))), size))).toHaveLength(5)
      const [mail, ...more] = await readAll(input(rawMail({ body: 'one\n' }), size))
      expect(mail?.raw).toEqual(rawMail({ body: 'one\n' }))
      expect(more).toEqual([])
    }
  })

  test('a pipe that stays silent is left when aborted, and closed when its reader has enough', async () => {
    const silent = new PassThrough()
    const stop = new AbortController()
    const reading = (async () => {
      for await (const _ of openStdin(silent).read(null, stop.signal)) expect.unreachable()
    })()
    stop.abort()
    await reading
    const open = new PassThrough()
    open.write(mboxOf(someMails(3)))
    expect(await readAll(openStdin(open), null, 1)).toHaveLength(1)
    expect(open.destroyed).toBe(true)
  })

  test('nothing at all is no mail', async () => {
    expect(await readAll(input(new Uint8Array()))).toEqual([])
  })

  test('a broken gzip gives its whole mails and a failure', async () => {
    const zipped = gzipSync(mboxOf(someMails(50)))
    await expect(readAll(input(zipped.subarray(0, -20)))).rejects.toThrow(
      /standard input .*broken or incomplete gzip/,
    )
  })
})
