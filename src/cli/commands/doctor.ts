// `dibs doctor`: every part looked at once, each failure with its mend.
import type { Command } from 'commander'
import { globalOptions } from '../session.ts'
import { harmless, newTerminal } from '../terminal.ts'
import { Failed, type Wiring } from '../wiring.ts'

export function addDoctor(program: Command, wiring: Wiring): void {
  program
    .command('doctor')
    .description(
      'configuration, sources, SMTP, Redis, store, clock: each checked, each failure with its mend',
    )
    .option('--json', 'as JSON')
    .action(async (own: { json?: boolean }, command: Command) => {
      const options = globalOptions(command)
      const terminal = newTerminal(options)
      const lines = await wiring.doctor(wiring.load(options, { config: true }), options)
      if (own.json) terminal.out(JSON.stringify(lines, null, 2))
      else
        for (const line of lines)
          terminal.out(
            `${line.well ? terminal.paint.green('ok  ') : terminal.paint.red('FAIL')}  ${line.part}: ${harmless(line.text)}`,
          )
      if (lines.some((line) => !line.well)) throw new Failed('not everything is well')
    })
}
