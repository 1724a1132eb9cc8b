import { describe, expect, test } from 'vitest'
import type { Message } from '../../../src/core/model/message.ts'
import { seriesKeys } from '../../../src/core/parse/series.ts'

const author = { name: 'Kim', address: 'kim@example.org' }
const letter = (over: Partial<Record<'id' | 'topic' | 'text', string>>, version = 1, n = 0, m = 3) =>
  ({
    id: 'm1@x',
    author,
    topic: 'foo: add a bar',
    text: '',
    patch: { version, n, m, rfc: false },
    ...over,
  }) as unknown as Message
const share = (a: Message, b: Message) => seriesKeys(a).some((key) => seriesKeys(b).includes(key))

describe('versions of one series share a key', () => {
  test('by author and the cover’s topic', () => {
    expect(share(letter({ id: 'a@x' }), letter({ id: 'b@x' }, 2))).toBe(true)
    expect(share(letter({ id: 'a@x' }), letter({ id: 'b@x', topic: 'foo: add a baz' }, 2))).toBe(false)
  })
  test('by b4’s change id, in the Message-ID or in the letter', () => {
    const first = letter({ id: '20260303-foo-bar-v1-0-0123456789ab@example.org' })
    expect(
      share(
        first,
        letter({ id: '20260303-foo-bar-v2-0-ba9876543210@example.org', topic: 'another title here' }, 2),
      ),
    ).toBe(true)
    expect(
      share(
        first,
        letter(
          { id: 'z@x', topic: 'another title here', text: 'Hi\nchange-id: 20260303-foo-bar-0f1e2d3c4b5a\n' },
          2,
        ),
      ),
    ).toBe(true)
  })
  test('by the link to an earlier version, whoever posts', () => {
    const first = letter({ id: 'first@example.org' })
    const taken = {
      ...letter(
        {
          id: 'second@example.org',
          topic: 'x',
          text: 'Link to v1: https://lore.kernel.org/r/first@example.org\n',
        },
        2,
      ),
      author: { name: 'Ola', address: 'ola@example.org' },
    }
    expect(share(first, taken)).toBe(true)
    expect(share(first, { ...taken, text: 'See also https://lore.kernel.org/r/first@example.org\n' })).toBe(
      false,
    )
  })
  test('a single word is no topic to go by', () => {
    expect(share(letter({ id: 'a@x', topic: 'fixes' }), letter({ id: 'b@x', topic: 'fixes' }, 2))).toBe(false)
  })
  test('what is no patch has none', () => {
    expect(seriesKeys({ ...letter({}), patch: null })).toEqual([])
  })
})
