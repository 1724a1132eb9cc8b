// Who counts as mentor or maintainer, and who is meant by a bare name.
import { describe, expect, test } from 'vitest'
import type { Contact } from '../../../src/core/model/entry.ts'
import { rememberNames } from '../../../src/core/standing/names.ts'
import { foldName, readRoles } from '../../../src/core/standing/roles.ts'
import { POLICY, page, person } from '../../conversations/tell.ts'

const roles = (contacts: Contact[]) => readRoles([page('2014-01-01', { contacts })], POLICY)

describe('authority', () => {
  test('belongs to the address on the page, not to its name under another address', () => {
    const known = roles([{ name: 'Mia Mentor', email: 'mia@example.org', role: 'contact' }])
    expect(known.hasAuthority({ name: 'M', address: 'mia@example.org' })).toBe(true)
    expect(known.hasAuthority({ name: 'Mia Mentor', address: 'mia@elsewhere.example' })).toBe(false)
  })
  test('belongs to the whole name where the page gives no address', () => {
    const known = roles([{ name: 'Mia Mentor', email: null, role: 'mentor' }])
    expect(known.hasAuthority({ name: 'mia  mentor', address: 'mia@elsewhere.example' })).toBe(true)
    expect(known.hasAuthority({ name: 'Mia Mentor', address: '' })).toBe(false)
  })
  test('never belongs to a single word, nor to a student', () => {
    const known = roles([
      { name: 'Wei', email: null, role: 'mentor' },
      { name: 'Ann Student', email: 'ann@example.org', role: 'student' },
    ])
    expect(known.hasAuthority({ name: 'Wei', address: 'wei@elsewhere.example' })).toBe(false)
    expect(known.hasAuthority(person('Ann Student'))).toBe(false)
  })
  test('belongs to maintainers on every entry', () => {
    expect(roles([]).hasAuthority(person('Max'))).toBe(true)
    expect(roles([]).isMentor(person('Max'))).toBe(false)
  })
})

describe('a bare name', () => {
  const names = rememberNames()
  for (const name of ['Bob Builder', 'Ann Other', 'Lars Larsen']) names.see(person(name))
  names.see({ name: 'Lars Larsen', address: 'lars@second.example' })
  const resolved = (name: string, near: string[] = []) =>
    names.resolve({ name, address: '' }, near.map(person)).address

  test('is the one person of that name in the mail', () => {
    expect(resolved('Bob', ['Ann Other', 'Bob Builder'])).toBe('bob@example.org')
  })
  test('is nobody when two in the mail fit', () => {
    expect(
      names.resolve({ name: 'Bob', address: '' }, [
        person('Bob Builder'),
        { name: 'Bob Baker', address: 'baker@example.org' },
      ]).address,
    ).toBe('')
  })
  test('is somebody of earlier mails only by the whole name', () => {
    expect(resolved('bob builder')).toBe('bob@example.org')
    expect(resolved('Bob')).toBe('')
  })
  test('is nobody when two addresses carry it', () => {
    expect(resolved('Lars Larsen')).toBe('')
  })
  test('with an address is who it is', () => {
    expect(names.resolve(person('Eve'), [person('Bob Builder')])).toEqual(person('Eve'))
  })
})

test.each([
  ['Roger Pau Monné', 'roger pau monne'],
  ['  Pál   Ő. ', 'pal o'],
  ['Lars.kurth', 'lars kurth'],
  ['…', ''],
])('%j folds to %j', (name, folded) => {
  expect(foldName(name)).toBe(folded)
})
