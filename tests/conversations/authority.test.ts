// Who may speak for others: mentors and maintainers; anybody's word about a third person is hearsay until that person confirms.
import { describe, expect, test } from 'vitest'
import type { StandingFact } from '../../src/core/model/fact.ts'
import { isFree } from '../../src/core/standing/is-free.ts'
import { claims, command, mail, page, person, standAt, told } from './tell.ts'

const base = [page('2014-01-01')]
const bob = { of: person('Bob') }

describe('assignment', () => {
  test("by the mentor gives the entry to the person named, with the mentor's sentence", () => {
    const standing = standAt(
      [...base, mail('2014-03-01', 'Mia', { says: ['assign'], words: 'Bob is doing this one.', ...bob })],
      '2014-03-02',
    )
    expect(claims(standing)).toEqual(['Bob active'])
    expect(standing.claims[0]!.evidence.text).toBe('Bob is doing this one.')
    expect(told(standing).at(-1)).toBe('2014-03-01 assigned Bob')
  })

  test('by a maintainer too; a bare first name means the one person of that name in the mail', () => {
    const fact = mail('2014-03-01', 'Max', {
      says: ['assign'],
      cc: ['Bob Builder'],
      of: { name: 'Bob', address: '' },
    })
    expect(standAt([...base, fact], '2014-03-02').claims[0]!.who.address).toBe('bob@example.org')
  })

  test('of a first name means the one who wrote here before under it, and nobody when two did', () => {
    const wrote = mail('2014-02-01', 'Bob Builder', { words: 'Is anybody on it?' })
    const assigned = mail('2014-03-01', 'Max', { says: ['assign'], of: { name: 'Bob', address: '' } })
    const claim = (facts: readonly StandingFact[]) => standAt(facts, '2014-03-02').claims[0]!.who
    expect(claim([...base, wrote, assigned])).toEqual({ name: 'Bob Builder', address: 'bob@example.org' })
    const other = {
      ...mail('2014-02-02', 'Bob Baker'),
      author: { name: 'Bob Baker', address: 'bb@example.org' },
    }
    expect(claim([...base, wrote, other, assigned])).toEqual({ name: 'Bob', address: '' })
  })

  test('by anybody else is hearsay, and the entry stays as it is', () => {
    const standing = standAt([...base, mail('2014-03-01', 'Eve', { says: ['assign'], ...bob })], '2014-03-02')
    expect(standing.status).toBe('open')
    expect(standing.claims).toEqual([])
    expect(standing.hearsay).toMatchObject([{ who: { name: 'Bob' }, by: { name: 'Eve' } }])
  })

  test("is confirmed by the person's own word", () => {
    const confirmed = [
      ...base,
      mail('2014-03-01', 'Eve', { says: ['assign'], ...bob }),
      mail('2014-03-02', 'Bob', { says: ['claim'] }),
    ]
    const standing = standAt(confirmed, '2014-03-03')
    expect(claims(standing)).toEqual(['Bob active'])
    expect(standing.hearsay).toEqual([])
  })

  test('is taken back by the mentor, not by a stranger', () => {
    const assigned = [...base, command('2014-03-01', 'Mia', 'assign', { who: person('Bob') })]
    expect(
      claims(
        standAt(
          [...assigned, command('2014-03-05', 'Eve', 'unassign', { who: person('Bob') })],
          '2014-03-06',
        ),
      ),
    ).toEqual(['Bob active'])
    expect(
      claims(
        standAt(
          [...assigned, command('2014-03-05', 'Mia', 'unassign', { who: person('Bob') })],
          '2014-03-06',
        ),
      ),
    ).toEqual(['Bob released'])
  })
})

describe('completion', () => {
  const work = [...base, mail('2014-03-01', 'Ann', { says: ['patch'], patch: [1, 1, 1], id: 'v1' })]

  test("by a maintainer's word in the patches' thread is done for their author", () => {
    const standing = standAt(
      [...work, mail('2014-03-09', 'Max', { says: ['complete'], answers: 'v1', words: 'Applied, thanks.' })],
      '2014-03-10',
    )
    expect(standing.status).toBe('done')
    expect(claims(standing)).toEqual(['Ann done'])
  })

  test("by the author's own word is not", () => {
    expect(standAt([...work, mail('2014-03-09', 'Ann', { says: ['complete'] })], '2014-03-10').status).toBe(
      'in-review',
    )
  })

  test('of one patch of two is not either', () => {
    const half = mail('2014-03-09', 'Max', {
      says: [['complete', { version: 1, n: 1, m: 2 }]],
      answers: 'v1',
    })
    const standing = standAt([...work, half], '2014-03-10')
    expect(standing.status).toBe('in-review')
    expect(told(standing).at(-1)).toBe('2014-03-09 partly-merged Ann')
  })
})

