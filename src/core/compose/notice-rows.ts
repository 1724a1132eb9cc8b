// A due mail → the plain data its template is filled with: the sentence behind it, days in words, where to write.
// Nothing but what people said themselves, what is on the page, and dates; foreign words are made fit to be printed.

import type { DueMail } from '../model/due-mail.ts'
import type { CatalogueEntry } from '../model/entry.ts'
import type { ListId } from '../model/ids.ts'
import type { MailingList } from '../model/list.ts'
import { type Person, personKey } from '../model/person.ts'
import type { StandingPolicy } from '../model/policy.ts'
import type { Claim, Observation, Standing } from '../model/standing.ts'
import { DAY, type Instant, WEEK } from '../model/time.ts'
import { mailLink, pageLink } from './archive-link.ts'
import { personLabel } from './book-entry.ts'
import { cleanLine, quoteSentence } from './clean-text.ts'
import { dayInWords } from './digest-week.ts'

/** One due mail with what has to be known to put it in words. */
export interface NoticeInput {
  readonly due: DueMail
  readonly entry: CatalogueEntry
  readonly standing: Standing
  readonly policy: StandingPolicy
  /** The watched list the entry belongs to. */
  readonly home: ListId | null
  /** Who wrote the mail that is the evidence; null when the evidence is no mail. */
  readonly author: Person | null
  /** What that mail says about the entry where the evidence is its subject alone; null when that is not known. */
  readonly words: string | null
}

/** What was said, by whom and where. */
export interface Said {
  /** `mail`: in a mail; `page`: the catalogue's page names somebody; `command`: by a command. */
  readonly how: 'mail' | 'page' | 'command'
  /** Whether the recipient wrote it, or whom the mail is about. */
  readonly byYou: boolean
  readonly byThem: boolean
  readonly who: string
  readonly day: string
  /** Short name of the list, null when it was on none. */
  readonly list: string | null
  /** In quotation marks; null when there are no words. */
  readonly sentence: string | null
  readonly link: string | null
}

/** What every kind's template is given, beside what its kind adds. */
export interface NoticeRow {
  readonly kind: DueMail['kind']
  readonly title: string
  readonly page: string | null
  /** Whom it is about, with address; and the bare name, or the address where there is none. */
  readonly about: string
  readonly name: string
  readonly named: boolean
  readonly said: Said
  /** Posting address of the list where the talk belongs. */
  readonly listAddress: string
  readonly [more: string]: unknown
}

const TITLE = 100

/** Rows in the order of `inputs`; hints about one entry become one row. */
export function noticeRows(
  inputs: readonly NoticeInput[],
  lists: readonly MailingList[],
  zone: string,
  now: Instant,
): NoticeRow[] {
  const rows: NoticeRow[] = []
  const hints = new Map<string, Observation[]>()
  for (const input of inputs) {
    const { due } = input
    const known = due.kind === 'hint' ? hints.get(due.entry) : undefined
    if (known) {
      if (due.observation) known.push(due.observation)
      continue
    }
    const observations = due.observation ? [due.observation] : []
    if (due.kind === 'hint') hints.set(due.entry, observations)
    rows.push({ ...commonRow(input, lists, zone), ...ownPart(input, observations, lists, zone, now) })
  }
  return rows
}

