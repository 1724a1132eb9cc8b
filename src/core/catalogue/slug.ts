// A title to the id people write, and to the key by which two records are the same project.
import { type EntryId, entryId } from '../model/ids.ts'

/**
 * Lower-case ASCII (NFKD) of a title, every run of other characters one hyphen, none at the ends:
 * `CPU/RAM/PCI diagram tool` is `cpu-ram-pci-diagram-tool`. A title without any such letter gives `entry`.
 */
export function slugOf(title: string): EntryId {
  const ascii = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return entryId(ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'entry')
}

/** What two spellings of one title share: letters and digits of any script and `+ #`, without case and punctuation. */
export function titleKey(title: string): string {
  const letters = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, ' ')
    .trim()
  return letters || title.trim()
}

/** Hands out ids: the first owner of a slug keeps it, a clash gets `-2`, `-3`, …; the same title always gets the same id. */
export class IdGiver {
  readonly #ofTitle = new Map<string, EntryId>()
  readonly #taken = new Set<string>()

  /** The id of a record with this title; `given` is the id the catalogue itself gives it. */
  idOf(title: string, given?: string | null): EntryId {
    const key = titleKey(title)
    const known = this.#ofTitle.get(key)
    if (given) return this.#take(key, entryId(given))
    if (known !== undefined) return known
    const slug = slugOf(title)
    let id = slug
    for (let n = 2; this.#taken.has(id); n++) id = entryId(`${slug}-${n}`)
    return this.#take(key, id)
  }

  #take(key: string, id: EntryId): EntryId {
    if (!this.#ofTitle.has(key)) this.#ofTitle.set(key, id)
    this.#taken.add(id)
    return id
  }
}
