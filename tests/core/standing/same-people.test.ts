// One name under several addresses is suggested for the mailmap, never joined by itself.
import { expect, test } from 'vitest'
import { suggestMailmap } from '../../../src/core/standing/same-people.ts'

const author = (name: string, address: string) => ({ name, address })

test('a whole name that writes from two addresses is one line, the address used most first', () => {
  const authors = [
    author('Ann Other', 'ann@work.example'),
    author('ann other', 'ann@home.example'),
    author('Ann Other', 'ann@home.example'),
    author('Bob Builder', 'bob@example.org'),
  ]
  expect(suggestMailmap(authors)).toEqual(['Ann Other <ann@home.example> <ann@work.example>'])
})

test('a single word is nobody in particular', () => {
  expect(suggestMailmap([author('Ann', 'ann@work.example'), author('Ann', 'ann@home.example')])).toEqual([])
})

test('a name cannot smuggle in another line or field', () => {
  const name = 'Ann <x@example.org> #\nOther'
  expect(suggestMailmap([author(name, 'b@example.org'), author(name, 'a@example.org')])).toEqual([
    'Ann x@example.org Other <a@example.org> <b@example.org>',
  ])
})
