// A source that cannot tell of new mail is looked at again.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openEmlFolder } from '../../src/adapters/files/eml-folder.ts'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { followSource } from '../../src/app/follow-source.ts'
import type { JobQueue } from '../../src/ports/job-queue.ts'
import { temporaryFolder } from '../support/folder.ts'
import { rawMail } from '../support/mail.ts'
import { until } from '../support/until.ts'

it('takes in a file that comes into a folder later', async () => {
  const folder = temporaryFolder()
  const store = await openStore({ folder: temporaryFolder() })
  const stop = new AbortController()
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
  const queue = { ring: async () => undefined } as Pick<JobQueue, 'ring'> as JobQueue
  let rounds = 0
  const following = followSource(
    openEmlFolder(folder, 'folder'),
    0,
    { store, queue, clock: { now: () => Date.now() }, log },
    stop.signal,
    { once: false, lookAgainMs: 20, onRound: () => rounds++ },
  )
  await until('the first round', () => rounds > 0)
  expect(await store.tasks(10, 'intake')).toEqual([])
  writeFileSync(join(folder, 'late.eml'), rawMail({ id: 'late@example.org' }))
  await until('the mail', async () => (await store.tasks(10, 'intake')).length === 1)
  const seen = rounds
  await until('two more rounds', () => rounds > seen + 1)
  expect(await store.tasks(10, 'intake')).toHaveLength(1)
  stop.abort()
  await following
  await store.close()
})
