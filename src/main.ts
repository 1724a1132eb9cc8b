// argv -> command.
import { resolve } from 'node:path'
import { runCli } from './cli/program.ts'
import { wire } from './wire.ts'

// A reader that has seen enough (`dibs export | head`) ends us quietly; what it did not read is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`dibs: writing the output: ${error.message}\n`)
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

const root = resolve(import.meta.dirname, '..')
process.exitCode = await runCli(process.argv, wire(root, process.env))
