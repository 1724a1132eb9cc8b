// Bad days: read-only folders, full disks, damaged or foreign files. Each ends in one clear line and loses nothing.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/store/open-store.ts'
import { Failure } from '../../../src/ports/failure.ts'
import { aMessage } from '../../contract/store-samples.ts'

const child = (name: string) => join(import.meta.dirname, 'children', name)

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dibs-trouble-'))
  file = join(folder, 'dibs.db')
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

async function filled(messages: number): Promise<void> {
  const store = await openStore({ folder })
  await store.write(async (tx) => {
    await tx.setMeta('a', 'kept')
    for (let n = 0; n < messages; n++) await tx.saveMessage(aMessage(`m${n}`, { text: 'words '.repeat(200) }))
  })
  await store.close()
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  )
  expect(error).toBeInstanceOf(Failure)
  expect((error as Failure).message).not.toContain('\n')
  return error as Failure
}

describe('a read-only data folder', () => {
  // Root may write anywhere: without that capability the rights hold for it too.
  const asPlain = (mode: 'write' | 'read') => {
    const command = [process.execPath, child('one-write.ts'), folder, mode]
    const plain =
      process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override', ...command] : command
    return execFileSync(plain[0]!, plain.slice(1), { encoding: 'utf8' }).trim()
  }
  const shut = () => {
    for (const name of [file, folder]) chmodSync(name, name === folder ? 0o500 : 0o400)
  }

  it('is refused in one line by who wants to write', async () => {
    await filled(1)
    shut()
    expect(asPlain('write')).toMatch(/^Failure final: opening the store: the d.* (read-only|rights)/)
  })

  it('is refused in one line when it is still empty', () => {
    chmodSync(folder, 0o500)
    expect(asPlain('write')).toMatch(/^Failure final: opening the store: the d.*rights/)
  })

  it('can be read', async () => {
    await filled(1)
    shut()
    expect(asPlain('read')).toBe('read kept')
  })
})

/** A small disk of our own needs a mount, which some containers and chroots refuse. */
const mounts = spawnSync('unshare', ['-rm', 'true']).status === 0

describe('a full disk', () => {
  if (!mounts) it.todo('not run: a full disk (`unshare -rm` is refused here)')
  else
    it('undoes the write, says so in one line, and goes on when there is room again', () => {
      const script = `mount -t tmpfs -o size=6m none "${folder}" && exec "${process.execPath}" "${child('fill-disk.ts')}" "${folder}"`
      const told = JSON.parse(execFileSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' }))
      expect(told).toMatchObject({
        transient: true,
        slipped: null,
        after: 'room',
        message: expect.stringMatching(/^writing the store: the disk is full: [^\n]*$/),
      })
      expect(told.acknowledged).toBeGreaterThan(0)
      expect(told.stored).toBe(told.acknowledged)
    })
})

describe('a damaged file', () => {
  it('that is no database at all is refused and left as it is', async () => {
    writeFileSync(file, 'this was never a database, or no longer is '.repeat(200))
    const before = readFileSync(file)
    const failure = await failureOf(openStore({ folder }))
    expect(failure.message).toMatch(/^opening the store: the database file is damaged or not a database/)
    expect(failure.transient).toBe(false)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect((await failureOf(openStore({ folder, readOnly: true }))).message).toContain('not a database')
  })

  it('is named when a read meets the damage, and by the check', async () => {
    await filled(400)
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 8 * 4096, bytes.length - 4096)
    writeFileSync(file, bytes)
    const store = await openStore({ folder }).catch((error: unknown) => error as Failure)
    if (!(store instanceof Failure)) {
      const reading = (async () => {
        for await (const row of store.allMessages()) expect(row.rules).toBe('1')
      })()
      expect((await failureOf(reading)).message).toMatch(/^reading the store: the database file is damaged/)
      expect((await failureOf(store.check())).message).toContain('damaged')
      await store.close()
    } else expect(store.message).toContain('damaged')
  })

  it('that was cut short is refused or named by the check', async () => {
    await filled(400)
    truncateSync(file, Math.floor(statSync(file).size / 2))
    const opened = await openStore({ folder }).catch((error: unknown) => error as Failure)
    if (opened instanceof Failure) expect(opened.message).toContain('damaged')
    else {
      expect((await failureOf(opened.check())).message).toContain('damaged')
      await opened.close()
    }
  })
})

describe('a folder of another time', () => {
  it('written by a newer dibs is refused and left alone', async () => {
    await filled(1)
    const raw = new DatabaseSync(file)
    raw.exec('update schema_version set version = 99')
    raw.close()
    const failure = await failureOf(openStore({ folder }))
    expect(failure.message).toMatch(/newer dibs \(schema 99, this one knows \d+\)/)
    expect((await failureOf(openStore({ folder, readOnly: true }))).message).toContain('newer dibs')
  })

  it('without a store is refused by who only reads, and nothing is made there', async () => {
    const failure = await failureOf(openStore({ folder, readOnly: true }))
    expect(failure.message).toContain('there is no store')
    expect(existsSync(file)).toBe(false)
    const elsewhere = join(folder, 'never', 'made')
    await failureOf(openStore({ folder: elsewhere, readOnly: true }))
    expect(existsSync(elsewhere)).toBe(false)
  })

  it('is made, with its parents, for who writes', async () => {
    const store = await openStore({ folder: join(folder, 'deep', 'down') })
    await store.close()
    expect(statSync(join(folder, 'deep', 'down')).mode & 0o777).toBe(0o700)
  })

  it('whose path is a file is refused in one line', async () => {
    writeFileSync(join(folder, 'plain'), '')
    const failure = await failureOf(openStore({ folder: join(folder, 'plain') }))
    expect(failure.message).toMatch(/^making the data folder: /)
  })
})

it('leaves one whole file and no log behind when it is closed', async () => {
  await filled(5)
  expect(readdirSync(folder).sort()).toEqual(['dibs.db', 'writer.lock'])
  const raw = new DatabaseSync(file, { readOnly: true })
  expect(raw.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
  expect(raw.prepare('select count(*) as n from messages').get()).toEqual({ n: 5 })
  raw.close()
})
