// Readers look at wakeful lines only; looking at all lines must tell nothing else.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markSheet } from '../../../src/core/parse/own-text.ts'
import { readSheet, type Sheet } from '../../../src/core/parse/sheet.ts'
import { wakefulLines } from '../../../src/core/parse/wakeful.ts'

const author = { name: 'Kim Berg', address: 'kim@example.org' }
const everyOwnLine = (sheet: Sheet): number[] => sheet.kinds.flatMap((kind, i) => (kind === 'own' ? [i] : []))

const PIECES = [
  'I have started on the scheduler project',
  'the reader of the second list wrote',
  'Hi all,',
  '> quoted words',
  'On Mon, 2 Mar 2026 at 09:00, Ola Nord <ola@example.org> wrote:',
  'On Mon, 2 Mar 2026 at 09:00, Ola Nord <ola@example.org>',
  'Ola Nord schrieb',
  'wrote:',
  '---- On Mon, 2 Mar 2026 Ola <ola@example.org> wrote ----',
  '-----Original Message-----',
  'Begin forwarded message:',
  'From: Ola Nord <ola@example.org>',
  '发件人： Ola Nord',
  'Sent: Monday',
  'To: Kim',
  'Subject: [PATCH 1/2] x',
  '________________________________',
  'devel mailing list',
  'To unsubscribe from this list',
  'https://lists.example.org/mailman/listinfo/devel',
  'This message is confidential and intended only for you',
  'Virus-free. www.example.org',
  'Sent from my phone',
  'Von meinem Telefon gesendet',
  'Best regards',
  'mit freundlichen Grüßen',
  'Kim Berg',
  '-- ',
  '--Kim',
  '—',
  '---',
  '```',
  'int x = 3;',
  'if (x)',
  'static int probe(struct device *dev,',
  '#define X 1',
  '$ make',
  'root@host:~# ls',
  'kim@host ~ $ make',
  '[    1.234567] oops',
  'Signed-off-by: Kim Berg <kim@example.org>',
  'Cc: stable',
  "Here is Ola's cover letter:",
  'diff --git a/x b/x',
  '@@ -1 +1 @@',
  '+x',
  ' x.c | 2 +-',
  ' 1 file changed',
  '    indented words',
  '',
]
const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...PIECES),
        fc.nat(40),
        fc.constantFrom(' ', '\t', ':', '\u00a0', 'ſ', ')', '>', '.', 'wrote'),
      )
      .map(([piece, at, odd]) => piece.slice(0, at) + odd + piece.slice(at)),
  },
)

describe('wakeful lines', () => {
  test('are all that readers need to look at, whatever the mail', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n')),
        (text) => {
          const fast = markSheet(text, author)
          const plain = markSheet(text, author, everyOwnLine)
          expect(fast.sheet.kinds).toEqual(plain.sheet.kinds)
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('are few: plain sentences sleep', () => {
    const text = 'I have started on the scheduler\nand will send patches soon.\n\nIs that "fine"?\n\nThanks'
    expect(wakefulLines(readSheet(text))).toEqual([5])
  })
})
