// Wiki pages without a template: one heading a project, its parts under bold labels (`'''Summary:'''`, `'''Details:'''`), as
// the QEMU wiki has them.

import { lineCounter } from './line-counter.ts'
import type { FieldLine, FieldName, PageReading, PageRecord } from './page-record.ts'
import { wikitextToMarkdown, wikitextToPlain } from './wikitext-markdown.ts'

const LABEL =
  /^[*:]{0,3}\s{0,5}(?:'''|\*\*)?\s{0,3}([A-Za-z][A-Za-z /()-]{1,40}?)\s{0,3}:\s{0,3}(?:'''|\*\*)?:?\s{0,5}(.*)$/
const DETAILS: Readonly<Record<string, FieldName | 'mentor'>> = {
  'skill level': 'difficulty',
  difficulty: 'difficulty',
  language: 'skills',
  languages: 'skills',
  skills: 'skills',
  mentor: 'mentor',
  mentors: 'mentor',
  'possible mentors': 'mentor',
  student: 'contact',
}

/** Reads every heading that has a summary, a mentor or a skill level below it. */
export function readWikiHeadings(text: string, headings: readonly RegExpExecArray[]): PageReading {
  const lineAt = lineCounter(text)
  const records: PageRecord[] = []
  let path: { level: number; title: string }[] = []
  for (const [index, heading] of headings.entries()) {
    const level = heading[1]?.length ?? 1
    const title = wikitextToPlain(heading[2] ?? '')
    path = path.filter((each) => each.level < level)
    const from = heading.index + heading[0].length
    const line = lineAt(heading.index)
    const body = text.slice(from + 1, headings[index + 1]?.index ?? text.length)
    const found = readLabelled(body, line + 1)
    if (found.labels >= 2)
      records.push({
        title,
        line,
        section: path.map((each) => each.title),
        fields: found.fields,
        extra: found.extra,
        template: false,
      })
    path.push({ level, title })
  }
  return { title: null, revision: null, revised: null, records, lists: [], remarks: [] }
}

function readLabelled(body: string, firstLine: number) {
  const fields = new Map<FieldName, readonly FieldLine[]>()
  const extra: Record<string, string> = {}
  const description: FieldLine[] = []
  let labels = 0
  for (const [index, raw] of body.split('\n').entries()) {
    const line = firstLine + index
    const bold = raw.includes("'''") || /^[*:]/.test(raw)
    const match = bold ? LABEL.exec(raw.slice(0, 500)) : null
    const name = match?.[1]?.toLowerCase() ?? ''
    const field = DETAILS[name]
    if (match && field) {
      labels++
      const value = wikitextToPlain(match[2] ?? '')
      if (field === 'mentor')
        fields.set('contact', [...(fields.get('contact') ?? []), { text: `Mentor: ${value};`, line }])
      else fields.set(field, [{ text: value, line }])
    } else if (match && /^(?:suggested by|component|project size|size|expected project size)$/.test(name)) {
      labels++
      extra[match[1] ?? ''] = wikitextToPlain(match[2] ?? '')
    } else if (match && name === 'summary') {
      labels++
      description.push(...wikitextToMarkdown(match[2] ?? '', line))
    } else if (match && /^(?:details|links)$/.test(name)) {
      labels++
      if (name === 'links') description.push(...wikitextToMarkdown(raw.replaceAll("'''", ''), line))
    } else description.push(...wikitextToMarkdown(raw, line))
  }
  fields.set('description', description)
  return { fields, extra, labels }
}
