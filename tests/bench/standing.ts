// How long the fold takes: 10,000 entries of 50 facts each anew, and one entry after one new fact; beside JSON.parse of the
// same facts in the same run, so that the figure says something on any machine. Run: node tests/bench/standing.ts
import type { StandingFact } from '../../src/core/model/fact.ts'
import { DAY } from '../../src/core/model/time.ts'
import { computeStanding } from '../../src/core/standing/compute-standing.ts'
import { dueMails } from '../../src/core/standing/due.ts'
import { commit, day, ENTRY, mail, POLICY, page } from '../conversations/tell.ts'

const ENTRIES = 10_000
const FACTS = 50
const PEOPLE = ['Ann', 'Bob', 'Cyd', 'Dan', 'Mia', 'Max']
const SAYINGS = ['claim', 'interest', 'patch', 'patch', 'progress', 'inquiry', 'release', 'assign'] as const

/** Fifty facts, another mixture for every number: a page, forty-seven mails in four threads over two years, two commits. */
function factsOf(number: number): StandingFact[] {
  let state = number * 2_654_435_761 + 1
  const pick = (count: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * count)
  }
  const facts: StandingFact[] = [page('2014-01-01')]
  for (let n = 0; n < FACTS - 3; n++) {
    const says = pick(3) === 0 ? [SAYINGS[pick(SAYINGS.length)]!] : []
    const version = 1 + pick(4)
    const more = says[0] === 'patch' ? { patch: [version, 1, 2] as const } : {}
    const fact = mail('2014-01-01', PEOPLE[pick(PEOPLE.length)]!, {
      id: `e${number}-m${n}`,
      thread: `e${number}-t${pick(4)}`,
      says,
      ...more,
      ...(n > 0 ? { answers: `e${number}-m${pick(n)}` } : {}),
    })
    facts.push({ ...fact, at: day('2014-01-02') + pick(730) * DAY })
  }
  facts.push(commit('2015-12-01', 'Ann', { n: 1, m: 2 }), commit('2015-12-02', 'Ann', { n: 2, m: 2 }))
  return facts
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

const at = day('2016-06-01')
for (let number = 0; number < 500; number++) computeStanding(ENTRY, factsOf(number), POLICY, at)

// As a bot does it: one entry's facts in memory, not those of all, whose sweeping by the garbage collector would be timed too.
// The slowest by the thread's own processor time, coarse as it is, so that another program on the machine does not count.
const singles = Array.from({ length: 1000 }, (_, number) => {
  const facts = [...factsOf(number), mail('2016-05-01', 'Bob', { says: ['claim'] })]
  const before = process.threadCpuUsage()
  const wall = timed(() => computeStanding(ENTRY, facts, POLICY, at))
  const { user, system } = process.threadCpuUsage(before)
  return { wall, processor: (user + system) / 1000 }
})
const median = singles.map((one) => one.wall).sort((a, b) => a - b)[500]!
const slowest = Math.max(...singles.map((one) => one.processor))

const all = Array.from({ length: ENTRIES }, (_, number) => factsOf(number))
const texts = all.map((facts) => JSON.stringify(facts))
const parse = timed(() => {
  for (const text of texts) JSON.parse(text)
})
const fold = timed(() => {
  for (const facts of all) computeStanding(ENTRY, facts, POLICY, at)
})
const due = timed(() => {
  for (const facts of all.slice(0, 1000)) dueMails(ENTRY, facts, POLICY, at)
})

const lines = [
  `${ENTRIES} entries of ${FACTS} facts, all anew: ${fold.toFixed(0)} ms (limit 5000), ${(fold / parse).toFixed(2)} of JSON.parse (${parse.toFixed(0)} ms)`,
  `one new fact, one entry folded anew: median ${median.toFixed(3)} ms, slowest of 1000 ${slowest.toFixed(3)} ms of processor time (limit 5); from the store and back: tests/bench/stand-entry.ts`,
  `due mails of an entry: ${(due / 1000).toFixed(3)} ms`,
]
process.stdout.write(`${lines.join('\n')}\n`)
// A busy machine slows both; the ratio tells a slow fold from a slow machine.
if ((fold > 5000 && fold / parse > 4) || median > 5) process.exitCode = 1
