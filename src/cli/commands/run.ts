// `dibs run`: watch, work, post.
import type { Command } from 'commander'
import { globalOptions, stopSignal } from '../session.ts'
import type { Wiring } from '../wiring.ts'

export function addRun(program: Command, wiring: Wiring): void {
  program
    .command('run')
    .description('watch the lists, work on what comes, post what is due')
    .option('--once', 'one round: take in what is there, work it off, end')
    .action(async (own: { once?: boolean }, command: Command) => {
      const options = globalOptions(command)
      await wiring.run(
        wiring.load(options, { config: true }),
        options,
        { once: own.once === true },
        stopSignal(),
      )
    })
}
