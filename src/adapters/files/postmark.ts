// The line that starts each mail of an mbox: `From user@example.org Thu Jan  2 07:59:15 2025` (RFC 4155).
// Goes in: one line; comes out: whether it starts a mail, and its time. Unquoted "From " in a body is refused by its shape.
import type { Instant } from '../../core/model/time.ts'

/** How a file writes its postmarks; its first line tells. */
export type PostmarkStyle =
  /** With a date, as nearly all software does: a line without one starts no mail. */
  | 'dated'
  /** `git format-patch` output: the date is always that of git's first commit, which in other files marks pasted patches. */
  | 'patches'
  /** `From` and an address only: then every line that starts so counts. */
  | 'bare'

/** Longest line that is looked at; RFC 5322 §2.1.1 allows 998 characters. */
export const POSTMARK_MAX = 1000

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const DATE =
  /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +(\d{1,2}) +(\d{1,2}):(\d{2})(?::(\d{2}))? (?:[A-Z]{1,5} |([+-]\d{4}) )?(\d{4})(?: ([+-]\d{4})| [A-Z]{1,5}| remote from \S+)?\s*$/
const GIT_PATCH = /^From [0-9a-f]{40}(?:[0-9a-f]{24})? Mon Sep 17 00:00:00 2001\s*$/

/** The style of a file whose first line is `line`; null when that line is no postmark at all. */
export function postmarkStyle(line: string): PostmarkStyle | null {
  if (!line.startsWith('From ') || line.length > POSTMARK_MAX) return null
  if (GIT_PATCH.test(line)) return 'patches'
  return DATE.test(line) ? 'dated' : 'bare'
}

/** True when `line` starts a mail in a file of that style. */
export function isPostmark(line: string, style: PostmarkStyle): boolean {
  const own = postmarkStyle(line)
  return own !== null && (own === style || (style !== 'dated' && own === 'dated'))
}

/**
 * The delivery time a postmark carries, read as UTC unless it names an offset (RFC 4155).
 * Null without one, or when it is a placeholder: public-inbox writes 1970, git format-patch 2001.
 */
export function postmarkTime(line: string): Instant | null {
  const date = GIT_PATCH.test(line) ? null : DATE.exec(line)
  if (!date) return null
  const [, month = '', day, hour, minute, second, zoneBefore, year, zoneAfter] = date
  const zone = zoneBefore ?? zoneAfter ?? '+0000'
  const offset = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))) * (zone.startsWith('-') ? -1 : 1)
  const at = Date.UTC(
    Number(year),
    MONTHS.indexOf(month) / 3,
    Number(day),
    Number(hour),
    Number(minute) - offset,
    Number(second ?? 0),
  )
  return Number(year) <= 1970 ? null : at
}
