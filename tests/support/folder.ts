// Temporary folders that go away with the test that asked for them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const made: string[] = []

/** A new empty folder; removed when the test file has ended. */
export function temporaryFolder(): string {
  if (made.length === 0)
    afterAll(() => {
      for (const folder of made) rmSync(folder, { recursive: true, force: true })
    })
  const folder = mkdtempSync(join(tmpdir(), 'dibs-test-'))
  made.push(folder)
  return folder
}
