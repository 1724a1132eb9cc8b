// What the words of single fields mean.
import { describe, expect, it } from 'vitest'
import { findAnchors, findUrls } from '../../../src/core/catalogue/find-links.ts'
import { readContacts } from '../../../src/core/catalogue/read-contacts.ts'
import { readDate } from '../../../src/core/catalogue/read-date.ts'
import { readDifficulty } from '../../../src/core/catalogue/read-difficulty.ts'
import { readGsoc } from '../../../src/core/catalogue/read-gsoc.ts'
import { readReviews } from '../../../src/core/catalogue/read-reviews.ts'
import { slugOf } from '../../../src/core/catalogue/slug.ts'

describe('dates', () => {
  it.each([
    ['2031-01-23', '2031-01-23'],
    ['01/22/2031', '2031-01-22'],
    ['22/01/2031', '2031-01-22'],
    ['15/11/31', '2031-11-15'],
    ['08/08/2031', '2031-08-08'],
    ['Sep 1 2031', '2031-09-01'],
    ['Feb 8th, 2031 (see there)', '2031-02-08'],
    ['3 March 2031', '2031-03-03'],
    ['01/08/2031', null],
    ['2/5/2031', null],
    ['31/02/2031', null],
    ['Not updated in 2031', null],
    ['?', null],
    ['', null],
  ])('%s', (raw, iso) => {
    expect([readDate(raw).raw, readDate(raw).iso]).toEqual([raw, iso])
  })
  it('an ambiguous one keeps both readings, day first', () => {
    expect(readDate('01/08/2031')).toEqual({
      raw: '01/08/2031',
      iso: null,
      readings: ['2031-08-01', '2031-01-08'],
    })
  })
  it('a reading later than the page is out, and the other is only evidence', () => {
    expect(readDate('12/03/2031', '2031-03-22')).toMatchObject({ iso: null, byEvidence: '2031-03-12' })
    expect(readDate('12/03/2031', '2031-12-31').byEvidence).toBeUndefined()
  })
  it('the template default is told apart', () => {
    expect(readDate('Not updated in 2020').default).toBe(true)
  })
})

describe('programme flag', () => {
  it.each([
    ['Yes', 'yes', null],
    ['yes.', 'yes', null],
    ['No', 'no', null],
    ['no, too difficult', 'no', 'too difficult'],
    ['No, unless it rains', 'conditional', 'unless it rains'],
    ['Yes, perhaps?', 'conditional', 'perhaps?'],
    ['Unknown', 'unknown', null],
    ['', 'unknown', null],
    ['maybe', 'unknown', 'maybe'],
    ['N/A', 'not_applicable', null],
    ['Not applicable', 'not_applicable', null],
    ['Nobody asked', 'unknown', 'Nobody asked'],
  ])('%s', (raw, value, note) => {
    expect(readGsoc(raw)).toMatchObject({ value, note, raw })
  })
})

describe('difficulty', () => {
  it.each([
    ['Low', 'easy'],
    ['medium', 'medium'],
    ['High', 'hard'],
    ['Medium to small', 'easy-medium'],
    ['Low-Medium', 'easy-medium'],
    ['Moderate, to Extremely Difficult (depending on the area)', 'medium-hard'],
    ['Medium, needs a good understanding of memory management', 'medium'],
    ['Various levels of difficulty', 'various'],
    ['Not too hard if you are familiar with the hardware', 'free_text'],
    ['Unknown', 'unknown'],
    ['', 'missing'],
    ['N/A', 'not_applicable'],
  ])('%s', (raw, level) => {
    expect(readDifficulty(raw).level).toBe(level)
  })
})

