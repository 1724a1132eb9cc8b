// A Markdown list of ideas: a heading a project, labelled lines below (`_Difficulty_: Medium`, `**Skills:** C`), as in git's
// SoC-20xx-Ideas.md. A heading without such lines is no project.
import type { FieldLine, FieldName, PageReading, PageRecord } from './page-record.ts'

const HEADING = /^(#{1,6})\s{1,10}(\S.{0,300}?)\s{0,10}#{0,6}$/
const LABEL =
  /^(?:[-*]\s{1,3})?(?:_{1,2}|\*{1,3})?([A-Z][A-Za-z /()]{1,40}?)(?:_{1,2}|\*{1,3})?:(?:_{1,2}|\*{1,3})?\s{0,10}(.*)$/
const FIELD: Readonly<Record<string, FieldName | 'mentor' | 'student'>> = {
  difficulty: 'difficulty',
  'difficulty level': 'difficulty',
  'skill level': 'difficulty',
  languages: 'skills',
  language: 'skills',
  skills: 'skills',
  'required skills': 'skills',
  'skills needed': 'skills',
  'skills required': 'skills',
  'possible mentors': 'mentor',
  'possible mentor': 'mentor',
  mentors: 'mentor',
  mentor: 'mentor',
  student: 'student',
  contributor: 'student',
  contact: 'contact',
  'technical contact': 'contact',
  outcomes: 'outcomes',
  'expected outcome': 'outcomes',
  'expected outcomes': 'outcomes',
  'date of insert': 'inserted',
  verified: 'verified',
  gsoc: 'gsoc',
  'mailing list': 'list',
  irc: 'irc',
  description: 'description',
  'peer review comments': 'review',
}
/** Labels that are kept and do not make a heading a project by themselves. */
const EXTRA =
  /^(?:expected )?project size$|^(?:size|duration|component|suggested by|work product|aliases|id|keywords|anchors|state|section|parent|predecessor|urls)$/

/** Whether a text has at least one heading with labelled lines below. */
export function isMarkdownList(text: string): boolean {
  return /^#{1,6} \S/m.test(text) && readMarkdownList(text).records.length > 0
}

/** Reads one Markdown page. */
export function readMarkdownList(text: string): PageReading {
  const lines = text.split(/\r?\n/)
  const front = frontMatter(lines)
  const records: PageRecord[] = []
  let path: { level: number; title: string }[] = []
  let open: { title: string; line: number; level: number; body: FieldLine[] } | null = null
  let fence = false
  const close = () => {
    const record = open
      ? recordOf(
          open,
          path.map((each) => each.title),
        )
      : null
    if (record) records.push(record)
    if (open)
      path = [
        ...path.filter((each) => each.level < (open?.level ?? 0)),
        ...(record ? [] : [{ level: open.level, title: open.title }]),
      ]
    open = null
  }
  for (let index = front.end; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (/^\s{0,3}(?:```|~~~)/.test(line)) fence = !fence
    const heading = fence ? null : HEADING.exec(line.slice(0, 400))
    if (!heading) {
      ;(open as { body: FieldLine[] } | null)?.body.push({ text: line, line: index + 1 })
      continue
    }
    close()
    const level = heading[1]?.length ?? 1
    path = path.filter((each) => each.level < level)
    open = { title: plainTitle(heading[2] ?? ''), line: index + 1, level, body: [] }
  }
  close()
  return { title: front.title, revision: null, revised: null, records, lists: [], remarks: [] }
}

/** The label a line starts with, its words and what follows it; null when it starts with none that a field is made for. */
export function labelOf(
  line: string,
): { label: string; field: (typeof FIELD)[string] | null; value: string } | null {
  const match = LABEL.exec(line.slice(0, 400))
  const name = match?.[1]?.toLowerCase() ?? ''
  const field = Object.hasOwn(FIELD, name) ? (FIELD[name] ?? null) : null
  if (!match || (field === null && !EXTRA.test(name))) return null
  return { label: match[1] ?? '', field, value: line.slice(match[0].length - (match[2]?.length ?? 0)).trim() }
}

function recordOf(
  open: { title: string; line: number; body: readonly FieldLine[] },
  section: string[],
): PageRecord | null {
  const fields = new Map<FieldName, FieldLine[]>()
  const extra: Record<string, string> = {}
  const description: FieldLine[] = []
  let current: FieldLine[] = description
  let found = 0
  let code = false
  for (const line of open.body) {
    const fence = /^\s{0,3}(?:```|~~~)/.test(line.text)
    if (fence) code = !code
    const label = code || fence ? null : labelOf(line.text)
    if (label) {
      if (label.field) found++
      else extra[label.label] = label.value
      const role = label.field === 'mentor' ? 'Mentor: ' : label.field === 'student' ? 'Student: ' : ''
      current = label.field ? fieldOf(fields, role ? 'contact' : (label.field as FieldName), description) : []
      current.push({ text: role + unmarked(label.value), line: line.line })
      continue
    }
    if (isTextAfterList(line.text, current, description)) current = description
    current.push({ text: code ? line.text : unmarked(line.text), line: line.line })
  }
  if (found === 0) return null
  if (description.some((line) => line.text.trim() !== '')) fields.set('description', description)
  return { title: open.title, line: open.line, section, fields, extra, template: false }
}

/** Undoes the marks that keep a text line from looking like a heading or a label. */
function unmarked(text: string): string {
  return text.replace(/^\\(?=#)/, '').replaceAll('&#58;', ':')
}

function fieldOf(
  fields: Map<FieldName, FieldLine[]>,
  name: FieldName,
  description: FieldLine[],
): FieldLine[] {
  if (name === 'description') return description
  const lines = fields.get(name) ?? []
  fields.set(name, lines)
  return lines
}

/** A paragraph of its own below a labelled line belongs to the description again; a list goes on with the label. */
function isTextAfterList(
  text: string,
  current: readonly FieldLine[],
  description: readonly FieldLine[],
): boolean {
  return (
    current !== description &&
    text.trim() !== '' &&
    !/^\s*(?:[-*+]|\d+\.)\s|^\s/.test(text) &&
    current.at(-1)?.text.trim() === ''
  )
}

function frontMatter(lines: readonly string[]): { title: string | null; end: number } {
  if (lines[0]?.trim() !== '---') return { title: null, end: 0 }
  const close = lines.slice(1, 200).findIndex((line) => line.trim() === '---')
  if (close < 0) return { title: null, end: 0 }
  const title = lines
    .slice(1, close + 1)
    .map((line) => /^title:\s*(.{1,200})$/.exec(line)?.[1])
    .find(Boolean)
  return { title: title?.replace(/^["']|["']$/g, '') ?? null, end: close + 2 }
}

function plainTitle(text: string): string {
  return text
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*_`]{1,3}([^*_`]+)[*_`]{1,3}/g, '$1')
    .trim()
}
