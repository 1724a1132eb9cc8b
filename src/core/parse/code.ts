// Source code, shell sessions and logs standing in the text, and the trailers and marks of patches.
import { isLetter } from './opening.ts'
import { firstInk, lastInk, lineAt, mark, type Sheet } from './sheet.ts'

const TRAILER =
  /^(?:(?:Signed-off|Reviewed|Acked|Tested|Reported|Suggested|Co-developed|Co-authored|Debugged|Requested|Originally|Reported-and-tested|Based-on-patch|Analyzed|Helped|Mentored|Nacked|Release-acked|Improved|Inspired|Noticed|Found|Diagnosed|Pointed-out|Fixed)-by|Cc|CC|Fixes|Change-Id|change-id|base-commit|prerequisite-patch-id|prerequisite-change-id|prerequisite-message-id|Message-I[Dd]|Based-on|Depends-on|BugLink|Closes|Backport|Requires|Supersedes|X-\w[\w-]{1,40}|Link|To|From|Date|Subject|In-Reply-To|References|List-ID)\s?: /
const PROMPT =
  /^(?:\$ |[\w.-]{1,30}@[\w.-]{1,60}[:~ ].{0,60}[#$] |\[[\w.-]+@[\w.-]+ [^\]]{1,60}\][#$] |[\w/~.-]{0,40}[#$] [a-z./])/
const LOG =
  /^(?:\[ {0,8}\d{1,7}\.\d{3,9}\]|\((?:XEN|d\d+|dom\d+)\) |\[\d{4}-\d\d-\d\d[ T]|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d|<\d>\[|(?:[A-Z][a-z]{2} {1,2}\d{1,2} )\d\d:\d\d:\d\d \S+ \S+:)/
const CODE_START =
  /^\s*(?:#\s?(?:include|define|if|ifdef|ifndef|endif|else|undef|pragma)\b|\/\*|\*\/|\* @|\/\/ ?\S|(?:static|extern|const|unsigned|struct|union|enum|typedef|inline|void|int|char|bool|u8|u16|u32|u64|return|goto|case|if|else|for|while|do|switch|break|continue)\b)/
const PUNCTUATION = /[=(){}[\];]|->|::|&&|\|\|/
/** One point of a list that goes on: "* Renamed the second helper as Ola asked;". */
const BULLET = /^\* (?:[A-Za-z'-]+[,.]? ){3,}[^=(){}]*;$/
const FENCE = /^\s{0,3}(?:```|~~~)/

/** Marks code and trailers at `lines` of the sheet. */
export function markCode(sheet: Sheet, lines: readonly number[]): void {
  const { text, kinds } = sheet
  let fence = -1
  for (const i of lines) {
    if (kinds[i] !== 'own') continue
    const line = lineAt(sheet, i)
    const first = text.charCodeAt(firstInk(sheet, i))
    if ((first === 96 || first === 126) && FENCE.test(line)) {
      if (fence >= 0) {
        mark(sheet, fence, i + 1, 'code')
        fence = -1
      } else fence = i
    } else if (isTrailer(line)) kinds[i] = 'trailer'
    else if (mayBeCode(first, text.charCodeAt(lastInk(sheet, i)), line) && isCode(line)) kinds[i] = 'code'
  }
}

function isTrailer(line: string): boolean {
  const first = line.charCodeAt(0)
  if (first === 45) return /^-{3,}\s*$/.test(line)
  return line.indexOf(':') > 0 && TRAILER.test(line)
}

/** False for most lines that are no code, by their ends alone. */
const mayBeCode = (first: number, last: number, line: string): boolean =>
  !isLetter(first) || !isLetter(last) || line.includes('@')

function isCode(line: string): boolean {
  const text = line.trim()
  const last = text.charCodeAt(text.length - 1)
  const first = text.charCodeAt(0)
  if (first === 42 && last === 59 && BULLET.test(text)) return false
  // `;` `{` `}` `\` at the end, or a first character that prose does not start with.
  if (last === 59 || last === 123 || last === 125 || last === 92)
    return !isProse(text) && (PUNCTUATION.test(text) || /^\s/.test(line))
  if (first === 36 || first === 91 || first === 40 || first === 60 || (first >= 48 && first <= 57))
    return LOG.test(text) || PROMPT.test(text)
  if (first === 35 || first === 47 || first === 42) return CODE_START.test(text) && !isProse(text)
  if (text.length < 100 && text.includes('@') && /[#$]/.test(text)) return PROMPT.test(text)
  return (
    (last === 41 || last === 44 || last === 58) &&
    CODE_START.test(text) &&
    /[(=]/.test(text) &&
    !isProse(text)
  )
}

/** Four plain words in a row, or a start like a sentence's: people, not compilers. */
function isProse(text: string): boolean {
  if (/^[A-Z][a-z]*(?: [a-z]+)+ [^=;(]*$/.test(text)) return true
  return (
    /(?:^|\s)(?:[A-Za-z']{2,}[,.]? ){4,}/.test(text.replace(/^[/*#\s]+/, '')) &&
    !/^(?:\/\*|\*|\/\/|#)/.test(text)
  )
}
