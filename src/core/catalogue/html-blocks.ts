// HTML to a row of blocks: headings, lines of Markdown, and the borders of tables. Event based, so that depth cannot hurt.
import { Parser } from 'htmlparser2'
import { lineCounter } from './line-counter.ts'

export interface Block {
  readonly kind: 'heading' | 'text' | 'cell' | 'table' | 'table-end' | 'row'
  /** Markdown of a text, plain words of a heading, the class of a table. */
  readonly text: string
  /** Heading level, 1 to 6. */
  readonly level: number
  readonly line: number
}

export interface HtmlPage {
  readonly blocks: readonly Block[]
  readonly title: string | null
}

const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'nav',
  'select',
  'textarea',
  'figure',
])
const SKIPPED_CLASS =
  /\b(?:mw-editsection|toc|navbox|printfooter|catlinks|mw-jump-link|noprint|thumb|gallery)\b/
const BREAKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'blockquote',
  'dl',
  'dt',
  'dd',
  'main',
  'header',
  'footer',
  'ul',
  'ol',
  'body',
  'center',
])
/** Above this many blocks a page is no catalogue. */
const MOST_BLOCKS = 500_000
/** Deeper than this nothing was written by people; the parser's own stack would grow with it. */
const DEEPEST = 5000
const CHUNK = 65_536

/** Reads a page or a part of one. */
export function htmlBlocks(html: string): HtmlPage {
  const writer = new BlockWriter(lineCounter(html))
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes, parser.startIndex),
      onclosetag: (name) => writer.close(name, parser.startIndex),
      ontext: (text) => writer.text(text, parser.startIndex),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  for (let at = 0; at < html.length && !writer.full; at += CHUNK) parser.write(html.slice(at, at + CHUNK))
  if (!writer.full) parser.end()
  writer.flush(true)
  return { blocks: writer.blocks, title: writer.title }
}

class BlockWriter {
  readonly blocks: Block[] = []
  title: string | null = null
  #line: (offset: number) => number
  #words = ''
  #at = 1
  #lists: { ordered: boolean; count: number }[] = []
  #item: string | null = null
  #skip = 0
  #depth = 0
  #heading = 0
  #inTitle = false
  #pre = false
  #link: { href: string; from: number } | null = null

  constructor(line: (offset: number) => number) {
    this.#line = line
  }

  /** True when nothing more is to be read. */
  get full(): boolean {
    return this.blocks.length > MOST_BLOCKS || this.#depth > DEEPEST
  }

  open(name: string, attributes: Record<string, string>, offset: number): void {
    this.#depth++
    if (this.full) return
    const hidden =
      SKIPPED.has(name) || SKIPPED_CLASS.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`)
    if (this.#skip > 0 || hidden) {
      if (!VOID.has(name)) this.#skip++
      return
    }
    const line = this.#line(offset)
    const level = headingLevel(name)
    if (name === 'title') this.#inTitle = true
    else if (level > 0) {
      this.flush(false)
      this.#heading = level
    } else if (name === 'br') this.#lineBreak(line)
    else if (name === 'img') this.#words += attributes['alt'] ? `${attributes['alt']} ` : ''
    else if (name === 'a') this.#link = { href: attributes['href'] ?? '', from: this.#words.length }
    else if (name === 'pre') {
      this.flush(false)
      this.#emit('text', '```', line)
      this.#pre = true
    } else if (name === 'table') this.#border('table', line, attributes['class'] ?? '')
    else if (name === 'tr') this.#border('row', line)
    else if (name === 'td' || name === 'th') this.#border('cell', line)
    else if (name === 'li') this.#listItem()
    else if (BREAKS.has(name)) {
      this.flush(name === 'p')
      if (name === 'ul' || name === 'ol') this.#lists.push({ ordered: name === 'ol', count: 0 })
    } else this.#words += MARKS[name] ?? ''
    this.#at = line
  }

  close(name: string, offset: number): void {
    this.#depth--
    if (this.full) return
    if (this.#skip > 0) {
      if (!VOID.has(name)) this.#skip--
      return
    }
    if (name === 'title') {
      this.title = this.#words.trim() || null
      this.#words = ''
      this.#inTitle = false
    } else if (headingLevel(name) > 0) this.flush(false)
    else if (name === 'a') this.#closeLink()
    else if (name === 'pre') {
      this.flush(false)
      this.#pre = false
      this.#emit('text', '```', this.#line(offset))
    } else if (name === 'table') this.#border('table-end', this.#line(offset))
    else if (name === 'ul' || name === 'ol') {
      this.flush(false)
      this.#lists.pop()
      if (this.#lists.length === 0) this.#emit('text', '', this.#at)
    } else if (name === 'li') this.flush(false)
    else if (BREAKS.has(name)) this.flush(name === 'p')
    else if (!VOID.has(name)) this.#words += MARKS[name] ?? ''
  }

  text(text: string, offset: number): void {
    if (this.#skip > 0 || this.full) return
    if (this.#words.trim() === '') this.#at = this.#line(offset)
    this.#words += this.#pre ? text : text.replace(/[\s\u00a0]+/g, ' ')
    if (this.#pre || this.#words.length < 1_000_000) return
    this.flush(false)
  }

  flush(paragraph: boolean): void {
    const words = this.#pre ? this.#words.replace(/^\n|\s+$/g, '') : this.#words.trim().replace(/ {2,}/g, ' ')
    this.#words = ''
    this.#link = null
    if (words !== '' && !this.#inTitle) {
      if (this.#heading > 0)
        this.blocks.push({
          kind: 'heading',
          text: words.replace(/\*\*/g, ''),
          level: this.#heading,
          line: this.#at,
        })
      else
        for (const [index, text] of words.split('\n').entries())
          this.#emit('text', (index === 0 ? (this.#item ?? '') : '') + text, this.#at)
    }
    this.#heading = 0
    this.#item = null
    if (paragraph && words !== '') this.#emit('text', '', this.#at)
  }

  #emit(kind: Block['kind'], text: string, line: number): void {
    this.blocks.push({ kind, text, level: 0, line })
  }

  #border(kind: 'table' | 'table-end' | 'row' | 'cell', line: number, text = ''): void {
    this.flush(false)
    this.#lists = []
    this.#emit(kind, text, line)
  }

  #lineBreak(line: number): void {
    this.flush(false)
    this.#at = line
  }

  #listItem(): void {
    this.flush(false)
    const list = this.#lists.at(-1)
    if (list) list.count++
    this.#item = `${'  '.repeat(Math.min(20, Math.max(0, this.#lists.length - 1)))}${list?.ordered ? `${list.count}.` : '-'} `
  }

  #closeLink(): void {
    const link = this.#link
    this.#link = null
    if (link === null || !/^(?:https?|ftp|git):/i.test(link.href)) return
    const words = this.#words.slice(link.from).trim()
    if (words === '' || words === link.href || link.href.endsWith(words)) return
    const lead = this.#words.slice(0, link.from)
    this.#words = `${lead}[${words.replace(/^\[(\d+)\]$/, '$1')}](${link.href})`
  }
}

const VOID = new Set([
  'br',
  'img',
  'hr',
  'input',
  'meta',
  'link',
  'wbr',
  'col',
  'source',
  'area',
  'base',
  'embed',
  'track',
])
const MARKS: Record<string, string> = { b: '**', strong: '**', i: '*', em: '*', code: '`', tt: '`', kbd: '`' }

function headingLevel(name: string): number {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 0
}
