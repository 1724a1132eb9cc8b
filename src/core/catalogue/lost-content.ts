// Where a renderer dropped a list: the text announces one and nothing follows.
import type { FieldLine } from './page-record.ts'

const ANNOUNCES =
  /(?:\binclud(?:e|es|ing)|\bcheck|\bsee|\blinks?|\breferences?|\bfollowing|\bexamples?|\bdiscussions?|\blisted|\be\.g\.?)\s?:$/i
const PROSE = /^\p{Lu}[\p{L}'’]*,? \p{L}/u

/** Lines of a field after which something is missing. Lines are Markdown, in order. */
export function lostContent(lines: readonly FieldLine[]): FieldLine[] {
  const filled = lines.filter((line) => line.text.trim() !== '')
  return filled.filter((line, index) => {
    const text = line.text.trim()
    if (!text.endsWith(':') || /^(?:[-*]|\d+\.) /.test(text)) return false
    const next = filled[index + 1]?.text.trim()
    if (next === undefined) return true
    return ANNOUNCES.test(text) && PROSE.test(next) && (next.length > 60 || /[.!?)]$/.test(next))
  })
}

/** Whether a line outside of entries breaks off in mid-sentence because the links after it were dropped. */
export function isCutOff(text: string): boolean {
  return (
    text.length > 30 &&
    /\s(?:the|a|an|on|of|to|in|with|for|by|and|or|following|such as|outlined on)$/i.test(text)
  )
}

/** A heading that promises a list, and one that promises anything at all. */
const LIST_HEADING = /\b(?:resources|links|references|further reading)$/i
const TEXT_HEADING = /^(?:(?:more|further|additional|useful|general) information|instructions)$/i

/** Whether a heading has lost what stood below it, given the lines from there to the next heading. */
export function isEmptyHeading(text: string, below: readonly string[]): boolean {
  if (text.length > 60) return false
  if (TEXT_HEADING.test(text)) return below.length === 0
  return (
    LIST_HEADING.test(text) && below.every((line) => /[.!]$/.test(line) && !/^(?:[-*•|]|\d+\.)/.test(line))
  )
}
