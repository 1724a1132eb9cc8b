// One person written in two ways: two names under one address, or two names a slip of the pen apart.
import type { CatalogueEntry } from '../model/entry.ts'
import { titleKey } from './slug.ts'

/** Each pair of spellings once, at the entry where the second one first stands. */
export function twoSpellings(entries: readonly CatalogueEntry[]): { entry: CatalogueEntry; text: string }[] {
  const found: { entry: CatalogueEntry; text: string }[] = []
  const byAddress = new Map<string, string>()
  const names = new Map<string, string>()
  for (const entry of entries)
    for (const person of entry.contacts) {
      if (person.name === '') continue
      const known = person.email === null ? undefined : byAddress.get(person.email)
      if (person.email !== null && known === undefined) byAddress.set(person.email, person.name)
      const key = titleKey(person.name)
      if (names.has(key)) continue
      const near = known ?? [...names].find(([other]) => isSlip(other, key))?.[1]
      names.set(key, person.name)
      if (near !== undefined && titleKey(near) !== key)
        found.push({
          entry,
          text: `"${person.name}" is elsewhere written "${near}"${known ? ` (${person.email})` : ''}`,
        })
    }
  return found
}

/** Whether two full names differ in one or two letters of one word, or by a word more. */
function isSlip(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')]
  if (left.length < 2 || right.length < 2) return false
  if (left.length !== right.length) {
    const [short, long] = left.length < right.length ? [left, right] : [right, left]
    return short.length >= 2 && short[0] === long[0] && short.at(-1) === long.at(-1)
  }
  const differing = left.map((word, index) => [word, right[index] ?? ''] as const).filter(([x, y]) => x !== y)
  const [pair] = differing
  return differing.length === 1 && pair !== undefined && pair[0].length > 4 && distance(pair[0], pair[1]) <= 2
}

/** Edit distance, cut off above 2. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2 || a.length > 40) return 3
  let row = [...Array(b.length + 1).keys()]
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++)
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === b[j] ? 0 : 1)),
      )
    row = next
  }
  return row[b.length] ?? 3
}
