// Builders for linking tests: entries, mails and signals in which only what matters is given.
import { buildCatalogueIndex, type CatalogueIndex } from '../../../src/core/link/catalogue-index.ts'
import { LINK_SETTINGS, linkThread, type Relative } from '../../../src/core/link/link-thread.ts'
import { type CatalogueEntry, EMPTY_ENTRY } from '../../../src/core/model/entry.ts'
import { entryId, listId, messageId } from '../../../src/core/model/ids.ts'
import type { ThreadLink } from '../../../src/core/model/link.ts'
import type { MailingList } from '../../../src/core/model/list.ts'
import type { Message } from '../../../src/core/model/message.ts'
import type { Signal } from '../../../src/core/model/signal.ts'
import { sampleMessage } from '../../support/sample-message.ts'

export function makeEntry(id: string, title: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return {
    ...EMPTY_ENTRY,
    id: entryId(id),
    title,
    state: null,
    source: { page: 'Projects', line: 1, revision: null },
    ...more,
  }
}

export const list: MailingList = {
  id: listId('orchard-devel'),
  listIds: ['orchard-devel.example.org'],
  addresses: ['orchard-devel@example.org'],
  archive: '',
  subjectPrefixes: ['Orchard-devel'],
}

export const indexOf = (...entries: CatalogueEntry[]): CatalogueIndex =>
  buildCatalogueIndex({ entries }, [list])

export interface MailDraft {
  readonly subject: string
  readonly text?: string
  readonly tag?: string
  readonly patch?: boolean
  readonly from?: string
  readonly cc?: readonly string[]
  readonly signals?: readonly SignalDraft[]
  readonly faint?: readonly SignalDraft[]
  /** Where the author's own words stand in the text; all of it unless given. */
  readonly own?: Message['own']
}

export type SignalDraft = Pick<Signal, 'type' | 'evidence'> & { project?: string | null; subject?: boolean }

export function makeMember(
  draft: MailDraft,
  n = 0,
): { message: Message; signals: Signal[]; faint: Signal[]; series: string[] } {
  const id = messageId(`m${n}@example.org`)
  const text = draft.text ?? draft.signals?.map((signal) => signal.evidence).join('\n') ?? ''
  const author = { name: '', address: draft.from ?? 'someone@example.org' }
  const message = sampleMessage({
    id,
    at: n,
    author,
    cc: (draft.cc ?? []).map((address) => ({ name: '', address })),
    lists: [list.id],
    subject: draft.subject,
    topic: draft.subject.replace(/^(?:re: |\[[^\]]*\] ?)+/i, '').toLowerCase(),
    tag: draft.tag ? { programme: draft.tag, year: null } : null,
    patch: draft.patch ? { version: 1, n: 1, m: 1, rfc: false } : null,
    text,
    ...(draft.own === undefined ? {} : { own: draft.own }),
  })
  const makeSignal = (signal: SignalDraft, index: number): Signal => {
    const start = Math.max(text.indexOf(signal.evidence), 0)
    return {
      type: signal.type,
      message: id,
      index,
      project: signal.project ?? null,
      evidence: signal.evidence,
      span: signal.subject ? null : { start, end: start + signal.evidence.length },
      score: 0.9,
      reason: 'test',
      who: author,
    }
  }
  const signals = (draft.signals ?? []).map(makeSignal)
  return { message, signals, faint: (draft.faint ?? []).map(makeSignal), series: [] }
}

export function linkMails(
  index: CatalogueIndex,
  drafts: readonly MailDraft[],
  relatives: Relative[] = [],
): ThreadLink {
  const members = drafts.map((draft, n) => makeMember(draft, n))
  return linkThread(
    { thread: messageId('m0@example.org'), members, command: null, relatives },
    index,
    LINK_SETTINGS,
  )
}
