// Who may get a mail: the rule for each kind, and for any address at all.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isPlainAddress,
  isRoleAddress,
  type RecipientRule,
  refuseRecipients,
} from '../../../src/core/compose/recipients.ts'

const rule: RecipientRule = {
  kind: 'answer',
  allowed: ['ada@example.net', 'devel@lists.example.org', 'dibs@example.org', 'owner-x@example.net'],
  own: ['dibs@example.org'],
  lists: ['devel@lists.example.org'],
}

test.each([
  ['the asker', ['ada@example.net'], null],
  ['nobody', [], 'not-one-recipient'],
  ['two', ['ada@example.net', 'ada@example.net'], 'not-one-recipient'],
  ['somebody else', ['bob@example.net'], 'not-allowed'],
  ['two in one string', ['ada@example.net, bob@example.net'], 'odd-address'],
  ['a display name', ['Ada <ada@example.net>'], 'odd-address'],
  ['ourselves', ['dibs@example.org'], 'own-address'],
  ['a list', ['devel@lists.example.org'], 'list-address'],
  ['a role', ['owner-x@example.net'], 'role-address'],
] as const)('an answer to %s', (_name, to, expected) => expect(refuseRecipients(to, rule)).toBe(expected))

test('only a digest may go to a list', () => {
  expect(refuseRecipients(['devel@lists.example.org'], { ...rule, kind: 'digest' })).toBeNull()
  expect(refuseRecipients(['devel@lists.example.org'], { ...rule, kind: 'notice' })).toBe('list-address')
})

test('whatever the addresses, what passes is one of the allowed', () => {
  const address = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.emailAddress(),
    fc.constantFrom(...rule.allowed),
    fc
      .tuple(fc.constantFrom(...rule.allowed), fc.string({ maxLength: 5 }))
      .map(([known, more]) => known + more),
  )
  const kind = fc.constantFrom('digest', 'answer', 'notice' as const)
  let passed = 0
  fc.assert(
    fc.property(fc.array(address, { maxLength: 3 }), kind, (to, of) => {
      if (refuseRecipients(to, { ...rule, kind: of as RecipientRule['kind'] }) !== null) return
      passed++
      expect(to).toHaveLength(1)
      expect(rule.allowed).toContain(to[0])
    }),
    { numRuns: 100_000 },
  )
  expect(passed).toBeGreaterThan(1000)
})

describe('a plain address', () => {
  test.each([
    'a@b',
    'ada.park+dibs@example.net',
    "o'neil@example.org".replace("'", '_'),
    `${'x'.repeat(64)}@example.org`,
  ])('%s', (address) => expect(isPlainAddress(address)).toBe(true))
  test.each([
    '',
    '@',
    'dibs',
    'a@',
    '@b',
    'a@b@c',
    'A@example.org',
    'a b@example.org',
    '"a"@example.org',
    '"a@b"@example.org',
    'a,b@example.org',
    'a@example.org,',
    'a@example.org\n',
    'a\r\nRCPT TO:<x@example.org>',
    'a@[127.0.0.1]',
    'a@exa mple.org',
    'a@-example.org',
    'a@example..org',
    '.a@example.org',
    'a..b@example.org',
    'a(comment)@example.org',
    '<a@example.org>',
    'grüße@example.org',
    'a@exämple.org',
    `${'x'.repeat(65)}@example.org`,
    `a@${'x'.repeat(300)}`,
    'a\u0000@example.org',
    'a\u202e@example.org',
  ])('is not %j', (address) => expect(isPlainAddress(address)).toBe(false))
})

describe('a role address', () => {
  test.each([
    'mailer-daemon',
    'no-reply',
    'noreply+x',
    'donotreply',
    'bounce+1-a=b',
    'owner-devel',
    'devel-request',
    'devel-bounces+a=b',
    'postmaster',
  ])('%s', (local) => expect(isRoleAddress(`${local}@example.org`)).toBe(true))
  test.each(['ada', 'rootkit.hunter', 'request', 'downtown-owner.fan', 'bouncer', 'noel'])(
    'is not %s',
    (local) => expect(isRoleAddress(`${local}@example.org`)).toBe(false),
  )
})
