// A log that remembers its lines, so that a test can say what an operator was told and how often.
import type { Log } from '../../src/ports/log.ts'

export interface LogLine {
  readonly level: keyof Log
  readonly text: string
  readonly fields: object
}

export function collectLog(): Log & { readonly lines: LogLine[]; count(text: RegExp): number } {
  const lines: LogLine[] = []
  const at = (level: keyof Log) => (fields: object, text: string) => void lines.push({ level, text, fields })
  return {
    lines,
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    count: (text) => lines.filter((line) => text.test(line.text)).length,
  }
}
