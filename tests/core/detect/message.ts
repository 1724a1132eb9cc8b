// A message for the detectors' tests: everything has a default, the whole text is the author's own unless said otherwise.
import { messageId } from '../../../src/core/model/ids.ts'
import type { Message } from '../../../src/core/model/message.ts'

export function message(parts: Partial<Message> & { readonly text: string }): Message {
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
    own: [{ start: 0, end: parts.text.length }],
    hasDiff: false,
    notScanned: null,
    ...parts,
  }
}
