// `dibs triage`, `link THREAD ENTRY`, `unlink THREAD`: what could not be linked with confidence, and settling it.
import type { Command } from 'commander'
import { catalogueIndex } from '../../app/index-cache.ts'
import { settleLink } from '../../app/settle-link.ts'
import { messageId } from '../../core/model/ids.ts'
import { findEntry } from '../find-entry.ts'
import { withStore } from '../session.ts'
import { fit } from '../terminal.ts'
import { Refused, type Wiring } from '../wiring.ts'

export function addTriage(program: Command, wiring: Wiring): void {
  program
    .command('triage')
    .description('threads that say something about a project and could not be linked with confidence')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nSettle one with:\n  $ dibs link THREAD ENTRY')
    .action(async (own: { json?: boolean }, command: Command) => {
      await withStore(command, wiring, 'read', async ({ terminal, store }) => {
        const links = await store.triage()
        if (own.json) return terminal.out(JSON.stringify(links, null, 2))
        for (const link of links) {
          const root = await store.message(link.thread)
          terminal.out(
            `${terminal.paint.bold(fit(root?.reading.message.subject ?? '(first mail unknown)', 90))}`,
          )
          terminal.out(`  ${terminal.paint.dim(fit(link.thread, 100))}`)
          for (const signal of link.signals.slice(0, 3))
            terminal.out(`  ${signal.type}: “${fit(signal.evidence, 110)}”`)
          for (const candidate of link.candidates.slice(0, 3))
            terminal.out(`  ${candidate.score.toFixed(2)}  dibs link '${link.thread}' ${candidate.entry}`)
        }
        terminal.out(`${links.length} threads in triage`)
      })
    })

  const settle = (thread: string, entryWords: string | null, command: Command): Promise<void> =>
    withStore(command, wiring, 'write', async ({ terminal, loaded, store }) => {
      const entry = entryWords === null ? null : findEntry(entryWords, (await store.catalogue()).entries)
      const by = { name: 'operator', address: loaded.config?.operator.address ?? '' }
      const settled = await settleLink(messageId(thread), entry?.id ?? null, by, {
        store,
        clock: wiring.clock,
        settings: loaded.settings,
        index: catalogueIndex(loaded.settings.parse.lists),
      })
      if (!settled) throw new Refused(`${thread}: no stored thread has a mail with that Message-ID`)
      terminal.out(entry ? `${settled} is linked to ${entry.id}` : `${settled} is linked to nothing`)
    })
  program
    .command('link')
    .description('tie a thread to an entry; the linker does not undo it')
    .argument('<thread>', 'Message-ID of any of its mails')
    .argument('<entry...>', 'id, title or a clear part of one')
    .action((thread: string, entry: string[], _own: object, command: Command) =>
      settle(thread, entry.join(' '), command),
    )
  program
    .command('unlink')
    .description('tie a thread to nothing; the linker does not undo it')
    .argument('<thread>', 'Message-ID of any of its mails')
    .action((thread: string, _own: object, command: Command) => settle(thread, null, command))
}
