// The pages' own life cycle: an idea, a student who is interested, accepted, patches v1 to v4, merged, released in a tag.
import { describe, expect, test } from 'vitest'
import { isFree } from '../../src/core/standing/is-free.ts'
import { claims, commit, day, mail, mentor, page, standAt, student, told } from './tell.ts'

const TAG = { programme: 'gsoc', year: 2014 }
const story = [
  page('2013-11-01'),
  mail('2014-02-20', 'Ann', {
    says: ['interest'],
    words: 'I would like to work on USB for guests.',
    cc: ['Mia'],
    tag: TAG,
    id: 'hello',
  }),
  mail('2014-02-21', 'Mia', { answers: 'hello', tag: TAG }),
  page('2014-04-22', {
    state: 'accepted',
    contacts: [mentor('Mia'), student('Ann')],
    verified: day('2014-04-22'),
  }),
  ...[1, 2, 3, 4].flatMap((version) => [
    mail(`2014-0${version + 4}-01`, 'Ann', {
      says: ['patch'],
      patch: [version, 1, 2],
      id: `v${version}-1`,
      thread: `v${version}`,
      link: 'series',
    }),
    mail(`2014-0${version + 4}-01 00:01`, 'Ann', {
      says: ['patch'],
      patch: [version, 2, 2],
      id: `v${version}-2`,
      thread: `v${version}`,
      link: 'series',
    }),
    mail(`2014-0${version + 4}-08`, 'Max', {
      answers: `v${version}-1`,
      thread: `v${version}`,
      id: `review-${version}`,
    }),
  ]),
  commit('2014-08-20', 'Ann', {
    version: 4,
    n: 1,
    m: 2,
    message: 'v4-1' as never,
    release: 'v4.5',
    releasedAt: day('2015-01-15'),
  }),
  commit('2014-08-21', 'Ann', {
    version: 4,
    n: 2,
    m: 2,
    message: 'v4-2' as never,
    release: 'v4.5',
    releasedAt: day('2015-01-15'),
  }),
]

describe('from idea to release', () => {
  test('before anybody writes it is open and free', () => {
    const standing = standAt(story, '2014-01-01')
    expect(standing.status).toBe('open')
    expect(standing.state).toBe('proposed')
    expect(isFree(standing, 'gsoc')).toBe(true)
  })

  test('a mail with the mentor in Cc is interest without any observation', () => {
    const standing = standAt(story, '2014-03-01')
    expect(standing.status).toBe('interest')
    expect(claims(standing)).toEqual(['Ann interested'])
    expect(standing.claims[0]!.observations).toEqual([])
    expect(standing.claims[0]!.evidence.text).toBe('I would like to work on USB for guests.')
    expect(isFree(standing)).toBe(false)
  })

  test('the page that names her as student makes it claimed, with the page as evidence', () => {
    const standing = standAt(story, '2014-04-23')
    expect(standing.status).toBe('claimed')
    expect(standing.state).toBe('accepted')
    expect(standing.claims[0]!.evidence.source).toBe('Projects:10')
  })

  test('patches put it in review, with their highest version', () => {
    const standing = standAt(story, '2014-07-02')
    expect(standing.status).toBe('in-review')
    expect(standing.claims[0]!.version).toBe(3)
    expect(standing.claims[0]!.ball).toBe('maintainers')
  })

  test('one of two patches merged is not done; both are', () => {
    expect(standAt(story, '2014-08-20').status).toBe('in-review')
    const standing = standAt(story, '2014-08-21')
    expect(standing.status).toBe('done')
    expect(claims(standing)).toEqual(['Ann done'])
    expect(standing.claims[0]!.evidence.source).toBe('c0ffee-2014-08-21-2')
    expect(standing.release).toBeNull()
  })

  test('the whole story, with the release when its tag exists', () => {
    const standing = standAt(story, '2015-02-01')
    expect(standing.release).toBe('v4.5')
    expect(told(standing)).toEqual([
      '2013-11-01 page-state proposed',
      '2014-02-20 interested Ann',
      '2014-04-22 page-state accepted',
      '2014-04-22 named-on-page Ann',
      '2014-05-01 patches-posted Ann',
      '2014-06-01 patches-posted Ann',
      '2014-07-01 patches-posted Ann',
      '2014-08-01 patches-posted Ann',
      '2014-08-20 partly-merged Ann',
      '2014-08-21 merged Ann',
      '2015-01-15 in-release v4.5',
    ])
    expect(standing.contradictions).toEqual([
      expect.objectContaining({
        code: 'page-says-open-but-merged',
        text: 'Projects:10 still lists what is done',
      }),
    ])
  })
})
