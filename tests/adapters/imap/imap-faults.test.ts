// The IMAP source against a server that fails in every way a network and a server can: nothing lost, nothing twice, back again.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImapSettings } from '../../../src/adapters/imap/imap-settings.ts'
import { openImap } from '../../../src/adapters/imap/open-imap.ts'
import { Failure } from '../../../src/ports/failure.ts'
import type { MailSource, SourcedMail } from '../../../src/ports/mail-source.ts'
import { readAll } from '../../contract/mail-source.ts'
import {
  type FaultyImap,
  type ImapAction,
  type ImapPhase,
  startFaultyImap,
} from '../../support/imap-faults.ts'
import { rawMail, someMails } from '../../support/mail.ts'
import { until } from '../../support/until.ts'

const COUNT = 12
const mails = someMails(COUNT, { body: 'A line of a mail that is not short.\n'.repeat(250) })
const ALL = Array.from({ length: COUNT }, (_, n) => String(n + 1))

let server: FaultyImap
beforeEach(async () => {
  server = await startFaultyImap(mails)
})
afterEach(() => server.stop())

function settings(change: Partial<ImapSettings> = {}): ImapSettings {
  return {
    name: 'imap',
    host: '127.0.0.1',
    port: server.port,
    tls: 'none',
    user: 'ada',
    password: 'secret',
    mailbox: 'INBOX',
    ...change,
    limits: {
      connectMs: 500,
      silenceMs: 400,
      commandMs: 500,
      idleMs: 300,
      backoffMs: 20,
      longestBackoffMs: 100,
      ...change.limits,
    },
  }
}

/** Reads as a caller does who keeps every mail with its cursor, and tries again after each failure. */
async function readThrough(
  source: MailSource,
  from: string | null = null,
): Promise<{ mails: SourcedMail[]; failures: Failure[] }> {
  const kept: SourcedMail[] = []
  const failures: Failure[] = []
  for (let tries = 0; tries < 8; tries++) {
    try {
      for await (const mail of source.read(kept.at(-1)?.cursor ?? from, new AbortController().signal))
        kept.push(mail)
      return { mails: kept, failures }
    } catch (failure) {
      expect(failure).toBeInstanceOf(Failure)
      failures.push(failure as Failure)
    }
  }
  throw new Error(`never got through: ${failures.map(({ message }) => message).join('; ')}`)
}

const keysOf = (read: readonly SourcedMail[]) => read.map(({ place }) => place.key)

describe('any break at any command costs one failure and no mail', () => {
  const phases: ImapPhase[] = ['GREETING', 'CAPABILITY', 'LOGIN', 'EXAMINE', 'SEARCH', 'SIZES', 'SOURCES']
  const actions: ImapAction[] = ['fin', 'rst', 'bye', 'hang', 'garbage', 'no', 'bad']
  for (const phase of phases) {
    for (const action of actions) {
      test(`${action} at ${phase}`, async () => {
        server.fail({ phase, action })
        const { mails: read, failures } = await readThrough(openImap(settings()))
        expect(keysOf(read)).toEqual(ALL)
        expect(read.map(({ raw }) => raw.length)).toEqual(mails.map((raw) => raw.length))
        expect(failures.length).toBeLessThanOrEqual(2)
        expect(server.pending()).toBe(0)
      })
    }
  }
})

describe('an answer that breaks off gives no half mail', () => {
  for (let kilobyte = 0; kilobyte <= 9; kilobyte++) {
    for (const action of ['cut-literal', 'cut-literal-rst'] as const) {
      test(`${action} after ${kilobyte} KB`, async () => {
        server.fail({ phase: 'SOURCES', action, bytes: kilobyte * 1000 })
        const { mails: read, failures } = await readThrough(openImap(settings()))
        expect(keysOf(read)).toEqual(ALL)
        expect(read.map(({ raw }) => raw.length)).toEqual(mails.map((raw) => raw.length))
        expect(failures).toHaveLength(1)
      })
    }
  }
})

