// One project once: what merges unasked, what a settlement merges, which record wins, what stands over all.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { duplicateCandidates } from '../../../src/core/catalogue/duplicate-candidates.ts'
import { mergeCatalogue } from '../../../src/core/catalogue/merge-catalogue.ts'
import type { CatalogueEntry } from '../../../src/core/model/entry.ts'
import { reads, SEEDS, seedsFolder, seedText } from './seed-pages.ts'

const root = join(import.meta.dirname, '../../..')
const yaml = (text: string, page = 'own.yaml') => reads(text, page)
const merge = (...texts: string[]) =>
  mergeCatalogue(
    texts.map((text, index) => yaml(text, `page ${index}`)),
    {},
  )
const entries = (...texts: string[]) => merge(...texts).catalogue.entries
const by = (id: string, list: readonly CatalogueEntry[]) =>
  list.find((entry) => entry.id === id) as CatalogueEntry

describe('what is one project', () => {
  it('the same title but for case and punctuation', () => {
    expect(entries('entries: [{title: "Fix the pump."}]', 'entries: [{title: fix the pump}]')).toHaveLength(1)
  })
  it('the same anchor under another title, the old title being an alias', () => {
    const [entry, ...rest] = entries(
      'entries: [{title: Old pump, anchors: ["Ideas#pump"]}]',
      'entries: [{title: New pump, anchors: ["Ideas#pump"]}]',
    )
    expect([entry?.id, entry?.title, entry?.aliases, rest]).toEqual([
      'old-pump',
      'New pump',
      ['Old pump'],
      [],
    ])
  })
  it('an alias that the other one has as title', () => {
    expect(entries('entries: [{title: A one, aliases: [B two]}]', 'entries: [{title: B two}]')).toHaveLength(
      1,
    )
  })
  it('not: the same slug of different titles', () => {
    expect(
      entries('entries: [{title: Port to C}]', 'entries: [{title: Port to C++}]').map((each) => each.id),
    ).toEqual(['port-to-c', 'port-to-c-2'])
  })
  it('not: the same anchor where it is settled that they are distinct', () => {
    const text =
      'distinct: [[One, Two]]\nentries: [{title: One, anchors: ["P#a"]}, {title: Two, anchors: ["P#a"]}]'
    expect(entries(text)).toHaveLength(2)
  })
  it('what a settlement names, under the id of its first name', () => {
    const [entry, ...rest] = entries(
      'merges: [[New name, Old name]]\nentries: [{title: Old name}, {title: New name}]',
    )
    expect([entry?.id, rest]).toEqual(['new-name', []])
  })
  it('an id that the catalogue gives and a title that makes the same', () => {
    expect(entries('entries: [{id: pump, title: Mend the pump}]', 'entries: [{title: Pump}]')).toHaveLength(1)
  })
  it('not: the second of two clashing titles on different pages', () => {
    const page = (title: string) => `entries: [{title: Port to C}, {title: ${title}}]`
    expect(entries(page('Port to C++'), page('"Port to C#"')).map((each) => each.title)).toEqual([
      'Port to C',
      'Port to C++',
      'Port to C#',
    ])
  })
  it('titles in another script keep ids of their own', () => {
    expect(entries('entries: [{title: 計画}, {title: 構想}]').map((each) => each.id)).toEqual([
      'entry',
      'entry-2',
    ])
  })
})

describe('which record wins', () => {
  const older =
    'revised: 2030-01-01\nentries: [{title: P, difficulty: High, skills: C, verified: 2031-02-01, contacts: [{name: Ada Quill, email: ada@example.org}]}]'
  const newer =
    'revised: 2031-01-01\nentries: [{title: P, difficulty: Low, contacts: [{name: Ada Quill, role: mentor}]}]'
  it('the later Verified date, before the later page', () => {
    expect(entries(older, newer)[0]?.difficulty.level).toBe('hard')
  })
  it('the accepted one, before the later page', () => {
    const accepted = 'revised: 2029-01-01\nentries: [{title: P, state: accepted}]'
    expect(entries(newer, accepted)[0]?.state).toBe('accepted')
  })
  it('the later page, whatever the order of import; gaps are filled from the older one', () => {
    const plain = older.replace('verified: 2031-02-01, ', '')
    for (const order of [
      [plain, newer],
      [newer, plain],
    ]) {
      const [entry] = entries(...order)
      expect([entry?.difficulty.level, entry?.skills]).toEqual(['easy', 'C'])
      expect(entry?.contacts).toEqual([{ name: 'Ada Quill', email: 'ada@example.org', role: 'mentor' }])
    }
  })
  it('every record stays readable with page and line, the newest first', () => {
    expect(entries(newer, older)[0]?.records?.map((record) => [record.page, record.line])).toEqual([
      ['page 1', 2],
      ['page 0', 2],
    ])
  })
  it('a correction stands over any page', () => {
    const merged = merge(
      'corrections: [{entry: p, difficulty: Medium}, {entry: nobody, list: x@example.org}]',
      older,
    )
    expect(merged.catalogue.entries[0]?.difficulty.level).toBe('medium')
    expect(merged.warnings.map((warning) => warning.code)).toEqual(['unknown-entry'])
  })
  it('parent and predecessor are named by title or id and given as id', () => {
    const list = entries(
      'entries: [{title: Child, parent: The parent, predecessor: nobody}, {title: The parent}]',
    )
    expect([by('child', list).parent, by('child', list).predecessor]).toEqual(['the-parent', undefined])
  })
})

