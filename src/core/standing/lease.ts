// The fair clock: what silence does to a claim, and when. It runs only while the claimant has the ball and no snooze holds it;
// while the maintainers owe an answer it stands, until nobody at all moved for as long as a stalled claim lives.
import type { StandingPolicy } from '../model/policy.ts'
import { type Instant, WEEK } from '../model/time.ts'
import { addEvent, type Fold, type Held, moveClaim } from './fold.ts'
import type { Move } from './transitions.ts'

/** The next thing silence will do to the claim; `remind` changes no state. */
export interface Timer {
  readonly at: Instant
  readonly move: Move | 'remind'
}

/** When the claimant's silence began to count; null while the clock stands. */
export function silentSince(held: Held): Instant | null {
  if ((held.state !== 'active' && held.state !== 'in-review') || held.waiting) return null
  if (held.ball === 'maintainers') return null
  return Math.max(held.ballSince, held.snoozedUntil ?? held.ballSince)
}

/** The claim's next timer, null when time changes nothing. */
export function nextTimer(held: Held, policy: StandingPolicy): Timer | null {
  const silence = silenceTimer(held, policy)
  if (held.roundEnd === null) return silence
  const end = held.roundEnd + policy.graceWeeks * WEEK
  const endable = held.state === 'interested' || held.state === 'active' || held.state === 'stalled'
  return endable && (!silence || end <= silence.at) ? { at: end, move: 'end-round' } : silence
}

function silenceTimer(held: Held, policy: StandingPolicy): Timer | null {
  switch (held.state) {
    case 'interested':
      return { at: held.lastActivity + policy.interestWeeks * WEEK, move: 'fade' }
    case 'stalled':
      return { at: held.stateSince + policy.stalledWeeks * WEEK, move: 'fade' }
    case 'active':
    case 'in-review': {
      if (held.waiting) {
        const last = Math.max(held.lastActivity, held.ballSince, held.snoozedUntil ?? held.ballSince)
        return { at: last + policy.interestWeeks * WEEK, move: 'fade' }
      }
      const since = silentSince(held)
      if (since === null) return { at: held.ballSince + policy.stalledWeeks * WEEK, move: 'forget-review' }
      const reminder = since + policy.reminderWeeks * WEEK
      if (!held.reminded) return { at: reminder, move: 'remind' }
      return {
        at: reminder + policy.graceWeeks * WEEK,
        move: policy.autoRelease ? 'auto-release' : 'stall',
      }
    }
    default:
      return null
  }
}

/** The claim whose timer comes first, by time, then by person. */
export function firstTimer(fold: Fold): { held: Held; timer: Timer } | null {
  let first: { held: Held; timer: Timer } | null = null
  for (const held of fold.claims.values()) {
    const timer = nextTimer(held, fold.policy)
    if (!timer) continue
    if (!first || timer.at < first.timer.at || (timer.at === first.timer.at && held.key < first.held.key)) {
      first = { held, timer }
    }
  }
  return first
}

/** Does what the timer says. Every timer changes what the claim's next one is, so that time always gets on. */
export function fireTimer(fold: Fold, held: Held, timer: Timer): void {
  const detail = { at: timer.at, evidence: held.evidence, ownSign: false }
  if (timer.move === 'remind') {
    held.reminded = true
    addEvent(fold, detail, 'reminder-due', held.who, held.state, held.state)
  } else if (timer.move === 'end-round' && held.lastActivity > held.roundEnd!) {
    // Work went on after the round: the claim is no longer the programme's.
    held.roundEnd = null
  } else {
    moveClaim(fold, held.who, timer.move, detail)
  }
}
