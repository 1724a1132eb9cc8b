// The outbox worker on a real store and real SMTP servers: states, caps, faults, crashes and people's decisions.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { smtpTransport } from '../../src/adapters/smtp/mail-transport.ts'
import { type PostOutcome, postOutboxMail, retryPause } from '../../src/app/post.ts'
import {
  dropMail,
  holdUnproven,
  markSeen,
  recoverSending,
  releaseMail,
  setStopped,
} from '../../src/app/settle-outbox.ts'
import type { ThreadId } from '../../src/core/model/ids.ts'
import { DAY, HOUR, MINUTE } from '../../src/core/model/time.ts'
import type { MailTransport } from '../../src/ports/mail-transport.ts'
import { type FaultScript, SMTP_STEPS, type SmtpFault, startFaultServer } from '../support/smtp-faults.ts'
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts'
import { START } from './settings.ts'
import { type Speaking, someMail, speaking } from './speaking.ts'

let deps: Speaking
let sink: SmtpSink
beforeEach(async () => {
  deps = await speaking()
  sink = await startSmtpSink({ auth: false, tls: false })
})
afterEach(async () => {
  await sink.stop()
  await deps.store.close()
})

const timeouts = { connect: 1500, greeting: 1500, answer: 1500 }
const to = (port: number): MailTransport => smtpTransport({ host: '127.0.0.1', port, tls: 'none', timeouts })
const post = (id: string, transport = to(sink.port)): Promise<PostOutcome> =>
  postOutboxMail({ ...deps, transport }, id)
const state = async (id: string) => (await deps.store.outboxMail(id))?.state

describe('a queued mail', () => {
  test('is sent with its frozen bytes and our own envelope, and its task is done', async () => {
    const row = await someMail(deps, 'one')
    expect(await deps.store.tasks(10)).toMatchObject([{ kind: 'post', key: row.id }])
    expect(await post(row.id)).toEqual({ kind: 'sent' })
    expect(await state(row.id)).toBe('sent')
    expect(await deps.store.tasks(10)).toEqual([])
    const [mail] = sink.mails
    expect(mail?.from).toBe('dibs-bounce@example.org')
    expect(mail?.to).toEqual(['operator@example.org'])
    expect(mail?.raw.equals(Buffer.from(row.raw))).toBe(true)
  })
  test('is sent once however often the job runs, from two workers at once', async () => {
    const row = await someMail(deps, 'one')
    await Promise.all([post(row.id), post(row.id), post(row.id)])
    await post(row.id)
    expect(sink.mails).toHaveLength(1)
    expect(await state(row.id)).toBe('sent')
  })
  test('is one row however often it is put there', async () => {
    const [first, second] = [await someMail(deps, 'one'), await someMail(deps, 'one')]
    expect(second.id).toBe(first.id)
    expect(await deps.store.outbox()).toHaveLength(1)
  })
  test('is marked as sending before its first byte leaves', async () => {
    const row = await someMail(deps, 'one')
    const seen: unknown[] = []
    const spy: MailTransport = {
      ...to(sink.port),
      send: (envelope, raw, onData) =>
        to(sink.port).send(envelope, raw, async () => {
          await onData?.()
          seen.push(await state(row.id), sink.mails.length)
        }),
    }
    await post(row.id, spy)
    expect(seen).toEqual(['sending', 0])
  })
})

