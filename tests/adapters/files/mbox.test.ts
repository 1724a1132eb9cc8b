// The mbox reader: the contract on plain and gzipped files, the odd things files hold, and broken ones.
import { createHash } from 'node:crypto'
import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openMbox } from '../../../src/adapters/files/mbox.ts'
import type { MailSource, SourcedMail } from '../../../src/ports/mail-source.ts'
import { mailSourceContract, readAll } from '../../contract/mail-source.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { mboxOf, rawMail, someMails } from '../../support/mail.ts'

function fileOf(bytes: Uint8Array, name = 'list.mbox'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  return path
}

/** What can be read, and the message of the Failure after it. */
async function readBroken(source: MailSource): Promise<{ mails: SourcedMail[]; failure: string | null }> {
  const mails: SourcedMail[] = []
  try {
    for await (const mail of source.read(null, new AbortController().signal)) mails.push(mail)
    return { mails, failure: null }
  } catch (failure) {
    return { mails, failure: (failure as Error).message }
  }
}

const bytesOf = (mail: SourcedMail | undefined) => Buffer.from(mail?.raw ?? []).toString('latin1')
/** Two kilobytes of text that gzip can't make small, another for each `n`. */
const incompressible = (n: number) =>
  Array.from(
    { length: 24 },
    (_, line) => `${createHash('sha512').update(`${n} ${line}`).digest('base64')}\n`,
  ).join('')
const random = (length: number) => Uint8Array.from({ length }, (_, n) => (n * 7919 + (n >> 3)) % 251)

mailSourceContract('an mbox', { watched: false }, async (mails) => {
  const path = fileOf(mboxOf(mails))
  return { open: () => openMbox(path), add: async (raw) => appendFileSync(path, mboxOf([raw])) }
})

mailSourceContract('a gzipped mbox', { watched: false }, async (mails) => {
  const path = fileOf(gzipSync(mboxOf(mails)), 'list.mbox.gz')
  return { open: () => openMbox(path), add: async (raw) => appendFileSync(path, gzipSync(mboxOf([raw]))) }
})

describe('mboxrd', () => {
  test('any mails come out as they went in', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        'From ',
        '>From ',
        '>>From here',
        'From: ada@example.org',
        '',
        '>',
        'From ada Thu Jan  2 08:00:00 2025',
      ),
      fc.string({ unit: 'binary-ascii', maxLength: 30 }).map((text) => text.replaceAll('\n', '')),
    )
    const body = fc.array(line, { maxLength: 12 }).map((lines) => `${lines.join('\n')}\n`)
    const path = fileOf(new Uint8Array())
    await fc.assert(
      fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 8 }), async (bodies) => {
        const mails = bodies.map((text, n) => rawMail({ id: `${n}@example.org`, body: text }))
        writeFileSync(path, mboxOf(mails))
        expect((await readAll(openMbox(path))).map(bytesOf)).toEqual(
          mails.map((raw) => Buffer.from(raw).toString('latin1')),
        )
      }),
    )
  })

  test('only the blank line that ends a mail is taken off, with CRLF too', async () => {
    const text =
      'From ada Thu Jan  2 08:00:00 2025\r\nSubject: a\r\n\r\nbody\r\n\r\n\r\nFrom bob Thu Jan  2 09:00:00 2025\r\nSubject: b\r\n\r\nend'
    const mails = await readAll(openMbox(fileOf(Buffer.from(text))))
    expect(mails.map(bytesOf)).toEqual(['Subject: a\r\n\r\nbody\r\n\r\n', 'Subject: b\r\n\r\nend'])
  })

  test('an unquoted "From " in a body starts no mail unless it carries a date', async () => {
    const mails = someMails(2, { body: 'x\n\nFrom here on it is easy.\n' })
    const text = mails
      .map((raw) => `From ada Thu Jan  2 08:00:00 2025\n${Buffer.from(raw).toString()}\n`)
      .join('')
    expect((await readAll(openMbox(fileOf(Buffer.from(text))))).map(bytesOf)).toEqual(
      mails.map((raw) => Buffer.from(raw).toString()),
    )
  })

  test('a pasted patch does not start a mail, a file of patches is read as one mail each', async () => {
    const patch = (n: number) =>
      `From ${String(n).repeat(40)} Mon Sep 17 00:00:00 2001\nFrom: Ada <ada@example.org>\nSubject: [PATCH] ${n}\n\ntext\n`
    const pasted = `From ada Thu Jan  2 08:00:00 2025\nSubject: see below\n\nmy patch:\n\n${patch(1)}`
    expect(await readAll(openMbox(fileOf(Buffer.from(pasted))))).toHaveLength(1)
    expect(await readAll(openMbox(fileOf(Buffer.from(patch(1) + patch(2) + patch(3)))))).toHaveLength(3)
  })

  test('the postmark gives the time of receipt, but not when it is a placeholder', async () => {
    const of = async (line: string) =>
      (await readAll(openMbox(fileOf(Buffer.from(`${line}\nSubject: a\n\n`)))))[0]?.receivedAt
    expect(await of('From ada Thu Jan  2 08:00:30 2025')).toBe(Date.UTC(2025, 0, 2, 8, 0, 30))
    expect(await of('From ada at example.org  Thu Jan  2 08:00:30 2025')).toBe(Date.UTC(2025, 0, 2, 8, 0, 30))
    expect(await of('From 17@xxx Thu Jan 02 08:00:30 +0100 2025')).toBe(Date.UTC(2025, 0, 2, 7, 0, 30))
    expect(await of('From mboxrd@z Thu Jan  1 00:00:00 1970')).toBeNull()
    expect(await of('From ada@example.org')).toBeNull()
  })
})

