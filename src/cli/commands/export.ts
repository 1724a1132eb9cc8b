// `dibs export --json`: the whole state in canonical order.
import type { Command } from 'commander'
import { exportLines } from '../../app/export.ts'
import { instantOption, withStore } from '../session.ts'
import type { Wiring } from '../wiring.ts'

export function addExport(program: Command, wiring: Wiring): void {
  program
    .command('export')
    .description('whole state, canonical order: two stores with the same facts print the same bytes')
    .option('--json', 'JSON Lines (the only form there is)')
    .option('--at <date>', 'standings as of that date; by default as of the newest mail')
    .action(async (own: { at?: string }, command: Command) => {
      const at = instantOption(own.at)
      await withStore(command, wiring, 'read', async ({ terminal, loaded, store }) => {
        for await (const line of exportLines(store, loaded.settings, at)) terminal.out(line)
      })
    })
}
