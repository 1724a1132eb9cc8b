import { describe, expect, test } from 'vitest'
import { decodeMail } from '../../../src/adapters/mime/mail-decoder.ts'

const HEAD = 'From: Kim <kim@example.org>\r\nMessage-ID: <m1@example.org>\r\nSubject: Hi\r\n'
const MB = 1024 * 1024
const multipart = (boundary: string) => `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`

function nested(depth: number): string {
  let text = `${HEAD}${multipart('b0')}`
  for (let i = 1; i <= depth; i++) text += `--b${i - 1}\r\n${multipart(`b${i}`)}`
  return `${text}--b${depth}\r\n\r\nx\r\n`
}

/** Every mail that is meant to cost its reader more than its sender, and how it ends. */
const bombs: readonly (readonly [string, () => string, RegExp | null])[] = [
  [
    'a subject of 10 MB',
    () => `From: k@example.org\r\nMessage-ID: <m1@example.org>\r\nSubject: ${'x'.repeat(10 * MB)}\r\n\r\nx`,
    /header over/,
  ],
  ['a folded subject of 90 KB', () => `${HEAD}X: ${'a\r\n '.repeat(22_000)}\r\n\r\nx`, null],
  ['40,000 references', () => `${HEAD}References: ${'<a@b> '.repeat(40_000)}\r\n\r\nx`, /header over/],
  ['40,000 recipients', () => `${HEAD}To: ${'a@example.org, '.repeat(40_000)}\r\n\r\nx`, /header over/],
  ['90 KB of groups', () => `${HEAD}To: ${'g:'.repeat(45_000)}\r\n\r\nx`, null],
  ['100,000 header fields', () => `${HEAD}${'X: y\r\n'.repeat(100_000)}\r\n\r\nx`, /header over/],
  ['100,000 parts', () => `${HEAD}${multipart('b')}${'--b\r\n\r\nx\r\n'.repeat(100_000)}--b--`, /not read/],
  ['900 parts', () => `${HEAD}${multipart('b')}${'--b\r\n\r\nx\r\n'.repeat(900)}--b--`, null],
  ['1,000 levels of multiparts', () => nested(1000), /multipart entities/],
  ['a boundary of 3,000 characters', () => `${HEAD}${multipart('b'.repeat(3000))}x`, /boundary over/],
  ['12 MB of text', () => `${HEAD}\r\n${'words and words\r\n'.repeat(750_000)}`, /only 256 KiB/],
  [
    '8 MB of format=flowed',
    () => `${HEAD}Content-Type: text/plain; format=flowed\r\n\r\n${'flow \r\n'.repeat(1_200_000)}`,
    /text over/,
  ],
  [
    '2 MB of nested divs',
    () => `${HEAD}Content-Type: text/html\r\n\r\n${'<div>'.repeat(400_000)}`,
    /text over/,
  ],
  ['8 MB in one line', () => `${HEAD}\r\n${'x'.repeat(8 * MB)}`, /text over/],
  [
    '8 MB of quoted-printable escapes',
    () => `${HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n${'=41'.repeat(2_600_000)}`,
    /text over/,
  ],
  [
    '8 MB of blanks before nothing',
    () => `${HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n${' '.repeat(8 * MB)}x`,
    /text over/,
  ],
  [
    'a base64 attachment of 8 MB',
    () =>
      `${HEAD}${multipart('b')}--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUFB\r\n'.repeat(1_300_000)}--b--`,
    null,
  ],
]

describe('mails made to cost', () => {
  test.each(bombs)(
    '%s: within two seconds of work, and the mail keeps its author',
    async (_, make, truncated) => {
      const raw = Buffer.from(make(), 'latin1')
      const start = process.cpuUsage()
      const decoded = await decodeMail(raw)
      // Processor time: a busy machine is not the mail's fault.
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000)
      if (!decoded.ok) throw new Error(decoded.reason)
      expect(decoded.mail.from[0]?.address).toMatch(/@example\.org$/)
      if (truncated) expect(decoded.mail.truncated).toMatch(truncated)
      else expect(decoded.mail.truncated).toBeNull()
      expect((decoded.mail.text ?? '').length + (decoded.mail.html ?? '').length).toBeLessThanOrEqual(
        2 * 256 * 1024,
      )
    },
  )
})