describe('large mails', () => {
  test('a mail over 32 MiB is cut there, and the ones around it are whole', async () => {
    const large = rawMail({ id: 'large@example.org', body: `${'x'.repeat(76)}\n`.repeat(500_000) })
    const [before, after] = someMails(2)
    const path = fileOf(mboxOf([before!, large, after!]))
    const mails = await readAll(openMbox(path))
    expect(mails.map(({ cut, raw }) => [cut, raw.length])).toEqual([
      [false, before?.length],
      [true, 32 * 1024 * 1024],
      [false, after?.length],
    ])
    expect(await readAll(openMbox(path), mails[1]?.cursor)).toHaveLength(1)
  })

  test('a file of many megabytes is read in constant memory, over 50,000 mails a second', async () => {
    const path = fileOf(new Uint8Array())
    const some = mboxOf(someMails(2000, { body: 'A line of text that goes on.\n'.repeat(100) }))
    for (let n = 0; n < 20; n++) appendFileSync(path, some)
    for await (const _ of openMbox(path).read(null, new AbortController().signal)) break
    const before = process.memoryUsage().rss
    const began = process.cpuUsage()
    let count = 0
    let most = 0
    for await (const _ of openMbox(path).read(null, new AbortController().signal)) {
      if (++count % 1000 === 0) most = Math.max(most, process.memoryUsage().rss)
    }
    expect(count).toBe(40_000)
    expect((most - before) / 2 ** 20).toBeLessThan(150)
    // By processor time, which other work on the machine changes little.
    const { user, system } = process.cpuUsage(began)
    expect((1e6 * count) / (user + system)).toBeGreaterThan(50_000)
  }, 60_000)
})

describe('cursors', () => {
  test('a file written anew is read from its start, even to the same length', async () => {
    const path = fileOf(mboxOf(someMails(3)))
    const cursor = (await readAll(openMbox(path))).at(-1)?.cursor
    const others = someMails(3, { from: 'Bob Example <bob@example.org>' })
    writeFileSync(path, mboxOf(others))
    expect(await readAll(openMbox(path), cursor)).toHaveLength(3)
  })

  test('a file that lost its last mails is read from its start: its next mail is not missed', async () => {
    const path = fileOf(mboxOf(someMails(30)))
    const cursor = (await readAll(openMbox(path))).at(-1)?.cursor
    writeFileSync(path, mboxOf([...someMails(20), rawMail({ id: 'next@example.org' })]))
    const mails = await readAll(openMbox(path), cursor)
    expect(mails).toHaveLength(21)
    expect(await readAll(openMbox(path), mails.at(-1)?.cursor)).toEqual([])
  })

  test('two files that differ in one mail give that mail another place', async () => {
    const place = async (body: string) =>
      (await readAll(openMbox(fileOf(mboxOf([rawMail({ body })])), 'list')))[0]?.place
    expect(await place('one\n')).not.toEqual(await place('two\n'))
    expect(await place('one\n')).toEqual(await place('one\n'))
  })

  test('progress ends at the size of the file, compressed or not', async () => {
    for (const bytes of [mboxOf(someMails(50)), gzipSync(mboxOf(someMails(50)))]) {
      const last = (await readAll(openMbox(fileOf(bytes)))).at(-1)
      expect(last?.progress).toEqual({ done: bytes.length, total: bytes.length })
    }
  })
})

