// A Date or Received field's date-time (RFC 5322 §3.3, obsolete forms of §4.3 too) to an instant; null for what is
// no date. Never "now", and nothing outside the years 1970 to 9999.
import type { Instant } from '../../core/model/time.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  gmt: 0,
  utc: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  bst: 60,
  ist: 330,
  cet: 60,
  cest: 120,
  wet: 0,
  west: 60,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
}
const FORM =
  /(?:^|[\s,])(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2,4}),?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d{1,9})?)?\s*(?:([ap]m)\s*)?([+-]\d{4}|[+-]\d{2}:\d{2}|[a-z]{1,5})?/i
/** `Thu Sep  6 18:00:01 [CEST] 2012`, as the C library prints it. */
const CTIME =
  /\b([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:([a-z]{1,5}|[+-]\d{4})\s+)?(\d{4})\b/i
const ISO =
  /^\s*(\d{4})-(\d{2})-(\d{2})[T\s]+(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(z|[+-]\d{2}:?\d{2})?/i

/** Milliseconds since 1970 of the first date in `value`, or null. */
export function parseDate(value: string): Instant | null {
  const text = value.slice(0, 200).replace(/\([^()]*\)/g, ' ')
  const form = FORM.exec(text)
  if (form) {
    const [, day, month, year, hour, minute, second, half, zone] = form
    return instant(fullYear(year), monthOf(month), day, hour12(hour, half), minute, second, zone)
  }
  const ctime = CTIME.exec(text)
  if (ctime) {
    const [, month, day, hour, minute, second, zone, year] = ctime
    return instant(Number(year), monthOf(month), day, hour, minute, second, zone)
  }
  const iso = ISO.exec(text)
  if (!iso) return null
  const [, year, month, day, hour, minute, second, zone] = iso
  return instant(Number(year), Number(month) - 1, day, hour, minute, second, zone?.replace(':', ''))
}

/** The time a Received field ends with (RFC 5321 §4.4), or null. */
export function parseReceived(value: string): Instant | null {
  const at = value.lastIndexOf(';')
  return at < 0 ? null : parseDate(value.slice(at + 1))
}

type Digits = string | number | undefined

function instant(
  year: number,
  month: number,
  day: Digits,
  hour: Digits,
  minute: Digits,
  second: Digits,
  zone: string | undefined,
): Instant | null {
  const d = Number(day)
  const h = Number(hour)
  const m = Number(minute)
  // RFC 5322 §3.3 allows second 60 for leap seconds.
  const s = Math.min(Number(second ?? 0), 60)
  if (month < 0 || month > 11 || d < 1 || d > 31 || h > 24 || m > 59) return null
  const at = Date.UTC(year, month, d, h, m, s) - zoneMinutes(zone) * 60_000
  return at >= 0 && year <= 9999 ? at : null
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase())
}

/** RFC 5322 §4.3: two digits below 50 are 20xx, others and three digits count from 1900. */
function fullYear(text: string | undefined): number {
  const year = Number(text)
  if ((text ?? '').length === 2) return year < 50 ? 2000 + year : 1900 + year
  return (text ?? '').length === 3 ? 1900 + year : year
}

function hour12(hour: string | undefined, half: string | undefined): number {
  const h = Number(hour)
  if (!half) return h
  return (h % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

/** RFC 5322 §4.3: an unknown zone name says nothing and counts as -0000. */
function zoneMinutes(zone: string | undefined): number {
  if (!zone) return 0
  const sign = zone[0] === '-' ? -1 : 1
  if (zone[0] !== '+' && zone[0] !== '-') return ZONES[zone.toLowerCase()] ?? 0
  const digits = zone.slice(1).replace(':', '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return minutes <= 18 * 60 ? sign * minutes : 0
}
