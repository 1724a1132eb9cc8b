// What is given away can be read again: every form in the fields it can hold.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportCatalogue } from '../../../src/core/catalogue/export-catalogue.ts'
import { MARKDOWN_HEADINGS } from '../../../src/core/catalogue/export-markdown.ts'
import { WIKI_HEADINGS } from '../../../src/core/catalogue/export-wikitext.ts'
import { mergeCatalogue } from '../../../src/core/catalogue/merge-catalogue.ts'
import { plainWords } from '../../../src/core/catalogue/plain-words.ts'
import type { Catalogue, CatalogueEntry } from '../../../src/core/model/entry.ts'
import { anyEntry } from './any-entry.ts'
import { reads, SEEDS, seedsFolder, seedText } from './seed-pages.ts'

const harbour = (form: string) =>
  readFileSync(join(import.meta.dirname, '../../catalogues/harbour', form), 'utf8')

const CATALOGUES: Record<string, Catalogue> = {
  'harbour text': { entries: reads(harbour('harbour.txt'), 'harbour').entries },
  'harbour wikitext': { entries: reads(harbour('harbour.wikitext'), 'harbour').entries },
  'harbour html': { entries: reads(harbour('harbour.html'), 'harbour').entries },
}
if (seedsFolder)
  CATALOGUES['the saved pages, merged'] = mergeCatalogue(
    SEEDS.map((seed) => reads(seedText(seed), seed)),
    {},
  ).catalogue

/** Headings that the export writes for entries without a section. */
const GENERATED = new Set([...Object.values(WIKI_HEADINGS), ...Object.values(MARKDOWN_HEADINGS)])

const texts = (entry: CatalogueEntry) => `${entry.description} ${entry.outcomes} ${entry.skills}`

/** The fields wikitext and Markdown hold; texts by their words. */
function held(entry: CatalogueEntry, form: 'wikitext' | 'markdown') {
  return {
    title: entry.title,
    state: entry.state,
    section: entry.section !== null && GENERATED.has(entry.section) ? null : entry.section,
    gsoc: [entry.gsoc.value, entry.gsoc.note],
    inserted: [entry.inserted.raw, entry.inserted.iso],
    verified:
      entry.verified.default || entry.verified.raw === null ? null : [entry.verified.raw, entry.verified.iso],
    difficulty: entry.difficulty.default || !entry.difficulty.raw ? null : entry.difficulty,
    skills: entry.defaults?.includes('skills') || !entry.skills ? '' : plainWords(entry.skills),
    description: plainWords(entry.description),
    outcomes: entry.defaults?.includes('outcomes') ? '' : plainWords(entry.outcomes),
    contacts: entry.contacts,
    reviews: entry.reviews.map((each) => [
      form === 'wikitext' ? each.kind : null,
      each.author,
      each.date,
      plainWords(each.text),
    ]),
    anchors: form === 'wikitext' ? entry.anchors : [],
    urls: form === 'wikitext' ? entry.urls.filter((url) => texts(entry).includes(url)).sort() : [],
  }
}

const byTitle = (a: { title: string }, b: { title: string }) => (a.title < b.title ? -1 : 1)

describe('round trip', () => {
  for (const [name, catalogue] of Object.entries(CATALOGUES)) {
    it(`${name}: YAML and JSON hold everything`, () => {
      for (const format of ['yaml', 'json'] as const)
        expect(reads(exportCatalogue(catalogue, format), 'again').entries).toEqual(catalogue.entries)
    })

    it(`${name}: wikitext holds the template's fields`, () => {
      const again = reads(exportCatalogue(catalogue, 'wikitext'), 'again')
      expect(again.entries.map((entry) => held(entry, 'wikitext')).sort(byTitle)).toEqual(
        catalogue.entries.map((entry) => held(entry, 'wikitext')).sort(byTitle),
      )
    })

    it(`${name}: Markdown holds the labelled fields`, () => {
      const whole = catalogue.entries.filter((entry) => entry.complete)
      const again = reads(exportCatalogue({ entries: whole }, 'markdown'), 'again')
      expect(again.entries.map((entry) => held(entry, 'markdown')).sort(byTitle)).toEqual(
        whole.map((entry) => held(entry, 'markdown')).sort(byTitle),
      )
    })

    it(`${name}: exporting what was read from an export changes nothing any more`, () => {
      for (const format of ['yaml', 'wikitext', 'markdown'] as const) {
        const once = exportCatalogue(
          { entries: reads(exportCatalogue(catalogue, format), 'again').entries },
          format,
        )
        const twice = exportCatalogue({ entries: reads(once, 'again').entries }, format)
        expect(twice).toBe(once)
      }
    })
  }

  it('YAML gives back any entry', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyEntry, { selector: (entry) => entry.id, minLength: 1, maxLength: 4 }),
        (entries) => {
          const again = reads(exportCatalogue({ entries }, 'yaml'), 'again')
          expect(again.entries).toEqual(entries)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('a cell that a spreadsheet would calculate is made text', () => {
    const [entry] = CATALOGUES['harbour text']?.entries ?? []
    const csv = exportCatalogue(
      { entries: [{ ...(entry as CatalogueEntry), title: '=HYPERLINK("x")' }] },
      'csv',
    )
    expect(csv.split('\r\n')[1]).toContain(`,"'=HYPERLINK(""x"")",`)
    expect(csv.split('\r\n')[0]).toMatch(/^id,title,section,/)
  })
})
