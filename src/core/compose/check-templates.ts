// Looks at the operator's templates before a mail needs them: each is filled with made-up books, full and empty.
// Out come the refusals, at most one a file, each with its line; none when every mail can be written.
import { type CatalogueEntry, EMPTY_ENTRY } from '../model/entry.ts'
import { entryId, listId, messageId } from '../model/ids.ts'
import type { MailingList } from '../model/list.ts'
import type { Person } from '../model/person.ts'
import type { Evidence, HistoryCode, Standing } from '../model/standing.ts'
import { DAY } from '../model/time.ts'
import { type AnswerPart, answerCommand, answerRefusal } from './answer-parts.ts'
import type { BookEntry } from './book-entry.ts'
import { NOTICE_TEMPLATES, noticeRefusals } from './check-notices.ts'
import { composeAnswer } from './compose-answer.ts'
import { composeDigest } from './compose-digest.ts'
import { PUBLIC_CODES, type TaggedThread } from './digest-rows.ts'
import { weekOf } from './digest-week.ts'
import type { TemplateRefusal, Templates } from './render-template.ts'
import { TRIAL_TEMPLATE, trialRefusals } from './trial-page.ts'

/** Every template there has to be. */
export const TEMPLATE_FILES = [
  'answer.text.eta',
  'answer-help.text.eta',
  'answer-history.text.eta',
  'answer-list.text.eta',
  'answer-no-entry.text.eta',
  'answer-overview.text.eta',
  'answer-person.text.eta',
  'answer-refusal.text.eta',
  'answer-status.text.eta',
  'answer-which-entry.text.eta',
  'change.text.eta',
  'digest.html.eta',
  'digest.subject.eta',
  'digest.text.eta',
  ...NOTICE_TEMPLATES,
  TRIAL_TEMPLATE,
]

export function checkTemplates(templates: Templates): TemplateRefusal[] {
  const missing = TEMPLATE_FILES.filter((file) => !Object.hasOwn(templates, file))
  if (missing.length > 0) return missing.map((file) => ({ file, line: 0, text: 'the template is missing' }))
  const refusals = [
    ...digestRefusals(templates),
    ...answerRefusals(templates),
    ...noticeRefusals(templates, frame, sampleBooks(), [list], AT),
    ...trialRefusals(templates),
  ]
  return [...new Map(refusals.map((refusal) => [refusal.file, refusal])).values()]
}

const AT = Date.UTC(2026, 10, 18)
const person: Person = { name: 'Ada Example', address: 'ada@example.org' }
const list: MailingList = {
  id: listId('devel'),
  listIds: [],
  addresses: ['devel@lists.example.org'],
  archive: 'https://lists.example.org/{message_id}',
  subjectPrefixes: [],
}
const frame = {
  community: 'Example',
  bot: { name: 'Dibs', address: 'dibs@example.org' },
  operator: 'operator@example.org',
}

function digestRefusals(templates: Templates): TemplateRefusal[] {
  const week = weekOf(AT, 'Etc/UTC')
  const full = { entries: sampleBooks(), tagged: sampleThreads() }
  const cases = [full, { entries: [], tagged: [] }, { ...full, entries: full.entries.slice(0, 1) }]
  return cases.flatMap((one) => {
    const made = composeDigest({ list, lists: [list], week, waitingWeeks: 1, ...one }, frame, templates)
    return made.ok ? [] : [made.refusal]
  })
}

function answerRefusals(templates: Templates): TemplateRefusal[] {
  const entries = sampleBooks()
  const books = { entries, lists: [list], zone: 'Etc/UTC', threadEntry: null, asker: person }
  const ask = (
    verb: 'help' | 'status' | 'history' | 'list' | 'mine' | 'claim',
    argument: string,
  ): AnswerPart => answerCommand({ verb, argument, line: `${verb} ${argument}` }, books)
  const asked = [
    ...entries.map(({ entry }) => ask('status', entry.id)),
    ask('history', 'project-0'),
    ...['help', 'mine', 'claim', 'list', 'status'].map((verb) => ask(verb as 'help', '')),
    ask('list', 'free'),
    ask('list', 'difficulty=none'),
    ask('list', 'nonsense'),
    ask('status', 'project'),
    ask('status', 'projekt'),
    ask('status', 'nobody@example.org'),
    ask('history', ''),
    ...['unknown-command', 'missing-entry', 'other'].map((code) =>
      answerRefusal({ line: 'stats x', code, text: 'words' }),
    ),
  ]
  const lists = [{ id: 'devel', address: 'devel@lists.example.org' }]
  const said = asked.map((part) =>
    composeAnswer([part], { ...frame, leftOut: 0, lastToday: false, lists }, templates),
  )
  const last = composeAnswer([], { ...frame, leftOut: 2, lastToday: true, lists }, templates)
  return [...said, last].flatMap((one) => (one.ok ? [] : [one.refusal]))
}

