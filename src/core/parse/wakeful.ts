// Which lines could begin anything but prose. Most lines a person writes begin with a plain word and end in one, and
// are no quote's header, no footer, no signature, no code: the readers of those need not look at them at all.
import { BARE_VERB } from './attribution.ts'
import { LIST_LINE, NOTICE, SCANNER } from './footer.ts'
import { lineAt, type Sheet } from './sheet.ts'
import { CLOSING, DEVICE } from './signature.ts'

/** All that begins with a word and needs no colon behind it. */
const OPENING = new RegExp(
  [LIST_LINE, SCANNER, NOTICE, DEVICE, CLOSING].map((form) => `(?:${form.source})`).join('|'),
  'iu',
)

/** Own lines at which a reader might find the beginning of something, in order. */
export function wakefulLines(sheet: Sheet): number[] {
  const found: number[] = []
  for (let i = 0; i < sheet.kinds.length; i++)
    if (sheet.kinds[i] === 'own' && isWakeful(lineAt(sheet, i))) found.push(i)
  return found
}

function isWakeful(line: string): boolean {
  return (
    !isLetter(firstInk(line)) ||
    isOddEnd(lastInk(line)) ||
    line.includes(':') ||
    line.includes('@') ||
    line.includes('：') ||
    OPENING.test(line) ||
    BARE_VERB.test(line.trimEnd().slice(-12))
  )
}

function firstInk(line: string): number {
  let i = 0
  while (line.charCodeAt(i) === 32 || line.charCodeAt(i) === 9) i++
  return line.charCodeAt(i)
}

function lastInk(line: string): number {
  let i = line.length - 1
  while (line.charCodeAt(i) === 32 || line.charCodeAt(i) === 9) i--
  return line.charCodeAt(i)
}

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122

/** `;` `{` `}` `\\` of code, `)` `,` of its calls, `-` of a rule; letters beyond ASCII leave it open. */
function isOddEnd(code: number): boolean {
  return ODD_ENDS.has(code) || !(code > 32 && code < 127)
}
const ODD_ENDS = new Set([...';{}\\),-'].map((character) => character.charCodeAt(0)))
