// Corrections: a thread tied or untied by command, a statement taken back, a mail found years later.
import { describe, expect, test } from 'vitest'
import { messageId } from '../../src/core/model/ids.ts'
import { changesBetween } from '../../src/core/standing/changes.ts'
import { claims, command, day, ENTRY, mail, POLICY, page, relink, retold, standAt, told } from './tell.ts'

describe('a thread tied here by command', () => {
  const story = [
    page('2014-01-01'),
    mail('2014-03-01', 'Ann', {
      says: ['claim'],
      thread: 't',
      link: 'command',
      linkedBy: { at: day('2014-05-01'), source: 'link-1', hides: true },
    }),
    relink('2014-05-01', 'Max', 'link', 't'),
  ]

  test('was not known before the command', () => {
    expect(standAt(story, '2014-04-01').status).toBe('open')
  })

  test('changes what is said of the past, marked as such', () => {
    const standing = standAt(story, '2014-05-01')
    expect(standing.history.find((event) => event.code === 'claimed')).toMatchObject({
      at: day('2014-03-01'),
      relinkedBy: 'link-1',
    })
    expect(told(standing).at(-1)).toBe('2014-05-01 relinked-by Max')
  })

  test('is news in the week of the command', () => {
    const week = changesBetween(ENTRY, story, POLICY, day('2014-04-28'), day('2014-05-05'))
    expect(week.map((event) => event.code)).toEqual(['relinked-by'])
  })
})

describe('a thread that a later mail of it brought here', () => {
  const story = [
    page('2014-01-01'),
    mail('2014-03-01', 'Ann', {
      says: ['claim'],
      linkedBy: { at: day('2014-03-20'), source: 'names-it', hides: false },
    }),
    mail('2014-03-20', 'Bob', { id: 'names-it' }),
    retold('2014-03-20', 'Bob', 'link', 'names-it'),
  ]

  test('is told from its first mail on, and says which mail it was', () => {
    const standing = standAt(story, '2014-03-21')
    expect(standing.history.find((event) => event.code === 'claimed')).toMatchObject({
      at: day('2014-03-01'),
      relinkedBy: 'names-it',
    })
    expect(told(standing).slice(1)).toEqual(['2014-03-01 claimed Ann', '2014-03-20 relinked-by Bob'])
    expect(standing.history.at(-1)!.evidence).toMatchObject({ kind: 'mail', source: 'names-it' })
  })

  test('leaves a note where it was before', () => {
    const standing = standAt(
      [page('2014-01-01'), retold('2014-03-20', 'Bob', 'unlink', 'names-it')],
      '2014-03-21',
    )
    expect(standing.status).toBe('open')
    expect(standing.history.at(-1)).toMatchObject({ code: 'relinked-by', to: 'unlink' })
  })
})

test('mails older than the entry on the page are told of it, marked by the page that brought it', () => {
  const linkedBy = { at: day('2014-03-20'), source: 'Projects:10', hides: false }
  const standing = standAt(
    [
      page('2014-03-20'),
      mail('2014-03-01', 'Ann', { says: ['claim'], linkedBy }),
      retold('2014-03-20', null, 'link', 'Projects:10'),
    ],
    '2014-03-21',
  )
  expect(standing.status).toBe('claimed')
  expect(standing.history.map((event) => [event.code, event.who?.name ?? null, event.relinkedBy])).toEqual([
    ['claimed', 'Ann', 'Projects:10'],
    ['page-state', null, null],
    ['relinked-by', null, null],
  ])
})

test('a thread untied by command leaves only the note that it was', () => {
  const standing = standAt([page('2014-01-01'), relink('2014-05-01', 'Max', 'unlink', 't')], '2014-05-02')
  expect(standing.status).toBe('open')
  expect(told(standing).at(-1)).toBe('2014-05-01 relinked-by Max')
  expect(standing.history.at(-1)!.to).toBe('unlink')
})

describe('wrong', () => {
  const claim = [page('2014-01-01'), mail('2014-03-01', 'Ann', { says: ['claim', 'inquiry'], id: 'm' })]
  const wrong = (by: string, type?: 'claim') =>
    command('2014-03-10', by, 'dismiss', { dismiss: { message: messageId('m'), ...(type ? { type } : {}) } })

  test('said by the person named takes the claim back, as if it never was', () => {
    const standing = standAt([...claim, wrong('Ann', 'claim')], '2014-03-11')
    expect(standing.status).toBe('open')
    expect(standing.claims).toEqual([])
    expect(told(standing).slice(1)).toEqual(['2014-03-10 dismissed Ann'])
  })
  test('leaves the other statements of the mail', () => {
    expect(standAt([...claim, wrong('Ann', 'claim')], '2014-03-11').waiting).toMatchObject([{ message: 'm' }])
  })
  test('takes all of them back when no kind is named', () => {
    expect(standAt([...claim, wrong('operator')], '2014-03-11').waiting).toEqual([])
  })
  test('works from a maintainer, not from a stranger', () => {
    expect(claims(standAt([...claim, wrong('Max')], '2014-03-11'))).toEqual([])
    expect(claims(standAt([...claim, wrong('Eve')], '2014-03-11'))).toEqual(['Ann active'])
  })
  test('does not change what was shown before it', () => {
    expect(claims(standAt([...claim, wrong('Max')], '2014-03-09'))).toEqual(['Ann active'])
  })
})

describe('a mail found years later', () => {
  const known = [page('2014-01-01'), mail('2014-06-01', 'Bob', { says: ['claim'] })]
  const found = mail('2014-03-20', 'Ann', { says: ['claim'] })
  const release = mail('2014-05-20', 'Ann', { says: ['release'] })

  test('tells the past as if it had always been there', () => {
    expect(standAt([...known, release, found], '2014-07-01')).toEqual(
      standAt([found, ...known.slice(0, 1), release, ...known.slice(1)], '2014-07-01'),
    )
    expect(standAt([...known, release, found], '2014-07-01').chain.map((tenure) => tenure.who.name)).toEqual([
      'Ann',
      'Bob',
    ])
  })

  test('and is no news in the week it was found', () => {
    const week = [day('2026-11-01'), day('2026-11-08')] as const
    const before = changesBetween(ENTRY, known, POLICY, ...week)
    expect(changesBetween(ENTRY, [...known, release, found], POLICY, ...week)).toEqual(before)
  })
})
