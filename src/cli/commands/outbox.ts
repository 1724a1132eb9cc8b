// `dibs outbox list|show|release|drop|stop|start`: every mail Dibs wants to send, before and after.
import type { Command } from 'commander'
import { countPassedOver } from '../../app/notice-ledger.ts'
import { STOPPED } from '../../app/settle-outbox.ts'
import { isoInstant } from '../../core/model/time.ts'
import type { OutboxMail } from '../../ports/store.ts'
import { act } from '../act.ts'
import { withStore } from '../session.ts'
import { counted, fit, harmless, type Terminal } from '../terminal.ts'
import { Refused, type Wiring } from '../wiring.ts'

/** A row a mail; below it why it has not left, where there is something to know. */
function printRows(mails: readonly OutboxMail[], terminal: Terminal): void {
  const { paint } = terminal
  const rest = Math.max(30, terminal.width - 51)
  const toWidth = Math.min(rest >> 1, Math.max(...mails.map((mail) => mail.to.join(', ').length), 2))
  const row = (id: string, state: string, kind: string, since: string, to: string, subject: string): string =>
    [id.padEnd(12), state.padEnd(8), kind.padEnd(7), since.padEnd(16), to.padEnd(toWidth), subject]
      .join('  ')
      .trimEnd()
  terminal.out(paint.bold(row('id', 'state', 'kind', 'since (UTC)', 'to', 'subject')))
  for (const mail of mails) {
    const since = isoInstant(mail.changedAt).slice(0, 16).replace('T', ' ')
    const to = fit(mail.to.join(', '), toWidth)
    terminal.out(row(mail.id, mail.state, mail.kind, since, to, fit(mail.subject, rest - toWidth)))
    if (mail.reason && !['sent', 'seen'].includes(mail.state) && mail.reason !== 'dropped')
      terminal.out(`  ${paint.dim(fit(mail.reason, terminal.width - 2))}`)
  }
}

export function addOutbox(program: Command, wiring: Wiring): void {
  const group = program
    .command('outbox')
    .description('every mail Dibs wants to send, before and after it is sent')
  group
    .command('list', { isDefault: true })
    .description('all rows, newest last')
    .option('--json', 'as JSON')
    .action(async (own: { json?: boolean }, command: Command) => {
      await withStore(command, wiring, 'read', async ({ terminal, store }) => {
        const mails = await store.outbox()
        if (own.json) {
          const rows = mails.map(({ raw: _raw, ...row }) => ({
            ...row,
            createdAt: isoInstant(row.createdAt),
            changedAt: isoInstant(row.changedAt),
            dueAt: isoInstant(row.dueAt),
          }))
          return terminal.out(JSON.stringify(rows, null, 2))
        }
        if ((await store.meta(STOPPED)) === 'yes')
          terminal.out('the outbox is stopped; `dibs outbox start` lets it go on')
        if (mails.length > 0) printRows(mails, terminal)
        terminal.out(counted(mails.length, 'mail'))
        const passed = await countPassedOver(store)
        if (passed > 0)
          terminal.note(`${counted(passed, 'due thing')} passed over; \`dibs notices\` shows why`)
      })
    })
  group
    .command('show')
    .description('the whole mail, as it would go out')
    .argument('<id>')
    .action(async (id: string, _own: object, command: Command) => {
      await withStore(command, wiring, 'read', async ({ terminal, store }) => {
        const mail = await store.outboxMail(id)
        if (!mail) throw new Refused(`${id}: no such mail in the outbox; \`dibs outbox\` lists all`)
        terminal.out(
          `state ${mail.state}${mail.reason ? ` (${harmless(mail.reason)})` : ''}, tries ${mail.tries}\n`,
        )
        terminal.out(harmless(Buffer.from(mail.raw).toString('utf8').replaceAll('\r\n', '\n')))
      })
    })
  group
    .command('release')
    .description('send a row that is in preview, held or of unknown fate, or that waits for its next try')
    .argument('<id...>')
    .action((ids: string[], _own: object, command: Command) =>
      act({ act: 'outbox-release', ids }, command, wiring),
    )
  group
    .command('drop')
    .description('never send a row')
    .argument('<id...>')
    .action((ids: string[], _own: object, command: Command) =>
      act({ act: 'outbox-drop', ids }, command, wiring),
    )
  group
    .command('stop')
    .description('send nothing, queued rows included')
    .action((_own: object, command: Command) => act({ act: 'outbox-stop' }, command, wiring))
  group
    .command('start')
    .description('go on sending')
    .action((_own: object, command: Command) => act({ act: 'outbox-start' }, command, wiring))
}
