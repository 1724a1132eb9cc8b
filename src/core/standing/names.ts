// Who is meant by a bare name ("Lars is on this one"): somebody seen in the same mail, else in the entry's earlier mails.
// Only one person may fit; otherwise the name stays a name.
import { type Person, personKey } from '../model/person.ts'
import { foldName } from './roles.ts'

export interface Names {
  /** Remembers a person with address. */
  see(person: Person): void
  /** The person meant, `near` first; the same object back when nobody or several fit. */
  resolve(person: Person, near: readonly Person[]): Person
}

/** A memory for the names of one entry's mails. */
export function rememberNames(): Names {
  const byName = new Map<string, Map<string, Person>>()
  const known = new Map<string, string>()
  return {
    see(person) {
      const { address, name } = person
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
      const here = new Map<string, Person>()
      for (const other of near) {
        const name = foldName(other.name)
        if (other.address !== '' && (name === wanted || name.startsWith(`${wanted} `))) {
          here.set(personKey(other), other)
        }
      }
      const people = here.size > 0 ? here : byName.get(wanted)
      return people?.size === 1 ? [...people.values()][0]! : person
    },
  }
}