describe('trouble on the wire', () => {
  const faulty = async (script: FaultScript, id: string) => {
    const server = await startFaultServer(script)
    const outcome = await post(id, to(server.port))
    await server.stop()
    return { outcome, copies: server.copies() }
  }
  const cells = SMTP_STEPS.filter((step) => !['starttls', 'auth', 'in-data'].includes(step)).flatMap((step) =>
    (['close', 'reset', 451, 550] as SmtpFault[]).map((fault) => ({ step, fault })),
  )
  test.each(cells)('$step × $fault: later it is there once, or a person decides', async ({ step, fault }) => {
    const row = await someMail(deps, 'one')
    const { outcome, copies } = await faulty({ step, fault }, row.id)
    const after = await state(row.id)
    if (outcome.kind === 'later') {
      expect([after, copies]).toEqual(['queued', 0])
      expect(await post(row.id)).toMatchObject({ kind: 'later', why: 'not due yet' })
      deps.clock.at = outcome.at
      expect(await post(row.id)).toEqual({ kind: 'sent' })
      expect(sink.mails).toHaveLength(1)
      return
    }
    expect(after).toBe(outcome.kind)
    expect(copies).toBe(outcome.kind === 'refused' ? 0 : 1)
    deps.clock.at += DAY
    await post(row.id)
    expect(sink.mails).toHaveLength(0)
  })
  test('pauses grow from five minutes to four hours, and after five days it is given up', async () => {
    expect([0, 1, 2, 6, 50].map(retryPause)).toEqual([5, 10, 20, 240, 240].map((minutes) => minutes * MINUTE))
    const row = await someMail(deps, 'one')
    let tries = 0
    for (
      let outcome = await post(row.id, to(1));
      outcome.kind === 'later';
      outcome = await post(row.id, to(1))
    ) {
      deps.clock.at = outcome.at
      if (++tries > 100) break
    }
    expect(await state(row.id)).toBe('refused')
    expect(tries).toBeGreaterThan(20)
    expect(deps.clock.at - START).toBeGreaterThan(5 * DAY)
    expect(deps.clock.at - START).toBeLessThan(5.5 * DAY)
  })
})

describe('a crash', () => {
  test('while sending leaves the row for a person, never for another try', async () => {
    const row = await someMail(deps, 'one')
    await deps.store.write((tx) => tx.moveOutbox(row.id, ['queued'], 'sending', { at: START }))
    expect(await recoverSending(deps.store, START)).toBe(1)
    expect(await state(row.id)).toBe('unknown')
    await post(row.id)
    expect(sink.mails).toHaveLength(0)
    expect(await holdUnproven(deps.store, START + 29 * MINUTE)).toBe(0)
    expect(await holdUnproven(deps.store, START + 30 * MINUTE)).toBe(1)
    expect(await state(row.id)).toBe('held')
  })
  test('before the first byte changes nothing: the row is still queued', async () => {
    const row = await someMail(deps, 'one')
    const died: MailTransport = { ...to(sink.port), send: () => Promise.reject(new Error('killed')) }
    await expect(post(row.id, died)).rejects.toThrow('killed')
    expect(await recoverSending(deps.store, START)).toBe(0)
    expect(await post(row.id)).toEqual({ kind: 'sent' })
  })
})

describe('our own mail coming back through a list', () => {
  test.each(['sent', 'unknown', 'held', 'sending', 'queued'] as const)(
    'proves a row that is %s',
    async (before) => {
      const row = await someMail(deps, 'one')
      await deps.store.write((tx) => tx.moveOutbox(row.id, ['queued'], before, { at: START }))
      expect(await deps.store.write((tx) => markSeen(tx, row.messageId, START))).toBe(true)
      expect(await state(row.id)).toBe('seen')
      await post(row.id)
      expect(sink.mails).toHaveLength(0)
    },
  )
  test('proves nothing about mail that was never queued', async () => {
    deps = await speaking({ policy: 'preview' })
    const row = await someMail(deps, 'one')
    expect(await deps.store.write((tx) => markSeen(tx, row.messageId, START))).toBe(false)
    expect(await deps.store.write((tx) => markSeen(tx, 'foreign@example.net' as never, START))).toBe(false)
    expect(await state(row.id)).toBe('preview')
  })
})

