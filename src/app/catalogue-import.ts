// Catalogue files and pages into the store: each import is a revision, a fact; the merged catalogue is what follows from
// them. An import that would lose much of what is known has to be forced.
import { createHash } from 'node:crypto'
import { mergeRevisions } from '../core/catalogue/catalogue-timeline.ts'
import { importLoss } from '../core/catalogue/import-loss.ts'
import type { CatalogueFormat } from '../core/catalogue/page-format.ts'
import type { Catalogue, CatalogueReading } from '../core/model/entry.ts'
import type { Clock } from '../ports/clock.ts'
import { Failure } from '../ports/failure.ts'
import type { PageFetcher, PageValidators } from '../ports/page-fetcher.ts'
import type { CatalogueRevision, Store, StoreReads, StoreWrites, Task } from '../ports/store.ts'
import { type CatalogueText, isPageAddress, readSource, sourceName } from './catalogue-source.ts'
import { CATALOGUE_STAMP } from './index-cache.ts'

export interface ImportDeps {
  readonly store: Store
  readonly clock: Clock
  readonly warn: (text: string) => void
  /** Import even when more than a third of the known entries would go. */
  readonly force: boolean
  /** Fetches pages; without it an address is a failure. */
  readonly fetcher?: PageFetcher
  readonly format?: CatalogueFormat
  /** Set when known sources are only refreshed: pages looked at less than so many milliseconds ago are not asked for again. */
  readonly refreshAfter?: number
}

export interface Imported {
  readonly readings: readonly CatalogueReading[]
  readonly catalogue: Catalogue
  /** False when every file was known as it is. */
  readonly changed: boolean
  /** What has to be linked again because the catalogue is another one. */
  readonly tasks: readonly Task[]
}

/** What is kept of a page between two looks at it. */
interface PageLook {
  readonly at: number
  readonly validators: PageValidators
}

/** A page that could not be had is asked for again after so long. */
const RETRY_MS = 10 * 60 * 1000
const NO_VALIDATORS: PageValidators = { etag: null, lastModified: null }

/** Reads a catalogue from a file or, with a fetcher, a page. Throws Failure for what cannot be read, with a line for the person. */
export async function readCatalogueFile(
  source: string,
  fetcher?: PageFetcher,
  now = 0,
): Promise<{ text: string; reading: CatalogueReading }> {
  return (await readSource(source, { now, ...(fetcher ? { fetcher } : {}) })) as CatalogueText
}

/** Imports the sources as revisions and saves the merged catalogue; relinks nothing by itself. */
export async function importCatalogues(sources: readonly string[], deps: ImportDeps): Promise<Imported> {
  const read: CatalogueText[] = []
  const readings: CatalogueReading[] = []
  for (const source of sources) {
    const text = await readFresh(source, deps)
    if (text !== null) read.push(text)
    const reading = text?.reading ?? (await newestReadings(deps.store)).get(sourceName(source))
    if (reading) readings.push(reading)
  }
  if (deps.refreshAfter === undefined) for (const { reading } of read) tellWarnings(reading, deps)
  return deps.store.write(async (tx) => {
    const known = await newestReadings(tx)
    let changed = false
    for (const text of read) {
      const loss = deps.force ? null : lossOf(text, known.get(text.name))
      if (loss === null) {
        if (!(await keepRevision(tx, text, deps.clock))) continue
        changed = true
        if (deps.refreshAfter !== undefined) tellWarnings(text.reading, deps)
      } else if (deps.refreshAfter === undefined) throw loss
      else await refuseOnce(tx, text, loss, deps)
    }
    const { catalogue, tasks } = changed
      ? await saveMerged(tx)
      : { catalogue: await tx.catalogue(), tasks: [] }
    return { readings, catalogue, changed, tasks }
  })
}

function tellWarnings(reading: CatalogueReading, deps: ImportDeps): void {
  for (const warning of reading.warnings) deps.warn(`${warning.page}:${warning.line}: ${warning.text}`)
}

/** Null when a page was looked at lately, has not changed since, or a source cannot be had now and is only refreshed. */
async function readFresh(source: string, deps: ImportDeps): Promise<CatalogueText | null> {
  const now = deps.clock.now()
  const look = isPageAddress(source) ? lookOf(await deps.store.meta(lookKey(source))) : null
  if (look && now - look.at < (deps.refreshAfter ?? 0)) return null
  try {
    const read = await readSource(source, { ...deps, now }, look?.validators ?? null)
    if (read === null && look) await keepLook(deps.store, source, { ...look, at: now })
    if (deps.refreshAfter !== undefined) await tellOnce(source, '', deps)
    return read
  } catch (error) {
    if (deps.refreshAfter === undefined) throw error
    await tellOnce(source, (error as Error).message, deps)
    if (!isPageAddress(source)) return null
    const at = now - Math.max(0, deps.refreshAfter - RETRY_MS)
    await keepLook(deps.store, source, { at, validators: look?.validators ?? NO_VALIDATORS })
    return null
  }
}

