// The lines between two labelled entries: section headings, paragraphs under them, and entries cut off to their title.
import { isCutOff } from './lost-content.ts'
import { sectionState } from './section-state.ts'
import type { TextLine } from './text-line.ts'

const LONGEST_HEADING = 100

export interface Gap {
  /** Headings that the next entry stands under, outermost first, and whether they are nested in the section before. */
  readonly headings: readonly string[]
  readonly nested: boolean
  readonly stubs: readonly { readonly index: number }[]
  /** The same for the lines before `index`. */
  before(index: number): Gap
}

/** Reads the lines from the end of one entry to the title of the next. */
export function textHeadings(lines: readonly TextLine[]): Gap {
  const stubs = lines.flatMap((_, index) => (isStub(lines, index) ? [{ index }] : []))
  const after = stubs.at(-1)?.index ?? -1
  const groups: TextLine[][] = []
  for (const line of lines.slice(after + 1)) {
    if (line.text.trim() === '') continue
    const heading = isHeadingLike(line.text)
    const last = groups.at(-1)
    if (heading && last?.[0] && isHeadingLike(last[0].text)) last.push(line)
    else groups.push([line])
  }
  const found = groups.findLast((group) => group[0] && isHeadingLike(group[0].text)) ?? []
  const blanks = lines.findIndex((line) => line.text.trim() !== '')
  return {
    headings: found.map((line) => line.text.trim()),
    nested: found.length === 1 && groups.length === 1 && blanks >= 2 && !lines.some((line) => line.bar),
    stubs,
    before: (index) => textHeadings(lines.slice(0, index)),
  }
}

/**
 * The path of headings for what follows a gap, given the path before it. Levels are not in the text: several headings in
 * a row are nested, a single one replaces the last below the heading that gives the state.
 */
export function nextPath(before: readonly string[], gap: Gap): readonly string[] {
  const [heading] = gap.headings
  if (heading === undefined) return before
  if (gap.headings.length > 1 || sectionState([heading]) !== null) return gap.headings
  if (gap.nested) return [...before, heading]
  const state = before.findLastIndex((each) => sectionState([each]) !== null)
  return [...before.slice(0, Math.max(1, state + 1)), heading]
}

/** Short, no sentence, no list item, not the lead-in of a list. */
export function isHeadingLike(raw: string): boolean {
  const text = raw.trim()
  if (text === '' || text.length > LONGEST_HEADING || isCutOff(text)) return false
  return !/^(?:[-*•+|]|\d+\.)\s|[:;,]$|[.!?]\s+\p{Lu}|[^.]\.$|\.png\b|^\||^\{/u.test(text)
}

/** With table bars a title is followed by its fields; one followed by the closing bar has none. */
function isStub(lines: readonly TextLine[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]]
  return (
    line !== undefined &&
    next !== undefined &&
    line.text.trim() !== '' &&
    !line.bar &&
    next.bar &&
    next.text === ''
  )
}
