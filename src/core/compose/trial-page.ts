// The page of `dibs trial`: every row the digests would have held, to tick the wrong ones. In: rows and templates. Out: one
// self-contained HTML page that counts the precision while one reads, or a refusal when the template is broken.
import type { EntryId, MessageId } from '../model/ids.ts'
import { type Instant, isoDay } from '../model/time.ts'
import { cleanLine } from './clean-text.ts'
import { renderTemplate, type TemplateRefusal, type Templates } from './render-template.ts'

/** One line of a past digest: somebody claimed an entry or showed interest in it. */
export interface TrialRow {
  readonly at: Instant
  /** ISO week of the digest, `2026-W47`. */
  readonly week: string
  readonly code: 'claimed' | 'interested'
  readonly who: string
  readonly entry: EntryId
  readonly title: string
  readonly sentence: string
  readonly subject: string
  readonly message: MessageId
  /** Page of the mail in the list's archive; null when the list has none. */
  readonly link: string | null
  /** The signal's score, what `detection.threshold` is compared with. */
  readonly score: number
}

export interface TrialFrame {
  /** What was read, for people: file names. */
  readonly source: string
  readonly mails: number
  readonly from: Instant
  readonly to: Instant
  readonly threshold: number
}

export type ComposedTrial =
  | { readonly ok: true; readonly html: string }
  | { readonly ok: false; readonly refusal: TemplateRefusal }

export const TRIAL_TEMPLATE = 'trial.html.eta'

const WORDS = { claimed: 'claims', interested: 'is interested in' } as const

/** Rows oldest first, under their weeks. */
export function composeTrialPage(
  rows: readonly TrialRow[],
  frame: TrialFrame,
  templates: Templates,
): ComposedTrial {
  const weeks = new Map<string, object[]>()
  for (const row of [...rows].sort(inOrder)) weeks.set(row.week, [...(weeks.get(row.week) ?? []), shown(row)])
  const rendered = renderTemplate(templates, TRIAL_TEMPLATE, {
    source: cleanLine(frame.source, 200),
    mails: frame.mails,
    from: isoDay(frame.from),
    to: isoDay(frame.to),
    threshold: frame.threshold,
    rows: rows.length,
    weeks: [...weeks].map(([week, rows]) => ({ week, rows })),
  })
  return rendered.ok ? { ok: true, html: rendered.text } : rendered
}

/** What a link may be: printable ASCII of the web. */
const PLAIN_LINK = /^https?:\/\/[!-~]+$/

function shown(row: TrialRow): object {
  return {
    key: cleanLine(`${row.message} ${row.entry} ${row.code}`),
    day: isoDay(row.at),
    who: cleanLine(row.who, 80),
    says: WORDS[row.code],
    title: cleanLine(row.title, 120),
    sentence: cleanLine(row.sentence, 600),
    subject: cleanLine(row.subject, 160),
    message: cleanLine(row.message, 300),
    link: row.link !== null && PLAIN_LINK.test(row.link) ? row.link : null,
    // Cut, not rounded: set as threshold, the printed score keeps the row.
    score: (Math.floor(row.score * 100) / 100).toFixed(2),
  }
}

function inOrder(a: TrialRow, b: TrialRow): number {
  const [left, right] = [`${a.message} ${a.entry}`, `${b.message} ${b.entry}`]
  return a.at - b.at || (left < right ? -1 : left > right ? 1 : 0)
}

/** What is wrong with the page's template, found by filling it once; empty when nothing is. */
export function trialRefusals(templates: Templates): TemplateRefusal[] {
  const row: TrialRow = {
    at: 0,
    week: '1970-W01',
    code: 'claimed',
    who: 'Ada Example',
    entry: 'project' as EntryId,
    title: 'A project',
    sentence: 'I am working on this.',
    subject: 'A project',
    message: 'a@example.org' as MessageId,
    link: null,
    score: 0.9,
  }
  const frame: TrialFrame = { source: 'archive', mails: 1, from: 0, to: 0, threshold: 0.5 }
  for (const rows of [[row, { ...row, link: 'https://lists.example.org/a' }], []]) {
    const made = composeTrialPage(rows, frame, templates)
    if (!made.ok) return [made.refusal]
  }
  return []
}
