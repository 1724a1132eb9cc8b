// Each command of a mail to what should be said about it, as data: which words are used is the templates' affair.
// Asking verbs are answered; everything that would change something is refused until its sender can be authenticated.
import { ASKING_VERBS, COMMAND_VERBS, type CommandRefusal, type MailCommand } from '../model/command.ts'
import type { EntryId } from '../model/ids.ts'
import type { MailingList } from '../model/list.ts'
import { type Person, personKey } from '../model/person.ts'
import type { Claim, HistoryEvent } from '../model/standing.ts'
import { mailLink, pageLink } from './archive-link.ts'
import { type BookEntry, difficultyWord, personLabel } from './book-entry.ts'
import { cleanLine, quoteSentence } from './clean-text.ts'
import { didYouMean } from './did-you-mean.ts'
import { dayInWords } from './digest-week.ts'
import { findEntry } from './find-entry.ts'
import { passesFilters, readFilters } from './list-filters.ts'

/** What the answers are drawn from. */
export interface Books {
  readonly entries: readonly BookEntry[]
  readonly lists: readonly MailingList[]
  readonly zone: string
  /** The entry of the thread the question was asked in, when ENTRY is left out. */
  readonly threadEntry: EntryId | null
  readonly asker: Person
}

/** One command's answer: the template of the same name (`answer-status.text.eta`) says it. */
export interface AnswerPart {
  readonly kind:
    | 'help'
    | 'status'
    | 'history'
    | 'list'
    | 'person'
    | 'overview'
    | 'which-entry'
    | 'no-entry'
    | 'refusal'
  /** The line that was asked, to quote it. */
  readonly line: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Rows of a list that one answer shows. */
const LIST_ROWS = 40
const HISTORY_ROWS = 20

export function answerCommand(command: MailCommand, books: Books): AnswerPart {
  const { verb } = command
  const part = (kind: AnswerPart['kind'], data: AnswerPart['data'] = {}): AnswerPart => ({
    kind,
    line: command.line,
    data,
  })
  if (!ASKING_VERBS.includes(verb)) return part('refusal', { code: 'changes-not-taken', verb })
  const asked = cleanLine(command.argument, 200)
  if (verb === 'help') return part('help')
  if (verb === 'mine') return part('person', personData(books.asker, books))
  if (verb === 'list') {
    // `free` alone is read as `list`: then it is the filter, too.
    const filters = /^(?:#dibs\b[:,]?\s*)?free\b/i.test(command.line.trim()) ? `free ${asked}`.trim() : asked
    const read = readFilters(filters)
    return read.ok
      ? part('list', listData(filters, read.filters, books))
      : part('refusal', { code: 'unknown-filter', text: read.text })
  }
  if (!asked && !books.threadEntry)
    return verb === 'status'
      ? part('overview', overviewData(books))
      : part('refusal', { code: 'missing-entry', verb })
  if (verb === 'status' && /^\S+@\S+$/.test(asked))
    return part('person', personData({ name: '', address: asked.replace(/^<|>$/g, '').toLowerCase() }, books))
  const found = asked
    ? findEntry(
        asked,
        books.entries.map((one) => one.entry),
      )
    : findEntry(
        books.threadEntry ?? '',
        books.entries.map((one) => one.entry),
      )
  if (found.found === 'one') {
    const one = books.entries.find(({ entry }) => entry.id === found.entry.id)
    if (one) return part(verb === 'history' ? 'history' : 'status', statusData(one, books))
  }
  const candidates = found.found === 'one' ? [] : found.candidates
  return part(found.found === 'several' ? 'which-entry' : 'no-entry', {
    asked,
    verb,
    candidates: candidates.map((entry) => ({ entry: entry.id, title: cleanLine(entry.title, 66) })),
  })
}

/** A line that could not be read as a command. */
export function answerRefusal(refusal: CommandRefusal): AnswerPart {
  const word =
    refusal.line
      .trim()
      .replace(/^#?dibs[:,]?\s+/i, '')
      .split(/\s+/)[0] ?? ''
  return {
    kind: 'refusal',
    line: refusal.line,
    data: {
      code: refusal.code,
      verb: word,
      text: cleanLine(refusal.text, 300),
      meant: didYouMean(word, COMMAND_VERBS),
    },
  }
}

function statusData({ entry, standing, free }: BookEntry, books: Books): Record<string, unknown> {
  const history = standing.history.slice(-HISTORY_ROWS)
  return {
    entry: entry.id,
    title: cleanLine(entry.title, 100),
    status: standing.status,
    state: standing.state,
    free,
    page: pageLink(entry),
    contacts: entry.contacts
      .filter((contact) => contact.role !== 'student')
      .slice(0, 5)
      .map((contact) => personLabel({ name: contact.name, address: contact.email ?? '' })),
    claims: standing.claims.slice(0, 10).map((claim) => claimData(claim, books)),
    lastTried: standing.lastTried
      ? {
          who: personLabel(standing.lastTried.who),
          day: dayInWords(standing.lastTried.at, books.zone),
          link: mailLink(standing.lastTried.evidence.source, standing.lastTried.evidence.lists, books.lists),
        }
      : null,
    unavailable: standing.unavailable
      ? {
          sentence: quoteSentence(standing.unavailable.text),
          link: mailLink(standing.unavailable.source, standing.unavailable.lists, books.lists),
        }
      : null,
    tagged:
      standing.status === 'open' && standing.taggedThread && books.lists[0]
        ? mailLink(standing.taggedThread, [books.lists[0].id], books.lists)
        : null,
    release: standing.release ? cleanLine(standing.release, 60) : null,
    history: history.map((event) => eventData(event, books)),
    earlier: standing.history.length - history.length,
  }
}

function claimData(claim: Claim, books: Books): Record<string, unknown> {
  const { evidence } = claim
  return {
    who: personLabel(claim.who),
    state: claim.state,
    since: dayInWords(claim.since, books.zone),
    last: dayInWords(claim.lastActivity, books.zone),
    position: claim.position,
    sentence: evidence.text ? quoteSentence(evidence.text) : null,
    link: evidence.kind === 'mail' ? mailLink(evidence.source, evidence.lists, books.lists) : null,
    source: evidence.kind === 'mail' ? null : cleanLine(evidence.source, 120),
  }
}

function eventData(event: HistoryEvent, books: Books): Record<string, unknown> {
  const { evidence } = event
  return {
    day: dayInWords(event.at, books.zone),
    code: event.code,
    who: event.who ? personLabel(event.who) : null,
    link: evidence?.kind === 'mail' ? mailLink(evidence.source, evidence.lists, books.lists) : null,
  }
}

function listData(
  asked: string,
  filters: Parameters<typeof passesFilters>[0],
  books: Books,
): Record<string, unknown> {
  const fitting = books.entries.filter((one) => passesFilters(filters, one))
  const rows = fitting.slice(0, LIST_ROWS).map((one) => rowData(one))
  return {
    filters: asked,
    all: fitting.length,
    of: books.entries.length,
    more: fitting.length - rows.length,
    rows,
  }
}

function rowData({ entry, standing, free }: BookEntry): Record<string, unknown> {
  const holder = standing.claims[0]
  return {
    entry: entry.id,
    title: cleanLine(entry.title, 66),
    status: standing.status,
    free,
    who: holder && standing.status !== 'open' ? personLabel(holder.who) : null,
    difficulty: difficultyWord(entry),
  }
}

function personData(person: Person, books: Books): Record<string, unknown> {
  const key = personKey(person)
  const rows = books.entries.flatMap(({ entry, standing }) =>
    standing.claims
      .filter((claim) => personKey(claim.who) === key)
      .map((claim) => ({ ...claimData(claim, books), entry: entry.id, title: cleanLine(entry.title, 66) })),
  )
  return {
    who: personLabel(person),
    all: rows.length,
    rows: rows.slice(0, LIST_ROWS),
    more: Math.max(0, rows.length - LIST_ROWS),
  }
}

function overviewData(books: Books): Record<string, unknown> {
  const statuses = ['open', 'interest', 'claimed', 'in-review', 'stalled', 'done', 'retired'] as const
  const counts = statuses.map((status) => ({
    status,
    count: books.entries.filter(({ standing }) => standing.status === status).length,
  }))
  const taken = books.entries.filter(({ standing }) =>
    ['claimed', 'in-review', 'interest'].includes(standing.status),
  )
  return {
    all: books.entries.length,
    counts: counts.filter((one) => one.count > 0),
    rows: taken.slice(0, LIST_ROWS).map((one) => rowData(one)),
    more: Math.max(0, taken.length - LIST_ROWS),
  }
}
