// Who is meant by a bare name ("Lars is on this one"): somebody seen in the same mail, else in the entry's earlier mails by his
// whole name, else somebody of that first name who wrote there. Only one person may fit; otherwise the name stays a name.
import { type Person, personKey } from '../model/person.ts'
import { foldName } from './roles.ts'

export interface Names {
  /** Remembers a person with address; `wrote` for the author of a mail. */
  see(person: Person, wrote?: boolean): void
  /** The person meant, `near` first; the same object back when nobody or several fit. */
  resolve(person: Person, near: readonly Person[]): Person
}

/** A memory for the names of one entry's mails. */
export function rememberNames(): Names {
  const byName = new Map<string, Map<string, Person>>()
  const known = new Map<string, string>()
  const writers = new Map<string, Person>()
  return {
    see(person, wrote = false) {
      const { address, name } = person
      if (wrote && address !== '' && name !== '') writers.set(address, person)
      if (address === '' || name === '' || known.get(address) === name) return
      known.set(address, name)
      const folded = foldName(name)
      if (folded === '') return
      const people = byName.get(folded) ?? new Map<string, Person>()
      byName.set(folded, people.set(address, person))
    },
    resolve(person, near) {
      if (person.address !== '') return person
      const wanted = foldName(person.name)
      if (wanted === '') return person
      const here = fitting(near, wanted)
      const people = here.size > 0 ? here : (byName.get(wanted) ?? fitting(writers.values(), wanted))
      return people.size === 1 ? [...people.values()][0]! : person
    },
  }
}

/** Those who bear the name, or whose name begins with it. */
function fitting(people: Iterable<Person>, wanted: string): Map<string, Person> {
  const found = new Map<string, Person>()
  for (const other of people) {
    const name = foldName(other.name)
    if (other.address !== '' && (name === wanted || name.startsWith(`${wanted} `)))
      found.set(personKey(other), other)
  }
  return found
}
