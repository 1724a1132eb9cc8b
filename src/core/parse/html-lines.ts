// The lines an HTML body is written in: words run on, white space folds, quotes get their marks. A line is never read
// before it is whole, because looking at a string that grows piece by piece copies it each time.
import { MAX_LINES } from './sheet.ts'

/** Quote marks a line gets at most. */
const MAX_DEPTH = 5
/** A line is broken here: no sentence is longer. */
const MAX_LINE = 8000

export class HtmlLines {
  /** How many quotes enclose what is written next. */
  depth = 0
  /** How many `<pre>` enclose it: then white space stays. */
  pre = 0
  private readonly lines: string[] = []
  private readonly limit: number
  private line = ''
  private endsInSpace = true
  private written = 0

  /** `limit`: UTF-16 units kept of all that is written. */
  constructor(limit: number) {
    this.limit = limit
  }

  write(text: string): void {
    if (this.written > this.limit) return
    if (this.pre === 0) {
      const folded = text === '-- ' ? text : text.replace(/[ \t\r\n\f]+/g, ' ')
      this.append(this.endsInSpace && folded.startsWith(' ') ? folded.slice(1) : folded)
      return
    }
    for (const [i, part] of text.split('\n').entries()) {
      if (i > 0) this.breakLine(true)
      this.append(part)
    }
  }

  breakLine(evenEmpty: boolean): void {
    if (this.line === '' && !evenEmpty) return
    this.push(this.line)
    this.line = ''
    this.endsInSpace = true
  }

  /** Ends the line, and leaves one blank line. */
  paragraph(): void {
    this.breakLine(false)
    if (this.lines.length > 0 && this.lines[this.lines.length - 1] !== this.marks()) this.push('')
  }

  text(): string {
    this.breakLine(false)
    return this.lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  }

  private append(text: string): void {
    if (text === '') return
    this.line += text
    this.endsInSpace = text.endsWith(' ')
    if (this.line.length > MAX_LINE) this.breakLine(false)
  }

  private marks(): string {
    return '>'.repeat(Math.min(this.depth, MAX_DEPTH))
  }

  private push(line: string): void {
    const text = line === '-- ' || this.pre > 0 ? line : line.trimEnd()
    const marked = this.depth > 0 ? `${this.marks()} ${text}`.trimEnd() : text
    this.written += marked.length + 1
    if (this.written <= this.limit && this.lines.length < MAX_LINES) this.lines.push(marked)
  }
}
