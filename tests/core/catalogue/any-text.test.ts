// Any text at all gives entries or one line why not, and never takes long.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATALOGUE_FORMATS } from '../../../src/core/catalogue/page-format.ts'
import { readCatalogue } from '../../../src/core/catalogue/read-catalogue.ts'

const fixtures = ['harbour.txt', 'harbour.wikitext', 'harbour.html'].map((name) =>
  readFileSync(join(import.meta.dirname, '../../catalogues/harbour', name), 'utf8'),
)

function answered(text: string, format?: (typeof CATALOGUE_FORMATS)[number]): void {
  const read = readCatalogue(text, { page: 'any', ...(format ? { format } : {}) })
  if ('refused' in read) expect(read.refused).toMatch(/^any: [^\n]+$/)
  else
    for (const entry of read.entries)
      expect([entry.title.length > 0, entry.source.line > 0]).toEqual([true, true])
}

/** Pieces that mean something to one reader or another. */
const PIECES = [
  '{{project|',
  '}}',
  '|Project=',
  '\n|Desc=',
  '[[',
  ']]',
  '{|',
  '|}',
  '<table>',
  '</td>',
  '<tr>',
  'Date of insert: ',
  '; GSoC: yes',
  '\nDescription:',
  ' |',
  '\n|\n',
  '\n',
  '== a ==',
  '### T\n',
  '_Difficulty_: x\n',
  'entries:\n  - title: a\n',
  '- ',
  '[',
  '{',
  '"title":',
  '<!--',
  '<nowiki>',
  "'''",
  '&lt;',
  'From Xen\n',
  '10:00, 1 May 2030 (UTC): ',
  'https://x.example/(',
  '\0',
  '\u00a0',
  'Google Summer of Code students.',
  'İ',
  '\ud800',
]

describe('any text', () => {
  it('random strings and bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
        ),
        (text) => answered(text),
      ),
      { numRuns: 300 },
    )
  })
  it('pieces of every form in any order, as any form', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }),
        fc.option(fc.constantFrom(...CATALOGUE_FORMATS), { nil: undefined }),
        (pieces, format) => answered(pieces.join(''), format),
      ),
      { numRuns: 1500 },
    )
  })
  it('a page cut anywhere, and spliced with another', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.constantFrom(...fixtures),
        fc.nat(),
        fc.nat(),
        (a, b, from, to) => answered(a.slice(0, from % a.length) + b.slice(to % b.length)),
      ),
      { numRuns: 200 },
    )
  })
  it.each([
    ['nothing', '', /empty/],
    ['a program', `\u007fELF\0\0${'\0'.repeat(100)}`, /binary/],
    ['prose', 'Nothing is said here of any project. '.repeat(50), /no projects found/],
    [
      'a diff page',
      'Ideas: Difference between revisions\n\n{{project|Project=a|Date=b}}',
      /differences between revisions/,
    ],
    ['broken YAML', 'entries:\n  - title: "a\n', /line \d+/],
    ['a mail', 'From: a@example.org\nSubject: x\n\nI will work on it.\n', /no projects found/],
  ])('%s', (_, text, reason) => {
    const read = readCatalogue(text, { page: 'any' })
    expect('refused' in read ? read.refused : 'read').toMatch(reason)
  })
  it.each([
    ['one letter', 'a'],
    ['open templates', '{{project|Project=x|Desc='],
    ['open tags', '<div>'],
    ['open tables', '<table><tr><td>'],
    ['brackets', '['],
    ['a page', fixtures[1] ?? ''],
    ['another page', fixtures[2] ?? ''],
    ['dates', 'Date of insert: 1; GSoC: 2 '],
    ['emphasis', "{{project|Project=x|Desc='''a'' }}"],
  ])('eight million letters of %s take less than ten seconds', (_, piece) => {
    const text = piece.repeat(Math.ceil(8_000_000 / piece.length)).slice(0, 8_000_000)
    const start = performance.now()
    answered(text)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
  it('fifty million letters are answered at once', () => {
    const start = performance.now()
    answered('x'.repeat(50_000_000))
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
