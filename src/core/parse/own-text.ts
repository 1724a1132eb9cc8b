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
import { firstInk, lastInk, MAX_LINES, readSheet, type Sheet } from './sheet.ts'
import { markSignatures } from './signature.ts'
import { markCopies } from './unmarked-copy.ts'
import { wakefulLines } from './wakeful.ts'

/** UTF-16 units of own text that are read for meaning; what a person writes by hand is far below. */
export const MAX_OWN = 64 * 1024
/** Longer lines are no sentences: encoded data, minified code. */
const MAX_LINE = 10_000

/** The author's own words as ranges of `text`, in order, not overlapping; `author` helps to find his answers in copies. */
export function ownText(text: string, author: Person | null = null): Span[] {
  return spansOf(markSheet(text, author).sheet).spans
}

/**
 * Every line of `text` with its kind. `choose` says at which lines the readers look; the result is the same for all
 * that name every wakeful line.
 */
export function markSheet(
  text: string,
  author: Person | null,
  choose: (sheet: Sheet) => readonly number[] = wakefulLines,
): { sheet: Sheet; hasDiff: boolean } {
  const sheet = readSheet(text)
  markQuotes(sheet)
  const hasDiff = markDiffs(sheet)
  const lines = choose(sheet)
  markCopies(sheet, lines, author)
  markAttributions(sheet, lines, author)
  markFooters(sheet, lines)
  markSignatures(sheet, lines)
  markCode(sheet, lines)
  markPastedLetters(sheet, lines)
  return { sheet, hasDiff }
}

/** Runs of own lines with the blank ones between them; `cut` when there was more than MAX_OWN, MAX_LINES or MAX_LINE let through. */
export function spansOf(sheet: Sheet): { spans: Span[]; cut: boolean } {
  const { starts, kinds } = sheet
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
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i]
    if (kind === 'blank') continue
    const next = starts[i + 1] as number
    if (kind !== 'own' || next - (starts[i] as number) > MAX_LINE + 1) {
      if (kind === 'own') dropped = true
      close()
      continue
    }
    if (start < 0) start = firstInk(sheet, i)
    if (total + next - 1 - start > MAX_OWN) {
      close()
      return { spans, cut: true }
    }
    end = lastInk(sheet, i) + 1
  }
  close()
  return { spans, cut: dropped || kinds.length >= MAX_LINES }
}
