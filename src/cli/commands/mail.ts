// `dibs mail --as ADDRESS`: command lines on stdin as if that person had mailed them to the bot; prints the answer.
import { text as streamText } from 'node:stream/consumers'
import type { Command } from 'commander'
import { previewAnswer } from '../../app/preview-answer.ts'
import { withStore } from '../session.ts'
import { harmless } from '../terminal.ts'
import { Failed, Refused, type Wiring } from '../wiring.ts'

export function addMail(program: Command, wiring: Wiring): void {
  program
    .command('mail')
    .description('command lines on stdin as a mail to the bot; prints the answer, keeps and sends nothing')
    .requiredOption('--as <address>', 'who asks')
    .option('--in-reply-to <message-id>', 'a mail it replies to, so that ENTRY may be left out')
    .addHelpText('after', "\nExample:\n  $ echo 'status pvusb' | dibs mail --as jane@example.org")
    .action(async (own: { as: string; inReplyTo?: string }, command: Command) => {
      if (!/^[^\s<>@]+@[^\s<>@]+$/.test(own.as)) throw new Refused(`--as ${own.as}: not an address`)
      const body = await streamText(process.stdin)
      await withStore(command, wiring, 'read', async ({ terminal, loaded, store, log }) => {
        const deps = await wiring.digestDeps(loaded, store, log, 'read')
        const asked = { from: own.as, body, inReplyTo: own.inReplyTo?.replace(/[<>\s]/g, '') ?? null }
        const answer = await previewAnswer(asked, store, wiring.decoder(loaded), deps)
        if (!answer.ok) throw new Failed(`no answer would be sent: ${answer.reason}`)
        terminal.out(harmless(Buffer.from(answer.raw).toString('utf8').replaceAll('\r\n', '\n')))
      })
    })
}
