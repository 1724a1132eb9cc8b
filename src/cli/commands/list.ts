// `dibs list`: entries by filter, the same filters as those of `list` by mail.
import { type Command, Option } from 'commander'
import { homeOf } from '../../app/settings.ts'
import { viewOf } from '../../app/view.ts'
import { type ListFilters, passesFilters } from '../../core/compose/list-filters.ts'
import { isFree } from '../../core/standing/is-free.ts'
import { overviewRows, printRows, STATUSES } from '../overview.ts'
import { instantOption, withStore } from '../session.ts'
import { standingJson } from '../standing-json.ts'
import type { Wiring } from '../wiring.ts'

interface Filters extends ListFilters {
  readonly at?: string
  readonly json?: boolean
}

export function addList(program: Command, wiring: Wiring): void {
  program
    .command('list')
    .description('entries by filter')
    .addOption(new Option('--status <status>', 'only this status').choices([...STATUSES]))
    .addOption(
      new Option('--gsoc <value>', 'only this GSoC flag').choices([
        'yes',
        'no',
        'unknown',
        'conditional',
        'not_applicable',
      ]),
    )
    .option('--difficulty <word>', 'difficulty contains the word')
    .option('--skill <word>', 'skills contain the word')
    .option('--list <list>', 'entries of this mailing list')
    .option('--mentor <name>', 'a mentor or contact has this name or address')
    .option('--free', 'only what somebody could take now')
    .option('--at <date>', 'as of that date (its end, UTC) or instant')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  $ dibs list --free --gsoc yes')
    .action(async (filters: Filters, command: Command) => {
      const at = instantOption(filters.at)
      await withStore(command, wiring, 'read', async ({ terminal, loaded, store }) => {
        const view = await viewOf(store, loaded.settings, at, wiring.clock.now())
        const { lists } = loaded.settings.parse
        const rows = (await overviewRows(view)).filter(({ entry, standing }) =>
          passesFilters(filters, { entry, standing, free: isFree(standing), home: homeOf(entry, lists) }),
        )
        if (filters.json)
          terminal.out(
            JSON.stringify(
              rows.map(({ entry, standing }) => ({
                ...standingJson(entry, standing),
                free: isFree(standing),
              })),
              null,
              2,
            ),
          )
        else {
          printRows(rows, terminal)
          terminal.out(`${rows.length} of ${view.entries.length} entries`)
        }
      })
    })
}
