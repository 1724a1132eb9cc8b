// Which lines could begin anything but prose. Most lines a person writes begin with a plain word and end in one, and
// are no quote's header, no footer, no signature, no code: the readers of those need not look at them at all.
import { endsInVerb } from './attribution.ts'
import { LIST_LINE, mayBeFooter, NOTICE, SCANNER } from './footer.ts'
import { isLetter } from './opening.ts'
import { Finder, firstInk, lastInk, lineAt, type Sheet } from './sheet.ts'
import { CLOSING, DEVICE, mayBeSignature } from './signature.ts'

/** Footers and signatures that begin with a word and need no colon behind it. */
const FOOTER = new RegExp([LIST_LINE, SCANNER, NOTICE].map((form) => `(?:${form.source})`).join('|'), 'iu')
const SIGNATURE = new RegExp([DEVICE, CLOSING].map((form) => `(?:${form.source})`).join('|'), 'iu')

/** Own lines at which a reader might find the beginning of something, in order. */
export function wakefulLines(sheet: Sheet): number[] {
  const { text, kinds } = sheet
  const colon = new Finder(sheet, ':')
  const wideColon = new Finder(sheet, '：')
  const at = new Finder(sheet, '@')
  const found: number[] = []
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== 'own') continue
    if (
      !isLetter(text.charCodeAt(firstInk(sheet, i))) ||
      isOddEnd(text.charCodeAt(lastInk(sheet, i))) ||
      colon.isIn(i) ||
      at.isIn(i) ||
      wideColon.isIn(i) ||
      (mayBeFooter(sheet, i) && FOOTER.test(lineAt(sheet, i))) ||
      (mayBeSignature(sheet, i) && SIGNATURE.test(lineAt(sheet, i))) ||
      endsInVerb(sheet, i)
    )
      found.push(i)
  }
  return found
}

/** `;` `{` `}` `\\` of code, `)` `,` of its calls, `-` of a rule; letters beyond ASCII leave it open. */
const isOddEnd = (code: number): boolean => code >= 127 || ODD_ENDS[code] === 1

const ODD_ENDS = new Uint8Array(128)
for (const character of ';{}\\),-') ODD_ENDS[character.charCodeAt(0)] = 1
