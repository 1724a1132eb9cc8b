// `dibs dismiss MESSAGE-ID [TYPE]`: "that was no claim"; the row goes, and counts as an error.
import { Argument, type Command } from 'commander'
import { SIGNAL_TYPES, type SignalType } from '../../core/model/signal.ts'
import { act } from '../act.ts'
import type { Wiring } from '../wiring.ts'

export function addDismiss(program: Command, wiring: Wiring): void {
  program
    .command('dismiss')
    .description('take back what a mail was read as saying: all of it, or one type')
    .argument('<message-id>', 'the mail')
    .addArgument(new Argument('[type]', 'only signals of this type').choices([...SIGNAL_TYPES]))
    .addHelpText('after', '\nExample:\n  $ dibs dismiss 20240101.abc@example.org claim')
    .action((message: string, type: SignalType | undefined, _own: object, command: Command) =>
      act({ act: 'dismiss', message, type: type ?? null }, command, wiring),
    )
}
