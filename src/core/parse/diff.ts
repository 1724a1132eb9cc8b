// Patches in the text: hunks, file headers, diffstats, shortlogs, range-diffs. The letter above `---` and the notes
// below it are text; what git made is not.
import { firstCode, lineAt, mark, nextFilled, type Sheet } from './sheet.ts'

const FILE = /^(?:diff (?:--git |-|--cc )|Index: \S|GIT binary patch|Binary files )/
const HUNK = /^@@+ -\d+(?:,(\d+))? (?:-\d+(?:,\d+)? )?\+\d+(?:,(\d+))? @@/
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

/** Marks what git wrote as `diff`; true when a real diff (hunk or file header) stands in the text. */
export function markDiffs(sheet: Sheet): boolean {
  const { kinds } = sheet
  let any = false
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== 'own') continue
    const line = lineAt(sheet, i)
    if (isDiffStart(sheet, i)) {
      const to = diffEnd(sheet, i)
      mark(sheet, i, to, 'diff')
      any = true
      i = to - 1
    } else if (line.includes('|') ? STAT.test(line) : STAT_SUM.test(line)) {
      kinds[i] = 'diff'
    } else if (line.endsWith('):') && SHORTLOG.test(line)) {
      const to = indentedEnd(sheet, i + 1)
      if (to > i + 1) mark(sheet, i, to, 'diff')
    } else if (line.includes(':  ') && RANGE_DIFF.test(line)) {
      mark(sheet, i, indentedEnd(sheet, i + 1, /^\s{4}/), 'diff')
    }
  }
  return any
}

function isDiffStart(sheet: Sheet, i: number): boolean {
  const first = firstCode(sheet, i)
  if (first === AT) return HUNK.test(lineAt(sheet, i))
  if (first === MINUS) return lineAt(sheet, i).startsWith('--- ') && lineAt(sheet, i + 1).startsWith('+++ ')
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
    const first = firstCode(sheet, i)
    const hunk = first === AT ? readHunk(lineAt(sheet, i)) : null
    if (hunk) {
      old = hunk.old
      added = hunk.added
      blanks = 0
    } else if (old > 0 || added > 0) {
      if (first === PLUS) added--
      else if (first === MINUS) old--
      else if (first === 32 || first === 9 || kind === 'blank') {
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

/** How many lines of either side a hunk says it has. */
function readHunk(line: string): { old: number; added: number } | null {
  const hunk = HUNK.exec(line)
  return hunk && { old: Number(hunk[1] ?? 1), added: Number(hunk[2] ?? 1) }
}

/** A diff goes on below empty lines only with another file or hunk. */
function goesOn(sheet: Sheet, from: number): boolean {
  const i = nextFilled(sheet, from)
  return i < sheet.kinds.length && (isDiffStart(sheet, i) || EXTENDED.test(lineAt(sheet, i)))
}

function isHeaderLine(sheet: Sheet, i: number): boolean {
  if (isDiffStart(sheet, i)) return true
  const line = lineAt(sheet, i)
  return (
    EXTENDED.test(line) ||
    line.startsWith('+++ ') ||
    line.startsWith('--- ') ||
    /^[A-Za-z][\x21-\x7e]{50,}$/.test(line)
  )
}

function indentedEnd(sheet: Sheet, from: number, form = /^\s{1,8}\S/): number {
  let i = from
  while (sheet.kinds[i] === 'own' && form.test(lineAt(sheet, i))) i++
  return i
}
