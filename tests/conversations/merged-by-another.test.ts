// What really got in, against what was promised: flagged, never silently resolved.
import { describe, expect, test } from 'vitest'
import { messageId } from '../../src/core/model/ids.ts'
import { claims, commit, mail, page, standAt, told } from './tell.ts'

const claimed = [
  page('2014-01-01'),
  mail('2014-03-01', 'Ann', { says: ['claim'], words: 'I work on USB for guests.', thread: 'a' }),
]
const patches = (version: number) =>
  [1, 2].map((n) =>
    mail(`2014-03-1${version}`, 'Bob', {
      says: ['patch'],
      patch: [version, n, 2],
      id: `b${version}-${n}`,
      thread: `b${version}`,
    }),
  )

describe('claimed by one, merged by another', () => {
  const merged = [
    ...claimed,
    ...patches(1),
    commit('2014-03-20', 'Bob', { n: 1, m: 2, message: messageId('b1-1') }),
    commit('2014-03-21', 'Bob', { n: 2, m: 2, message: messageId('b1-2') }),
  ]

  test('is done, with both sentences side by side and the first claim kept', () => {
    const standing = standAt(merged, '2014-03-22')
    expect(standing.status).toBe('done')
    expect(claims(standing)).toEqual(['Ann active', 'Bob done'])
    const flag = standing.contradictions.find((one) => one.code === 'claimed-but-merged-by-other')
    expect(flag?.evidence.map((one) => one.kind)).toEqual(['mail', 'commit'])
  })
})

describe('series', () => {
  test('split over two versions is whole when one version is', () => {
    const story = [
      ...claimed.slice(0, 1),
      ...patches(1),
      ...patches(2),
      commit('2014-03-20', 'Bob', { n: 1, m: 2, version: 1, message: messageId('b1-1') }),
      commit('2014-03-21', 'Bob', { n: 2, m: 2, version: 2, message: messageId('b2-2') }),
    ]
    expect(standAt(story, '2014-03-22').status).toBe('in-review')
    expect(
      standAt(
        [...story, commit('2014-03-23', 'Bob', { n: 1, m: 2, version: 2, message: messageId('b2-1') })],
        '2014-03-24',
      ).status,
    ).toBe('done')
  })

  test('a helper merged while the main series is still posted later does not finish the entry', () => {
    const story = [
      mail('2014-03-01', 'Bob', {
        says: ['patch'],
        patch: [1, 1, 1],
        topic: 'a helper',
        id: 'helper',
        thread: 'h',
      }),
      mail('2014-03-05', 'Bob', {
        says: ['patch'],
        patch: [1, 1, 1],
        topic: 'the backend',
        id: 'main',
        thread: 'm',
      }),
      commit('2014-03-10', 'Bob', { message: messageId('helper'), series: 'a helper' }),
    ]
    const standing = standAt(story, '2014-03-11')
    expect(standing.status).toBe('in-review')
    expect(told(standing).at(-1)).toBe('2014-03-10 partly-merged Bob')
    expect(
      standAt(
        [
          ...story,
          commit('2014-03-20', 'Bob', { message: messageId('main'), series: 'the backend', commit: 'beef' }),
        ],
        '2014-03-21',
      ).status,
    ).toBe('done')
  })
})

test('a commit by somebody without part in the entry changes nothing', () => {
  expect(standAt([...claimed, commit('2014-03-20', 'Eve', { tie: 'subject' })], '2014-03-21').status).toBe(
    'claimed',
  )
})
