// Archives into the store in bulk: what was read before the archive breaks off is kept, and the next replay goes on.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { openMbox } from '../../src/adapters/files/mbox.ts'
import { createMailDecoder } from '../../src/adapters/mime/mail-decoder.ts'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { WorkerPool } from '../../src/adapters/threads/worker-pool.ts'
import { type CopyReceipt, type CopyResult, readCopy } from '../../src/app/read-copy.ts'
import { type BulkReader, replayArchive } from '../../src/app/replay.ts'
import { settingsOf } from '../../src/app/settings.ts'
import { listId, messageId } from '../../src/core/model/ids.ts'
import { EMPTY_MAILMAP } from '../../src/core/parse/mailmap.ts'
import { collectLog } from '../support/collect-log.ts'
import { temporaryFolder } from '../support/folder.ts'
import { mboxOf, rawMail, someMails } from '../support/mail.ts'
import { config, START } from './settings.ts'

const settings = settingsOf(config, EMPTY_MAILMAP)
const decoder = createMailDecoder()
const reader: BulkReader = {
  read: (mails) => Promise.all(mails.map(({ raw, receipt }) => readCopy(raw, receipt, decoder, settings))),
  close: async () => {},
}

it('keeps what was read before a gzip archive breaks off, and takes in the rest once it is whole', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'archive.mbox.gz')
  const whole = gzipSync(mboxOf(someMails(600)))
  const store = await openStore({ folder })
  const deps = { store, reader, intake: { decoder, settings }, log: collectLog() }
  const options = { list: listId('widgets-devel'), now: START }
  const replay = () => replayArchive(openMbox(path), options, deps, new AbortController().signal)

  writeFileSync(path, whole.subarray(0, Math.floor(whole.length / 2)))
  await expect(replay()).rejects.toThrow(/were not read/)
  const kept = await store.messageCount()
  expect(kept).toBeGreaterThan(64)
  expect(kept).toBeLessThan(600)

  writeFileSync(path, whole)
  expect((await replay()).mails).toBe(600 - kept)
  expect(await store.messageCount()).toBe(600)
  await store.close()
})

it('merges the copies of a mail that come in one batch, or in many, into the same', async () => {
  const original = { id: 'm@example.org', date: Date.UTC(2025, 0, 3), body: 'I claim the flux valve.\n' }
  const copies = [
    rawMail({ ...original, headers: [['List-Id', '<widgets-devel.lists.example.org>']] }),
    rawMail({ ...original, body: `${original.body}_____\nwidgets-devel mailing list\n` }),
    rawMail({ ...original, body: 'Buy now.\n', date: Date.UTC(2025, 0, 2, 23) }),
    rawMail({ ...original, body: 'Buy later.\n', date: Date.UTC(2025, 0, 9) }),
  ]
  const mails = [...someMails(60), ...copies, ...copies]
  const { parse, openLists } = settings
  const pool = new WorkerPool<{ raw: Uint8Array; receipt: CopyReceipt }, CopyResult>(
    {
      entry: new URL('../../src/read-thread.ts', import.meta.url),
      workerData: { parse, openLists },
      threads: 1,
      itemTimeoutMs: 60_000,
      memoryMegabytes: 96,
    },
    (_, reason) => ({ ok: false, hash: '', reason }),
  )
  const threads: BulkReader = { read: (some) => pool.run(some), close: () => pool.close() }
  const stored = async (order: readonly Uint8Array[][], by: BulkReader) => {
    const folder = temporaryFolder()
    const store = await openStore({ folder })
    const deps = { store, reader: by, intake: { decoder, settings }, log: collectLog() }
    for (const [n, some] of order.entries()) {
      const path = join(folder, `${n}.mbox`)
      writeFileSync(path, mboxOf(some))
      const options = { list: listId('widgets-devel'), now: START }
      const { quarantined } = await replayArchive(openMbox(path), options, deps, new AbortController().signal)
      expect(quarantined).toBe(0)
    }
    const found = await store.message(messageId(original.id))
    expect(await store.messageCount()).toBe(61)
    const raws = await Promise.all((found?.copies ?? []).map(({ hash }) => store.raw(hash)))
    await store.close()
    return { found, raws }
  }
  const alone = await stored(
    mails.toReversed().map((mail) => [mail]),
    reader,
  )
  const together = await stored([mails], threads)
  await threads.close()
  expect(together).toEqual(alone)
  expect(alone.found?.copies).toHaveLength(4)
  expect(new Set(alone.found?.copies.map(({ print }) => print)).size).toBe(3)
  expect(alone.found?.reading.message.text).toContain('Buy now.')
}, 60_000)
