import { describe, expect, test } from 'vitest'
import type { DecodedMail, HeaderField } from '../../../src/core/model/mail.ts'
import { ancestors, ownId } from '../../../src/core/parse/message-ids.ts'

const fields = (...pairs: [string, string][]): HeaderField[] =>
  pairs.map(([name, value]) => ({ name, value }))
const self = 'self@x' as ReturnType<typeof ownId>['id']
const idOf = (value: string) =>
  ownId({ headers: fields(['message-id', value]), hash: 'abc' } as unknown as DecodedMail)

describe('Message-ID (RFC 5322 §3.6.4)', () => {
  test.each([
    ['<a@b>', 'a@b', false],
    ['  <a.b+c@d.e>  ', 'a.b+c@d.e', false],
    ['<a@b> <c@d>', 'a@b', false],
    ['a@b', 'a@b', false],
    ['<no-at-sign>', 'no-at-sign', false],
    ['<a b@c>', 'abc@made.invalid', true],
    ['', 'abc@made.invalid', true],
    [`<${'a'.repeat(600)}@b>`, 'abc@made.invalid', true],
  ])('%s', (value, id, made) => {
    expect(idOf(value)).toEqual({ id, made })
  })
})

describe('ancestors, oldest first', () => {
  test.each([
    ['References in order', [['references', '<a@x> <b@x>\t<c@x>']], ['a@x', 'b@x', 'c@x']],
    ['glued, with commas, one broken', [['references', '<a@x><b@x>,<c x>']], ['a@x', 'b@x']],
    ['In-Reply-To alone', [['in-reply-to', '<a@x>']], ['a@x']],
    [
      'In-Reply-To missing in References is the parent',
      [
        ['references', '<a@x>'],
        ['in-reply-to', '<b@x>'],
      ],
      ['a@x', 'b@x'],
    ],
    [
      'In-Reply-To that References hold changes nothing',
      [
        ['references', '<a@x> <b@x>'],
        ['in-reply-to', '<a@x>'],
      ],
      ['a@x', 'b@x'],
    ],
    [
      'In-Reply-To of several ids is prose',
      [
        ['references', '<a@x>'],
        ['in-reply-to', 'Your mail <b@x> of <c@x>'],
      ],
      ['a@x'],
    ],
    ['repeats and itself left out', [['references', '<a@x> <self@x> <a@x>']], ['a@x']],
    ['none', [], []],
  ] as [string, [string, string][], string[]][])('%s', (_, pairs, ids) => {
    expect(ancestors(fields(...pairs), self)).toEqual(ids)
  })
  test('of too many the oldest and the youngest hundred are kept', () => {
    const ids = ancestors(
      fields(['references', Array.from({ length: 500 }, (_, i) => `<${i}@x>`).join('')]),
      self,
    )
    expect(ids).toHaveLength(100)
    expect([ids[0], ids.at(-1)]).toEqual(['0@x', '499@x'])
  })
})
