// `dibs templates check`: whether every mail and page can be written with the templates as they are.
import type { Command } from 'commander'
import { checkTemplates } from '../../core/compose/check-templates.ts'
import { globalOptions } from '../session.ts'
import { newTerminal } from '../terminal.ts'
import { Failed, type Wiring } from '../wiring.ts'

export function addTemplates(program: Command, wiring: Wiring): void {
  const group = program.command('templates').description('the words of every mail and page')
  group
    .command('check')
    .description('whether all of them can be filled; exit 1 when one cannot')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  $ dibs templates check --config config/dibs.yaml')
    .action((own: { json?: boolean }, command: Command) => {
      const options = globalOptions(command)
      const terminal = newTerminal(options)
      const templates = wiring.templates(wiring.load(options))
      const refusals = checkTemplates(templates)
      if (own.json) terminal.out(JSON.stringify(refusals, null, 2))
      else for (const { file, line, text } of refusals) terminal.out(`${file}:${line}: ${text}`)
      if (refusals.length > 0) throw new Failed('not every mail can be written with these templates')
      if (!own.json) terminal.out(`${Object.keys(templates).length} templates, all well`)
    })
}
