// The three pages without an answer key, against what a person reads in them: titles by line, dates, flags, levels, people,
// and every word of every entry accounted for.
import { describe, expect, it } from 'vitest'
import { mergeCatalogue } from '../../../src/core/catalogue/merge-catalogue.ts'
import type { CatalogueEntry } from '../../../src/core/model/entry.ts'
import { reads, SEEDS, seedsFolder, seedText } from './seed-pages.ts'

const row = (entry: CatalogueEntry) =>
  [
    entry.source.line,
    entry.section ?? '-',
    entry.state,
    entry.inserted.iso ?? entry.inserted.readings?.join('|') ?? '-',
    entry.gsoc.value + (entry.gsoc.note ? `: ${entry.gsoc.note}` : ''),
    entry.difficulty.level,
    entry.contacts
      .map((person) => `${person.role}${person.email ? '@' : ''} ${person.name.split(' ').at(-1)}`)
      .join('+'),
    entry.skills === null ? '-' : entry.skills === 'Unknown' ? 'default' : entry.skills.split(/[\s,;]/, 1)[0],
    entry.outcomes?.startsWith('Not specified')
      ? 'default'
      : (entry.outcomes?.split(/[\s]/, 2).join(' ') ?? '-'),
    entry.urls.length,
    entry.anchors.length,
    entry.reviews.length,
  ].join(' · ')

const HAND_READ: Record<string, string[]> = {
  '001': [
    '27 · Domain support · proposed · 2013-01-22 · yes · hard · contact@ Wilk · The · Expected outcome: · 0 · 0 · 0',
    '41 · Domain support · proposed · 2014-01-20 · yes · unknown · contact@ Lagar-Cavilla · Required · Expected outcome: · 0 · 0 · 0',
    '55 · Domain support · proposed · 2014-05-02|2014-02-05 · yes · easy · contact@ Liu · default · default · 0 · 0 · 0',
    '72 · Domain support · proposed · 2015-07-16 · yes · easy · contact@ Cooper · default · default · 0 · 0 · 0',
    '91 · Hypervisor · proposed · 2013-01-22 · yes · unknown · contact@ Dunlap · default · default · 0 · 1 · 0',
    '109 · Hypervisor · proposed · 2012-08-08 · unknown · unknown · contact@ Wilk+contact@ Faggioli · default · default · 0 · 0 · 0',
    '126 · Userspace Tools · proposed · 2012-11-15 · yes · unknown · contact@ Monné · default · default · 0 · 1 · 0',
    '142 · Userspace Tools · proposed · 2012-11-15 · yes · unknown · contact Campbell · default · default · 0 · 1 · 0',
    '168 · Userspace Tools · proposed · 2013-01-22 · yes · unknown · contact@ Dunlap · default · default · 0 · 1 · 0',
    '188 · Userspace Tools · proposed · 2013-01-22 · yes · unknown · contact@ Dunlap · default · default · 0 · 0 · 0',
    '206 · Userspace Tools · proposed · 2013-01-30 · yes · easy-medium · contact@ Cooper · Linux · A tool · 0 · 0 · 0',
    '218 · Userspace Tools · proposed · 2013-01-30 · yes · medium · contact@ Durrant · C · Code is · 1 · 0 · 0',
    '240 · Userspace Tools · proposed · 2014-01-20 · yes · unknown · contact@ Lagar-Cavilla · A · Expected outcome: · 0 · 0 · 0',
    '257 · Userspace Tools · proposed · 2014-04-02|2014-02-04 · yes · unknown · contact@ Lagar-Cavilla · A · Expected outcome: · 0 · 0 · 0',
    '290 · Mirage and XAPI projects · proposed · 2013-01-30 · yes · medium · contact Scott · OCaml · 1. a · 3 · 0 · 0',
    '306 · Mirage and XAPI projects · proposed · 2012-11-28 · yes · medium · contact@ Madhavapeddy · OCaml · 1. a · 2 · 1 · 0',
    '322 · Mirage and XAPI projects · proposed · 2012-11-28 · no: too much work · hard · contact@ Madhavapeddy · OCaml · 1. a · 2 · 0 · 0',
    '338 · Mirage and XAPI projects · proposed · 2012-11-28 · no: too difficult · hard · contact@ Madhavapeddy · OCaml · 1. a · 0 · 1 · 0',
    '354 · Mirage and XAPI projects · proposed · 2013-01-07|2013-07-01 · unknown · unknown · contact@ Morris · default · default · 0 · 0 · 0',
  ],
  '003': [
    '24 · Topics · proposed · 2013-03-02|2013-02-03 · not_applicable · not_applicable · contact Kurth · N/A · A rough · 0 · 0 · 3',
    '40 · Topics · proposed · 2013-03-12|2013-12-03 · not_applicable · free_text · contact Campbell · Mostly · Xen running · 0 · 0 · 0',
    '57 · Topics · proposed · 2013-03-12|2013-12-03 · not_applicable · free_text · contact Campbell · Some · More toolstacks · 0 · 0 · 0',
    '73 · Topics · proposed · 2013-03-12|2013-12-03 · not_applicable · free_text · contact Wilk · Wielding · Faster performance. · 0 · 0 · 0',
  ],
  '004': [
    '2 · - · accepted · - · yes · missing · student Castro · - · - · 0 · 0 · 0',
    '5 · - · accepted · - · yes · missing · student Kiper · - · - · 0 · 0 · 0',
    '8 · - · accepted · - · yes · missing · student Boutsioukis · - · - · 0 · 0 · 0',
    '11 · - · accepted · - · yes · missing · student Yu · - · - · 0 · 0 · 0',
    '14 · - · accepted · - · yes · missing · student Kadam · - · - · 0 · 0 · 0',
    '17 · - · accepted · - · yes · missing · student Liu · - · - · 0 · 0 · 0',
  ],
}

