// Any entry at all, for property tests.
import fc from 'fast-check'
import { readDate } from '../../../src/core/catalogue/read-date.ts'
import { readDifficulty } from '../../../src/core/catalogue/read-difficulty.ts'
import { readGsoc } from '../../../src/core/catalogue/read-gsoc.ts'
import { slugOf } from '../../../src/core/catalogue/slug.ts'
import type { CatalogueEntry } from '../../../src/core/model/entry.ts'

/** Text without lone surrogates and line ends that YAML does not keep. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((each) => each.replace(/\r/g, '\n'))
const title = fc
  .oneof(text, fc.constantFrom('A: b', '- x', '#5', 'yes', '1.5', '{a}', '"', "it's", 'null'))
  .map((each) => each.trim() || 'x')
const name = fc.constantFrom('Ada Quill', 'Tülin İnan', 'Bo', '')
const day = fc.constantFrom('2030-01-02', '01/02/2030', '15/11/2030', 'Sep 1 2030', '?', '', null)

export const anyEntry: fc.Arbitrary<CatalogueEntry> = fc
  .record({
    title,
    aliases: fc.array(text, { maxLength: 2 }),
    section: fc.option(text),
    list: fc.option(text),
    irc: fc.option(text),
    keywords: fc.array(text, { maxLength: 2 }),
    gsoc: fc
      .constantFrom('Yes', 'no, too much work', 'No, unless it rains', 'Unknown', 'N/A', 'maybe')
      .map(readGsoc),
    inserted: day.map((raw) => readDate(raw)),
    verified: day.map((raw) => readDate(raw)),
    difficulty: fc.constantFrom('High', 'Low to medium', '', 'Unknown', 'ask me', null).map(readDifficulty),
    skills: fc.option(text),
    description: fc.option(text),
    outcomes: fc.option(text),
    state: fc.constantFrom('proposed', 'needs-work', 'reviewed', 'accepted', 'archived', null),
    complete: fc.boolean(),
    contacts: fc.array(
      fc.record({
        name,
        email: fc.constantFrom('ada@example.org', null),
        role: fc.constantFrom('contact', 'mentor', 'student'),
      }),
      { maxLength: 3 },
    ),
    reviews: fc.array(
      fc.record({
        author: name,
        date: fc.constantFrom('2030-01-02T03:04:00Z', null),
        text,
        kind: fc.constantFrom('comment', 'vote'),
      }),
      {
        maxLength: 2,
      },
    ),
    urls: fc.array(fc.webUrl(), { maxLength: 2 }),
    anchors: fc.array(text, { maxLength: 2 }),
    source: fc.record({ page: text, line: fc.integer({ min: 1, max: 999 }), revision: fc.option(text) }),
    extra: fc.dictionary(fc.stringMatching(/^[A-Za-z][a-z]{0,8}$/), text, {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  })
  .map((entry) => ({ id: slugOf(entry.title), ...entry }) as CatalogueEntry)
