// Lines quoted by a mark at their start: `>`, `|`, initials (`JD> `), and what a mailer wrapped off the end of one.
import { codeAt, lineAt, type Sheet } from './sheet.ts'

const GT = 62
const BAR = 124
const COLON = 58

/** Marks quoted lines as `quote`. */
export function markQuotes(sheet: Sheet): void {
  const { firsts, kinds } = sheet
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== 'own' || !mayBeQuoted(firsts[i] as number) || !isQuoted(sheet, i)) continue
    kinds[i] = 'quote'
    if (i > 1 && kinds[i - 1] === 'own' && kinds[i - 2] === 'quote' && isWrappedRest(sheet, i - 1))
      kinds[i - 1] = 'quote'
  }
}

/** By the first character: a mark, a blank, a capital. */
const mayBeQuoted = (first: number): boolean =>
  first === GT || first === 32 || first === 9 || first === BAR || isCapital(first)

/** Line `i`, which isn't blank. */
function isQuoted(sheet: Sheet, i: number): boolean {
  const { text, starts, firsts } = sheet
  const start = starts[i] as number
  let at = start
  let first = firsts[i] as number
  while ((first === 32 || first === 9) && at < start + 4) first = codeAt(text, ++at)
  // `<jo@example.org` / `>:` is an attribution broken inside its address.
  if (first === GT) return !(codeAt(text, at + 1) === COLON && lineAt(sheet, i - 1).includes('<'))
  // A lone bar is a table or a drawing; two lines of bars below each other that end in none are a quote.
  if (first === BAR)
    return isBar(lineAt(sheet, i)) && (isBar(lineAt(sheet, i + 1)) || isBar(lineAt(sheet, i - 1)))
  return isCapital(first) && at <= start + 2 && hasInitials(text, at)
}

/** One to four capitals, perhaps a small letter, and the mark: `JD>`, `JDo>`. */
function hasInitials(text: string, from: number): boolean {
  let at = from + 1
  while (at < from + 4 && isCapital(codeAt(text, at))) at++
  const next = codeAt(text, at)
  return next === GT || (next >= 97 && next <= 122 && codeAt(text, at + 1) === GT)
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90

function isBar(line: string): boolean {
  return /^\s{0,3}\|(?: |$)/.test(line) && !/\|\s*$/.test(line.slice(2)) && !line.slice(2).includes(' | ')
}

/** A quoted line too long for the mailer: its last words stand alone below it, without the mark. */
function isWrappedRest(sheet: Sheet, i: number): boolean {
  const above = lineAt(sheet, i - 1).trimEnd()
  const rest = lineAt(sheet, i).trim()
  return above.length >= 66 && rest.length <= 60 && !/[.:?!]$/.test(above) && /^[\p{Ll}\d(["'<]/u.test(rest)
}
