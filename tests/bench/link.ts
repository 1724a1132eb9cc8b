// How long one look-up takes as the catalogue grows, and one thread as it grows. Run: node tests/bench/link.ts
import { buildCatalogueIndex } from '../../src/core/link/catalogue-index.ts'
import { lookUp } from '../../src/core/link/look-up.ts'
import type { QueryText } from '../../src/core/link/query-field.ts'
import { wordsOf } from '../../src/core/link/words.ts'
import { makeCatalogue, makeText } from '../support/made-catalogue.ts'

const LOOKUPS = 2_000

function microseconds(work: (n: number) => void): number {
  for (let n = 0; n < LOOKUPS / 4; n++) work(n)
  const before = process.cpuUsage()
  for (let n = 0; n < LOOKUPS; n++) work(n)
  const spent = process.cpuUsage(before)
  return (spent.user + spent.system) / LOOKUPS
}

const subject = (n: number): QueryText => ({ kind: 'subject', text: makeText(8, n), weight: 1 })
const body = (n: number): QueryText => ({ kind: 'body', text: makeText(120, n), weight: 0.7 })
const reading = microseconds((n) => void wordsOf(body(n).text))
process.stdout.write(`reading 120 words: ${reading.toFixed(0)} µs\n`)
for (const size of [100, 1_000, 10_000]) {
  const entries = makeCatalogue(size)
  const start = performance.now()
  const index = buildCatalogueIndex({ entries }, [])
  const built = performance.now() - start
  const queries = Array.from({ length: 100 }, (_, n) => [subject(n), body(n)])
  const short = microseconds((n) => void lookUp(index, [queries[n % 100]![0]!]))
  const whole = microseconds((n) => void lookUp(index, queries[n % 100]!))
  process.stdout.write(
    `${size} entries: index ${built.toFixed(0)} ms, subject ${short.toFixed(0)} µs, subject and text ${whole.toFixed(0)} µs\n`,
  )
}
