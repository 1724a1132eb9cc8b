// Copies of a store in use: consistent, openable, never half.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/store/open-store.ts'
import type { Store } from '../../../src/ports/store.ts'
import { aMessage } from '../../contract/store-samples.ts'

let folder: string
let store: Store
let target: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dibs-backup-'))
  store = await openStore({ folder: join(folder, 'data') })
  mkdirSync(join(folder, 'copy'))
  target = join(folder, 'copy', 'dibs.db')
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const save = (from: number, count: number) =>
  store.write(async (tx) => {
    for (let n = from; n < from + count; n++)
      await tx.saveMessage(aMessage(`m${n}`, { text: 'words '.repeat(300) }))
    await tx.setMeta('count', String(from + count))
  })

it('copies one state while writes go on, and the copy is a store of its own', async () => {
  await save(0, 3000)
  let writing = true
  const writer = (async () => {
    let count = 3000
    for (; writing; count += 10) await save(count, 10)
    return count
  })()
  await store.backup(target)
  writing = false
  expect(await writer).toBeGreaterThan(3000)
  const copy = await openStore({ folder: join(folder, 'copy') })
  expect(String(await copy.messageCount())).toBe(await copy.meta('count'))
  expect(await copy.check()).toContain('whole')
  await copy.write((tx) => tx.setMeta('mine', 'yes'))
  await copy.close()
  expect(await store.meta('mine')).toBeNull()
})

it('leaves out what a write under way has not committed', async () => {
  await save(0, 5)
  await store.write(async (tx) => {
    await tx.saveMessage(aMessage('uncommitted'))
    await store.backup(target)
  })
  const copy = await openStore({ folder: join(folder, 'copy'), readOnly: true })
  expect(await copy.messageCount()).toBe(5)
  await copy.close()
})

it('replaces an older copy, and leaves it alone when the new one fails', async () => {
  await save(0, 5)
  writeFileSync(target, 'an older copy')
  await store.backup(target)
  expect(readFileSync(target).subarray(0, 15).toString()).toBe('SQLite format 3')
  const nowhere = join(folder, 'missing', 'dibs.db')
  await expect(store.backup(nowhere)).rejects.toMatchObject({
    name: 'Failure',
    message: expect.stringContaining(nowhere),
  })
  expect(existsSync(`${nowhere}.part`)).toBe(false)
})

it('can be made by a reader too', async () => {
  await save(0, 5)
  const reader = await openStore({ folder: join(folder, 'data'), readOnly: true })
  await reader.backup(target)
  await reader.close()
  const copy = await openStore({ folder: join(folder, 'copy'), readOnly: true })
  expect(await copy.messageCount()).toBe(5)
  await copy.close()
})
