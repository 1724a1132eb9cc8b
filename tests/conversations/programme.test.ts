// Programmes: tagged threads keep an entry from looking free, and a round's end ends what was claimed under it.
import { describe, expect, test } from 'vitest'
import { isFree } from '../../src/core/standing/is-free.ts'
import { claims, day, mail, mentor, page, standAt, student, told } from './tell.ts'

const TAG = { programme: 'gsoc', year: 2014 }

describe('a tagged thread without any statement', () => {
  const story = [page('2014-01-01'), mail('2014-03-01', 'Ann', { tag: TAG, thread: 'gsoc' })]

  test('leaves the entry open and keeps it from being free while it lives', () => {
    const standing = standAt(story, '2014-03-10')
    expect(standing.status).toBe('open')
    expect(standing.taggedThread).toBe('gsoc')
    expect(isFree(standing)).toBe(false)
  })
  test('lives twelve weeks after its last mail', () => {
    expect(isFree(standAt(story, '2014-05-23'))).toBe(false)
    expect(isFree(standAt(story, '2014-05-24'))).toBe(true)
  })
  test("waits for an answer like any newcomer's first mail", () => {
    expect(standAt(story, '2014-03-10').waiting).toMatchObject([{ who: { name: 'Ann' }, newcomer: true }])
  })
})

describe('the end of the round', () => {
  const claim = mail('2014-05-01', 'Ann', { says: ['claim'], tag: TAG, id: 'claim' })
  const busy = [page('2014-01-01'), claim, mail('2014-06-10', 'Ann'), mail('2014-07-20', 'Ann')]

  test('ends the claim two weeks later when nothing more comes', () => {
    const standing = standAt(busy, '2014-09-10')
    expect(claims(standing)).toEqual(['Ann released'])
    expect(told(standing).at(-1)).toBe('2014-09-05 round-ended Ann')
  })
  test('does not end it when work goes on', () => {
    expect(claims(standAt([...busy, mail('2014-08-28', 'Ann')], '2014-09-10'))).toEqual(['Ann active'])
  })
  test('ends interest that came to nothing', () => {
    const wish = [page('2014-01-01'), mail('2014-05-01', 'Bob', { says: ['interest'], tag: TAG })]
    expect(claims(standAt(wish, '2014-09-05'))).toEqual(['Bob released'])
  })
  test('leaves patches in review', () => {
    const patches = [...busy, mail('2014-08-20', 'Ann', { says: ['patch'], patch: [1, 1, 1] })]
    expect(claims(standAt(patches, '2014-10-01'))).toEqual(['Ann in-review'])
  })
})

describe('free for the programme', () => {
  const flagged = (gsoc: 'yes' | 'no' | 'unknown' | 'conditional' | 'not_applicable') =>
    standAt([page('2014-01-01', { gsoc })], '2014-02-01')
  test("only when the entry's own flag allows it", () => {
    expect(
      (['yes', 'conditional', 'unknown', 'no', 'not_applicable'] as const).map((gsoc) =>
        isFree(flagged(gsoc), 'gsoc'),
      ),
    ).toEqual([true, true, false, false, false])
  })
  test('the flag does not matter to anybody else', () => {
    expect(isFree(flagged('no'))).toBe(true)
  })
})

describe('people named on the page', () => {
  const named = page('2014-01-01', { contacts: [mentor('Mia'), student('Ann Example')], state: 'accepted' })

  test('a student holds the entry, and is the same person as who writes by that name', () => {
    const standing = standAt([mail('2013-12-01', 'Ann Example'), named], '2014-01-02')
    expect(standing.claims).toMatchObject([
      {
        who: { address: 'ann@example.org' },
        state: 'active',
        evidence: { source: 'Projects:10', kind: 'catalogue' },
      },
    ])
  })
  test('a student the next revision no longer names, and who never wrote, is let go', () => {
    expect(told(standAt([named, page('2014-02-01')], '2014-02-02')).slice(-1)).toEqual([
      '2014-02-01 dropped-from-page Ann Example',
    ])
  })
  test('somebody else holding it is flagged', () => {
    const standing = standAt([named, mail('2014-01-10', 'Bob', { says: ['claim'] })], '2014-01-11')
    expect(standing.contradictions.map((one) => one.code)).toEqual(['second-claim', 'page-names-other'])
  })
  test('a signed comment is interest from its own date, however late the page was read', () => {
    const comment = { who: 'Bob.builder', at: day('2014-02-05'), text: 'I am interested in this idea.' }
    const standing = standAt([page('2014-03-01', { interested: [comment] })], '2014-03-02')
    expect(standing.status).toBe('interest')
    expect(standing.claims).toMatchObject([{ who: { name: 'Bob builder' }, since: day('2014-02-05') }])
  })
})
