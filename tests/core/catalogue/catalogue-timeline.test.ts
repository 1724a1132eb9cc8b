// What the catalogue said of an entry in turn: only a later revision of the same page is a change, and it has a date.
import { describe, expect, test } from 'vitest'
import { mergeRevisions, type PageRevision } from '../../../src/core/catalogue/catalogue-timeline.ts'
import { isoDay } from '../../../src/core/model/time.ts'
import { reads } from './seed-pages.ts'

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`)
const revision = (name: string, at: string, text: string): PageRevision => ({
  name,
  at: day(at),
  reading: reads(text, name),
})
/** `2014-03-01 accepted` for each thing said of the entry. */
const told = (revisions: readonly PageRevision[], id = 'pump'): string[] =>
  ((mergeRevisions(revisions).timeline as Record<string, readonly never[]> | undefined)?.[id] ?? []).map(
    ({ at, entry, isAddition }: { at: number; entry: { state: string }; isAddition?: true }) =>
      `${isoDay(at)} ${entry.state}${isAddition ? ' added' : ''}`,
  )
const pump = (state: string, more = ''): string => `entries: [{title: Pump, state: ${state}${more}}]`

describe('the timeline of an entry', () => {
  test('is empty while no page has a second revision, however many pages there are', () => {
    const pages = [
      revision('a', '2014-01-01', pump('proposed')),
      revision('b', '2015-01-01', pump('accepted')),
    ]
    expect(mergeRevisions(pages).timeline).toBeUndefined()
    expect(mergeRevisions(pages).entries.map((entry) => entry.id)).toEqual(['pump'])
  })

  test('begins at the first record’s own date, and changes when an undated page was read in again', () => {
    expect(
      told([
        revision('a', '2026-01-01', pump('proposed', ', inserted: 2013-05-05')),
        revision('a', '2026-03-01', pump('accepted', ', inserted: 2013-05-05')),
      ]),
    ).toEqual(['2013-05-05 proposed', '2026-03-01 accepted'])
  })

  test('takes the day of a new verification for the change, not the day it was read in', () => {
    expect(
      told([
        revision('a', '2026-01-01', pump('proposed', ', verified: 2013-05-05')),
        revision('a', '2026-03-01', pump('accepted', ', verified: 2015-06-01')),
      ]),
    ).toEqual(['2013-05-05 proposed', '2015-06-01 accepted'])
  })

  test('never goes back in time, and never beyond the day the change was read in', () => {
    expect(
      told([
        revision('a', '2026-01-01', pump('proposed', ', verified: 2020-05-05')),
        revision('a', '2026-03-01', pump('reviewed', ', verified: 2015-06-01')),
        revision('a', '2026-04-01', pump('accepted', ', verified: 2030-06-01')),
      ]),
    ).toEqual(['2020-05-05 proposed', '2020-05-05 reviewed', '2026-04-01 accepted'])
  })

  test('leaves out revisions that say the same of it', () => {
    const revisions = [
      revision('a', '2026-01-01', pump('proposed')),
      revision('a', '2026-02-01', `${pump('proposed').slice(0, -1)}, {title: Other}]`),
      revision('a', '2026-03-01', pump('accepted')),
    ]
    expect(told(revisions)).toEqual(['1970-01-01 proposed', '2026-03-01 accepted'])
    expect(told(revisions, 'other')).toEqual([])
  })

  test('says since when an entry is there that came onto a known page', () => {
    const revisions = [
      revision('a', '2026-01-01', pump('proposed')),
      revision('a', '2026-02-01', `${pump('proposed').slice(0, -1)}, {title: Other, state: proposed}]`),
    ]
    expect(told(revisions, 'other')).toEqual(['2026-02-01 proposed added'])
    expect(told(revisions)).toEqual([])
  })

  test('changes once for files that were read in together', () => {
    expect(
      told([
        revision('a', '2026-01-01', pump('proposed')),
        revision('b', '2026-01-01', 'entries: [{title: Other}]'),
        revision('a', '2026-02-01', pump('accepted')),
        revision('b', '2026-02-01', 'entries: [{title: Pump, state: archived, verified: 2026-01-31}]'),
      ]),
    ).toEqual(['1970-01-01 proposed', '2026-01-31 archived'])
  })

  test('reads the past as it is settled now: a merge is no change of the page', () => {
    const settled = (merges: string) => `${merges}entries: [{title: Pump, state: proposed}, {title: Pumpe}]`
    expect(
      told([
        revision('a', '2026-01-01', settled('')),
        revision('a', '2026-02-01', settled('merges: [[Pump, Pumpe]]\n')),
      ]),
    ).toEqual([])
  })

  test('ends in what the merged catalogue holds now', () => {
    const { entries, timeline } = mergeRevisions([
      revision('a', '2026-01-01', pump('proposed')),
      revision('b', '2026-01-02', pump('reviewed', ', keywords: [water]')),
      revision('a', '2026-03-01', pump('accepted')),
    ])
    expect(Object.values(timeline ?? {})[0]?.at(-1)?.entry).toEqual(entries[0])
  })
})
