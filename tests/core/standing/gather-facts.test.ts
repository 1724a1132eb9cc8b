// What becomes a fact about an entry: mails of its threads, single statements elsewhere and their answers, commands, pages.

import { describe, expect, test } from 'vitest'
import type { CommandRecord } from '../../../src/core/model/command-record.ts'
import { type CatalogueEntry, EMPTY_ENTRY } from '../../../src/core/model/entry.ts'
import type { MailFact } from '../../../src/core/model/fact.ts'
import { entryId, messageId, type ThreadId } from '../../../src/core/model/ids.ts'
import type { LinkedSignal, ThreadLink } from '../../../src/core/model/link.ts'
import type { Message } from '../../../src/core/model/message.ts'
import type { Reading } from '../../../src/core/model/reading.ts'
import { type GatherInput, gatherFacts } from '../../../src/core/standing/gather-facts.ts'
import { day, ENTRY, LIST, person } from '../../conversations/tell.ts'
import { sampleMessage } from '../../support/sample-message.ts'

const THREAD = 'root@mail.example.org' as ThreadId

function entry(more: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    ...EMPTY_ENTRY,
    id: ENTRY,
    title: 'USB for guests',
    gsoc: { value: 'yes', note: null },
    inserted: { raw: '2013-01-23', iso: '2013-01-23' },
    source: { page: 'Projects', line: 3, revision: null },
    ...more,
  }
}

function reading(id: string, more: Partial<Message> = {}): Reading {
  const message = sampleMessage({
    id: messageId(id),
    at: day('2014-03-01'),
    author: person('Ann'),
    lists: [LIST],
    subject: 'USB',
    topic: 'usb',
    ...more,
  })
  return { message, signals: [], commands: [], commandRefusals: [], series: [] }
}

const signal = (message: string, more: Partial<LinkedSignal> = {}): LinkedSignal => ({
  type: 'claim',
  message: messageId(message),
  index: 0,
  project: null,
  evidence: 'I work on it.',
  span: null,
  score: 0.9,
  reason: 'claim-rule',
  who: person('Ann'),
  entry: ENTRY,
  linkScore: 0.8,
  linkReasons: [],
  ...more,
})

const link = (more: Partial<ThreadLink> = {}): ThreadLink => ({
  thread: THREAD,
  entry: ENTRY,
  score: 0.9,
  margin: 0.5,
  by: 'linker',
  reasons: [],
  candidates: [],
  tag: null,
  triage: false,
  signals: [],
  ...more,
})

const gather = (more: Partial<GatherInput>) =>
  gatherFacts(ENTRY, { entry: entry(), threads: [], commands: [], records: [], commits: [], ...more })
const mails = (more: Partial<GatherInput>) =>
  gather(more).filter((fact): fact is MailFact => fact.kind === 'mail')

describe('a thread tied to the entry', () => {
  test('gives every mail, with the statements about this entry only', () => {
    const signals = [
      signal('a'),
      signal('a', { index: 1, entry: entryId('other') }),
      signal('b', { entry: null }),
    ]
    const facts = mails({
      threads: [
        { link: link({ signals }), members: [reading('a'), reading('b', { references: [messageId('a')] })] },
      ],
    })
    expect(facts.map((fact) => [fact.message, fact.parent, fact.threadLinked, fact.signals.length])).toEqual([
      ['a', null, true, 1],
      ['b', 'a', true, 0],
    ])
  })
  test('lends its tag to its mails', () => {
    const tag = { programme: 'gsoc', year: 2014 }
    expect(mails({ threads: [{ link: link({ tag }), members: [reading('a')] }] })[0]!.tag).toEqual(tag)
  })
  test("is not strong by a weak reason: the strongest of the statement's own counts, else the thread's", () => {
    const reasons = [
      { kind: 'words' as const, detail: '', weight: 1 },
      { kind: 'title' as const, detail: '', weight: 1 },
    ]
    const own = [
      { kind: 'keyword' as const, detail: '', weight: 1 },
      { kind: 'same-author' as const, detail: '', weight: 1 },
    ]
    const facts = mails({
      threads: [
        {
          link: link({ reasons, signals: [signal('a'), signal('a', { index: 1, linkReasons: own })] }),
          members: [reading('a')],
        },
      ],
    })
    expect(facts[0]!.signals.map((one) => one.link)).toEqual(['title', 'keyword'])
  })
})

test('a thread about something else gives the mail that speaks of the entry and its answers', () => {
  const facts = mails({
    threads: [
      {
        link: link({
          entry: entryId('other'),
          tag: { programme: 'gsoc', year: 2014 },
          signals: [signal('b')],
        }),
        members: [
          reading('a'),
          reading('b', { references: [messageId('a')] }),
          reading('c', { references: [messageId('a'), messageId('b')] }),
          reading('d', { references: [messageId('a')] }),
        ],
      },
    ],
  })
  expect(facts.map((fact) => [fact.message, fact.threadLinked, fact.tag])).toEqual([
    ['b', false, null],
    ['c', false, null],
  ])
})

test.each([
  ['Is anybody on this?', true],
  ['Could I take it (or not?)', true],
  ['See https://example.org/?q=usb for more.', false],
  ['> Is anybody on this?\nI am.', false],
])('%j asks: %s', (text, asks) => {
  const start = text.startsWith('>') ? text.indexOf('\n') + 1 : 0
  const member = reading('a', { text, own: [{ start, end: text.length }] })
  expect(mails({ threads: [{ link: link(), members: [member] }] })[0]!.asks).toBe(asks)
})

