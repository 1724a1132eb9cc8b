// A text as lines, each with a kind. The readers of quotes, diffs, signatures … mark lines one after the other; what
// nobody marked is the author's own.

export type LineKind =
  | 'own'
  | 'blank'
  | 'quote'
  | 'attribution'
  | 'copy'
  | 'signature'
  | 'footer'
  | 'diff'
  | 'code'
  | 'trailer'
  | 'pasted'

export interface Sheet {
  readonly lines: readonly string[]
  /** Offset of each line's first character in the text. */
  readonly starts: readonly number[]
  readonly kinds: LineKind[]
}

/** Lines read of one text; nobody writes more by hand. */
export const MAX_LINES = 10_000

/** The first MAX_LINES lines of `text`, blank or own as yet. */
export function readSheet(text: string): Sheet {
  const lines = text.split('\n', MAX_LINES)
  const starts: number[] = new Array(lines.length)
  const kinds: LineKind[] = new Array(lines.length)
  let at = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    starts[i] = at
    at += line.length + 1
    kinds[i] = isBlank(line) ? 'blank' : 'own'
  }
  return { lines, starts, kinds }
}

function isBlank(line: string): boolean {
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i)
    if (code !== 32 && code !== 9) return false
  }
  return true
}

/** Marks [from, to) as `kind`, blank lines and lines already marked left alone. */
export function mark(sheet: Sheet, from: number, to: number, kind: LineKind): void {
  for (let i = from; i < to; i++) if (sheet.kinds[i] === 'own') sheet.kinds[i] = kind
}

/** Index of the next line from `from` on that isn't blank; the number of lines when there is none. */
export function nextFilled(sheet: Sheet, from: number): number {
  let i = from
  while (i < sheet.lines.length && sheet.kinds[i] === 'blank') i++
  return i
}
