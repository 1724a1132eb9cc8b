// Somebody else's letter pasted in without any mark, announced by a line such as "Here is Jo's cover letter:". The words
// below are Jo's; the author's own come back below a rule, a shortlog or the diff.
import { lastInk, lineAt, mark, type Sheet } from './sheet.ts'

/** A log message or an error message is nobody's letter. */
const LETTER =
  '(?<!\\b(?:log|commit|error|warning|status|debug|panic|kernel) )(?:cover[ -]?letter|letter|e-?mail|mail|message|posting|announcement|proposal)'
const ANNOUNCED = new RegExp(
  `(?:^|[\\s(])(?:(?!It|Let|That|Here|There|What|Today|This)\\p{Lu}[\\p{L}-]{1,30}(?:'s|’s|s'|s’)|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z]+ ){0,2}${LETTER}\\b|\\b${LETTER} (?:of|from|by) \\p{Lu}\\p{Ll}`,
  'u',
)

const COLON = 58

/** Marks letters announced at `lines` of the sheet. */
export function markPastedLetters(sheet: Sheet, lines: readonly number[]): void {
  const { text, kinds } = sheet
  for (const i of lines) {
    if (kinds[i] !== 'own' || text.charCodeAt(lastInk(sheet, i)) !== COLON) continue
    const line = lineAt(sheet, i).trimEnd()
    if (line.length > 200) continue
    const before = kinds[i - 1] === 'own' ? `${lineAt(sheet, i - 1)} ` : ''
    if (!ANNOUNCED.test(before.slice(-120) + line)) continue
    let end = i + 1
    while (end < kinds.length && (kinds[end] === 'own' || kinds[end] === 'blank')) end++
    mark(sheet, i + 1, end, 'pasted')
  }
}
