// A claim known by a name alone (a student on a page, "Lars has it") becomes the person's when somebody of that name writes.
import { type Person, personKey } from '../model/person.ts'
import type { Fold } from './fold.ts'
import { foldName } from './roles.ts'

/** Gives the writer what stands under his whole name; a claim he already has under his address stays his only one. */
export function adoptName(fold: Fold, writer: Person): void {
  const key = personKey(writer)
  if (writer.address === '' || fold.claims.has(key)) return
  for (const [nameKey, held] of fold.claims) {
    if (held.who.address !== '' || foldName(held.who.name) !== foldName(writer.name)) continue
    fold.claims.delete(nameKey)
    held.key = key
    held.who = writer
    fold.claims.set(key, held)
    const tenure = fold.openTenures.get(nameKey)
    if (tenure) {
      tenure.who = writer
      fold.openTenures.delete(nameKey)
      fold.openTenures.set(key, tenure)
    }
    return
  }
}

/** What others said of the person is settled by his own word or by authority. */
export function confirmHearsay(fold: Fold, who: Person): void {
  if (fold.hearsay.size === 0) return
  fold.hearsay.delete(personKey(who))
  const name = foldName(who.name)
  for (const [key, { who: said }] of fold.hearsay) {
    const told = foldName(said.name)
    if (said.address === '' && told !== '' && `${name} `.startsWith(`${told} `)) fold.hearsay.delete(key)
  }
}
