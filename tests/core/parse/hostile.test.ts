// Texts made to cost time, at the size the decoder lets through, and any text at all.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DecodedMail } from '../../../src/core/model/mail.ts'
import { processorMs } from '../../support/processor-time.ts'
import { parse } from './read-fixture.ts'

const SIZE = 256 * 1024

function mail(text: string | null, over: Partial<DecodedMail> = {}): DecodedMail {
  return {
    headers: [
      { name: 'from', value: 'Kim Berg <kim@example.org>' },
      { name: 'message-id', value: '<m1@example.org>' },
    ],
    subject: 'Hello',
    from: [{ name: 'Kim Berg', address: 'kim@example.org' }],
    sender: null,
    replyTo: [],
    to: [{ name: '', address: 'dibs@example.org' }],
    cc: [],
    date: 0,
    received: null,
    text,
    html: null,
    attachments: [],
    size: 0,
    hash: '00',
    truncated: null,
    ...over,
  }
}

const fill = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE)

const texts: readonly (readonly [string, string])[] = [
  ['one sentence of 256 Ki characters', fill('I am working on the scheduler and ')],
  ['one word', fill('a')],
  ['10,000 quote levels', `${'>'.repeat(10_000)} x\n`.repeat(26)],
  ['a quote level more in each line', Array.from({ length: 700 }, (_, i) => `${'> '.repeat(i)}x`).join('\n')],
  ['empty lines', fill('\n')],
  ['blanks', fill(' ')],
  ['blanks and a letter', `${fill(' ').slice(1)}x`],
  ['lines of one letter', fill('a\n')],
  ['dashes', fill('-')],
  ['lines of dashes', fill('--- \n')],
  ['signature marks', fill('-- \n')],
  ['zoho marks', fill('---- a ----\n')],
  ['attributions', fill('On Mon, 2 Mar 2026 at 09:00, Ola <ola@example.org> wrote:\n')],
  [
    'attributions with own words',
    fill('On Mon, 2 Mar 2026 at 09:00, Ola <ola@example.org> wrote:\nhello\n\n'),
  ],
  ['halves of attributions', fill('On Mon, 2 Mar 2026 at 09:00,\n')],
  ['colons', fill('a:\n')],
  ['From lines', fill('From: Ola Nord <ola@example.org>\n')],
  ['From lines with one field', fill('From: Ola Nord <ola@example.org>\nTo: Kim\n\n')],
  ['rules', fill('________________________________\n')],
  ['notices', fill('This email is long\n')],
  ['notice words', fill('confidential \n')],
  ['list footers', fill('_____\nsubscribe\n')],
  ['closings', fill('Thanks,\n')],
  ['closings and names', fill('Best regards,\nKim Berg\n\n')],
  ['device lines', fill('Sent from my iPhone\n')],
  ['diff starts', fill('diff --git a/x b/x\n')],
  ['hunks that promise more', fill('@@ -1,99999 +1,99999 @@\n x\n\n')],
  ['diffstat bars', fill(' a | ')],
  ['diffstat lines', fill(' a.c | 1 +\n')],
  ['shortlogs', fill('Kim (1):\n  x\n')],
  ['fences', fill('```\n')],
  ['code', fill('if (x) { y = z; }\n')],
  ['prompts', fill('a@b:~# ls\n')],
  ['at signs and dollars', fill('@$')],
  ['letters announced', fill("Here is Ola's cover letter:\n")],
  ['change ids', fill('change-id: 20260303-a-b\n')],
  ['lore links', fill('https://lore.kernel.org/r/a@b v1 ')],
  ['lore links without end', fill('https://lore.kernel.org/r/')],
  ['commands', fill('claim x\n')],
  ['slips', fill('clami x\n')],
  ['#dibs lines', fill('#dibs clami x\n')],
  ['bidi and zero-width characters', fill('\u202e\u200b\u2066a')],
  ['lone surrogates', fill('\ud800')],
  ['surrogates the wrong way round', fill('\udc00\ud800')],
  ['combining marks', fill('e\u0301')],
  ['carriage returns', fill('a\r')],
  ['capital letters before a bracket', fill('AAAA>\n')],
  ['vertical bars', fill('| a\n')],
]

describe('hostile text costs little', () => {
  test.each(texts)('%s', (_, text) => {
    expect(processorMs(() => parse(mail(text)))).toBeLessThan(50)
  })
})

