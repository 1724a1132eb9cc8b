// Fits what each named feature of a statement of one's own work is worth (`own-work/weights.ts`) to labelled mail, and
// says how well it does on threads it was not fitted to. Ridge regression of log-odds towards what was thought before.
// Run: node tools/fit-own-work.ts [--write] [LABELLED.yaml …]   (rows as in tests/labelled, with `doubtful: [type]`)
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { openMbox } from '../src/adapters/files/mbox.ts'
import { readContext } from '../src/core/detect/context.ts'
import type { Found } from '../src/core/detect/detector.ts'
import { readObject } from '../src/core/detect/object.ts'
import { readObjectBefore } from '../src/core/detect/object-before.ts'
import { featuresOf } from '../src/core/detect/own-work/features.ts'
import { ownWork } from '../src/core/detect/own-work/own-work.ts'
import { typeOf, weigh } from '../src/core/detect/own-work/weigh.ts'
import { splitSentences } from '../src/core/detect/sentences.ts'
import type { Message } from '../src/core/model/message.ts'
import { type LabelledMail, labelledMails, messageOf, parseRaw } from '../tests/labelled/labelled-mail.ts'
import { sharedFolder } from '../tests/support/shared.ts'
import { fitLogistic, type Sample, scoreOf } from './logistic.ts'

/** What was thought of the features before any were fitted; the fit moves away from it as far as the mail asks. */
const PRIOR: Readonly<Record<string, number>> = {
  'stance does': 1.3,
  'stance begun': 1.2,
  'stance plans': 0.8,
  'stance will': 0.6,
  'stance tries': 0.4,
  'stance wants': 0.9,
  'stance willing': 0.5,
  'stance weighs': 0.7,
  'stance tells': -1.5,
  'verb working': 0.2,
  'verb making': -0.4,
  'verb sending': -0.7,
  'verb taking': -0.1,
  'verb other': -0.6,
  'object project': 0.6,
  'object identifier': 0.4,
  'object unknown': -0.8,
  'object pronoun': -2.6,
  'object vague': -3.2,
  'object review': -3.5,
  'soft object': 1.5,
  'mood negation': -5,
  'mood question': -4,
  'mood condition': -1.8,
  'mood past': -2.2,
  'mood other-version': -1.5,
  past: -1.4,
  narrated: -1,
  'mail review': -1,
  'mail posting': -1,
  'fault topic': -0.5,
  'topic is meant': 1.4,
  'other part': 0.8,
  apart: 0.8,
  points: -0.8,
  'telling verb': 0.5,
  business: -1.5,
  'a patch': -1.5,
  'the reviewed': -1.5,
  'pull request': -1.5,
  decided: -0.7,
  'programme only': -2,
  'claim-own-work-bare': -0.3,
  mentoring: -1,
  'done already': -2,
}
/** How hard the weights are held to the prior. */
const RIDGE = 1
/** What one sample counts, by where it comes from; unlabelled mail is many and says next to nothing. */
const COUNTS = { corpus: 2, extra: 1, own: 0.8, unlabelled: 0.1 } as const
/** An unlabelled mail of which a first fit is this sure is left out: it may well say so. */
const SURE = 0.9
const FOLDS = 5
const WEIGHTS_FILE = 'src/core/detect/own-work/weights.ts'
type Source = keyof typeof COUNTS
interface Act {
  readonly type: string
  readonly evidence: string
}
interface Candidate extends Sample {
  readonly source: Source
  readonly fold: number
}

const shared = sharedFolder()
if (shared === null)
  throw new Error('the labelled mail lies in the shared folder, which is missing (set DIBS_SHARED)')
const corpora = join(shared, 'corpus')
const candidates: Candidate[] = []
await readCorpora()
await readRows(labelledMails(), 'own')
for (const file of process.argv.slice(2).filter((arg) => !arg.startsWith('--')))
  await readRows(parse(readFileSync(file, 'utf8')) as LabelledMail[], 'extra')

const labelled = candidates.filter(({ source }) => source !== 'unlabelled')
const first = fitLogistic(labelled, PRIOR, RIDGE)
const samples = candidates.filter((each) => each.source !== 'unlabelled' || scoreOf(first, each) < SURE)
printHeldOut()
const weights = fitLogistic(samples, PRIOR, RIDGE)
if (process.argv.includes('--write')) writeWeights()

/** Every statement of own work in the mail, labelled by what its author says there; none where readers differ. */
function addMail(source: Source, message: Message, acts: readonly Act[], doubtful: readonly string[]): void {
  if (message.automatic !== null || message.notScanned !== null) return
  const sentences = splitSentences(message.text, message.own)
  const context = readContext(message, sentences)
  for (const sentence of sentences)
    for (const detector of ownWork) {
      const reading = detector.read?.(sentence.text)
      if (!reading) continue
      const { match, chain } = reading
      const object =
        detector.object === 'before'
          ? readObjectBefore(sentence.text.slice(0, match.index))
          : readObject(match.groups?.['object'] ?? sentence.text.slice(match.index + match[0].length))
      if (detector.never?.includes(object.kind)) continue
      const found: Found = { detector, match, chain, sentence, object, context, previous: '', next: '' }
      const type = typeOf(found)
      if (weigh(found) === null || doubtful.includes(type)) continue
      const here = acts.filter(({ evidence }) => sameSentence(evidence, sentence.text)).map((act) => act.type)
      const right = here.includes(type)
      if (!right && here.length === 0 && acts.some((act) => act.type === type)) continue
      const intent = here.includes('claim') || here.includes('interest')
      candidates.push({
        source,
        fold: foldOf(message.subject),
        features: [...featuresOf(found, chain.standing), ...(source === 'own' ? ['@own'] : [])],
        right,
        counts: COUNTS[source] * (right || !intent ? 1 : 0.5),
      })
    }
}

