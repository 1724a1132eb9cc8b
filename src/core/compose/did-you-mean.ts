// The word somebody probably meant: the nearest of the known ones, if it is near enough to be a slip of the keys.

/** Levenshtein distance with neighbouring swaps as one step (Damerau); meant for words of at most some forty letters. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** The known word at most two slips from `word` (one for words under five letters), null when none is. */
export function didYouMean(word: string, known: readonly string[]): string | null {
  const said = word.toLowerCase()
  if (said.length === 0 || said.length > 40) return null
  const ranked = known
    .map((name) => ({ name, distance: editDistance(said, name) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best && best.distance <= (said.length < 5 ? 1 : 2) ? best.name : null
}
