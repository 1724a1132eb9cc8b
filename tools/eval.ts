// `npm run eval`: what the whole judgement scores on real, labelled mail. Scans both corpora with `dibs scan --json`,
// scores them with the shared score, prints a table with counts and 95 % intervals, the spread over five folds of
// threads and every error, and fails below the floors of tests/eval-floors.json. `--raise` lifts them to 0.02 below what is reached now; they never sink.
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
  readonly mails: number
  readonly evidence: number
  readonly link: Counts & { readonly precision: number; readonly recall: number }
}
interface Counts {
  readonly gold: number
  readonly predicted: number
  readonly right: number
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
  const score = scoreOf(corpus.labels, scan)
  printTable(corpus, score)
  printFolds(corpus, scan)
  printErrors(corpus.labels, scan)
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

function scoreOf(labels: string, scan: string): Score {
  return JSON.parse(node([scorer, labels, scan, '--json'])) as Score
}

/** One row a type and sum: precision and recall with counts and 95 % Wilson intervals. */
function printTable({ name }: Corpus, score: Score): void {
  const { gold, predicted, right } = score.link
  console.log(
    `\n== ${name}: ${score.mails} labelled mails, tag ${score.tag_accuracy}, right sentence ${score.evidence}`,
  )
  const rows = [
    ['', 'precision', 'recall', 'F1'],
    rowOf('core', score.core),
    rowOf('all', score.all),
    rowOf('intent', score.intent),
    rowOf('pairs', score.pairs),
    ...Object.entries(score.types).map(([type, rates]) => rowOf(` ${type}`, rates)),
    ['thread entry', interval(right, predicted), interval(right, gold), ''],
  ]
  printColumns(rows)
}

function rowOf(name: string, { tp, fp, fn, f1 }: Rates): string[] {
  return [name, interval(tp, tp + fp), interval(tp, tp + fn), f1 === null ? '-' : f1.toFixed(2)]
}

/** Columns as wide as their widest cell. */
function printColumns(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  for (const row of rows)
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
}

/** What was missed, found falsely or tied to another entry: the score's own list, below its table. */
function printErrors(labels: string, scan: string): void {
  const lines = node([scorer, labels, scan, '--errors', '100']).trimEnd().split('\n')
  const first = lines.findIndex((line) => line.startsWith('link ')) + 1
  console.log([`errors:`, ...lines.slice(first).filter((line) => line.trim() !== '')].join('\n  '))
}

function interval(hits: number, of: number): string {
  if (of === 0) return '-'
  const z = 1.96
  const p = hits / of
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2))
  return `${p.toFixed(2)} ${`${hits}/${of}`.padStart(7)} (${Math.max(0, middle - half).toFixed(2)}–${(middle + half).toFixed(2)})`
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
    return scoreOf(file, scan)
  })
  console.log(`by fold of threads, precision/recall; ${FOLDS} folds by hash of the root's Message-ID:`)
  const both = ({ precision, recall }: Rates): string => `${precision ?? '-'}/${recall ?? '-'}`
  printColumns([
    ['fold', 'mails', 'core', 'claim', 'all types', 'intent F1'],
    ...rows.map(({ mails, core, all, types, intent }, fold) => [
      String(fold),
      String(mails),
      both(core),
      both(types['claim']!),
      both(all),
      String(intent.f1 ?? '-'),
    ]),
    spreadRow(rows),
  ])
}

/** Mean and standard deviation over the folds that have the figure. */
function spreadRow(rows: readonly Pick<Score, 'core' | 'all' | 'types' | 'intent'>[]): string[] {
  const of = (pick: (score: (typeof rows)[number]) => number | null): string => {
    const values = rows.map(pick).filter((value) => value !== null)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
    return `${mean.toFixed(2)}±${spread.toFixed(2)}`
  }
  const both = (pick: (score: (typeof rows)[number]) => Rates): string =>
    `${of((score) => pick(score).precision)}/${of((score) => pick(score).recall)}`
  return [
    'mean',
    '',
    both(({ core }) => core),
    both(({ types }) => types['claim']!),
    both(({ all }) => all),
    of(({ intent }) => intent.f1),
  ]
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
    'all precision': score.all.precision,
    'all recall': score.all.recall,
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
