// The cursor of an IMAP source survives being stored, and any other text means the start.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatImapCursor, parseImapCursor } from '../../../src/adapters/imap/imap-cursor.ts'

test('what was written is read, for any mailbox names and numbers', () => {
  const position = fc.record({ validity: fc.nat(2 ** 31), uid: fc.nat(2 ** 31) }, { noNullPrototype: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), position), { maxLength: 5 }), (entries) => {
      const cursor = new Map(entries)
      expect(parseImapCursor(formatImapCursor(cursor))).toEqual(cursor)
    }),
  )
})

test('any other text means the start, and never throws', () => {
  for (const text of [
    null,
    '',
    'x',
    '[]',
    '1',
    'null',
    '"a"',
    '{"INBOX":5}',
    '{"INBOX":["1",2]}',
    '{"INBOX":[1]}',
  ]) {
    expect(parseImapCursor(text).size).toBe(0)
  }
  fc.assert(fc.property(fc.string(), (text) => parseImapCursor(text) instanceof Map))
})
