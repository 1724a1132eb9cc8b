// `dibs catalogue check`: what is rotten in catalogue files, or in the catalogue as it is kept.
import type { Command } from 'commander'
import { newestReadings } from '../../app/catalogue-import.ts'
import { type CatalogueText, readSource } from '../../app/catalogue-source.ts'
import { viewNow } from '../../app/view.ts'
import { type CatalogueFinding, checkCatalogue } from '../../core/catalogue/check-catalogue.ts'
import { mergeCatalogue } from '../../core/catalogue/merge-catalogue.ts'
import type { CatalogueReading } from '../../core/model/entry.ts'
import type { Standing } from '../../core/model/standing.ts'
import { globalOptions, withStore } from '../session.ts'
import { harmless, newTerminal, type Terminal } from '../terminal.ts'
import type { Loaded, Wiring } from '../wiring.ts'

export function addCatalogueCheck(group: Command, wiring: Wiring): void {
  group
    .command('check')
    .description(
      'what is rotten: nobody to ask, not verified, lost content, unclear dates, likely doubles …; exit 1 on errors',
    )
    .argument(
      '[source...]',
      'files or addresses; without any, the catalogue as it is kept, held against what the lists show',
    )
    .option('--json', 'as JSON')
    .action(async (sources: string[], own: { json?: boolean }, command: Command) => {
      if (sources.length > 0) {
        const options = globalOptions(command)
        const readings = await readAll(sources, wiring)
        return report(
          find(readings, [], wiring.load(options), wiring),
          own.json === true,
          newTerminal(options),
        )
      }
      await withStore(command, wiring, 'read', async ({ terminal, loaded, store }) => {
        const view = await viewNow(store, loaded.settings, wiring.clock.now())
        const standings: Standing[] = []
        for (const entry of view.entries) standings.push(await view.standing(entry))
        const readings = [...(await newestReadings(store)).values()]
        report(find(readings, standings, loaded, wiring), own.json === true, terminal)
      })
    })
}

/** Sources read, in their order; an unreadable one ends the command with its reason. */
export async function readAll(sources: readonly string[], wiring: Wiring): Promise<CatalogueReading[]> {
  const readings: CatalogueReading[] = []
  for (const source of sources) {
    const read = await readSource(source, { fetcher: wiring.pageFetcher(), now: wiring.clock.now() })
    readings.push((read as CatalogueText).reading)
  }
  return readings
}

function find(
  readings: readonly CatalogueReading[],
  standings: readonly Standing[],
  loaded: Loaded,
  wiring: Wiring,
): CatalogueFinding[] {
  const { catalogue, warnings } = mergeCatalogue(readings, {})
  const rest = warnings.filter((warning) => !readings.some((reading) => reading.warnings.includes(warning)))
  const { unverifiedMonths } = loaded.settings.policyOf(null)
  const settings = { unverifiedMonths, lists: loaded.config ? loaded.settings.parse.lists : [], standings }
  return checkCatalogue(
    catalogue,
    [...readings, { entries: [], warnings: rest }],
    settings,
    wiring.clock.now(),
  )
}

function report(findings: readonly CatalogueFinding[], json: boolean, terminal: Terminal): void {
  const errors = findings.filter((each) => each.level === 'error').length
  if (json) terminal.out(JSON.stringify({ findings }, null, 2))
  else {
    for (const each of findings) {
      const level = each.level === 'error' ? terminal.paint.red('error') : each.level
      terminal.out(
        harmless(`${each.page}:${each.line}: ${each.entry ?? '-'}: ${each.code}: ${each.text}`).replace(
          /^/,
          `${level} `,
        ),
      )
    }
    terminal.out(`${errors} errors, ${findings.length - errors} warnings`)
  }
  if (errors > 0) process.exitCode = 1
}
