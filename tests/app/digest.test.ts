// The weekly digest through the real path: list mail in, digest row out; once a list and ISO week, to whom it may go.
import { DateTime } from 'luxon'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { composeListDigest, digestJob, postDigest, runDigestJob } from '../../src/app/digest.ts'
import { parseWeek, weekBefore, weekOf } from '../../src/core/compose/digest-week.ts'
import { catalogueEntry } from '../core/compose/sample-books.ts'
import { expectGolden } from '../support/golden.ts'
import { listMail } from './listening.ts'
import { START } from './settings.ts'
import { type Speaking, speaking } from './speaking.ts'

let deps: Speaking

async function prepared(fresh: Speaking): Promise<Speaking> {
  const entries = [
    catalogueEntry('Widget fuzzer', 'medium'),
    catalogueEntry('Square widgets', 'easy'),
    catalogueEntry('Remote handle for round widgets', 'hard'),
  ]
  await fresh.store.write((tx) => tx.saveCatalogue({ entries }))
  return fresh
}
beforeEach(async () => {
  deps = await prepared(await speaking())
})
afterEach(() => deps.store.close())

async function usualWeek(): Promise<void> {
  await listMail(deps, {
    id: 'claim@example.net',
    from: 'Ada Park <ada@example.net>',
    subject: 'Widget fuzzer',
    date: Date.parse('2026-11-17T10:00:00Z'),
    body: 'Hello,\n\nI have started working on the widget fuzzer.\n\nAda\n',
  })
  await listMail(deps, {
    id: 'hello@students.example.edu',
    from: 'Chidi Okafor <chidi@students.example.edu>',
    subject: '[GSoC 2027] Introduction',
    date: Date.parse('2026-11-18T10:00:00Z'),
    body: 'Hello, I am Chidi and I study in Lagos.\n',
  })
}

describe('the digest of a list', () => {
  test('says what was said on it, with sentence and link', async () => {
    await usualWeek()
    const made = await composeListDigest(deps, null, '2026-W47')
    expectGolden('digest/from-mails.txt', made.ok ? made.text : made.reason)
  })
  test('shows a tagged thread that no entry could be given to', async () => {
    await usualWeek()
    const made = await composeListDigest(deps, 'widgets-devel', '2026-W47')
    expect(made.ok && made.digest.tagged).toMatchObject([{ entry: null, programme: 'gsoc', year: 2027 }])
  })
  test('of a past week knows nothing of what came later', async () => {
    await usualWeek()
    const before = await composeListDigest(deps, null, '2026-W46')
    expect(before.ok && before.worthSending).toBe(false)
    expect(before.ok && before.digest.totals).toMatchObject({ free: 3, taken: 0 })
    expect(before.ok && before.digest.tagged).toEqual([])
  })
  test.each([
    ['2026-47', 'is no week'],
    ['2025-W53', 'is no week'],
    ['2026-W50', 'has not begun'],
  ])('refuses the week %s', async (week, words) => {
    expect(await composeListDigest(deps, null, week)).toMatchObject({
      ok: false,
      reason: expect.stringContaining(words),
    })
  })
  test('refuses a list that is not watched, naming those that are', async () =>
    expect(await composeListDigest(deps, 'gadgets', null)).toEqual({
      ok: false,
      reason: '"gadgets" is no watched list; they are widgets-devel',
    }))
  test('names file and line of a broken template', async () => {
    deps = { ...deps, templates: { ...deps.templates, 'digest.text.eta': 'one\n<%= it.nothing %>\n' } }
    expect(await composeListDigest(deps, null, null)).toMatchObject({
      ok: false,
      reason: 'templates/digest.text.eta:2: a value to print is missing here',
    })
  })
})

describe('posting it', () => {
  test('goes to the operator until the list is named', async () => {
    await usualWeek()
    const posted = await postDigest(deps, null, '2026-W47')
    expect(posted).toMatchObject({ ok: true, isNew: true, state: 'queued' })
    const [row] = await deps.store.outbox()
    expect(row?.to).toEqual(['operator@example.org'])
    const mail = await simpleParser(Buffer.from(row!.raw))
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.subject).toBe('[Dibs] widgets-devel 2026-W47: 1 change')
    expect(mail.html).toContain('I have started working on the widget fuzzer.')
  })
  test('goes to the list once it is named, as text alone, with replies to the operator', async () => {
    await usualWeek()
    const [list] = deps.outgoing.lists
    deps = {
      ...deps,
      outgoing: { ...deps.outgoing, lists: [{ ...list!, digestTo: 'widgets-devel@lists.example.org' }] },
    }
    await postDigest(deps, null, '2026-W47')
    const [row] = await deps.store.outbox()
    expect(row?.to).toEqual(['widgets-devel@lists.example.org'])
    const mail = await simpleParser(Buffer.from(row!.raw))
    expect(mail.replyTo?.text).toBe('operator@example.org')
    expect(mail.headers.get('content-type')).toMatchObject({ value: 'text/plain' })
    expect(mail.text).toContain('I have started working on the widget fuzzer.')
  })
  test('a digest that names an address of no list and no operator makes no row', async () => {
    await usualWeek()
    const [list] = deps.outgoing.lists
    deps = {
      ...deps,
      outgoing: { ...deps.outgoing, lists: [{ ...list!, digestTo: 'elsewhere@example.com' }] },
    }
    expect(await postDigest(deps, null, '2026-W47')).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await deps.store.outbox()).toEqual([])
  })
  test('a week in which nothing was said makes no mail', async () => {
    expect(await postDigest(deps, null, '2026-W47')).toMatchObject({ ok: false })
    expect(await deps.store.outbox()).toEqual([])
  })
  test('a hundred restarts and four at once make one', async () => {
    await usualWeek()
    await Promise.all([1, 2, 3, 4].map(() => runDigestJob(deps, digestJob('widgets-devel'))))
    for (let at = 0; at < 100; at++) {
      deps.clock.at = START + at * 6000
      await runDigestJob(deps, digestJob('widgets-devel'))
    }
    const rows = await deps.store.outbox()
    expect(rows.map((row) => row.dedupe)).toEqual(['digest:widgets-devel:2026-W47'])
  })
  test('a schedule of another name is not ours', async () =>
    expect(await runDigestJob(deps, 'digest:gadgets')).toBeNull())
})

describe('ISO weeks', () => {
  const zones = ['Etc/UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia']
  test.each(zones)('a schedule every Monday at nine speaks of each of 104 weeks once, in %s', (zone) => {
    const spoken = Array.from({ length: 104 }, (_, at) =>
      weekBefore(DateTime.fromISO('2026-01-05T09:00', { zone }).plus({ weeks: at }).toMillis(), zone),
    )
    expect(new Set(spoken.map((week) => week.week)).size).toBe(104)
    for (const [at, week] of spoken.entries()) if (at > 0) expect(week.from).toBe(spoken[at - 1]?.to)
    expect(spoken.map((week) => week.week)).toContain('2026-W53')
  })
  test.each(zones)('a week read from its name is the week its instants lie in, in %s', (zone) => {
    for (let at = START; at < START + 60 * 7 * 86_400_000; at += 7 * 86_400_000 - 3_600_000) {
      const week = weekOf(at, zone)
      expect(parseWeek(week.week, zone)).toEqual(week)
      expect(week.from <= at && at < week.to).toBe(true)
    }
  })
})
