// How much of what people may say is found when no rule was written with it in mind: tests/labelled/varied.tsv, one
// sentence a line, each read alone. Prints found of meant by type and how many look-alikes were taken; exits 1 below its
// floors. A hard measure: turns are rarer there than on a list, and no mail around them helps. Run: node tools/eval-varied.ts
import { readFileSync } from 'node:fs'
import { readSignals } from '../src/core/detect/detect-signals.ts'
import { sampleMessage } from '../tests/support/sample-message.ts'

/** Share of statements that must be found, and of look-alikes that may at most be taken. */
const FLOORS = { found: 0.14, taken: 0.02 }
const LOOK_ALIKE = 'none'

interface Count {
  meant: number
  found: number
}

const counts = new Map<string, Count>()
let taken = 0
for (const line of readFileSync(new URL('../tests/labelled/varied.tsv', import.meta.url), 'utf8').split(
  '\n',
)) {
  const [type, sentence] = line.split('\t')
  if (!type || !sentence) continue
  const count = counts.get(type) ?? { meant: 0, found: 0 }
  counts.set(type, count)
  count.meant += 1
  const told = readSignals(sampleMessage({ text: `${sentence}\n`, subject: 'Re: a question' })).signals
  if (type === LOOK_ALIKE) taken += told.length > 0 ? 1 : 0
  else if (told.some((signal) => signal.type === type)) count.found += 1
}

const alike = counts.get(LOOK_ALIKE)?.meant ?? 0
counts.delete(LOOK_ALIKE)
const meant = [...counts.values()].reduce((sum, count) => sum + count.meant, 0)
const found = [...counts.values()].reduce((sum, count) => sum + count.found, 0)
const out = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
out(`\n== varied: ${meant} statements and ${alike} look-alikes nobody wrote a rule for`)
for (const [type, count] of counts)
  out(
    ` ${type.padEnd(9)} found ${String(count.found).padStart(3)} of ${String(count.meant).padStart(3)}  ${share(count.found, count.meant)}`,
  )
out(`all        found ${found} of ${meant}  ${share(found, meant)}, ${taken} look-alikes taken`)
const below = [found < FLOORS.found * meant && 'found', taken > FLOORS.taken * alike && 'taken'].filter(
  Boolean,
)
for (const floor of below) out(`beyond its floor: ${floor}`)
out(`${2 - below.length} passed, ${below.length} failed`)
if (below.length > 0) process.exitCode = 1

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(2)
}
