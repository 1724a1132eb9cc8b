// A single patch that got in: the whole work when it names the entry, a step on the way when it does not.
import { describe, expect, test } from 'vitest'
import type { MailFact, SignalFact } from '../../src/core/model/fact.ts'
import { messageId } from '../../src/core/model/ids.ts'
import { claims, commit, mail, page, standAt, told } from './tell.ts'

const start = [page('2014-01-01'), mail('2014-02-20', 'Ann', { says: ['claim'] })]
const patch = (more: Partial<SignalFact>): MailFact =>
  mail('2014-03-01', 'Ann', {
    says: [['patch', more]],
    patch: [1, 1, 1],
    id: 'p',
    thread: 'p',
    topic: 'one patch',
  })
const applied = mail('2014-03-09', 'Max', {
  says: [['complete', { version: 1, n: 1, m: 1 }]],
  thread: 'p',
  answers: 'p',
  words: 'Applied, thanks.',
})
const pushed = commit('2014-03-10', 'Ann', { message: messageId('p'), series: 'p' })
const NAMED = { link: 'url', linkScore: 0.9 } as const
const WHOLE = { link: 'title', linkScore: 0.97 } as const
const PART = { link: 'title', linkScore: 0.89 } as const
const ALIKE = { link: 'title-words', linkScore: 0.9 } as const
const VAGUE = { link: 'title-words', linkScore: 0.7 } as const

describe('a single patch', () => {
  test.each([
    ['that names the entry, by word', NAMED, applied, 'done'],
    ['that names the entry, by commit', NAMED, pushed, 'done'],
    ['that quotes its whole title, by word', WHOLE, applied, 'done'],
    ['that quotes its whole title, by commit', WHOLE, pushed, 'done'],
    ['that names a part out of its title, by word', PART, applied, 'in-review'],
    ['that names a part out of its title, by commit', PART, pushed, 'in-review'],
    ['that has nearly all words of its title, by word', ALIKE, applied, 'in-review'],
    ['that has nearly all words of its title, by commit', ALIKE, pushed, 'in-review'],
    ['that only resembles it, by word', VAGUE, applied, 'in-review'],
    ['that only resembles it, by commit', VAGUE, pushed, 'in-review'],
  ] as const)('%s', (_name, link, end, status) => {
    const standing = standAt([...start, patch(link), end], '2014-03-11')
    expect(standing.status).toBe(status)
    if (status !== 'done') expect(told(standing).at(-1)).toContain('partly-merged Ann')
  })

  test('that was not all of it: a series by the same hand opens the entry again, upkeep does not', () => {
    const done = [...start, patch(NAMED), pushed]
    const series = mail('2014-05-01', 'Ann', { says: ['patch'], patch: [1, 0, 3], thread: 's', topic: 's' })
    const fix = mail('2014-05-01', 'Ann', { says: ['patch'], patch: [1, 1, 1], thread: 'f', topic: 'f' })
    expect(standAt([...done, fix], '2014-05-02').status).toBe('done')
    const standing = standAt([...done, series], '2014-05-02')
    expect(standing.status).toBe('in-review')
    expect(claims(standing)).toEqual(['Ann in-review'])
    expect(told(standing).slice(-2)).toEqual(['2014-05-01 patches-posted Ann', '2014-05-01 reopened'])
  })

  test('by a stranger is another’s work: the holder is kept beside it and the contradiction shown', () => {
    const theirs = mail('2014-03-01', 'Eve', { says: ['patch'], patch: [1, 1, 1], id: 'e', thread: 'e' })
    const standing = standAt(
      [...start, theirs, commit('2014-03-10', 'Eve', { message: messageId('e'), series: 'e' })],
      '2014-03-11',
    )
    expect(claims(standing)).toEqual(['Ann active', 'Eve done'])
    expect(standing.contradictions.map((one) => one.code)).toContain('claimed-but-merged-by-other')
  })
})
