// A date as people write it on a wiki, to its day. An ambiguous one stays unread: no locale is guessed, because both
// orders stand side by side on one page.
import type { RawDate } from '../model/entry.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const TEMPLATE_DEFAULT = /^not updated in \d{4}$/i
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/
const NUMERIC = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/
const MONTH_FIRST = /^([a-z]{3,9})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)/i
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?\.?\s{1,3}([a-z]{3,9})\.?,?\s{1,3}(\d{4})(?!\d)/i

/**
 * Reads a date field. `latest` (`YYYY-MM-DD`) is a day on which the date stood there already: of two readings one that
 * lies later is out, and the other is given as `byEvidence`.
 */
export function readDate(raw: string | null, latest: string | null = null): RawDate {
  if (raw === null) return { raw, iso: null }
  const text = raw.trim()
  if (TEMPLATE_DEFAULT.test(text)) return { raw: text, iso: null, default: true }
  const iso = ISO.exec(text)
  if (iso) return { raw: text, iso: day(iso[1], iso[2], iso[3]) }
  const first = MONTH_FIRST.exec(text)
  if (first) return { raw: text, iso: day(first[3], monthNumber(first[1]), first[2]) }
  const second = DAY_FIRST.exec(text)
  if (second) return { raw: text, iso: day(second[3], monthNumber(second[2]), second[1]) }
  const numeric = NUMERIC.exec(text)
  return numeric ? numericDate(text, numeric, latest) : { raw: text, iso: null }
}

function numericDate(raw: string, match: RegExpExecArray, latest: string | null): RawDate {
  const year = match[3]?.length === 2 ? `20${match[3]}` : match[3]
  const dayFirst = day(year, match[2], match[1])
  const monthFirst = day(year, match[1], match[2])
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst)
    return { raw, iso: dayFirst ?? monthFirst }
  const readings = [dayFirst, monthFirst]
  const left = latest === null ? readings : readings.filter((reading) => reading <= latest)
  return left.length === 1 && left[0] !== undefined
    ? { raw, iso: null, readings, byEvidence: left[0] }
    : { raw, iso: null, readings }
}

/** The 1-based number of an English month name or its first three letters, NaN when it is none. */
export function monthNumber(name: string | undefined): number {
  const index = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase())
  return index < 0 ? Number.NaN : index + 1
}

/** `YYYY-MM-DD`, or null when there is no such day. */
export function day(year: unknown, month: unknown, date: unknown): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(date)]
  const at = new Date(Date.UTC(y, m - 1, d))
  if (Number.isNaN(at.getTime()) || at.getUTCMonth() !== m - 1 || at.getUTCDate() !== d) return null
  return at.toISOString().slice(0, 10)
}
