import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeMail } from '../../../src/adapters/mime/mail-decoder.ts'

const HEAD =
  'From: Kim <kim@example.org>\r\nMessage-ID: <m1@example.org>\r\nSubject: Hi\r\nDate: Tue, 3 Mar 2026 10:00:00 +0000\r\n'

async function decode(text: string | Uint8Array) {
  const decoded = await decodeMail(typeof text === 'string' ? Buffer.from(text, 'latin1') : text)
  if (!decoded.ok) throw new Error(decoded.reason)
  return decoded.mail
}

describe('a decoded mail', () => {
  test('keeps every field in order, unfolded, names in lower case', async () => {
    const mail = await decode(
      'From x Tue\nReceived: a;\n\tTue, 3 Mar 2026 11:00:00 +0000\nReceived: b\nX-A : 1\njunk line\nSubject: x\n\nbody\n',
    )
    expect(mail.headers).toEqual([
      { name: 'received', value: 'a; Tue, 3 Mar 2026 11:00:00 +0000' },
      { name: 'received', value: 'b' },
      { name: 'x-a', value: '1' },
      { name: 'subject', value: 'x' },
    ])
    expect(mail.received).toBe(Date.UTC(2026, 2, 3, 11))
    expect(mail.date).toBeNull()
  })
  test('an unreadable Date is none, and never the present', async () => {
    expect((await decode('Date: tomorrow\nSubject: x\n\n')).date).toBeNull()
  })
  test.each([
    [
      'quoted-printable',
      'text/plain; charset=utf-8',
      'quoted-printable',
      'J=C3=B8rn =\r\nBerg  \r\nx=3D1 =zz',
      'Jørn Berg\nx=1 =zz',
    ],
    ['base64', 'text/plain; charset="utf-8"', 'base64', 'SsO4cm4g\r\nQmVyZw==\r\n', 'Jørn Berg'],
    ['windows-1251', 'text/plain; charset=windows-1251', '8bit', '\xcf\xf0\xe8\xe2\xe5\xf2', 'Привет'],
    ['unknown charset', 'text/plain; charset=klingon', '8bit', 'J\xf8rn', 'Jørn'],
    ['no charset, Latin 1 bytes', 'text/plain', '8bit', 'J\xf8rn', 'Jørn'],
    [
      'format=flowed',
      'text/plain; format=flowed',
      '7bit',
      'one \r\ntwo\r\n> a \r\n> b\r\n-- \r\nsig',
      'one two\n> a b\n-- \nsig',
    ],
    [
      'format=flowed with delsp',
      'text/plain; format=flowed; delsp=yes',
      '7bit',
      'on \r\ne\r\n two',
      'one\ntwo',
    ],
    ['HTML is left as it is', 'text/html', '7bit', '<p>x</p>', null],
  ])('%s', async (_, type, encoding, body, text) => {
    const mail = await decode(
      `${HEAD}Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`,
    )
    expect(mail.text).toBe(text)
    if (text === null) expect(mail.html).toBe('<p>x</p>')
  })
  test('flowed lines of a signed mail join, but not with the quote below', async () => {
    const mail = await decode(
      `${HEAD}Content-Type: multipart/signed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8;\n format=flowed\n\nI will \ntake it. \n> I claim \n> it\n> \n> now\n--b\nContent-Type: application/pgp-signature\n\nx\n--b--\n`,
    )
    expect(mail.text?.trim()).toBe('I will take it. \n> I claim it\n> \n> now')
  })
  test('an attached patch is kept as text, other files by name and size', async () => {
    const mail = await decode(
      `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nletter\n--b\nContent-Type: text/x-diff; name=a.patch\nContent-Disposition: attachment; filename=a.patch\n\ndiff --git a b\n--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=b.pdf\n\nAAAA\n--b--\n`,
    )
    expect(mail.text).toContain('letter')
    expect(mail.attachments).toEqual([
      { contentType: 'text/x-diff', filename: 'a.patch', size: 14, text: 'diff --git a b' },
      { contentType: 'application/pdf', filename: 'b.pdf', size: 3, text: null },
    ])
  })
  test('an enclosed mail is an attachment, its words are nobody else’s', async () => {
    const mail = await decode(
      `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nletter\n--b\nContent-Type: message/rfc822\n\nFrom: ola@example.org\nDate: junk\n\nI claim it\n--b--\n`,
    )
    expect(mail.text).not.toContain('claim')
    expect(mail.attachments.map((part) => part.contentType)).toEqual(['message/rfc822'])
  })
  test.each([
    ['empty', ''],
    ['no header field', '\n\nwords\n'],
    ['binary', '\x00\x01\x02\xff\xfe'],
  ])('%s is refused with a reason', async (_, text) => {
    const decoded = await decodeMail(Buffer.from(text, 'latin1'))
    expect(decoded).toMatchObject({ ok: false, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })
  test('any bytes at all have an outcome', async () => {
    const header = fc.constantFrom(
      'From: a@b.c',
      'Content-Type: multipart/mixed; boundary=b',
      'Content-Type: text/plain; charset=utf-16',
      'Content-Transfer-Encoding: base64',
      'Content-Type: message/rfc822',
      'Subject: =?utf-8?B?/w==?=',
      'Content-Disposition: attachment; filename*0*=x; __proto__*0*=a',
    )
    const mail = fc.tuple(
      fc.array(header, { maxLength: 5 }),
      fc.uint8Array({ maxLength: 400 }),
      fc.array(fc.constantFrom('--b\n', '--b--\n', '\n', 'x'), { maxLength: 12 }),
    )
    await fc.assert(
      fc.asyncProperty(mail, async ([fields, bytes, lines]) => {
        const raw = Buffer.concat([
          Buffer.from(`${fields.join('\n')}\n\n`),
          Buffer.from(lines.join('')),
          bytes,
        ])
        const decoded = await decodeMail(raw)
        if (decoded.ok)
          expect(
            [decoded.mail.text, decoded.mail.html].every((part) => part === null || part.isWellFormed()),
          ).toBe(true)
        else expect(decoded.reason).not.toBe('')
        const cut = await decodeMail(bytes)
        expect(typeof cut.ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})
