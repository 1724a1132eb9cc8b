// `dibs status [ENTRY]`: one entry with claims, evidence and history; without ENTRY the overview.
import type { Command } from 'commander'
import { viewOf } from '../../app/view.ts'
import { findEntry } from '../find-entry.ts'
import { overviewRows, printOverview } from '../overview.ts'
import { instantOption, withStore } from '../session.ts'
import { standingJson } from '../standing-json.ts'
import { printStanding } from '../standing-text.ts'
import type { Wiring } from '../wiring.ts'

export function addStatus(program: Command, wiring: Wiring): void {
  program
    .command('status')
    .description('where an entry stands, with the sentence behind it; without ENTRY the overview')
    .argument('[entry...]', 'id, title or a clear part of one')
    .option('--at <date>', 'as of that date (its end, UTC) or instant')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExamples:\n  $ dibs status\n  $ dibs status pvusb --at 2014-05-01')
    .action(async (words: string[], own: { at?: string; json?: boolean }, command: Command) => {
      const at = instantOption(own.at)
      await withStore(command, wiring, 'read', async ({ terminal, loaded, store }) => {
        const { settings } = loaded
        const view = await viewOf(store, settings, at, wiring.clock.now())
        if (words.length > 0) {
          const entry = findEntry(words.join(' '), view.entries)
          const standing = await view.standing(entry)
          if (own.json) terminal.out(JSON.stringify(standingJson(entry, standing), null, 2))
          else printStanding(entry, standing, settings.parse.lists, terminal)
        } else if (own.json) {
          const rows = await overviewRows(view)
          terminal.out(
            JSON.stringify(
              rows.map(({ entry, standing }) => standingJson(entry, standing)),
              null,
              2,
            ),
          )
        } else {
          await printOverview(view, terminal)
        }
      })
    })
}
