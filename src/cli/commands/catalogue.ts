// `dibs catalogue import|show|merge|distinct`: pages into the store, what they were read as, and which entries are one.
import { type Command, Option } from 'commander'
import { importCatalogues } from '../../app/catalogue-import.ts'
import { settleEntries } from '../../app/catalogue-settle.ts'
import { catalogueIndex } from '../../app/index-cache.ts'
import { deriveAll } from '../../app/rebuild.ts'
import { CATALOGUE_FORMATS, type CatalogueFormat } from '../../core/catalogue/page-format.ts'
import { findEntry } from '../find-entry.ts'
import { type Session, withStore } from '../session.ts'
import { fit, harmless } from '../terminal.ts'
import type { Wiring } from '../wiring.ts'
import { addCatalogueCheck } from './catalogue-check.ts'
import { addCatalogueDiff, addCatalogueExport } from './catalogue-export.ts'

interface ImportOptions {
  readonly json?: boolean
  readonly force?: boolean
  readonly format?: CatalogueFormat
}

export function addCatalogue(program: Command, wiring: Wiring): void {
  const group = program.command('catalogue').description('the projects somebody could take')
  addImport(group, wiring)
  addShow(group, wiring)
  addCatalogueCheck(group, wiring)
  addCatalogueExport(group, wiring)
  addCatalogueDiff(group, wiring)
  addSettle(group, wiring, 'merge', 'say that entries are one project; the first keeps its id')
  addSettle(group, wiring, 'distinct', 'say that entries are different projects, however alike')
}

function addImport(group: Command, wiring: Wiring): void {
  group
    .command('import')
    .description('read files or pages and merge them into the catalogue')
    .argument('<source...>', 'file, http(s) address of a page or of a MediaWiki API, or - for stdin')
    .option('--json', 'every record as read, as JSON')
    .option('--force', 'even when more than a third of the known entries would go')
    .addOption(new Option('--format <format>', 'read it as this').choices([...CATALOGUE_FORMATS]))
    .addHelpText(
      'after',
      '\nExamples:\n  $ dibs catalogue import config/catalogue/xen.yaml\n  $ dibs catalogue import "https://wiki.example.org/api.php?titles=Ideas_2031"',
    )
    .action(async (sources: string[], own: ImportOptions, command: Command) => {
      await withStore(command, wiring, 'write', async (session) => {
        const { terminal, store } = session
        const { readings, catalogue, changed } = await importCatalogues(sources, {
          store,
          clock: wiring.clock,
          warn: (text) => terminal.note(harmless(text)),
          force: own.force === true,
          fetcher: wiring.pageFetcher(),
          ...(own.format ? { format: own.format } : {}),
        })
        if (changed) await derive(session, wiring)
        if (own.json) {
          const entries = readings.flatMap((reading) => reading.entries)
          const warnings = readings.flatMap((reading) => reading.warnings)
          return terminal.out(JSON.stringify({ entries, warnings }, null, 2))
        }
        const records = readings.reduce((sum, reading) => sum + reading.entries.length, 0)
        const same = changed ? '' : ', nothing new'
        terminal.out(`read ${records} records${same}; the catalogue has ${catalogue.entries.length} entries`)
      })
    })
}

function addShow(group: Command, wiring: Wiring): void {
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

function addSettle(group: Command, wiring: Wiring, how: 'merge' | 'distinct', words: string): void {
  group
    .command(how)
    .description(words)
    .argument('<entry>', 'id, title or a clear part of one')
    .argument('<other...>', 'the same of the others')
    .action(async (first: string, others: string[], _own: object, command: Command) => {
      await withStore(command, wiring, 'write', async (session) => {
        const { entries } = await session.store.catalogue()
        const found = [first, ...others].map((each) => findEntry(each, entries))
        const names = found.flatMap((entry) => (how === 'merge' ? [entry.id, entry.title] : [entry.id]))
        const { catalogue } = await settleEntries(how, names, { store: session.store, clock: wiring.clock })
        await derive(session, wiring)
        session.terminal.out(
          `${how}: ${found.map((entry) => entry.id).join(', ')}; the catalogue has ${catalogue.entries.length} entries`,
        )
      })
    })
}

/** Threads, links and standings follow from the catalogue: they are made anew. */
async function derive({ store, loaded }: Session, wiring: Wiring): Promise<void> {
  await store.write((tx) =>
    deriveAll(tx, {
      store,
      clock: wiring.clock,
      settings: loaded.settings,
      decoder: wiring.decoder(loaded),
      index: catalogueIndex(loaded.settings.parse.lists),
    }),
  )
}