/** One entry for each status and each public change, and enough of them that sections overflow. */
function sampleBooks(): BookEntry[] {
  const statuses = ['claimed', 'in-review', 'interest', 'stalled', 'done', 'retired', 'open', 'open'] as const
  const codes = [...PUBLIC_CODES]
  return Array.from({ length: Math.max(codes.length, 24) }, (_, at) => {
    const status = statuses[at % statuses.length] ?? 'open'
    const standing = sampleStanding(at, status, codes[at % codes.length] ?? 'claimed')
    return { entry: sampleEntry(at), standing, free: status === 'open' && at % 2 === 0, home: list.id }
  })
}

function sampleStanding(at: number, status: Standing['status'], code: HistoryCode): Standing {
  const evidence: Evidence = {
    text: 'I have it.',
    source: `${at}@example.org`,
    kind: 'mail',
    at: AT,
    lists: [list.id],
  }
  const states = [
    'active',
    'in-review',
    'interested',
    'stalled',
    'waiting',
    'done',
    'released',
    'faded',
  ] as const
  const claim = {
    who: person,
    state: states[at % states.length] ?? 'active',
    since: AT,
    lastActivity: AT + DAY,
    ball: 'claimant' as const,
    ballSince: AT,
    reminderAt: null,
    stalledAt: null,
    position: null,
    evidence,
    first: evidence,
    observations: [],
    snoozedUntil: null,
    version: null,
  }
  const event = {
    at: AT,
    code,
    who: at % 3 === 0 ? null : person,
    from: null,
    to: null,
    evidence,
    relinkedBy: null,
  }
  const mail = {
    message: messageId(`q${at}@example.org`),
    thread: messageId(`q${at}@example.org`),
    subject: 'A question',
  }
  return {
    entry: entryId(`project-${at}`),
    at: AT,
    status,
    statusSince: AT,
    state: null,
    gsoc: 'yes',
    claims: status === 'open' ? [] : [claim],
    history: [event],
    chain: [],
    lastTried: status === 'open' ? { who: person, at: AT, evidence } : null,
    waiting: [{ ...mail, who: person, since: AT, newcomer: at % 2 === 0, lists: [list.id] }],
    hearsay: [],
    contradictions: [],
    unavailable: at % 2 === 1 ? evidence : null,
    taggedThread: at % 4 === 3 ? mail.thread : null,
    verified: null,
    unverified: false,
    release: status === 'done' ? 'v1.0' : null,
  }
}

function sampleEntry(at: number): CatalogueEntry {
  return {
    ...EMPTY_ENTRY,
    id: entryId(`project-${at}`),
    title: `Project ${at}`,
    gsoc: { value: 'yes', note: null },
    difficulty: { raw: null, level: at % 2 === 0 ? 'easy' : null },
    state: null,
    contacts: [{ name: 'Bo Example', email: null, role: 'mentor' }],
    urls: at % 2 === 0 ? ['https://wiki.example.org/x'] : [],
    source: { page: 'sample', line: 1, revision: null },
  }
}

function sampleThreads(): TaggedThread[] {
  return [0, 1, 2, 3, 4, 5].map((at) => ({
    thread: messageId(`t${at}@example.org`),
    message: messageId(`t${at}@example.org`),
    subject: '[GSoC 2027] Hello',
    tag: { programme: at % 2 === 0 ? 'gsoc' : 'outreachy', year: at % 2 === 0 ? 2027 : null },
    starter: person,
    lastAt: AT,
    lists: [list.id],
    entry: at % 2 === 0 ? entryId('project-0') : null,
  }))
}
