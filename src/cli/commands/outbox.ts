// `dibs outbox list|show|release|drop|stop|start`: every mail Dibs wants to send, before and after.
import type { Command } from 'commander'
import { dropMail, releaseMail, STOPPED, setStopped } from '../../app/post.ts'
import { isoInstant } from '../../core/model/time.ts'
import { withStore } from '../session.ts'
import { fit, harmless } from '../terminal.ts'
import { Refused, type Wiring } from '../wiring.ts'

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
        if (await store.meta(STOPPED))
          terminal.out('the outbox is stopped; `dibs outbox start` lets it go on')
        if (mails.length > 0)
          terminal.table(
            ['id', 'state', 'kind', 'to', 'subject', 'since'],
            mails.map((mail) => [
              mail.id,
              mail.state,
              mail.kind,
              fit(mail.to.join(', '), 30),
              fit(mail.subject, 44),
              isoInstant(mail.changedAt).slice(0, 16),
            ]),
          )
        terminal.out(`${mails.length} mails`)
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
  const move = (name: 'release' | 'drop', text: string): void => {
    group
      .command(name)
      .description(text)
      .argument('<id...>')
      .action(async (ids: string[], _own: object, command: Command) => {
        await withStore(command, wiring, 'write', async ({ terminal, store }) => {
          for (const id of ids) {
            const act = name === 'release' ? releaseMail : dropMail
            const done = await store.write((tx) => act(tx, id, wiring.clock.now()))
            if (!done.ok) throw new Refused(`${id}: ${done.reason}`)
            terminal.out(`${id}: ${name === 'release' ? 'queued; `dibs run` will send it' : 'dropped'}`)
          }
        })
      })
  }
  move('release', 'queue a row that is in preview, held or of unknown fate')
  move('drop', 'never send a row')
  for (const [name, stopped] of [
    ['stop', true],
    ['start', false],
  ] as const)
    group
      .command(name)
      .description(stopped ? 'send nothing, queued rows included' : 'go on sending')
      .action(async (_own: object, command: Command) => {
        await withStore(command, wiring, 'write', async ({ terminal, store }) => {
          await store.write((tx) => setStopped(tx, stopped))
          terminal.out(stopped ? 'the outbox is stopped' : 'the outbox goes on')
        })
      })
}
