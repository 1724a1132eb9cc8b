// The bytes a mail is frozen into: read back by the parser that reads everybody else's mail, and compared with golden ones.
import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { freezeMail } from '../../../src/adapters/smtp/freeze-mail.ts'
import { keyedHash } from '../../../src/adapters/smtp/sign-message-id.ts'
import { cleanLine } from '../../../src/core/compose/clean-text.ts'
import { composeMail, type MailDraft } from '../../../src/core/compose/compose-mail.ts'
import { messageId } from '../../../src/core/model/ids.ts'
import type { OutgoingMail } from '../../../src/core/model/outgoing-mail.ts'
import { expectGolden } from '../../support/golden.ts'

const hash = keyedHash('a secret of the tests')

const draft: MailDraft = {
  kind: 'answer',
  dedupe: 'answer:question@example.net',
  date: Date.parse('2026-11-21T10:00:00Z'),
  from: { name: 'Dibs', address: 'dibs@example.org' },
  replyTo: null,
  to: 'ada@example.net',
  subject: 'Re: Wem gehört PVUSB?',
  text: '> status pvusb\n\nFrei. "Größe" zählt.\n.\nFrom here on nothing.\n-- \nDibs\n',
  html: null,
  parent: { id: messageId('question@example.net'), references: [messageId('first@example.net')] },
  list: null,
}

function composed(parts: Partial<MailDraft> = {}): OutgoingMail {
  const made = composeMail({ ...draft, ...parts }, hash)
  if (!made.ok) throw new Error(made.text)
  return made.mail
}

const bytes = async (parts: Partial<MailDraft> = {}): Promise<string> =>
  Buffer.from(await freezeMail(composed(parts))).toString('latin1')

describe('frozen bytes', () => {
  test('of an answer', async () => expectGolden('mails/answer.eml', await bytes()))
  test('of a digest with HTML', async () =>
    expectGolden(
      'mails/digest.eml',
      await bytes({
        kind: 'digest',
        dedupe: 'digest:widgets-devel:2026-W47',
        subject: '[Dibs] widgets-devel 2026-W47: no changes',
        to: 'widgets-devel@lists.example.org',
        replyTo: 'community@example.org',
        parent: null,
        list: 'widgets-devel',
        text: 'Nothing changed.\n',
        html: '<p>Nothing changed.</p>\n',
      }),
    ))
  test('are the same each time', async () => expect(await bytes()).toBe(await bytes()))
  test('are 7-bit, in lines of at most 998 bytes that end in CRLF', async () => {
    const text = await bytes({ text: `${'word '.repeat(1000)}\n${'\u00e9'.repeat(3000)}\nbare\rreturn\n` })
    expect(/^[\r\n\t\x20-\x7e]*$/.test(text)).toBe(true)
    expect(/[\r\n]/.test(text.replaceAll('\r\n', ''))).toBe(false)
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998)
  })
  test('fold a hundred references below 998 bytes', async () => {
    const references = Array.from({ length: 100 }, (_, at) =>
      messageId(`${'x'.repeat(200)}.${at}@example.net`),
    )
    const text = await bytes({ parent: { id: messageId('last@example.net'), references } })
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998)
    const parsed = await simpleParser(text)
    expect(parsed.references).toHaveLength(40)
    expect(parsed.references?.at(-1)).toBe('<last@example.net>')
  })
})

test('whatever a mail that came in says, the header has the same fields in the same number', async () => {
  const fields = (raw: string) =>
    raw
      .slice(0, raw.indexOf('\r\n\r\n'))
      .split('\r\n')
      .filter((line) => !/^\s/.test(line))
      .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
  const usual = fields(await bytes())
  const anything = fc.string({ unit: 'binary', maxLength: 300 })
  const injection = fc.constantFrom(
    '\r\nBcc: all@example.org',
    '\n\nbody',
    '\u0000',
    '=?utf-8?Q?=0D=0ABcc:_x?=',
    '\u2028X: y',
  )
  await fc.assert(
    fc.asyncProperty(anything, injection, anything, async (before, attack, after) => {
      const raw = await bytes({
        subject: `Re: ${cleanLine(before + attack + after, 150)}`,
        text: `Said: ${before}${attack}${after}`,
      })
      expect(fields(raw)).toEqual(usual)
      const parsed = await simpleParser(raw)
      expect(parsed.bcc).toBeUndefined()
      expect(parsed.messageId).toBe(`<${composed().messageId}>`)
    }),
    { numRuns: 300 },
  )
})
