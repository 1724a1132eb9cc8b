// Two people take the same project: both are shown, the second stands in line, nobody is dropped.
import { expect, test } from 'vitest'
import { dueMails } from '../../src/core/standing/due.ts'
import { claims, command, day, ENTRY, mail, POLICY, page, standAt, told } from './tell.ts'

const story = [
  page('2014-01-01'),
  mail('2014-03-01', 'Ann', { says: ['claim'], words: 'I started working on USB for guests.', cc: ['Mia'] }),
  mail('2014-03-05', 'Bob', { says: ['claim'], words: 'I am now working on this.', cc: ['Mia'] }),
]

test('the second claimant waits in line, and the conflict is shown with both sentences', () => {
  const standing = standAt(story, '2014-03-06')
  expect(standing.status).toBe('claimed')
  expect(claims(standing)).toEqual(['Ann active', 'Bob waiting'])
  expect(standing.claims[1]!.position).toBe(1)
  expect(standing.contradictions.map((one) => one.code)).toEqual(['second-claim'])
  expect(standing.contradictions[0]!.evidence.map((one) => one.text)).toEqual([
    'I started working on USB for guests.',
    'I am now working on this.',
  ])
})

test('when the first gives it up, the second moves up and his clock starts then', () => {
  const standing = standAt([...story, mail('2014-04-01', 'Ann', { says: ['release'] })], '2014-04-02')
  expect(claims(standing)).toEqual(['Bob active', 'Ann released'])
  expect(told(standing)).toEqual([
    '2014-01-01 page-state proposed',
    '2014-03-01 claimed Ann',
    '2014-03-05 claimed Bob',
    '2014-03-05 waiting Bob',
    '2014-04-01 released Ann',
    '2014-04-01 moved-up Bob',
  ])
  expect(standing.chain.map((tenure) => [tenure.who.name, tenure.ended])).toEqual([
    ['Ann', 'released'],
    ['Bob', null],
  ])
})

test('with capacity two both hold it', () => {
  const standing = standAt(story, '2014-03-06', { ...POLICY, capacity: 2 })
  expect(claims(standing)).toEqual(['Ann active', 'Bob active'])
  expect(standing.contradictions).toEqual([])
})

test('with capacity two a third waits, and with any number nobody does', () => {
  const third = mail('2014-03-07', 'Cyd', { says: ['claim'], cc: ['Mia'] })
  const standing = standAt([...story, third], '2014-03-08', { ...POLICY, capacity: 2 })
  expect(claims(standing)).toEqual(['Ann active', 'Bob active', 'Cyd waiting'])
  expect(standing.contradictions[0]!.text).toBe('claimed by Ann, Bob, Cyd')
  const open = standAt([...story, third], '2014-03-08', { ...POLICY, capacity: 0 })
  expect(claims(open)).toEqual(['Ann active', 'Bob active', 'Cyd active'])
  expect(open.contradictions).toEqual([])
  expect(dueMails(ENTRY, [...story, third], { ...POLICY, capacity: 0 }, day('2014-03-09'))).toEqual([])
})

test('a maintainer decides for the second: he comes first in line, and the first is still shown', () => {
  const standing = standAt(
    [...story, command('2014-03-10', 'Max', 'assign', { who: { name: 'Bob', address: 'bob@example.org' } })],
    '2014-03-11',
  )
  expect(claims(standing)).toEqual(['Bob active', 'Ann waiting'])
})

test('who was put second after long silence has his time from then, and fades without a reminder', () => {
  const story = [
    mail('2014-01-06', 'Ann', { says: ['claim'] }),
    command('2014-01-07', 'Ann', 'snooze', { until: day('2014-12-01') }),
    command('2014-09-01', 'Max', 'assign', { who: { name: 'Bob', address: 'bob@example.org' } }),
    command('2014-09-02', 'Bob', 'snooze', { until: day('2016-01-01') }),
  ]
  expect(claims(standAt(story, '2015-05-31'))).toEqual(['Bob active', 'Ann waiting'])
  const later = standAt(story, '2015-06-01')
  expect(claims(later)).toEqual(['Bob active', 'Ann faded'])
  expect(told(later).filter((line) => line.includes('reminder'))).toEqual([])
})
