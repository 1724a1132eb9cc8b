// A catalogue page looked at again and again: rarely, cheaply, and without losing what is known when it cannot be had.
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { pageFetcher } from '../../src/adapters/web-page/fetch-page.ts'
import { importCatalogues, newestReadings } from '../../src/app/catalogue-import.ts'
import { settleEntries } from '../../src/app/catalogue-settle.ts'
import type { Store } from '../../src/ports/store.ts'
import { collectLog } from '../support/collect-log.ts'
import { temporaryFolder } from '../support/folder.ts'

const HOUR = 3_600_000
const PAGE = (titles: string) =>
  titles
    .split(' ')
    .map((title) => `{{project|Project=${title}|Date=2031-01-02|Desc=x}}`)
    .join('\n')

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function newStore(): Promise<Store> {
  const store = await openStore({ folder: temporaryFolder(), readOnly: false, log: collectLog() })
  closers.push(() => store.close())
  return store
}

async function watched(store: Store) {
  const page = { text: PAGE('A B C'), etag: '"1"', status: 200, requests: 0 }
  const server = createServer((request, response) => {
    page.requests++
    if (page.status !== 200) response.writeHead(page.status).end()
    else if (request.headers['if-none-match'] === page.etag) response.writeHead(304).end()
    else response.writeHead(200, { etag: page.etag, 'content-type': 'text/plain' }).end(page.text)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closers.push(() => new Promise((done) => server.close(done)))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.php?title=Ideas`
  let now = Date.UTC(2031, 5, 1)
  const warnings: string[] = []
  const refresh = (later: number) => {
    now += later
    const clock = { now: () => now }
    return importCatalogues([url], {
      store,
      clock,
      warn: (text) => warnings.push(text),
      force: false,
      fetcher: pageFetcher('Dibs/test'),
      refreshAfter: 12 * HOUR,
    })
  }
  return { page, refresh, warnings }
}

describe('refreshing a catalogue page', () => {
  it('asks only after its time, and takes in what changed', async () => {
    const { page, refresh } = await watched(await newStore())
    expect([(await refresh(0)).changed, page.requests]).toEqual([true, 1])
    expect([(await refresh(HOUR)).changed, page.requests]).toEqual([false, 1])
    expect([(await refresh(12 * HOUR)).changed, page.requests]).toEqual([false, 2])
    Object.assign(page, { text: PAGE('A B C D'), etag: '"2"' })
    const last = await refresh(12 * HOUR)
    expect([last.changed, last.catalogue.entries.map((entry) => entry.title)]).toEqual([
      true,
      ['A', 'B', 'C', 'D'],
    ])
    expect(last.catalogue.entries[0]?.source.page).toBe('Ideas')
  })

  it('a page that cannot be had is told, costs nothing, and is tried again soon', async () => {
    const { page, refresh, warnings } = await watched(await newStore())
    await refresh(0)
    page.status = 503
    const down = await refresh(13 * HOUR)
    expect([down.changed, down.catalogue.entries.length, warnings]).toEqual([
      false,
      3,
      [expect.stringContaining('503')],
    ])
    await refresh(HOUR / 20)
    expect(page.requests).toBe(2)
    page.status = 200
    await refresh(HOUR)
    expect(page.requests).toBe(3)
  })

  it('a page that lost most of its entries changes nothing, which is told once', async () => {
    const store = await newStore()
    const { page, refresh, warnings } = await watched(store)
    await refresh(0)
    Object.assign(page, { text: PAGE('A'), etag: '"2"' })
    expect((await refresh(13 * HOUR)).catalogue.entries).toHaveLength(3)
    await refresh(HOUR)
    expect(page.requests).toBe(2)
    await refresh(12 * HOUR)
    expect([page.requests, warnings]).toEqual([3, [expect.stringContaining('2 of 3 known entries would go')]])
    expect((await store.catalogue()).entries).toHaveLength(3)
  })

  it('a broken file keeps nothing else from being read, and is told once until it changes', async () => {
    const store = await newStore()
    const folder = temporaryFolder()
    const path = (name: string) => join(folder, name)
    writeFileSync(path('good.yaml'), 'entries: [{title: A}]')
    const warnings: string[] = []
    let now = Date.UTC(2031, 5, 1)
    const refresh = async () => {
      const imported = await importCatalogues([path('broken.yaml'), path('good.yaml')], {
        store,
        clock: { now: () => ++now },
        warn: (text) => warnings.push(text),
        force: false,
        refreshAfter: 12 * HOUR,
      })
      return imported.catalogue.entries.map((entry) => entry.title)
    }
    expect(await refresh()).toEqual(['A'])
    await refresh()
    expect(warnings).toEqual([expect.stringContaining('ENOENT')])
    writeFileSync(path('broken.yaml'), 'Nothing here.')
    await refresh()
    await refresh()
    expect(warnings.slice(1)).toEqual([expect.stringContaining('no projects found')])
    writeFileSync(path('broken.yaml'), 'entries: [{title: B, description: as before}]')
    expect((await refresh()).sort()).toEqual(['A', 'B'])
    writeFileSync(path('broken.yaml'), 'Nothing here.')
    expect((await refresh()).sort()).toEqual(['A', 'B'])
    expect(warnings).toHaveLength(3)
  })

  it('ids stay with who was first, whatever the names of later imports', async () => {
    const store = await newStore()
    const { refresh } = await watched(store)
    await refresh(0)
    await settleEntries('distinct', ['a', 'b'], { store, clock: { now: () => Date.UTC(2031, 6, 1) } })
    expect([...(await newestReadings(store)).keys()].at(-1)).toBe('settled by command')
  })
})
