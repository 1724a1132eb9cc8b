// Which records are one project: a union over shared ids, titles, aliases and anchors, and over what people settled.
import type { CatalogueEntry, CatalogueSettlement } from '../model/entry.ts'
import { slugOf, titleKey } from './slug.ts'

/** Groups of indices into `records`, each in order, the groups in order of first appearance. */
export function groupRecords(records: readonly CatalogueEntry[], settled: CatalogueSettlement): number[][] {
  const root = records.map((_, index) => index)
  const find = (index: number): number => {
    let at = index
    while (root[at] !== at) at = root[at] = root[root[at] as number] as number
    return at
  }
  const apart = distinctPairs(settled.distinct)
  const leader = new Map<string, number>()
  const given = new Set(records.filter(hasGivenId).map((record) => record.id))
  const sameAs = settledNames(settled.merges)
  for (const [index, record] of records.entries())
    for (const key of keysOf(record, sameAs, given)) {
      const other = leader.get(key)
      if (other === undefined) leader.set(key, index)
      else if (!key.startsWith('anchor:') || !apart(record, records[other] as CatalogueEntry)) {
        const [a, b] = [find(index), find(other)]
        root[Math.max(a, b)] = Math.min(a, b)
      }
    }
  const groups = new Map<number, number[]>()
  for (const index of records.keys()) {
    const group = groups.get(find(index))
    if (group) group.push(index)
    else groups.set(find(index), [index])
  }
  return [...groups.values()]
}

/** Tells whether two entries are settled to be different projects. */
export function distinctPairs(
  distinct: CatalogueSettlement['distinct'],
): (a: CatalogueEntry, b: CatalogueEntry) => boolean {
  const groupsOf = new Map<string, Set<number>>()
  for (const [index, names] of distinct.entries())
    for (const name of names)
      groupsOf.set(titleKey(name), (groupsOf.get(titleKey(name)) ?? new Set()).add(index))
  const groups = (entry: CatalogueEntry) =>
    [entry.id, entry.title, ...entry.aliases].flatMap((name) => [...(groupsOf.get(titleKey(name)) ?? [])])
  return (a, b) => {
    const held = new Set(groups(a))
    return held.size > 0 && groups(b).some((index) => held.has(index))
  }
}

function settledNames(merges: CatalogueSettlement['merges']): Map<string, string> {
  const sameAs = new Map<string, string>()
  for (const [index, names] of merges.entries())
    for (const name of names) sameAs.set(titleKey(name), `settled:${index}`)
  return sameAs
}

function keysOf(
  record: CatalogueEntry,
  sameAs: ReadonlyMap<string, string>,
  given: ReadonlySet<string>,
): string[] {
  const names = [record.title, ...record.aliases, record.id]
  const settled = names.map((name) => sameAs.get(titleKey(name))).filter((key) => key !== undefined)
  return [
    ...[record.title, ...record.aliases].map((name) => `title:${titleKey(name)}`),
    ...(given.has(record.id) ? [`id:${record.id}`] : []),
    ...record.anchors.map((anchor) => `anchor:${anchor}`),
    ...settled,
  ]
}

/** Whether the catalogue gave the id; one made from the title says no more than the title does. */
function hasGivenId(record: CatalogueEntry): boolean {
  return record.id.replace(/-\d+$/, '') !== slugOf(record.title).replace(/-\d+$/, '')
}
