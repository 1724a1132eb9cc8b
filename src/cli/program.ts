// argv to one command; every command is a file of its own in commands/. Exit codes: 0 ok, 1 failed, 2 wrong usage.
import { Command, CommanderError, Option } from 'commander'
import { Failure } from '../ports/failure.ts'
import { addBackup } from './commands/backup.ts'
import { addCatalogue } from './commands/catalogue.ts'
import { addDemo } from './commands/demo.ts'
import { addDigest } from './commands/digest.ts'
import { addDismiss } from './commands/dismiss.ts'
import { addDoctor } from './commands/doctor.ts'
import { addExplain } from './commands/explain.ts'
import { addExport } from './commands/export.ts'
import { addList } from './commands/list.ts'
import { addMail } from './commands/mail.ts'
import { addNotices } from './commands/notices.ts'
import { addOutbox } from './commands/outbox.ts'
import { addQuarantine } from './commands/quarantine.ts'
import { addRebuild } from './commands/rebuild.ts'
import { addReplay } from './commands/replay.ts'
import { addRun } from './commands/run.ts'
import { addScan } from './commands/scan.ts'
import { addStatus } from './commands/status.ts'
import { addTemplates } from './commands/templates.ts'
import { addTriage } from './commands/triage.ts'
import { addTrial } from './commands/trial.ts'
import { newTerminal } from './terminal.ts'
import { Failed, type GlobalOptions, Refused, type Wiring } from './wiring.ts'

const ADD = [
  addRun,
  addReplay,
  addScan,
  addTrial,
  addExplain,
  addStatus,
  addList,
  addDigest,
  addCatalogue,
  addTriage,
  addDismiss,
  addNotices,
  addOutbox,
  addQuarantine,
  addMail,
  addExport,
  addRebuild,
  addBackup,
  addTemplates,
  addDoctor,
  addDemo,
]

/** Runs one command line; resolves with the exit code. Nothing here throws. */
export async function runCli(argv: readonly string[], wiring: Wiring): Promise<number> {
  const program = new Command('dibs')
    .description('Keeps the books of who works on what, for projects that live on mailing lists.')
    .version(wiring.version, '-V, --version')
    .option('--config <file>', 'configuration file (default: config/dibs.yaml where there is one)')
    .option('--data <dir>', 'data folder (default: what the configuration says, else ./data)')
    .addOption(
      new Option('--log-level <level>', 'least level of log lines').choices([
        'debug',
        'info',
        'warn',
        'error',
      ]),
    )
    .option('--no-color', 'no colour')
    .option('--yes', 'answer yes to every question')
    .showHelpAfterError('(try `dibs --help`)')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
  program.addHelpText(
    'after',
    '\nExamples:\n  $ dibs replay --data ./data --catalogue pages.txt archive.mbox.gz\n  $ dibs status --data ./data\n  $ dibs explain --data ./data MESSAGE-ID',
  )
  for (const add of ADD) add(program, wiring)
  program
    .command('version')
    .description('the version, as --version')
    .action(() => newTerminal({ color: false }).out(wiring.version))
  for (const command of program.commands) inheritStrictness(command)
  try {
    await program.parseAsync([...argv], { from: 'node' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    return exitCodeOf(error, program.opts<GlobalOptions>())
  }
}

function inheritStrictness(command: Command): void {
  command.exitOverride().showHelpAfterError('(try `--help`)')
  for (const inner of command.commands) inheritStrictness(inner)
}

function exitCodeOf(error: unknown, options: GlobalOptions): number {
  const terminal = newTerminal({ color: options.color })
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Refused) {
    terminal.note(`dibs: ${error.message}`)
    return 2
  }
  if (error instanceof Failed || error instanceof Failure) {
    terminal.note(`dibs: ${error.message}`)
    return 1
  }
  terminal.note(`dibs: a defect of ours, please report it: ${(error as Error)?.stack ?? String(error)}`)
  return 1
}
