// The text of a rendered wiki page whose entries are labelled (`Date of insert: …; Verified: …; GSoC: …`), in any of
// the renderings met: table bars, 2016 skin, 2020 skin, hackathon page. Lines in, records out.

import { isListTableHeader, listRow } from './list-table.ts'
import { isCutOff, isEmptyHeading } from './lost-content.ts'
import { type ListRow, MOST_RECORDS, type PageReading, type PageRecord } from './page-record.ts'
import { readRevisionLine } from './page-title.ts'
import { isReviewLine } from './read-reviews.ts'
import { readTextFields } from './text-fields.ts'
import { isHeadingLike, nextPath, textHeadings } from './text-headings.ts'
import type { TextLine } from './text-line.ts'

/** True when the text has at least one labelled entry. */
export function isPageText(text: string): boolean {
  return /^[ \t]{0,8}Date of insert:/m.test(text)
}

/** Reads one page. `firstLine` is the number of its first line in the file it was cut from. */
export function readPageText(lines: readonly string[], firstLine: number): PageReading {
  const bars = lines.some((line) => line.startsWith('Date of insert:') && line.trimEnd().endsWith('|'))
  const page = lines.map((line, index) => textLine(line, firstLine + index, bars))
  const heading = readPageHead(page)
  const starts = page.flatMap((line, index) => (line.text.startsWith('Date of insert:') ? [index] : []))
  if (starts.length > MOST_RECORDS) starts.length = MOST_RECORDS
  const titles = starts.map((start, index) =>
    titleOf(page, start, (starts[index - 1] ?? heading.end - 1) + 1),
  )
  const records: PageRecord[] = []
  let section: readonly string[] = []
  let end = heading.end
  const outside = page.slice(0, end)
  for (const [index, start] of starts.entries()) {
    const title = titles[index] ?? start
    const gap = textHeadings(page.slice(end, title))
    outside.push(...page.slice(end, title))
    for (const stub of gap.stubs)
      records.push(
        recordOf(page[end + stub.index] as TextLine, nextPath(section, gap.before(stub.index)), new Map()),
      )
    section = nextPath(section, gap)
    const entry = readTextFields(page, start, titles[index + 1] ?? page.length, bars ? 'bars' : 'blanks')
    records.push(
      recordOf(
        title === start ? { ...(page[start] as TextLine), text: '(no title)' } : (page[title] as TextLine),
        section,
        entry.fields,
      ),
    )
    end = entry.end
  }
  for (const stub of textHeadings(page.slice(end)).stubs)
    records.push(recordOf(page[end + stub.index] as TextLine, section, new Map()))
  return {
    title: heading.title,
    revision: heading.revised,
    revised: heading.revised,
    records,
    lists: listTable(page),
    remarks: remarksOf([...outside, ...page.slice(end)], records),
  }
}

function recordOf(title: TextLine, section: readonly string[], fields: PageRecord['fields']): PageRecord {
  return { title: title.text, line: title.line, section, fields, extra: {}, template: true }
}

function textLine(raw: string, line: number, bars: boolean): TextLine {
  const text = raw.replaceAll('\u00a0', ' ').trimEnd()
  if (!bars || !text.endsWith('|')) return { text, line, bar: false }
  return { text: text.slice(0, -1).trimEnd(), line, bar: true }
}

/** Index of the line above `start` that is the title; `start` itself when there is none. */
function titleOf(page: readonly TextLine[], start: number, floor: number): number {
  for (let index = start - 1; index >= floor && index >= start - 4; index--)
    if (page[index]?.text.trim()) return index
  return start
}

/** Title and revision at the top: `Title`, blank, `From Xen`, perhaps `Revision as of …`. */
function readPageHead(page: readonly TextLine[]): {
  title: string | null
  revised: string | null
  end: number
} {
  const from = page.slice(0, 12).findIndex((line) => /^From \S/.test(line.text) && line.text.length < 60)
  const revised =
    page
      .slice(0, 16)
      .map((line) => readRevisionLine(line.text))
      .find((date) => date !== null) ?? null
  if (from < 0) return { title: null, revised, end: 0 }
  const title =
    page
      .slice(0, from)
      .findLast((line) => line.text.trim() !== '')
      ?.text.trim() ?? null
  return { title, revised, end: from + 1 }
}

function listTable(page: readonly TextLine[]): ListRow[] {
  const header = page.findIndex((line) => line.text.length < 200 && isListTableHeader(line.text))
  if (header < 0) return []
  const rows: ListRow[] = []
  for (const line of page.slice(header + 1)) {
    const row = listRow(line.text)
    if (row === null) break
    rows.push(row)
  }
  return rows
}

function remarksOf(outside: readonly TextLine[], records: readonly PageRecord[]): PageReading['remarks'] {
  const filled = outside.filter((line) => line.text.trim() !== '')
  const cut = filled
    .filter(
      (line, index) => isCutOff(line.text.trim()) && !isReviewLine(line.text) && !isItem(filled[index + 1]),
    )
    .map((line) => ({
      line: line.line,
      code: 'content-lost',
      text: `the end of "…${line.text.trim().slice(-50)}" is missing in this rendering`,
    }))
  const empty = emptyHeadings(filled).map((line) => ({
    line: line.line,
    code: 'content-lost',
    text: `what stood below the heading "${line.text.trim()}" is missing in this rendering`,
  }))
  const untitled = records
    .filter((record) => record.title === '(no title)')
    .map((record) => ({ line: record.line, code: 'no-title', text: 'an entry without a title' }))
  return [...cut, ...empty, ...untitled]
}

function isItem(line: TextLine | undefined): boolean {
  return line !== undefined && /^\s*(?:[-*•]|\d{1,3}\.)\s/.test(line.text)
}

/** Headings with nothing below; at the end of the lines nobody knows. */
function emptyHeadings(filled: readonly TextLine[]): TextLine[] {
  const heading = filled.map(({ text }) => isHeadingLike(text) && !isListTableHeader(text.trim()))
  return filled.filter((line, index) => {
    if (!heading[index]) return false
    const next = heading.indexOf(true, index + 1)
    const below = filled.slice(index + 1, next).map(({ text }) => text.trim())
    return next > index && isEmptyHeading(line.text.trim(), below)
  })
}
