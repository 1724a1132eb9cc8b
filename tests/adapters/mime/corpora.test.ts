// Real and odd mails of the shared folder: nothing there may stop the decoder, and the fast path must read them as the
// general parser does.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { splitHead } from '../../../src/adapters/mime/header-fields.ts'
import { decodeMail } from '../../../src/adapters/mime/mail-decoder.ts'
import { parseMimeBody } from '../../../src/adapters/mime/mime-body.ts'
import { parsePlainBody } from '../../../src/adapters/mime/plain-body.ts'
import { parse } from '../../core/parse/read-fixture.ts'
import { sharedFolder } from '../../support/shared.ts'

const shared = sharedFolder()

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}

function* mailsOf(path: string): Generator<Buffer> {
  const archive = gunzipSync(readFileSync(path))
  for (let at = 0; at >= 0 && at < archive.length; ) {
    const next = archive.indexOf('\nFrom ', at)
    yield archive.subarray(archive.indexOf('\n', at) + 1, next < 0 ? archive.length : next + 1)
    at = next < 0 ? -1 : next + 1
  }
}

describe.runIf(shared !== null)('mails of the shared folder', () => {
  const corpus = join(shared ?? '', 'corpus')

  test('every odd mail is decoded and parsed within a second', async () => {
    const files = filesBelow(join(corpus, 'odd-mails'))
    const mails = files.filter((file) => /\.(?:eml|raw)$/.test(file))
    const slow: string[] = []
    let decoded = 0
    for (const file of files) {
      const raw = readFileSync(file)
      const start = performance.now()
      const result = await decodeMail(raw)
      if (result.ok) {
        if (mails.includes(file)) decoded++
        const { message } = parse(result.mail)
        expect(message.id).not.toBe('')
        for (const span of message.own) expect(span.end).toBeGreaterThan(span.start)
      } else expect(result.reason).not.toBe('')
      if (performance.now() - start > 1000) slow.push(file)
    }
    expect(slow).toEqual([])
    expect(files.length).toBeGreaterThan(500)
    // One of them says of itself that it is no mail.
    expect(decoded).toBe(mails.length - 1)
    expect(mails.length).toBeGreaterThan(250)
  })

  test('the fast path reads a year of a list as mailparser does', async () => {
    let compared = 0
    const different: string[] = []
    for (const raw of mailsOf(join(corpus, 'iio/2025.mbox.gz'))) {
      const head = splitHead(raw)
      const body = raw.subarray(head.bodyStart)
      const fast = parsePlainBody(head.fields, body)
      if (fast === null || compared >= 3000) continue
      compared++
      const general = await parseMimeBody(head.fields, body)
      if (
        (fast.text ?? '') !== (general.text ?? '') ||
        general.html !== null ||
        general.attachments.length > 0
      )
        different.push(head.fields.find((field) => field.name === 'message-id')?.value ?? '')
    }
    expect(different).toEqual([])
    expect(compared).toBe(3000)
  })
})
