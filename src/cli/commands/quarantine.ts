// `dibs quarantine list|show|retry`: mail that could not be read, kept with its bytes.
import type { Command } from 'commander'
import { isoInstant } from '../../core/model/time.ts'
import { act } from '../act.ts'
import { withStore } from '../session.ts'
import { counted, fit, harmless } from '../terminal.ts'
import { Refused, type Wiring } from '../wiring.ts'

export function addQuarantine(program: Command, wiring: Wiring): void {
  const group = program.command('quarantine').description('mail that could not be read, kept with its bytes')
  group
    .command('list', { isDefault: true })
    .description('all of it, with the reason')
    .option('--json', 'as JSON')
    .action(async (own: { json?: boolean }, command: Command) => {
      await withStore(command, wiring, 'read', async ({ terminal, store }) => {
        const mails = await store.quarantined()
        if (own.json) return terminal.out(JSON.stringify(mails, null, 2))
        if (mails.length > 0)
          terminal.table(
            ['id', 'since', 'source', 'reason'],
            mails.map((mail) => [
              mail.id,
              isoInstant(mail.quarantinedAt).slice(0, 10),
              fit(`${mail.place.source} ${mail.place.key}`, 40),
              fit(mail.reason, 70),
            ]),
          )
        terminal.out(`${counted(mails.length, 'mail')} in quarantine`)
      })
    })
  group
    .command('show')
    .description('the raw bytes of one')
    .argument('<id>')
    .action(async (id: string, _own: object, command: Command) => {
      await withStore(command, wiring, 'read', async ({ terminal, store }) => {
        const mail = (await store.quarantined()).find((one) => one.id === id)
        const raw = mail ? await store.raw(mail.hash) : null
        if (!raw) throw new Refused(`${id}: no such mail in quarantine`)
        if (process.stdout.isTTY) terminal.out(harmless(Buffer.from(raw).toString('latin1')))
        else process.stdout.write(raw)
      })
    })
  group
    .command('retry')
    .description('try one again, or all')
    .argument('<id...>', 'ids, or `all`')
    .action((ids: string[], _own: object, command: Command) =>
      act({ act: 'quarantine-retry', ids }, command, wiring),
    )
}
