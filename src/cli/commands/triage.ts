// `dibs triage`, `link THREAD ENTRY`, `unlink THREAD`: what could not be linked with confidence, and settling it.
import type { Command } from 'commander'
import { isoDay } from '../../core/model/time.ts'
import { act } from '../act.ts'
import { findEntry } from '../find-entry.ts'
import { withStore } from '../session.ts'
import { sourceLink } from '../standing-text.ts'
import { counted, fit, harmless } from '../terminal.ts'
import type { Wiring } from '../wiring.ts'

export function addTriage(program: Command, wiring: Wiring): void {
  program
    .command('triage')
    .description('threads that say something about a project and could not be linked with confidence')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nSettle one with:\n  $ dibs link THREAD ENTRY')
    .action(async (own: { json?: boolean }, command: Command) => {
      await withStore(command, wiring, 'read', async ({ terminal, loaded, store }) => {
        const { lists } = loaded.settings.parse
        const links = await store.triage()
        if (own.json) return terminal.out(JSON.stringify(links, null, 2))
        for (const link of links) {
          const root = await store.message(link.thread)
          terminal.out(
            `${terminal.paint.bold(fit(root?.reading.message.subject ?? '(first mail unknown)', 90))}`,
          )
          if (root) {
            const { author, at, lists: seenOn } = root.reading.message
            const evidence = { text: '', source: root.id, kind: 'mail' as const, at, lists: seenOn }
            terminal.out(`  ${isoDay(at)}, ${harmless(author.name || author.address)}`)
            terminal.out(`  ${terminal.paint.dim(harmless(sourceLink(evidence, lists)))}`)
          }
          for (const signal of link.signals.slice(0, 3))
            terminal.out(`  ${signal.type}: “${fit(signal.evidence, 110)}”`)
          if (link.candidates.length === 0) terminal.out(`        dibs link '${harmless(link.thread)}' ENTRY`)
          for (const candidate of link.candidates.slice(0, 3))
            terminal.out(
              `  ${candidate.score.toFixed(2)}  dibs link '${harmless(link.thread)}' ${candidate.entry}`,
            )
        }
        terminal.out(`${counted(links.length, 'thread')} in triage`)
      })
    })

  const settle = async (thread: string, words: string | null, command: Command): Promise<void> => {
    let entry: string | null = null
    if (words !== null)
      await withStore(command, wiring, 'read', async ({ store }) => {
        entry = findEntry(words, (await store.catalogue()).entries).id
      })
    await act({ act: 'link', thread, entry }, command, wiring)
  }
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
