// One entry's standing for the terminal: status, claims with the sentence behind each, history as a timeline.
import type { CatalogueEntry } from '../core/model/entry.ts'
import { archiveLink, type MailingList } from '../core/model/list.ts'
import type { Evidence, Observation, Standing } from '../core/model/standing.ts'
import { isoInstant } from '../core/model/time.ts'
import { dayText, fit, harmless, paintStatus, type Terminal } from './terminal.ts'

/** What a claim left out of the page's own rules, in words. */
const NOTICED: Record<Observation, string> = {
  'other-list': "claimed on another list than the entry's",
  'mentor-not-in-cc': 'no mentor was in Cc',
  'mentor-without-list': 'a mentor was written to, and not the list',
  'tag-without-year': 'the programme tag names no year',
  'unverified-entry': 'the entry has not been verified for long',
  'not-open-for-programme': 'the page says it is not open for the programme',
}

/** Prints the standing of one entry. */
export function printStanding(
  entry: CatalogueEntry,
  standing: Standing,
  lists: readonly MailingList[],
  terminal: Terminal,
): void {
  const { paint } = terminal
  const link = (evidence: Evidence): string => sourceLink(evidence, lists)
  terminal.out(`${paint.bold(harmless(entry.title))}  ${paint.dim(entry.id)}`)
  const state = standing.state ? `, page says ${standing.state}` : ''
  const free = standing.status === 'open' && standing.taggedThread ? ', spoken of in a tagged thread' : ''
  terminal.out(`${paintStatus(standing.status, paint)} as of ${dayText(standing.at)}${state}${free}`)
  for (const claim of standing.claims) {
    const turn = claim.ball === 'maintainers' ? ', the maintainers have to answer' : ''
    const place = claim.position === null ? '' : `, number ${claim.position} in line`
    terminal.out('')
    terminal.out(
      `${paint.bold(harmless(claim.who.name))} <${harmless(claim.who.address)}>: ${claim.state === 'interested' ? 'interested since' : `${claim.state}, on it since`} ${dayText(claim.since)}, last sign ${dayText(claim.lastActivity)}${place}${turn}`,
    )
    terminal.out(`  “${fit(claim.evidence.text, 300)}”`)
    terminal.out(`  ${paint.dim(link(claim.evidence))}`)
    for (const observation of claim.observations)
      terminal.out(`  ${paint.dim(`note: ${NOTICED[observation]}`)}`)
  }
  if (standing.lastTried) {
    const { who, at, evidence } = standing.lastTried
    terminal.out(
      `\nlast tried by ${harmless(who.name || who.address)} in ${dayText(at)} ${paint.dim(link(evidence))}`,
    )
  }
  for (const waiting of standing.waiting)
    terminal.out(
      `\n${paint.yellow('no answer yet')} to ${harmless(waiting.who.name || waiting.who.address)} since ${dayText(waiting.since)}: ${fit(waiting.subject, 60)}`,
    )
  for (const contradiction of standing.contradictions)
    terminal.out(`\n${paint.red('does not fit')}: ${harmless(contradiction.text)}`)
  if (standing.history.length > 0) terminal.out(`\n${paint.bold('history')}`)
  for (const event of standing.history) {
    const who = event.who ? ` ${harmless(event.who.name || event.who.address)}` : ''
    terminal.out(`  ${dayText(event.at)}  ${event.code}${who}`)
    if (event.evidence) {
      terminal.out(`              “${fit(event.evidence.text, Math.max(40, terminal.width - 18))}”`)
      terminal.out(`              ${paint.dim(link(event.evidence))}`)
    }
  }
}

/** The archive link of an evidence's mail, or its source where there is none. */
export function sourceLink(evidence: Evidence, lists: readonly MailingList[]): string {
  if (evidence.kind !== 'mail') return evidence.source
  for (const list of lists)
    if (evidence.lists.includes(list.id)) return archiveLink(list, evidence.source) ?? evidence.source
  return evidence.source
}

/** A standing as JSON: instants as ISO 8601 UTC. */
export function standingJson(entry: CatalogueEntry, standing: Standing): object {
  const times = new Set(['at', 'since', 'lastActivity', 'snoozedUntil'])
  const convert = (value: unknown, key = ''): unknown => {
    if (typeof value === 'number' && times.has(key)) return isoInstant(value)
    if (Array.isArray(value)) return value.map((item) => convert(item))
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, convert(inner, name)]))
    return value
  }
  return { ...(convert(standing) as object), title: entry.title }
}
