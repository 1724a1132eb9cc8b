// ISO weeks (ISO 8601, Monday to Sunday) in a time zone of the IANA database, as instants.
import { DateTime } from 'luxon'
import type { Instant } from '../model/time.ts'

/** `from` is the week's first instant, `to` the first instant after it. `week` is `2026-W47`. */
export interface DigestWeek {
  readonly week: string
  readonly zone: string
  readonly from: Instant
  readonly to: Instant
}

/** The week named `2026-W47` (also `2026w47`) in `zone`; null when there is no such week or zone. */
export function parseWeek(text: string, zone: string): DigestWeek | null {
  const match = /^(\d{4})-?[Ww](\d{1,2})$/.exec(text.trim())
  if (!match) return null
  const weekYear = Number(match[1])
  const weekNumber = Number(match[2])
  const start = DateTime.fromObject({ weekYear, weekNumber, weekday: 1 }, { zone })
  return start.isValid ? weekFrom(start) : null
}

/** The week that `at` lies in. `zone` must be valid: the configuration checks it. */
export function weekOf(at: Instant, zone: string): DigestWeek {
  return weekFrom(DateTime.fromMillis(at, { zone }).startOf('week'))
}

/** The last whole week before `at`: what a digest posted at `at` speaks of, whatever the weekday it is posted on. */
export function weekBefore(at: Instant, zone: string): DigestWeek {
  return weekOf(weekOf(at, zone).from - 1, zone)
}

/** `16-22 November 2026`. */
export function weekInWords(week: DigestWeek): string {
  const from = DateTime.fromMillis(week.from, { zone: week.zone, locale: 'en-GB' })
  const to = DateTime.fromMillis(week.to - 1, { zone: week.zone, locale: 'en-GB' })
  const start = from.toFormat(
    from.month === to.month ? 'd' : from.year === to.year ? 'd MMMM' : 'd MMMM yyyy',
  )
  return `${start} - ${to.toFormat('d MMMM yyyy')}`.replace(/^(\d+) - /, '$1-')
}

/** `9 November 2026` in `zone`. */
export function dayInWords(at: Instant, zone: string): string {
  return DateTime.fromMillis(at, { zone, locale: 'en-GB' }).toFormat('d MMMM yyyy')
}

/** `9 November` in `zone`, for days that are near. */
export function nearDay(at: Instant, zone: string): string {
  return DateTime.fromMillis(at, { zone, locale: 'en-GB' }).toFormat('d MMMM')
}

function weekFrom(start: DateTime): DigestWeek {
  return {
    week: start.toFormat("kkkk-'W'WW"),
    zone: start.zoneName ?? 'Etc/UTC',
    from: start.toMillis(),
    to: start.plus({ weeks: 1 }).toMillis(),
  }
}
