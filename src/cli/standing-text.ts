// One entry's standing for the terminal: status, who has it with the sentence behind each, what waits and what does not fit,
// and the history as a timeline.
import type { CatalogueEntry } from '../core/model/entry.ts'
import type { MailingList } from '../core/model/list.ts'
import type { Person } from '../core/model/person.ts'
import type { Claim, Evidence, HistoryEvent, Observation, Standing } from '../core/model/standing.ts'
import { sourceLink } from './source-link.ts'
import { dayText, harmless, paintStatus, type Terminal, wrapped } from './terminal.ts'

/** What a claim left out of the page's own rules, in words. */
const NOTICED: Record<Observation, string> = {
  'other-list': "claimed on another list than the entry's",
  'mentor-not-in-cc': 'no mentor was in Cc',
  'mentor-without-list': 'a mentor was written to, and not the list',
  'tag-without-year': 'the programme tag names no year',
  'unverified-entry': 'the entry has not been verified for long',
  'not-open-for-programme': 'the page says it is not open for the programme',
}

/** Letters of a sentence that are shown at most. */
const SENTENCE = 400

/** Prints the standing of one entry. */
export function printStanding(
  entry: CatalogueEntry,
  standing: Standing,
  lists: readonly MailingList[],
  terminal: Terminal,
): void {
  const { paint } = terminal
  const print = printer(lists, terminal)
  terminal.out(`${paint.bold(harmless(entry.title))}  ${paint.dim(entry.id)}`)
  terminal.out(`${paintStatus(standing.status, paint)}${aboutStatus(standing)}`)
  if (standing.state !== null || standing.verified !== null) print.line(aboutPage(standing), 0, 'dim')
  for (const claim of standing.claims) {
    terminal.out(`\n${print.person(claim.who, 'bold')}`)
    print.line(aboutClaim(claim), 2)
    print.evidence(claim.evidence, 2)
    for (const observation of claim.observations) print.line(`note: ${NOTICED[observation]}`, 2, 'dim')
  }
  if (standing.unavailable) {
    terminal.out(`\n${paint.red('not available')} since ${dayText(standing.unavailable.at)}`)
    print.evidence(standing.unavailable, 2)
  }
  for (const { who, by, evidence } of standing.hearsay) {
    terminal.out(`\n${paint.yellow('hearsay')}: ${nameOf(who)} has it, says ${nameOf(by)}`)
    print.evidence(evidence, 2)
  }
  for (const { who, since, subject, newcomer } of standing.waiting) {
    terminal.out(
      `\n${paint.yellow('no answer yet')}: ${nameOf(who)}${newcomer ? ', never answered here,' : ''} since ${dayText(since)}`,
    )
    print.line(`“${subject}”`, 2)
  }
  for (const contradiction of standing.contradictions) {
    terminal.out(`\n${paint.red('does not fit')}: ${harmless(contradiction.text)}`)
    for (const evidence of contradiction.evidence) print.evidence(evidence, 2)
  }
  if (standing.lastTried) {
    const { who, at, evidence } = standing.lastTried
    terminal.out(`\nlast tried by ${nameOf(who)}, ${dayText(at)}`)
    print.evidence(evidence, 2)
  }
  if (standing.history.length > 0) terminal.out(`\n${paint.bold('history')}`)
  for (const event of standing.history) {
    terminal.out(`  ${dayText(event.at)}  ${happened(event)}`)
    if (event.evidence && event.code !== 'page-state') print.evidence(event.evidence, 14)
    else if (event.evidence) print.line(sourceLink(event.evidence, lists), 14, 'dim')
    if (event.relinkedBy !== null) print.line(`told here only since ${event.relinkedBy}`, 14, 'dim')
  }
}

/** Ways of printing that know the terminal's width and the lists' archives. */
function printer(lists: readonly MailingList[], terminal: Terminal) {
  const { paint } = terminal
  const line = (text: string, indent: number, style: 'dim' | 'bold' | null = null): void => {
    for (const part of wrapped(text, terminal.width - indent))
      terminal.out(`${' '.repeat(indent)}${style ? paint[style](part) : part}`)
  }
  return {
    line,
    person: (who: Person, style: 'bold'): string =>
      `${paint[style](nameOf(who))}${who.name && who.address ? ` <${harmless(who.address)}>` : ''}`,
    evidence: (evidence: Evidence, indent: number): void => {
      const words = evidence.text.trim()
      if (words !== '') line(`“${words.length > SENTENCE ? `${words.slice(0, SENTENCE)}…` : words}”`, indent)
      // A link stays on one line, whatever its length, so that it can be clicked.
      terminal.out(`${' '.repeat(indent)}${paint.dim(harmless(sourceLink(evidence, lists)))}`)
    },
  }
}

function nameOf(who: Person): string {
  return harmless(who.name || who.address)
}

function aboutStatus(standing: Standing): string {
  const since = standing.statusSince === null ? '' : ` since ${dayText(standing.statusSince)}`
  const release = standing.release === null ? '' : `, in ${harmless(standing.release)}`
  const tagged =
    standing.status === 'open' && standing.taggedThread ? ', spoken of in a living tagged thread' : ''
  return `${since}${release}${tagged} (as of ${dayText(standing.at)})`
}

function aboutPage({ state, verified, unverified }: Standing): string {
  return [
    ...(state === null ? [] : [`the page says ${state}`]),
    ...(verified === null ? [] : [`verified ${dayText(verified)}${unverified ? ', long ago' : ''}`]),
  ].join(', ')
}

function aboutClaim(claim: Claim): string {
  const { state, version, position, snoozedUntil, reminderAt } = claim
  const holds = state === 'active' || state === 'in-review'
  return [
    `${state} since ${dayText(claim.since)}`,
    ...(version === null || version < 2 ? [] : [`v${version}`]),
    ...(position === null ? [] : [`number ${position} in line`]),
    `last sign ${dayText(claim.lastActivity)}`,
    ...(holds && claim.ball === 'maintainers'
      ? [`the maintainers have to answer since ${dayText(claim.ballSince)}`]
      : []),
    ...(snoozedUntil === null ? [] : [`asked for time until ${dayText(snoozedUntil)}`]),
    ...(reminderAt === null ? [] : [`a reminder is due ${dayText(reminderAt)}`]),
  ].join(', ')
}

/** The event's code with what it changed: `claimed Ann Example`, `page-state accepted`, `partly-merged 2/5 Ann Example`. */
function happened({ code, who, to }: HistoryEvent): string {
  const detail = who === null || code === 'partly-merged' || code === 'relinked-by' ? to : null
  const whose = who === null ? [] : [nameOf(who)]
  return [code, ...(detail === null || detail === code ? [] : [harmless(detail)]), ...whose].join(' ')
}
