// Rows for store tests, each whole as the port wants it; `over` names what matters in a test.
import type { CommandRecord } from '../../src/core/model/command-record.ts'
import type { CommitFact } from '../../src/core/model/fact.ts'
import {
  type EntryId,
  entryId,
  type ListId,
  listId,
  type MessageId,
  messageId,
  type ThreadId,
} from '../../src/core/model/ids.ts'
import type { LinkedSignal, ThreadLink } from '../../src/core/model/link.ts'
import type { Message } from '../../src/core/model/message.ts'
import type { Standing } from '../../src/core/model/standing.ts'
import type { MailPlace } from '../../src/ports/mail-source.ts'
import type { CatalogueRevision, OutboxMail, StoredMessage } from '../../src/ports/store.ts'
import { sampleMessage } from '../support/sample-message.ts'

export const NOON = Date.UTC(2026, 2, 1, 12)
export const devel = listId('devel')
export const users = listId('users')

export function aPlace(key: string, over: Partial<MailPlace> = {}): MailPlace {
  return { source: 'imap-devel', mailbox: 'INBOX', validity: 7, key, ...over }
}

export function aPending(key: string, raw = `Subject: ${key}\n\nHello.\n`, over: { live?: boolean } = {}) {
  const bytes = new TextEncoder().encode(raw)
  return {
    hash: `hash of ${raw}`,
    raw: bytes,
    place: aPlace(key),
    receivedAt: NOON,
    storedAt: NOON + 5,
    live: over.live ?? true,
  }
}

export function aMessage(
  id: string,
  over: Partial<Message> & { series?: string[]; lists?: ListId[]; hashes?: string[] } = {},
): StoredMessage {
  const { series = [], lists = [devel], hashes = [`hash-${id}`], ...rest } = over
  const { text = `I am working on ${id}.\n` } = rest
  const author = { name: 'Ada Example', address: 'ada@example.org' }
  const message = sampleMessage({
    id: messageId(id),
    at: NOON,
    author,
    cc: [{ name: '', address: 'mentor@example.org' }],
    lists,
    subject: `About ${id}`,
    topic: `about ${id}`,
    text,
    ...rest,
  })
  return {
    id: message.id,
    hash: hashes[0]!,
    rules: '1',
    reading: { message, signals: [], commands: [], commandRefusals: [], series },
    copies: hashes.map((hash) => ({
      hash,
      at: message.at,
      received: null,
      date: null,
      lists,
      print: `print ${id}`,
    })),
  }
}

export function aSignal(entry: string | null, over: Partial<LinkedSignal> = {}): LinkedSignal {
  return {
    type: 'claim',
    message: messageId('a@example.org'),
    index: 0,
    project: null,
    evidence: 'I am working on it.',
    span: null,
    score: 0.9,
    reason: 'claim-own-work-does',
    who: { name: 'Ada Example', address: 'ada@example.org' },
    entry: entry === null ? null : entryId(entry),
    linkScore: 0.8,
    linkReasons: [],
    ...over,
  }
}

export function aLink(thread: string, entry: string | null, over: Partial<ThreadLink> = {}): ThreadLink {
  return {
    thread: messageId(thread) as ThreadId,
    entry: entry === null ? null : entryId(entry),
    score: 0.9,
    margin: 0.5,
    by: 'linker',
    reasons: [],
    candidates: [],
    tag: null,
    triage: entry === null,
    signals: [],
    ...over,
  }
}

export function aStanding(entry: string, over: Partial<Standing> = {}): Standing {
  return {
    entry: entryId(entry),
    at: NOON,
    status: 'open',
    state: null,
    claims: [],
    history: [],
    lastTried: null,
    waiting: [],
    contradictions: [],
    taggedThread: null,
    unverified: false,
    release: null,
    ...over,
  } as Standing
}

export function aCommand(id: string, over: Partial<CommandRecord> = {}): CommandRecord {
  const by = { name: 'Mina Mentor', address: 'mentor@example.org' }
  const action = { verb: 'verify', entry: entryId('pvusb') } as const
  return { id, at: NOON, by, origin: 'cli', action, ...over }
}

export function aCommit(
  commit: string,
  entry: string,
  release: string | null,
  at: number = NOON,
): CommitFact & { readonly entry: EntryId } {
  return {
    kind: 'commit',
    at,
    repository: 'linux',
    commit,
    subject: 'usb: add it',
    author: { name: 'Ada Example', address: 'ada@example.org' },
    message: null,
    tie: 'subject',
    series: 'ada usb add it',
    version: 1,
    n: 1,
    m: 1,
    release,
    releasedAt: null,
    entry: entryId(entry),
  }
}

export function aRevision(
  name: string,
  hash: string,
  over: Partial<CatalogueRevision> = {},
): CatalogueRevision {
  return { name, at: NOON, hash, text: `text of ${hash}`, reading: { entries: [], warnings: [] }, ...over }
}

export function anOutboxMail(id: string, over: Partial<OutboxMail> = {}): OutboxMail {
  return {
    id,
    kind: 'notice',
    dedupe: `dedupe ${id}`,
    messageId: messageId(`${id}@dibs.example.org`),
    list: devel,
    from: 'dibs@example.org',
    to: ['ada@example.org'],
    subject: 'A reminder',
    thread: messageId('root@example.org') as ThreadId,
    raw: new TextEncoder().encode(`Subject: A reminder\n\n${id}\n`),
    state: 'queued',
    reason: null,
    createdAt: NOON,
    changedAt: NOON,
    dueAt: NOON,
    tries: 0,
    ...over,
  }
}

export const ids = (...texts: string[]): MessageId[] => texts.map(messageId)
