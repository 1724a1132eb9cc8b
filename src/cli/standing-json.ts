// A standing as JSON for programs: every instant as ISO 8601 UTC, everything else as the core gives it.
import type { CatalogueEntry } from '../core/model/entry.ts'
import type { Standing } from '../core/model/standing.ts'
import { isoInstant } from '../core/model/time.ts'

/** Fields that hold an instant, wherever they stand in a standing. */
const INSTANTS: ReadonlySet<string> = new Set([
  'at',
  'since',
  'statusSince',
  'lastActivity',
  'ballSince',
  'reminderAt',
  'stalledAt',
  'snoozedUntil',
  'verified',
  'from',
  'to',
])

/** The standing with the entry's title. */
export function standingJson(entry: CatalogueEntry, standing: Standing): object {
  const convert = (value: unknown, key = ''): unknown => {
    if (typeof value === 'number' && INSTANTS.has(key)) return isoInstant(value)
    if (Array.isArray(value)) return value.map((item) => convert(item))
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, convert(inner, name)]))
    return value
  }
  return { ...(convert(standing) as object), title: entry.title }
}
