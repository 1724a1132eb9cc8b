// Who may speak for others about an entry: its contacts and mentors, the maintainers, the operator.
// An address on a page names its owner; a name without address is matched whole, and only when the page gives no address.
import type { Contact } from '../model/entry.ts'
import type { CatalogueFact } from '../model/fact.ts'
import type { Person } from '../model/person.ts'
import type { StandingPolicy } from '../model/policy.ts'
import type { Instant } from '../model/time.ts'

export interface Roles {
  /** Mentors and contacts, each once, in order of appearance. */
  readonly mentors: readonly Contact[]
  /** May assign, complete, decline, dismiss. */
  hasAuthority(person: Person): boolean
  /** Is one of the entry's own mentors or contacts. */
  isMentor(person: Person): boolean
}

/** Names compared without case, marks, order of blanks: `Pál  Ő.` and `pal o.` are one. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The roles at every instant: those of the newest record by then, or of the earliest there is, since mail is often older
 * than the page that explains it. `pages` are in order of time.
 */
export function rolesOver(pages: readonly CatalogueFact[], policy: StandingPolicy): (at: Instant) => Roles {
  const times = [...new Set(pages.map((page) => page.at))]
  const made = times.map((time) =>
    readRoles(
      pages.filter((page) => page.at === time),
      policy,
    ),
  )
  const none = readRoles([], policy)
  return (at) =>
    made[
      Math.max(
        0,
        times.findLastIndex((time) => time <= at),
      )
    ] ?? none
}

/** Roles as these records and the policy give them. */
export function readRoles(pages: readonly CatalogueFact[], policy: StandingPolicy): Roles {
  const mentors = new Map<string, Contact>()
  const addresses = new Set<string>()
  const names = new Set<string>()
  for (const contact of pages.flatMap((page) => page.contacts)) {
    if (contact.role === 'student') continue
    const name = foldName(contact.name)
    const key = contact.email ?? `name:${name}`
    if (!mentors.has(key)) mentors.set(key, contact)
    if (contact.email) addresses.add(contact.email)
    // A single word ("Wei") is too little to know somebody by.
    else if (name.includes(' ')) names.add(name)
  }
  const maintainers = new Set(policy.maintainers)
  const isMentor = (person: Person): boolean =>
    person.address !== '' &&
    (addresses.has(person.address) || (names.size > 0 && names.has(foldName(person.name))))
  return {
    mentors: [...mentors.values()],
    isMentor,
    hasAuthority: (person) => (person.address !== '' && maintainers.has(person.address)) || isMentor(person),
  }
}