describe('contacts', () => {
  const shown = (raw: string) => readContacts(raw).map((each) => `${each.role}: ${each.name} <${each.email}>`)
  it.each([
    ['Ada Quill <ada@example.org>', ['contact: Ada Quill <ada@example.org>']],
    [
      'Ada Quill <Ada@Example.ORG>, Bo Marsh',
      ['contact: Ada Quill <ada@example.org>', 'contact: Bo Marsh <null>'],
    ],
    [
      'Ada Quill <ada@example.org> Bo Marsh <bo@example.org>',
      ['contact: Ada Quill <ada@example.org>', 'contact: Bo Marsh <bo@example.org>'],
    ],
    ['<Ada Quill>', ['contact: Ada Quill <null>']],
    ['Dan <dan.x_AT_example_DOT_org>', ['contact: Dan <dan.x@example.org>']],
    ['Till <till at example dot org>', ['contact: Till <till@example.org>']],
    ['Ada Quill <first.last@example.org>', ['contact: Ada Quill <null>']],
    ['Mentor: Ada Quill, Student: Tülin İZER', ['mentor: Ada Quill <null>', 'student: Tülin İZER <null>']],
    ['Mentor: Ada Quill; Intern: Bo Marsh', ['mentor: Ada Quill <null>', 'student: Bo Marsh <null>']],
    [
      'Mentor(s): Ada Quill (Tides) and Bo van der Marsh',
      ['mentor: Ada Quill <null>', 'mentor: Bo van der Marsh <null>'],
    ],
    ["Send a mail to tide@lists.example.org if you're interested", ['contact:  <tide@lists.example.org>']],
    [
      'Ada Quill <ada@example.org>; make sure you CC tide@lists.example.org on all mail; tag it with [GSoC]',
      ['contact: Ada Quill <ada@example.org>'],
    ],
    ['[Ada Quill](mailto:ada@example.org)', ['contact: Ada Quill <ada@example.org>']],
    ['TBD', []],
    ['', []],
  ])('%s', (raw, want) => {
    expect(shown(raw)).toEqual(want)
  })
})

describe('remarks', () => {
  const lines = (...texts: string[]) => texts.map((text, index) => ({ text, line: index + 1 }))
  it('are taken out of a text', () => {
    const read = readReviews(lines('A text.', 'Nell.hart 4:05, 3 March 2031 (UTC): Do more.'), 'text')
    expect([read.lines.map((line) => line.text), read.reviews]).toEqual([
      ['A text.'],
      [{ author: 'Nell.hart', date: '2031-03-03T04:05:00Z', text: 'Do more.', kind: 'comment' }],
    ])
  })
  it('go on over lines where remarks are expected; the instruction is none', () => {
    const read = readReviews(
      lines(
        '(delete as addressed)',
        '- Ivo (talk) 10:00, 1 May 2031 (UTC): One',
        'and two.',
        '- ~~~~: unsigned',
      ),
      'review',
    )
    expect(read.reviews.map((each) => [each.author, each.text])).toEqual([
      ['Ivo', 'One\nand two.'],
      ['', 'unsigned'],
    ])
  })
})

describe('links', () => {
  it.each([
    ['(see http://a.example).', ['http://a.example']],
    ['http://a.example/?p=x.git;a=summary and', ['http://a.example/?p=x.git;a=summary']],
    ['[words](https://a.example/w_(x)), [again](https://a.example/w_(x))', ['https://a.example/w_(x)']],
    ['git://a.example/x http://b.example/', ['git://a.example/x', 'http://b.example/']],
  ])('%s', (text, want) => {
    expect(findUrls(text)).toEqual(want)
  })
  it('anchors alone on a line or after a sentence, not in it', () => {
    expect(
      findAnchors([
        'Ideas_2031#pump',
        'It works. Ideas_2031#sail',
        'as in Ideas_2031#mast',
        'https://a.example/x#y',
        '#8',
      ]),
    ).toEqual(['Ideas_2031#pump', 'Ideas_2031#sail'])
  })
})

describe('ids', () => {
  it.each([
    ['CPU/RAM/PCI diagram tool', 'cpu-ram-pci-diagram-tool'],
    ['Is it ready?', 'is-it-ready'],
    ['Tülin’s İdea', 'tulin-s-idea'],
    ['  ', 'entry'],
  ])('%s', (title, id) => {
    expect(slugOf(title)).toBe(id)
  })
})
