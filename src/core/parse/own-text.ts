// A mail's text to the parts its author wrote himself: quotes, copies, signatures, footers, patches, code and pasted
// letters left out. Each reader marks lines of the sheet; their order matters: what is quoted is nothing else, what
// git wrote has no signature of a person in it.
import type { Span } from '../model/message.ts'
import type { Person } from '../model/person.ts'
import { markAttributions } from './attribution.ts'
import { markCode } from './code.ts'
import { markDiffs } from './diff.ts'
import { markFooters } from './footer.ts'
import { markPastedLetters } from './pasted-letter.ts'
import { markQuotes } from './quote-marks.ts'
import { MAX_LINES, readSheet, type Sheet } from './sheet.ts'
import { markSignatures } from './signature.ts'
import { markCopies } from './unmarked-copy.ts'

/** UTF-16 units of own text that are read for meaning; what a person writes by hand is far below. */
export const MAX_OWN = 64 * 1024
/** Longer lines are no sentences: encoded data, minified code. */
const MAX_LINE = 10_000

/** The author's own words as ranges of `text`, in order, not overlapping; `author` helps to find his answers in copies. */
export function ownText(text: string, author: Person | null = null): Span[] {
  return spansOf(markSheet(text, author).sheet).spans
}

/** Every line of `text` with its kind, for `explain` and for the spans. */
export function markSheet(text: string, author: Person | null): { sheet: Sheet; hasDiff: boolean } {
  const sheet = readSheet(text)
  markQuotes(sheet)
  const hasDiff = markDiffs(sheet)
  markCopies(sheet, author)
  markAttributions(sheet, author)
  markFooters(sheet)
  markSignatures(sheet)
  markCode(sheet)
  markPastedLetters(sheet)
  return { sheet, hasDiff }
}

/** Runs of own lines with the blank ones between them; `cut` when there was more than MAX_OWN, MAX_LINES or MAX_LINE let through. */
export function spansOf({ lines, starts, kinds }: Sheet): { spans: Span[]; cut: boolean } {
  const spans: Span[] = []
  let start = -1
  let end = -1
  let total = 0
  let dropped = false
  const close = (): void => {
    if (start >= 0) {
      spans.push({ start, end })
      total += end - start
    }
    start = -1
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    if (kinds[i] === 'blank') continue
    if (kinds[i] !== 'own' || line.length > MAX_LINE) {
      if (kinds[i] === 'own') dropped = true
      close()
      continue
    }
    const at = starts[i] as number
    if (start < 0) start = at + (line.length - line.trimStart().length)
    if (total + at + line.length - start > MAX_OWN) {
      close()
      return { spans, cut: true }
    }
    end = at + line.trimEnd().length
  }
  close()
  return { spans, cut: dropped || lines.length >= MAX_LINES }
}
