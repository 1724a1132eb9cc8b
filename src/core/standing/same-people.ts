// Authors as their mails name them → lines for the mailmap, where one whole name writes from several addresses.
// Only suggestions: two people may share a name, so nothing is joined before the operator puts the line into his file.
import type { Person } from '../model/person.ts'
import { foldName } from './roles.ts'

/** Lines `Name <address used most> <other address>` (git mailmap), most mails first; one-word names are nobody in particular. */
export function suggestMailmap(authors: Iterable<Person>): string[] {
  const people = new Map<string, { name: string; addresses: Map<string, number> }>()
  for (const { name, address } of authors) {
    const folded = foldName(name)
    if (address === '' || !folded.includes(' ')) continue
    const person = people.get(folded) ?? { name, addresses: new Map<string, number>() }
    person.addresses.set(address, (person.addresses.get(address) ?? 0) + 1)
    people.set(folded, person)
  }
  return [...people.values()]
    .filter(({ addresses }) => addresses.size > 1)
    .map(({ name, addresses }) => ({
      name,
      mails: [...addresses.values()].reduce((sum, count) => sum + count, 0),
      sorted: [...addresses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([address]) => address),
    }))
    .sort((a, b) => b.mails - a.mails || (a.name < b.name ? -1 : 1))
    .flatMap(({ name, sorted: [first, ...others] }) =>
      others.map((other) => `${plain(name)} <${first}> <${other}>`),
    )
}

/** A name that cannot be read as another field of the line. */
function plain(name: string): string {
  return name
    .replace(/[<>#\p{Cc}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
