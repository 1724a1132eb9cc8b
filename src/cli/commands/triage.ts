// `dibs triage`, `link THREAD ENTRY`, `unlink THREAD`: what could not be linked with confidence, and settling it.
import type { Command } from 'commander'
import { type View, viewOf } from '../../app/view.ts'
import type { ThreadLink } from '../../core/model/link.ts'
import type { MailingList } from '../../core/model/list.ts'
import type { Message } from '../../core/model/message.ts'
import { isoDay } from '../../core/model/time.ts'
import { act } from '../act.ts'
import { findEntry } from '../find-entry.ts'
import { instantOption, withStore } from '../session.ts'
import { sourceLink } from '../source-link.ts'
import { counted, fit, harmless, type Terminal, wrapped } from '../terminal.ts'
import type { Wiring } from '../wiring.ts'

/** A thread in triage, and its first mail that is at hand: the root itself may never have been seen. */
interface Open {
  readonly link: ThreadLink
  readonly first: Message | null
}

export function addTriage(program: Command, wiring: Wiring): void {
  program
    .command('triage')
    .description('threads that say something about a project and could not be linked with confidence')
    .option('--at <date>', 'as of that date (its end, UTC) or instant')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nSettle one with:\n  $ dibs link THREAD ENTRY\n  $ dibs unlink THREAD')
    .action(async (own: { at?: string; json?: boolean }, command: Command) => {
      const at = instantOption(own.at)
      await withStore(command, wiring, 'read', async ({ terminal, loaded, store }) => {
        const view = await viewOf(store, loaded.settings, at, wiring.clock.now())
        const open = await openThreads(view)
        if (own.json)
          return terminal.out(
            JSON.stringify(
              open.map(({ link }) => link),
              null,
              2,
            ),
          )
        for (const one of open) printOpen(one, loaded.settings.parse.lists, terminal)
        terminal.out(`${counted(open.length, 'thread')} in triage`)
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

/** Oldest first, so that the newest stand where the eye is when the list has gone by. */
async function openThreads(view: View): Promise<Open[]> {
  const open: Open[] = []
  for await (const link of view.links()) {
    if (!link.triage) continue
    const message = link.signals[0]?.message ?? link.thread
    const reading = (await view.reading(link.thread)) ?? (await view.reading(message))
    open.push({ link, first: reading?.message ?? null })
  }
  return open.sort(
    (a, b) => (a.first?.at ?? 0) - (b.first?.at ?? 0) || (a.link.thread < b.link.thread ? -1 : 1),
  )
}

function printOpen({ link, first }: Open, lists: readonly MailingList[], terminal: Terminal): void {
  const { paint, width } = terminal
  const line = (text: string): void => {
    for (const part of wrapped(text, width - 2)) terminal.out(`  ${part}`)
  }
  terminal.out(paint.bold(fit(first?.subject ?? '(none of its mails is known)', width)))
  if (first) {
    line(`${isoDay(first.at)}, ${first.author.name || first.author.address}`)
    const { id: source, at, lists: seenOn } = first
    terminal.out(
      `  ${paint.dim(harmless(sourceLink({ text: '', source, kind: 'mail', at, lists: seenOn }, lists)))}`,
    )
  }
  for (const signal of link.signals.slice(0, 3)) line(`${signal.type}: “${fit(signal.evidence, 200)}”`)
  const likely = link.candidates.slice(0, 3)
  if (likely.length > 0)
    line(`resembles ${likely.map(({ entry, score }) => `${entry} (${score.toFixed(2)})`).join(', ')}`)
  // On one line however long, so that it can be copied.
  terminal.out(`  ${paint.cyan(`dibs link '${harmless(link.thread)}' ${likely[0]?.entry ?? 'ENTRY'}`)}\n`)
}
