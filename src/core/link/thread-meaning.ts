// What a thread as a whole is about, as far as known when its sentences are linked.
import type { CatalogueEntry } from '../model/entry.ts'
import type { LinkEvidence } from '../model/link.ts'

export interface ThreadMeaning {
  readonly entry: CatalogueEntry | null
  readonly score: number
  /** The strongest evidence for it. */
  readonly kind: LinkEvidence
  readonly topic: string
}
