// One process writes a data folder at a time; others read it meanwhile.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/store/open-store.ts'
import { Failure } from '../../../src/ports/failure.ts'

const child = (name: string) => join(import.meta.dirname, 'children', name)
const tell = (mode: 'write' | 'read') =>
  execFileSync(process.execPath, [child('one-write.ts'), folder, mode], { encoding: 'utf8' }).trim()

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dibs-two-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('refuses a second writer in one line that names the first, from another process and from this one', async () => {
  const store = await openStore({ folder })
  const refusal = `another dibs (pid ${process.pid}) writes to this data folder (${folder})`
  expect(tell('write')).toBe(`Failure transient: opening the store: ${refusal}`)
  const second = await openStore({ folder }).catch((error: unknown) => error)
  expect(second).toBeInstanceOf(Failure)
  expect((second as Failure).message).toContain(refusal)
  await store.write((tx) => tx.setMeta('a', 'still mine'))
  expect(await store.meta('a')).toBe('still mine')
  expect(tell('write')).toContain(refusal)
  await store.close()
  expect(tell('write')).toBe('wrote')
})

it('lets others read while it writes, and they see what is committed', async () => {
  const store = await openStore({ folder })
  await store.write((tx) => tx.setMeta('a', 'one'))
  const reader = await openStore({ folder, readOnly: true })
  await store.write(async (tx) => {
    await tx.setMeta('a', 'two')
    expect(tell('read')).toBe('read one')
    expect(await reader.meta('a')).toBe('one')
  })
  expect(tell('read')).toBe('read two')
  expect(await reader.meta('a')).toBe('two')
  await expect(reader.write((tx) => tx.setMeta('a', 'three'))).rejects.toThrow('only for reading')
  await reader.close()
  await store.close()
})

it('does not take a pid left by a killed process for a writer', async () => {
  const killed = spawn(process.execPath, [child('write-for-ever.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((done) => killed.stdout.once('data', done))
  expect(readFileSync(join(folder, 'writer.pid'), 'utf8')).toBe(`${killed.pid}\n`)
  const gone = new Promise((done) => killed.once('close', done))
  killed.kill('SIGKILL')
  await gone
  expect(tell('write')).toBe('wrote')
})

it('keeps the lock when its files are read by somebody else', async () => {
  const store = await openStore({ folder })
  execFileSync('cat', [join(folder, 'writer.lock'), join(folder, 'writer.pid')])
  writeFileSync(join(folder, 'writer.pid'), 'nonsense')
  expect(tell('write')).toContain(`another dibs writes to this data folder`)
  await store.close()
})
