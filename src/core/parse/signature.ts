// Who signs and with what: "-- " and all below it (RFC 3676 §4.3), "Sent from my phone", and closing words with the
// name, title and address lines under them.
import { beginnings, mayBeginWith } from './opening.ts'
import { lineAt, mark, nextFilled, type Sheet } from './sheet.ts'

export const DEVICE =
  /^[\s(*_>-]{0,4}(?:sent from (?:my|a|the|yahoo|mail|outlook|proton|samsung|iphone|android|blackberry|nine|bluemail|gmail|zoho|windows|spark|airmail|newton|mailbird|thunderbird|k-9|\p{Lu})|get outlook for|gesendet (?:von|mit)|von meinem .{1,40} gesendet|envoyé (?:de(?:puis)?|à partir|avec)|enviado (?:desde|do|de|a partir)|inviato d(?:a|al)|verzonden (?:vanaf|met)|verstuurd vanaf|skickat från|sendt fra|lähetetty|wysłane z|wysłano z|odesláno z|отправлено (?:с|из)|sent via|sent with|从我的|发自我的|發自我的|iPhoneから|나의 iphone).{0,80}$/iu
export const CLOSING =
  /^\s{0,4}(?:(?:with |many )?(?:best|kind|kindest|warm|warmest)(?: regards| wishes)?|regards|greetings|cheers|thanks(?: again| in advance| and regards| & regards| a lot| so much)?|many thanks|thank you(?: again| in advance| very much)?|thx|tia|br|rgds|mfg|sincerely(?: yours)?|yours(?: sincerely| truly| faithfully)?|respectfully|ciao|take care|all the best|(?:mit )?(?:freundlichen|besten|viele[nr]?|liebe|schöne) grüßen?|(?:beste|viele|liebe) grüße|gruß|cordialement|(?:bien )?(?:cordialement|amicalement)|bien à vous|salutations|saludos(?: cordiales)?|un saludo|atentamente|abraços|atenciosamente|att|cordiali saluti|saluti|distinti saluti|(?:met )?vriendelijke groeten?|groeten|(?:med )?vänliga hälsningar|mvh|hälsningar|(?:med )?venlig hilsen|hilsen|terveisin|pozdrawiam|s pozdravem|с уважением|üdvözlettel|saygılarımla)(?=[\s,.!~-]|$)/iu
/** How the lines above begin. */
const OPENINGS = beginnings(
  'sen get ges von env inv ver ski wys ode iph wit man bes kin war reg gre che tha thx tia br- rgd mfg sin you res cia tak all mit fre vie lie sch gru cor bie ami sal un- ate abr att dis met vri gro med mvh ven hil ter poz s-p say',
)

/** False for most lines that are neither DEVICE nor CLOSING, and for none that is one. */
export const mayBeSignature = (sheet: Sheet, i: number): boolean => mayBeginWith(sheet, i, OPENINGS)

/** What may follow closing words on their line: a name, or what the thanks are for. */
const AFTER_CLOSING =
  /^[,.!~ -]{0,4}(?:for (?:your|the) [a-z ]{2,30}[.!]{0,3}|\p{Lu}[\p{L}'.-]{0,20}(?: \p{Lu}[\p{L}'.-]{0,20}){0,2})?[^\p{L}\p{N}]{0,6}$/u
