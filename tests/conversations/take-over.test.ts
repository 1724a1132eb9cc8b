// Giving up and taking over: by word, by a newer version of the same series, and after silence. The chain keeps everybody.
import { describe, expect, test } from 'vitest'
import { claims, command, mail, page, standAt, told } from './tell.ts'

const chain = (standing: ReturnType<typeof standAt>) =>
  standing.chain.map((tenure) => `${tenure.who.name} ${tenure.ended ?? 'holds'}`)

describe('release and take-over', () => {
  const story = [
    page('2014-01-01'),
    mail('2014-03-01', 'Ann', { says: ['claim'] }),
    mail('2014-03-20', 'Ann', { says: ['release'], words: 'I have no time for it, happy to hand it over.' }),
    mail('2014-04-01', 'Bob', { says: ['claim'] }),
  ]

  test('between the two it is open, last tried by the first', () => {
    const standing = standAt(story, '2014-03-21')
    expect(standing.status).toBe('open')
    expect(standing.lastTried?.who.name).toBe('Ann')
    expect(standing.claims[0]!.evidence.text).toBe('I have no time for it, happy to hand it over.')
  })

  test('then the second holds it alone, without conflict', () => {
    const standing = standAt(story, '2014-04-02')
    expect(claims(standing)).toEqual(['Bob active', 'Ann released'])
    expect(chain(standing)).toEqual(['Ann released', 'Bob holds'])
    expect(standing.contradictions).toEqual([])
  })

  test('who gave it up may come back, as a new turn', () => {
    const back = [...story.slice(0, 3), mail('2014-05-01', 'Ann', { says: ['claim'] })]
    expect(chain(standAt(back, '2014-05-02'))).toEqual(['Ann released', 'Ann holds'])
  })
})

describe("a newer version of another's series", () => {
  const story = [
    page('2014-01-01'),
    mail('2014-03-01', 'Ann', { says: ['patch'], patch: [3, 1, 1], thread: 'v3' }),
    mail('2014-06-01', 'Bob', {
      says: ['patch'],
      patch: [4, 1, 1],
      thread: 'v4',
      link: 'series',
      words: '[PATCH v4] usb for guests',
    }),
  ]

  test('takes it over, and says by which mail', () => {
    const standing = standAt(story, '2014-06-02')
    expect(claims(standing)).toEqual(['Bob in-review', 'Ann superseded'])
    expect(standing.claims[1]!.evidence.text).toBe('[PATCH v4] usb for guests')
    expect(chain(standing)).toEqual(['Ann superseded', 'Bob holds'])
  })

  test('the same version by another is a conflict, not a take-over', () => {
    const same = [
      ...story.slice(0, 2),
      mail('2014-06-01', 'Bob', { says: ['patch'], patch: [3, 1, 1], thread: 'b' }),
    ]
    const standing = standAt(same, '2014-06-02')
    expect(claims(standing)).toEqual(['Ann in-review', 'Bob in-review'])
    expect(standing.contradictions.map((one) => one.code)).toEqual(['second-claim'])
  })
})

describe('after silence', () => {
  test('somebody else takes what is stalled; who stalled is kept beside him', () => {
    const story = [
      page('2014-01-01'),
      mail('2014-03-03', 'Ann', { says: ['claim'], thread: 'a' }),
      mail('2014-06-01', 'Bob', { says: ['claim'], thread: 'b' }),
    ]
    const standing = standAt(story, '2014-06-02')
    expect(claims(standing)).toEqual(['Bob active', 'Ann stalled'])
    expect(standing.contradictions).toEqual([])
    expect(told(standing).slice(1)).toEqual([
      '2014-03-03 claimed Ann',
      '2014-04-14 reminder-due Ann',
      '2014-04-28 stalled Ann',
      '2014-06-01 claimed Bob',
    ])
  })

  test('when the first comes back he stands behind who took it meanwhile', () => {
    const story = [
      mail('2014-03-03', 'Ann', { says: ['claim'], thread: 'a' }),
      mail('2014-06-01', 'Bob', { says: ['claim'], thread: 'b' }),
      mail('2014-06-10', 'Ann', { says: ['progress'], thread: 'a' }),
    ]
    expect(claims(standAt(story, '2014-06-11'))).toEqual(['Bob active', 'Ann waiting'])
  })
})

describe('after it was called done', () => {
  const applied = [
    page('2014-01-01'),
    mail('2014-03-01', 'Ann', { says: ['patch'], patch: [4, 0, 2], thread: 'v4', id: 'v4' }),
    mail('2014-03-05', 'Max', { says: ['complete'], thread: 'v4', answers: 'v4', words: 'Series applied.' }),
  ]

  test('a newer version of the same series by another opens it again, for him', () => {
    const back = mail('2014-05-01', 'Bob', { says: ['patch'], patch: [5, 0, 2], thread: 'v5' })
    const standing = standAt([...applied, back], '2014-05-02')
    expect(standAt(applied, '2014-05-02').status).toBe('done')
    expect(standing.status).toBe('in-review')
    expect(claims(standing)).toEqual(['Bob in-review', 'Ann done'])
    expect(told(standing).slice(-2)).toEqual(['2014-05-01 patches-posted Bob', '2014-05-01 reopened'])
  })

  test('a newer version by the same person too: "applied" was taken back', () => {
    const back = mail('2014-05-01', 'Ann', { says: ['patch'], patch: [5, 0, 2], thread: 'v5' })
    const standing = standAt([...applied, back], '2014-05-02')
    expect(standing.status).toBe('in-review')
    expect(claims(standing)).toEqual(['Ann in-review'])
    expect(told(standing).slice(-2)).toEqual(['2014-05-01 patches-posted Ann', '2014-05-01 reopened'])
  })

  test('who finished it may take it again once a maintainer reopened it, not before', () => {
    const again = mail('2014-05-01', 'Ann', { says: ['claim'], thread: 'a' })
    expect(claims(standAt([...applied, again], '2014-05-02'))).toEqual(['Ann done'])
    const reopened = [...applied, command('2014-04-01', 'Max', 'reopen'), again]
    const standing = standAt(reopened, '2014-05-02')
    expect([standing.status, ...claims(standing)]).toEqual(['claimed', 'Ann active'])
  })

  test('other patches by another are upkeep and change nothing', () => {
    const feature = mail('2014-05-01', 'Bob', {
      says: ['patch'],
      patch: [1, 0, 2],
      thread: 'f',
      topic: 'usb: add a feature',
    })
    const standing = standAt([...applied, feature], '2014-05-02')
    expect(standing.status).toBe('done')
    expect(claims(standing)).toEqual(['Ann done'])
  })

  test('a claim by word is kept and flagged', () => {
    const standing = standAt(
      [...applied, mail('2014-05-01', 'Bob', { says: ['claim'], thread: 'b' })],
      '2014-05-02',
    )
    expect(standing.status).toBe('done')
    expect(claims(standing)).toEqual(['Bob active', 'Ann done'])
    expect(standing.contradictions.map((one) => one.code)).toContain('claimed-but-closed')
  })

  test('"applied" under a lone fix of somebody without part in it finishes nothing', () => {
    const fix = [
      page('2014-01-01'),
      mail('2014-03-01', 'Ann', { says: ['claim'], thread: 'a' }),
      mail('2014-03-02', 'Eve', { patch: [1, 1, 1], thread: 'fix', id: 'fix' }),
      mail('2014-03-03', 'Max', { says: ['complete'], thread: 'fix', answers: 'fix' }),
    ]
    expect(standAt(fix, '2014-03-04').status).toBe('claimed')
  })
})
