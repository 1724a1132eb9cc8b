// A catalogue as a Markdown list of ideas with labelled lines, which `readMarkdownList` reads back.

import type { Catalogue, CatalogueEntry, ContactRole, EntryState } from '../model/entry.ts'
import { sectionsOf } from './export-sections.ts'
import { labelOf } from './markdown-list.ts'
import { wikiTime } from './wiki-time.ts'

/** Headings for the states; read back, each gives its state again. */
export const MARKDOWN_HEADINGS: Readonly<Record<EntryState, string>> = {
  reviewed: 'Peer reviewed projects',
  'needs-work': 'Projects that need more work',
  proposed: 'Projects',
  accepted: 'Accepted projects',
  archived: 'Archive',
}
const ROLE_LABELS: Readonly<Record<ContactRole, string>> = {
  contact: 'Contact',
  mentor: 'Mentors',
  student: 'Student',
}

/** One page: a heading a state, below it one a section, below that one an entry. */
export function exportMarkdown(catalogue: Catalogue): string {
  const parts: string[] = []
  for (const state of Object.keys(MARKDOWN_HEADINGS) as EntryState[]) {
    const entries = catalogue.entries.filter((entry) => (entry.state ?? 'proposed') === state)
    if (entries.length === 0) continue
    parts.push(`# ${MARKDOWN_HEADINGS[state]}`)
    for (const section of sectionsOf(entries)) {
      if (section !== null && section !== MARKDOWN_HEADINGS[state]) parts.push(`## ${line(section)}`)
      for (const entry of entries.filter((each) => each.section === section)) parts.push(entryText(entry))
    }
  }
  return `${parts.join('\n\n')}\n`
}

function entryText(entry: CatalogueEntry): string {
  const labels: string[] = []
  const give = (label: string, value: string | null) => {
    if (value !== null && value !== '') labels.push(`_${label}_: ${lines(value)}`)
  }
  give('Date of insert', entry.inserted.default ? null : entry.inserted.raw)
  give('Verified', entry.verified.default ? null : entry.verified.raw)
  give('Difficulty', entry.difficulty.default ? null : entry.difficulty.raw)
  give(
    'GSoC',
    entry.gsoc.default
      ? null
      : (entry.gsoc.raw ?? (entry.gsoc.value === 'unknown' ? null : entry.gsoc.value)),
  )
  give('Skills', entry.defaults?.includes('skills') ? null : entry.skills)
  give('Mailing list', entry.defaults?.includes('list') ? null : entry.list)
  give('IRC', entry.defaults?.includes('irc') ? null : entry.irc)
  for (const role of ['contact', 'mentor', 'student'] as const) {
    const people = entry.contacts.filter((person) => person.role === role)
    give(
      ROLE_LABELS[role],
      people.map((person) => `${person.name}${person.email ? ` <${person.email}>` : ''}`.trim()).join(', ') ||
        null,
    )
  }
  const outcomes = entry.defaults?.includes('outcomes') ? null : entry.outcomes
  const reviews = entry.reviews.map(
    (review) =>
      `- ${review.date === null ? '~~~~:' : `${review.author} ${wikiTime(review.date)}:`} ${line(review.text)}`,
  )
  const parts = [`### ${line(entry.title)}`, escapeText(entry.description ?? ''), labels.join('\n\n')]
  if (outcomes) parts.push(`_Outcomes_: ${lines(outcomes)}`)
  if (reviews.length > 0) parts.push(`_Peer Review Comments_:\n\n${reviews.join('\n')}`)
  return parts.filter((part) => part !== '').join('\n\n')
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Several lines without a blank one between them: what follows a blank line is no longer the label's. */
function lines(text: string): string {
  const [first = '', ...rest] = escapeText(text.trim()).split(/\n+/)
  return [first, ...rest.filter((each) => each.trim() !== '')].join('\n')
}

/** Outside of code a line that would be read as a heading or a label is written so that it only looks like one. */
function escapeText(text: string): string {
  let code = false
  return text
    .split('\n')
    .map((each) => {
      if (/^\s{0,3}(?:```|~~~)/.test(each)) code = !code
      if (code) return each
      if (/^#{1,6}\s/.test(each)) return `\\${each}`
      return labelOf(each) === null ? each : each.replace(':', '&#58;')
    })
    .join('\n')
}
