// What an operator does to the state, on the books of the demo.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Act, performAct } from '../../src/app/act.ts'
import { catalogueIndex } from '../../src/app/index-cache.ts'
import { entryId, messageId } from '../../src/core/model/ids.ts'
import { archive, type Books, NOW, openBooks, settings } from './books.ts'

describe('an act', () => {
  let books: Books
  const by = { name: 'operator', address: 'operator@example.org' }
  let now = NOW - 1000
  const perform = (act: Parameters<typeof performAct>[0]): ReturnType<typeof performAct> =>
    performAct(act, {
      store: books.store,
      settings,
      clock: { now: () => ++now },
      index: catalogueIndex(settings.parse.lists),
      by,
      mail: null,
    })
  const claims = async (entry: string): Promise<string[]> =>
    ((await books.store.standing(entryId(entry)))?.claims ?? []).map(
      (claim) => `${claim.who.name} ${claim.state}`,
    )

  beforeAll(async () => {
    books = await openBooks()
    await books.replay(archive())
  })
  afterAll(() => books.close())

  it('unties a thread and ties it again, and the linker leaves it so', async () => {
    expect(await claims('riscv-port')).toEqual(['Jón Einarsson active'])
    expect(await perform({ act: 'link', thread: 'risc-2@demo.example.org', entry: null })).toEqual({
      ok: true,
      lines: ['risc-1@demo.example.org is linked to nothing'],
    })
    expect((await books.store.link(messageId('risc-1@demo.example.org')))?.link).toMatchObject({
      entry: null,
      by: 'command',
    })
    expect(await books.rebuild()).toEqual([])
    await perform({ act: 'link', thread: 'risc-1@demo.example.org', entry: 'riscv-port' })
    expect((await books.store.link(messageId('risc-1@demo.example.org')))?.link).toMatchObject({
      entry: 'riscv-port',
      by: 'command',
    })
    expect(await claims('riscv-port')).toEqual(['Jón Einarsson active'])
  })

  it('takes back what a mail was read as saying', async () => {
    expect(await claims('usb-passthrough-over-ip')).toContain('Maya Cohen interested')
    expect(await perform({ act: 'dismiss', message: 'usb-5@demo.example.org', type: null })).toEqual({
      ok: true,
      lines: ['taken back for usb-passthrough-over-ip'],
    })
    expect(await claims('usb-passthrough-over-ip')).not.toContain('Maya Cohen interested')
    expect(await books.rebuild()).toEqual([])
  })

  it('is refused in words when there is nothing to act on', async () => {
    for (const act of [
      { act: 'link', thread: 'none@example.org', entry: null },
      { act: 'dismiss', message: 'none@example.org', type: 'claim' },
      { act: 'outbox-release', ids: ['none'] },
      { act: 'quarantine-retry', ids: ['none'] },
      { act: 'digest-post', list: null, week: null },
    ] satisfies Act[])
      expect(await perform(act)).toMatchObject({ ok: false, reason: expect.stringMatching(/\w/) })
  })
})
