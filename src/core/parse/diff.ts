// Patches in the text: hunks, file headers, diffstats, shortlogs, range-diffs. The letter above `---` and the notes
// below it are text; what git made is not.
import { mark, type Sheet } from './sheet.ts'

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

/** Marks what git wrote as `diff`; true when a real diff (hunk or file header) stands in the text. */
export function markDiffs(sheet: Sheet): boolean {
  const { lines, kinds } = sheet
  let any = false
  for (let i = 0; i < lines.length; i++) {
    if (kinds[i] !== 'own') continue
    const line = lines[i] as string
    const first = line.charCodeAt(0)
    if (isDiffStart(line, first, lines[i + 1])) {
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

function isDiffStart(line: string, first: number, next: string | undefined): boolean {
  if (first === 64) return HUNK.test(line)
  if (first === 45) return line.startsWith('--- ') && next?.startsWith('+++ ') === true
  return (first === 100 || first === 73 || first === 71 || first === 66) && FILE.test(line)
}

/** The line after a diff that starts at `from`: hunks are followed by their own counts. */
function diffEnd({ lines, kinds }: Sheet, from: number): number {
  let old = 0
  let added = 0
  let i = from
  let blanks = 0
  for (; i < lines.length; i++) {
    if (kinds[i] === 'quote' || kinds[i] === 'signature') break
    const line = lines[i] as string
    const hunk = line.charCodeAt(0) === 64 ? HUNK.exec(line) : null
    if (hunk) {
      old = Number(hunk[1] ?? 1)
      added = Number(hunk[2] ?? 1)
      blanks = 0
      continue
    }
    const mark = line.charCodeAt(0)
    if (old > 0 || added > 0) {
      if (mark === 43) added--
      else if (mark === 45) old--
      else if (mark === 32 || mark === 9 || kinds[i] === 'blank') {
        old--
        added--
      }
      // A mailer wrapped a long line of the hunk, or somebody cut the hunk short and writes below an empty line.
      else if (mark !== 92 && blanks > 0) break
      blanks = kinds[i] === 'blank' ? blanks + 1 : 0
      continue
    }
    if (kinds[i] === 'blank') {
      if (!continues(lines, kinds, i + 1)) break
    } else if (!isHeaderLine(line, lines[i + 1])) break
  }
  return i
}

/** A diff goes on below empty lines only with another file or hunk. */
function continues(lines: readonly string[], kinds: readonly string[], from: number): boolean {
  let i = from
  while (i < lines.length && kinds[i] === 'blank') i++
  const line = lines[i]
  return line !== undefined && (isDiffStart(line, line.charCodeAt(0), lines[i + 1]) || EXTENDED.test(line))
}

function isHeaderLine(line: string, next: string | undefined): boolean {
  return (
    isDiffStart(line, line.charCodeAt(0), next) ||
    EXTENDED.test(line) ||
    line.startsWith('+++ ') ||
    line.startsWith('--- ') ||
    /^[A-Za-z][\x21-\x7e]{50,}$/.test(line)
  )
}

function indentedEnd({ lines, kinds }: Sheet, from: number, form = /^\s{1,8}\S/): number {
  let i = from
  while (i < lines.length && kinds[i] === 'own' && form.test(lines[i] as string)) i++
  return i
}
