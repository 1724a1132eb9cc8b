// A small language for stories: who wrote what when, in words, and the facts that come of it.
// Dates are `2014-03-01` or `2014-03-01 10:00`, UTC; people are named by first name and live at example.org.
import type { Contact } from '../../src/core/model/entry.ts'
import type {
  CatalogueFact,
  CommandFact,
  CommitFact,
  EntryVerb,
  MailFact,
  RelinkFact,
  SignalFact,
  StandingFact,
} from '../../src/core/model/fact.ts'
import {
  type EntryId,
  entryId,
  type ListId,
  listId,
  messageId,
  type ThreadId,
} from '../../src/core/model/ids.ts'
import type { LinkEvidence } from '../../src/core/model/link.ts'
import type { Programme } from '../../src/core/model/list.ts'
import type { Person } from '../../src/core/model/person.ts'
import type { StandingPolicy } from '../../src/core/model/policy.ts'
import type { SignalType } from '../../src/core/model/signal.ts'
import type { Standing } from '../../src/core/model/standing.ts'
import { type Instant, isoDay } from '../../src/core/model/time.ts'
import { computeStanding } from '../../src/core/standing/compute-standing.ts'

export const ENTRY: EntryId = entryId('usb-for-guests')
export const LIST: ListId = listId('widgets-devel')

export const GSOC: Programme = {
  tag: 'gsoc',
  names: ['GSoC', 'Google Summer of Code'],
  rounds: [{ name: '2014', from: day('2014-05-19'), to: day('2014-08-22') }],
}

export const POLICY: StandingPolicy = {
  reminderWeeks: 6,
  graceWeeks: 2,
  waitingWeeks: 1,
  interestWeeks: 26,
  stalledWeeks: 52,
  tagWeeks: 12,
  autoRelease: false,
  capacity: 1,
  threshold: 0.5,
  unverifiedMonths: 12,
  maintainers: ['max@example.org'],
  list: null,
  programmes: [GSOC],
}

/** `2014-03-01` or `2014-03-01 10:00` as an instant. */
export function day(text: string): Instant {
  const [date, time = '00:00'] = text.split(' ')
  return Date.parse(`${date}T${time}:00Z`)
}

/** `Ann` → Ann <ann@example.org>; `Ann Example` keeps the full name and the first name's address. */
export function person(name: string): Person {
  return { name, address: `${name.split(' ')[0]!.toLowerCase()}@example.org` }
}

export interface Saying {
  readonly says?: readonly (SignalType | readonly [SignalType, Partial<SignalFact>])[]
  /** A sentence, the evidence of all that is said. */
  readonly words?: string
  readonly id?: string
  /** Id of the mail it answers. */
  readonly answers?: string
  readonly thread?: string
  readonly link?: LinkEvidence
  readonly patch?: readonly [version: number, n: number, m: number]
  readonly topic?: string
  readonly asks?: boolean
  readonly cc?: readonly string[]
  readonly lists?: readonly ListId[]
  readonly tag?: MailFact['tag']
  readonly of?: Person
  readonly automatic?: boolean
  readonly powerless?: boolean
  readonly threadLinked?: boolean
  readonly linkedBy?: MailFact['linkedBy']
}

/** One mail. Without `thread` it stands in the story's one thread. */
export function mail(when: string, author: string, saying: Saying = {}): MailFact {
  const id = saying.id ?? `${isoDay(day(when))}.${author.toLowerCase().replace(/\s/g, '-')}@mail.example.org`
  const types = saying.says ?? []
  const patch = saying.patch
    ? { version: saying.patch[0], n: saying.patch[1], m: saying.patch[2], rfc: false }
    : null
  return {
    kind: 'mail',
    at: day(when),
    message: messageId(id),
    thread: (saying.thread ?? 'thread@mail.example.org') as ThreadId,
    parent: saying.answers === undefined ? null : messageId(saying.answers),
    author: person(author),
    to: [],
    cc: (saying.cc ?? []).map(person),
    lists: saying.lists ?? [LIST],
    subject: saying.words ?? `${author} writes`,
    topic: saying.topic ?? 'usb for guests',
    tag: saying.tag ?? null,
    patch,
    automatic: saying.automatic ?? false,
    powerless: saying.powerless ?? false,
    asks: saying.asks ?? false,
    threadLinked: saying.threadLinked ?? true,
    linkedBy: saying.linkedBy ?? null,
    signals: types.map((entry, index): SignalFact => {
      const [type, more] = typeof entry === 'string' ? [entry, {}] : entry
      return {
        type,
        index,
        evidence: saying.words ?? `${author} says ${type}`,
        score: 0.9,
        reason: `${type}-rule`,
        who: saying.of ?? person(author),
        link: saying.link ?? 'title',
        linkScore: (saying.link ?? 'title') === 'title' ? 0.97 : 0.8,
        ...(patch ? { version: patch.version, n: patch.n, m: patch.m } : {}),
        ...more,
      }
    }),
  }
}

