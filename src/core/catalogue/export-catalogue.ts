// A catalogue in one of the forms it can be given away in.
import type { Catalogue } from '../model/entry.ts'
import { exportCsv } from './export-csv.ts'
import { exportMarkdown } from './export-markdown.ts'
import { exportWikitext, type WikitextStatus } from './export-wikitext.ts'
import { exportJson, exportYaml } from './export-yaml.ts'

export const EXPORT_FORMATS = ['yaml', 'json', 'wikitext', 'markdown', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The catalogue as text. `status` adds what the lists show, in wikitext only. */
export function exportCatalogue(
  catalogue: Catalogue,
  format: ExportFormat,
  status: WikitextStatus | null = null,
): string {
  switch (format) {
    case 'yaml':
      return exportYaml(catalogue)
    case 'json':
      return exportJson(catalogue)
    case 'wikitext':
      return exportWikitext(catalogue, status)
    case 'markdown':
      return exportMarkdown(catalogue)
    case 'csv':
      return exportCsv(catalogue)
  }
}
