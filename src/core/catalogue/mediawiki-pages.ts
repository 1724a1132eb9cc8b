// Pages as MediaWiki hands them over: the API's JSON (action=query in its three answer shapes, action=parse) and the XML of
// Special:Export, of which the newest revision of each page is read.
import { Parser } from 'htmlparser2'
import type { CatalogueRefusal } from '../model/entry.ts'

/** A page's text with its name and revision; `html` when it is rendered. */
export interface WikiPage {
  readonly title: string | null
  readonly revision: string | null
  readonly revised: string | null
  readonly text: string
  readonly html: boolean
}

export interface WikiPages {
  readonly pages: readonly WikiPage[]
  /** Pages asked for that do not exist, and a hint that the answer goes on. */
  readonly missing: readonly string[]
}

/** Whether a parsed JSON value is an answer of the MediaWiki API. */
export function isMediawikiAnswer(value: unknown): boolean {
  return (
    isObject(value) &&
    (isObject(value['query']) ||
      isObject(value['parse']) ||
      (isObject(value['error']) && 'code' in value['error']))
  )
}

/** Reads an answer of `action=query&prop=revisions` or `action=parse`. */
export function readMediawikiAnswer(value: unknown): WikiPages | CatalogueRefusal {
  if (!isObject(value)) return { refused: 'not an answer of the MediaWiki API' }
  if (isObject(value['error']))
    return {
      refused: `the wiki answered: ${text(value['error']['info']) ?? text(value['error']['code']) ?? 'error'}`,
    }
  if (isObject(value['parse'])) return { pages: parsedPage(value['parse']), missing: [] }
  const pages = isObject(value['query']) ? value['query']['pages'] : null
  const list = Array.isArray(pages) ? pages : isObject(pages) ? Object.values(pages) : []
  const missing = list.flatMap((page) =>
    isObject(page) && 'missing' in page && page['missing'] !== false
      ? [text(page['title']) ?? '(no title)']
      : [],
  )
  return {
    pages: list.flatMap(queriedPage),
    missing: 'continue' in value ? [...missing, '(the answer goes on; ask for the rest)'] : missing,
  }
}

function queriedPage(page: unknown): WikiPage[] {
  if (!isObject(page)) return []
  const [revision] = Array.isArray(page['revisions']) ? page['revisions'] : []
  if (!isObject(revision)) return []
  const main =
    isObject(revision['slots']) && isObject(revision['slots']['main']) ? revision['slots']['main'] : revision
  const content = text(main['content']) ?? text(main['*'])
  if (content === null) return []
  return [
    {
      title: text(page['title']),
      revision: text(revision['revid']),
      revised: isoTime(text(revision['timestamp'])),
      text: content,
      html: false,
    },
  ]
}

function parsedPage(page: Record<string, unknown>): WikiPage[] {
  const held = (name: string) => (isObject(page[name]) ? text(page[name]['*']) : text(page[name]))
  const [wikitext, html] = [held('wikitext'), held('text')]
  const content = wikitext ?? html
  if (content === null) return []
  return [
    {
      title: text(page['title']),
      revision: text(page['revid']),
      revised: null,
      text: content,
      html: wikitext === null,
    },
  ]
}

/** Whether a text is the XML of Special:Export. */
export function isMediawikiExport(source: string): boolean {
  return /^\s*(?:<\?xml[^<>]{0,200}>\s*)?<mediawiki\b/.test(source.slice(0, 2000))
}

/** Reads Special:Export; only the newest revision of a page is kept. */
export function readMediawikiExport(xml: string): WikiPages {
  const pages: WikiPage[] = []
  let page: { title: string; newest: WikiPage | null } = { title: '', newest: null }
  let fields: Record<string, string> = {}
  const path: string[] = []
  let parts: string[] = []
  const parser = new Parser(
    {
      onopentag(name) {
        path.push(name)
        parts = []
        if (name === 'page') page = { title: '', newest: null }
        if (name === 'revision') fields = {}
      },
      ontext(part) {
        parts.push(part)
      },
      onclosetag(name) {
        const parent = path[path.length - 2]
        path.pop()
        if (name === 'title' && parent === 'page') page.title = parts.join('')
        else if (parent === 'revision' && (name === 'id' || name === 'timestamp' || name === 'text'))
          fields[name] = parts.join('')
        else if (name === 'revision') page.newest = newer(page.newest, page.title, fields)
        else if (name === 'page' && page.newest) pages.push(page.newest)
        parts = []
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  for (let at = 0; at < xml.length; at += 65_536) parser.write(xml.slice(at, at + 65_536))
  parser.end()
  return { pages, missing: [] }
}

function newer(held: WikiPage | null, title: string, fields: Record<string, string>): WikiPage {
  const revised = isoTime(fields['timestamp'] ?? null)
  if (held && (held.revised ?? '') > (revised ?? '')) return held
  return { title, revision: fields['id'] ?? null, revised, text: fields['text'] ?? '', html: false }
}

function isoTime(time: string | null): string | null {
  return time !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time) ? time : null
}

function text(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