describe('broken files: what can be read is read, then one line says what is wrong', () => {
  test('a truncated gzip gives every whole mail, wherever it ends', async () => {
    const mails = Array.from({ length: 400 }, (_, n) =>
      rawMail({ id: `${n}@example.org`, body: incompressible(n) }),
    )
    const plain = mboxOf(mails)
    const zipped = gzipSync(plain)
    for (let part = 1; part < 20; part++) {
      const bytes = zipped.subarray(0, Math.round((zipped.length * part) / 20))
      const { mails: read, failure } = await readBroken(openMbox(fileOf(bytes, 'cut.mbox.gz')))
      expect(failure).toMatch(
        /^reading .*cut\.mbox\.gz near byte \d+: broken or incomplete gzip .*; mails from offset \d+ on were not read$/,
      )
      expect(read.map(bytesOf)).toEqual(mails.slice(0, read.length).map((raw) => Buffer.from(raw).toString()))
      expect(read.length).toBeGreaterThan(20 * part - 60)
    }
  })

  test('a gzip with a damaged middle', async () => {
    const zipped = gzipSync(mboxOf(someMails(2000)))
    zipped.fill(0, zipped.length / 2, zipped.length / 2 + 100)
    const { mails, failure } = await readBroken(openMbox(fileOf(zipped, 'damaged.mbox.gz')))
    expect(mails.length).toBeGreaterThan(200)
    expect(failure).toMatch(/broken or incomplete gzip/)
  })

  test('binary junk and text without any "From " line', async () => {
    for (const bytes of [random(100_000), Buffer.from('Hello,\nthis is no mbox.\n')]) {
      const { mails, failure } = await readBroken(openMbox(fileOf(bytes, 'junk')))
      expect(mails).toEqual([])
      expect(failure).toMatch(
        /^reading .*junk at byte 0: no mbox: each mail must start with a line like "From /,
      )
    }
  })

  test('junk before the first mail', async () => {
    const bytes = Buffer.concat([random(5000), Buffer.from('\n'), mboxOf(someMails(3))])
    const { mails, failure } = await readBroken(openMbox(fileOf(bytes)))
    expect(mails).toHaveLength(3)
    expect(failure).toMatch(
      /at byte 0: 5001 bytes before the first "From " line belong to no mail; the mails behind them were read$/,
    )
  })

  test('an empty file holds nothing, and that is no failure', async () => {
    expect(await readBroken(openMbox(fileOf(new Uint8Array())))).toEqual({ mails: [], failure: null })
  })

  test('a missing file and a folder', async () => {
    expect((await readBroken(openMbox('/nonexistent/list.mbox'))).failure).toMatch(
      /^opening \/nonexistent\/list\.mbox: ENOENT/,
    )
    expect((await readBroken(openMbox(temporaryFolder()))).failure).toMatch(/EISDIR/)
  })

  test('any bytes at all end in mails or a failure', async () => {
    const path = fileOf(new Uint8Array())
    const piece = fc.oneof(
      fc.constantFrom(
        'From ada Thu Jan  2 08:00:00 2025\n',
        '\nFrom ',
        '\n',
        '\r\n\r\n',
        '>From ',
        '\0',
        'Subject: x\n\n',
      ),
      fc.string({ unit: 'binary-ascii', maxLength: 40 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const text = pieces.join('')
        writeFileSync(path, text, 'latin1')
        const { mails, failure } = await readBroken(openMbox(path))
        if (mails.length === 0) expect(text === '' || failure !== null).toBe(true)
        const read = mails.reduce((sum, { raw }) => sum + raw.length, 0)
        expect(read).toBeLessThanOrEqual(text.length)
        expect(new Set(mails.map(({ place }) => place.key)).size).toBe(mails.length)
      }),
    )
  })
})
