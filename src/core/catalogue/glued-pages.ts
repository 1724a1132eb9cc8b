// Several saved pages in one text, cut apart again. A file that does not end in a newline glues the next page's title to
// its last line.
import { isAnnouncementFrame, readAnnouncement } from './announcement.ts'

export interface CutPage {
  readonly lines: readonly string[]
  /** Number of its first line in the whole text, from 1. */
  readonly firstLine: number
  /** Whether it may be an announcement: it has no labelled entry. */
  readonly announcement: boolean
}

const PRINTABLE = 'The printable version is no longer supported'
const LONGEST_ANNOUNCEMENT = 200
const GLUE = /[.!?](?=\p{Lu})/gu

/** Cuts at every page head (`Title`, blank, `From Site`; the printable version's banner). */
export function cutPages(lines: readonly string[]): CutPage[] {
  const pages: { lines: string[]; firstLine: number }[] = [{ lines: [], firstLine: 1 }]
  const heads = pageHeads(lines)
  for (const [index, line] of lines.entries()) {
    const at = heads.get(index)
    if (at === undefined) {
      pages.at(-1)?.lines.push(line)
      continue
    }
    if (at > 0) pages.at(-1)?.lines.push(line.slice(0, at))
    pages.push({ lines: [line.slice(at)], firstLine: index + 1 })
  }
  return pages
    .filter((page) => page.lines.some((line) => line.trim() !== ''))
    .map((page) => ({
      ...page,
      announcement: !page.lines.some((line) => line.startsWith('Date of insert:')),
    }))
}

/** Line index of every page's first line, with the column at which the page begins in it. */
function pageHeads(lines: readonly string[]): Map<number, number> {
  const heads = new Map<number, number>()
  for (const [index, line] of lines.entries()) {
    const banner = line.slice(0, 100_000).indexOf(PRINTABLE)
    if (banner >= 0) heads.set(index, banner)
    const announced = announcementColumn(lines, index)
    if (announced !== null) heads.set(index, announced)
    if (!/^From \S.{0,50}$/.test(line) || lines[index - 1]?.trim() !== '') continue
    const title = lines.slice(Math.max(0, index - 4), index).findLastIndex((each) => each.trim() !== '')
    const at = Math.max(0, index - 4) + title
    if (title >= 0) heads.set(at, titleColumn(lines[at] ?? ''))
  }
  return heads
}

/** Where in a line the page title begins: after the sentence that the page before ends with, if any. */
function titleColumn(line: string): number {
  const glued = [...line.slice(0, 100_000).matchAll(GLUE)].at(-1)
  return glued ? glued.index + 1 : 0
}

/** Where in a line an announcement begins that follows a page; null when none does. */
function announcementColumn(lines: readonly string[], index: number): number | null {
  const line = lines[index] ?? ''
  if (line.length < 100 || line.length > 100_000 || !isAnnouncementFrame(line)) return null
  const column = [...line.matchAll(GLUE)].find((glue) => isAnnouncementFrame(line.slice(glue.index + 1)))
  const at = column && column.index < line.length / 2 ? column.index + 1 : 0
  const following = lines.slice(index + 1, index + LONGEST_ANNOUNCEMENT)
  return readAnnouncement([line.slice(at), ...following], 1) ? at : null
}
