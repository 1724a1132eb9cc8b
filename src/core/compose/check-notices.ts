// Fills the templates of private notices with made-up cases, for `dibs templates check`: every kind, every hint, with and
// without a sentence, one thing in a mail and several. Out come the refusals.
import { DUE_KINDS, type DueMail } from '../model/due-mail.ts'
import type { MailingList } from '../model/list.ts'
import type { StandingPolicy } from '../model/policy.ts'
import { type Evidence, OBSERVATIONS } from '../model/standing.ts'
import type { Instant } from '../model/time.ts'
import type { BookEntry } from './book-entry.ts'
import { composeNotice, type NoticeFrame } from './compose-notice.ts'
import { type NoticeInput, noticeRows } from './notice-rows.ts'
import type { TemplateRefusal, Templates } from './render-template.ts'

/** The templates of notices. */
export const NOTICE_TEMPLATES = [
  'notice.subject.eta',
  'notice.text.eta',
  ...DUE_KINDS.map((kind) => `notice-${kind}.text.eta`),
]

/** One refusal a case that cannot be worded. `books` hold entries of every status, `lists` the entries' own first. */
export function noticeRefusals(
  templates: Templates,
  frame: Omit<NoticeFrame, 'to'>,
  books: readonly BookEntry[],
  lists: readonly MailingList[],
  at: Instant,
): TemplateRefusal[] {
  const cases = books.flatMap((book) => DUE_KINDS.map((kind) => sampleInputs(book, kind, at)))
  return [...cases, cases.flat().slice(0, 12)].flatMap((inputs, nth) => {
    const rows = noticeRows(inputs, lists, 'Etc/UTC', at)
    const to = nth % 2 === 0 ? 'Ada Example' : ''
    const made = composeNotice(rows, { ...frame, to }, templates)
    return made.ok ? [] : [made.refusal]
  })
}

const POLICY: StandingPolicy = {
  reminderWeeks: 6,
  graceWeeks: 2,
  waitingWeeks: 1,
  interestWeeks: 26,
  stalledWeeks: 52,
  tagWeeks: 26,
  autoRelease: false,
  capacity: 1,
  threshold: 0.5,
  unverifiedMonths: 18,
  maintainers: [],
  list: null,
  programmes: [],
}

const KINDS: readonly Evidence['kind'][] = ['mail', 'catalogue', 'command']

function sampleInputs(book: BookEntry, kind: DueMail['kind'], at: Instant): NoticeInput[] {
  const { entry, standing, home } = book
  const claim = standing.claims[0]
  const who = claim?.who ?? { name: '', address: 'ada@example.org' }
  return KINDS.flatMap((evidenceKind, nth) => {
    const evidence: Evidence = {
      text: nth === 0 ? 'I have it.' : '',
      source: 'q@example.org',
      kind: evidenceKind,
      at,
      lists: home === null ? [] : [home],
    }
    const due = { kind, entry: entry.id, to: who, about: who, at, since: at, key: `${nth}`, evidence }
    const policy = { ...POLICY, autoRelease: nth === 1 }
    const author = nth === 0 ? who : null
    const input = { entry, standing, policy, home, author, words: null }
    if (kind !== 'hint') return [{ ...input, due }]
    return OBSERVATIONS.map((observation) => ({ ...input, due: { ...due, observation } }))
  })
}
