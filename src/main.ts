// argv -> command.
import { resolve } from 'node:path'
import { runCli } from './cli/program.ts'
import { wire } from './wire.ts'

const root = resolve(import.meta.dirname, '..')
process.exitCode = await runCli(process.argv, wire(root, process.env))
