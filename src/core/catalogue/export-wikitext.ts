// A catalogue as wikitext with the project template, which the wiki can take and `readWikitext` reads back. With standings
// each entry also says what the lists show.
import type { Catalogue, CatalogueEntry, Contact, EntryState, RawDate, Review } from '../model/entry.ts'
import type { Evidence, Standing } from '../model/standing.ts'
import { sectionsOf } from './export-sections.ts'
import { markdownToWikitext } from './markdown-to-wikitext.ts'
import { statusOnPage } from './status-on-page.ts'
import { wikiTime } from './wiki-time.ts'

export interface WikitextStatus {
  readonly standings: readonly Standing[]
  /** Archive page of the mail behind a statement, null when there is none. */
  readonly link: (evidence: Evidence) => string | null
}

/** Headings for the states; read back, each gives its state again. */
export const WIKI_HEADINGS: Readonly<Record<EntryState, string>> = {
  reviewed: 'List of peer reviewed Projects',
  'needs-work': 'List of projects that need more work',
  proposed: 'List of projects',
  accepted: 'Projects that were accepted',
  archived: 'Archive',
}

/** One page: a heading a state, below it one a section, below that the entries. */
export function exportWikitext(catalogue: Catalogue, status: WikitextStatus | null): string {
  const standings = new Map(status?.standings.map((standing) => [standing.entry, standing]))
  const parts: string[] = []
  for (const state of Object.keys(WIKI_HEADINGS) as EntryState[]) {
    const entries = catalogue.entries.filter((entry) => (entry.state ?? 'proposed') === state)
    if (entries.length === 0) continue
    parts.push(`== ${WIKI_HEADINGS[state]} ==`)
    for (const section of sectionsOf(entries)) {
      if (section !== null && section !== WIKI_HEADINGS[state]) parts.push(`=== ${oneLine(section)} ===`)
      for (const entry of entries.filter((each) => each.section === section)) {
        const standing = standings.get(entry.id)
        parts.push(templateOf(standing && status ? statusOnPage(entry, standing, status.link) : entry))
      }
    }
  }
  return `${parts.join('\n\n')}\n`
}

function templateOf(entry: CatalogueEntry): string {
  const lines = ['{{project', `|Project=${oneLine(entry.title)}`]
  const give = (name: string, value: string | null) => {
    if (value !== null) lines.push(`|${name}=${value}`)
  }
  if (entry.complete) {
    give('Date', rawDate(entry.inserted))
    give('Verified', rawDate(entry.verified))
    give('Difficulty', entry.difficulty.default ? null : entry.difficulty.raw)
    give('Contact', entry.contacts.length > 0 ? contactField(entry.contacts) : null)
    give('Skills', entry.defaults?.includes('skills') ? null : wikitext(entry.skills))
    give('GSoC', gsocField(entry))
    give('Desc', wikitext(entry.description))
    give('Outcomes', entry.defaults?.includes('outcomes') ? null : wikitext(entry.outcomes))
    if (entry.reviews.length > 0)
      give('Review', ['(delete as addressed)', ...entry.reviews.map(reviewLine)].join('\n'))
  }
  for (const [name, value] of Object.entries(entry.extra))
    if (/^[A-Za-z][A-Za-z0-9 _-]{0,40}$/.test(name)) give(name, value)
  return [...lines, '}}'].join('\n')
}

function oneLine(text: string): string {
  return markdownToWikitext(text.replace(/\s+/g, ' ')).trim()
}

function wikitext(text: string | null): string | null {
  if (text === null) return null
  const converted = markdownToWikitext(text)
  return /^[*#<]/.test(converted) ? `\n${converted}` : converted
}

function rawDate(date: RawDate): string | null {
  return date.default ? null : date.raw
}

function gsocField(entry: CatalogueEntry): string | null {
  if (entry.gsoc.default) return null
  if (entry.gsoc.raw !== undefined) return entry.gsoc.raw
  const { value, note } = entry.gsoc
  const words = { yes: 'Yes', no: 'No', unknown: null, conditional: 'Yes', not_applicable: 'N/A' }[value]
  return words === null ? note : note ? `${words}, ${note}` : words
}

/** `Name <address>` for contacts, `Mentor: …, Student: …` where roles are known. */
function contactField(people: readonly Contact[]): string {
  const labels = {
    contact: people.some((person) => person.role !== 'contact') ? 'Contact: ' : '',
    mentor: 'Mentor: ',
    student: 'Student: ',
  }
  return people
    .map(
      (person) =>
        `${labels[person.role]}${person.name}${person.email ? (person.name ? ` <${person.email}>` : person.email) : ''}`,
    )
    .join(', ')
}

function reviewLine(review: Review): string {
  const sign = review.kind === 'vote' ? 'Vote' : 'Comment'
  const who =
    review.date === null ? '~~~~:' : `[[User:${review.author}|${review.author}]] ${wikiTime(review.date)}:`
  return `* {{${sign}|${who}}} ${markdownToWikitext(review.text.replace(/\s*\n\s*/g, ' '))}`
}
