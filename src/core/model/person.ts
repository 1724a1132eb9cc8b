// People as mail names them. An address is the identity; a display name never counts as one.

export interface Person {
  /** Decoded display name, '' when there is none. */
  readonly name: string
  /** addr-spec in lower case (RFC 5322 §3.4.1), '' when only a name is known. */
  readonly address: string
}

/** The key two mentions of one person share: the address, or the folded name where no address is known. */
export function personKey(person: Person): string {
  return person.address || `name:${person.name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()}`
}