describe('commands', () => {
  const linked = (id: string, when: string, to = ENTRY): CommandRecord => ({
    id,
    at: day(when),
    by: person('Max'),
    origin: 'mail',
    action: { verb: 'link', thread: THREAD, entry: to },
  })

  test('that tie a thread mark its mails with the last of them, and stand in the history', () => {
    const facts = gather({
      commands: [linked('l2', '2014-05-02'), linked('l1', '2014-05-01')],
      threads: [{ link: link({ by: 'command' }), members: [reading('a')] }],
    })
    expect(facts.find((fact) => fact.kind === 'mail')).toMatchObject({
      linkedBy: { at: day('2014-05-02'), source: 'l2' },
    })
    expect(facts.filter((fact) => fact.kind === 'relink').map((fact) => fact.id)).toEqual(['l2', 'l1'])
  })
  test('that move a thread to another entry are told here as untying', () => {
    const facts = gather({
      commands: [linked('l1', '2014-05-01'), linked('l2', '2014-05-02', entryId('other'))],
    })
    expect(facts.filter((fact) => fact.kind === 'relink').map((fact) => fact.verb)).toEqual([
      'link',
      'unlink',
    ])
  })
  test('that untie what the linker had tied here are told, when they say from where', () => {
    const untie = (from: typeof ENTRY): CommandRecord => ({
      id: 'u',
      at: day('2014-05-01'),
      by: person('Max'),
      origin: 'cli',
      action: { verb: 'unlink', thread: THREAD, from },
    })
    expect(gather({ commands: [untie(ENTRY)] })[1]).toMatchObject({ kind: 'relink', verb: 'unlink', id: 'u' })
    expect(gather({ commands: [untie(entryId('other'))] })).toHaveLength(1)
  })
  test('about other entries and other threads are left out', () => {
    const retire: CommandRecord = {
      id: 'r',
      at: 0,
      by: person('Max'),
      origin: 'cli',
      action: { verb: 'retire', entry: entryId('other') },
    }
    expect(
      gather({ commands: [linked('l', '2014-05-01', entryId('other')), retire] }).map((fact) => fact.kind),
    ).toEqual(['catalogue'])
  })
  test('that dismiss keep what they dismiss', () => {
    const wrong: CommandRecord = {
      id: 'w',
      at: 0,
      by: person('Ann'),
      origin: 'mail',
      action: { verb: 'dismiss', entry: ENTRY, message: messageId('a'), type: 'claim' },
    }
    expect(gather({ commands: [wrong] })[1]).toMatchObject({
      verb: 'dismiss',
      dismiss: { message: 'a', type: 'claim' },
    })
  })
})

describe('the page', () => {
  const review = (text: string) => ({ author: 'Bob', date: '2014-02-05T10:00:00Z', text })

  test('without revisions counts from the date it carries', () => {
    expect(gather({})[0]).toMatchObject({
      kind: 'catalogue',
      at: day('2013-01-23'),
      page: 'Projects',
      line: 3,
      inserted: day('2013-01-23'),
      verified: null,
    })
  })
  test("with revisions counts from each revision's time; archived is retired", () => {
    const facts = gather({
      records: [{ at: day('2015-01-01'), revision: '7', entry: entry({ state: 'archived' }) }],
    })
    expect(facts).toMatchObject([{ at: day('2015-01-01'), revision: '7', retired: true }])
  })
  test('a date its template made up is none', () => {
    const verified = { raw: 'Not updated in 2020', iso: '2020-01-01', default: true }
    expect(gather({ entry: entry({ verified }) })[0]).toMatchObject({ verified: null })
  })
  test('comments that offer to work on it are interest, reviews and denials are not', () => {
    const reviews = [
      review('I am interested in this idea ...'),
      review("I'd like to work on that."),
      review('Rate it in terms of size.'),
      review('I am not interested in this one.'),
    ]
    expect(gather({ entry: entry({ reviews }) })[0]).toMatchObject({
      interested: [
        { who: 'Bob', at: day('2014-02-05 10:00'), text: 'I am interested in this idea ...' },
        { who: 'Bob', text: "I'd like to work on that." },
      ],
    })
  })
})

test('a statement taken back while its thread was elsewhere stays so here, told once', () => {
  const dismiss = (id: string, entry: string, message: string): CommandRecord => ({
    id,
    at: day('2014-03-05'),
    by: person('Max'),
    origin: 'mail',
    action: { verb: 'dismiss', entry: entryId(entry), message: messageId(message), type: 'claim' },
  })
  const facts = gather({
    threads: [{ link: link({ signals: [signal('a')] }), members: [reading('a'), reading('b')] }],
    commands: [dismiss('2', 'other', 'a'), dismiss('1', 'third', 'a'), dismiss('3', 'other', 'b')],
  })
  const dismissals = facts.filter((fact) => fact.kind === 'command')
  expect(dismissals).toMatchObject([{ id: '1', verb: 'dismiss', dismiss: { message: 'a', type: 'claim' } }])
  const own = gather({
    threads: [{ link: link({ signals: [signal('a')] }), members: [reading('a')] }],
    commands: [dismiss('2', 'other', 'a'), dismiss('9', ENTRY, 'a')],
  })
  expect(own.filter((fact) => fact.kind === 'command').map((fact) => fact.id)).toEqual(['9'])
})
