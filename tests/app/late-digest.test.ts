// A digest whose time was missed: posted while it is not too late, once, and never for weeks from before the list was known.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestJob, runDigestJob } from '../../src/app/digest.ts'
import { postLateDigests } from '../../src/app/late-digest.ts'
import { catalogueEntry } from '../core/compose/sample-books.ts'
import { listMail } from './listening.ts'
import { type Speaking, speaking } from './speaking.ts'

let deps: Speaking

// The list's digest is due on Mondays at 09:00 UTC; the tests start an hour before.
const at = (time: string): void => {
  deps.clock.at = Date.parse(`${time}:00Z`)
}
const late = () => postLateDigests(deps)
const subjects = async () => (await deps.store.outbox()).map(({ subject }) => subject)
const claim = () =>
  listMail(deps, {
    id: 'claim@example.net',
    from: 'Ada Park <ada@example.net>',
    subject: 'Widget fuzzer',
    date: Date.parse('2026-11-17T10:00:00Z'),
    headers: [
      ['Received', 'from a.example.org by b.example.org; Tue, 17 Nov 2026 10:00:00 +0000'],
      ['List-Id', '<widgets-devel.lists.example.org>'],
    ],
    body: 'Hello,\n\nI have started working on the widget fuzzer.\n\nAda\n',
  })

beforeEach(async () => {
  deps = await speaking()
  const entries = [catalogueEntry('Widget fuzzer', 'medium')]
  await deps.store.write((tx) => tx.saveCatalogue({ entries }))
})
afterEach(() => deps.store.close())

test('is posted when the bot runs again, once', async () => {
  await late()
  await claim()
  at('2026-11-25T18:00')
  expect(await late()).toMatchObject([{ kind: 'post' }])
  expect(await late()).toEqual([])
  expect(await subjects()).toEqual(['[Dibs] widgets-devel 2026-W47: 1 change'])
})

test('is left to the next week when it is more than three days late, and the operator reads why', async () => {
  await late()
  await claim()
  at('2026-11-26T09:01')
  await late()
  await late()
  expect(await subjects()).toEqual([])
  expect(deps.lines).toMatchObject([{ level: 'warn', text: 'its time was missed too long ago: no digest' }])
})

test('is none when the schedule did its work, or is about to', async () => {
  await late()
  await claim()
  at('2026-11-23T09:01')
  expect(await late()).toEqual([])
  await runDigestJob(deps, digestJob('widgets-devel'))
  at('2026-11-23T09:30')
  expect(await late()).toEqual([])
  expect(await subjects()).toHaveLength(1)
})

test('of a list that is new here is none: nobody waits for it yet', async () => {
  await claim()
  at('2026-11-23T12:00')
  await late()
  await late()
  expect(await subjects()).toEqual([])
})

test('with nothing to say is settled, whatever old mail comes later', async () => {
  await late()
  at('2026-11-23T12:00')
  await late()
  await claim()
  await late()
  expect(await subjects()).toEqual([])
})

test('that cannot be written is tried again', async () => {
  await late()
  await claim()
  at('2026-11-23T12:00')
  const whole = deps.templates
  deps = { ...deps, templates: { ...whole, 'digest.text.eta': '<%= it.nothing %>' } }
  await late()
  expect(await subjects()).toEqual([])
  deps = { ...deps, templates: whole }
  await late()
  expect(await subjects()).toHaveLength(1)
})
