// Template calls in MediaWiki wikitext: where each begins and ends, and its parameters by name. Linear in the text,
// whatever the nesting.

export interface TemplateCall {
  readonly name: string
  /** Offsets of `{{` and of what follows `}}`. */
  readonly start: number
  readonly end: number
  readonly closed: boolean
  readonly parameters: readonly TemplateParameter[]
}

export interface TemplateParameter {
  /** Lower case, underscores as blanks; the position from `1` on for one without a name. */
  readonly name: string
  readonly written: string
  readonly value: string
  /** Offset of the value in the text. */
  readonly at: number
}

/** HTML comments replaced by blanks, so that offsets and line numbers stay. An unclosed one runs to the end. */
export function blankComments(text: string): string {
  const parts: string[] = []
  let at = 0
  for (let from = text.indexOf('<!--'); from >= 0; from = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', from)
    const end = close < 0 ? text.length : close + 3
    parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\n]/g, ' '))
    at = end
  }
  return parts.join('') + text.slice(at)
}

const MARKS = "{}[]|*#:;'~=<>&"
const HIDDEN = 0xe000

/** What stands in `<nowiki>` put out of the way of every reader of marks, length kept; `showNowiki` brings it back. */
export function hideNowiki(text: string): string {
  const parts: string[] = []
  let at = 0
  for (let from = text.indexOf('<nowiki>'); from >= 0; from = text.indexOf('<nowiki>', at)) {
    const close = text.indexOf('</nowiki>', from)
    if (close < 0) break
    parts.push(text.slice(at, from + 8), hidden(text.slice(from + 8, close)))
    at = close
  }
  return parts.join('') + text.slice(at)
}

function hidden(text: string): string {
  return text.replace(/[{}[\]|*#:;'~=<>&]/g, (mark) => String.fromCharCode(HIDDEN + MARKS.indexOf(mark)))
}

/** The marks hidden by `hideNowiki`, as they were. */
export function showNowiki(text: string): string {
  return text.replace(/[\ue000-\ue00e]/g, (letter) => MARKS[letter.charCodeAt(0) - HIDDEN] ?? letter)
}

/** Offsets of every `{{` with that of what follows its `}}`; one that is never closed is missing. */
export function matchBraces(text: string): Map<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  for (const match of text.matchAll(/\{\{|\}\}/g)) {
    if (match[0] === '{{') open.push(match.index)
    else {
      const start = open.pop()
      if (start !== undefined) ends.set(start, match.index + 2)
    }
  }
  return ends
}

/** The call that starts at `start`; one without an end reaches to `limit`. `known` are the parameter names that may follow a bar within a line. */
export function readTemplate(
  text: string,
  start: number,
  ends: ReadonlyMap<number, number>,
  limit: number,
  known: ReadonlySet<string>,
): TemplateCall {
  const close = ends.get(start)
  const end = close ?? limit
  const inside = text.slice(start + 2, close === undefined ? end : end - 2)
  const pieces = splitBars(inside)
  const first = pieces[0] ?? { text: '', at: 0 }
  const parameters: TemplateParameter[] = []
  for (const piece of pieces.slice(1)) {
    const named = /^\s{0,40}([A-Za-z][A-Za-z0-9 _-]{0,40}?)\s{0,10}=/.exec(piece.text)
    const name = (named?.[1] ?? '').toLowerCase().replaceAll('_', ' ')
    const ownLine = /(?:^|\n)[ \t]*$/.test(inside.slice(Math.max(0, piece.at - 60), piece.at - 1))
    const last = parameters.at(-1)
    if (
      named &&
      (ownLine || known.has(name) || (/^\s{0,40}\p{Lu}/u.test(piece.text) && !endsInUrl(inside, piece.at)))
    ) {
      const value = piece.text.slice(named[0].length)
      parameters.push({ name, written: named[1] ?? '', value, at: start + 2 + piece.at + named[0].length })
    } else if (last) parameters[parameters.length - 1] = { ...last, value: `${last.value}|${piece.text}` }
    else parameters.push({ name: '1', written: '1', value: piece.text, at: start + 2 + piece.at })
  }
  return { name: first.text.trim().replaceAll('_', ' '), start, end, closed: close !== undefined, parameters }
}

/** Whether the bar before `at` may be part of a URL. */
function endsInUrl(text: string, at: number): boolean {
  return /:\/\/\S*$/.test(text.slice(Math.max(0, at - 300), at - 1))
}

/** Splits at bars that stand in no nested template, link or table. */
export function splitBars(inside: string): { text: string; at: number }[] {
  const pieces: { text: string; at: number }[] = []
  let from = 0
  let depth = 0
  for (const match of inside.matchAll(/\{\{|\}\}|\[\[|\]\]|\{\||\|\}(?!\})|\|/g)) {
    if (match[0] === '|') {
      if (depth > 0) continue
      pieces.push({ text: inside.slice(from, match.index), at: from })
      from = match.index + 1
    } else depth = Math.max(0, depth + (/^[{[]/.test(match[0]) ? 1 : -1))
  }
  pieces.push({ text: inside.slice(from), at: from })
  return pieces
}
