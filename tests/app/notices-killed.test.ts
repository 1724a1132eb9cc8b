// kill -9 while notices are put into the outbox and posted: whenever it comes, nobody is told anything twice, and at the
// end everybody was told, or a person decides about the one mail that was on the wire.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { noteSwitches } from '../../src/app/notice-ledger.ts'
import { startOfWatching } from '../../src/app/watch-from.ts'
import { DUE_KINDS } from '../../src/core/model/due-mail.ts'
import { HOUR, WEEK } from '../../src/core/model/time.ts'
import { catalogueEntry } from '../core/compose/sample-books.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'
import { until } from '../support/until.ts'
import { listMail } from './listening.ts'
import { speaking } from './speaking.ts'

const SCRIPT = join(import.meta.dirname, 'say-notices.ts')
const PEOPLE = 12

test('nobody is told twice, and nobody is forgotten', async () => {
  const deps = await speaking()
  const entries = Array.from({ length: PEOPLE }, (_, n) => ({
    ...catalogueEntry(`${WORDS[n % WORDS.length]} ${WORDS[(n * 5 + 3) % WORDS.length]} number ${n}`, null),
    contacts: [],
  }))
  await deps.store.write((tx) => tx.saveCatalogue({ entries }))
  await startOfWatching(deps.store, deps.clock)
  const lists = deps.outgoing.lists.map((list) => ({ ...list, notices: DUE_KINDS }))
  await noteSwitches(deps.store, { ...deps.outgoing, lists }, deps.clock.now())
  for (const [n, { title }] of entries.entries())
    await listMail(deps, {
      id: `claim${n}@example.net`,
      from: `Person ${n} <p${n}@example.net>`,
      subject: title,
      body: `Hello,\n\nI have started working on ${title}.\n`,
    })
  await deps.store.close()

  const sink = await startSmtpSink({ auth: false, tls: false })
  const now = String(deps.clock.at + 6 * WEEK + HOUR)
  const run = () => fork(SCRIPT, [deps.folder, String(sink.port), now])
  for (let round = 0; round < 6; round++) {
    const child = run()
    const gone = once(child, 'exit')
    // Some are killed while they look, some in the middle of posting.
    await Promise.race([once(child, 'message'), gone])
    if (round < 2) await pause(round * 40)
    else
      await until('some mails', () => sink.mails.length >= (round - 1) * 2 || child.exitCode !== null, 60_000)
    child.kill('SIGKILL')
    await gone
  }
  expect(sink.mails.length).toBeGreaterThan(2)
  expect(sink.mails.length).toBeLessThan(PEOPLE)
  const last = run()
  expect((await once(last, 'exit'))[0]).toBe(0)
  await sink.stop()

  const store = await openStore({ folder: deps.folder })
  const rows = await store.outbox()
  await store.close()
  const everybody = entries.map((_, n) => `p${n}@example.net`).sort()
  expect(rows.map((row) => row.to[0]).sort()).toEqual(everybody)
  const got = sink.mails.map((mail) => mail.to[0] ?? '')
  expect(new Set(got).size).toBe(got.length)
  const open = rows.filter((row) => row.state === 'unknown').map((row) => row.to[0] ?? '')
  expect([...new Set([...got, ...open])].sort()).toEqual(everybody)
  expect(rows.filter((row) => row.state !== 'sent' && row.state !== 'unknown')).toEqual([])
}, 180_000)

const WORDS = [
  'Amber',
  'Birch',
  'Cedar',
  'Delta',
  'Ember',
  'Fjord',
  'Grove',
  'Heron',
  'Islet',
  'Jetty',
  'Kelp',
  'Larch',
]
