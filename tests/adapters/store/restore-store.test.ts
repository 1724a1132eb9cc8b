// A backup put back: the whole of it, over a store that is closed, damaged or not there.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/store/open-store.ts'
import { restoreStore } from '../../../src/adapters/store/restore-store.ts'

let folder: string
let data: string
let copy: string
const meta = async () => {
  const store = await openStore({ folder: data, readOnly: true })
  const value = await store.meta('a')
  await store.close()
  return value
}
const put = async (value: string, then: 'backup' | 'close' = 'close') => {
  const store = await openStore({ folder: data })
  await store.write((tx) => tx.setMeta('a', value))
  if (then === 'backup') await store.backup(copy)
  await store.close()
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dibs-restore-'))
  data = join(folder, 'data')
  copy = join(folder, 'copy.db')
  await put('saved', 'backup')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('brings back what the backup held, and keeps what it replaced', async () => {
  await put('later')
  const replaced = await restoreStore(data, copy)
  expect(await meta()).toBe('saved')
  expect(existsSync(replaced!)).toBe(true)
  await put('goes on')
  expect(await meta()).toBe('goes on')
})

it('restores into a folder that is gone', async () => {
  rmSync(data, { recursive: true })
  expect(await restoreStore(data, copy)).toBeNull()
  expect(await meta()).toBe('saved')
})

it('restores over a damaged file with a log beside it, which is not replayed', async () => {
  const file = join(data, 'dibs.db')
  writeFileSync(file, 'nonsense '.repeat(2000))
  writeFileSync(`${file}-wal`, 'nonsense '.repeat(2000))
  await restoreStore(data, copy)
  expect(await meta()).toBe('saved')
})

it('refuses while somebody writes the folder, and what is no whole store', async () => {
  await put('later')
  const store = await openStore({ folder: data })
  await expect(restoreStore(data, copy)).rejects.toThrow(/another dibs/)
  await store.close()
  const bad = join(folder, 'bad.db')
  await expect(restoreStore(data, bad)).rejects.toThrow(/there is no store/)
  writeFileSync(bad, 'nonsense '.repeat(2000))
  await expect(restoreStore(data, bad)).rejects.toThrow(/not a database/)
  const bytes = readFileSync(copy)
  writeFileSync(bad, bytes.fill(0xa5, 12 * 4096, 30 * 4096))
  await expect(restoreStore(data, bad)).rejects.toThrow(/damaged/)
  rmSync(bad)
  new DatabaseSync(bad).exec('create table other (a)')
  await expect(restoreStore(data, bad)).rejects.toThrow(/holds no store/)
  expect(await meta()).toBe('later')
})