/** Lines between entries that belong to none: headings, and text under them. */
const BETWEEN: Record<string, readonly number[]> = {
  '000': [222, 309, 411, 433, 496, 497, 623, 658, 659],
  '001': [89, 124, 285, 287, 369, 371],
  '002': [
    121,
    200,
    214,
    216,
    233,
    289,
    318,
    333,
    335,
    337,
    339,
    ...Array.from({ length: 37 }, (_, n) => 417 + n),
  ],
  '003': [],
}

const LABELS =
  /^(?:Date of insert|Technical contact|Mailing list\/forum for project|IRC channel for project|Difficulty|Skills Needed|Description|Outcomes):|; (?:Verified|GSoC):|^Peer Review Comments$|^\(delete as addressed\)$|Pictogram (?:voting comment|vote) 15px\.png|\b\d\d:\d\d, \d+ [A-Z][a-z]+ \d{4} \(UTC\)/gm

/** Words of a text with list marks taken off, sorted, so that two texts can be compared whatever their order. */
function words(text: string): string[] {
  return (text.replace(/^\s*(?:[-•]|\d+\.)\s/gm, '').match(/[\p{L}\p{N}]+/gu) ?? []).sort()
}

/** All words an entry holds, as the page shows them. */
function wordsOf(entry: CatalogueEntry): string[] {
  const printed = [entry.list, entry.irc].filter((_, index) =>
    entry.defaults?.includes(index === 0 ? 'list' : 'irc'),
  )
  const reviews = entry.reviews.map((each) => `${each.author} ${each.text}`)
  const held = [
    entry.title,
    entry.inserted.raw,
    entry.verified.raw,
    entry.gsoc.raw,
    ...printed,
    entry.difficulty.raw,
  ]
  return words([...held, entry.skills, entry.description, entry.outcomes, ...reviews].join('\n'))
}