describe('the shipped Xen catalogue', () => {
  const text = readFileSync(join(root, 'config/catalogue/xen.yaml'), 'utf8')
  it('is right by its schema', () => {
    const schema = JSON.parse(readFileSync(join(root, 'config/catalogue.schema.json'), 'utf8'))
    const validate = new Ajv({ strict: false }).compile(schema)
    expect(validate(load(text)), JSON.stringify(validate.errors)).toBe(true)
  })
  it('is read without a warning but ambiguous dates, names 63 projects and no address of a person', () => {
    const reading = yaml(text, 'xen.yaml')
    expect(reading.warnings).toEqual([])
    expect(mergeCatalogue([reading], {}).catalogue.entries).toHaveLength(63)
    expect(
      reading.entries.flatMap((entry) => entry.contacts).filter((person) => person.email !== null),
    ).toEqual([])
  })
  it('leaves no pair to settle', () => {
    const reading = yaml(text, 'xen.yaml')
    const settled = reading.settled ?? { merges: [], distinct: [] }
    expect(duplicateCandidates(mergeCatalogue([reading], {}).catalogue.entries, settled)).toEqual([])
  })
  it.runIf(seedsFolder)(
    'settles the groups of the five pages: 63 projects, the renamed ones under one id',
    () => {
      const readings = [yaml(text, 'xen.yaml'), ...SEEDS.map((seed) => reads(seedText(seed), seed))]
      for (const order of [readings, readings.toReversed()]) {
        const list = mergeCatalogue(order, {}).catalogue.entries
        expect(list).toHaveLength(63)
        const quick = by('utilize-intel-quickpath-on-network-and-block-path', list)
        expect([quick.title, quick.aliases]).toEqual([
          'Utilize Intel QuickData on network and block path.',
          ['Utilize Intel QuickPath on network and block path.'],
        ])
        expect(by('parallel-xenwatch', list).contacts.map((person) => person.role)).toEqual([
          'mentor',
          'student',
        ])
        expect(by('mirage-os-cloud-api-support', list).predecessor).toBe('mirage-os-xcp-xen-support')
        expect(by('multiqueue-support-for-xen-netback-netfront-in-linux-kernel', list).parent).toBe(
          'netback-overhaul',
        )
        expect(quick.description).toContain('Direct Cache Access')
        expect(by('drbd-integration', list).list).toBe('xen-api@lists.xenproject.org')
        expect(duplicateCandidates(list, readings[0]?.settled ?? { merges: [], distinct: [] })).toEqual([])
      }
    },
  )
  it.runIf(seedsFolder)('without it the renamed and the alike are offered, not merged', () => {
    const list = mergeCatalogue(
      SEEDS.map((seed) => reads(seedText(seed), seed)),
      {},
    ).catalogue.entries
    const offered = duplicateCandidates(list, { merges: [], distinct: [] }).map((each) =>
      each.entries
        .map((entry) => entry.id.slice(0, 20))
        .sort()
        .join(' '),
    )
    expect(offered.sort()).toEqual([
      'implement-xen-pvscsi implement-xen-pvusb-',
      'mirage-os-cloud-api- mirage-os-xcp-xen-su',
      'parallel-xenwatch parallel-xenwatch-kt',
      'upstreaming-xen-pvsc upstreaming-xen-pvus',
      'utilize-intel-quickd utilize-intel-quickp',
    ])
  })
})
