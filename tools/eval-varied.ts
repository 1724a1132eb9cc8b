// How much of what people may say is found when no rule was written with it in mind: tests/labelled/varied.tsv, one
// sentence a line, each read alone. Blocks of twenty lines in turn: the rules' authors have read the first, third, fifth …,
// the others never; only those count for the floors. Prints found of meant by type for both, and look-alikes taken; exits
// 1 below the floors. A hard measure: turns are rarer than on a list, and no mail stands around them. Run: node tools/eval-varied.ts
import { readFileSync } from 'node:fs'
import { readSignals } from '../src/core/detect/detect-signals.ts'
import { sampleMessage } from '../tests/support/sample-message.ts'

/** Share of the unread statements that must be found, and of all look-alikes that may at most be taken. */
const FLOORS = { found: 0.16, taken: 0.02 }
const LOOK_ALIKE = 'none'
const BLOCK = 20

interface Count {
  meant: number
  found: number
}

const read = new Map<string, Count>()
const unread = new Map<string, Count>()
let alike = 0
let taken = 0
const lines = readFileSync(new URL('../tests/labelled/varied.tsv', import.meta.url), 'utf8').split('\n')
lines.forEach((line, at) => {
  const [type, sentence] = line.split('\t')
  if (!type || !sentence) return
  const said = readSignals(sampleMessage({ text: `${sentence}\n`, subject: 'Re: a question' })).signals
  if (type === LOOK_ALIKE) {
    alike += 1
    taken += said.length > 0 ? 1 : 0
    return
  }
  const counts = Math.floor(at / BLOCK) % 2 === 0 ? read : unread
  const count = counts.get(type) ?? { meant: 0, found: 0 }
  counts.set(type, count)
  count.meant += 1
  count.found += said.some((signal) => signal.type === type) ? 1 : 0
})

const out = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
out(`\n== varied: sentences without their mails, found of meant\n${''.padEnd(10)}${'unread'.padEnd(18)}read`)
for (const type of [...unread.keys()].sort())
  out(`${type.padEnd(10)}${told(unread.get(type)).padEnd(18)}${told(read.get(type))}`)
const all = sumOf(unread)
out(`${'all'.padEnd(10)}${told(all).padEnd(18)}${told(sumOf(read))}`)
out(`look-alikes taken: ${taken} of ${alike}`)
const below = [
  all.found < FLOORS.found * all.meant && 'found',
  taken > FLOORS.taken * alike && 'taken',
].filter(Boolean)
for (const floor of below) out(`beyond its floor: ${floor}`)
out(`${2 - below.length} passed, ${below.length} failed`)
if (below.length > 0) process.exitCode = 1

function sumOf(counts: ReadonlyMap<string, Count>): Count {
  const sum = { meant: 0, found: 0 }
  for (const { meant, found } of counts.values()) {
    sum.meant += meant
    sum.found += found
  }
  return sum
}

function told(count: Count = { meant: 0, found: 0 }): string {
  const share = count.meant === 0 ? '-' : (count.found / count.meant).toFixed(2)
  return `${String(count.found).padStart(3)} of ${String(count.meant).padStart(3)} ${share.padStart(5)}`
}