describe('hostile HTML costs little', () => {
  test.each([
    ['nested divs', fill('<div>')],
    ['nested blockquotes', fill('<blockquote>')],
    ['nested unclosed everything', fill('<b><i><p><li><td>')],
    ['open tags without end', fill('<a ')],
    ['attributes', `<a ${fill('b=c ')}>`],
    ['entities', fill('&amp;')],
    ['ampersands', fill('&')],
    ['comments', fill('<!-- ')],
    ['links', fill('<a href="https://example.org/">x</a>')],
    ['open links', fill('<a href="https://example.org/">x')],
    ['quoted line breaks', `<blockquote>${fill('<br>')}`],
    ['hidden parts', fill('<style>')],
    ['preformatted blanks', `<pre>${fill(' \n')}`],
  ])('%s', (_, html) => {
    expect(processorMs(() => parse(mail(null, { html })))).toBeLessThan(50)
  })
})

describe('hostile subjects and fields cost little', () => {
  test.each([
    ['brackets', '[a] '.repeat(500)],
    ['open brackets', '['.repeat(2000)],
    ['reply marks', 'Re: '.repeat(500)],
    ['was', '(was: '.repeat(300)],
    ['years', 'GSoC 20'.repeat(280)],
    ['autoreply words', 'auto '.repeat(400)],
  ])('%s', (_, subject) => {
    expect(processorMs(() => parse(mail('x', { subject })))).toBeLessThan(20)
  })
  test.each([
    ['references', '<a@b>'.repeat(20_000)],
    ['open references', '<'.repeat(100_000)],
    ['halves', '<a@b '.repeat(20_000)],
  ])('%s', (_, value) => {
    const headers = [
      { name: 'references', value },
      { name: 'list-id', value },
      { name: 'x-original-from', value },
      { name: 'message-id', value },
    ]
    expect(processorMs(() => parse(mail('x', { headers })))).toBeLessThan(50)
  })
})

describe('any text', () => {
  const lines = fc.constantFrom(
    '> quoted',
    'On Mon, 2 Mar 2026, Ola wrote:',
    '-- ',
    'From: Ola',
    'Sent: Monday',
    'To: Kim',
    'Subject: x',
    '---',
    'diff --git a b',
    '@@ -1 +1 @@',
    '+x',
    ' 1 file changed',
    'Thanks,',
    'Kim',
    '```',
    'x;',
    "Ola's letter:",
    '',
    ' ',
    '#dibs claim x',
    'I am working on it.',
    '_____',
    'mailing list',
    '\ud800',
    '\u202e',
    '\r',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.oneof(lines, fc.string({ maxLength: 30 })), { maxLength: 40 }).map((all) => all.join('\n')),
  )

  test('own spans lie in the text, in order, apart, and hold words', () => {
    fc.assert(
      fc.property(text, (body) => {
        const { message } = parse(mail(body))
        let end = 0
        for (const span of message.own) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          expect(message.text.slice(span.start, span.end).trim()).toBe(
            message.text.slice(span.start, span.end),
          )
          end = span.end
        }
        expect(end).toBeLessThanOrEqual(message.text.length)
        expect(message.text.isWellFormed()).toBe(true)
        expect(message.text).not.toMatch(/[\0\r\u202e]/)
      }),
      { numRuns: 2000 },
    )
  })
  test('the same mail gives the same message', () => {
    fc.assert(
      fc.property(text, (body) => {
        expect(parse(mail(body))).toEqual(parse(mail(body)))
      }),
    )
  })
  test('a quoted line is never own', () => {
    fc.assert(
      fc.property(text, (body) => {
        const { message } = parse(
          mail(
            body
              .split('\n')
              .map((line) => `> ${line}`)
              .join('\n'),
          ),
        )
        const leaks = message.own
          .map((span) => message.text.slice(span.start, span.end))
          .filter((words) => words.includes('I am working on it.'))
        // A line separator inside a quoted line starts a line of its own, which has no mark.
        if (!/[\r\u2028\u2029]/.test(body)) expect(leaks).toEqual([])
      }),
    )
  })
  test('any HTML is read', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom(
                '<p>',
                '</p>',
                '<blockquote>',
                '</blockquote>',
                '<br>',
                'x',
                '&nbsp;',
                '<a href="http://x/">',
                '</a>',
                '<style>',
                '</style>',
                '<!--',
                '-->',
                '<pre>',
                '\n',
              ),
            )
            .map((all) => all.join('')),
        ),
        (html) => {
          const { message } = parse(mail(null, { html }))
          expect(message.text.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})

test('a sentence that never ends is not read, and says so', () => {
  const { message } = parse(mail(`I claim it.\n${fill('I am working on it and ')}\n`))
  expect(message.own.map((span) => message.text.slice(span.start, span.end))).toEqual(['I claim it.'])
  expect(message.notScanned).toContain('read in part')
})

test('own text over 64 Ki characters is cut, and says so', () => {
  const { message } = parse(mail(fill('I write and write.\n')))
  expect(message.notScanned).toContain('at most 64 Ki characters')
  expect(message.own.reduce((sum, span) => sum + span.end - span.start, 0)).toBeLessThanOrEqual(64 * 1024)
})
