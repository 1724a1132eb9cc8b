import { describe, expect, test } from 'vitest'
import { decodeMail } from '../../../src/adapters/mime/mail-decoder.ts'
import { copyPrint } from '../../../src/core/parse/copy-print.ts'

const HEAD = 'Date: Tue, 3 Mar 2026 10:00:00 +0000\nMessage-ID: <m1@example.org>\n'
const FROM = 'From: Kim Berg <kim@example.org>\nSubject: Hi\n'
const FOOTER =
  '\n_______________________________________________\ndevel mailing list\nhttps://lists.example.org/mailman/listinfo/devel\n'

async function print(raw: string): Promise<string> {
  const decoded = await decodeMail(Buffer.from(raw))
  if (!decoded.ok) throw new Error(decoded.reason)
  return copyPrint(decoded.mail)
}
const original = await print(`${HEAD}${FROM}\nI claim the järn.\n\nKim\n`)

describe('copies of one mail have one print', () => {
  test.each([
    ['with a list prefix', `${HEAD}${FROM.replace('Hi', '[Devel] Hi')}\nI claim the järn.\n\nKim\n`],
    ['with a footer', `${HEAD}${FROM}\nI claim the järn.\n\nKim\n${FOOTER}`],
    [
      'in base64 with a footer inside',
      `${HEAD}${FROM}Content-Transfer-Encoding: base64\nContent-Type: text/plain; charset=utf-8\n\n${Buffer.from(`I claim the järn.\n\nKim\n${FOOTER}`).toString('base64')}\n`,
    ],
    [
      'in quoted-printable with CRLF',
      `${HEAD}${FROM}Content-Transfer-Encoding: quoted-printable\n\nI claim the j=C3=A4rn.\r\n\r\nKim\r\n`,
    ],
    [
      'in Latin 1',
      `${HEAD}${FROM}Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nI claim the j=E4rn.\n\nKim\n`,
    ],
    [
      'with the footer as a part of its own',
      `${HEAD}${FROM}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nI claim the järn.\n\nKim\n--b\nContent-Type: text/plain\n\n${FOOTER}--b--\n`,
    ],
    [
      'with the sender rewritten',
      `${HEAD}From: Kim Berg via Devel <devel@lists.example.org>\nReply-To: Kim Berg <kim@example.org>\nList-Id: <devel.lists.example.org>\nSubject: Hi\n\nI claim the järn.\n\nKim\n`,
    ],
  ])('%s', async (_, raw) => {
    expect(await print(raw)).toBe(original)
  })
  test('with a From line escaped on the way', async () => {
    const escaped = await print(`${HEAD}${FROM}\n>From now on it is mine.\n`)
    expect(escaped).toBe(await print(`${HEAD}${FROM}\nFrom now on it is mine.\n`))
  })
  test.each([
    ['another sender', `${HEAD}From: Eve <eve@example.net>\nSubject: Hi\n\nI claim the järn.\n\nKim\n`],
    ['another Date', `${HEAD.replace('10:00:00', '10:00:01')}${FROM}\nI claim the järn.\n\nKim\n`],
    ['another word', `${HEAD}${FROM}\nI release the järn.\n\nKim\n`],
    ['a word more', `${HEAD}${FROM}\nI never claim the järn.\n\nKim\n`],
  ])('%s is another mail', async (_, raw) => {
    expect(await print(raw)).not.toBe(original)
  })
})
