// Opens what a command asks for and closes it afterwards, whatever happens in between.
import type { Command } from 'commander'
import { DateTime } from 'luxon'
import type { Instant } from '../core/model/time.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import { newTerminal, type Terminal } from './terminal.ts'
import { type GlobalOptions, type Loaded, Refused, type Wiring } from './wiring.ts'

export interface Session {
  readonly options: GlobalOptions
  readonly terminal: Terminal
  readonly loaded: Loaded
  readonly log: Log
  readonly store: Store
}

/** The options of the program as seen from one of its commands. */
export function globalOptions(command: Command): GlobalOptions {
  return command.optsWithGlobals<GlobalOptions>()
}

/** Runs `work` with the store open; closes it afterwards. */
export async function withStore(
  command: Command,
  wiring: Wiring,
  mode: 'read' | 'write',
  work: (session: Session) => Promise<void>,
): Promise<void> {
  const options = globalOptions(command)
  const terminal = newTerminal(options)
  const loaded = wiring.load(options)
  const log = wiring.log(loaded, options)
  const store = await wiring.openStore(loaded, mode, log)
  try {
    await work({ options, terminal, loaded, log, store })
  } finally {
    await store.close()
  }
}

/** `--at`: an instant, or a bare date that means its end (UTC). Throws Refused. */
export function instantOption(text: string | undefined): Instant | null {
  if (text === undefined) return null
  const read = DateTime.fromISO(text, { zone: 'utc' })
  if (!read.isValid)
    throw new Refused(`--at ${text}: not a date; write 2014-05-01 (its end, UTC) or 2014-05-01T12:00:00Z`)
  return (/^\d{4}-\d{2}-\d{2}$/.test(text) ? read.endOf('day') : read).toMillis()
}

/** Aborts when the process is told to stop (SIGINT, SIGTERM); a second signal ends it at once. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController()
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(1)
    stop.abort()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return stop.signal
}
