// A small made-up community, "Widgets", in the week 2026-W47: what digests and answers are tried on.
import type { BookEntry } from '../../../src/core/compose/book-entry.ts'
import type { DigestInput, TaggedThread } from '../../../src/core/compose/digest-rows.ts'
import { parseWeek } from '../../../src/core/compose/digest-week.ts'
import { type CatalogueEntry, EMPTY_ENTRY } from '../../../src/core/model/entry.ts'
import { entryId, listId, messageId } from '../../../src/core/model/ids.ts'
import type { MailingList } from '../../../src/core/model/list.ts'
import type { Person } from '../../../src/core/model/person.ts'
import type {
  Claim,
  ClaimState,
  EntryStatus,
  Evidence,
  HistoryCode,
  HistoryEvent,
  Standing,
} from '../../../src/core/model/standing.ts'

export const widgets: MailingList = {
  id: listId('widgets-devel'),
  listIds: ['widgets-devel.lists.example.org'],
  addresses: ['widgets-devel@lists.example.org'],
  archive: 'https://lists.example.org/widgets-devel/{message_id}',
  subjectPrefixes: ['widgets'],
}

export const frame = {
  community: 'the Widget project',
  bot: { name: 'Dibs', address: 'dibs@example.org' },
  operator: 'community@example.org',
}

export const people = {
  ada: { name: 'Ada Park', address: 'ada@example.net' },
  bela: { name: 'Béla Kovács', address: 'bela.kovacs@example.com' },
  chidi: { name: 'Chidi Okafor', address: 'chidi@students.example.edu' },
  dora: { name: 'Dora Lind', address: 'dora@example.org' },
  emil: { name: '', address: 'emil@example.net' },
} satisfies Record<string, Person>

export const at = (day: string): number => Date.parse(`${day}T10:00:00Z`)

export function evidence(day: string, text: string, id: string): Evidence {
  return { text, source: `${id}@mail.example.net`, kind: 'mail', at: at(day), lists: [widgets.id] }
}

export function event(day: string, code: HistoryCode, who: Person | null, text: string): HistoryEvent {
  const proof = evidence(day, text, `${code}-${day}`)
  return { at: at(day), code, who, from: null, to: null, evidence: proof, relinkedBy: null }
}

export function claim(who: Person, state: ClaimState, since: string, last: string, text: string): Claim {
  const proof = evidence(since, text, `claim-${since}`)
  return {
    who,
    state,
    since: at(since),
    lastActivity: at(last),
    ball: 'claimant',
    ballSince: at(last),
    reminderAt: null,
    stalledAt: null,
    position: state === 'waiting' ? 1 : null,
    evidence: proof,
    first: proof,
    observations: [],
    snoozedUntil: null,
    version: null,
  }
}

export function catalogueEntry(title: string, difficulty: string | null): CatalogueEntry {
  const id = entryId(title.toLowerCase().replace(/[^a-z0-9]+/g, '-'))
  return {
    ...EMPTY_ENTRY,
    id,
    title,
    gsoc: { value: 'yes', note: null },
    difficulty: { raw: difficulty, level: difficulty },
    skills: 'C',
    state: null,
    contacts: [{ name: people.dora.name, email: people.dora.address, role: 'mentor' }],
    urls: [`https://wiki.example.org/Projects#${id}`],
    anchors: [title.replaceAll(' ', '_')],
    source: { page: 'projects', line: 1, revision: null },
  }
}

export function book(
  title: string,
  status: EntryStatus,
  parts: Partial<Standing> = {},
  difficulty: string | null = null,
): BookEntry {
  const entry = catalogueEntry(title, difficulty)
  const standing: Standing = {
    entry: entry.id,
    at: at('2026-11-21'),
    status,
    statusSince: null,
    state: null,
    gsoc: 'yes',
    claims: [],
    history: [],
    chain: [],
    lastTried: null,
    waiting: [],
    hearsay: [],
    contradictions: [],
    unavailable: null,
    taggedThread: null,
    verified: null,
    unverified: false,
    release: null,
    ...parts,
  }
  return { entry, standing, free: status === 'open' && standing.taggedThread === null, home: widgets.id }
}

