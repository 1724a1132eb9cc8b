// Several faint clues that together say what none says alone: "no time", "won't continue" and "go ahead" in one breath.
// In: named clues and the words they are looked for in. Out: the names of those that stand there. Refuses nothing.

/** Clues by name; each is a plain, linear pattern. */
export type Clues<Name extends string> = Readonly<Record<Name, RegExp>>

/** Which clues stand in the text. */
export function cluesIn<Name extends string>(clues: Clues<Name>, text: string): Set<Name> {
  const found = new Set<Name>()
  for (const name in clues) if (clues[name].test(text)) found.add(name)
  return found
}
