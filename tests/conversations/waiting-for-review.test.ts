// The ball: nobody is reminded while maintainers owe the answer; the clock starts with their review.
import { describe, expect, test } from 'vitest'
import { dueMails } from '../../src/core/standing/due.ts'
import { day, ENTRY, mail, POLICY, page, standAt, told } from './tell.ts'

const patches = [
  page('2014-01-01'),
  mail('2014-03-03', 'Ann', { says: ['patch'], patch: [1, 1, 1], id: 'v1' }),
]
const reviewed = [...patches, mail('2014-07-07', 'Max', { answers: 'v1', id: 'review' })]
const kinds = (facts: Parameters<typeof standAt>[0], when: string) =>
  dueMails(ENTRY, facts, POLICY, day(when)).map((one) => one.kind)

describe('patches without an answer', () => {
  test('no reminder to the author, however long; the mentor hears that somebody waits', () => {
    const standing = standAt(patches, '2014-07-01')
    expect(standing.status).toBe('in-review')
    expect(standing.claims[0]).toMatchObject({ ball: 'maintainers', reminderAt: null, stalledAt: null })
    expect(kinds(patches, '2014-07-01')).toEqual(['waiting-for-answer'])
    expect(standing.waiting).toMatchObject([{ message: 'v1', since: day('2014-03-03'), newcomer: true }])
  })

  test("a review nobody gave for a year is forgotten, not the author's silence", () => {
    const standing = standAt(patches, '2015-03-02')
    expect(standing.status).toBe('stalled')
    expect(told(standing).at(-1)).toBe('2015-03-02 review-forgotten Ann')
  })
})

describe('after the review', () => {
  test('she has the ball and the whole time from then', () => {
    const standing = standAt(reviewed, '2014-07-08')
    expect(standing.waiting).toEqual([])
    expect(standing.claims[0]).toMatchObject({
      ball: 'claimant',
      ballSince: day('2014-07-07'),
      reminderAt: day('2014-08-18'),
    })
    expect(kinds(reviewed, '2014-08-17')).toEqual([])
    expect(kinds(reviewed, '2014-08-18')).toEqual(['reminder'])
  })

  test('a question back passes the ball again', () => {
    const asked = [...reviewed, mail('2014-07-10', 'Ann', { answers: 'review', asks: true })]
    expect(standAt(asked, '2014-12-01').claims[0]!.ball).toBe('maintainers')
    expect(standAt(asked, '2014-12-01').status).toBe('in-review')
  })

  test('an automatic mail answers nothing', () => {
    const robot = [...patches, mail('2014-03-04', 'Robot', { answers: 'v1', automatic: true })]
    expect(standAt(robot, '2014-06-01').claims[0]!.ball).toBe('maintainers')
  })

  test('her own second mail answers nothing either', () => {
    const ping = [...patches, mail('2014-03-20', 'Ann', { answers: 'v1', asks: true, id: 'ping' })]
    expect(standAt(ping, '2014-06-01').waiting).toMatchObject([{ message: 'v1' }])
  })
})

describe('waiting for an answer', () => {
  test("those who never got one come first, then by age; the mentor's own mail waits for nobody", () => {
    const crowd = [
      page('2014-01-01'),
      mail('2014-02-01', 'Bob', { says: ['inquiry'], thread: 'bob', id: 'bob-1' }),
      mail('2014-02-02', 'Max', { thread: 'bob', answers: 'bob-1' }),
      mail('2014-02-10', 'Bob', { says: ['inquiry'], thread: 'bob', id: 'bob-2' }),
      mail('2014-02-12', 'Cyd', { says: ['interest'], thread: 'cyd', id: 'cyd-1' }),
      mail('2014-02-13', 'Mia', { says: ['inquiry'], thread: 'mia', id: 'mia-1' }),
    ]
    expect(standAt(crowd, '2014-02-18').waiting.map((one) => one.message)).toEqual(['bob-2'])
    expect(standAt(crowd, '2014-02-20').waiting.map((one) => one.message)).toEqual(['cyd-1', 'bob-2'])
  })
})
