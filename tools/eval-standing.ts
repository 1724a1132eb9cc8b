// Measures the standing on two whole years of a real list, read from the shared folder beside the checkout:
// 1. does the standing of each labelled project name the people labelled with a claim, interest, progress, patch or assignment;
// 2. who held it: entries, dates and holders (hashed) written by hand before any output was seen (eval-standing-truth.json).
// Prints counts and every miss with its reason; exits 1 below the floors. Run: node tools/eval-standing.ts
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { scan } from '../src/app/scan.ts'
import type { CatalogueEntry } from '../src/core/model/entry.ts'
import type { StandingFact } from '../src/core/model/fact.ts'
import type { ThreadLink } from '../src/core/model/link.ts'
import type { StandingPolicy } from '../src/core/model/policy.ts'
import type { Reading } from '../src/core/model/reading.ts'
import type { Standing } from '../src/core/model/standing.ts'
import { isoDay } from '../src/core/model/time.ts'
import { byTime } from '../src/core/pipeline.ts'
import { computeStanding } from '../src/core/standing/compute-standing.ts'
import { gatherFacts } from '../src/core/standing/gather-facts.ts'
import { foldName } from '../src/core/standing/roles.ts'
import { wire } from '../src/wire.ts'
import { sharedFolder } from '../tests/support/shared.ts'

/** Share of people named, and share of dates right, that must not be undercut. */
const FLOORS = { named: 0.8, held: 0.96 }
const NAMED_ACTS = new Set(['claim', 'interest', 'progress', 'patch', 'assign'])

interface Label {
  readonly message_id: string
  readonly date: string
  readonly from: string
  readonly thread_project: string | null
  readonly acts: readonly { type: string; who: string; slug: string | null; evidence: string }[]
}

interface Truth {
  readonly entry: string
  readonly date: string
  /** First 16 hex digits of SHA-256 of the holder's address; null for nobody. */
  readonly holder: string | null
}

const hash = (address: string): string =>
  createHash('sha256').update(address.toLowerCase()).digest('hex').slice(0, 16)
