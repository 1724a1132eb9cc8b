// Any text to catalogue entries, or one line why not. The reader is chosen by looking at the text, unless one is named.
import type { CatalogueEntry, CatalogueReading, CatalogueRefusal, CatalogueWarning } from '../model/entry.ts'
import { type Instant, isoInstant } from '../model/time.ts'
import { readAnnouncement } from './announcement.ts'
import { cutPages } from './glued-pages.ts'
import { readHtmlPage } from './html-page.ts'
import { interpretRecords } from './interpret-page.ts'
import { readIssues } from './issues-json.ts'
import { readMarkdownList } from './markdown-list.ts'
import { readMediawikiAnswer, readMediawikiExport, type WikiPages } from './mediawiki-pages.ts'
import { readOwnYaml } from './own-yaml.ts'
import { type CatalogueFormat, formatOf, isDiffPage } from './page-format.ts'
import { MOST_RECORDS, type PageReading } from './page-record.ts'
import { readPageText } from './page-text.ts'
import { IdGiver } from './slug.ts'
import { readWikitext } from './wikitext.ts'

export interface ReadOptions {
  /** Name the import is known by: file name, URL or page title. */
  readonly page: string
  /** Forces a reader. */
  readonly format?: CatalogueFormat
  /** When the text was fetched: the time of the page's revision where the page itself does not say. */
  readonly fetched?: Instant | null
}

const MOST_CHARACTERS = 9 * 1024 * 1024
const MOST_LINES = 500_000
const UNNAMED = { title: null, revision: null, revised: null }

/** Reads one text, which may hold several pages. Never throws; the time is linear in the length of the text. */
export function readCatalogue(source: string, options: ReadOptions): CatalogueReading | CatalogueRefusal {
  const refuse = (reason: string): CatalogueRefusal => ({ refused: `${options.page}: ${reason}` })
  const text = source.startsWith('\ufeff') ? source.slice(1) : source
  if (text.trim() === '') return refuse('the text is empty')
  if (text.length > MOST_CHARACTERS) return refuse('larger than 9 MB; no catalogue page is')
  if (text.slice(0, 100_000).includes('\0')) return refuse('binary data, not text')
  if (lineCount(text) > MOST_LINES)
    return refuse(`more than ${MOST_LINES} lines; no catalogue page has so many`)
  if (isDiffPage(text, options.page))
    return refuse('a page of differences between revisions; save the page itself')
  const json = jsonOf(text)
  const format = options.format ?? formatOf(text, json) ?? 'announcement'
  const read = readAs(format, text, json, options.page)
  if (read === null || 'refused' in read)
    return refuse(
      read?.refused ?? 'no projects found: not a form that Dibs reads (docs/catalogue.md lists them)',
    )
  if ('entries' in read) return read
  if (read.pages.reduce((sum, page) => sum + page.records.length, 0) >= MOST_RECORDS)
    return refuse(`more than ${MOST_RECORDS} entries`)
  const reading = interpretPages(
    read.pages.map((page) => datedBy(page, options.fetched ?? null)),
    options.page,
    read.remarks ?? [],
  )
  return reading.entries.length === 0 ? refuse('no projects found in it') : reading
}

/** A page that does not tell its revision's time is as of when it was fetched. */
function datedBy(page: PageReading, fetched: Instant | null): PageReading {
  return page.revised !== null || fetched === null ? page : { ...page, revised: isoInstant(fetched) }
}

type Read =
  | { pages: readonly PageReading[]; remarks?: readonly string[] }
  | CatalogueReading
  | CatalogueRefusal
  | null

function readAs(format: CatalogueFormat, text: string, json: unknown, page: string): Read {
  switch (format) {
    case 'yaml':
    case 'json':
      return readOwnYaml(text, page)
    case 'text':
      return { pages: textPages(text) }
    case 'announcement': {
      const reading = readAnnouncement(text.split('\n'), 1)
      return reading && { pages: [reading] }
    }
    case 'wikitext':
      return { pages: [readWikitext(text.replaceAll('\r\n', '\n'), UNNAMED)] }
    case 'html':
      return { pages: [readHtmlPage(text)] }
    case 'markdown':
      return { pages: [readMarkdownList(text)] }
    case 'issues':
      return { pages: [readIssues(json)] }
    case 'mediawiki-api':
      return wikiPages(readMediawikiAnswer(json))
    case 'mediawiki-export':
      return wikiPages(readMediawikiExport(text))
  }
}

function wikiPages(read: WikiPages | CatalogueRefusal): Read {
  if ('refused' in read) return read
  const pages = read.pages.map((page) => {
    const name = { title: page.title, revision: page.revision, revised: page.revised }
    return page.html ? { ...readHtmlPage(page.text), ...name } : readWikitext(page.text, name)
  })
  return { pages, remarks: read.missing.map((title) => `no such page: ${title}`) }
}

function textPages(text: string): PageReading[] {
  return cutPages(outdented(text.split(/\r?\n/))).map(
    (page) =>
      (page.announcement ? readAnnouncement(page.lines, page.firstLine) : null) ??
      readPageText(page.lines, page.firstLine),
  )
}

/** Lines without the margin that text browsers leave: as far as the labels are indented. */
function outdented(lines: readonly string[]): readonly string[] {
  const margins = lines.map((line) => line.indexOf('Date of insert:')).filter((at) => at >= 0 && at <= 8)
  const margin = margins.length === 0 ? 0 : Math.min(...margins.slice(0, 1000))
  return margin === 0
    ? lines
    : lines.map((line) => (line.slice(0, margin).trim() === '' ? line.slice(margin) : line))
}

/** Records of one or several pages as entries; ids are unique but for records of one title. */
function interpretPages(
  pages: readonly PageReading[],
  name: string,
  remarks: readonly string[],
): CatalogueReading {
  const ids = new IdGiver()
  const entries: CatalogueEntry[] = []
  const warnings: CatalogueWarning[] = remarks.map((text) => ({
    page: name,
    line: 1,
    entry: null,
    code: 'missing-page',
    text,
  }))
  for (const page of pages) {
    const read = interpretRecords(page, page.title ?? name, ids)
    entries.push(...read.entries)
    warnings.push(...read.warnings)
  }
  return { entries, warnings }
}

function jsonOf(text: string): unknown {
  if (!/^\s{0,1000}[{[]/.test(text) || !/[}\]]\s{0,1000}$/.test(text.slice(-1001))) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function lineCount(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0 && count <= MOST_LINES; at = text.indexOf('\n', at + 1)) count++
  return count
}
