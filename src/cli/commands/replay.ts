// `dibs replay`: archives into the store, then everything derived from them.
import type { Command } from 'commander'
import { importCatalogues } from '../../app/catalogue-import.ts'
import { catalogueIndex } from '../../app/index-cache.ts'
import { deriveAll } from '../../app/rebuild.ts'
import { type ReplayCounts, replayArchive } from '../../app/replay.ts'
import { viewNow } from '../../app/view.ts'
import { listId } from '../../core/model/ids.ts'
import { printOverview } from '../overview.ts'
import { stopSignal, withStore } from '../session.ts'
import { Failed, Refused, type Wiring } from '../wiring.ts'

interface ReplayOptions {
  readonly list?: string
  readonly catalogue: readonly string[]
  readonly json?: boolean
}

export function addReplay(program: Command, wiring: Wiring): void {
  program
    .command('replay')
    .description(
      'ingest archives: mbox, mbox.gz, Maildir, folder of .eml, public-inbox git folder, - for stdin',
    )
    .argument('<path...>', 'archives')
    .option('--list <list>', 'the list all this mail belongs to, whatever its headers say')
    .option('--catalogue <file>', 'catalogue to import first (may be repeated)', collect, [] as string[])
    .option('--json', 'counts as JSON')
    .addHelpText('after', '\nExample:\n  $ dibs replay --data ./data --catalogue catalogue.yaml 2025.mbox.gz')
    .action(async (paths: string[], own: ReplayOptions, command: Command) => {
      const list = own.list === undefined ? null : listId(own.list)
      await withStore(command, wiring, 'write', async ({ terminal, loaded, log, store }) => {
        const lists = loaded.settings.parse.lists
        if (list && lists.length > 0 && !lists.some((known) => known.id === list))
          throw new Refused(
            `--list ${list}: no such list; the configuration knows ${lists.map((known) => known.id).join(', ')}`,
          )
        if (own.catalogue.length > 0)
          await importCatalogues(own.catalogue, {
            store,
            clock: wiring.clock,
            warn: terminal.note,
            force: false,
          })
        const reader = wiring.bulkReader(loaded)
        const decoder = wiring.decoder(loaded)
        const signal = stopSignal()
        const totals = { mails: 0, messages: 0, dropped: 0, quarantined: 0 }
        const begun = performance.now()
        let trouble: Error | null = null
        try {
          for (const path of paths) {
            const source = await wiring.openArchive(path)
            const bar = terminal.progress(path)
            const progress = (counts: ReplayCounts, of: { done: number; total: number } | null): void =>
              bar.at(of?.done ?? counts.mails, of?.total ?? counts.mails, `${counts.mails} mails`)
            try {
              const counted = await replayArchive(
                source,
                { list, now: wiring.clock.now() },
                { store, reader, intake: { decoder, settings: loaded.settings }, log, progress },
                signal,
              )
              for (const key of ['mails', 'messages', 'dropped', 'quarantined'] as const)
                totals[key] += counted[key]
            } catch (error) {
              if (signal.aborted) throw new Failed('stopped; run the same command again to go on')
              trouble ??= error as Error
              terminal.note(`dibs: ${(error as Error).message}`)
            } finally {
              bar.end()
            }
          }
        } finally {
          await reader.close()
        }
        const deriving = terminal.progress('linking')
        const index = catalogueIndex(lists)
        await store.write((tx) =>
          deriveAll(tx, {
            store,
            clock: wiring.clock,
            settings: loaded.settings,
            decoder,
            index,
            progress: (stage, done, total) => deriving.at(done, total, stage),
          }),
        )
        deriving.end()
        const seconds = (performance.now() - begun) / 1000
        if (own.json) terminal.out(JSON.stringify({ ...totals, seconds: Math.round(seconds * 10) / 10 }))
        else {
          const rate = Math.round(totals.mails / seconds)
          const peak = Math.round(process.resourceUsage().maxRSS / 1024)
          terminal.note(
            `read ${totals.mails} mails (${totals.messages} new or changed, ${totals.dropped} of no watched list, ${totals.quarantined} unreadable) in ${seconds.toFixed(1)} s, ${rate}/s, at most ${peak} MiB`,
          )
          await printOverview(await viewNow(store, loaded.settings, wiring.clock.now()), terminal, {
            only: 'touched',
          })
        }
        if (trouble) throw new Failed('not everything could be read, see above; what was read is kept')
      })
    })
}

function collect(value: string, known: readonly string[]): string[] {
  return [...known, value]
}
