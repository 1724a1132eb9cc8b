// What the bot would answer: by the way of a mail that came, and without a trace.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMailDecoder } from '../../src/adapters/mime/mail-decoder.ts'
import { previewAnswer } from '../../src/app/preview-answer.ts'
import { catalogueEntry } from '../core/compose/sample-books.ts'
import { type Speaking, speaking } from './speaking.ts'

describe('a previewed answer', () => {
  let deps: Speaking
  beforeEach(async () => {
    deps = await speaking()
    await deps.store.write((tx) => tx.saveCatalogue({ entries: [catalogueEntry('Widget fuzzer', 'easy')] }))
  })
  afterEach(() => deps.store.close())

  const ask = (body: string): ReturnType<typeof previewAnswer> =>
    previewAnswer({ from: 'jane@example.net', body, inReplyTo: null }, deps.store, createMailDecoder(), deps)

  it('is the mail the asker would get, and is kept nowhere', async () => {
    const answer = await ask('status widget fuzzer\n')
    const text = answer.ok ? Buffer.from(answer.raw).toString('utf8') : answer.reason
    expect(text).toContain('To: jane@example.net')
    expect(text).toContain('Widget fuzzer')
    expect(await deps.store.outbox()).toEqual([])
    expect(await deps.store.messageCount()).toBe(0)
  })

  it('costs the asker nothing of his share', async () => {
    for (let n = 0; n < 30; n++) expect((await ask('help')).ok).toBe(true)
  })

  it('says why a letter would get none', async () => {
    const letter = 'Dear all,\n\nthis long letter asks nothing of the bot, in many words.\n'
    expect(await ask(letter)).toEqual({ ok: false, reason: 'no-command' })
  })
})
