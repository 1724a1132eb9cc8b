// `dibs digest`: a list's digest of a week, as preview; --post puts it into the outbox.
import { type Command, Option } from 'commander'
import { composeListDigest } from '../../app/digest.ts'
import { act } from '../act.ts'
import { withStore } from '../session.ts'
import { harmless } from '../terminal.ts'
import { Refused, type Wiring } from '../wiring.ts'

interface DigestOptions {
  readonly list?: string
  readonly week?: string
  readonly format: 'text' | 'html' | 'json'
  readonly post?: boolean
}

export function addDigest(program: Command, wiring: Wiring): void {
  program
    .command('digest')
    .description("a list's digest of a week; a preview unless --post")
    .option('--list <list>', 'which list (default: the only one)')
    .option('--week <week>', 'ISO week such as 2026-W47 (default: this week)')
    .addOption(
      new Option('--format <format>', 'form of the preview')
        .choices(['text', 'html', 'json'])
        .default('text'),
    )
    .option('--post', 'put it into the outbox, under the configured policy')
    .addHelpText('after', '\nExample:\n  $ dibs digest --list xen-devel --week 2026-W47')
    .action(async (own: DigestOptions, command: Command) => {
      await withStore(command, wiring, 'read', async ({ terminal, loaded, store, log }) => {
        const deps = await wiring.digestDeps(loaded, store, log, 'read')
        const composed = await composeListDigest(deps, own.list ?? null, own.week ?? null)
        if (!composed.ok) throw new Refused(composed.reason)
        if (own.format === 'json') terminal.out(JSON.stringify(composed.digest, null, 2))
        else if (own.format === 'html') terminal.out(composed.html)
        else terminal.out(`Subject: ${harmless(composed.subject)}\n\n${harmless(composed.text)}`)
      })
      if (own.post)
        await act({ act: 'digest-post', list: own.list ?? null, week: own.week ?? null }, command, wiring)
    })
}
