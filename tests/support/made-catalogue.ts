// Catalogues of any size and mails about them, always the same: made-up words in the frequencies of real ones (Zipf).

import type { CatalogueEntry } from '../../src/core/model/entry.ts'
import { makeEntry } from '../core/link/link-fixtures.ts'

/** Numbers in [0, 1), the same for the same seed (Park and Miller's generator). */
export function numbers(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const SYLLABLES = 'ba de fi go ku la me ni po ru sa te vi wo xu za lor min tas ven'.split(' ')

function makeWord(n: number): string {
  let word = ''
  for (let rest = n + 20; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]
  return word
}

/** A word whose rank follows Zipf's law over `size` words. */
const zipfWord = (next: () => number, size: number): string => makeWord(Math.floor(size ** next()) - 1)

const VOCABULARY = 20_000

/** Entries with titles of four to nine words, every third with a part's name and keywords. */
export function makeCatalogue(count: number): CatalogueEntry[] {
  const next = numbers(count)
  return Array.from({ length: count }, (_, i) => {
    const words = Array.from({ length: 4 + Math.floor(next() * 6) }, () => zipfWord(next, VOCABULARY))
    const part = i % 3 === 0 ? [`QZ${10_000 + i}`] : []
    return makeEntry(`entry-${i}`, [...part, ...words].join(' '), { keywords: part })
  })
}

/** A mail's text of so many words. */
export function makeText(count: number, seed: number): string {
  const next = numbers(seed)
  return Array.from({ length: count }, () => zipfWord(next, VOCABULARY)).join(' ')
}
