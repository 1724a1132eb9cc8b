// The lease: a claim, silence, a reminder, a renewal, silence again, stalled, faded; and the ways to hold the clock.
import { describe, expect, test } from 'vitest'
import { dueMails } from '../../src/core/standing/due.ts'
import { isFree } from '../../src/core/standing/is-free.ts'
import { claims, command, day, ENTRY, mail, POLICY, page, standAt, told } from './tell.ts'

const story = [
  page('2014-01-01'),
  mail('2014-03-03', 'Ann', { says: ['claim'], words: 'I took USB for guests.', id: 'took' }),
]
const due = (facts: Parameters<typeof standAt>[0], when: string) =>
  dueMails(ENTRY, facts, POLICY, day(when)).filter((one) => one.kind === 'reminder' || one.kind === 'stalled')

describe('silence', () => {
  test('nothing is due before six weeks, a reminder from then on, with one key', () => {
    expect(due(story, '2014-04-13')).toEqual([])
    const [reminder, ...more] = due(story, '2014-04-14')
    expect(more).toEqual([])
    expect(reminder).toMatchObject({
      kind: 'reminder',
      to: { address: 'ann@example.org' },
      at: day('2014-04-14'),
    })
    expect(due(story, '2014-04-20').map((one) => one.key)).toEqual([reminder!.key])
  })

  test('two weeks of grace later it is stalled, and the mentor is told instead', () => {
    const standing = standAt(story, '2014-04-28')
    expect(standing.status).toBe('stalled')
    expect(due(story, '2014-04-29')).toMatchObject([
      { kind: 'stalled', to: { address: 'mia@example.org' }, about: { name: 'Ann' } },
    ])
  })

  test('after 52 weeks stalled it is open again, with who tried last', () => {
    const standing = standAt(story, '2015-04-27')
    expect(standing.status).toBe('open')
    expect(claims(standing)).toEqual(['Ann faded'])
    expect(isFree(standing)).toBe(true)
    expect(standing.lastTried).toMatchObject({
      who: { name: 'Ann' },
      at: day('2014-03-03'),
      evidence: { source: 'took' },
    })
    expect(told(standing).slice(1)).toEqual([
      '2014-03-03 claimed Ann',
      '2014-04-14 reminder-due Ann',
      '2014-04-28 stalled Ann',
      '2015-04-27 faded Ann',
    ])
  })

  test('with auto-release the claim is released where it would be stalled', () => {
    const standing = standAt(story, '2014-04-28', { ...POLICY, autoRelease: true })
    expect(standing.status).toBe('open')
    expect(claims(standing)).toEqual(['Ann released'])
    expect(told(standing).at(-1)).toBe('2014-04-28 auto-released Ann')
  })
})

describe('renewal', () => {
  test('one line after the reminder gives her the whole time again, and the next reminder has another key', () => {
    const renewed = [...story, command('2014-04-20', 'Ann', 'progress')]
    expect(due(renewed, '2014-05-31')).toEqual([])
    const [again] = due(renewed, '2014-06-01')
    expect(again!.kind).toBe('reminder')
    expect(again!.key).not.toBe(due(story, '2014-04-20')[0]!.key)
    expect(standAt(renewed, '2014-05-31').status).toBe('claimed')
  })

  test('any mail of hers in the thread is a sign of work, also after she was stalled', () => {
    const back = [...story, mail('2014-06-01', 'Ann')]
    const standing = standAt(back, '2014-06-02')
    expect(standing.status).toBe('claimed')
    expect(told(standing).at(-1)).toBe('2014-06-01 renewed Ann')
    expect(standing.claims[0]!.since).toBe(day('2014-03-03'))
  })

  test('snoozed until a date, nothing is due before six weeks after it', () => {
    const snoozed = [...story, command('2014-04-01', 'Ann', 'snooze', { until: day('2014-06-01') })]
    expect(due(snoozed, '2014-07-12')).toEqual([])
    expect(due(snoozed, '2014-07-13')).toMatchObject([{ kind: 'reminder', at: day('2014-07-13') }])
  })
})

describe('interest', () => {
  const wish = [page('2014-01-01'), mail('2014-03-03', 'Ann', { says: ['interest'] })]

  test('fades after 26 weeks without a reminder to anybody', () => {
    expect(standAt(wish, '2014-08-31').status).toBe('interest')
    expect(due(wish, '2014-08-31')).toEqual([])
    const standing = standAt(wish, '2014-09-01')
    expect(standing.status).toBe('open')
    expect(standing.lastTried).toBeNull()
  })
})
