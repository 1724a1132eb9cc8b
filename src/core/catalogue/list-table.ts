// A page's table of sub-projects and their mailing lists, and the row a heading maps to.
import type { ListRow } from './page-record.ts'

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/

/** Whether a table's header row (cells joined) is that of the sub-project table. */
export function isListTableHeader(header: string): boolean {
  return /\bsub-?projects?\b|^\s*(?:project|team)\b/i.test(header) && /\bmailing lists?\b/i.test(header)
}

/** A row of the table, its cells joined by blanks (the text form lost their borders); null when it names no list. */
export function listRow(text: string): ListRow | null {
  const match = ADDRESS.exec(text.slice(0, 2000))
  if (!match) return null
  const project = text
    .slice(0, match.index)
    .replace(/\bstart with\s*$/i, '')
    .trim()
  return project === '' ? null : { project, list: match[0].toLowerCase() }
}

/** The list of the innermost heading that maps to a row by name, not letter for letter; null when none does. */
export function listOfSection(section: readonly string[], rows: readonly ListRow[]): string | null {
  for (const heading of section.toReversed()) {
    const name = squash(heading)
    const row = rows
      .map((each) => ({ list: each.list, name: squash(each.project) }))
      .filter((each) => matches(name, each.name))
      .sort((a, b) => b.name.length - a.name.length)[0]
    if (row) return row.list
  }
  return null
}

function matches(heading: string, project: string): boolean {
  if (heading.length < 3 || project.length < 3) return false
  return heading.startsWith(project) || project.startsWith(heading)
}

function squash(name: string): string {
  return name
    .replace(/\([^()]*\)/g, ' ')
    .toLowerCase()
    .replace(/^\s*the\b|\btoolstack\b|\bprojects?\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
