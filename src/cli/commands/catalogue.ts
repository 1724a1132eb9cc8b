// `dibs catalogue import|show`: pages into the store, and what they were read as.
import type { Command } from 'commander'
import { importCatalogues } from '../../app/catalogue-import.ts'
import { catalogueIndex } from '../../app/index-cache.ts'
import { deriveAll } from '../../app/rebuild.ts'
import { findEntry } from '../find-entry.ts'
import { withStore } from '../session.ts'
import { fit, harmless } from '../terminal.ts'
import type { Wiring } from '../wiring.ts'

export function addCatalogue(program: Command, wiring: Wiring): void {
  const group = program.command('catalogue').description('the projects somebody could take')
  group
    .command('import')
    .description('read pages or files and merge them into the catalogue')
    .argument('<file...>')
    .option('--json', 'every record as read, as JSON')
    .option('--force', 'even when more than a third of the known entries would go')
    .action(async (files: string[], own: { json?: boolean; force?: boolean }, command: Command) => {
      await withStore(command, wiring, 'write', async ({ terminal, loaded, store }) => {
        const { readings, catalogue, changed } = await importCatalogues(files, {
          store,
          clock: wiring.clock,
          warn: terminal.note,
          force: own.force === true,
        })
        if (changed)
          await store.write((tx) =>
            deriveAll(tx, {
              store,
              clock: wiring.clock,
              settings: loaded.settings,
              decoder: wiring.decoder(loaded),
              index: catalogueIndex(loaded.settings.parse.lists),
            }),
          )
        if (own.json) {
          const entries = readings.flatMap((reading) => reading.entries)
          const warnings = readings.flatMap((reading) => reading.warnings)
          terminal.out(JSON.stringify({ entries, warnings }, null, 2))
        } else {
          const records = readings.reduce((sum, reading) => sum + reading.entries.length, 0)
          terminal.out(`read ${records} records; the catalogue has ${catalogue.entries.length} entries`)
        }
      })
    })
  group
    .command('show')
    .description('the merged entries, or one of them')
    .argument('[entry...]', 'id, title or a clear part of one')
    .option('--json', 'as JSON')
    .action(async (words: string[], own: { json?: boolean }, command: Command) => {
      await withStore(command, wiring, 'read', async ({ terminal, store }) => {
        const { entries } = await store.catalogue()
        const wanted = words.length > 0 ? [findEntry(words.join(' '), entries)] : entries
        if (own.json)
          return terminal.out(JSON.stringify(words.length > 0 ? wanted[0] : { entries: wanted }, null, 2))
        if (words.length > 0) return terminal.out(harmless(JSON.stringify(wanted[0], null, 2)))
        terminal.table(
          ['entry', 'gsoc', 'state', 'title'],
          wanted.map((entry) => [
            fit(entry.id, 44),
            entry.gsoc.value,
            entry.state ?? '',
            fit(entry.title, 60),
          ]),
        )
        terminal.out(`${wanted.length} entries`)
      })
    })
}
