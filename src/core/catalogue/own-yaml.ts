// The project's own catalogue file (docs/catalogue.md, config/catalogue.schema.json): YAML or JSON to entries, what it
// settles, and corrections. A bad entry is reported with its line, the others are kept.

import { CORE_SCHEMA, constructFromEvents, EVENT_ID, type Event, parseEvents } from 'js-yaml'
import type { CatalogueReading, CatalogueRefusal, CatalogueWarning, EntryCorrection } from '../model/entry.ts'
import { readEntryFields } from './entry-fields.ts'
import { isMapping, textOf } from './json-value.ts'
import { lineCounter } from './line-counter.ts'
import { readDate } from './read-date.ts'
import { IdGiver } from './slug.ts'

const MOST_ENTRIES = 20_000

/** Reads the own form. `page` is the name the import is known by, for entries that do not name a page themselves. */
export function readOwnYaml(text: string, page: string): CatalogueReading | CatalogueRefusal {
  const parsed = parse(text)
  if ('refused' in parsed) return parsed
  const { value: root, lines } = parsed
  if (!isMapping(root))
    return { refused: `${page}: a catalogue file is a mapping with "entries", not ${nameOf(root)}` }
  const listed = root['entries'] ?? root['corrections'] ?? root['merges'] ?? root['distinct']
  if (!Array.isArray(listed)) return { refused: `${page}: expected a list under "entries"` }
  const given = Array.isArray(root['entries']) ? root['entries'] : []
  if (given.length > MOST_ENTRIES) return { refused: `${page}: more than ${MOST_ENTRIES} entries` }
  const warnings: CatalogueWarning[] = []
  const ids = new IdGiver()
  const day = readDate(textOf(root['revised'])).iso
  const revised = day === null ? {} : { revised: `${day}T00:00:00Z` }
  const entries = given.flatMap((item: unknown, index: number) => {
    const line = lines.get('entries')?.[index] ?? 1
    const result = readEntryFields(item, { page, line, revision: textOf(root['revision']), ...revised })
    const name = isMapping(item) ? (textOf(item['id']) ?? textOf(item['title'])) : null
    for (const problem of result.problems)
      warnings.push({ page, line, entry: name, code: 'bad-entry', text: problem })
    const title = result.fields?.title
    if (result.fields === null || title === undefined) return []
    return [{ ...result.entry, id: ids.idOf(title, result.fields.id) }]
  })
  const corrections = correctionsOf(root['corrections'], lines.get('corrections') ?? [], page, warnings)
  const settled = { merges: groupsOf(root['merges']), distinct: groupsOf(root['distinct']) }
  return {
    entries,
    warnings,
    own: true,
    ...(settled.merges.length + settled.distinct.length > 0 ? { settled } : {}),
    ...(corrections.length > 0 ? { corrections } : {}),
  }
}

function correctionsOf(
  given: unknown,
  lines: readonly number[],
  page: string,
  warnings: CatalogueWarning[],
): EntryCorrection[] {
  if (!Array.isArray(given)) return []
  return given.flatMap((item: unknown, index: number) => {
    const line = lines[index] ?? 1
    const entry = isMapping(item) ? textOf(item['entry']) : null
    if (!isMapping(item) || entry === null) {
      warnings.push({
        page,
        line,
        entry: null,
        code: 'bad-entry',
        text: 'a correction names its "entry" by id or title',
      })
      return []
    }
    const { entry: _, ...rest } = item
    const result = readEntryFields({ title: entry, ...rest }, { page, line, revision: null })
    for (const problem of result.problems)
      warnings.push({ page, line, entry, code: 'bad-entry', text: problem })
    if (result.fields === null) return []
    const { title, ...fields } = result.fields
    return [{ entry, fields: 'title' in rest ? { title: title ?? entry, ...fields } : fields, page, line }]
  })
}

function groupsOf(given: unknown): string[][] {
  if (!Array.isArray(given)) return []
  return given.filter(Array.isArray).map((group) => group.map(textOf).filter((name) => name !== null))
}

type Parsed = { value: unknown; lines: Map<string, number[]> }

function parse(text: string): Parsed | CatalogueRefusal {
  try {
    const events = parseEvents(text, { maxDepth: 40 })
    const [value] = constructFromEvents(events, { source: text, schema: CORE_SCHEMA, maxAliases: 100 })
    return { value, lines: itemLines(events, text) }
  } catch (error) {
    const mark = error as { reason?: string; mark?: { line: number } }
    const where = mark.mark ? `line ${mark.mark.line + 1}: ` : ''
    return { refused: `not readable as YAML: ${where}${mark.reason ?? String(error).split('\n', 1)[0]}` }
  }
}

/** For every top-level key that holds a list, the lines on which its items start. */
function itemLines(events: readonly Event[], text: string): Map<string, number[]> {
  const lines = new Map<string, number[]>()
  const lineAt = lineCounter(text)
  let depth = 0
  let key = ''
  let expectKey = true
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      depth--
      if (depth === 2) expectKey = true
      continue
    }
    if (depth === 2) {
      if (expectKey && event.type === EVENT_ID.SCALAR) key = text.slice(event.valueStart, event.valueEnd)
      expectKey = !expectKey
    }
    if (depth === 3) {
      const start = event.type === EVENT_ID.SCALAR ? event.valueStart : 'start' in event ? event.start : -1
      if (start >= 0) lines.set(key, [...(lines.get(key) ?? []), lineAt(start)])
    }
    if (
      event.type === EVENT_ID.DOCUMENT ||
      event.type === EVENT_ID.MAPPING ||
      event.type === EVENT_ID.SEQUENCE
    )
      depth++
  }
  return lines
}

function nameOf(value: unknown): string {
  return Array.isArray(value)
    ? 'a list'
    : value === null || value === undefined
      ? 'nothing'
      : `a ${typeof value}`
}
