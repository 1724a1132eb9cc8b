// Shares the lines of a text digest among its sections: in goes what each row would take, out comes how many rows of
// each section are shown. Nobody reads a long weekly mail; what is left out is counted.

/** What a text digest should not be longer than by much. */
const PAGE = 44
/** Title, totals and footer with the blank lines around them. */
const FRAME = 7
/** Blank line, heading and "and N more" of a section. */
const SECTION = 3

export interface SectionRows {
  /** Lines that each row takes, in order. */
  readonly costs: readonly number[]
  /** Rows taken in one turn. */
  readonly quota: number
  /** Rows shown at the very most. */
  readonly most: number
}

/**
 * Rows shown of each section: in turns, section by section, while lines are left. The first turn is never refused, so
 * that every section that has something to say says something.
 */
export function fitRows(sections: readonly SectionRows[]): number[] {
  const shown = sections.map(() => 0)
  let left = PAGE - FRAME - SECTION * sections.filter((section) => section.costs.length > 0).length
  for (let turn = 0, moved = true; moved; turn++) {
    moved = false
    for (const [index, section] of sections.entries())
      for (let nth = 0; nth < section.quota; nth++) {
        const at = shown[index] ?? 0
        const cost = section.costs[at]
        if (cost === undefined || at >= section.most || (cost > left && turn > 0)) break
        shown[index] = at + 1
        left -= cost
        moved = true
      }
  }
  return shown
}
