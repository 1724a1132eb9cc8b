// The fields of one labelled entry in page text. Only the page's own labels, first time each and in order, start a
// field: a line such as "Skills required:" inside a description is text.

import type { FieldLine, FieldName } from './page-record.ts'
import { isReviewLine } from './read-reviews.ts'
import type { TextLine } from './text-line.ts'

const LABELS: readonly (readonly [FieldName, string])[] = [
  ['contact', 'Technical contact:'],
  ['list', 'Mailing list/forum for project:'],
  ['irc', 'IRC channel for project:'],
  ['difficulty', 'Difficulty:'],
  ['skills', 'Skills Needed:'],
  ['description', 'Description:'],
  ['outcomes', 'Outcomes:'],
  ['review', 'Peer Review Comments'],
]
const LOOK_AHEAD = 300
const INDENTED_ITEM = /^(\s{1,40})(•|\*|\d{1,3}\.)\s+(\S.*)$/
const FIRST = /^Date of insert:(.*?)(?:;\s*Verified:(.*?))?(?:;\s*GSoC:(.*))?$/

/** How an entry ends: at the bar of its last table cell, at blank lines, or where the caller says (lines are Markdown). */
export type TextLayout = 'bars' | 'blanks' | 'closed'

/** Reads the fields from the line `start` on. `end` is the index of the first line that is not the entry's any more. */
export function readTextFields(
  page: readonly TextLine[],
  start: number,
  limit: number,
  layout: TextLayout,
): { fields: Map<FieldName, FieldLine[]>; end: number } {
  const fields = new Map<FieldName, FieldLine[]>()
  const first = page[start] as TextLine
  for (const [index, name] of (['inserted', 'verified', 'gsoc'] as const).entries()) {
    const text = FIRST.exec(first.text.slice(0, 2000))?.[index + 1]
    if (text !== undefined) fields.set(name, [{ text: text.trim(), line: first.line }])
  }
  let label = -1
  let index = start + 1
  for (; index < limit; index++) {
    const line = page[index] as TextLine
    const found = LABELS.findIndex(([, words], at) => at > label && startsField(line.text, words, layout))
    if (found >= 0) {
      label = found
      const [name, words] = LABELS[found] as (typeof LABELS)[number]
      fields.set(name, [{ text: line.text.slice(words.length).trim(), line: line.line }])
    } else if (endsEntry(page, index, limit, LABELS[label]?.[0], layout)) break
    else fields.get(LABELS[label]?.[0] ?? 'gsoc')?.push(line)
  }
  while (index < limit && page[index]?.bar && page[index]?.text === '') index++
  if (layout !== 'closed') for (const [name, lines] of fields) fields.set(name, asMarkdown(lines))
  return { fields, end: index }
}

function startsField(text: string, words: string, layout: TextLayout = 'blanks'): boolean {
  return words.endsWith(':') || layout === 'closed' ? text.startsWith(words) : text.trim() === words
}

/** Whether the line at `index` stands after the entry: what ends its last field depends on the rendering. */
function endsEntry(
  page: readonly TextLine[],
  index: number,
  limit: number,
  field: FieldName | undefined,
  layout: TextLayout,
): boolean {
  if (layout === 'closed') return false
  const bars = layout === 'bars'
  if (field !== 'outcomes' && field !== 'review')
    return !bars && blank(page[index]) && blank(page[index + 1]) && !labelAhead(page, index, limit)
  if (bars) return page[index - 1]?.bar === true
  if (!blank(page[index])) return false
  let next = index
  while (next < limit && blank(page[next])) next++
  const text = page[next]?.text ?? ''
  if (field === 'review') return next >= limit || !isReviewLine(text)
  return next - index > 1 || next >= limit || !INDENTED_ITEM.test(text)
}

function labelAhead(page: readonly TextLine[], index: number, limit: number): boolean {
  for (let at = index; at < Math.min(limit, index + LOOK_AHEAD); at++)
    if (LABELS.some(([, words]) => startsField(page[at]?.text ?? '', words))) return true
  return false
}

function blank(line: TextLine | undefined): boolean {
  return line === undefined || line.text.trim() === ''
}

/** List marks of the renderings to Markdown's; a text right below a list gets the blank line Markdown wants. */
function asMarkdown(lines: readonly FieldLine[]): FieldLine[] {
  const out: FieldLine[] = []
  let inList = false
  for (const { text, line } of lines) {
    const item = INDENTED_ITEM.exec(text) ?? /^()(-)\s+(\S.*)$/.exec(text)
    if (item) {
      const depth = Math.max(0, Math.floor(((item[1] ?? '').length - 2) / 2))
      out.push({ text: `${'  '.repeat(depth)}${/\d/.test(item[2] ?? '') ? item[2] : '-'} ${item[3]}`, line })
      inList = true
      continue
    }
    if (inList && text.trim() !== '') out.push({ text: '', line })
    inList = inList && text.trim() === ''
    out.push({ text: text.trimEnd(), line })
  }
  return out
}
