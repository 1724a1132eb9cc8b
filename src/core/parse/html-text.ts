// An HTML body to the text a person sees, with blockquotes as `> ` lines and signatures below `-- `, so that own text
// is found as in a plain mail. One pass without a tree: nesting depth costs nothing.
import { Tokenizer } from 'htmlparser2'
import { MAX_LINES } from './sheet.ts'

/** UTF-16 units read and written. */
const MAX_HTML = 256 * 1024
const MAX_DEPTH = 5
/** A line is broken here: no sentence is longer. */
const MAX_LINE = 8000
const HIDDEN = new Set([
  'head',
  'style',
  'script',
  'title',
  'template',
  'noscript',
  'textarea',
  'select',
  'svg',
  'math',
])
const LINE = new Set([
  'div',
  'tr',
  'li',
  'dt',
  'dd',
  'center',
  'section',
  'article',
  'header',
  'footer',
  'address',
  'body',
  'html',
  'form',
  'fieldset',
  'figure',
  'main',
  'nav',
  'aside',
  'details',
  'summary',
  'caption',
  'option',
])
const PARAGRAPH = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'dl',
  'table',
  'pre',
  'blockquote',
])
const SIGNATURE = /\b(?:gmail_signature|moz-signature|signature)\b/i

/** Linear in the length of `html`; anything at all is read somehow. */
export function htmlText(html: string): string {
  const writer = new Writer(html.slice(0, MAX_HTML))
  const tokenizer = new Tokenizer({ decodeEntities: true }, writer)
  tokenizer.write(writer.source)
  tokenizer.end()
  return writer.text()
}

class Writer {
  readonly source: string
  private readonly lines: string[] = []
  private line = ''
  private endsInSpace = true
  private depth = 0
  private pre = 0
  private hidden: string | null = null
  private hiddenDepth = 0
  private tag = ''
  private attribute = ''
  private value = ''
  private href = ''
  /** The words of the open link, null outside of one. */
  private link: string | null = null
  private written = 0

  constructor(source: string) {
    this.source = source
  }

  text(): string {
    this.breakLine(false)
    return this.lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  }

  ontext(start: number, end: number): void {
    this.write(this.source.slice(start, end))
  }
  ontextentity(codepoint: number): void {
    this.write(codepoint === 0xa0 ? ' ' : String.fromCodePoint(codepoint))
  }
  onopentagname(start: number, end: number): void {
    this.tag = this.source.slice(start, Math.min(end, start + 30)).toLowerCase()
    this.href = ''
    if (this.hidden) {
      if (this.tag === this.hidden) this.hiddenDepth++
      return
    }
    if (HIDDEN.has(this.tag)) {
      this.hidden = this.tag
      this.hiddenDepth = 1
    } else this.open(this.tag)
  }
  onopentagend(): void {
    if (this.tag === 'a') this.link = /^https?:/i.test(this.href) ? '' : null
  }
  onselfclosingtag(): void {}
  onclosetag(start: number, end: number): void {
    const tag = this.source
      .slice(start, Math.min(end, start + 30))
      .trim()
      .toLowerCase()
    if (this.hidden) {
      // <body> ends a head that was never closed.
      if (tag === this.hidden && --this.hiddenDepth <= 0) this.hidden = null
      return
    }
    this.close(tag)
  }
  onattribname(start: number, end: number): void {
    this.attribute = this.source.slice(start, Math.min(end, start + 30)).toLowerCase()
    this.value = ''
  }
  onattribdata(start: number, end: number): void {
    if (this.value.length < 2000) this.value += this.source.slice(start, end)
  }
  onattribentity(codepoint: number): void {
    if (this.value.length < 2000) this.value += String.fromCodePoint(codepoint)
  }
  onattribend(): void {
    if (this.hidden) return
    if (this.attribute === 'href' && this.tag === 'a') this.href = this.value.trim()
    else if (
      (this.attribute === 'class' || this.attribute === 'data-smartmail') &&
      SIGNATURE.test(this.value)
    ) {
      this.breakLine(false)
      this.write('-- ')
      this.breakLine(true)
    }
  }
  oncdata(start: number, end: number): void {
    this.write(this.source.slice(start, end))
  }
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private open(tag: string): void {
    if (tag === 'br') this.breakLine(true)
    else if (tag === 'hr') {
      this.breakLine(false)
      this.write('________________________________')
      this.breakLine(true)
    } else if (PARAGRAPH.has(tag)) this.paragraph()
    else if (LINE.has(tag)) this.breakLine(false)
    else if (tag === 'td' || tag === 'th') this.write(' ')
    if (tag === 'blockquote') this.depth++
    else if (tag === 'pre') this.pre++
    else if (tag === 'li') this.write('- ')
  }

  private close(tag: string): void {
    if (tag === 'a') this.endLink()
    if (LINE.has(tag) || PARAGRAPH.has(tag)) this.breakLine(false)
    if (tag === 'blockquote') this.depth = Math.max(0, this.depth - 1)
    if (PARAGRAPH.has(tag)) this.paragraph()
    if (tag === 'pre') this.pre = Math.max(0, this.pre - 1)
  }

  /** A link whose words don't show its address gets it behind them: addresses are what projects are known by. */
  private endLink(): void {
    const words = this.link?.trim() ?? ''
    if (words && this.href.length < 300 && !/^(?:https?:|www\.)/i.test(words)) this.append(` <${this.href}>`)
    this.link = null
    this.href = ''
  }

  private write(text: string): void {
    if (this.hidden || this.written > MAX_HTML) return
    if (this.pre > 0) {
      for (const [i, part] of text.split('\n').entries()) {
        if (i > 0) this.breakLine(true)
        this.append(part)
      }
      return
    }
    const folded = text === '-- ' ? text : text.replace(/[ \t\r\n\f]+/g, ' ')
    this.append(this.endsInSpace && folded.startsWith(' ') ? folded.slice(1) : folded)
  }

  /** The line is never read before it is whole: looking at a string that grows piece by piece copies it each time. */
  private append(text: string): void {
    if (text === '') return
    this.line += text
    if (this.link !== null && this.link.length < 500) this.link += text
    this.endsInSpace = text.endsWith(' ')
    if (this.line.length > MAX_LINE) this.breakLine(false)
  }

  private paragraph(): void {
    this.breakLine(false)
    const blank = '>'.repeat(Math.min(this.depth, MAX_DEPTH))
    if (this.lines.length > 0 && this.lines[this.lines.length - 1] !== blank) this.push('')
  }

  private breakLine(evenEmpty: boolean): void {
    if (this.line === '' && !evenEmpty) return
    this.push(this.line)
    this.line = ''
    this.endsInSpace = true
  }

  private push(line: string): void {
    const text = line === '-- ' || this.pre > 0 ? line : line.trimEnd()
    const marked = this.depth > 0 ? `${'>'.repeat(Math.min(this.depth, MAX_DEPTH))} ${text}`.trimEnd() : text
    this.written += marked.length + 1
    if (this.written <= MAX_HTML && this.lines.length < MAX_LINES) this.lines.push(marked)
  }
}