describe.runIf(seedsFolder)('pages read by hand', () => {
  for (const [seed, rows] of Object.entries(HAND_READ))
    it(`${seed} holds exactly these`, () => {
      expect(reads(seedText(seed), seed).entries.map(row)).toEqual(rows)
    })

  it('marks lost lists where the text announces one and nothing follows', () => {
    const lines = (seed: string) =>
      reads(seedText(seed), seed)
        .warnings.filter((each) => each.code === 'content-lost' && each.entry !== null)
        .map((each) => each.line)
    expect(SEEDS.map(lines)).toEqual([[22, 33, 97, 180, 538], [346], [178, 196, 210], [], []])
  })

  it('marks sentences and headings outside of entries that lost what followed', () => {
    const lines = (seed: string) =>
      reads(seedText(seed), seed)
        .warnings.filter((each) => each.code === 'content-lost' && each.entry === null)
        .map((each) => each.line)
        .sort((a, b) => a - b)
    expect(SEEDS.map(lines)).toEqual([[], [], [5, 18, 26, 82, 335], [16, 20], []])
  })

  it('keeps who votes and who comments apart', () => {
    const [topic] = reads(seedText('003'), '003').entries
    expect(topic?.reviews.map((each) => [each.kind, each.author, each.date, each.text])).toEqual([
      ['comment', 'Lars.kurth', '2013-03-02T15:27:00Z', 'Feel free to make suggestions here'],
      ['vote', 'Lars.kurth', '2013-03-02T15:27:00Z', 'Will attend'],
      ['vote', 'Ijc', '2013-03-12T14:06:00Z', 'Will attend'],
    ])
  })

  it('reads nested list items one level deeper', () => {
    const [, topic] = reads(seedText('003'), '003').entries
    expect(topic?.description?.match(/^ *- \w+ \w+/gm)).toEqual([
      '- Access to',
      '  - Could be',
      '  - Software models',
      '- An existing',
      '- Access to',
    ])
  })

  for (const seed of SEEDS.slice(0, 4))
    it(`${seed}: no word of an entry is swallowed, none invented`, () => {
      const page = seedText(seed).split('\n')
      const { entries } = reads(seedText(seed), seed)
      for (const [index, entry] of entries.entries()) {
        const from = entry.source.line
        const end = entries[index + 1]?.source.line ?? page.length + 1
        const shown = page
          .slice(from - 1, end - 1)
          .filter((line, at) => !BETWEEN[seed]?.includes(from + at) && !line.startsWith('Technical contact:'))
          .map((line) => line.replace(LABELS, ' ').replace(/^Description:/, ''))
        expect(wordsOf(entry), entry.title).toEqual(words(shown.join('\n')))
      }
    })

  it('five pages are 94 records and 63 projects once two renamed ones are settled', () => {
    const readings = SEEDS.map((seed) => reads(seedText(seed), seed))
    expect(readings.map((reading) => reading.entries.length)).toEqual([46, 19, 19, 4, 6])
    const merges = [
      [
        'Utilize Intel QuickPath on network and block path',
        'Utilize Intel QuickData on network and block path',
      ],
      ['Parallel xenwatch', 'Parallel xenwatch kthread'],
    ]
    expect(mergeCatalogue(readings, {}).catalogue.entries).toHaveLength(65)
    expect(mergeCatalogue(readings, { merges }).catalogue.entries).toHaveLength(63)
  })

  it('pages glued together without a line end are cut apart again', () => {
    const glued = SEEDS.map(seedText).join('')
    const single = SEEDS.flatMap((seed) => reads(seedText(seed), seed).entries.map((entry) => entry.title))
    expect(reads(glued, 'glued').entries.map((entry) => entry.title)).toEqual(single)
  })

  it('reads all five pages in less than a second', () => {
    const texts = SEEDS.map(seedText)
    const start = performance.now()
    for (const text of texts) reads(text, 'page')
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
