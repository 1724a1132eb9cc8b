// The overview table: every entry's standing in one line, coloured by status.
import type { View } from '../app/view.ts'
import type { CatalogueEntry } from '../core/model/entry.ts'
import type { Claim, ClaimState, EntryStatus, Standing } from '../core/model/standing.ts'
import { dayText, fit, harmless, paintStatus, type Terminal } from './terminal.ts'

export const STATUSES: readonly EntryStatus[] = [
  'in-review',
  'claimed',
  'stalled',
  'interest',
  'open',
  'done',
  'retired',
]

export interface OverviewRow {
  readonly entry: CatalogueEntry
  readonly standing: Standing
}

/** Every entry's standing, those where something moves first, then by title. */
export async function overviewRows(view: View): Promise<OverviewRow[]> {
  const rows: OverviewRow[] = []
  for (const entry of view.entries) rows.push({ entry, standing: await view.standing(entry) })
  const rank = (row: OverviewRow): number => STATUSES.indexOf(row.standing.status)
  return rows.sort((a, b) => rank(a) - rank(b) || (a.entry.id < b.entry.id ? -1 : 1))
}

/** Prints counts and a table. `only: 'touched'` leaves out entries about which no mail says anything. */
export async function printOverview(
  view: View,
  terminal: Terminal,
  options: { only?: 'touched' } = {},
): Promise<void> {
  const rows = await overviewRows(view)
  printRows(
    options.only
      ? rows.filter(({ standing }) => standing.history.length > 0 || standing.claims.length > 0)
      : rows,
    terminal,
  )
  printWaiting(rows, terminal)
  const counts = STATUSES.map(
    (status) => [status, rows.filter(({ standing }) => standing.status === status).length] as const,
  )
  terminal.out(
    `${rows.length} entries: ${counts
      .filter(([, n]) => n > 0)
      .map(([status, n]) => `${n} ${status}`)
      .join(', ')}`,
  )
}

/** Mails nobody has answered: the most useful thing a mentor can read. Those who never got an answer first. */
function printWaiting(rows: readonly OverviewRow[], terminal: Terminal): void {
  const waiting = rows
    .flatMap(({ entry, standing }) => standing.waiting.map((mail) => ({ entry, mail })))
    .sort((a, b) => Number(b.mail.newcomer) - Number(a.mail.newcomer) || a.mail.since - b.mail.since)
  if (waiting.length === 0) return
  terminal.out('')
  terminal.out(terminal.paint.yellow('no answer yet'))
  for (const { entry, mail } of waiting) {
    const who = harmless(mail.who.name || mail.who.address)
    const line = `${dayText(mail.since)}  ${who}${mail.newcomer ? ' (newcomer)' : ''}: “${mail.subject}” (${entry.id})`
    terminal.out(`  ${fit(line, terminal.width - 2)}`)
  }
  terminal.out('')
}

/** The rows as a table: status, entry, people, last activity. */
export function printRows(rows: readonly OverviewRow[], terminal: Terminal): void {
  if (rows.length === 0) return
  // Beside status, date and gaps; at least the better part of a name and what he is to the entry.
  const room = terminal.width - 25
  const idWidth = Math.min(Math.max(24, room - 24), Math.max(...rows.map(({ entry }) => entry.id.length)))
  const whoWidth = Math.max(24, room - idWidth)
  terminal.table(
    ['status', 'entry', 'since', 'who'],
    rows.map(({ entry, standing }) => [
      paintStatus(standing.status, terminal.paint),
      fit(entry.id, idWidth),
      since(standing),
      fit(people(standing), whoWidth),
    ]),
  )
}

/** The status an entry has through a claim in this state. */
const STATUS_OF: Readonly<Partial<Record<ClaimState, EntryStatus>>> = {
  active: 'claimed',
  'in-review': 'in-review',
  stalled: 'stalled',
  interested: 'interest',
  done: 'done',
}

/** Names of those who have or want the entry now, holders first. */
export function people(standing: Standing): string {
  const names = living(standing).map((claim) => {
    const name = harmless(claim.who.name || claim.who.address)
    // What the entry's status says already needs no second word.
    const isToldBefore = standing.status === STATUS_OF[claim.state]
    return isToldBefore ? name : `${name} (${claim.state})`
  })
  if (names.length > 0) return [...new Set(names)].join(', ')
  return standing.lastTried
    ? `last tried by ${harmless(standing.lastTried.who.name || standing.lastTried.who.address)}, ${dayText(standing.lastTried.at)}`
    : ''
}

function living(standing: Standing): Claim[] {
  return standing.claims.filter((claim) =>
    ['active', 'in-review', 'stalled', 'waiting', 'interested', 'done'].includes(claim.state),
  )
}

/** Since when somebody has or wants the entry, or since when it is closed; nothing for what is free. */
function since(standing: Standing): string {
  const first = living(standing)[0]?.since
  if (first !== undefined) return dayText(first)
  const closed = standing.status === 'done' || standing.status === 'retired'
  return closed && standing.statusSince !== null ? dayText(standing.statusSince) : ''
}
