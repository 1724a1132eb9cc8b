// Whether a due mail may be said: a table of reasons against, in the order in which they are told.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayNotice, type NoticeCircumstances } from '../../../src/core/compose/may-notice.ts'
import type { DueMail } from '../../../src/core/model/due-mail.ts'
import { entryId } from '../../../src/core/model/ids.ts'
import { DAY, HOUR } from '../../../src/core/model/time.ts'

const NOW = Date.parse('2026-11-23T08:00:00Z')
const ann = { name: 'Ann Example', address: 'ann@example.org' }

const due = (parts: Partial<DueMail> = {}): DueMail => ({
  kind: 'reminder',
  entry: entryId('widget-fuzzer'),
  to: ann,
  about: ann,
  at: NOW - HOUR,
  since: NOW - 42 * DAY,
  key: 'a key',
  evidence: { text: 'I have it.', source: 'a@example.org', kind: 'mail', at: NOW - 42 * DAY, lists: [] },
  ...parts,
})

const usual: NoticeCircumstances = {
  now: NOW,
  watchFrom: NOW - 100 * DAY,
  switchedOn: NOW - 50 * DAY,
  derivedAt: NOW - 60 * DAY,
  late: 3 * DAY,
  wantNone: [],
  said: false,
  own: ['dibs@example.org', 'dibs-bounce@example.org'],
  lists: ['widgets-devel@lists.example.org'],
}

test('what fell due while its kind was on, of mail that was watched for, may be said', () =>
  expect(mayNotice(due(), usual)).toBeNull())

describe.each([
  ['said before', 'said', {}, { said: true }],
  ['of a kind that is off', 'switched-off', {}, { switchedOn: null }],
  ['before the first start', 'before-watching', {}, { watchFrom: null }],
  ['of mail from before the watching', 'before-watching', { since: NOW - 101 * DAY }, {}],
  ['due before its kind was switched on', 'before-switched-on', {}, { switchedOn: NOW - 1 }],
  ['due when an archive was replayed', 'derived-anew', {}, { derivedAt: NOW - HOUR }],
  ['due so long ago that nobody would understand it', 'too-late', { at: NOW - 3 * DAY - 1 }, {}],
  ['to somebody who wants none', 'wants-none', {}, { wantNone: ['ann@example.org'] }],
  ['to the bot', 'own-address', { to: { name: '', address: 'dibs@example.org' } }, {}],
  ['to a list', 'list-address', { to: { name: '', address: 'widgets-devel@lists.example.org' } }, {}],
  ['to a program', 'role-address', { to: { name: '', address: 'no-reply@example.com' } }, {}],
  ['to an odd address', 'odd-address', { to: { name: '', address: 'a,b@example.com' } }, {}],
] as const)('%s', (_what, reason, one, circumstances) => {
  test(`is not said: ${reason}`, () =>
    expect(mayNotice(due(one), { ...usual, ...circumstances })).toBe(reason))
})

test('whoever is late is told up to the limit, and not a moment later', () => {
  expect(mayNotice(due({ at: NOW - 3 * DAY }), usual)).toBeNull()
  expect(mayNotice(due({ at: NOW }), { ...usual, late: 0 })).toBeNull()
})

test('switching on in an old store says nothing that was due by then, whatever it is', () => {
  const time = fc.integer({ min: NOW - 400 * DAY, max: NOW })
  fc.assert(
    fc.property(time, time, fc.constantFrom('reminder' as const, 'stalled' as const), (at, since, kind) => {
      const judged = mayNotice(due({ at, since, kind }), { ...usual, switchedOn: NOW + 1 })
      expect(judged).not.toBeNull()
    }),
  )
})
