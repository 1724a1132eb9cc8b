// A text as lines, each with a kind. The readers of quotes, diffs, signatures … mark lines one after the other; what
// nobody marked is the author's own. Lines are offsets into the text: most of a mail is quotes and diff, which nobody
// needs as strings.

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
  readonly text: string
  /** Offset of each line's first character, and of the one that would come after the last. */
  readonly starts: readonly number[]
  /** The code of each line's first character, -1 where it is empty. */
  readonly firsts: readonly number[]
  readonly kinds: LineKind[]
}

/** Lines read of one text; nobody writes more by hand. */
export const MAX_LINES = 10_000

/** The first MAX_LINES lines of `text`, blank or own as yet. */
export function readSheet(text: string): Sheet {
  let count = 0
  for (let at = 0; at <= text.length && count < MAX_LINES; ) {
    const end = text.indexOf('\n', at)
    at = (end < 0 ? text.length : end) + 1
    found[++count] = at
  }
  const starts: number[] = new Array(count + 1)
  const firsts: number[] = new Array(count)
  const kinds: LineKind[] = new Array(count)
  let start = 0
  starts[0] = 0
  for (let i = 0; i < count; i++) {
    const next = found[i + 1] as number
    const first = start + 1 < next ? text.charCodeAt(start) : -1
    firsts[i] = first
    kinds[i] = first < 0 || (isGap(first) && isBlank(text, start, next - 1)) ? 'blank' : 'own'
    starts[i + 1] = next
    start = next
  }
  return { text, starts, firsts, kinds }
}

/** Starts of the text being read: one list for all, which would else grow anew for every mail. */
const found = new Int32Array(MAX_LINES + 1)

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isGap(text.charCodeAt(i))) return false
  return true
}

/** The words of line `i`; '' before the first and after the last. */
export function lineAt({ text, starts, kinds }: Sheet, i: number): string {
  return i < 0 || i >= kinds.length ? '' : text.slice(starts[i], (starts[i + 1] as number) - 1)
}

/** The words of lines [from, to). */
export function linesAt(sheet: Sheet, from: number, to: number): string[] {
  const lines: string[] = []
  for (let i = from; i < Math.min(to, sheet.kinds.length); i++) lines.push(lineAt(sheet, i))
  return lines
}

/** The code at a place of a text, 0 outside of it: to read there would throw away code that is compiled already. */
export const codeAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? text.charCodeAt(at) : 0

/** Where the first character of line `i` stands that is no space or tab; where the line ends if there is none. */
export function firstInk({ text, starts, firsts }: Sheet, i: number): number {
  const end = (starts[i + 1] as number) - 1
  let at = starts[i] as number
  if (!isGap(firsts[i] as number)) return at
  while (at < end && isGap(text.charCodeAt(at))) at++
  return at
}

/** Where the last one stands; before the line when there is none. */
export function lastInk({ text, starts }: Sheet, i: number): number {
  const start = starts[i] as number
  let at = (starts[i + 1] as number) - 2
  while (at >= start && isGap(text.charCodeAt(at))) at--
  return at
}

const isGap = (code: number): boolean => code === 32 || code === 9

/** Says of line after line whether it holds a character: each place of the text is looked at once. */
export class Finder {
  private readonly sheet: Sheet
  private readonly character: string
  private at: number

  constructor(sheet: Sheet, character: string) {
    this.sheet = sheet
    this.character = character
    this.at = sheet.text.indexOf(character)
  }

  /** Lines must be asked of in order. */
  isIn(i: number): boolean {
    if (this.at < 0) return false
    const { text, starts } = this.sheet
    const start = starts[i] as number
    if (this.at < start) this.at = text.indexOf(this.character, start)
    return this.at >= 0 && this.at + 1 < (starts[i + 1] as number)
  }
}

/** Marks [from, to) as `kind`, blank lines and lines already marked left alone. */
export function mark(sheet: Sheet, from: number, to: number, kind: LineKind): void {
  for (let i = from; i < to; i++) if (sheet.kinds[i] === 'own') sheet.kinds[i] = kind
}

/** Index of the next line from `from` on that isn't blank; the number of lines when there is none. */
export function nextFilled(sheet: Sheet, from: number): number {
  let i = from
  while (i < sheet.kinds.length && sheet.kinds[i] === 'blank') i++
  return i
}
