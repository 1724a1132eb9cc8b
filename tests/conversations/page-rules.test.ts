// The page's own rules, observed on the claim and hinted at privately; nobody is refused for them.
import { describe, expect, test } from 'vitest'
import { listId } from '../../src/core/model/ids.ts'
import { dueMails } from '../../src/core/standing/due.ts'
import { day, ENTRY, LIST, mail, POLICY, page, standAt } from './tell.ts'

const policy = { ...POLICY, list: LIST }
const observed = (claim: ReturnType<typeof mail>, more: Parameters<typeof page>[1] = {}) => {
  const [first] = standAt([page('2014-01-01', more), claim], '2014-03-02', policy).claims
  return [first!.state, ...first!.observations]
}

describe('a claim', () => {
  test('that keeps every rule', () => {
    expect(
      observed(
        mail('2014-03-01', 'Ann', { says: ['claim'], cc: ['Mia'], tag: { programme: 'gsoc', year: 2014 } }),
      ),
    ).toEqual(['active'])
  })
  test("on another list than the entry's counts all the same", () => {
    expect(
      observed(mail('2014-03-01', 'Ann', { says: ['claim'], cc: ['Mia'], lists: [listId('other')] })),
    ).toEqual(['active', 'other-list'])
  })
  test('without the mentor in Cc', () => {
    expect(observed(mail('2014-03-01', 'Ann', { says: ['claim'] }))).toEqual(['active', 'mentor-not-in-cc'])
  })
  test('to the mentor alone', () => {
    expect(observed(mail('2014-03-01', 'Ann', { says: ['claim'], cc: ['Mia'], lists: [] }))).toEqual([
      'active',
      'mentor-without-list',
    ])
  })
  test('with a tag without year', () => {
    expect(
      observed(
        mail('2014-03-01', 'Ann', {
          says: ['interest'],
          cc: ['Mia'],
          tag: { programme: 'gsoc', year: null },
        }),
      ),
    ).toEqual(['interested', 'tag-without-year'])
  })
  test('on an entry nobody verified for more than a year', () => {
    expect(
      observed(mail('2014-03-01', 'Ann', { says: ['claim'], cc: ['Mia'] }), { verified: day('2013-01-01') }),
    ).toEqual(['active', 'unverified-entry'])
  })
  test('on an entry without any date is not blamed for that', () => {
    const claim = mail('2014-03-01', 'Ann', { says: ['claim'], cc: ['Mia'] })
    expect(observed(claim, { verified: null, inserted: null })).toEqual(['active'])
  })
  test("where the page gives no mentor's address cannot have missed it", () => {
    const contacts = [{ name: 'Mia Mentor', email: null, role: 'mentor' as const }]
    expect(observed(mail('2014-03-01', 'Ann', { says: ['claim'] }), { contacts })).toEqual(['active'])
  })
  test('for a programme the entry is closed for', () => {
    const claim = mail('2014-03-01', 'Ann', {
      says: ['claim'],
      cc: ['Mia'],
      tag: { programme: 'gsoc', year: 2014 },
    })
    expect(observed(claim, { gsoc: 'no' })).toEqual(['active', 'not-open-for-programme'])
  })
})

test('each observation is one hint to the claimant, with its own key', () => {
  const facts = [page('2014-01-01'), mail('2014-03-01', 'Ann', { says: ['claim'], lists: [listId('other')] })]
  const hints = dueMails(ENTRY, facts, policy, day('2014-03-02')).filter((one) => one.kind === 'hint')
  expect(hints.map((one) => [one.to.address, one.observation])).toEqual([
    ['ann@example.org', 'other-list'],
    ['ann@example.org', 'mentor-not-in-cc'],
  ])
  expect(new Set(hints.map((one) => one.key)).size).toBe(2)
})
