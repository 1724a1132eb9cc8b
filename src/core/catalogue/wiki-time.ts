// The time of a signature on a wiki.

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `14:14, 23 January 2013 (UTC)` of an ISO 8601 time in UTC. */
export function wikiTime(iso: string): string {
  const [date = '', time = ''] = iso.split('T')
  const [year, month, day] = date.split('-')
  return `${time.slice(0, 5) || '00:00'}, ${Number(day)} ${MONTHS[Number(month) - 1]} ${year} (UTC)`
}
