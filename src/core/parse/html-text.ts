// An HTML body to the text a person sees, with blockquotes as `> ` lines and signatures below `-- `, so that own text
// is found as in a plain mail. One pass without a tree: nesting depth costs nothing.
import { Tokenizer } from 'htmlparser2'
import { HtmlLines } from './html-lines.ts'

/** UTF-16 units read and written. */
const MAX_HTML = 256 * 1024
const HIDDEN = new Set('head style script title template noscript textarea select svg math'.split(' '))
const LINE = new Set(
  'div tr li dt dd center section article header footer address body html form fieldset figure main nav aside details summary caption option'.split(
    ' ',
  ),
)
const PARAGRAPH = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl table pre blockquote'.split(' '))
const SIGNATURE = /\b(?:gmail_signature|moz-signature|signature)\b/i

/** Linear in the length of `html`; anything at all is read somehow. */
export function htmlText(html: string): string {
  const reader = new TagReader(html.slice(0, MAX_HTML))
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader)
  tokenizer.write(reader.source)
  tokenizer.end()
  return reader.lines.text()
}

/** What the tokenizer calls; offsets point into `source`. */
class TagReader {
  readonly source: string
  readonly lines = new HtmlLines(MAX_HTML)
  private tag = ''
  private attribute = ''
  private value = ''
  private href = ''
  /** The words of the open link, null outside of one. */
  private link: string | null = null
  private hidden: string | null = null
  private hiddenDepth = 0

  constructor(source: string) {
    this.source = source
  }

  ontext(start: number, end: number): void {
    this.write(this.source.slice(start, end))
  }
  ontextentity(codepoint: number): void {
    this.write(codepoint === 0xa0 ? ' ' : String.fromCodePoint(codepoint))
  }
  oncdata(start: number, end: number): void {
    this.write(this.source.slice(start, end))
  }
  onopentagname(start: number, end: number): void {
    this.tag = this.nameAt(start, end)
    this.href = ''
    if (this.hidden) {
      if (this.tag === this.hidden) this.hiddenDepth++
    } else if (HIDDEN.has(this.tag)) {
      this.hidden = this.tag
      this.hiddenDepth = 1
    } else this.open(this.tag)
  }
  onopentagend(): void {
    if (this.tag === 'a') this.link = /^https?:/i.test(this.href) ? '' : null
  }
  onclosetag(start: number, end: number): void {
    const tag = this.nameAt(start, end)
    if (!this.hidden) this.close(tag)
    else if (tag === this.hidden && --this.hiddenDepth <= 0) this.hidden = null
  }
  onattribname(start: number, end: number): void {
    this.attribute = this.nameAt(start, end)
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
    else if (this.attribute === 'class' && SIGNATURE.test(this.value)) this.ruleOff('-- ')
  }
  onselfclosingtag(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private nameAt(start: number, end: number): string {
    return this.source
      .slice(start, Math.min(end, start + 30))
      .trim()
      .toLowerCase()
  }

  private write(text: string): void {
    if (this.hidden) return
    if (this.link !== null && this.link.length < 500) this.link += text
    this.lines.write(text)
  }

  private ruleOff(rule: string): void {
    this.lines.breakLine(false)
    this.lines.write(rule)
    this.lines.breakLine(true)
  }

  private open(tag: string): void {
    const { lines } = this
    if (tag === 'br') lines.breakLine(true)
    else if (tag === 'hr') this.ruleOff('________________________________')
    else if (PARAGRAPH.has(tag)) lines.paragraph()
    else if (LINE.has(tag)) lines.breakLine(false)
    else if (tag === 'td' || tag === 'th') lines.write(' ')
    if (tag === 'blockquote') lines.depth++
    else if (tag === 'pre') lines.pre++
    else if (tag === 'li') lines.write('- ')
  }

  private close(tag: string): void {
    const { lines } = this
    if (tag === 'a') this.endLink()
    if (LINE.has(tag) || PARAGRAPH.has(tag)) lines.breakLine(false)
    if (tag === 'blockquote') lines.depth = Math.max(0, lines.depth - 1)
    if (PARAGRAPH.has(tag)) lines.paragraph()
    if (tag === 'pre') lines.pre = Math.max(0, lines.pre - 1)
  }

  /** A link whose words don't show its address gets it behind them: addresses are what projects are known by. */
  private endLink(): void {
    const words = this.link?.trim() ?? ''
    this.link = null
    if (words && this.href.length < 300 && !/^(?:https?:|www\.)/i.test(words)) this.write(` <${this.href}>`)
    this.href = ''
  }
}
