// The state the fold carries from fact to fact, and the one way to move a claim: by the transition table.
// Everything in it dies with the fold; the standing is a frozen copy.
import type { EntryState } from '../model/entry.ts'
import type { CatalogueFact, MailFact } from '../model/fact.ts'
import type { MessageId, ThreadId } from '../model/ids.ts'
import { type Person, personKey } from '../model/person.ts'
import type { StandingPolicy } from '../model/policy.ts'
import type { Evidence, Hearsay, HistoryCode, HistoryEvent, Observation } from '../model/standing.ts'
import type { Instant } from '../model/time.ts'
import type { Dismissals } from './dismissals.ts'
import type { Names } from './names.ts'
import type { Roles } from './roles.ts'
import { ENDED, HOLDING, type KeptState, LIVING, type Move, TRANSITIONS } from './transitions.ts'

/** One person's claim while the fold runs. */
export interface Held {
  key: string
  who: Person
  state: KeptState
  /** State before the silence, to go back to. */
  before: KeptState
  since: Instant
  /** Since when it stands in line; a claim that stalled goes to the end. */
  lineAt: Instant
  assigned: boolean
  waiting: boolean
  lastActivity: Instant
  ball: 'claimant' | 'maintainers'
  ballSince: Instant
  reminded: boolean
  stateSince: Instant
  snoozedUntil: Instant | null
  evidence: Evidence
  first: Evidence
  observations: readonly Observation[]
  readonly series: Map<string, PostedSeries>
  /** True when a patch was tied to the entry without doubt. */
  sure: boolean
  /** End of the programme round the claim was made under. */
  roundEnd: Instant | null
  onlyOnPage: boolean
}

/** What was posted of one series: its highest version, and when. */
export interface PostedSeries {
  readonly version: number
  readonly at: Instant
  /** A single patch, not one of several. */
  readonly isLone: boolean
  /** Some version of it named the entry. */
  readonly isNamed: boolean
}

export interface OpenTenure {
  who: Person
  from: Instant
  to: Instant | null
  ended: HistoryCode | null
  lastActivity: Instant
  evidence: Evidence
}

/** What one writer is owed, and where. */
export interface Writer {
  readonly who: Person
  owed: MailFact | null
  readonly owedThreads: Set<ThreadId>
  answered: boolean
}

export interface ThreadLife {
  last: Instant
  tagged: boolean
  /** Topic of its first mail with patches, by which the versions of one series know each other; null without patches. */
  series: string | null
  /** Whose patches for the entry it holds, by person; null when its patches are about something else. */
  workOf: string | null
}

export interface Fold {
  readonly policy: StandingPolicy
  /** As of the newest record the fold has come to. */
  roles: Roles
  readonly names: Names
  readonly claims: Map<string, Held>
  /** True when a claim has moved since the seats were given. */
  unseated: boolean
  readonly history: HistoryEvent[]
  readonly tenures: OpenTenure[]
  readonly openTenures: Map<string, OpenTenure>
  readonly writers: Map<string, Writer>
  readonly threads: Map<ThreadId, ThreadLife>
  readonly mails: Map<MessageId, MailFact>
  readonly hearsay: Map<string, Hearsay>
  /** Positions that are in, by series and version. */
  readonly merged: Map<string, Set<number>>
  readonly dismissed: Dismissals
  done: {
    at: Instant
    key: string
    evidence: Evidence
    rivals: readonly Evidence[]
    /** By a single patch: its author may show that there is more to do. */
    isLone: boolean
  } | null
  release: string | null
  retired: { evidence: Evidence; by: 'page' | 'command' } | null
  unavailable: Evidence | null
  /** Newest page the fold has come to. */
  page: CatalogueFact | null
  pageState: EntryState | null
  verified: Instant | null
}

export interface MoveDetail {
  readonly at: Instant
  readonly evidence: Evidence
  readonly relinkedBy?: string | null
  /** Events that would repeat one of the same kind are left out. */
  readonly quiet?: boolean
  /** False for what happens to a claim without its owner's doing. */
  readonly ownSign?: boolean
}

