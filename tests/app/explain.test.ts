// Why a mail was understood so: as it was judged, and with its whole text.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMailDecoder } from '../../src/adapters/mime/mail-decoder.ts'
import { explainStored } from '../../src/app/explain.ts'
import { messageId } from '../../src/core/model/ids.ts'
import { rawMail } from '../support/mail.ts'
import { type Books, openBooks, settings } from './books.ts'

const QUOTING = rawMail({
  id: 'quoting@example.org',
  to: 'skiff-tools@lists.example.org',
  subject: 'Re: Web console for guests',
  date: Date.UTC(2026, 10, 20),
  headers: [['List-Id', '<skiff-tools.lists.example.org>']],
  body: 'Bo wrote:\n> is anybody on it?\n\nI have started working on this project.\n\n-- \nAda Example, Exampletown\n',
})

describe('explaining a stored mail', () => {
  let books: Books
  beforeAll(async () => {
    books = await openBooks()
    await books.live([QUOTING])
  })
  afterAll(() => books.close())

  it('shows quote and signature too, and keeps the evidence in its place', async () => {
    const id = messageId('quoting@example.org')
    const explained = await explainStored(books.store, id, createMailDecoder(), settings)
    const { message, signals } = explained!.reading
    expect(message.text).toContain('> is anybody on it?')
    expect(message.text).toContain('Exampletown')
    const span = signals[0]!.span!
    expect(message.text.slice(span.start, span.end)).toBe('I have started working on this project.')
    expect((await books.store.message(id))!.reading.message.text).not.toContain('Exampletown')
  })

  it('knows nothing of a mail that is not there', async () => {
    const none = messageId('none@example.org')
    expect(await explainStored(books.store, none, createMailDecoder(), settings)).toBeNull()
  })
})
