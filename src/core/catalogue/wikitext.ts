// MediaWiki wikitext to records: every call of a project template under its headings; without one, headings with labelled
// parts as the QEMU wiki has them.
import { lineCounter } from './line-counter.ts'
import { isListTableHeader, listRow } from './list-table.ts'
import {
  type FieldLine,
  type FieldName,
  type ListRow,
  MOST_RECORDS,
  type PageReading,
  type PageRecord,
} from './page-record.ts'
import { readWikiHeadings } from './wiki-headings.ts'
import { wikitextToMarkdown, wikitextToPlain } from './wikitext-markdown.ts'
import {
  blankComments,
  hideNowiki,
  matchBraces,
  readTemplate,
  showNowiki,
  type TemplateCall,
} from './wikitext-templates.ts'

/** Parameter names of the templates met, lower case, to our fields. `title` is no field of its own. */
const PARAMETERS: ReadonlyMap<string, FieldName | 'title' | 'mentor' | 'student'> = new Map(
  Object.entries({
    project: 'title',
    title: 'title',
    date: 'inserted',
    inserted: 'inserted',
    verified: 'verified',
    gsoc: 'gsoc',
    contact: 'contact',
    contacts: 'contact',
    mentor: 'mentor',
    mentors: 'mentor',
    student: 'student',
    intern: 'student',
    list: 'list',
    'mailing list': 'list',
    irc: 'irc',
    difficulty: 'difficulty',
    skills: 'skills',
    desc: 'description',
    description: 'description',
    summary: 'description',
    outcomes: 'outcomes',
    outcome: 'outcomes',
    review: 'review',
    comments: 'review',
  } as const),
)
const NAMES = new Set(PARAMETERS.keys())
const TEMPLATE = /\{\{\s*(?:gsoc[ _]|outreachy[ _])?(?:project|idea)\s*(?=\||\}\})/gi
const LABELS: Partial<Record<FieldName, RegExp>> = {
  inserted: /^date of insert:\s*/i,
  verified: /^verified:\s*/i,
  gsoc: /^gsoc:\s*/i,
  contact: /^technical contact:\s*/i,
  difficulty: /^difficulty:\s*/i,
  skills: /^skills needed:\s*/i,
  description: /^description:\s*/i,
  outcomes: /^outcomes:\s*/i,
}

export interface PageName {
  readonly title: string | null
  readonly revision: string | null
  readonly revised: string | null
}

/** True when the text has a call of a project template, or the headings and bold labels of a wiki idea page. */
export function isWikitext(text: string): boolean {
  return (
    /\{\{\s*(?:gsoc[ _]|outreachy[ _])?(?:project|idea)\s*\|/i.test(text) ||
    (/^={2,5}[^=\n]+={2,5}\s*$/m.test(text) && /^'''[^'\n]+'''|\{\{|\[\[/m.test(text))
  )
}

/** Reads one page of wikitext. */
export function readWikitext(source: string, name: PageName): PageReading {
  const text = hideNowiki(blankComments(source))
  const ends = matchBraces(text)
  const lineAt = lineCounter(text)
  const headings = firstMatches(text, /^(={1,6})[ \t]{0,20}([^\n]{1,300}?)[ \t]{0,20}\1[ \t]*$/gm)
  const starts = firstMatches(text, TEMPLATE).map((match) => match.index)
  const records: PageRecord[] = []
  const remarks: { line: number; code: string; text: string }[] = []
  let path: { level: number; title: string }[] = []
  let nextHeading = 0
  let end = 0
  for (const [index, start] of starts.entries()) {
    if (start < end) continue
    for (
      let heading = headings[nextHeading];
      heading && heading.index < start;
      heading = headings[++nextHeading]
    )
      if (heading.index >= end) path = under(path, heading)
    const limit = Math.min(starts[index + 1] ?? text.length, headings[nextHeading]?.index ?? text.length)
    const call = readTemplate(text, start, ends, limit, NAMES)
    end = call.end
    const line = lineAt(start)
    const record = recordOf(
      call,
      lineAt,
      line,
      path.map((heading) => heading.title),
    )
    if (record) records.push(record)
    if (!call.closed)
      remarks.push({ line, code: 'unclosed', text: 'the template of this entry is not closed' })
    if (record?.title === '(no title)')
      remarks.push({ line, code: 'no-title', text: 'an entry without a title' })
  }
  if (records.length === 0) return { ...readWikiHeadings(text, headings), ...name }
  return { ...name, records, lists: listTables(text), remarks }
}

function firstMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  for (const match of text.matchAll(pattern)) if (found.push(match) >= MOST_RECORDS) break
  return found
}

function under(path: readonly { level: number; title: string }[], heading: RegExpExecArray) {
  const level = heading[1]?.length ?? 1
  return [...path.filter((each) => each.level < level), { level, title: wikitextToPlain(heading[2] ?? '') }]
}

/** Null for a call without parameters or with "..." only: the page explains the template. */
function recordOf(
  call: TemplateCall,
  lineAt: (offset: number) => number,
  line: number,
  section: string[],
): PageRecord | null {
  const fields = new Map<FieldName, readonly FieldLine[]>()
  const extra: Record<string, string> = {}
  let title: string | null = null
  for (const parameter of call.parameters) {
    const field = PARAMETERS.get(parameter.name)
    const at = lineAt(parameter.at)
    if (field === 'title') title = wikitextToPlain(parameter.value)
    else if (field === 'mentor' || field === 'student') {
      const label = field === 'mentor' ? 'Mentor' : 'Student'
      const before = fields.get('contact') ?? []
      fields.set('contact', [...before, { text: `${label}: ${wikitextToPlain(parameter.value)};`, line: at }])
    } else if (field) fields.set(field, valueLines(parameter.value, at, field))
    else extra[parameter.written] = showNowiki(parameter.value.trim())
  }
  if (title === null && fields.size < 3) return null
  return { title: title || '(no title)', line, section, fields, extra, template: true }
}

function valueLines(value: string, line: number, field: FieldName): FieldLine[] {
  const lead = /^\s*/.exec(value)?.[0] ?? ''
  const lines = wikitextToMarkdown(value.slice(lead.length).trimEnd(), line + lead.split('\n').length - 1)
  const label = LABELS[field]
  const first = lines[0]
  if (label && first && label.test(first.text)) lines[0] = { ...first, text: first.text.replace(label, '') }
  return lines
}

function listTables(text: string): ListRow[] {
  for (const match of text.matchAll(/^\{\|/gm)) {
    const close = text.indexOf('\n|}', match.index)
    const rows = text
      .slice(match.index, close < 0 ? match.index + 20_000 : close)
      .split(/\n\|-[^\n]*/)
      .map((row) =>
        row
          .split(/\n[|!]|\|\||!!/)
          .slice(row.startsWith('{|') ? 1 : 0)
          .map(cellText)
          .join(' '),
      )
    const header = rows.findIndex(isListTableHeader)
    if (header >= 0) return rows.slice(header + 1).flatMap((row) => listRow(row) ?? [])
  }
  return []
}

function cellText(cell: string): string {
  return wikitextToPlain(cell.replace(/^[^|[\]{}\n]{0,100}=[^|[\]{}\n]{0,100}\|/, ''))
}
