// Each reason against an answer by itself: several of them often hold at once, and none may lean on another.
import { describe, expect, test } from 'vitest'
import { type AnswerCircumstances, headerAgainst, mayAnswer } from '../../../src/core/compose/may-answer.ts'
import { listId, messageId } from '../../../src/core/model/ids.ts'
import type { Message } from '../../../src/core/model/message.ts'
import { DAY } from '../../../src/core/model/time.ts'
import { sampleMessage } from '../../support/sample-message.ts'

const NOW = Date.UTC(2026, 10, 23)
const ada = { name: 'Ada', address: 'ada@example.net' }
const dibs = { name: '', address: 'dibs@example.org' }
const list = { name: '', address: 'devel@lists.example.org' }
const question = sampleMessage({
  id: messageId('q@example.net'),
  at: NOW - DAY,
  author: ada,
  to: [dibs],
  text: 'help\n',
})
const usual: AnswerCircumstances = {
  now: NOW,
  live: true,
  own: ['dibs@example.org', 'bounce@example.org'],
  lists: ['devel@lists.example.org'],
  ownId: false,
}
const from = (address: string): Partial<Message> => ({ author: { name: '', address } })

test('a usual question may be answered, in To or in Cc', () => {
  expect(mayAnswer(question, usual)).toBeNull()
  expect(mayAnswer({ ...question, to: [ada], cc: [dibs] }, usual)).toBeNull()
})

test.each<[string, Partial<Message>, Partial<AnswerCircumstances>]>([
  ['not-live', {}, { live: false }],
  ['too-old', { at: NOW - 7 * DAY - 1 }, {}],
  ['automatic', { automatic: 'bounce' }, {}],
  ['automatic', { automatic: 'autoreply-subject' }, {}],
  ['own-mail', { automatic: 'own-mail' }, {}],
  ['own-mail', from('bounce@example.org'), {}],
  ['own-mail', {}, { ownId: true }],
  ['powerless', { powerless: '2 senders in From' }, {}],
  ['list-mail', { lists: [listId('devel')] }, {}],
  ['list-mail', from('devel@lists.example.org'), {}],
  ['rewritten-sender', { via: list }, {}],
  ['no-message-id', { madeId: true }, {}],
  ['odd-address', from(''), {}],
  ['odd-address', from('"a, b"@example.net'), {}],
  ['role-address', from('owner-gadgets@example.net'), {}],
  ['not-to-us', { to: [ada] }, {}],
  ['not-to-us', { to: [] }, {}],
])('%s: %j %j', (reason, parts, circumstances) =>
  expect(mayAnswer({ ...question, ...parts }, { ...usual, ...circumstances })).toBe(reason),
)

describe('the raw header', () => {
  test.each([
    ['list-mail', 'From: a@b\r\nList-Id: <x.example.com>'],
    ['list-mail', 'list-unsubscribe : <https://x.example.com>\nFrom: a@b'],
    ['own-mail', 'X-Loop: Dibs@Example.org'],
    [null, 'From: a@b\nSubject: List-Id: is a field'],
    [null, 'X-Loop: bugs@example.com'],
    [null, 'X-List-Id: x\nListless: y'],
    [null, ''],
  ])('%s: %j', (reason, head) => expect(headerAgainst(head, usual.own)).toBe(reason))
})
