// Another mail standing in the text without any mark: below "-----Original Message-----", "Begin forwarded message:",
// or a bare From:/Sent:/To:/Subject: block, in many languages. All of it is a copy, but for the author's marked
// answers inside (`[Jo] yes`), and where its lines carry quote marks after all.
import type { Person } from '../model/person.ts'
import { beginnings, mayBeginWith } from './opening.ts'
import { firstInk, lineAt, linesAt, mark, nextFilled, type Sheet } from './sheet.ts'

const MARKER =
  /^[\s*]{0,4}[-_=]{2,}[\s*]{0,3}(?:original (?:message|appointment|e-?mail)|(?:begin )?forwarded (?:message|by)|ursprüngliche nachricht|original-?nachricht|weitergeleitete nachricht|message d['’]origine|message du :|message original|message transféré|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|oorspronkelijke bericht|doorgestuurd bericht|ursprungligt meddelande|originalmeddelande|vidarebefordrat meddelande|oprindelig (?:meddelelse|besked)|videresendt|opprinnelig melding|alkuperäinen viesti|välitetty viesti|wiadomość oryginalna|oryginalna wiadomość|przesłana wiadomość|původní zpráva|přeposlaná zpráva|pôvodná správa|исходное сообщение|оригинальное сообщение|пересылаемое сообщение|eredeti üzenet|mesaj original|orijinal mesaj|αρχικό μήνυμα|原始邮件|原始郵件|转发的邮件|轉寄郵件|元のメッセージ|転送|원본 메시지|reply (?:above|message)|начало переадрес).{0,80}$/iu
const BEGIN =
  /^[\s*]{0,3}(?:message du|begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem encaminhada|begin doorgestuurd bericht|vidarebefordrat brev|start på videresendt besked|początek przekazywanej wiadomości|начало переадресованного сообщения)\s*[:：]/iu
const FROM =
  /^[\s*_]{0,12}(?:from|von|de|da|van|från|fra|lähettäjä|od|от|от кого|від|feladó|gönderen|kimden|από|de la|发件人|寄件者|寄件人|差出人|送信者|보낸 ?사람|from\s)[*_]{0,2}\s?[:：]/iu
const OTHER =
  /^[\s*_]{0,12}(?:sent|to|cc|bcc|subject|date|reply-to|importance|attachments|organization|gesendet|an|kopie|betreff|datum|envoyé(?: le)?|à|objet|sujet|copie(?: à)?|date|enviado(?: el| em)?|enviada(?: em)?|para|asunto|assunto|data|inviato(?: il)?|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|kopia|sendt(?: den)?|til|emne|dato|lähetetty|vastaanottaja|aihe|päivämäärä|wysłano|do|dw|temat|odesláno|komu|předmět|předmet|отправлено|дата|кому|тема|копия|küldve|címzett|tárgy|gönderildi|tarih|kime|konu|στάλθηκε|προς|θέμα|trimis|către|subiect|发送时间|日期|时间|收件人|主题|抄送|傳送時間|收件者|主旨|送信日時|宛先|件名|日時|보낸 ?날짜|받는 ?사람|제목|날짜)[*_]{0,2}\s?[:：]/iu
/** How BEGIN and FROM begin. */
const OPENINGS = beginnings('mes beg anf ini vid sta poc fro von de- da- van fra od- fel kim')

/** A patch kept in the text as `git format-patch` writes it. */
const GIT_FROM = /^\s{0,8}From [0-9a-f]{7,40} /

/** Marks copies that begin at `lines` of the sheet, to their end, which is the end of the text. */
export function markCopies(sheet: Sheet, lines: readonly number[], author: Person | null): void {
  const { kinds } = sheet
  for (const i of lines) {
    if (kinds[i] !== 'own') continue
    const body = copyAt(sheet, i)
    if (body < 0) continue
    if (isInlinePatch(sheet, i, body)) {
      markInlinePatch(sheet, i, body, author)
      continue
    }
    markRuleAbove(sheet, i)
    const first = nextFilled(sheet, body)
    if (kinds[first] === 'quote') {
      mark(sheet, i, body, 'copy')
      continue
    }
    const answers = author ? answerMark(author) : null
    for (let line = i; line < kinds.length; line++) {
      if (kinds[line] !== 'own') continue
      if (answers?.test(lineAt(sheet, line))) {
        while (kinds[line + 1] === 'own' && !isCopyLine(lineAt(sheet, line + 1))) line++
      } else kinds[line] = 'copy'
    }
    return
  }
}

/** The line mailers draw between the answer and the copy. */
function markRuleAbove(sheet: Sheet, from: number): void {
  const { kinds } = sheet
  let above = from - 1
  while (kinds[above] === 'blank') above--
  if (kinds[above] === 'own' && /^\s{0,3}[-_=*]{4,}\s*$/.test(lineAt(sheet, above))) kinds[above] = 'copy'
}

/** `From:`, `Date:` and `Subject: [PATCH …]` alone: what `git format-patch` writes, not a mail that was answered. */
function isInlinePatch(sheet: Sheet, from: number, body: number): boolean {
  if (GIT_FROM.test(lineAt(sheet, from - 1))) return true
  const header = linesAt(sheet, from, body)
  return (
    header.some((line) => /^\s*Subject:\s.*\[[^\]]*PATCH/i.test(line)) &&
    !header.some((line) => /^\s*(?:Sent|To|Cc):/i.test(line))
  )
}

/** The words of an inline patch are its author's, up to its diff. */
function markInlinePatch(sheet: Sheet, from: number, body: number, author: Person | null): void {
  const sender = lineAt(sheet, from).toLowerCase()
  const own =
    author !== null &&
    ((author.address !== '' && sender.includes(author.address)) ||
      (author.name !== '' && sender.includes(author.name.toLowerCase())))
  const start = GIT_FROM.test(lineAt(sheet, from - 1)) ? from - 1 : from
  mark(sheet, start, body, 'trailer')
  if (own) return
  let end = body
  while (sheet.kinds[end] === 'own' || sheet.kinds[end] === 'blank') end++
  mark(sheet, body, end, 'pasted')
}

const isCopyLine = (line: string): boolean => /^\s*[[<(]\p{L}/u.test(line)

/** Index of the line below the copy's header when a copy starts at `i`, else -1. */
function copyAt(sheet: Sheet, i: number): number {
  const ink = sheet.text.charCodeAt(firstInk(sheet, i))
  const ruled = ink === 45 || ink === 95 || ink === 61 || ink === 42
  const opens = mayBeginWith(sheet, i, OPENINGS)
  if (!ruled && !opens) return -1
  const line = lineAt(sheet, i)
  if ((ruled && MARKER.test(line)) || (opens && BEGIN.test(line))) return headerEnd(sheet, i + 1)
  if (ink === 95 && /^_{10,}\s*$/.test(line) && FROM.test(lineAt(sheet, nextFilled(sheet, i + 1)))) {
    const at = nextFilled(sheet, i + 1)
    return headersBelow(sheet, at) >= 2 ? headerEnd(sheet, at) : -1
  }
  if (!opens || line.length > 300 || !FROM.test(line)) return -1
  return headersBelow(sheet, i) >= 2 ? headerEnd(sheet, i) : -1
}

/** How many of the lines just below `i` are header fields; a folded or blank line (Outlook's HTML) may stand between. */
function headersBelow(sheet: Sheet, i: number): number {
  let count = 0
  for (let line = i + 1; line < Math.min(i + 12, sheet.kinds.length); line++) {
    if (OTHER.test(lineAt(sheet, line))) count++
    else if (sheet.kinds[line] !== 'blank' && !/^\s|@|;\s*$/.test(lineAt(sheet, line))) break
  }
  return count
}

function headerEnd(sheet: Sheet, from: number): number {
  let line = nextFilled(sheet, from)
  let last = from
  while (line < sheet.kinds.length && line - from < 20) {
    const text = lineAt(sheet, line)
    if (!FROM.test(text) && !OTHER.test(text) && !(line > from && /^\s/.test(text))) break
    last = line + 1
    line = nextFilled(sheet, line + 1)
  }
  return last
}

/** `[Jo]`, `<Jo>`, `Jo:` or `JD:` at a line's start, for the author's own name. */
function answerMark(author: Person): RegExp | null {
  const words = author.name.split(/[\s,.]+/).filter((word) => /^\p{L}[\p{L}'-]{1,30}$/u.test(word))
  if (words.length === 0) return null
  const initials = words.map((word) => word[0]).join('')
  const names = [...words, initials, words.join(' ')].filter((name) => name.length > 1)
  return new RegExp(
    `^\\s{0,4}(?:[\\[<(](?:${names.join('|')})[\\])>:]|(?:${names.join('|')})\\s?(?:[:>]|--))\\s?`,
    'iu',
  )
}
