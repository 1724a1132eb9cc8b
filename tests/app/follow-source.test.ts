// A source that cannot tell of new mail is looked at again.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openEmlFolder } from '../../src/adapters/files/eml-folder.ts'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { followSource } from '../../src/app/follow-source.ts'
import { Failure } from '../../src/ports/failure.ts'
import type { JobQueue } from '../../src/ports/job-queue.ts'
import type { MailSource } from '../../src/ports/mail-source.ts'
import { collectLog } from '../support/collect-log.ts'
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

it('says once that a source is down, once that a person is needed, and once that it is up again', async () => {
  const store = await openStore({ folder: temporaryFolder() })
  const stop = new AbortController()
  const log = collectLog()
  const queue = { ring: async () => undefined } as Pick<JobQueue, 'ring'> as JobQueue
  const answers = ['no route', 'no route', 'wrong password', 'up']
  let rounds = 0
  const source: MailSource = {
    name: 'box',
    // biome-ignore lint/correctness/useYield: a source that has no mail.
    read: async function* () {
      const answer = answers[rounds]
      if (answer !== undefined && answer !== 'up')
        throw new Failure('connecting', answer === 'no route', answer)
    },
    watch: async (ring, signal) => {
      signal.addEventListener('abort', ring, { once: true })
    },
    check: async () => 'well',
  }
  const following = followSource(
    source,
    0,
    { store, queue, clock: { now: () => rounds * 1000 }, log },
    stop.signal,
    {
      once: false,
      onRound: () => rounds++,
    },
  )
  await until('four rounds', () => rounds === 4, 30_000)
  stop.abort()
  await following
  await store.close()
  const lines = log.lines.filter(({ level }) => level !== 'debug')
  expect(lines.map(({ level, text }) => `${level} ${text}`)).toEqual([
    'warn the source is down: connecting: no route; tried again with growing pauses, up to 60 s',
    'error the source is down: connecting: wrong password; somebody must mend this, until then it is tried again',
    'info the source is up again after 3 s',
  ])
  expect(lines.map(({ fields }) => (fields as { downSince: string }).downSince)).toEqual(
    Array(3).fill('1970-01-01T00:00:00Z'),
  )
}, 40_000)
