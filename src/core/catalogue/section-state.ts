// The headings an entry stands under, to its state in the life cycle of a project.
import type { EntryState } from '../model/entry.ts'

const STATES: readonly (readonly [EntryState, RegExp])[] = [
  ['accepted', /\b(?:accepted|selected)\b(?! (?:if|when))/i],
  ['reviewed', /\bpeer[- ]reviewed\b/i],
  ['needs-work', /\bneeds? (?:more |further )?(?:work|review|attention)\b/i],
  ['archived', /^(?:archived?|past|old|completed|finished)\b|\bcompleted\b/i],
]

/** State by the innermost heading that names one; null when none does. */
export function sectionState(section: readonly string[]): EntryState | null {
  for (const heading of section.toReversed())
    for (const [state, words] of STATES) if (words.test(heading)) return state
  return null
}