async function readCorpora(): Promise<void> {
  for (const label of labelsOf('xen'))
    addMail(
      'corpus',
      await parseRaw(readFileSync(join(corpora, 'xen/mails', label.file))),
      label.acts,
      label.optional ?? [],
    )
  const labels = new Map(labelsOf('iio').map((label) => [label.message_id.replace(/^<|>$/g, ''), label]))
  for (const name of readdirSync(join(corpora, 'iio')).filter((each) => each.endsWith('.mbox.gz')))
    for await (const { raw } of openMbox(join(corpora, 'iio', name)).read(
      null,
      new AbortController().signal,
    )) {
      const message = await parseRaw(raw)
      const label = labels.get(message.id)
      addMail(label ? 'corpus' : 'unlabelled', message, label?.acts ?? [], label?.optional ?? [])
    }
}

interface Label {
  readonly message_id: string
  readonly file: string
  readonly acts: readonly Act[]
  readonly optional?: readonly string[]
}
function labelsOf(corpus: string): Label[] {
  return readFileSync(join(corpora, corpus, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Label)
}

async function readRows(
  rows: readonly (LabelledMail & { readonly doubtful?: readonly string[] })[],
  source: Source,
): Promise<void> {
  for (const row of rows) {
    const acts = Object.entries(row.says ?? {}).flatMap(([type, said]) =>
      [said].flat().map((evidence) => ({ type, evidence: evidence === '*' ? row.text : evidence })),
    )
    addMail(source, await messageOf(row), acts, row.doubtful ?? [])
  }
}

function sameSentence(evidence: string, sentence: string): boolean {
  return evidence.includes(sentence) || sentence.includes(evidence) || likeness(evidence, sentence) >= 0.5
}

/** Dice's share of common words, 0..1. */
function likeness(a: string, b: string): number {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const [first, second] = [words(a), words(b)]
  const left = [...second]
  let common = 0
  for (const word of first) {
    const at = left.indexOf(word)
    if (at >= 0) {
      common++
      left.splice(at, 1)
    }
  }
  return (2 * common) / Math.max(1, first.length + second.length)
}

/** A thread's mails fall into one fold. */
function foldOf(subject: string): number {
  let hash = 0
  for (const letter of subject.toLowerCase().replace(/^(?:(?:re|fwd?)\s*:\s*)+/, ''))
    hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
  return hash % FOLDS
}

/** Precision and recall by threshold and source, each thread scored by weights fitted to the others. */
function printHeldOut(): void {
  const scored: { readonly candidate: Candidate; readonly score: number }[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const kept = samples.filter(
      (each) => each.fold !== fold || each.source === 'own' || each.source === 'unlabelled',
    )
    const weights = fitLogistic(kept, PRIOR, RIDGE)
    for (const candidate of samples)
      if (candidate.fold === fold) scored.push({ candidate, score: scoreOf(weights, candidate) })
  }
  for (const source of ['corpus', 'extra'] as const) {
    const of = scored.filter(({ candidate }) => candidate.source === source)
    if (of.length === 0) continue
    console.log(`${source}: ${of.length} statements in threads the weights were not fitted to`)
    for (const threshold of [0.4, 0.5, 0.6, 0.7]) {
      const told = of.filter(({ score }) => score >= threshold)
      const right = told.filter(({ candidate }) => candidate.right).length
      const all = of.filter(({ candidate }) => candidate.right).length
      console.log(
        `  told from ${threshold}: precision ${(right / told.length).toFixed(2)} (${right} of ${told.length}), recall ${(right / all).toFixed(2)} (of ${all})`,
      )
    }
    for (const [from, to] of [
      [0, 0.2],
      [0.2, 0.5],
      [0.5, 0.8],
      [0.8, 1],
    ] as const) {
      const bin = of.filter(({ score }) => score >= from && score < to)
      const mean = bin.reduce((sum, { score }) => sum + score, 0) / bin.length
      const right = bin.filter(({ candidate }) => candidate.right).length
      console.log(
        `  scores ${from} to ${to}: ${bin.length}, mean ${mean.toFixed(2)}, right ${(right / bin.length).toFixed(2)}`,
      )
    }
  }
}

function writeWeights(): void {
  const rows = Object.entries(weights)
    .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const)
    .filter(([name, weight]) => !name.startsWith('@') && Math.abs(weight) >= 0.05)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${weight},\n`)
  const head = `// What each name of \`features.ts\` is worth, in log-odds. Data, fitted to labelled mail by \`tools/fit-own-work.ts\`; not to be
// changed by hand. A name that does not stand here is worth nothing.\n`
  writeFileSync(
    WEIGHTS_FILE,
    `${head}\nexport const WEIGHTS: Readonly<Record<string, number>> = {\n${rows.join('')}}\n`,
  )
  console.log(`${rows.length} weights written to ${WEIGHTS_FILE}`)
}
