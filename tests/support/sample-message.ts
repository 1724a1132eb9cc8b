// A message for tests: everything has a default, and the whole text is the author's own unless said otherwise.
import { messageId } from '../../src/core/model/ids.ts'
import type { Message } from '../../src/core/model/message.ts'

export function sampleMessage(parts: Partial<Message> = {}): Message {
  const { text = 'Hello.' } = parts
  return {
    id: messageId('one@example.org'),
    madeId: false,
    at: Date.UTC(2025, 0, 2),
    author: { name: 'Ida Brandt', address: 'ida@example.org' },
    via: null,
    to: [],
    cc: [],
    lists: [],
    subject: 'A question',
    topic: 'a question',
    tag: null,
    patch: null,
    references: [],
    automatic: null,
    powerless: null,
    text,
    own: [{ start: 0, end: text.length }],
    hasDiff: false,
    notScanned: null,
    ...parts,
  }
}
