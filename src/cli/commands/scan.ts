// `dibs scan`: what would be understood of archives, without any state. JSON Lines, one a message, in input order.
import type { Command } from 'commander'
import { scan } from '../../app/scan.ts'
import { globalOptions, stopSignal } from '../session.ts'
import { counted, fit, newTerminal } from '../terminal.ts'
import type { Wiring } from '../wiring.ts'

export function addScan(program: Command, wiring: Wiring): void {
  program
    .command('scan')
    .description('what would be understood of these mails; keeps no state')
    .argument('<path...>', 'archives, or single mails')
    .option('--catalogue <file>', 'catalogue to link with (may be repeated)', collect, [])
    .option('--json', 'JSON Lines, one object a message, unreadable ones too')
    .addHelpText('after', '\nExample:\n  $ dibs scan --json --catalogue pages.txt mails/')
    .action(async (paths: string[], own: { catalogue: string[]; json?: boolean }, command: Command) => {
      const options = globalOptions(command)
      const terminal = newTerminal(options)
      const loaded = wiring.load(options)
      const catalogue = await wiring.readCatalogues(own.catalogue, (text) => terminal.note(text))
      const reader = wiring.bulkReader(loaded)
      try {
        const sources = []
        for (const path of paths) sources.push(await wiring.openArchive(path))
        const { reports } = await scan(sources, catalogue, loaded.settings, reader, stopSignal())
        for (const report of reports) {
          if (own.json) terminal.out(JSON.stringify(report))
          else if (report.error) terminal.out(`unreadable: ${fit(report.error, 120)}`)
          else if (report.signals.length > 0 || report.entry) {
            terminal.out(
              `${report.date?.slice(0, 10)}  ${fit(report.from?.name || report.from?.address || '', 24).padEnd(24)}  ${fit(report.subject ?? '', 70)}`,
            )
            if (report.entry) terminal.out(`            thread: ${report.entry} (${report.score})`)
            for (const signal of report.signals as {
              type: string
              entry: string | null
              evidence: string
              score: number
            }[])
              terminal.out(
                `            ${signal.type}${signal.entry ? ` ${signal.entry}` : ''} (${signal.score}): “${fit(signal.evidence, 160)}”`,
              )
          }
        }
        terminal.note(
          `${counted(reports.length, 'mail')} read, ${reports.filter((report) => report.signals.length > 0).length} with something about work`,
        )
      } finally {
        await reader.close()
      }
    })
}

function collect(value: string, known: readonly string[]): string[] {
  return [...known, value]
}
