// Facts about one entry, a policy and an instant → where the entry stands, who has it, since when and how we know.
// A pure fold in order of event time: the same facts give the same standing whatever order they came in. Refuses nothing.

import type { StandingFact } from '../model/fact.ts'
import type { EntryId } from '../model/ids.ts'
import { personKey } from '../model/person.ts'
import type { StandingPolicy } from '../model/policy.ts'
import type { EntryStatus, Evidence, Standing, Tenure } from '../model/standing.ts'
import { type Instant, WEEK } from '../model/time.ts'
import { hearCommit, hearTag } from './completion.ts'
import { findContradictions } from './contradictions.ts'
import { livingTaggedThread, waitingForAnswer } from './conversation.ts'
import { findDismissed } from './dismissals.ts'
import { addEvent, type Fold, type OpenTenure } from './fold.ts'
import { hearCommand } from './hear-command.ts'
import { hearMail } from './hear-mail.ts'
import { hearNaming, hearPage } from './hear-page.ts'
import { fireTimer, firstTimer } from './lease.ts'
import { seatClaims } from './line.ts'
import { rememberNames } from './names.ts'
import { isUnverified } from './observe.ts'
import { orderFacts } from './order-facts.ts'
import { type Roles, rolesOver } from './roles.ts'
import { showClaims } from './show-claims.ts'
import { type Step, stepsOf } from './steps.ts'

/** The entry's standing at `at`, from the facts up to then. Never throws; facts without a finite time are left out. */
export function computeStanding(
  entry: EntryId,
  facts: readonly StandingFact[],
  policy: StandingPolicy,
  at: Instant,
): Standing {
  const ordered = orderFacts(facts, at)
  const roles = rolesOver(ordered.pages, policy)
  const fold = newFold(policy, roles(Number.NEGATIVE_INFINITY), findDismissed(ordered.facts, roles))
  fold.page = ordered.pages[0] ?? null
  const clock = { status: 'open' as EntryStatus, since: null as Instant | null }
  const settle = (now: Instant, evidence: Evidence | null): void => {
    if (fold.unseated) seatClaims(fold, now, evidence)
    const status = statusOf(fold)
    if (status !== clock.status) Object.assign(clock, { status, since: now })
  }
  for (const step of stepsOf(ordered.facts, ordered.pages, at)) {
    passTime(fold, step.at, false, settle)
    settle(step.at, takeStep(fold, step, roles))
  }
  passTime(fold, at, true, settle)
  const page = fold.page
  const verified =
    fold.verified ?? (page && page.verified !== null && page.verified <= at ? page.verified : null)
  const tagged = livingTaggedThread(fold, at)
  return {
    entry,
    at,
    status: clock.status,
    statusSince: clock.since,
    state: fold.pageState,
    gsoc: page?.gsoc ?? 'unknown',
    claims: showClaims(fold),
    history: fold.history,
    chain: chainOf(fold),
    lastTried: lastTriedOf(fold),
    waiting: fold.retired || fold.done ? [] : waitingForAnswer(fold, at),
    hearsay: [...fold.hearsay.values()].filter(({ evidence }) =>
      isYounger(evidence, at, policy.interestWeeks),
    ),
    contradictions: findContradictions(fold, clock.status),
    unavailable:
      fold.unavailable && isYounger(fold.unavailable, at, policy.stalledWeeks) ? fold.unavailable : null,
    taggedThread: tagged,
    verified,
    unverified: isUnverified(verified, at, policy),
    release: fold.release,
  }
}

function newFold(policy: StandingPolicy, roles: Fold['roles'], dismissed: Fold['dismissed']): Fold {
  return {
    policy,
    roles,
    dismissed,
    names: rememberNames(),
    claims: new Map(),
    unseated: false,
    history: [],
    tenures: [],
    openTenures: new Map(),
    writers: new Map(),
    threads: new Map(),
    mails: new Map(),
    hearsay: new Map(),
    merged: new Map(),
    done: null,
    release: null,
    retired: null,
    unavailable: null,
    page: null,
    pageState: null,
    verified: null,
  }
}

/** Lets silence do its work up to `until`: what falls due at that very instant comes after what happens then. */
function passTime(
  fold: Fold,
  until: Instant,
  inclusive: boolean,
  settle: (now: Instant, evidence: Evidence | null) => void,
): void {
  for (;;) {
    const next = firstTimer(fold)
    if (!next || !(inclusive ? next.timer.at <= until : next.timer.at < until)) return
    const now = Math.max(next.timer.at, fold.history.at(-1)?.at ?? next.timer.at)
    fireTimer(fold, next.held, { ...next.timer, at: now })
    settle(now, next.held.evidence)
  }
}

function takeStep(fold: Fold, step: Step, roles: (at: Instant) => Roles): Evidence | null {
  if (step.kind === 'tag') hearTag(fold, step.commit, step.tag, step.at)
  else if (step.kind !== 'fact') hearNaming(fold, step)
  else {
    const { fact } = step
    if (fact.kind === 'mail') hearMail(fold, fact)
    else if (fact.kind === 'command') hearCommand(fold, fact)
    else if (fact.kind === 'catalogue') {
      hearPage(fold, fact)
      fold.roles = roles(fact.at)
    } else if (fact.kind === 'commit') hearCommit(fold, fact)
    else {
      const { text, id: source, lists } = fact
      const kind = ({ command: 'relink', mail: 'mail', page: 'catalogue' } as const)[fact.cause]
      const evidence: Evidence = { text, source, kind, at: fact.at, lists }
      addEvent(fold, { at: fact.at, evidence }, 'relinked-by', fact.by, null, fact.verb)
    }
  }
  return fold.history.at(-1)?.evidence ?? null
}

/** Words fade as claims do. */
function isYounger(evidence: Evidence, at: Instant, weeks: number): boolean {
  return at - evidence.at <= weeks * WEEK
}

/** DESIGN §7: the first that holds. */
function statusOf(fold: Fold): EntryStatus {
  if (fold.retired) return 'retired'
  if (fold.done) return 'done'
  let best: EntryStatus = 'open'
  for (const { state } of fold.claims.values()) {
    if (state === 'in-review') return state
    if (state === 'active') best = 'claimed'
    else if (state === 'stalled' && best !== 'claimed') best = 'stalled'
    else if (state === 'interested' && best === 'open') best = 'interest'
  }
  return best
}

function chainOf(fold: Fold): Tenure[] {
  return fold.tenures.map((tenure) => {
    const running = tenure.to === null ? fold.claims.get(personKey(tenure.who)) : undefined
    return { ...tenure, lastActivity: running?.lastActivity ?? tenure.lastActivity }
  })
}

function lastTriedOf(fold: Fold): Standing['lastTried'] {
  let last: OpenTenure | null = null
  for (const tenure of fold.tenures) {
    if (tenure.to === null || tenure.ended === 'merged' || tenure.ended === 'completed') continue
    if (!last || tenure.to >= (last.to ?? tenure.to)) last = tenure
  }
  return last && { who: last.who, at: last.lastActivity, evidence: last.evidence }
}