/** Moves the person's claim by the table; returns it when the table had a row for its state, else null. */
export function moveClaim(fold: Fold, who: Person, move: Move, detail: MoveDetail): Held | null {
  const key = personKey(who)
  if (key === 'name:') return null
  const known = fold.claims.get(key)
  const from = known?.state ?? 'none'
  // Who finished it goes on only when it is open again, or by patches that open it.
  if (from === 'done' && fold.done && move !== 'patch') return null
  const transition = TRANSITIONS[move][from]
  if (!transition) return null
  const held = known ?? newClaim(fold, key, who, detail)
  const to = transition.to === 'resume' ? held.before : transition.to
  if (who.name !== '') held.who = who
  if (transition.code && !(detail.quiet && from === to)) {
    addEvent(fold, detail, transition.code, held.who, from === 'none' ? null : shownState(from, held), to)
  }
  if (detail.ownSign !== false) {
    held.lastActivity = Math.max(held.lastActivity, detail.at)
    giveBall(held, held.ball, detail.at)
  }
  if (from !== to) enter(fold, held, from, to, transition.code, detail)
  return held
}

/** The ball goes to `ball` at `at`, and the clock starts anew. */
export function giveBall(held: Held, ball: Held['ball'], at: Instant): void {
  held.ball = ball
  held.ballSince = Math.max(held.ballSince, at)
  held.reminded = false
}

/** Adds a dated change to the history. */
export function addEvent(
  fold: Fold,
  detail: { at: Instant; evidence: Evidence | null; relinkedBy?: string | null },
  code: HistoryCode,
  who: Person | null,
  from: string | null,
  to: string | null,
): void {
  fold.history.push({
    at: detail.at,
    code,
    who,
    from,
    to,
    evidence: detail.evidence,
    relinkedBy: detail.relinkedBy ?? null,
  })
}

/** The state as people see it: second in line is `waiting`. */
export function shownState(state: KeptState, held: Held): string {
  return state === 'active' && held.waiting ? 'waiting' : state
}

function newClaim(fold: Fold, key: string, who: Person, detail: MoveDetail): Held {
  const held: Held = {
    key,
    who,
    state: 'none',
    before: 'active',
    since: detail.at,
    lineAt: detail.at,
    assigned: false,
    waiting: false,
    lastActivity: detail.at,
    ball: 'claimant',
    ballSince: detail.at,
    reminded: false,
    stateSince: detail.at,
    snoozedUntil: null,
    evidence: detail.evidence,
    first: detail.evidence,
    observations: [],
    series: new Map(),
    sure: false,
    roundEnd: null,
    onlyOnPage: false,
  }
  fold.claims.set(key, held)
  return held
}

function enter(
  fold: Fold,
  held: Held,
  from: KeptState,
  to: KeptState,
  code: HistoryCode | null,
  detail: MoveDetail,
): void {
  if (HOLDING.has(from)) held.before = from
  if (!LIVING.has(from)) {
    held.since = detail.at
    held.first = detail.evidence
    held.series.clear()
    held.sure = false
    held.assigned = false
    held.snoozedUntil = null
  }
  if (HOLDING.has(to) && !HOLDING.has(from)) {
    if (from !== 'stalled') held.since = detail.at
    held.lineAt = detail.at
  }
  if (detail.ownSign !== false || ENDED.has(to)) held.evidence = detail.evidence
  held.state = to
  fold.unseated = true
  held.stateSince = detail.at
  held.waiting = false
  if (ENDED.has(to)) closeTenure(fold, held, code, detail)
}

function closeTenure(fold: Fold, held: Held, code: HistoryCode | null, detail: MoveDetail): void {
  const tenure = fold.openTenures.get(held.key)
  if (!tenure) return
  tenure.to = detail.at
  tenure.ended = code
  tenure.lastActivity = held.lastActivity
  fold.openTenures.delete(held.key)
}

/** Opens the person's tenure unless one runs. */
export function openTenure(fold: Fold, held: Held): void {
  if (fold.openTenures.has(held.key)) return
  const tenure: OpenTenure = {
    who: held.who,
    from: held.lineAt,
    to: null,
    ended: null,
    lastActivity: held.lastActivity,
    evidence: held.evidence,
  }
  fold.tenures.push(tenure)
  fold.openTenures.set(held.key, tenure)
}
