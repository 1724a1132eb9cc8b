// One source of catalogue entries, read: a file, `-` for stdin, or a page by http(s).
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { CatalogueFormat } from '../core/catalogue/page-format.ts'
import { readCatalogue } from '../core/catalogue/read-catalogue.ts'
import type { CatalogueReading } from '../core/model/entry.ts'
import type { Instant } from '../core/model/time.ts'
import { Failure } from '../ports/failure.ts'
import type { PageFetcher, PageValidators } from '../ports/page-fetcher.ts'

export interface CatalogueText {
  /** Name the import is known by: file name, or the address. */
  readonly name: string
  readonly text: string
  readonly reading: CatalogueReading
  /** Set for a page that was fetched. */
  readonly validators: PageValidators | null
}

export interface SourceDeps {
  readonly fetcher?: PageFetcher
  /** Forces a reader. */
  readonly format?: CatalogueFormat
  readonly now: Instant
}

/** More bytes than the longest text that is read can have; what is larger is not even decoded. */
const MOST_BYTES = 48 * 1024 * 1024

/** Whether a source is fetched rather than read. */
export function isPageAddress(source: string): boolean {
  return /^https?:\/\//i.test(source)
}

/** Name under which a source's revisions are kept. */
export function sourceName(source: string): string {
  return isPageAddress(source) ? source : source === '-' ? 'stdin' : basename(source)
}

/** Reads one source; null for a page that has not changed since `known`. Throws Failure with a line for the person. */
export async function readSource(
  source: string,
  deps: SourceDeps,
  known: PageValidators | null = null,
): Promise<CatalogueText | null> {
  const name = sourceName(source)
  const format = deps.format ? { format: deps.format } : {}
  if (!isPageAddress(source)) {
    const text = await readText(source)
    return { name, text, reading: readingOf(source, text, { page: name, ...format }), validators: null }
  }
  if (!deps.fetcher) throw new Failure(`fetching ${source}`, false, 'pages are not fetched here')
  const page = await deps.fetcher.fetchPage(source, known)
  if (page.kind === 'unchanged') return null
  const reading = readingOf(source, page.text, { page: pageName(source), fetched: deps.now, ...format })
  return { name, text: page.text, reading, validators: page.validators }
}

function readingOf(
  source: string,
  text: string,
  options: Parameters<typeof readCatalogue>[1],
): CatalogueReading {
  const reading = readCatalogue(text, options)
  if ('refused' in reading) throw new Failure(`reading catalogue ${source}`, false, reading.refused)
  return reading
}

async function readText(source: string): Promise<string> {
  try {
    const bytes = source === '-' ? await buffer(process.stdin) : await readFile(source)
    if (bytes.length <= MOST_BYTES) return decode(bytes)
  } catch (error) {
    throw new Failure(`reading catalogue ${source}`, false, error)
  }
  throw new Failure(`reading catalogue ${source}`, false, 'larger than 48 MB; no catalogue page is')
}

/** UTF-8, or else the one-byte set that old pages were saved in. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The title in a wiki's address, for pages that do not tell it themselves. */
function pageName(address: string): string {
  const url = new URL(address)
  const title = url.searchParams.get('title') ?? url.pathname.split('/').filter(Boolean).at(-1)
  if (!title || /\.php$/.test(title)) return address
  try {
    return decodeURIComponent(title).replaceAll('_', ' ')
  } catch {
    return title
  }
}
