// A catalogue as a table for a spreadsheet (RFC 4180): one row an entry, lists joined by "; ". It is not read back.
import type { Catalogue, CatalogueEntry } from '../model/entry.ts'

const COLUMNS: readonly (readonly [string, (entry: CatalogueEntry) => string | null])[] = [
  ['id', (entry) => entry.id],
  ['title', (entry) => entry.title],
  ['section', (entry) => entry.section],
  ['state', (entry) => entry.state],
  ['list', (entry) => entry.list],
  ['irc', (entry) => entry.irc],
  ['gsoc', (entry) => entry.gsoc.value],
  ['gsoc_note', (entry) => entry.gsoc.note],
  ['inserted', (entry) => entry.inserted.iso ?? entry.inserted.raw],
  ['verified', (entry) => (entry.verified.default ? null : (entry.verified.iso ?? entry.verified.raw))],
  ['difficulty', (entry) => (entry.difficulty.default ? null : entry.difficulty.raw)],
  ['difficulty_level', (entry) => entry.difficulty.level],
  ['skills', (entry) => entry.skills],
  [
    'contacts',
    (entry) =>
      entry.contacts
        .map((person) => `${person.role}: ${person.name}${person.email ? ` <${person.email}>` : ''}`)
        .join('; '),
  ],
  ['description', (entry) => entry.description],
  ['outcomes', (entry) => entry.outcomes],
  ['aliases', (entry) => entry.aliases.join('; ')],
  ['keywords', (entry) => entry.keywords.join('; ')],
  ['urls', (entry) => entry.urls.join('; ')],
  ['anchors', (entry) => entry.anchors.join('; ')],
  ['page', (entry) => `${entry.source.page}:${entry.source.line}`],
]

/** The table with a header row and CRLF line ends. */
export function exportCsv(catalogue: Catalogue): string {
  const rows = catalogue.entries.map((entry) =>
    COLUMNS.map(([, value]) => cell(value(entry) ?? '')).join(','),
  )
  return [COLUMNS.map(([name]) => name).join(','), ...rows, ''].join('\r\n')
}

/** A cell that a spreadsheet would take for a formula gets a leading apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
