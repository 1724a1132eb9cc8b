// What one person is told privately, in one mail: in go rows and the operator's templates, out come subject and text.
// One thing is said plainly; several stand one below the other, each with its sentence. Refuses when a template is broken.
import { cleanLine, shorten, wrapText } from './clean-text.ts'
import type { NoticeRow } from './notice-rows.ts'
import { renderTemplate, type TemplateRefusal, type Templates } from './render-template.ts'

/** Who speaks, and who reads what is replied. */
export interface NoticeFrame {
  readonly community: string
  readonly bot: { readonly name: string; readonly address: string }
  readonly operator: string
  /** The recipient's name, '' when it is not known. */
  readonly to: string
}

export type ComposedNotice =
  | { readonly ok: true; readonly subject: string; readonly text: string }
  | { readonly ok: false; readonly refusal: TemplateRefusal }

const WIDTH = 76

/** Words the mail; `rows` must not be empty. */
export function composeNotice(
  rows: readonly NoticeRow[],
  frame: NoticeFrame,
  templates: Templates,
): ComposedNotice {
  const wrap = (text: string, indent = '', first = indent) => wrapText(text, WIDTH, indent, first)
  const common = { ...frame, to: cleanLine(frame.to, 60).replace(/[<>"]/g, ''), wrap }
  const parts: { title: string; text: string }[] = []
  const kinds = new Set<string>()
  for (const row of rows) {
    const said = renderTemplate(templates, `notice-${row.kind}.text.eta`, {
      ...common,
      ...row,
      first: !kinds.has(row.kind),
    })
    if (!said.ok) return said
    kinds.add(row.kind)
    parts.push({ title: row.title, text: said.text.trim() })
  }
  const subject = renderTemplate(templates, 'notice.subject.eta', { ...common, rows })
  if (!subject.ok) return subject
  const care = rows.filter(({ kind }) => kind === 'waiting-for-answer' || kind === 'stalled')
  const asContact = care.some((row) => row['asMentor'] === true)
  const asMaintainer = care.some((row) => row['asMentor'] !== true)
  const text = renderTemplate(templates, 'notice.text.eta', { ...common, parts, asContact, asMaintainer })
  if (!text.ok) return text
  return {
    ok: true,
    subject: shorten(subject.text.replace(/\s+/g, ' ').trim(), 200),
    text: `${text.text.trim()}\n`,
  }
}