describe('refusal', () => {
  const asked = [...base, mail('2014-03-01', 'Ann', { says: ['interest'], id: 'ask' })]

  test('by the mentor declines who asked, and keeps the entry from being free', () => {
    const standing = standAt(
      [
        ...asked,
        mail('2014-03-02', 'Mia', { says: ['decline'], answers: 'ask', words: 'This one is not available.' }),
      ],
      '2014-03-03',
    )
    expect(claims(standing)).toEqual(['Ann declined'])
    expect(standing.status).toBe('open')
    expect(standing.unavailable?.text).toBe('This one is not available.')
    expect(isFree(standing)).toBe(false)
  })

  test('of patches that are on the list ends nobody’s work, and is flagged against it', () => {
    const posted = mail('2014-03-02', 'Ann', { says: ['patch'], patch: [1, 1, 1], id: 'v1' })
    const words = 'Better wait with this.'
    const refused = mail('2014-03-03', 'Mia', { says: ['decline'], answers: 'v1', words })
    const standing = standAt([...asked, posted, refused], '2014-03-04')
    expect(claims(standing)).toEqual(['Ann in-review'])
    expect(standing.contradictions.map(({ code }) => code)).toEqual(['claimed-but-closed'])
    expect(standing.unavailable?.text).toBe(words)
  })

  test('by anybody else is nothing', () => {
    const standing = standAt(
      [...asked, mail('2014-03-02', 'Eve', { says: ['decline'], answers: 'ask' })],
      '2014-03-03',
    )
    expect(claims(standing)).toEqual(['Ann interested'])
    expect(standing.unavailable).toBeNull()
  })

  test('fades with the years', () => {
    const refused = [...asked, mail('2014-03-02', 'Mia', { says: ['decline'], answers: 'ask' })]
    expect(standAt(refused, '2015-02-28').unavailable).not.toBeNull()
    expect(standAt(refused, '2015-03-02').unavailable).toBeNull()
  })

  test('is lifted by reopening', () => {
    const lifted = [
      ...asked,
      mail('2014-03-02', 'Mia', { says: ['decline'], answers: 'ask' }),
      command('2014-04-01', 'Mia', 'reopen'),
    ]
    expect(standAt(lifted, '2014-04-02').unavailable).toBeNull()
  })
})

describe("one's own claim", () => {
  test("anybody may release; nobody another's", () => {
    const claimed = [...base, mail('2014-03-01', 'Ann', { says: ['claim'] })]
    expect(
      claims(
        standAt([...claimed, command('2014-03-02', 'Eve', 'release', { who: person('Ann') })], '2014-03-03'),
      ),
    ).toEqual(['Ann active'])
    expect(claims(standAt([...claimed, command('2014-03-02', 'Ann', 'release')], '2014-03-03'))).toEqual([
      'Ann released',
    ])
  })

  test('said in a mail with two From fields is no claim', () => {
    expect(
      standAt([...base, mail('2014-03-01', 'Ann', { says: ['claim'], powerless: true })], '2014-03-02')
        .claims,
    ).toEqual([])
  })

  test('said below the threshold is no claim', () => {
    expect(
      standAt([...base, mail('2014-03-01', 'Ann', { says: [['claim', { score: 0.4 }]] })], '2014-03-02')
        .claims,
    ).toEqual([])
  })

  test('is not made by a fix that merely shares words with the entry', () => {
    const fix = mail('2014-03-01', 'Ann', {
      says: ['patch'],
      patch: [1, 1, 1],
      link: 'words',
      words: '[PATCH] usb: fix a leak',
    })
    expect(standAt([...base, fix], '2014-03-02').status).toBe('open')
  })
})

describe('retirement', () => {
  test('by a maintainer; a claim on it is flagged; reopening brings the claim back into view', () => {
    const story = [
      ...base,
      mail('2014-03-01', 'Ann', { says: ['claim'] }),
      command('2014-03-05', 'Max', 'retire'),
    ]
    const standing = standAt(story, '2014-03-06')
    expect(standing.status).toBe('retired')
    expect(standing.contradictions.map((one) => one.code)).toEqual(['claimed-but-closed'])
    expect(standAt([...story, command('2014-03-07', 'Max', 'reopen')], '2014-03-08').status).toBe('claimed')
  })
})
