// What commands print: results to stdout, everything else to stderr; text from mail made harmless for a terminal.
import { SingleBar } from 'cli-progress'
import Table from 'cli-table3'
import colors from 'picocolors'
import type { EntryStatus } from '../core/model/standing.ts'
import { type Instant, isoDay } from '../core/model/time.ts'

// C0 and C1 controls, bidi overrides and isolates, zero-width characters: they can rewrite what a terminal shows.
const HARMFUL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Text as it may be shown on a terminal: no control, bidi or zero-width characters. */
export function harmless(text: string): string {
  return text.replace(HARMFUL, '')
}

export interface Terminal {
  /** A line of the result. */
  out(text: string): void
  /** A line about the work, to stderr. */
  note(text: string): void
  readonly paint: ReturnType<typeof colors.createColors>
  readonly width: number
  table(head: readonly string[], rows: readonly (readonly string[])[]): void
  progress(what: string): Progress
}

export interface Progress {
  at(done: number, total: number, detail: string): void
  end(): void
}

/** The terminal of this process. Colour and progress only where a person looks. */
export function newTerminal(options: { color: boolean }): Terminal {
  const color = options.color && process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined
  const paint = colors.createColors(color)
  const width = process.stdout.columns ?? 100
  return {
    out: (text) => {
      process.stdout.write(`${text}\n`)
    },
    note: (text) => {
      process.stderr.write(`${text}\n`)
    },
    paint,
    width,
    table: (head, rows) => {
      const table = new Table({
        head: head.map((cell) => paint.bold(cell)),
        chars: {
          top: '',
          'top-mid': '',
          'top-left': '',
          'top-right': '',
          bottom: '',
          'bottom-mid': '',
          'bottom-left': '',
          'bottom-right': '',
          left: '',
          'left-mid': '',
          mid: '',
          'mid-mid': '',
          right: '',
          'right-mid': '',
          middle: '  ',
        },
        style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
      })
      table.push(...rows.map((row) => [...row]))
      process.stdout.write(
        `${table
          .toString()
          .split('\n')
          .map((line) => line.trimEnd())
          .join('\n')}\n`,
      )
    },
    progress,
  }
}

/** The UTC day, or `undated`: pages without dates say who had an entry, not when. */
export function dayText(at: Instant): string {
  return at <= 0 ? 'undated' : isoDay(at)
}

/** Text cut to `width` columns with an ellipsis. */
export function fit(text: string, width: number): string {
  const clean = harmless(text).replace(/\s+/g, ' ').trim()
  const letters = [...clean]
  return letters.length <= width ? clean : `${letters.slice(0, Math.max(1, width - 1)).join('')}…`
}

/** Text on lines of at most `width` columns, broken between words; a longer word has a line to itself. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of harmless(text).split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && [...longer].length > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

/** `1 mail`, `3 mails`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** An entry status in its colour. */
export function paintStatus(status: EntryStatus, paint: Terminal['paint']): string {
  const colour = {
    open: paint.green,
    interest: paint.cyan,
    claimed: paint.yellow,
    'in-review': paint.magenta,
    stalled: paint.red,
    done: paint.blue,
    retired: paint.gray,
  }[status]
  return colour(status)
}

function progress(what: string): Progress {
  if (process.stderr.isTTY !== true) return { at: () => undefined, end: () => undefined }
  const bar = new SingleBar({
    format: `${what} [{bar}] {percentage}% {detail}`,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
    fps: 8,
  })
  let begun = false
  return {
    at: (done, total, detail) => {
      if (!begun) bar.start(total, done, { detail })
      else bar.update(done, { detail })
      begun = true
    },
    end: () => {
      if (begun) bar.stop()
    },
  }
}