/** A command by mail, or by the operator's terminal when `by` is `operator`. */
export function command(
  when: string,
  by: string,
  verb: EntryVerb,
  more: Partial<Pick<CommandFact, 'who' | 'until' | 'dismiss' | 'id'>> = {},
): CommandFact {
  return {
    kind: 'command',
    at: day(when),
    id: `${when}.${by}.${verb}`,
    by: person(by),
    origin: by === 'operator' ? 'cli' : 'mail',
    verb,
    ...more,
  }
}

/** Somebody ties the thread to the entry, or unties it. */
export function relink(when: string, by: string, verb: RelinkFact['verb'], thread: string): RelinkFact {
  return {
    kind: 'relink',
    at: day(when),
    id: `${when}.${by}.${verb}`,
    by: person(by),
    cause: 'command',
    verb,
    text: `${verb} ${thread}`,
    lists: [],
  }
}

/** A later mail, or the page when nobody is named, brings a thread to the entry or takes it away. */
export function retold(
  when: string,
  by: string | null,
  verb: RelinkFact['verb'],
  source: string,
): RelinkFact {
  const cause = by === null ? 'page' : 'mail'
  const who = by === null ? null : person(by)
  return {
    kind: 'relink',
    at: day(when),
    id: source,
    by: who,
    cause,
    verb,
    text: 'the subject',
    lists: [LIST],
  }
}

export const mentor = (name: string): Contact => ({ name, email: person(name).address, role: 'mentor' })
export const student = (name: string): Contact => ({ name, email: null, role: 'student' })

/** A revision of the page. */
export function page(when: string, more: Partial<Omit<CatalogueFact, 'kind' | 'at'>> = {}): CatalogueFact {
  return {
    kind: 'catalogue',
    at: day(when),
    revision: when,
    page: 'Projects',
    line: 10,
    state: 'proposed',
    retired: false,
    contacts: [mentor('Mia')],
    interested: [],
    verified: day(when),
    inserted: day(when),
    gsoc: 'yes',
    ...more,
  }
}

/** A commit of patch n of m. */
export function commit(
  when: string,
  author: string,
  more: Partial<Omit<CommitFact, 'kind' | 'at' | 'author'>> = {},
): CommitFact {
  return {
    kind: 'commit',
    at: day(when),
    repository: 'widgets',
    commit: `c0ffee-${when}-${more.n ?? 1}`,
    subject: 'usb: backend for guests',
    author: person(author),
    message: null,
    tie: 'message-id',
    series: 'usb for guests',
    version: 1,
    n: 1,
    m: 1,
    release: null,
    releasedAt: null,
    ...more,
  }
}

/** The standing at a day's end. */
export function standAt(
  facts: readonly StandingFact[],
  when: string,
  policy: StandingPolicy = POLICY,
): Standing {
  return computeStanding(ENTRY, facts, policy, day(`${when.slice(0, 10)} 23:59`))
}

/** History in one line an event: `2014-03-01 claimed Ann`. */
export function told(standing: Standing): string[] {
  return standing.history.map((event) =>
    [isoDay(event.at), event.code, event.who?.name, event.who ? null : event.to].filter(Boolean).join(' '),
  )
}

/** Claims in one word each: `Ann active`. */
export function claims(standing: Standing): string[] {
  return standing.claims.map((claim) => `${claim.who.name} ${claim.state}`)
}
