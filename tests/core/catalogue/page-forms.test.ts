// The same made page as saved text, wikitext and HTML: every form gives the same entries.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plainWords } from '../../../src/core/catalogue/plain-words.ts'
import type { CatalogueEntry } from '../../../src/core/model/entry.ts'
import { reads } from './seed-pages.ts'

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../catalogues/harbour', name), 'utf8')
const FORMS = {
  text: fixture('harbour.txt'),
  wikitext: fixture('harbour.wikitext'),
  html: fixture('harbour.html'),
}

/** What every form can say of an entry. */
function values(entry: CatalogueEntry) {
  return {
    id: entry.id,
    title: entry.title,
    section: entry.section,
    state: entry.state,
    list: entry.list,
    gsoc: [entry.gsoc.value, entry.gsoc.note, entry.gsoc.default ?? false],
    inserted: [entry.inserted.raw, entry.inserted.iso, entry.inserted.readings],
    verified: [entry.verified.iso, plainWords(entry.verified.default ? '' : entry.verified.raw)],
    difficulty: entry.difficulty,
    skills: plainWords(entry.skills),
    description: plainWords(entry.description),
    outcomes: plainWords(entry.outcomes),
    contacts: entry.contacts,
    reviews: entry.reviews.map((each) => ({ ...each, text: plainWords(each.text) })),
    anchors: entry.anchors,
    parent: entry.parent ?? null,
  }
}

const entriesOf = (form: keyof typeof FORMS) => reads(FORMS[form], 'Harbour ideas').entries
const TITLES = [
  'Compute tides on the GPU.',
  'Live readings: gauges, buoys & ships',
  'Predict storm surges',
  'Draw contour lines (again)',
  'Print charts',
  'Is the engine ready for rivers?',
  'Import S-57/S-101 charts',
  'Write a gauge simulator',
  "Tülin's tide table: PDF > HTML",
  'Anchor watch',
  'Chart server: from files to tiles',
  'Sounder logs (raw) | cooked',
]

describe('one page in three forms', () => {
  for (const form of ['text', 'wikitext', 'html'] as const)
    it(`${form} holds these titles`, () => {
      expect(entriesOf(form).map((entry) => entry.title)).toEqual(
        form === 'text' ? TITLES : [...TITLES, 'Time signals.'],
      )
    })

  for (const form of ['wikitext', 'html'] as const)
    for (const [index, title] of TITLES.entries())
      it(`${form} gives "${title}" the values of the text`, () => {
        const want = values(entriesOf('text')[index] as CatalogueEntry)
        const got = values(entriesOf(form)[index] as CatalogueEntry)
        if (title.startsWith('Import S-57')) {
          // The text form lost the list of links; the others must have it.
          expect(got.description).toBe(`${want.description} S-57 S-101`)
          want.description = got.description
        }
        if (form === 'wikitext' && want.verified[0] === null && want.verified[1] === '')
          want.verified = got.verified
        expect(got).toEqual(want)
      })

  it('wikitext and HTML keep the targets of links, each once', () => {
    const urls = (form: 'wikitext' | 'html') => entriesOf(form).map((entry) => entry.urls)
    expect(urls('wikitext')).toEqual(urls('html'))
    expect(urls('html')[0]).toEqual(['https://bench.example.org/?a=summary;b=tide'])
  })

  it('text with the margin and the stars of a text browser reads the same', () => {
    const page = FORMS.text.replace(/^(.)/gm, '   $1').replaceAll('•', '*')
    expect(reads(page, 'Harbour ideas').entries).toEqual(entriesOf('text'))
  })

  it('text with the line ends of Windows reads the same', () => {
    for (const form of ['text', 'wikitext'] as const)
      expect(reads(FORMS[form].replaceAll('\n', '\r\n'), 'Harbour ideas').entries).toEqual(entriesOf(form))
  })

  it('a template that is never closed costs its own entry only', () => {
    const broken = FORMS.wikitext.replace('|Outcomes=TBD\n}}', '|Outcomes=TBD')
    const reading = reads(broken, 'Harbour ideas')
    expect(reading.entries.map((entry) => entry.title)).toEqual([...TITLES, 'Time signals.'])
    expect(reading.warnings.filter((each) => each.code === 'unclosed').map((each) => each.line)).toEqual([
      FORMS.wikitext.slice(0, FORMS.wikitext.indexOf('|GSoC=no, too')).split('\n').length - 1,
    ])
  })

  it('a parameter no field is made for is kept', () => {
    expect(entriesOf('wikitext')[4]?.extra).toEqual({ Colour: 'blue' })
  })

  it('a title without any field is an incomplete entry', () => {
    for (const form of ['wikitext', 'html'] as const)
      expect([entriesOf(form)[12]?.complete, entriesOf(form)[12]?.difficulty.level]).toEqual([
        false,
        'missing',
      ])
  })

  it('the rendered page tells its revision', () => {
    expect(entriesOf('html')[0]?.source).toMatchObject({
      page: 'Harbour ideas',
      revision: '4711',
      revised: '2031-03-09T07:30:00Z',
    })
  })

  it('lines point at the entry', () => {
    for (const form of ['text', 'wikitext', 'html'] as const)
      for (const entry of entriesOf(form)) {
        const line = (FORMS[form].split('\n')[entry.source.line - 1] ?? '')
          .replaceAll('&amp;', '&')
          .replaceAll('&gt;', '>')
        expect(line, `${form} ${entry.title}`).toMatch(
          form === 'wikitext' ? /\{\{/ : new RegExp(entry.title.slice(-9, -3).replace(/[()>]/g, '.')),
        )
      }
  })
})
