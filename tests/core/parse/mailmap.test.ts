import { describe, expect, test } from 'vitest'
import { mapPerson, parseMailmap } from '../../../src/core/parse/mailmap.ts'

const map = parseMailmap(`
# people
Kim Berg <kim@example.org> <kim@old.example.org>
Ola Nord <ola@example.org>
<tor@example.org> <tor@old.example.org>
Ann Lee <ann@example.org> builder <build@example.org>
Bob Ray <bob@example.org> <build@example.org>
not a line
`)

describe('mailmap (gitmailmap(5))', () => {
  test.each([
    [
      'an old address becomes the proper one',
      { name: 'kb', address: 'kim@old.example.org' },
      { name: 'Kim Berg', address: 'kim@example.org' },
    ],
    [
      'a line with one address gives the name',
      { name: 'ola n', address: 'ola@example.org' },
      { name: 'Ola Nord', address: 'ola@example.org' },
    ],
    [
      'a line without name keeps the name met',
      { name: 'Tor', address: 'tor@old.example.org' },
      { name: 'Tor', address: 'tor@example.org' },
    ],
    [
      'a shared address is told apart by name',
      { name: 'Builder', address: 'build@example.org' },
      { name: 'Ann Lee', address: 'ann@example.org' },
    ],
    [
      'and goes to the line without a name else',
      { name: 'x', address: 'build@example.org' },
      { name: 'Bob Ray', address: 'bob@example.org' },
    ],
    [
      'an unknown person stays',
      { name: 'Eve', address: 'eve@example.org' },
      { name: 'Eve', address: 'eve@example.org' },
    ],
    ['a person without address stays', { name: 'Kim', address: '' }, { name: 'Kim', address: '' }],
  ])('%s', (_, met, person) => {
    expect(mapPerson(map, met)).toEqual(person)
  })
})
