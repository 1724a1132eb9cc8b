// Lines quoted by a mark at their start: `>`, `|`, initials (`JD> `), and what a mailer wrapped off the end of one.
import { lineAt, type Sheet } from './sheet.ts'

const INITIALS = /^\s{0,2}[A-Z]{1,4}[a-z]?>/
const GT = 62
const BAR = 124
const COLON = 58

/** Marks quoted lines as `quote`. */
export function markQuotes(sheet: Sheet): void {
  const { kinds } = sheet
  let any = false
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] === 'own' && isQuoted(sheet, i)) {
      kinds[i] = 'quote'
      any = true
    }
  }
  if (any) markWrappedRests(sheet)
}

/** Line `i`, which isn't blank. */
function isQuoted(sheet: Sheet, i: number): boolean {
  const { text, starts } = sheet
  const start = starts[i] as number
  let at = start
  while (at < start + 4 && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++
  const first = text.charCodeAt(at)
  // `<jo@example.org` / `>:` is an attribution broken inside its address.
  if (first === GT) return !(text.charCodeAt(at + 1) === COLON && lineAt(sheet, i - 1).includes('<'))
  // A lone bar is a table or a drawing; two lines of bars below each other that end in none are a quote.
  if (first === BAR)
    return isBar(lineAt(sheet, i)) && (isBar(lineAt(sheet, i + 1)) || isBar(lineAt(sheet, i - 1)))
  return first >= 65 && first <= 90 && INITIALS.test(text.slice(start, start + 9))
}

function isBar(line: string): boolean {
  return /^\s{0,3}\|(?: |$)/.test(line) && !/\|\s*$/.test(line.slice(2)) && !line.slice(2).includes(' | ')
}

/** A quoted line too long for the mailer: its last words stand alone below it, without the mark. */
function markWrappedRests(sheet: Sheet): void {
  const { kinds } = sheet
  for (let i = 1; i + 1 < kinds.length; i++) {
    if (kinds[i] !== 'own' || kinds[i - 1] !== 'quote' || kinds[i + 1] !== 'quote') continue
    const above = lineAt(sheet, i - 1).trimEnd()
    const rest = lineAt(sheet, i).trim()
    if (above.length >= 66 && rest.length <= 60 && !/[.:?!]$/.test(above) && /^[\p{Ll}\d(["'<]/u.test(rest))
      kinds[i] = 'quote'
  }
}
