// Log lines by pino: JSON, or pretty on a terminal. Written synchronously, so that none is lost at the end; fields are
// ids and counts, and whatever looks like a secret is left out.
import { pino } from 'pino'
import pretty from 'pino-pretty'
import type { Log } from '../../ports/log.ts'

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly format: 'auto' | 'json' | 'pretty'
  readonly color: boolean
}

const SECRETS = [
  'password',
  'pass',
  'token',
  'secret',
  'authorization',
  '*.password',
  '*.pass',
  '*.token',
  '*.secret',
]

/** A log on standard error. */
export function openLog({ level, format, color }: LogOptions): Log {
  const human = format === 'pretty' || (format === 'auto' && process.stderr.isTTY === true)
  const stream = human
    ? pretty({
        destination: 2,
        sync: true,
        colorize: color && process.stderr.isTTY === true,
        translateTime: 'SYS:HH:MM:ss',
        ignore: 'pid,hostname',
      })
    : pino.destination({ dest: 2, sync: true })
  return pino({ level, base: null, redact: { paths: SECRETS, remove: true } }, stream)
}
