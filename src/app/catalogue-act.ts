// What is done to the catalogue by the process that holds the store, for one that does not: sources are read here, and
// what has to be linked again is left as tasks.
import { z } from 'zod'
import { CATALOGUE_FORMATS } from '../core/catalogue/page-format.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActResult } from '../ports/handover.ts'
import type { PageFetcher } from '../ports/page-fetcher.ts'
import type { Store, Task } from '../ports/store.ts'
import { importCatalogues } from './catalogue-import.ts'
import { settleEntries } from './catalogue-settle.ts'

/** Files by absolute path, and pages by address. */
export const importSchema = z.strictObject({
  act: z.literal('catalogue-import'),
  sources: z.array(z.string()).min(1),
  force: z.boolean(),
  json: z.boolean(),
  format: z.enum(CATALOGUE_FORMATS).nullable(),
})

/** Entries by id or title. */
export const settleSchema = z.strictObject({
  act: z.literal('catalogue-settle'),
  how: z.enum(['merge', 'distinct']),
  names: z.array(z.string()).min(2),
})

export interface CatalogueActDeps {
  readonly store: Store
  readonly clock: Clock
  readonly fetcher?: PageFetcher
}

/** Imports the sources; the lines are the warnings and how many there are, or everything as JSON. */
export async function importAct(
  act: z.output<typeof importSchema>,
  { store, clock, fetcher }: CatalogueActDeps,
): Promise<{ result: ActResult; tasks: readonly Task[] }> {
  const lines: string[] = []
  const imported = await importCatalogues(act.sources, {
    store,
    clock,
    warn: (text) => lines.push(text),
    force: act.force,
    ...(fetcher ? { fetcher } : {}),
    ...(act.format ? { format: act.format } : {}),
  })
  const said = act.json ? [importedJson(imported.readings)] : [...lines, importedWords(imported)]
  return { result: { ok: true, lines: said }, tasks: imported.tasks }
}

/** Every record as read, and every warning. */
export function importedJson(readings: Awaited<ReturnType<typeof importCatalogues>>['readings']): string {
  const entries = readings.flatMap((reading) => reading.entries)
  const warnings = readings.flatMap((reading) => reading.warnings)
  return JSON.stringify({ entries, warnings }, null, 2)
}

/** How much was read, in one line. */
export function importedWords(imported: Awaited<ReturnType<typeof importCatalogues>>): string {
  const records = imported.readings.reduce((sum, reading) => sum + reading.entries.length, 0)
  const same = imported.changed ? '' : ', nothing new'
  return `read ${records} records${same}; the catalogue has ${imported.catalogue.entries.length} entries`
}

/** Says of entries that they are one project, or are not. */
export async function settleAct(
  act: z.output<typeof settleSchema>,
  deps: CatalogueActDeps,
): Promise<{ result: ActResult; tasks: readonly Task[] }> {
  const { catalogue, tasks } = await settleEntries(act.how, act.names, deps)
  const line = `${act.how}: ${act.names.join(', ')}; the catalogue has ${catalogue.entries.length} entries`
  return { result: { ok: true, lines: [line] }, tasks }
}
