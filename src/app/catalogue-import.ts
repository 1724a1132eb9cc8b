// Catalogue files into the store: each import is a revision, a fact; the merged catalogue is what follows from them.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { mergeCatalogue } from '../core/catalogue/merge-catalogue.ts'
import { readCatalogue } from '../core/catalogue/read-catalogue.ts'
import type { Catalogue, CatalogueReading } from '../core/model/entry.ts'
import type { Clock } from '../ports/clock.ts'
import { Failure } from '../ports/failure.ts'
import type { Store, StoreWrites, Task } from '../ports/store.ts'
import { CATALOGUE_STAMP } from './index-cache.ts'

export interface ImportDeps {
  readonly store: Store
  readonly clock: Clock
  readonly warn: (text: string) => void
  /** Import even when more than a third of the known entries would go. */
  readonly force: boolean
}

export interface Imported {
  readonly readings: readonly CatalogueReading[]
  readonly catalogue: Catalogue
  /** False when every file was known as it is. */
  readonly changed: boolean
  /** What has to be linked again because the catalogue is another one. */
  readonly tasks: readonly Task[]
}

/** Reads a catalogue text from a file. Throws Failure for what cannot be read, with a line for the person. */
export async function readCatalogueFile(file: string): Promise<{ text: string; reading: CatalogueReading }> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new Failure(`reading catalogue ${file}`, false, error)
  }
  const reading = readCatalogue(text, { page: basename(file) })
  if ('refused' in reading) throw new Failure(`reading catalogue ${file}`, false, reading.refused)
  return { text, reading }
}

/** Imports the files as revisions and saves the merged catalogue; relinks nothing by itself. */
export async function importCatalogues(files: readonly string[], deps: ImportDeps): Promise<Imported> {
  const read: { file: string; text: string; reading: CatalogueReading }[] = []
  for (const file of files) read.push({ file, ...(await readCatalogueFile(file)) })
  for (const { reading } of read)
    for (const warning of reading.warnings) deps.warn(`${warning.page}:${warning.line}: ${warning.text}`)
  return deps.store.write(async (tx) => {
    let changed = false
    for (const { file, text, reading } of read) {
      const hash = createHash('sha256').update(text).digest('hex')
      const isNew = await tx.addCatalogueRevision({
        name: basename(file),
        at: deps.clock.now(),
        hash,
        text,
        reading,
      })
      changed ||= isNew
    }
    const { catalogue, tasks } = changed
      ? await saveMerged(tx)
      : { catalogue: await tx.catalogue(), tasks: [] }
    return { readings: read.map(({ reading }) => reading), catalogue, changed, tasks }
  })
}

/** Merges the newest revision of each name, saves the result and asks for every message to be linked again when it changed. */
export async function saveMerged(tx: StoreWrites): Promise<{ catalogue: Catalogue; tasks: readonly Task[] }> {
  const newest = new Map<string, CatalogueReading>()
  for (const revision of await tx.catalogueRevisions()) newest.set(revision.name, revision.reading)
  const names = [...newest.keys()].sort()
  const { catalogue } = mergeCatalogue(
    names.map((name) => newest.get(name) as CatalogueReading),
    {},
  )
  const stamp = createHash('sha256').update(JSON.stringify(catalogue)).digest('hex')
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
