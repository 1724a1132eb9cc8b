// Patches in the text: hunks, file headers, diffstats, shortlogs, range-diffs. The letter above `---` and the notes
// below it are text; what git made is not.
import { codeAt, Finder, lineAt, mark, nextFilled, type Sheet } from './sheet.ts'

const FILE = /^(?:diff (?:--git |-|--cc )|Index: \S|GIT binary patch|Binary files )/
const EXTENDED =
  /^(?:index [0-9a-f]{4,}|old mode |new mode |new file mode |deleted file mode |similarity index |dissimilarity index |rename (?:from|to) |copy (?:from|to) |={20,}|literal \d|delta \d|\\ No newline)/
const STAT =
  /^\s{0,4}\S.{0,200}\s\|\s+(?:\d+(?: [+-]+)?|Bin(?: .{0,60})?|Unmerged|\d+ \S{0,5})\s*$|^ ?\.{3}\/.{0,200} \|\s+\d+/
const STAT_SUM =
  /^\s{0,4}\d+ files? changed(?:,|$)|^ (?:create|delete) mode \d{6} |^ (?:rename|copy) .{1,300} \(\d+%\)$|^ mode change \d{6} /
const SHORTLOG = /^\S.{0,80} \(\d{1,4}\):$/
const RANGE_DIFF = /^\s{0,6}(?:\d+|-):\s+[0-9a-f-]{5,40} [=!<>] +(?:\d+|-):/

const AT = 64
const PLUS = 43
const MINUS = 45
const BACKSLASH = 92
const COMMA = 44

/** Marks what git wrote as `diff`; true when a real diff (hunk or file header) stands in the text. */
export function markDiffs(sheet: Sheet): boolean {
  const { kinds } = sheet
  const bar = new Finder(sheet, '|')
  let any = false
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== 'own') continue
    if (isDiffStart(sheet, i)) {
      const to = diffEnd(sheet, i)
      mark(sheet, i, to, 'diff')
      any = true
      i = to - 1
    } else if (
      bar.isIn(i) ? STAT.test(lineAt(sheet, i)) : mayCount(sheet, i) && STAT_SUM.test(lineAt(sheet, i))
    ) {
      kinds[i] = 'diff'
    } else if (endsInBracket(sheet, i) && SHORTLOG.test(lineAt(sheet, i))) {
      const to = indentedEnd(sheet, i + 1)
      if (to > i + 1) mark(sheet, i, to, 'diff')
    } else if (mayCount(sheet, i) && RANGE_DIFF.test(lineAt(sheet, i))) {
      mark(sheet, i, indentedEnd(sheet, i + 1, /^\s{4}/), 'diff')
    }
  }
  return any
}

const endsInBracket = ({ text, starts }: Sheet, i: number): boolean =>
  text.startsWith('):', (starts[i + 1] as number) - 3)

/** Whether a line begins with a number or a dash, or behind a blank with anything: all that count do. */
function mayCount({ firsts }: Sheet, i: number): boolean {
  const first = firsts[i] as number
  return (first >= 48 && first <= 57) || first === MINUS || first === 32 || first === 9
}

function isDiffStart(sheet: Sheet, i: number): boolean {
  const { text, starts } = sheet
  const first = sheet.firsts[i] as number
  if (first === AT) return readHunk(sheet, i) !== null
  if (first === MINUS)
    return (
      text.startsWith('--- ', starts[i]) &&
      text.startsWith('+++ ', starts[i + 1]) &&
      i + 1 < sheet.kinds.length
    )
  // `diff`, `Index:`, `GIT binary patch`, `Binary files`.
  return (first === 100 || first === 73 || first === 71 || first === 66) && FILE.test(lineAt(sheet, i))
}

/** The line after a diff that starts at `from`: hunks are followed by their own counts. */
function diffEnd(sheet: Sheet, from: number): number {
  const { kinds } = sheet
  let old = 0
  let added = 0
  let i = from
  let blanks = 0
  for (; i < kinds.length; i++) {
    const kind = kinds[i]
    if (kind === 'quote' || kind === 'signature') break
    const inHunk = old > 0 || added > 0
    const first = sheet.firsts[i] as number
    if (inHunk && (first === PLUS || first === MINUS || first === 32)) {
      if (first !== PLUS) old--
      if (first !== MINUS) added--
      blanks = kind === 'blank' ? blanks + 1 : 0
      continue
    }
    const hunk = first === AT ? readHunk(sheet, i) : null
    if (hunk) {
      old = hunk.old
      added = hunk.added
      blanks = 0
    } else if (inHunk) {
      if (first === 9 || kind === 'blank') {
        old--
        added--
      }
      // A mailer wrapped a long line of the hunk, or somebody cut the hunk short and writes below an empty line.
      else if (first !== BACKSLASH && blanks > 0) break
      blanks = kind === 'blank' ? blanks + 1 : 0
    } else if (kind === 'blank') {
      if (!goesOn(sheet, i + 1)) break
    } else if (!isHeaderLine(sheet, i)) break
  }
  return i
}

/** How many lines of either side a hunk says it has: `@@ -10,7 +10,6 @@`, of a merge `@@@ -1,2 -1,3 +1,4 @@@`. */
function readHunk({ text, starts }: Sheet, i: number): { old: number; added: number } | null {
  const start = starts[i] as number
  let at = start
  while (codeAt(text, at) === AT) at++
  const old = at < start + 2 ? null : readRange(text, at, MINUS)
  const added = old && readRange(text, (readRange(text, old.end, MINUS) ?? old).end, PLUS)
  return added && text.startsWith(' @@', added.end) ? { old: old.lines, added: added.lines } : null
}

/** ` -10,7`: how many lines, and where it ends. */
function readRange(text: string, at: number, sign: number): { lines: number; end: number } | null {
  if (codeAt(text, at) !== 32 || codeAt(text, at + 1) !== sign) return null
  const first = readNumber(text, at + 2)
  if (!first || codeAt(text, first.end) !== COMMA) return first && { lines: 1, end: first.end }
  return readNumber(text, first.end + 1)
}

function readNumber(text: string, at: number): { lines: number; end: number } | null {
  let lines = 0
  let end = at
  for (let code = codeAt(text, end); code >= 48 && code <= 57; code = codeAt(text, ++end))
    lines = lines * 10 + code - 48
  return end === at ? null : { lines, end }
}

/** A diff goes on below empty lines only with another file or hunk. */
function goesOn(sheet: Sheet, from: number): boolean {
  const i = nextFilled(sheet, from)
  return i < sheet.kinds.length && (isDiffStart(sheet, i) || EXTENDED.test(lineAt(sheet, i)))
}

function isHeaderLine(sheet: Sheet, i: number): boolean {
  const { text, starts } = sheet
  if (text.startsWith('+++ ', starts[i]) || text.startsWith('--- ', starts[i])) return true
  if (isDiffStart(sheet, i)) return true
  const line = lineAt(sheet, i)
  return EXTENDED.test(line) || /^[A-Za-z][\x21-\x7e]{50,}$/.test(line)
}

function indentedEnd(sheet: Sheet, from: number, form = /^\s{1,8}\S/): number {
  let i = from
  while (sheet.kinds[i] === 'own' && form.test(lineAt(sheet, i))) i++
  return i
}
