// What a wiki page says of itself: its name, and when this revision of it was made.
import { day, monthNumber } from './read-date.ts'

const REVISION = /^(?:Latest )?revision as of (\d{1,2}):(\d{2}), (\d{1,2}) ([A-Za-z]{3,9}) (\d{4})/i

/** ISO 8601 time of a line `Revision as of 18:59, 22 March 2013 …` (UTC by the wiki's setting), else null. */
export function readRevisionLine(text: string): string | null {
  const match = REVISION.exec(text.trim())
  if (!match) return null
  const date = day(match[5], monthNumber(match[4]), match[3])
  return date === null ? null : `${date}T${match[1]?.padStart(2, '0')}:${match[2]}:00Z`
}

/** Page titles compared: without the prefix of a page that was moved to the archive, underscores as blanks. */
export function pageKey(title: string): string {
  return title
    .replaceAll('_', ' ')
    .replace(/^Archived\//i, '')
    .trim()
    .toLowerCase()
}
