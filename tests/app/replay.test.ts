// Archives into the store in bulk: what was read before the archive breaks off is kept, and the next replay goes on.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { openMbox } from '../../src/adapters/files/mbox.ts'
import { createMailDecoder } from '../../src/adapters/mime/mail-decoder.ts'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { readCopy } from '../../src/app/read-copy.ts'
import { type BulkReader, replayArchive } from '../../src/app/replay.ts'
import { settingsOf } from '../../src/app/settings.ts'
import { listId } from '../../src/core/model/ids.ts'
import { EMPTY_MAILMAP } from '../../src/core/parse/mailmap.ts'
import { collectLog } from '../support/collect-log.ts'
import { temporaryFolder } from '../support/folder.ts'
import { mboxOf, someMails } from '../support/mail.ts'
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
