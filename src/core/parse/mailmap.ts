// A file in git's mailmap form (gitmailmap(5)) to a map from addresses to people, and its use. Lines that say nothing
// are passed over.
import type { Person } from '../model/person.ts'

export interface Mailmap {
  /** By the address met, lower case; `name` limits the line to mails that also carry this name (lower case). */
  readonly byAddress: ReadonlyMap<string, readonly { readonly name: string | null; readonly to: Person }[]>
}

export const EMPTY_MAILMAP: Mailmap = { byAddress: new Map() }

const LINE = /^([^<>#]{0,200})<([^<>]{1,320})>(?:([^<>#]{0,200})<([^<>]{1,320})>)?/

/** Reads `Proper Name <proper@address> Other Name <other@address>` lines; `#` starts a comment. */
export function parseMailmap(text: string): Mailmap {
  const byAddress = new Map<string, { name: string | null; to: Person }[]>()
  for (const line of text.split('\n')) {
    const match = LINE.exec(line.trim())
    if (!match) continue
    const [, name = '', address = '', otherName = '', otherAddress] = match
    const to = { name: name.trim(), address: address.trim().toLowerCase() }
    const met = (otherAddress ?? address).trim().toLowerCase()
    const list = byAddress.get(met) ?? []
    list.push({ name: otherName.trim().toLowerCase() || null, to })
    byAddress.set(met, list)
  }
  return { byAddress }
}

/** The person behind an address; the person as met when no line speaks of him. A line with a name wins over one without. */
export function mapPerson(mailmap: Mailmap, person: Person): Person {
  const lines = mailmap.byAddress.get(person.address)
  if (!lines || person.address === '') return person
  const name = person.name.toLowerCase()
  const line = lines.find((each) => each.name === name) ?? lines.find((each) => each.name === null)
  return line ? { name: line.to.name || person.name, address: line.to.address } : person
}
