// Lines quoted by a mark at their start: `>`, `|`, initials (`JD> `), and what a mailer wrapped off the end of one.
import type { Sheet } from './sheet.ts'

const INITIALS = /^\s{0,2}[A-Z]{1,4}[a-z]?>/
const GT = 62
const BAR = 124
const COLON = 58

/** Marks quoted lines as `quote`. */
export function markQuotes(sheet: Sheet): void {
  const { lines, kinds } = sheet
  let any = false
  for (let i = 0; i < lines.length; i++) {
    if (kinds[i] === 'own' && isQuoted(lines[i] as string, lines[i + 1], lines[i - 1])) {
      kinds[i] = 'quote'
      any = true
    }
  }
  if (any) markWrappedRests(sheet)
}

function isQuoted(line: string, next: string | undefined, before: string | undefined): boolean {
  let at = 0
  while (at < 4 && (line.charCodeAt(at) === 32 || line.charCodeAt(at) === 9)) at++
  const first = line.charCodeAt(at)
  // `<jo@example.org` / `>:` is an attribution broken inside its address.
  if (first === GT) return !(line.charCodeAt(at + 1) === COLON && before?.includes('<') === true)
  // A lone bar is a table or a drawing; two lines of bars below each other that end in none are a quote.
  if (first === BAR)
    return isBar(line) && ((next !== undefined && isBar(next)) || (before !== undefined && isBar(before)))
  return first >= 65 && first <= 90 && line.indexOf('>') > 0 && line.indexOf('>') < 9 && INITIALS.test(line)
}

function isBar(line: string): boolean {
  return /^\s{0,3}\|(?: |$)/.test(line) && !/\|\s*$/.test(line.slice(2)) && !line.slice(2).includes(' | ')
}

/** A quoted line too long for the mailer: its last words stand alone below it, without the mark. */
function markWrappedRests({ lines, kinds }: Sheet): void {
  for (let i = 1; i + 1 < lines.length; i++) {
    if (kinds[i] !== 'own' || kinds[i - 1] !== 'quote' || kinds[i + 1] !== 'quote') continue
    const above = (lines[i - 1] as string).trimEnd()
    const rest = (lines[i] as string).trim()
    if (above.length >= 66 && rest.length <= 60 && !/[.:?!]$/.test(above) && /^[\p{Ll}\d(["'<]/u.test(rest))
      kinds[i] = 'quote'
  }
}
