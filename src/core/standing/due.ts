// Standing → what should be said to whom: reminders, mails nobody answered, claims gone silent, second claims, hints.
// Keys come from what caused the mail, so the same due thing has the same key whenever it is computed. Sends nothing.

import type { DueMail } from '../model/due-mail.ts'
import type { StandingFact } from '../model/fact.ts'
import type { EntryId } from '../model/ids.ts'
import { type Person, personKey } from '../model/person.ts'
import type { StandingPolicy } from '../model/policy.ts'
import type { Claim, Standing } from '../model/standing.ts'
import { type Instant, WEEK } from '../model/time.ts'
import { computeStanding } from './compute-standing.ts'
import { orderFacts } from './order-facts.ts'
import { type Roles, rolesOver } from './roles.ts'

/** Everything due at `at`, in a fixed order. Only people with an address get mail; a finished entry makes none. */
export function dueMails(
  entry: EntryId,
  facts: readonly StandingFact[],
  policy: StandingPolicy,
  at: Instant,
): DueMail[] {
  const standing = computeStanding(entry, facts, policy, at)
  if (standing.status === 'done' || standing.status === 'retired') return []
  const due: DueMail[] = []
  const care = caretakers(rolesOver(orderFacts(facts, at).pages, policy)(at), policy)
  for (const claim of standing.claims) {
    due.push(
      ...remindersFor(standing, claim, at),
      ...stalledFor(standing, claim, care),
      ...hintsFor(standing, claim),
    )
  }
  return [...due, ...unanswered(standing, care, policy), ...conflicts(standing, policy)].filter(
    (mail) => mail.to.address !== '',
  )
}

/** Who looks after the entry: its mentors with an address, else the maintainers. */
function caretakers(roles: Roles, policy: StandingPolicy): Person[] {
  const mentors = roles.mentors.flatMap((mentor): Person[] =>
    mentor.email ? [{ name: mentor.name, address: mentor.email }] : [],
  )
  return mentors.length > 0 ? mentors : policy.maintainers.map((address) => ({ name: '', address }))
}

function remindersFor(standing: Standing, claim: Claim, at: Instant): DueMail[] {
  if (claim.reminderAt === null || claim.reminderAt > at) return []
  return [
    {
      ...mail(standing, 'reminder', claim.who, claim.who, claim.reminderAt, claim, claim.ballSince),
      since: claim.ballSince,
    },
  ]
}

function stalledFor(standing: Standing, claim: Claim, care: readonly Person[]): DueMail[] {
  if (claim.state !== 'stalled') return []
  const since = standing.history.findLast(
    (event) => event.to === 'stalled' && event.who !== null && personKey(event.who) === personKey(claim.who),
  )
  if (!since) return []
  return care.map((to) => ({
    ...mail(standing, 'stalled', to, claim.who, since.at, claim, since.at),
    since: Math.min(claim.ballSince, since.at),
  }))
}

function hintsFor(standing: Standing, claim: Claim): DueMail[] {
  if (claim.state !== 'interested' && claim.state !== 'active' && claim.state !== 'waiting') return []
  return claim.observations.map((observation) => ({
    ...mail(standing, 'hint', claim.who, claim.who, claim.since, claim, observation),
    observation,
  }))
}

function unanswered(standing: Standing, care: readonly Person[], policy: StandingPolicy): DueMail[] {
  return standing.waiting.flatMap((waiting) =>
    care.map(
      (to): DueMail => ({
        kind: 'waiting-for-answer',
        entry: standing.entry,
        to,
        about: waiting.who,
        at: waiting.since + policy.waitingWeeks * WEEK,
        since: waiting.since,
        key: ['waiting-for-answer', standing.entry, waiting.message, personKey(to)].join(' '),
        evidence: {
          text: waiting.subject,
          source: waiting.message,
          kind: 'mail',
          at: waiting.since,
          lists: waiting.lists,
        },
      }),
    ),
  )
}

/** Both are told, once for each pair: who holds it, and who came second. */
function conflicts(standing: Standing, policy: StandingPolicy): DueMail[] {
  if (policy.capacity === 0) return []
  const line = standing.claims
    .filter((claim) => claim.state === 'active' || claim.state === 'in-review' || claim.state === 'waiting')
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0) || a.since - b.since)
  const first = line[0]
  if (!first) return []
  return line.slice(policy.capacity).flatMap((second) => {
    // Who was silent and came back has an old claim: the conflict is as old as his place in line. It is the same conflict
    // whoever of the two comes first by now.
    const at = Math.max(first.since, second.since, waitsSince(standing, first), waitsSince(standing, second))
    const pair = [first.first.source, second.first.source].sort().join(' ')
    return [
      mail(standing, 'second-claim', second.who, first.who, at, first, pair),
      mail(standing, 'second-claim', first.who, second.who, at, second, pair),
    ]
  })
}

/** When the claimant last came to wait in line, 0 when he never did. */
function waitsSince(standing: Standing, claim: Claim): Instant {
  const seated = standing.history.findLast(
    (event) =>
      event.code === 'waiting' && event.who !== null && personKey(event.who) === personKey(claim.who),
  )
  return seated?.at ?? 0
}

function mail(
  standing: Standing,
  kind: DueMail['kind'],
  to: Person,
  about: Person,
  at: Instant,
  claim: Claim,
  cause: string | number,
): DueMail {
  return {
    kind,
    entry: standing.entry,
    to,
    about,
    at,
    since: at,
    key: [kind, standing.entry, personKey(about), cause, personKey(to)].join(' '),
    evidence: claim.evidence,
  }
}