describe('the brakes', () => {
  test('stopped, nothing goes out, not even what was queued before; started again, it does', async () => {
    const row = await someMail(deps, 'one')
    await deps.store.write((tx) => setStopped(tx, true))
    expect(await post(row.id)).toMatchObject({ kind: 'later', why: 'the outbox is stopped' })
    expect(sink.mails).toHaveLength(0)
    await deps.store.write((tx) => setStopped(tx, false))
    expect(await post(row.id)).toEqual({ kind: 'sent' })
  })
  test('in preview rows are born preview, have no task and are never sent', async () => {
    deps = await speaking({ policy: 'preview' })
    const row = await someMail(deps, 'one')
    expect(row.state).toBe('preview')
    expect(await deps.store.tasks(10)).toEqual([])
    await post(row.id)
    expect(sink.mails).toHaveLength(0)
  })
  test('a policy that becomes preview holds what was queued under send', async () => {
    const row = await someMail(deps, 'one')
    const outgoing = { ...deps.outgoing, policy: 'preview' as const }
    const outcome = await postOutboxMail({ ...deps, outgoing, transport: to(sink.port) }, row.id)
    expect(outcome).toEqual({ kind: 'held' })
    expect(sink.mails).toHaveLength(0)
  })
  const drain = async (rows: readonly { id: string }[]): Promise<number> => {
    for (const row of rows) await post(row.id)
    return sink.mails.length
  }
  test('ten a person and day, the rest a day later', async () => {
    const rows = []
    for (let at = 0; at < 12; at++) rows.push(await someMail(deps, `mail ${at}`))
    expect(await drain(rows)).toBe(10)
    deps.clock.at += 23 * HOUR
    expect(await drain(rows)).toBe(10)
    deps.clock.at += HOUR + 1
    expect(await drain(rows)).toBe(12)
  })
  test('three a thread and day', async () => {
    const rows = []
    for (let at = 0; at < 5; at++)
      rows.push(await someMail(deps, `mail ${at}`, { thread: 'thread@example.net' as ThreadId }))
    expect(await drain(rows)).toBe(3)
    deps.clock.at += DAY + 1
    expect(await drain(rows)).toBe(5)
  })
  test('so many an hour all together', async () => {
    const caps = { ...deps.outgoing.caps, perHour: 4 }
    deps = await speaking({ caps })
    const rows = []
    for (let at = 0; at < 6; at++) rows.push(await someMail(deps, `mail ${at}`))
    expect(await drain(rows)).toBe(4)
    deps.clock.at += HOUR + 1
    expect(await drain(rows)).toBe(6)
  })
  test('a cap holds when many workers post at once', async () => {
    const caps = { ...deps.outgoing.caps, perHour: 3 }
    deps = await speaking({ caps })
    const rows = []
    for (let at = 0; at < 8; at++) rows.push(await someMail(deps, `mail ${at}`))
    await Promise.all(rows.map((row) => post(row.id)))
    expect(sink.mails).toHaveLength(3)
  })
})

describe('who it is for is looked at again before it goes', () => {
  test('a notice to anybody but the operator is refused, whatever the row says', async () => {
    const row = await someMail(deps, 'one', { to: 'victim@example.net' })
    expect(await post(row.id)).toEqual({ kind: 'refused' })
    expect(sink.mails).toHaveLength(0)
  })
  test('a digest for a list that is no longer named as its reader is refused', async () => {
    const list = 'widgets-devel@lists.example.org'
    const row = await someMail(deps, 'digest:widgets-devel:2026-W47', {
      kind: 'digest',
      to: list,
      list: deps.outgoing.lists[0]!.id,
    })
    expect(await post(row.id)).toEqual({ kind: 'refused' })
  })
})

describe('a person decides', () => {
  test('release lets a preview go, whatever the policy, and it stays released through a retry', async () => {
    deps = await speaking({ policy: 'preview' })
    const row = await someMail(deps, 'one')
    expect(await deps.store.write((tx) => releaseMail(tx, row.id, START))).toEqual({ ok: true })
    expect(await deps.store.tasks(10)).toMatchObject([{ kind: 'post', key: row.id }])
    const later = await post(row.id, to(1))
    expect(later.kind).toBe('later')
    if (later.kind === 'later') deps.clock.at = later.at
    expect(await post(row.id)).toEqual({ kind: 'sent' })
  })
  test('drop takes a row away for ever', async () => {
    const row = await someMail(deps, 'one')
    expect(await deps.store.write((tx) => dropMail(tx, row.id, START))).toEqual({ ok: true })
    await post(row.id)
    expect(sink.mails).toHaveLength(0)
    expect(await someMail(deps, 'one')).toMatchObject({ id: row.id, state: 'dropped' })
  })
  test('what was sent can neither be released nor dropped', async () => {
    const row = await someMail(deps, 'one')
    await post(row.id)
    for (const act of [releaseMail, dropMail])
      expect(await deps.store.write((tx) => act(tx, row.id, START))).toEqual({
        ok: false,
        reason: 'it is sent already',
      })
    expect(await deps.store.write((tx) => dropMail(tx, 'nothing', START))).toMatchObject({ ok: false })
  })
})