/** Tells of trouble with a source when it is another than before; empty for none, so that the same told later is told anew. */
async function tellOnce(source: string, trouble: string, { store, warn }: ImportDeps): Promise<void> {
  const key = `catalogue.trouble ${source}`
  if (((await store.meta(key)) ?? '') === trouble) return
  await store.write((tx) => tx.setMeta(key, trouble))
  if (trouble !== '') warn(trouble)
}

async function keepRevision(
  tx: StoreWrites,
  { name, text, reading, validators }: CatalogueText,
  clock: Clock,
): Promise<boolean> {
  const at = clock.now()
  if (validators) await tx.setMeta(lookKey(name), JSON.stringify({ at, validators }))
  return tx.addCatalogueRevision({ name, at, hash: hashOf(text), text, reading })
}

async function keepLook(store: Store, source: string, look: PageLook): Promise<void> {
  await store.write((tx) => tx.setMeta(lookKey(source), JSON.stringify(look)))
}

function lookKey(source: string): string {
  return `catalogue.look ${source}`
}

function lookOf(text: string | null): PageLook | null {
  return text === null ? null : (JSON.parse(text) as PageLook)
}

function lossOf({ name, reading }: CatalogueText, older: CatalogueReading | undefined): Failure | null {
  if (!older) return null
  const { lost, known, tooMuch } = importLoss(older, reading)
  if (!tooMuch) return null
  const some = lost.slice(0, 3).map((entry) => entry.title)
  const reason = `${lost.length} of ${known} known entries would go (${some.join('; ')}${lost.length > 3 ? '; …' : ''}); nothing was imported. With --force it is done all the same`
  return new Failure(`importing ${name}`, false, reason)
}

/** A refresh goes on without the text it refuses, and says so once for each text. */
async function refuseOnce(
  tx: StoreWrites,
  { name, text }: CatalogueText,
  loss: Failure,
  deps: ImportDeps,
): Promise<void> {
  if (isPageAddress(name)) {
    const look = lookOf(await tx.meta(lookKey(name)))
    const validators = look?.validators ?? NO_VALIDATORS
    await tx.setMeta(lookKey(name), JSON.stringify({ at: deps.clock.now(), validators }))
  }
  const hash = hashOf(text)
  if ((await tx.meta(`catalogue.refused ${name}`)) === hash) return
  await tx.setMeta(`catalogue.refused ${name}`, hash)
  deps.warn(loss.message)
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The newest reading of every name, names in the order in which they were first imported. */
export async function newestReadings(reads: StoreReads): Promise<Map<string, CatalogueReading>> {
  const first = new Map<string, CatalogueRevision>()
  const newest = new Map<string, CatalogueReading>()
  for (const revision of await reads.catalogueRevisions()) {
    newest.set(revision.name, revision.reading)
    const earliest = first.get(revision.name)
    if (!earliest || revision.at < earliest.at) first.set(revision.name, revision)
  }
  const order = [...first.values()].sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
  return new Map(order.map(({ name }) => [name, newest.get(name) as CatalogueReading]))
}

/** Merges the newest revision of each name, saves the result and asks for every message to be linked again when it changed. */
export async function saveMerged(tx: StoreWrites): Promise<{ catalogue: Catalogue; tasks: readonly Task[] }> {
  const catalogue = mergeRevisions(await tx.catalogueRevisions())
  const stamp = hashOf(JSON.stringify(catalogue))
  if (stamp !== (await tx.meta(CATALOGUE_STAMP))) {
    const before = await tx.catalogue()
    await tx.saveCatalogue(catalogue)
    await tx.setMeta(CATALOGUE_STAMP, stamp)
    const tasks: Task[] = []
    for await (const node of tx.allNodes()) tasks.push({ kind: 'link', key: node.id })
    const entries = new Set([...before.entries, ...catalogue.entries].map((entry) => entry.id))
    for (const key of entries) tasks.push({ kind: 'stand', key })
    return { catalogue, tasks: await tx.addTasks(tasks) }
  }
  return { catalogue, tasks: [] }
}
