// `rebuild`: after a change of the rules everything derived is as if the new rules had read every mail, and what changed is
// said; without a change nothing is, whatever time has passed since.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { standEntry } from '../../src/app/stand-entry.ts'
import { entryId, messageId } from '../../src/core/model/ids.ts'
import { WEEK } from '../../src/core/model/time.ts'
import type { StoredMessage } from '../../src/ports/store.ts'
import { archive, type Books, NOW, openBooks, settings } from './books.ts'

const CLAIM = messageId('boot-1@demo.example.org')
const FALSE_CLAIM = messageId('boot-2@demo.example.org')

describe('rebuild', () => {
  let books: Books
  let clean: string

  beforeEach(async () => {
    books = await openBooks()
    await books.replay(archive())
    clean = await books.export()
  })
  afterEach(() => books.close())

  /** The store as other rules would have left it: `change` is what they read in a mail. */
  const asReadBefore = async (
    id: string,
    change: (stored: StoredMessage) => StoredMessage,
  ): Promise<void> => {
    await books.store.write(async (tx) => {
      const stored = (await tx.message(messageId(id)))!
      await tx.saveMessage({ ...change(stored), rules: 'older' })
      await tx.addTasks([{ kind: 'link', key: id }])
    })
    await books.live([])
  }
  const without = (stored: StoredMessage): StoredMessage => ({
    ...stored,
    reading: { ...stored.reading, signals: [] },
  })

  it('says nothing when nothing changed', async () => {
    expect(await books.rebuild()).toEqual([])
    expect(await books.export()).toBe(clean)
  })

  it('hears what older rules overheard, and says so for the mail, its thread and the entry', async () => {
    await asReadBefore(CLAIM, without)
    expect(await books.export()).not.toBe(clean)
    const found = await books.rebuild()
    expect(found.map(({ what, key }) => `${what} ${key}`)).toEqual([
      `reading ${CLAIM}`,
      `link ${CLAIM}`,
      'standing boot-time-report',
    ])
    expect(found[0]).toMatchObject({ before: 'nothing', after: 'claim', parts: ['signals'] })
    expect(found[2]?.before).not.toContain('hana.sato@example.net')
    expect(found[2]?.after).toBe('claimed hana.sato@example.net active')
    expect(await books.export()).toBe(clean)
    expect(await books.rebuild()).toEqual([])
  })

  it('takes back what older rules misheard', async () => {
    const claim = (await books.store.message(CLAIM))!.reading.signals[0]!
    await asReadBefore(FALSE_CLAIM, (stored) => ({
      ...stored,
      reading: { ...stored.reading, signals: [{ ...claim, message: stored.id }] },
    }))
    const found = await books.rebuild()
    expect(found[0]).toMatchObject({ what: 'reading', before: 'claim', after: 'nothing' })
    expect(await books.export()).toBe(clean)
  })

  it('says when only a sentence or a date of the history differs', async () => {
    await asReadBefore(CLAIM, (stored) => ({
      ...stored,
      reading: {
        ...stored.reading,
        signals: stored.reading.signals.map((signal) => ({ ...signal, evidence: 'another sentence' })),
      },
    }))
    const standing = (await books.rebuild()).find(({ what }) => what === 'standing')
    expect(standing?.before).toBe(standing?.after)
    expect(standing?.parts).toContain('history')
    expect(await books.export()).toBe(clean)
  })

  it('does not take the passing of time for a difference', async () => {
    const entry = entryId('web-console')
    expect((await books.store.standing(entry))?.status).toBe('stalled')
    await standEntry(entry, { store: books.store, settings, clock: { now: () => NOW - 4 * WEEK } })
    expect((await books.store.standing(entry))?.status).toBe('claimed')
    expect(await books.rebuild()).toEqual([])
    expect((await books.store.standing(entry))?.status).toBe('stalled')
  })
})
