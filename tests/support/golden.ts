// Whole texts compared with files under tests/golden. UPDATE_GOLDEN=1 rewrites them, for somebody who then reads them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect } from 'vitest'

const FOLDER = resolve(import.meta.dirname, '../golden')

/** Fails unless `text` is what `tests/golden/NAME` holds. */
export function expectGolden(name: string, text: string): void {
  const file = join(FOLDER, name)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    if (process.env['CI']) throw new Error('golden texts are not rewritten in CI')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  if (!existsSync(file)) throw new Error(`tests/golden/${name} is missing; UPDATE_GOLDEN=1 writes it`)
  expect(text).toBe(readFileSync(file, 'utf8'))
}