test('any row of faults, while mail keeps coming: in the end everything was read once', async () => {
  const phase = fc.constantFrom<ImapPhase>('GREETING', 'LOGIN', 'EXAMINE', 'SEARCH', 'SIZES', 'SOURCES')
  const action = fc.constantFrom<ImapAction>(
    'fin',
    'rst',
    'bye',
    'garbage',
    'no',
    'cut-literal',
    'nil-body',
    'noise',
    'omit-row',
    'no-after-data',
  )
  const trouble = fc.record({ phase, action, bytes: fc.nat(9000), arrivals: fc.nat(3) })
  await fc.assert(
    fc.asyncProperty(fc.array(trouble, { minLength: 1, maxLength: 6 }), async (troubles) => {
      const one = await startFaultyImap(mails)
      const source = openImap(settings({ port: one.port }))
      const kept: SourcedMail[] = []
      for (const { arrivals, ...fault } of [...troubles, null, null].map((x) => x ?? { arrivals: 0 })) {
        if ('phase' in fault) one.fail(fault)
        for (let n = 0; n < arrivals; n++)
          one.mails.set(one.mails.size + 1, rawMail({ id: `new${one.mails.size}@example.org` }))
        const read = await readThrough(source, kept.at(-1)?.cursor ?? null)
        kept.push(...read.mails)
      }
      expect(keysOf(kept).toSorted()).toEqual([...one.mails.keys()].map(String).toSorted())
      await one.stop()
    }),
    { numRuns: 25 },
  )
}, 120_000)

describe('answers a server may give', () => {
  test('rows nobody asked for are passed over', async () => {
    server.fail({ phase: 'SOURCES', action: 'noise' })
    server.fail({ phase: 'SIZES', action: 'noise' })
    const { mails: read, failures } = await readThrough(openImap(settings()))
    expect(keysOf(read)).toEqual(ALL)
    expect(failures).toEqual([])
  })

  test('a row left out is asked for once more', async () => {
    server.fail({ phase: 'SOURCES', action: 'omit-row' })
    const { mails: read } = await readThrough(openImap(settings()))
    expect(keysOf(read)).toEqual(ALL)
  })

  test('bodies that are NIL once are asked for once more', async () => {
    server.fail({ phase: 'SOURCES', action: 'nil-body' })
    const { mails: read } = await readThrough(openImap(settings()))
    expect(keysOf(read)).toEqual(ALL)
  })

  test('the last mail, given for a UID past the end, is not read again', async () => {
    const source = openImap(settings())
    const { mails: read } = await readThrough(source)
    expect(await readAll(source, read.at(-1)?.cursor)).toEqual([])
    expect(await readAll(openImap(settings({ limits: { overlap: 0 } })), read.at(-1)?.cursor)).toEqual([])
  })

  test('NO after some mails were given: they are read again, whole', async () => {
    server.fail({ phase: 'SOURCES', action: 'no-after-data' })
    const { mails: read, failures } = await readThrough(openImap(settings()))
    expect(keysOf(read)).toEqual(ALL)
    expect(failures).toHaveLength(1)
  })

  test('another UIDVALIDITY between two reads: all is read, at other places, and one line says so', async () => {
    const lines: string[] = []
    const note = (_: object, text: string) => void lines.push(text)
    const source = openImap(settings({ log: { debug: note, info: note, warn: note, error: note } }))
    const { mails: before } = await readThrough(source)
    server.validity++
    const after = await readAll(source, before.at(-1)?.cursor)
    expect(keysOf(after)).toEqual(ALL)
    expect(after[0]?.place.validity).toBe(server.validity)
    expect(await readAll(source, after.at(-1)?.cursor)).toEqual([])
    expect(lines).toEqual(['mailbox INBOX was made anew (another UIDVALIDITY): read from its start'])
  })

  test('a mail that turns up below the cursor is found by the next look', async () => {
    const late = server.mails.get(5)!
    server.mails.delete(5)
    const source = openImap(settings())
    const { mails: read } = await readThrough(source)
    expect(keysOf(read)).toEqual(ALL.filter((key) => key !== '5'))
    const again = new Map([...server.mails, [5, late] as const].sort(([a], [b]) => a - b))
    server.mails.clear()
    for (const [uid, raw] of again) server.mails.set(uid, raw)
    const found = await readAll(source, read.at(-1)?.cursor)
    expect(keysOf(found)).toEqual(['5'])
    expect(await readAll(source, found.at(-1)?.cursor)).toEqual([])
  })
})

