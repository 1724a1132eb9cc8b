// How one mail or one posting is told: a series once a version, a statement once, by its best sentence.
import { expect, test } from 'vitest'
import { claims, mail, page, standAt, told } from './tell.ts'

test('a cover letter and the first patch of its series are one posting', () => {
  const post = (when: string, version: number) => [
    mail(when, 'Ann', {
      says: ['patch'],
      patch: [version, 0, 2],
      thread: `v${version}`,
      topic: 'usb for guests',
      id: `c${version}`,
    }),
    mail(`${when} 00:01`, 'Ann', {
      says: ['patch'],
      patch: [version, 1, 2],
      thread: `v${version}`,
      topic: 'usb: bindings',
      id: `p${version}`,
    }),
  ]
  const standing = standAt([...post('2014-03-01', 1), ...post('2014-04-01', 2)], '2014-04-02')
  expect(told(standing)).toEqual(['2014-03-01 patches-posted Ann', '2014-04-01 patches-posted Ann'])
  expect(standing.claims[0]!.version).toBe(2)
})

test('of two sentences that say the same, the surer one is the evidence', () => {
  const fact = mail('2014-03-01', 'Ann', {
    says: [
      ['interest', { evidence: 'I would like to take part.', linkScore: 0.65 }],
      ['interest', { evidence: 'I would like to work on USB for guests.', linkScore: 0.95 }],
    ],
  })
  expect(standAt([fact], '2014-03-02').claims[0]!.evidence.text).toBe(
    'I would like to work on USB for guests.',
  )
})

test('one mail may give one thing up and take another: both are told in the order of the sentences', () => {
  const fact = mail('2014-03-05', 'Ann', { says: ['release', 'interest'] })
  const standing = standAt(
    [page('2014-01-01'), mail('2014-03-01', 'Ann', { says: ['claim'] }), fact],
    '2014-03-06',
  )
  expect(claims(standing)).toEqual(['Ann interested'])
  expect(told(standing).slice(-2)).toEqual(['2014-03-05 released Ann', '2014-03-05 interested Ann'])
})

test('a tie by other versions of a series makes nobody a holder, but is enough for somebody who is', () => {
  const posted = mail('2014-03-01', 'Ann', { says: ['patch'], patch: [1, 1, 1], link: 'series' })
  expect(claims(standAt([posted], '2014-03-02'))).toEqual([])
  const claimed = mail('2014-02-01', 'Ann', { says: ['claim'] })
  expect(claims(standAt([claimed, posted], '2014-03-02'))).toEqual(['Ann in-review'])
})
