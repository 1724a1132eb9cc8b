// Any text to catalogue entries, or one line why not. The reader is chosen by looking at the text.
import type { CatalogueEntry, CatalogueReading, CatalogueRefusal, CatalogueWarning } from '../model/entry.ts'
import type { Instant } from '../model/time.ts'
import { readAnnouncement } from './announcement.ts'
import { cutPages } from './glued-pages.ts'
import { interpretRecord } from './interpret-record.ts'
import { readOwnYaml } from './own-yaml.ts'
import type { CatalogueFormat } from './page-format.ts'
import type { PageReading } from './page-record.ts'
import { isPageText, readPageText } from './page-text.ts'
import { IdGiver } from './slug.ts'

export interface ReadOptions {
  /** Name the import is known by: file name, URL or page title. */
  readonly page: string
  /** Forces a reader. */
  readonly format?: CatalogueFormat
  readonly fetched?: Instant | null
}

/** Reads one text, which may hold several pages glued together. */
export function readCatalogue(text: string, options: ReadOptions): CatalogueReading | CatalogueRefusal {
  if (isPageText(text)) return interpretPages(textPages(text), options.page)
  const announcement = readAnnouncement(text.split('\n'), 1)
  if (announcement) return interpretPages([announcement], options.page)
  return readOwnYaml(text, options.page)
}

function textPages(text: string): PageReading[] {
  return cutPages(text.split(/\r?\n/)).map(
    (page) =>
      (page.announcement ? readAnnouncement(page.lines, page.firstLine) : null) ??
      readPageText(page.lines, page.firstLine),
  )
}

/** Records of one or several pages as entries; ids are unique but for records of one title. */
export function interpretPages(pages: readonly PageReading[], name: string): CatalogueReading {
  const ids = new IdGiver()
  const entries: CatalogueEntry[] = []
  const warnings: CatalogueWarning[] = []
  for (const page of pages) {
    const from = page.title ?? name
    for (const remark of page.remarks) warnings.push({ page: from, entry: null, ...remark })
    for (const record of page.records) {
      const result = interpretRecord(record, page, from, ids)
      entries.push(result.entry)
      warnings.push(...result.warnings)
    }
  }
  return { entries, warnings }
}