/** A signature says nothing of what its owner does. */
const SENTENCE = /\s\S+\s.*[.?]\s*$|\b(?:I|I'm|I'll|I've|we|we're|I’m|I’ll|I’ve)\b/
/** `—`, or the name right behind the dashes: `-- Kim`. */
const NAMED_DASH = /^(?:—|--) ?(?:\p{Lu}[\p{L}.'-]{1,20}(?: \p{Lu}[\p{L}.'-]{0,20}){0,2})?\s*$/u
/** A name in capitals or a single word; "Please assign it to me" below the thanks is none. */
const NAME_LINE =
  /^[^\p{Ll}]\S*(?: +(?:[^\p{Ll}]\S*|van|von|de|der|den|of|at|and|da|di|la|le|el|bin|al)){0,7}$|^\p{L}[\p{L}.'-]{0,20}[,.!]?$/u
/** Lines a signature block may have, and how long each may be. */
const BLOCK_LINES = 10
const BLOCK_WIDTH = 76

/** Marks signatures that begin at `lines` of the sheet. */
export function markSignatures(sheet: Sheet, lines: readonly number[]): void {
  markDelimited(sheet, lines)
  const { kinds } = sheet
  for (const i of lines) {
    if (kinds[i] !== 'own' || !mayBeSignature(sheet, i)) continue
    const line = lineAt(sheet, i)
    if (line.length > 120 || !DEVICE.test(line) || /[.!?,] |[.!?]$/.test(line)) continue
    kinds[i] = 'signature'
    // Phones put their line below the answer, and the whole mail answered below that.
    mark(sheet, i + 1, endOfOwn(sheet, i + 1), 'copy')
  }
  markClosings(sheet, lines)
}

function markDelimited(sheet: Sheet, lines: readonly number[]): void {
  const { firsts, kinds } = sheet
  for (const i of lines) {
    if (kinds[i] !== 'own' || !DASHES.includes(firsts[i] as number)) continue
    const line = lineAt(sheet, i)
    if (line.length > 40 || !(/^--\s*$/.test(line) || NAMED_DASH.test(line)) || !isLast(sheet, i, 15))
      continue
    // Another part of the mail may follow a signature; only marked quotes show that the mail goes on.
    mark(sheet, i, endOfOwn(sheet, i), 'signature')
  }
}

/** `-` and `—`. */
const DASHES: readonly number[] = [45, 0x2014]

/** The end of the run of own and blank lines from `from` on. */
function endOfOwn({ kinds }: Sheet, from: number): number {
  let i = from
  while (
    i < kinds.length &&
    (kinds[i] === 'own' || kinds[i] === 'blank' || kinds[i] === 'footer' || kinds[i] === 'signature')
  )
    i++
  return i
}

/** True when at most `most` own lines follow before a quote, a copy or the end. */
function isLast(sheet: Sheet, i: number, most: number): boolean {
  let own = 0
  for (let line = i + 1; line < sheet.kinds.length; line++) {
    const kind = sheet.kinds[line]
    if (kind === 'own') own++
    else if (kind === 'quote' || kind === 'copy' || kind === 'attribution' || kind === 'diff') break
    if (own > most) return false
  }
  return true
}

/** Closing words, also two of them: "Thanks and best regards", "Mit freundlichen Grüßen / Best regards". */
function closes(line: string): boolean {
  const closing = CLOSING.exec(line)
  if (!closing) return false
  const rest = line.slice(closing[0].length)
  if (AFTER_CLOSING.test(rest)) return true
  const more = AND.exec(rest)
  const second = more && CLOSING.exec(rest.slice(more[0].length))
  return second !== null && AFTER_CLOSING.test(rest.slice(more![0].length + second[0].length))
}
const AND = /^\s{0,2}(?:and|und|&|\/|\|)\s{0,2}/i

function markClosings(sheet: Sheet, lines: readonly number[]): void {
  const { kinds } = sheet
  for (const i of lines) {
    if (kinds[i] !== 'own' || !mayBeSignature(sheet, i)) continue
    const line = lineAt(sheet, i)
    if (line.length > 60 || !closes(line)) continue
    // The closing words, and the one paragraph of name and titles below them; a P.S. or a list of changes is text again.
    let end = nextFilled(sheet, i + 1)
    let filled = 0
    let short = NAME_LINE.test(lineAt(sheet, end).trim())
    for (; kinds[end] === 'own' && filled <= BLOCK_LINES; end++) {
      filled++
      const text = lineAt(sheet, end)
      if (text.length > BLOCK_WIDTH || SENTENCE.test(text)) short = false
    }
    mark(sheet, i, short && filled <= BLOCK_LINES ? end : i + 1, 'signature')
  }
}
