// The page about standing names every code people may meet, and no other.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { HISTORY_CODES, OBSERVATIONS } from '../../../src/core/model/standing.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/standing.md'), 'utf8')
const section = (title: string): string[] =>
  [...(page.split(`## ${title}`)[1]?.split('\n## ')[0] ?? '').matchAll(/`([a-z-]+)`/g)].map(
    (match) => match[1]!,
  )

test.each([
  ['Codes in the history', HISTORY_CODES],
  ["The page's own rules, as observations", OBSERVATIONS],
])('“%s” is complete', (title, codes) => {
  expect(section(title).sort()).toEqual([...codes].sort())
})
