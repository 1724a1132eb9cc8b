// What list software, companies and scanners put under a mail: list footers, confidentiality notices, "checked for
// viruses". Nobody's own words.
import { beginnings, mayBeginWith } from './opening.ts'
import { codeAt, firstInk, lineAt, linesAt, mark, type Sheet } from './sheet.ts'

const RULE = /^\s{0,3}(?:_{2,}|-{3,}|={5,}|[-=]{10,}|\*{5,})\s*$/
const LIST_WORDS =
  /mailing ?list|mailman|listinfo|unsubscri|subscri(?:be|ption)|groups\.google|groups\.io|lists\.\S+|\bmajordomo\b|list archives?/i
export const LIST_LINE =
  /^\s{0,3}(?:to unsubscribe\b|unsubscribe(?: from|:)|you received this message because you are subscribed|you(?:'ve| have) received this (?:message|email) because|to view this discussion (?:on the web|visit)|for more options,? visit|more majordomo info|visit this group at|to post to this group|\S{2,40} mailing ?list$|https?:\/\/\S{1,100}\/(?:mailman|mailman3)\/\S{0,100}$|please read the faq at|groups\.io links)/iu
export const NOTICE =
  /^\s{0,3}[*"_-]{0,4}\s?(?:this (?:e-?mail|message|communication|transmission|electronic mail)\b|the (?:information|contents?) (?:contained |transmitted |of |in )|(?:email |e-mail )?(?:confidentiality|privacy|legal)(?: and \w+)? (?:notice|note|disclaimer|statement)|disclaimer\b|confidential(?:ity)?\b|important notice|notice\s?:|privileged|if you are not the intended|diese (?:e-?mail|nachricht)|ce (?:message|courriel|mail)|este (?:mensaje|correo|e-?mail|mensagem)|esta mensagem|questo messaggio|le informazioni contenute|dit (?:bericht|e-?mail)|this footnote|-{2,} ?confidential|amazon (?:development|web services)|registered (?:in|office|address)|registration no|sitz(?: der gesellschaft)?\s?:|geschäftsführ|amtsgericht)/iu
const NOTICE_WORDS =
  /confidential|privileged|intended (?:only|solely|recipient|exclusively)|unauthori[sz]ed|intended for the|virus|vertraulich|confidentiel|confidencial|riservat|vertrouwelijk|registered (?:in|office|number|address)|registration no|geschäftsführ|amtsgericht|registergericht|ust-?id|company (?:number|no)/iu
export const SCANNER =
  /^\s{0,3}(?:this (?:e-?mail|message) (?:has been|was) (?:checked|scanned)|(?:virus-free|scanned by|checked by (?:avg|avast))|diese e-mail wurde .{0,40}geprüft|l'absence de virus|este correo electrónico ha sido comprobado|no virus found)/iu

/** What companies have their mail servers write above a mail: how secret it is. */
const LABEL =
  /^\s{0,3}\[[^\][]{0,40}\b(?:official use only|internal (?:use|distribution)(?: only)?|company confidential)\b[^\][]{0,60}\]\s*$/i

/** How the lines above begin. */
const OPENINGS = beginnings(
  'to- uns you for mor vis htt ple gro thi vir sca che die l-a est no- the ema e-m con pri leg dis imp not if- ce- que le- dit ama reg sit ges amt',
)

/** False for most lines that are none of LIST_LINE, NOTICE and SCANNER, and for none that is one. */
export function mayBeFooter(sheet: Sheet, i: number): boolean {
  if (mayBeginWith(sheet, i, OPENINGS)) return true
  // `…mailing list` at the very end.
  const { text, starts } = sheet
  const end = (starts[i + 1] as number) - 1
  return (codeAt(text, end - 1) | 32) === 116 && (codeAt(text, end - 3) | 32) === 105
}

/** Marks footers that begin at `lines` of the sheet. */
export function markFooters(sheet: Sheet, lines: readonly number[]): void {
  const { text, kinds } = sheet
  for (const i of lines) {
    if (kinds[i] !== 'own') continue
    const first = text.charCodeAt(firstInk(sheet, i))
    if (mayBeRule(first) && RULE.test(lineAt(sheet, i))) {
      if (isListRule(sheet, i)) mark(sheet, i, ownEnd(sheet, i), 'footer')
    } else if (first === 91 && LABEL.test(lineAt(sheet, i))) kinds[i] = 'footer'
    else if (mayBeFooter(sheet, i)) markWords(sheet, i)
  }
}

/** `_` `-` `=` `*` */
const mayBeRule = (code: number): boolean => code === 95 || code === 45 || code === 61 || code === 42

function markWords(sheet: Sheet, i: number): void {
  const line = lineAt(sheet, i)
  if (LIST_LINE.test(line)) mark(sheet, i, ownEnd(sheet, i), 'footer')
  else if (
    SCANNER.test(line) ||
    (sheet.kinds[i - 1] !== 'own' && NOTICE.test(line) && NOTICE_WORDS.test(paragraph(sheet, i)))
  )
    mark(sheet, i, paragraphEnd(sheet, i), 'footer')
}

/** A rule with list words below it. The `---` above a diff is none: notes for readers stand there, and name lists too. */
function isListRule(sheet: Sheet, i: number): boolean {
  if (!LIST_WORDS.test(below(sheet, i, 4))) return false
  return lineAt(sheet, i).trim() !== '---' || !sheet.kinds.includes('diff', i)
}

/** The next `count` lines that aren't blank, joined. */
function below(sheet: Sheet, i: number, count: number): string {
  const { kinds } = sheet
  let text = ''
  for (let line = i + 1, left = count; line < kinds.length && left > 0; line++) {
    if (kinds[line] === 'blank') continue
    if (kinds[line] !== 'own') break
    text += `${lineAt(sheet, line).slice(0, 200)}\n`
    left--
  }
  return text
}

function paragraph(sheet: Sheet, i: number): string {
  return linesAt(sheet, i, Math.min(paragraphEnd(sheet, i), i + 30))
    .join(' ')
    .slice(0, 4000)
}

function paragraphEnd({ kinds }: Sheet, i: number): number {
  let end = i
  while (end < kinds.length && kinds[end] === 'own') end++
  return end
}

/** A list's footer ends the author's text: to the next quote, or the end. */
function ownEnd({ kinds }: Sheet, i: number): number {
  let end = i
  while (end < kinds.length && (kinds[end] === 'own' || kinds[end] === 'blank')) end++
  return end
}
