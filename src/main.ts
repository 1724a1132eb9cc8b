// argv -> command. Compiled code is kept beside the packages, which halves the time a command takes to start.
import { enableCompileCache } from 'node:module'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
enableCompileCache(join(root, 'node_modules/.cache/dibs'))

// A reader that has seen enough (`dibs export | head`) ends us quietly; what it did not read is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`dibs: writing the output: ${error.message}\n`)
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

const [{ runCli }, { wire }] = await Promise.all([import('./cli/program.ts'), import('./wire.ts')])
process.exitCode = await runCli(process.argv, wire(root, process.env))
