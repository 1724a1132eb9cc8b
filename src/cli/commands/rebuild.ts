// `dibs rebuild`: derives everything again from the facts and prints what differs.
import type { Command } from 'commander'
import { catalogueIndex } from '../../app/index-cache.ts'
import { rebuild } from '../../app/rebuild.ts'
import type { Difference } from '../../app/rebuild-differences.ts'
import { withStore } from '../session.ts'
import { counted, fit, harmless } from '../terminal.ts'
import type { Wiring } from '../wiring.ts'

export function addRebuild(program: Command, wiring: Wiring): void {
  program
    .command('rebuild')
    .description(
      'derive everything again from facts; prints what differs (nothing, while the rules are the same)',
    )
    .option('--json', 'as JSON Lines')
    .action(async (own: { json?: boolean }, command: Command) => {
      await withStore(command, wiring, 'write', async ({ terminal, loaded, store }) => {
        const bar = terminal.progress('rebuild')
        const differences = await rebuild({
          store,
          clock: wiring.clock,
          settings: loaded.settings,
          decoder: wiring.decoder(loaded),
          index: catalogueIndex(loaded.settings.parse.lists),
          progress: (stage, done, total) => bar.at(done, total, stage),
        })
        bar.end()
        for (const difference of differences)
          terminal.out(own.json ? JSON.stringify(difference) : told(difference))
        terminal.note(
          differences.length === 0
            ? 'nothing differs'
            : `${counted(differences.length, 'thing')} differ${differences.length === 1 ? 's' : ''}`,
        )
      })
    })
}

/** What was and what is; the parts that differ where the short form of both is the same. */
function told({ what, key, before, after, parts }: Difference): string {
  const change = before === after ? `${parts.join(', ')} differ` : `${fit(before, 200)} -> ${fit(after, 200)}`
  return harmless(`${what} ${key}: ${change}`)
}
