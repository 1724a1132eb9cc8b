// `dibs backup FILE`, `dibs restore FILE`: a whole copy of the store, taken while the bot runs, and put back while it does not.
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { globalOptions, withStore } from '../session.ts'
import { newTerminal } from '../terminal.ts'
import type { Wiring } from '../wiring.ts'

export function addBackup(program: Command, wiring: Wiring): void {
  program
    .command('backup')
    .description('write the whole state of this moment to a file; `dibs run` may go on meanwhile')
    .argument('<file>', 'replaced when it is there')
    .addHelpText('after', '\nExample:\n  $ dibs backup /srv/backup/dibs-monday.db')
    .action(async (file: string, _own: object, command: Command) => {
      await withStore(command, wiring, 'read', async ({ terminal, store }) => {
        await store.backup(resolve(file))
        terminal.out(
          `${file}: ${Math.ceil(statSync(file).size / 1024)} KiB, ${await store.messageCount()} messages`,
        )
      })
    })
  program
    .command('restore')
    .description('put a backup in the place of the store; refused while `dibs run` holds the data folder')
    .argument('<file>', 'written by `dibs backup`')
    .addHelpText('after', '\nExample:\n  $ dibs restore /srv/backup/dibs-monday.db')
    .action(async (file: string, _own: object, command: Command) => {
      const options = globalOptions(command)
      const loaded = wiring.load(options)
      const replaced = await wiring.restore(loaded, resolve(file))
      const terminal = newTerminal(options)
      terminal.out(`${loaded.data} holds what ${file} held`)
      if (replaced !== null) terminal.out(`the state before lies in ${replaced}`)
    })
}
