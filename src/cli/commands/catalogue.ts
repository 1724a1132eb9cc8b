// `dibs catalogue import|show|merge|distinct`: pages into the store, what they were read as, and which entries are one.
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { Act } from '../../app/act.ts'
import { importedJson, importedWords, settleAct } from '../../app/catalogue-act.ts'
import { importCatalogues } from '../../app/catalogue-import.ts'
import { isPageAddress } from '../../app/catalogue-source.ts'
import { catalogueIndex } from '../../app/index-cache.ts'
import { deriveAll } from '../../app/rebuild.ts'
import { CATALOGUE_FORMATS, type CatalogueFormat } from '../../core/catalogue/page-format.ts'
import { StoreHeld } from '../../ports/failure.ts'
import { handOver } from '../act.ts'
import { findEntry } from '../find-entry.ts'
import { globalOptions, type Session, withStore } from '../session.ts'
import { fit, harmless, newTerminal } from '../terminal.ts'
import { Failed, Refused, type Wiring } from '../wiring.ts'
import { addCatalogueCheck } from './catalogue-check.ts'
import { addCatalogueDiff, addCatalogueExport } from './catalogue-export.ts'

/** Pages are fetched meanwhile. */
const PATIENCE_MS = 90_000

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
    .action((sources: string[], own: ImportOptions, command: Command) =>
      orHandOver(
        () => importHere(sources, own, command, wiring),
        async () => ({
          act: 'catalogue-import',
          sources: sources.map(absolute),
          force: own.force === true,
          json: own.json === true,
          format: own.format ?? null,
        }),
        command,
        wiring,
      ),
    )
}

async function importHere(
  sources: readonly string[],
  own: ImportOptions,
  command: Command,
  wiring: Wiring,
): Promise<void> {
  await withStore(command, wiring, 'write', async (session) => {
    const { terminal, store } = session
    const imported = await importCatalogues(sources, {
      store,
      clock: wiring.clock,
      warn: (text) => terminal.note(harmless(text)),
      force: own.force === true,
      fetcher: wiring.pageFetcher(),
      ...(own.format ? { format: own.format } : {}),
    })
    if (imported.changed) await derive(session, wiring)
    terminal.out(own.json ? importedJson(imported.readings) : importedWords(imported))
  })
}

/** A source as another process finds it. Throws Refused for stdin, which is ours alone. */
function absolute(source: string): string {
  if (source === '-')
    throw new Refused('the running dibs cannot read our stdin; save the text as a file and import that')
  return isPageAddress(source) ? source : resolve(source)
}

/** Works on the store, or hands the same act to the `dibs run` that holds it. */
async function orHandOver(
  here: () => Promise<void>,
  what: () => Promise<Act>,
  command: Command,
  wiring: Wiring,
): Promise<void> {
  try {
    await here()
  } catch (error) {
    if (!(error instanceof StoreHeld)) throw error
    const result = await handOver(await what(), error, command, wiring, PATIENCE_MS)
    if (!result.ok) throw new Failed(result.reason)
    const terminal = newTerminal(globalOptions(command))
    for (const line of result.lines) terminal.out(line.startsWith('{') ? line : harmless(line))
  }
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
      const namesIn = async ({ store }: Session): Promise<string[]> => {
        const { entries } = await store.catalogue()
        const found = [first, ...others].map((each) => findEntry(each, entries))
        return found.flatMap((entry) => (how === 'merge' ? [entry.id, entry.title] : [entry.id]))
      }
      const actOf = (names: string[]) => ({ act: 'catalogue-settle', how, names }) as const
      await orHandOver(
        () =>
          withStore(command, wiring, 'write', async (session) => {
            const act = actOf(await namesIn(session))
            const { result } = await settleAct(act, { store: session.store, clock: wiring.clock })
            await derive(session, wiring)
            if (result.ok) for (const line of result.lines) session.terminal.out(line)
          }),
        async () => {
          let names: string[] = []
          await withStore(command, wiring, 'read', async (session) => {
            names = await namesIn(session)
          })
          return actOf(names)
        },
        command,
        wiring,
      )
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
