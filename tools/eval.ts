// `npm run eval`: what the whole judgement scores on real, labelled mail. Scans both corpora with `dibs scan --json`,
// scores them with the shared score, prints the table, the spread over five folds of threads and the errors, and fails
// below the floors of tests/eval-floors.json. `--raise` lifts them to 0.02 below what is reached now; they never sink.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedFolder } from '../tests/support/shared.ts'

interface Rates {
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}
interface Score {
  readonly tag_accuracy: number
  readonly core: Rates
  readonly all: Rates
  readonly intent: Rates
  readonly pairs: Rates
  readonly types: Readonly<Record<string, Rates>>
  readonly evidence: number
  readonly link: { readonly precision: number; readonly recall: number }
}
interface Corpus {
  readonly name: string
  readonly labels: string
  readonly mails: readonly string[]
  readonly catalogues: readonly string[]
}
type Floors = Record<string, Record<string, number>>

const FLOORS = 'tests/eval-floors.json'
const FOLDS = 5
const build = 'build/eval'

const shared = sharedFolder()
if (shared === null) {
  console.log('not run: the labelled mail lies in the shared folder, which is missing (set DIBS_SHARED)')
  console.log('0 passed, 0 failed')
  process.exit(0)
}
mkdirSync(build, { recursive: true })
const scorer = join(shared, 'eval/score.mjs')
const floors = JSON.parse(readFileSync(FLOORS, 'utf8')) as Floors
const raise = process.argv.includes('--raise')
let passed = 0
let failed = 0

for (const corpus of corpora(shared)) {
  const scan = scanCorpus(corpus)
  console.log(`\n== ${corpus.name}`)
  console.log(scoreText(corpus.labels, scan, 60))
  const score = scoreOf(corpus.labels, scan)
  printRates('core', score.core)
  printRates('claim', score.types['claim']!)
  printRates('intent', score.intent)
  printFolds(corpus, scan)
  checkFloors(corpus.name, score)
}
checkNoneSank()
if (raise) writeFileSync(FLOORS, `${JSON.stringify(floors, null, 2)}\n`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function corpora(folder: string): Corpus[] {
  const of = (path: string): string => join(folder, path)
  const seeds = readdirSync(of('seeds')).filter((name) => /^\d.*\.txt$/.test(name))
  return [
    {
      name: 'xen',
      labels: of('corpus/xen/labels.jsonl'),
      mails: [of('corpus/xen/mails')],
      catalogues: seeds.sort().map((name) => of(`seeds/${name}`)),
    },
    {
      name: 'iio',
      labels: of('corpus/iio/labels.jsonl'),
      mails: [of('corpus/iio/2024.mbox.gz'), of('corpus/iio/2025.mbox.gz')],
      catalogues: [of('corpus/iio/catalogue.yaml')],
    },
  ]
}

/** Writes the scan beside the other build products and gives its path back. */
function scanCorpus(corpus: Corpus): string {
  const started = performance.now()
  const catalogues = corpus.catalogues.flatMap((path) => ['--catalogue', path])
  const out = node(['src/main.ts', 'scan', '--json', ...catalogues, ...corpus.mails])
  const file = join(build, `${corpus.name}.jsonl`)
  writeFileSync(file, out)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${corpus.name}: ${out.split('\n').length - 1} mails scanned in ${seconds} s`)
  return file
}

function node(args: readonly string[]): string {
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (run.status !== 0) throw new Error(`${args.join(' ')}: ${run.stderr}`)
  return run.stdout
}

function scoreText(labels: string, scan: string, errors: number): string {
  return node([scorer, labels, scan, '--errors', String(errors)])
}

function scoreOf(labels: string, scan: string): Score {
  return JSON.parse(node([scorer, labels, scan, '--json'])) as Score
}

/** Precision and recall with counts and 95 % Wilson intervals. */
function printRates(name: string, rates: Rates): void {
  const { tp, fp, fn } = rates
  console.log(`${name.padEnd(8)} precision ${interval(tp, tp + fp)}  recall ${interval(tp, tp + fn)}`)
}

function interval(hits: number, of: number): string {
  if (of === 0) return '-'
  const z = 1.96
  const p = hits / of
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2))
  return `${p.toFixed(3)} (${hits} of ${of}, ${(middle - half).toFixed(2)}–${(middle + half).toFixed(2)})`
}

/** The same score on five groups of threads: how far one group of threads is from another. */
function printFolds(corpus: Corpus, scan: string): void {
  const threadOf = new Map<string, string>()
  for (const line of readFileSync(scan, 'utf8').split('\n')) {
    if (line === '') continue
    const { message_id, thread } = JSON.parse(line) as { message_id: string | null; thread: string | null }
    if (message_id) threadOf.set(message_id, thread ?? message_id)
  }
  const labels = readFileSync(corpus.labels, 'utf8').split('\n').filter(Boolean)
  const rows = Array.from({ length: FOLDS }, (_, fold) => {
    const file = join(build, `${corpus.name}-fold-${fold}.jsonl`)
    const inFold = labels.filter((line) => {
      const id = (JSON.parse(line) as { message_id: string }).message_id.replace(/^<|>$/g, '')
      return hash(threadOf.get(id) ?? id) % FOLDS === fold
    })
    writeFileSync(file, inFold.join('\n'))
    const { core, types, intent } = scoreOf(file, scan)
    return `  fold ${fold}: ${inFold.length} mails, core ${core.precision}/${core.recall}, claim ${types['claim']!.precision}/${types['claim']!.recall}, intent F1 ${intent.f1}`
  })
  console.log(['by fold of threads (precision/recall):', ...rows].join('\n'))
}

/** FNV-1a over the root's Message-ID: the same fold for the same thread, everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return value
}

function reached(score: Score): Record<string, number | null> {
  return {
    'core precision': score.core.precision,
    'core recall': score.core.recall,
    'claim precision': score.types['claim']?.precision ?? null,
    'intent f1': score.intent.f1,
    evidence: score.evidence,
    tag: score.tag_accuracy,
    'pairs precision': score.pairs.precision,
    'link precision': score.link.precision,
    'link recall': score.link.recall,
  }
}

function checkFloors(corpus: string, score: Score): void {
  const mine = floors[corpus] ?? {}
  floors[corpus] = mine
  for (const [name, value] of Object.entries(reached(score))) {
    if (raise && value !== null) mine[name] = Math.max(mine[name] ?? 0, Math.floor(value * 100 - 2) / 100)
    const floor = mine[name]
    if (floor === undefined) continue
    if (value !== null && value >= floor) passed += 1
    else failed += 1
    if (value === null || value < floor) console.log(`below its floor: ${corpus} ${name} ${value} < ${floor}`)
  }
}

/** Floors may only rise: none may be lower than in the last commit. */
function checkNoneSank(): void {
  const before = spawnSync('git', ['show', `HEAD:${FLOORS}`], { encoding: 'utf8' })
  if (before.status !== 0) return
  for (const [corpus, old] of Object.entries(JSON.parse(before.stdout) as Floors)) {
    for (const [name, floor] of Object.entries(old)) {
      const now = floors[corpus]?.[name] ?? 0
      if (now >= floor) continue
      failed += 1
      console.log(`a floor sank: ${corpus} ${name} ${floor} → ${now}`)
    }
  }
}