const out = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const shared = sharedFolder()
if (shared === null) {
  out('not run: the archive lies in the shared folder, which is missing (set DIBS_SHARED)')
  out('0 passed, 0 failed')
} else {
  const folder = join(shared, 'corpus/iio')
  const labels = readFileSync(join(folder, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Label)
  const archive = await readArchive(folder)
  const policy = { ...archive.policy, maintainers: maintainersOf(labels) }
  const named = evalNamed(archive, labels, policy)
  const held = evalHeld(archive, policy)
  const below = [
    named < FLOORS.named && `named ${FLOORS.named}`,
    held < FLOORS.held && `held ${FLOORS.held}`,
  ].filter(Boolean)
  for (const floor of below) out(`below its floor: ${floor}`)
  out(`${2 - below.length} passed, ${below.length} failed`)
  if (below.length > 0) process.exitCode = 1
}

interface Archive {
  readonly entries: ReadonlyMap<string, CatalogueEntry>
  readonly threads: ReadonlyMap<string, { link: ThreadLink; members: Reading[] }>
  readonly links: ReadonlyMap<string, ThreadLink>
  readonly policy: StandingPolicy
}

async function readArchive(folder: string): Promise<Archive> {
  const wiring = wire(resolve(import.meta.dirname, '..'), {})
  const loaded = wiring.load({ color: false, data: join(folder, 'none') })
  const catalogue = await wiring.readCatalogues([join(folder, 'catalogue.yaml')], () => {})
  const reader = wiring.bulkReader(loaded)
  try {
    const sources = []
    for (const year of ['2024', '2025'])
      sources.push(await wiring.openArchive(join(folder, `${year}.mbox.gz`)))
    const { readings, links } = await scan(
      sources,
      catalogue,
      loaded.settings,
      reader,
      new AbortController().signal,
    )
    const threads = new Map<string, { link: ThreadLink; members: Reading[] }>()
    for (const reading of readings.values()) {
      const link = links.get(reading.message.id)
      if (!link) continue
      const thread = threads.get(link.thread) ?? { link, members: [] }
      thread.members.push(reading)
      threads.set(link.thread, thread)
    }
    for (const { members } of threads.values()) members.sort(byTime)
    return {
      entries: new Map(catalogue.entries.map((entry) => [entry.id, entry])),
      threads,
      links: links as ReadonlyMap<string, ThreadLink>,
      policy: loaded.settings.policyOf(null),
    }
  } finally {
    await reader.close()
  }
}

/** Who declines or completes in the labels is taken for a maintainer, as an operator would name them. */
function maintainersOf(labels: readonly Label[]): string[] {
  const trusted = labels.filter((label) =>
    label.acts.some((act) => act.type === 'complete' || act.type === 'decline'),
  )
  return [...new Set(trusted.map((label) => label.from.toLowerCase()))]
}

function factsOf(archive: Archive, entry: CatalogueEntry): StandingFact[] {
  const threads = [...archive.threads.values()].filter(
    ({ link }) => link.entry === entry.id || link.signals.some((signal) => signal.entry === entry.id),
  )
  return gatherFacts(entry.id, { entry, threads, commands: [], records: [], commits: [] })
}

function evalNamed(archive: Archive, labels: readonly Label[], policy: StandingPolicy): number {
  let right = 0
  let asked = 0
  const misses: string[] = []
  for (const label of labels) {
    for (const act of label.acts) {
      if (!NAMED_ACTS.has(act.type) || !label.thread_project || !act.slug) continue
      asked += 1
      const entry = archive.entries.get(act.slug)
      const at = Date.parse(label.date) + 86_400_000
      const standing = entry && computeStanding(entry.id, factsOf(archive, entry), policy, at)
      if (standing && names(standing, act.who)) right += 1
      else misses.push(`  ${label.date.slice(0, 10)} ${act.slug} ${act.type}: ${whyNot(archive, label, act)}`)
    }
  }
  out(`people named in the standing: ${right} of ${asked}`)
  for (const miss of misses.sort()) out(miss)
  return right / asked
}

/** Whether the person has a claim, or is told of by hearsay. */
function names(standing: Standing, who: string): boolean {
  const address = /<([^<>]+)>/.exec(who)?.[1]?.toLowerCase() ?? ''
  const name = foldName(who.replace(/<[^<>]*>/, ''))
  return [...standing.claims, ...standing.hearsay].some(
    ({ who: person }) =>
      (address !== '' && person.address === address) || (name !== '' && foldName(person.name) === name),
  )
}

function whyNot(archive: Archive, label: Label, act: Label['acts'][number]): string {
  const id = label.message_id.replace(/^<|>$/g, '')
  const link = archive.links.get(id)
  if (!link) return 'mail not read'
  const here = link.signals.filter((signal) => signal.message === id)
  const found = here.filter((signal) => signal.type === act.type)
  const tied = here.filter((signal) => signal.entry === act.slug)
  if (here.length === 0) return `nothing detected (thread: ${link.entry ?? 'no entry'})`
  if (tied.length === 0) {
    const elsewhere = here.map((signal) => `${signal.type} ${signal.entry ?? 'no entry'}`).join(', ')
    return `linked elsewhere: ${elsewhere} (thread: ${link.entry ?? 'no entry'})`
  }
  const what = (found.length > 0 ? found : tied).map(
    (signal) =>
      `${signal.type} ${signal.score.toFixed(2)} by ${signal.linkReasons.map((reason) => reason.kind).join('+') || 'thread'}`,
  )
  return `judged: ${what.join(', ')}`
}

function evalHeld(archive: Archive, policy: StandingPolicy): number {
  const file = join(import.meta.dirname, 'eval-standing-truth.json')
  if (!existsSync(file)) return 1
  const truths = JSON.parse(readFileSync(file, 'utf8')) as Truth[]
  let right = 0
  const misses: string[] = []
  for (const truth of truths) {
    const entry = archive.entries.get(truth.entry)
    if (!entry) continue
    const standing = computeStanding(
      entry.id,
      factsOf(archive, entry),
      policy,
      Date.parse(`${truth.date}T23:59:59Z`),
    )
    if (holds(standing, truth.holder)) right += 1
    else misses.push(`  ${truth.entry} ${truth.date}: ${told(standing, truth.holder)}`)
  }
  out(`who held it: ${right} of ${truths.length} right`)
  for (const miss of misses) out(miss)
  return right / truths.length
}

/** The person holds it (or finished it, or was the last before it stalled), and nobody else is first in line; null: nobody holds it. */
function holds(standing: Standing, holder: string | null): boolean {
  const first = standing.claims.filter((claim) => claim.state === 'active' || claim.state === 'in-review')
  const kept = standing.claims.filter((claim) => claim.state === 'stalled' || claim.state === 'done')
  const holders = first.length > 0 ? first : kept
  if (holder === null) return first.length === 0 && standing.status !== 'done'
  return holders.some((claim) => hash(claim.who.address) === holder)
}

function told(standing: Standing, holder: string | null): string {
  const claims = standing.claims.map(
    (claim) => `${claim.state} since ${isoDay(claim.since)} by ${hash(claim.who.address).slice(0, 6)}`,
  )
  return `expected ${holder?.slice(0, 6) ?? 'nobody'}, standing ${standing.status}: ${claims.join('; ') || 'no claims'}`
}