function commonRow(input: NoticeInput, lists: readonly MailingList[], zone: string): NoticeRow {
  const { due, entry, home } = input
  const seenOn = due.evidence.lists.find((id) => lists.some((list) => list.id === id)) ?? home
  const where = lists.find((list) => list.id === seenOn) ?? lists[0]
  const name = cleanLine(due.about.name, 60).replace(/[<>"]/g, '')
  return {
    kind: due.kind,
    title: cleanLine(entry.title, TITLE).replace(/["\u201c\u201d]/gu, "'"),
    page: pageLink(entry),
    about: personLabel(due.about),
    name: name || cleanLine(due.about.address, 120),
    named: name !== '',
    said: saidOf(input, lists, zone),
    listAddress: where?.addresses[0] ?? '',
  }
}

function saidOf(
  { due, home, author, words }: NoticeInput,
  lists: readonly MailingList[],
  zone: string,
): Said {
  const { evidence } = due
  const sentence = words ?? evidence.text
  const how = evidence.kind === 'mail' ? 'mail' : evidence.kind === 'catalogue' ? 'page' : 'command'
  const list = evidence.lists.find((id) => lists.some((known) => known.id === id)) ?? null
  return {
    how,
    byYou: author !== null && personKey(author) === personKey(due.to),
    byThem: author !== null && personKey(author) === personKey(due.about),
    who: author ? personLabel(author) : 'somebody',
    day: dayInWords(evidence.at, zone),
    list,
    sentence: how === 'mail' && sentence.trim() !== '' ? quoteSentence(sentence, 300) : null,
    link: how === 'mail' ? mailLink(evidence.source, evidence.lists, lists, home) : null,
  }
}

/** What the kind adds. */
function ownPart(
  input: NoticeInput,
  observations: readonly Observation[],
  lists: readonly MailingList[],
  zone: string,
  now: Instant,
): Record<string, unknown> {
  const { due, standing, policy } = input
  const claim = claimOf(standing, due.about)
  switch (due.kind) {
    case 'reminder':
      return { ...silence(claim, due, zone, now), ...endOfPatience(claim, due, policy, zone) }
    case 'stalled':
      return {
        ...silence(claim, due, zone, now),
        forgotten: standing.history.findLast((event) => event.to === 'stalled')?.code === 'review-forgotten',
        openAgain: dayInWords(due.at + policy.stalledWeeks * WEEK, zone),
        ...careOf(input),
      }
    case 'waiting-for-answer': {
      const waiting = standing.waiting.find((mail) => mail.message === due.evidence.source)
      return {
        days: counted(Math.floor((now - due.since) / DAY), 'day'),
        newcomer: waiting?.newcomer ?? false,
        ...careOf(input),
      }
    }
    case 'second-claim':
      return { youAreFirst: comesBefore(claimOf(standing, due.to), claim), ...careOf(input) }
    case 'hint':
      return { observations, ...hintPart(input, lists, zone) }
  }
}

function claimOf(standing: Standing, who: Person): Claim | null {
  return standing.claims.find((claim) => personKey(claim.who) === personKey(who)) ?? null
}

function silence(claim: Claim | null, due: DueMail, zone: string, now: Instant): Record<string, unknown> {
  const last = claim?.lastActivity ?? due.since
  return {
    lastHeard: dayInWords(last, zone),
    heardSince: last > due.evidence.at + DAY,
    weeks: counted(Math.floor((now - last) / WEEK), 'week'),
  }
}

/** `6 weeks`; at least one, for nobody says that he waits for nothing. */
function counted(count: number, noun: string): string {
  return count > 1 ? `${count} ${noun}s` : `1 ${noun}`
}

function endOfPatience(
  claim: Claim | null,
  due: DueMail,
  policy: StandingPolicy,
  zone: string,
): Record<string, unknown> {
  const end = claim?.stalledAt ?? due.at + policy.graceWeeks * WEEK
  return { end: dayInWords(end, zone), releases: policy.autoRelease }
}

/** Whether the recipient is named by the page, or written to because nobody is; and who looks after the entry. */
function careOf({ due, entry }: NoticeInput): Record<string, unknown> {
  const contacts = entry.contacts.filter((contact) => contact.role !== 'student')
  return {
    asMentor: contacts.some((contact) => contact.email === due.to.address),
    mentors: contacts.map((contact) => personLabel({ name: contact.name, address: contact.email ?? '' })),
  }
}

function comesBefore(one: Claim | null, other: Claim | null): boolean {
  if (!one || !other) return false
  const [place, otherPlace] = [one.position ?? 0, other.position ?? 0]
  return place < otherPlace || (place === otherPlace && one.since <= other.since)
}

function hintPart(input: NoticeInput, lists: readonly MailingList[], zone: string): Record<string, unknown> {
  const home = lists.find((list) => list.id === input.home)
  const { verified } = input.standing
  return {
    ...careOf(input),
    home: home?.id ?? '',
    homeAddress: home?.addresses[0] ?? '',
    verified: verified === null ? null : dayInWords(verified, zone),
  }
}
