// A rendered MediaWiki page as HTML to records: one table a project, its labels in cells. Where the entries are in no
// tables the words are laid out as text and read as such.
import { type Block, htmlBlocks } from './html-blocks.ts'
import { isListTableHeader, listRow } from './list-table.ts'
import type { ListRow, PageReading, PageRecord } from './page-record.ts'
import { readPageText } from './page-text.ts'
import { readRevisionLine } from './page-title.ts'
import { day, monthNumber } from './read-date.ts'
import { readTextFields } from './text-fields.ts'
import { isHeadingLike } from './text-headings.ts'
import type { TextLine } from './text-line.ts'

const EDITED = /last (?:edited|modified) on (\d{1,2}) ([A-Za-z]{3,9}) (\d{4}), at (\d{1,2}):(\d{2})/i

/** A table of more blocks is no single project. */
const LONGEST_TABLE = 5000

/** True for a page or part of one in HTML. */
export function isHtml(text: string): boolean {
  const start = text.slice(0, 5000)
  return (
    /^\s*(?:<!doctype html|<html\b|<\?xml[^<>]{0,200}>\s*<!doctype html)/i.test(start) ||
    /<(?:div|table|p|h[1-6]|body|ul|span)\b[^<>]{0,500}>/i.test(start)
  )
}

/** Reads one page. */
export function readHtmlPage(html: string): PageReading {
  const { blocks, title } = htmlBlocks(html)
  const first = blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text ?? null
  const revised = revisionOf(blocks)
  const revision = /"wgRevisionId":(\d{1,12})/.exec(html.slice(0, 200_000))?.[1] ?? revised
  const name = { title: pageTitle(first, title), revision, revised }
  const records = recordsInTables(blocks)
  if (records.length > 0) return { ...name, records, lists: listTable(blocks), remarks: [] }
  const read = readPageText(layOut(blocks), 1)
  return { ...read, ...name, lists: listTable(blocks) }
}

function pageTitle(heading: string | null, title: string | null): string | null {
  return heading ?? title?.replace(/\s[-–|]\s[^-–|]{1,60}$/, '') ?? null
}

function revisionOf(blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    if (block.kind !== 'text') continue
    const line = readRevisionLine(block.text)
    if (line !== null) return line
    const edited = EDITED.exec(block.text.slice(0, 500))
    const date = edited ? day(edited[3], monthNumber(edited[2]), edited[1]) : null
    if (date !== null) return `${date}T${edited?.[4]?.padStart(2, '0')}:${edited?.[5]}:00Z`
  }
  return null
}

/**
 * Every table that holds a `Date of insert:` of its own is a record, below the headings before it; so is a table of the
 * same class that holds nothing but a title.
 */
function recordsInTables(blocks: readonly Block[]): PageRecord[] {
  const records: PageRecord[] = []
  const classes = new Set<string>()
  const bare: { record: PageRecord; class: string }[] = []
  const ends = tableEnds(blocks)
  let path: Block[] = []
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block
    if (block.kind === 'heading') path = [...path.filter((each) => each.level < block.level), block]
    if (block.kind !== 'table') continue
    const end = ends.get(index) ?? blocks.length
    const record = recordIn(blocks, index + 1, Math.min(end, index + LONGEST_TABLE), path)
    if (record === null) continue
    if (record.fields.size > 0) classes.add(block.text)
    else bare.push({ record, class: block.text })
    records.push(record)
    index = end
  }
  const dropped = new Set(
    bare.filter((each) => each.class === '' || !classes.has(each.class)).map((each) => each.record),
  )
  return records.filter((record) => !dropped.has(record))
}

function recordIn(
  blocks: readonly Block[],
  start: number,
  end: number,
  path: readonly Block[],
): PageRecord | null {
  let head = start
  while (head < end && blocks[head]?.kind !== 'table' && !isDateCell(blocks[head])) head++
  const dated = head < end && isDateCell(blocks[head])
  if (head < end && !dated) return null
  const inside = blocks.slice(start, end)
  const at = dated ? head - start : -1
  const words = inside.filter((each) => each.kind === 'text' && each.text.trim() !== '')
  if (at < 0 && (words.length !== 1 || !isHeadingLike(words[0]?.text.replace(/\.$/, '') ?? ''))) return null
  const titleAt =
    at < 0
      ? inside.indexOf(words[0] as Block)
      : inside.slice(0, at).findLastIndex((each) => each.text.trim() !== '')
  const heading = titleAt < 0 ? path.at(-1) : undefined
  const title = heading ?? inside[Math.max(0, titleAt)]
  return {
    title: title && (heading || titleAt >= 0) ? title.text.replace(/^\*\*|\*\*$/g, '') : '(no title)',
    line: title?.line ?? 1,
    section: (heading ? path.slice(0, -1) : path).map((each) => each.text),
    fields: at < 0 ? new Map() : readTextFields(inside.map(asLine), at, inside.length, 'closed').fields,
    extra: {},
    template: true,
  }
}

/** For every table the index of the block that ends it. */
function tableEnds(blocks: readonly Block[]): Map<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') open.push(index)
    const start = block.kind === 'table-end' ? open.pop() : undefined
    if (start !== undefined) ends.set(start, index)
  }
  return ends
}

function isDateCell(block: Block | undefined): boolean {
  return block?.kind === 'text' && /^(?:\*\*)?Date of insert:/.test(block.text)
}

function asLine(block: Block): TextLine {
  const text = block.text.replace(/^\*\*([^*:]{1,40}:)\*\*/, '$1').replace(/^\*\*([^*:]{1,40}):\*\*/, '$1:')
  return { text, line: block.line, bar: false }
}

function listTable(blocks: readonly Block[]): ListRow[] {
  const rows: string[] = []
  for (const block of blocks) {
    if (block.kind === 'row') rows.push('')
    else if (block.kind === 'table-end') rows.push('')
    else if (block.kind === 'text' && rows.length > 0)
      rows[rows.length - 1] = `${rows.at(-1)} ${block.text}`.trim().slice(0, 4000)
  }
  const header = rows.findIndex((row) => row.length < 300 && isListTableHeader(row))
  return header < 0 ? [] : rows.slice(header + 1, header + 200).flatMap((row) => listRow(row) ?? [])
}

/** Blocks as the lines a text browser would print: two blank lines before a heading, one after. */
function layOut(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return ['', block.text, '']
    return block.kind === 'text' ? [block.text.replace(/^( *)(- )/, '  $1• ')] : ['']
  })
}
