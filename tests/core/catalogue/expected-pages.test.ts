// Two saved pages, field by field against an answer key made by hand. Both lie outside the project.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../../src/core/catalogue/read-catalogue.ts'
import type { CatalogueReading } from '../../../src/core/model/entry.ts'
import { sharedFolder } from '../../support/shared.ts'

interface Expected {
  title: string
  title_line: number
  section: string
  section_path: string[]
  complete: boolean
  inserted: { raw: string; iso: string | null; iso_dmy: string | null; iso_mdy: string | null } | null
  verified: { raw: string; iso: string | null } | null
  gsoc: { raw: string | null; normalised: string; condition: string | null }
  contacts: { name: string | null; email: string | null; role: string }[]
  list: string | null
  list_from_page_table?: string | null
  irc: string | null
  difficulty: { raw: string | null; normalised: string }
  skills: { raw: string | null }
  description_flat: string
  outcomes_flat: string
  review_comments: { author: string; when_iso: string; text: string; kind: string }[]
  references: { type: string; text: string }[]
  urls: string[]
  students: string[]
  state: string
  content_lost: { line: number }[]
}

const STATES: Record<string, string> = {
  listed: 'proposed',
  'listed, cut off': 'proposed',
  'needs more work': 'needs-work',
  'peer reviewed': 'reviewed',
  'accepted with mentor and student (GSoC 2014)': 'accepted',
}

const shared = sharedFolder()

/** Words without list marks, blanks collapsed. */
function flat(markdown: string | null): string {
  return (markdown ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:- |\d+\. )/, ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function readSeed(start: string): CatalogueReading {
  const folder = join(shared ?? '', 'seeds')
  const file = readdirSync(folder).find((name) => name.startsWith(start)) ?? ''
  const reading = readCatalogue(readFileSync(join(folder, file), 'utf8'), { page: file })
  if ('refused' in reading) throw new Error(reading.refused)
  return reading
}

describe.runIf(shared)('pages with an answer key', () => {
  const key = JSON.parse(readFileSync(join(shared ?? '', 'seeds/expected-000-002.json'), 'utf8'))
  for (const document of key.documents) {
    const reading = readSeed(document.seed.slice(0, 4))
    const expected: Expected[] = document.pages[0].entries
    it(`${document.seed} holds exactly the expected records, in order`, () => {
      expect(reading.entries.map((entry) => [entry.source.line, entry.title])).toEqual(
        expected.map((entry) => [entry.title_line, entry.title]),
      )
    })
    for (const [index, want] of expected.entries()) {
      it(`${document.seed}:${want.title_line} ${want.title}`, () => {
        const got = reading.entries[index]!
        const lost = reading.warnings.filter((each) => each.code === 'content-lost' && each.entry === got.id)
        expect({
          section: got.section,
          state: got.state,
          complete: got.complete,
          inserted: [got.inserted.raw, got.inserted.iso, got.inserted.readings ?? null],
          verified: [got.verified.raw, got.verified.iso],
          gsoc: [got.gsoc.raw, got.gsoc.value, got.gsoc.note],
          contacts: got.contacts,
          list: got.list,
          irc: got.irc,
          difficulty: [got.difficulty.raw, got.difficulty.level],
          skills: flat(got.skills),
          description: flat(got.description),
          outcomes: flat(got.outcomes),
          reviews: got.reviews,
          anchors: got.anchors,
          urls: got.urls,
          lost: lost
            .map((each) => each.line)
            .filter((line) => line > got.source.line && line < got.source.line + 40),
        }).toEqual({
          section: want.section,
          state: STATES[want.state],
          complete: want.complete,
          inserted: [
            want.inserted?.raw ?? null,
            want.inserted?.iso ?? null,
            want.inserted?.iso === null ? [want.inserted.iso_dmy, want.inserted.iso_mdy] : null,
          ],
          verified: [want.verified?.raw ?? null, want.verified?.iso ?? null],
          gsoc: [want.gsoc.raw, want.gsoc.normalised, want.gsoc.condition],
          contacts: want.contacts.map((person) => ({
            name: person.name ?? '',
            email: person.email,
            role: person.role === 'technical contact' ? 'contact' : person.role,
          })),
          list: want.list ?? want.list_from_page_table ?? null,
          irc: want.irc,
          difficulty: [want.difficulty.raw, want.difficulty.normalised],
          skills: flat(want.skills.raw?.replaceAll('•', '-') ?? null),
          description: want.description_flat,
          outcomes: want.outcomes_flat,
          reviews: want.review_comments.map((each) => ({
            author: each.author,
            date: each.when_iso,
            text: each.text,
            kind: each.kind,
          })),
          anchors: want.references.filter((each) => each.type === 'anchor').map((each) => each.text),
          urls: want.urls,
          lost: want.content_lost.map((each) => each.line),
        })
      })
    }
  }
})
