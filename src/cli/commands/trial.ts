// `dibs trial`: a back-test on an archive. One HTML page with every row the digests of the past would have held, to tick
// the wrong ones; it counts the precision and says which threshold would reach a wished one.
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { scan } from '../../app/scan.ts'
import { runTrial } from '../../app/trial.ts'
import { composeTrialPage } from '../../core/compose/trial-page.ts'
import { globalOptions, stopSignal } from '../session.ts'
import { newTerminal } from '../terminal.ts'
import { Failed, Refused, type Wiring } from '../wiring.ts'

interface TrialOptions {
  readonly catalogue: readonly string[]
  readonly html: string
  readonly weeks: string
}

export function addTrial(program: Command, wiring: Wiring): void {
  program
    .command('trial')
    .description('every row the digests of the past would have held, on a page to tick the wrong ones')
    .argument('<path...>', 'archives of the list')
    .requiredOption('--html <file>', 'page to write')
    .option(
      '--catalogue <file>',
      'catalogue to link with (may be repeated; default: the configured ones)',
      collect,
      [],
    )
    .option('--weeks <n>', 'weeks before the last mail', '52')
    .addHelpText(
      'after',
      '\nExample:\n  $ dibs trial --catalogue pages.txt archive.mbox.gz --html trial.html',
    )
    .action(async (paths: string[], own: TrialOptions, command: Command) => {
      const options = globalOptions(command)
      const terminal = newTerminal(options)
      const weeks = Number(own.weeks)
      if (!Number.isInteger(weeks) || weeks < 1 || weeks > 5_000)
        throw new Refused(`--weeks ${own.weeks}: a whole number from 1 to 5000 is wanted`)
      const loaded = wiring.load(options)
      const files = own.catalogue.length > 0 ? own.catalogue : (loaded.config?.catalogues ?? [])
      if (files.length === 0) throw new Refused('no catalogue to link with: give one with --catalogue FILE')
      const catalogue = await wiring.readCatalogues(files, (text) => terminal.note(text))
      const reader = wiring.bulkReader(loaded)
      try {
        const sources = []
        for (const path of paths) sources.push(await wiring.openArchive(path))
        const scanned = await scan(sources, catalogue, loaded.settings, reader, stopSignal())
        const trial = runTrial(scanned, catalogue, loaded.settings, weeks)
        const page = composeTrialPage(
          trial.rows,
          {
            source: paths.map((path) => basename(path)).join(', '),
            mails: trial.mails,
            from: trial.from,
            to: trial.to,
            threshold: loaded.settings.policyOf(null).threshold,
          },
          wiring.templates(loaded),
        )
        if (!page.ok)
          throw new Refused(`templates: ${page.refusal.file}:${page.refusal.line}: ${page.refusal.text}`)
        write(own.html, page.html)
        const per1000 = trial.mails === 0 ? 0 : (1000 * trial.rows.length) / trial.mails
        terminal.out(
          `${trial.mails} mails read, ${trial.rows.length} rows (${per1000.toFixed(2)} in 1,000 mails)`,
        )
        terminal.out(`open ${own.html} and tick the wrong ones`)
      } finally {
        await reader.close()
      }
    })
}

function write(file: string, html: string): void {
  try {
    writeFileSync(file, html)
  } catch (error) {
    throw new Failed(`writing ${file}: ${(error as Error).message}`)
  }
}

function collect(value: string, known: readonly string[]): string[] {
  return [...known, value]
}
