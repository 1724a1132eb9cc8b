// Which reader a text is for, by looking at it.
import { isHtml } from './html-page.ts'
import { isIssues } from './issues-json.ts'
import { isMarkdownList } from './markdown-list.ts'
import { isMediawikiAnswer, isMediawikiExport } from './mediawiki-pages.ts'
import { isPageText } from './page-text.ts'
import { isWikitext } from './wikitext.ts'

export const CATALOGUE_FORMATS = [
  'yaml',
  'json',
  'text',
  'announcement',
  'wikitext',
  'html',
  'mediawiki-api',
  'mediawiki-export',
  'issues',
  'markdown',
] as const
export type CatalogueFormat = (typeof CATALOGUE_FORMATS)[number]

const DIFF =
  /\bdifference between revisions\b|<table[^<>]{0,200}\bclass="[^"]{0,100}\bdiff\b|^[ \t]*(?:Line \d+:\s+Line \d+:)|^diff --git |^@@ -\d+/im
const OWN_YAML = /^(?:catalogue|entries|corrections|merges|distinct):/m

/** True for the page that shows a change between two revisions: every line would be read twice. */
export function isDiffPage(text: string, page: string): boolean {
  return DIFF.test(text.slice(0, 4000)) || /[?&]diff=/.test(page)
}

/** The format of a text; `json` is what it parses to when it is JSON. Null when it looks like none. */
export function formatOf(text: string, json: unknown): CatalogueFormat | null {
  if (json !== undefined) {
    if (isMediawikiAnswer(json)) return 'mediawiki-api'
    return isIssues(json) ? 'issues' : 'json'
  }
  if (isMediawikiExport(text)) return 'mediawiki-export'
  if (isHtml(text)) return 'html'
  if (OWN_YAML.test(text.slice(0, 20_000))) return 'yaml'
  if (isPageText(text)) return 'text'
  if (isWikitext(text)) return 'wikitext'
  return isMarkdownList(text) ? 'markdown' : null
}
