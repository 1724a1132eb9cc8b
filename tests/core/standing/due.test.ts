// What is due to whom: the people concerned, once, and nobody when nothing can be done any more.
import { expect, test } from 'vitest'
import { dueMails } from '../../../src/core/standing/due.ts'
import { command, day, ENTRY, mail, POLICY, page, person } from '../../conversations/tell.ts'

const due = (facts: Parameters<typeof dueMails>[1], when: string, policy = POLICY) =>
  dueMails(ENTRY, facts, policy, day(when)).map(
    (one) => `${one.kind} to ${one.to.address} about ${one.about.name}`,
  )

const claimed = [page('2014-01-01'), mail('2014-03-03', 'Ann', { says: ['claim'], cc: ['Mia'] })]
const both = [...claimed, mail('2014-03-05', 'Bob', { says: ['claim'], cc: ['Mia'] })]

test("of two who claim, each is told of the other, with the other's sentence", () => {
  expect(due(both, '2014-03-06')).toEqual([
    'second-claim to bob@example.org about Ann',
    'second-claim to ann@example.org about Bob',
  ])
  expect(dueMails(ENTRY, both, POLICY, day('2014-03-06')).map((one) => one.evidence.text)).toEqual([
    'Ann says claim',
    'Bob says claim',
  ])
})

test('keys stay the same until the cause is another', () => {
  const keys = (when: string, facts = both) =>
    dueMails(ENTRY, facts, POLICY, day(when))
      .filter((one) => one.kind === 'second-claim')
      .map((one) => one.key)
  expect(keys('2014-04-01')).toEqual(keys('2014-03-06'))
  const third = [
    ...both,
    mail('2014-03-20', 'Ann', { says: ['release'] }),
    mail('2014-03-25', 'Ann', { says: ['claim'] }),
  ]
  expect(keys('2014-03-26', third)).not.toEqual(keys('2014-03-06'))
})

test('any number may hold it: nobody is told', () => {
  expect(due(both, '2014-03-06', { ...POLICY, capacity: 0 })).toEqual([])
})

test('where no mentor has an address, maintainers are told', () => {
  const nameOnly = page('2014-01-01', { contacts: [{ name: 'Mia Mentor', email: null, role: 'mentor' }] })
  const facts = [nameOnly, mail('2014-03-03', 'Ann', { says: ['inquiry'] })]
  expect(due(facts, '2014-03-10')).toEqual(['waiting-for-answer to max@example.org about Ann'])
})

test('people without address get nothing', () => {
  const facts = [
    page('2014-01-01'),
    command('2014-02-01', 'Mia', 'assign', { who: { name: 'Somebody Known', address: '' } }),
  ]
  expect(due(facts, '2014-03-16')).toEqual([])
})

test('nothing is due for what is done or retired', () => {
  for (const verb of ['retire', 'done'] as const) {
    const facts = [...both, command('2014-03-10', 'Max', verb, verb === 'done' ? { who: person('Ann') } : {})]
    expect(due(facts, '2014-08-01')).toEqual([])
  }
})

test('the conflict with somebody who was silent and came back is as old as his return', () => {
  const facts = [
    page('2014-01-01'),
    mail('2014-03-03', 'Ann', { says: ['claim'] }),
    mail('2014-05-20', 'Bob', { says: ['claim'] }),
    mail('2014-06-10', 'Ann', { says: ['progress'] }),
  ]
  const told = dueMails(ENTRY, facts, POLICY, day('2014-06-11')).filter((one) => one.kind === 'second-claim')
  expect(told.map((one) => [one.to.name, one.at])).toEqual([
    ['Ann', day('2014-06-10')],
    ['Bob', day('2014-06-10')],
  ])
})

test('each knows when what causes it happened', () => {
  const asked = mail('2014-03-04', 'Cyd', { says: ['inquiry'], thread: 'other@mail.example.org' })
  const since = (when: string) =>
    dueMails(ENTRY, [...claimed, asked], POLICY, day(when)).map((one) => [one.kind, one.since])
  expect(since('2014-04-15')).toEqual([
    ['reminder', day('2014-03-03')],
    ['waiting-for-answer', day('2014-03-03')],
    ['waiting-for-answer', day('2014-03-04')],
  ])
  expect(since('2014-04-29')[0]).toEqual(['stalled', day('2014-03-03')])
})
