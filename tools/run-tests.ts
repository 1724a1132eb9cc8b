// Runs vitest and closes with one plain line `N passed, N failed` taken from its own report; exit 1 unless all passed.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { sharedFolder } from '../tests/support/shared.ts'

const report = 'build/test-report.json'
rmSync(report, { force: true })
if (sharedFolder() === null)
  console.log(
    'not run: the checks on the real pages and mail (no shared folder beside the checkout; set DIBS_SHARED)',
  )
const run = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2).filter((word) => word !== '--yes'),
  ],
  { stdio: 'inherit' },
)
const result = JSON.parse(readFileSync(report, 'utf8')) as {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  numFailedTestSuites: number
  success: boolean
  testResults: { assertionResults: { status: string; title: string }[] }[]
}
// A test that this machine cannot run says so by its name.
const named = result.testResults
  .flatMap((file) => file.assertionResults)
  .filter(({ status, title }) => status === 'todo' && title.startsWith('not run: '))
for (const { title } of named) console.log(title)
result.numTodoTests -= named.length
const notRun = result.numPendingTests + result.numTodoTests
// Else only what needs the shared folder may stay out, and only where there is none.
const skipped = sharedFolder() === null ? result.numTodoTests : notRun
if (notRun > skipped) console.log(`not run: ${notRun - skipped} checks on the real pages and mail`)
if (skipped > 0) console.log(`${skipped} tests were skipped, which is not allowed`)
const failed = Math.max(result.numFailedTests, result.success ? 0 : 1) + skipped
console.log(`${result.numPassedTests} passed, ${failed} failed`)
process.exit(run.status === 0 && failed === 0 && result.numPassedTests > 0 ? 0 : 1)
