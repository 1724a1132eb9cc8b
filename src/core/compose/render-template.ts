// Fills templates (Eta). In: the operator's template files as strings, and plain data. Out: text, or a refusal that
// names file and line. `*.html.eta` escapes what it prints, every other template prints plain text.
// A value that is missing is refused, so that no mail ever says "undefined".
import { Eta, type EtaConfig } from 'eta/core'

/** File name → text, e.g. `digest.text.eta`. */
export type Templates = Readonly<Record<string, string>>

export interface TemplateRefusal {
  readonly file: string
  /** From 1; 0 when the file is missing. */
  readonly line: number
  readonly text: string
}

export type Rendered =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refusal: TemplateRefusal }

/** `-%>` at the end of a line swallows the line break; nothing else touches white space. */
const SETTINGS: Partial<EtaConfig> = {
  autoTrim: false,
  autoFilter: true,
  debug: true,
  filterFunction: (value: unknown) => {
    if (value === undefined || value === null) throw new Error('a value to print is missing here')
    return String(value)
  },
}

/** Renders the template `file` with `data`, which it sees as `it`. */
export function renderTemplate(templates: Templates, file: string, data: object): Rendered {
  const source = Object.hasOwn(templates, file) ? templates[file] : undefined
  if (source === undefined) return refuse(file, 0, 'the template is missing')
  const eta = new Eta({ ...SETTINGS, autoEscape: file.endsWith('.html.eta') })
  try {
    const compiled = eta.compile(source)
    return { ok: true, text: compiled.call(eta, data, { filepath: file }) }
  } catch (error) {
    return { ok: false, refusal: explain(eta, file, source, error) }
  }
}

function refuse(file: string, line: number, text: string): Rendered {
  return { ok: false, refusal: { file, line, text } }
}

function explain(eta: Eta, file: string, source: string, error: unknown): TemplateRefusal {
  const message = error instanceof Error ? error.message : String(error)
  const lastLine = message.trimEnd().split('\n').at(-1) ?? message
  if (message.startsWith(`${file}:`)) {
    const line = Number(/^\d+/.exec(message.slice(file.length + 1))?.[0] ?? 1)
    return { file, line, text: lastLine.trim() }
  }
  const parsed = /^(.*) at line (\d+) col \d+:/.exec(message)
  if (parsed) return { file, line: Number(parsed[2]), text: parsed[1] ?? message }
  const reason = /^Bad template syntax\s+(.*)$/m.exec(message)?.[1] ?? message.split('\n')[0] ?? message
  const broken = brokenLine(eta, source)
  return {
    file,
    line: broken.line,
    text: broken.unclosed ? 'a bracket opened in a tag is never closed' : reason,
  }
}

type Tag = { t: string; val: string; lineNo?: number }

/** The line of the first tag after which the template's code can't be completed by closing what is open. */
function brokenLine(eta: Eta, source: string): { line: number; unclosed: boolean } {
  const pieces = eta.parse(source)
  const opened: string[] = []
  let last = 1
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === 'string') continue
    const tag = piece as Tag
    last = tag.lineNo ?? last
    if (tag.t === 'e') track(tag.val, opened)
    const closers = opened.toReversed().join('')
    try {
      new Function('it', `let __eta;${eta.compileBody(pieces.slice(0, index + 1))}${closers}`)
    } catch {
      return { line: last, unclosed: false }
    }
  }
  return { line: last, unclosed: true }
}

const CLOSER: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

function track(code: string, opened: string[]): void {
  for (const character of code.replace(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, '')) {
    const closer = CLOSER[character]
    if (closer) opened.push(closer)
    else if (character === opened.at(-1)) opened.pop()
  }
}