describe('a mail the server cannot deliver does not hold up the others', () => {
  test('refused for good: the others come, and an empty mail stands in its place', async () => {
    server.refused.add(7)
    const { mails: read, failures } = await readThrough(openImap(settings()))
    expect(keysOf(read)).toEqual(ALL)
    expect(read[6]).toMatchObject({ raw: new Uint8Array(), cut: true })
    expect(failures.length).toBeLessThanOrEqual(3)
  })

  test('a body that stays NIL: its header stands for it, or nothing but its place', async () => {
    server.fail({ phase: 'SOURCES', action: 'nil-body', times: 4 })
    const { mails: read } = await readThrough(openImap(settings()))
    expect(keysOf(read)).toEqual(ALL)
  })

  test('one whose size was a lie, too large to take in, comes as its header', async () => {
    server.mails.set(3, rawMail({ id: 'liar@example.org', body: 'x'.repeat(2_500_000) }))
    server.lies.set(3, 1000)
    const { mails: read, failures } = await readThrough(openImap(settings({ maxBytes: 100_000 })))
    expect(keysOf(read)).toEqual(ALL)
    expect(read.map(({ cut }) => cut)).toEqual(ALL.map((key) => key === '3'))
    expect(Buffer.from(read[2]!.raw).toString()).toMatch(/liar@example\.org/)
    expect(failures.length).toBeLessThanOrEqual(3)
  })
})

describe('watching', () => {
  for (const [phase, action] of [
    ['IDLE', 'fin'],
    ['IDLE', 'rst'],
    ['IDLE', 'bye'],
    ['IDLE', 'hang'],
    ['IDLE', 'garbage'],
    ['IDLE', 'no'],
    ['NOOP', 'hang'],
    ['NOOP', 'fin'],
    ['EXAMINE', 'no'],
    ['LOGIN', 'fin'],
    ['GREETING', 'hang'],
  ] as [ImapPhase, ImapAction][]) {
    test(`${action} at ${phase}: it is watched again, and new mail is seen`, async () => {
      server.fail({ phase, action })
      const stop = new AbortController()
      let rings = 0
      const source = openImap(settings())
      const watching = source.watch!(() => void rings++, stop.signal)
      await until('the fault', () => server.pending() === 0)
      await until(
        'an IDLE after it',
        () => server.commands.lastIndexOf('IDLE') > server.commands.indexOf(phase),
        8000,
      )
      const before = rings
      server.mails.set(COUNT + 1, rawMail({ id: 'new@example.org' }))
      await until(
        'a ring',
        () => {
          server.tell(`* ${server.mails.size} EXISTS`)
          return rings > before
        },
        8000,
      )
      const { mails: read } = await readThrough(source)
      expect(keysOf(read)).toEqual([...ALL, String(COUNT + 1)])
      stop.abort()
      await watching
      await until('all connections closed', () => server.connections() === 0)
    })
  }

  test('ten thousand EXISTS in a row do no harm', async () => {
    const stop = new AbortController()
    let rings = 0
    const source = openImap(settings())
    const watching = source.watch!(() => void rings++, stop.signal)
    await until('IDLE', () => server.commands.includes('IDLE'))
    for (let n = 0; n < 10_000; n++) server.tell(`* ${COUNT + n} EXISTS`)
    server.mails.set(COUNT + 1, rawMail({ id: 'new@example.org' }))
    const { mails: read } = await readThrough(source)
    expect(keysOf(read)).toHaveLength(COUNT + 1)
    stop.abort()
    await watching
  })

  test('trouble is logged without the password', async () => {
    const lines: string[] = []
    const note = (fields: object, text: string) => void lines.push(JSON.stringify(fields) + text)
    const log = { debug: note, info: note, warn: note, error: note }
    server.fail({ phase: 'LOGIN', action: 'no', times: 2 })
    const stop = new AbortController()
    const watching = openImap(settings({ log })).watch!(() => {}, stop.signal)
    await until('two lines', () => lines.length >= 2)
    stop.abort()
    await watching
    expect(lines.join('\n')).toMatch(/connecting to 127\.0\.0\.1:\d+ as ada/)
    expect(lines.join('\n')).not.toContain('secret')
  })
})

describe('stopping', () => {
  for (const phase of ['GREETING', 'LOGIN', 'EXAMINE', 'SEARCH', 'SIZES', 'SOURCES'] as const) {
    test(`while the server says nothing to ${phase} ends the read at once, quietly`, async () => {
      server.fail({ phase, action: 'hang' })
      const stop = new AbortController()
      const reading = (async () => {
        for await (const _ of openImap(
          settings({ limits: { connectMs: 9000, silenceMs: 9000, commandMs: 9000 } }),
        ).read(null, stop.signal));
      })()
      await until('the fault', () => server.pending() === 0)
      const began = performance.now()
      stop.abort()
      await reading
      expect(performance.now() - began).toBeLessThan(3000)
    })
  }
})