const START = 'I have started to work on the remote handle for round widgets, first patches around Christmas.'
const WANT =
  'I would like to apply for the widget fuzzer with GSoC next year, and have built the tree and run the test suite as the page asks, so what should I read next?'

export const books: readonly BookEntry[] = [
  book('Remote handle for round widgets', 'claimed', {
    claims: [claim(people.ada, 'active', '2026-11-17', '2026-11-17', START)],
    history: [event('2026-11-17', 'claimed', people.ada, START)],
  }),
  book('Widget fuzzer', 'interest', {
    claims: [claim(people.chidi, 'interested', '2026-11-18', '2026-11-18', WANT)],
    history: [event('2026-11-18', 'interested', people.chidi, WANT)],
    waiting: [
      {
        message: messageId('fuzzer-question@students.example.edu'),
        thread: messageId('fuzzer-question@students.example.edu'),
        who: people.chidi,
        since: at('2026-11-13'),
        subject: '[GSoC 2027] Widget fuzzer: which corpus?',
        newcomer: true,
        lists: [widgets.id],
      },
    ],
  }),
  book('Cold start in under a second', 'in-review', {
    claims: [
      claim(people.bela, 'in-review', '2026-09-02', '2026-11-19', "I'm working on the cold start now."),
      claim(people.emil, 'waiting', '2026-11-20', '2026-11-20', "I'll do the cold start."),
    ],
    history: [
      event('2026-09-02', 'claimed', people.bela, "I'm working on the cold start now."),
      event('2026-11-19', 'patches-posted', people.bela, '[PATCH v3 0/4] cold start: read the index lazily'),
      event('2026-11-20', 'waiting', people.emil, "I'll do the cold start."),
    ],
  }),
  book('Widgets on big-endian machines', 'stalled', {
    claims: [claim(people.emil, 'stalled', '2026-05-02', '2026-06-10', "I'm on the big-endian port.")],
    history: [
      event('2026-05-02', 'claimed', people.emil, "I'm on the big-endian port."),
      event('2026-11-18', 'stalled', people.emil, "I'm on the big-endian port."),
    ],
  }),
  book('Square widgets', 'done', {
    history: [event('2026-11-20', 'merged', people.bela, 'widgets: allow four corners')],
    release: 'v2.4',
  }),
  book('Documentation of the spring API', 'open', {}, 'easy'),
  book('Replace the hand-written parser', 'open', {}, 'hard'),
  book('Show torque in the status line', 'open', {}, 'easy'),
  book('Colour themes', 'open', {
    lastTried: {
      who: people.emil,
      at: at('2024-03-04'),
      evidence: evidence('2024-03-04', 'I am giving up on themes.', 'themes'),
    },
  }),
]

export const tagged: readonly TaggedThread[] = [
  {
    thread: messageId('fuzzer-question@students.example.edu'),
    message: messageId('fuzzer-question@students.example.edu'),
    subject: '[GSoC 2027] Widget fuzzer: which corpus?',
    tag: { programme: 'gsoc', year: 2027 },
    starter: people.chidi,
    lastAt: at('2026-11-13'),
    lists: [widgets.id],
    entry: entryId('widget-fuzzer'),
  },
  {
    thread: messageId('hello-gsoc@example.net'),
    message: messageId('hello-gsoc@example.net'),
    subject: 'GSoC: introduction and a question about mentors',
    tag: { programme: 'gsoc', year: null },
    starter: people.emil,
    lastAt: at('2026-11-15'),
    lists: [widgets.id],
    entry: null,
  },
]

export function digestInput(parts: Partial<DigestInput> = {}): DigestInput {
  const week = parseWeek('2026-W47', 'Europe/Berlin')
  if (!week) throw new Error('the sample week')
  return { list: widgets, lists: [widgets], week, entries: books, tagged, waitingWeeks: 1, ...parts }
}
