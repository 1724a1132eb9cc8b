// `dibs catalogue export|diff`: the merged catalogue in a form others can take, and what changed between two.
import { type Command, Option } from 'commander'
import { viewNow } from '../../app/view.ts'
import { diffCatalogues } from '../../core/catalogue/diff-catalogues.ts'
import { EXPORT_FORMATS, type ExportFormat, exportCatalogue } from '../../core/catalogue/export-catalogue.ts'
import { mergeCatalogue } from '../../core/catalogue/merge-catalogue.ts'
import { archiveLink, type MailingList } from '../../core/model/list.ts'
import type { Evidence, Standing } from '../../core/model/standing.ts'
import { withStore } from '../session.ts'
import { harmless, newTerminal } from '../terminal.ts'
import { type GlobalOptions, Refused, type Wiring } from '../wiring.ts'
import { readAll } from './catalogue-check.ts'

export function addCatalogueExport(group: Command, wiring: Wiring): void {
  group
    .command('export')
    .description('the merged catalogue as text')
    .addOption(new Option('--format <format>', 'as what').choices([...EXPORT_FORMATS]).default('yaml'))
    .option('--status', 'wikitext only: write into each entry who has it, as the lists show')
    .action(async (own: { format: ExportFormat; status?: boolean }, command: Command) => {
      if (own.status && own.format !== 'wikitext') throw new Refused('--status goes with --format wikitext')
      await withStore(command, wiring, 'read', async ({ terminal, loaded, store }) => {
        const catalogue = await store.catalogue()
        if (!own.status) return terminal.out(exportCatalogue(catalogue, own.format).trimEnd())
        const view = await viewNow(store, loaded.settings, wiring.clock.now())
        const standings: Standing[] = []
        for (const entry of view.entries) standings.push(await view.standing(entry))
        const link = (evidence: Evidence) => linkOf(evidence, loaded.settings.parse.lists)
        terminal.out(exportCatalogue(catalogue, own.format, { standings, link }).trimEnd())
      })
    })
}

export function addCatalogueDiff(group: Command, wiring: Wiring): void {
  group
    .command('diff')
    .description('what changed between two catalogue files or pages, in words')
    .argument('<old>')
    .argument('<new>')
    .option('--json', 'as JSON')
    .action(async (older: string, newer: string, own: { json?: boolean }, command: Command) => {
      const terminal = newTerminal(command.optsWithGlobals<GlobalOptions>())
      const [before, after] = await readAll([older, newer], wiring)
      if (!before || !after) return
      const changes = diffCatalogues(
        mergeCatalogue([before], {}).catalogue,
        mergeCatalogue([after], {}).catalogue,
      )
      if (own.json) return terminal.out(JSON.stringify({ changes }, null, 2))
      for (const change of changes) terminal.out(harmless(change.text))
      terminal.out(changes.length === 0 ? 'no change' : `${changes.length} changes`)
    })
}

function linkOf(evidence: Evidence, lists: readonly MailingList[]): string | null {
  if (evidence.kind !== 'mail') return null
  const list = lists.find((each) => evidence.lists.includes(each.id) && each.archive !== '')
  return list ? archiveLink(list, evidence.source) : null
}
