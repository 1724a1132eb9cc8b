// The fold's claims → the standing's: living ones first (holders, who waits, stalled, interest), ended ones after, each by time.
import type { Claim, ClaimState } from '../model/standing.ts'
import { WEEK } from '../model/time.ts'
import type { Fold, Held } from './fold.ts'
import { silentSince } from './lease.ts'
import { lineOf } from './line.ts'

const GROUP: Readonly<Record<ClaimState, number>> = {
  'in-review': 0,
  active: 0,
  waiting: 1,
  stalled: 2,
  interested: 3,
  done: 4,
  superseded: 5,
  released: 5,
  declined: 5,
  faded: 5,
}

/** Every claim there ever was, in the order people want to read them. */
export function showClaims(fold: Fold): Claim[] {
  const waiting = lineOf(fold).filter((held) => held.waiting)
  const shown = [...fold.claims.values()].flatMap((held) =>
    held.state === 'none' ? [] : [{ held, claim: showClaim(fold, held, held.state, waiting.indexOf(held)) }],
  )
  return shown
    .sort(
      (a, b) =>
        GROUP[a.claim.state] - GROUP[b.claim.state] ||
        (a.claim.position ?? 0) - (b.claim.position ?? 0) ||
        a.claim.since - b.claim.since ||
        (a.held.key < b.held.key ? -1 : 1),
    )
    .map(({ claim }) => claim)
}

function showClaim(fold: Fold, held: Held, state: Exclude<Held['state'], 'none'>, place: number): Claim {
  const since = silentSince(held)
  const reminderAt = since === null ? null : since + fold.policy.reminderWeeks * WEEK
  const versions = [...held.series.values()].map((posted) => posted.version)
  return {
    who: held.who,
    state: place >= 0 ? 'waiting' : state,
    since: held.since,
    lastActivity: held.lastActivity,
    ball: held.ball,
    ballSince: held.ballSince,
    reminderAt,
    stalledAt: reminderAt === null ? null : reminderAt + fold.policy.graceWeeks * WEEK,
    position: place >= 0 ? place + 1 : null,
    evidence: held.evidence,
    first: held.first,
    observations: held.observations,
    snoozedUntil: held.snoozedUntil,
    version: versions.length > 0 ? Math.max(...versions) : null,
  }
}
