// Pages as MediaWiki hands them over: the API's JSON (action=query in its three answer shapes, action=parse) and the XML of
// Special:Export, of which the newest revision of each page is read.

import { Parser } from 'htmlparser2'
import type { CatalogueRefusal } from '../model/entry.ts'
import { isMapping, textOf } from './json-value.ts'

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
    isMapping(value) &&
    (isMapping(value['query']) ||
      isMapping(value['parse']) ||
      (isMapping(value['error']) && 'code' in value['error']))
  )
}

/** Reads an answer of `action=query&prop=revisions` or `action=parse`. */
export function readMediawikiAnswer(value: unknown): WikiPages | CatalogueRefusal {
  if (!isMapping(value)) return { refused: 'not an answer of the MediaWiki API' }
  if (isMapping(value['error']))
    return {
      refused: `the wiki answered: ${textOf(value['error']['info']) ?? textOf(value['error']['code']) ?? 'error'}`,
    }
  if (isMapping(value['parse'])) return { pages: parsedPage(value['parse']), missing: [] }
  const pages = isMapping(value['query']) ? value['query']['pages'] : null
  const list = Array.isArray(pages) ? pages : isMapping(pages) ? Object.values(pages) : []
  const missing = list.flatMap((page) =>
    isMapping(page) && 'missing' in page && page['missing'] !== false
      ? [textOf(page['title']) ?? '(no title)']
      : [],
  )
  return {
    pages: list.flatMap(queriedPage),
    missing: 'continue' in value ? [...missing, '(the answer goes on; ask for the rest)'] : missing,
  }
}

function queriedPage(page: unknown): WikiPage[] {
  if (!isMapping(page)) return []
  const [revision] = Array.isArray(page['revisions']) ? page['revisions'] : []
  if (!isMapping(revision)) return []
  const main =
    isMapping(revision['slots']) && isMapping(revision['slots']['main'])
      ? revision['slots']['main']
      : revision
  const content = textOf(main['content']) ?? textOf(main['*'])
  if (content === null) return []
  return [
    {
      title: textOf(page['title']),
      revision: textOf(revision['revid']),
      revised: isoTime(textOf(revision['timestamp'])),
      text: content,
      html: false,
    },
  ]
}

function parsedPage(page: Record<string, unknown>): WikiPage[] {
  const held = (name: string) => (isMapping(page[name]) ? textOf(page[name]['*']) : textOf(page[name]))
  const [wikitext, html] = [held('wikitext'), held('text')]
  const content = wikitext ?? html
  if (content === null) return []
  return [
    {
      title: textOf(page['title']),
      revision: textOf(page['revid']),
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
