// Which mail's patch a commit is: by Message-ID, then patch-id, then subject and author; never by chance.
import { describe, expect, test } from 'vitest'
import type { LoggedCommit } from '../../../src/core/model/commit.ts'
import { messageId, type ThreadId } from '../../../src/core/model/ids.ts'
import { type PatchMail, plainSubject, tieCommits } from '../../../src/core/standing/tie-commits.ts'
import { day, person } from '../../conversations/tell.ts'

const patchMail = (id: string, more: Partial<PatchMail> = {}): PatchMail => ({
  message: messageId(id),
  thread: 'series' as ThreadId,
  at: day('2014-03-01'),
  author: person('Ann Example'),
  subject: '[PATCH 1/2] usb: add a backend',
  patch: { version: 1, n: 1, m: 2, rfc: false },
  patchId: null,
  ...more,
})
const logged = (more: Partial<LoggedCommit> = {}): LoggedCommit => ({
  repository: 'widgets',
  commit: 'c0ffee',
  at: day('2014-03-10'),
  author: person('Ann Example'),
  subject: 'usb: add a backend',
  messages: [],
  patchId: null,
  ...more,
})
const tie = (commit: LoggedCommit, mails: readonly PatchMail[]) =>
  tieCommits([commit], mails, new Map()).map((fact) => [fact.message, fact.tie, fact.version, fact.n, fact.m])

describe('a commit', () => {
  test('that names a patch is that patch, whatever its subject became', () => {
    const mails = [patchMail('a'), patchMail('b', { subject: '[PATCH] other', patchId: 'p' })]
    expect(tie(logged({ messages: [messageId('a')], subject: 'renamed', patchId: 'p' }), mails)).toEqual([
      ['a', 'message-id', 1, 1, 2],
    ])
  })
  test('that names the cover letter is the patch of its subject in that series and version', () => {
    const cover = patchMail('cover', {
      subject: '[PATCH v2 0/2] usb',
      patch: { version: 2, n: 0, m: 2, rfc: false },
    })
    const second = patchMail('v2', { patch: { version: 2, n: 1, m: 2, rfc: false } })
    expect(tie(logged({ messages: [messageId('cover')] }), [patchMail('v1'), cover, second])).toEqual([
      ['v2', 'message-id', 2, 1, 2],
    ])
  })
  test('that names a mail without patch falls back to the patch-id', () => {
    expect(
      tie(logged({ messages: [messageId('report')], subject: 'renamed', patchId: 'p' }), [
        patchMail('a', { patchId: 'p' }),
      ]),
    ).toEqual([['a', 'patch-id', 1, 1, 2]])
  })
  test('with the subject and author of several versions is the last posted before it', () => {
    const mails = [
      patchMail('v1'),
      patchMail('v2', { at: day('2014-03-08'), patch: { version: 2, n: 1, m: 2, rfc: false } }),
      patchMail('v3', { at: day('2014-04-08'), patch: { version: 3, n: 1, m: 2, rfc: false } }),
    ]
    expect(tie(logged(), mails)).toEqual([['v2', 'subject', 2, 1, 2]])
  })
  test('with the same subject by somebody else is not his', () => {
    expect(tie(logged({ author: person('Bob Other') }), [patchMail('a')])).toEqual([])
  })
  test('with the same author under another address is his when the whole name is the same', () => {
    expect(
      tie(logged({ author: { name: 'ann example', address: 'ann@work.example.com' } }), [patchMail('a')]),
    ).toHaveLength(1)
    expect(
      tie(logged({ author: { name: 'ann', address: 'ann@work.example.com' } }), [
        patchMail('a', { author: { name: 'ann', address: 'ann@example.org' } }),
      ]),
    ).toEqual([])
  })
  test('no mail fits is left out', () => {
    expect(tie(logged({ subject: 'something else' }), [patchMail('a')])).toEqual([])
  })
  test('carries its first release', () => {
    const [fact] = tieCommits(
      [logged()],
      [patchMail('a')],
      new Map([['c0ffee', { tag: 'v1.0', at: day('2014-06-01') }]]),
    )
    expect(fact).toMatchObject({ release: 'v1.0', releasedAt: day('2014-06-01'), series: 'series' })
  })
})

test.each([
  ['Re: [list] [PATCH v3 2/5]  USB: add\n a backend', 'usb: add a backend'],
  ['[PATCH', '[patch'],
  ['array[3]: fix', 'array[3]: fix'],
])('the plain subject of %j is %j', (subject, plain) => {
  expect(plainSubject(subject)).toBe(plain)
})
