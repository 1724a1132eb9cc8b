// The life of a claim as a table: what each move makes of each state, and what the history calls it.
// A state missing from a row is left as it is. Nothing else in the stage decides about states.
import type { ClaimState, HistoryCode } from '../model/standing.ts'

/** `waiting` is not kept but derived from the line (line.ts). */
export type KeptState = Exclude<ClaimState, 'waiting'> | 'none'

export type Move =
  | 'interest'
  | 'claim'
  | 'name-on-page'
  | 'assign'
  | 'progress'
  | 'patch'
  | 'write'
  | 'release'
  | 'unassign'
  | 'drop-from-page'
  | 'decline'
  | 'complete'
  | 'merge'
  | 'supersede'
  | 'stall'
  | 'forget-review'
  | 'auto-release'
  | 'fade'
  | 'end-round'

export interface Transition {
  /** `resume` is the state before the silence. */
  readonly to: KeptState | 'resume'
  /** Null: a sign of life that changes nothing and makes no event. */
  readonly code: HistoryCode | null
}

const t = (to: Transition['to'], code: HistoryCode | null): Transition => ({ to, code })

/** States of somebody who is not on the entry at the moment, and may come (back) by saying so. */
const outside = <T>(row: T): Record<'none' | 'released' | 'declined' | 'superseded' | 'faded', T> => ({
  none: row,
  released: row,
  declined: row,
  superseded: row,
  faded: row,
})

export const TRANSITIONS: Readonly<Record<Move, Partial<Readonly<Record<KeptState, Transition>>>>> = {
  interest: {
    ...outside(t('interested', 'interested')),
    done: t('interested', 'interested'),
    interested: t('interested', null),
    active: t('active', null),
    'in-review': t('in-review', null),
    stalled: t('resume', 'renewed'),
  },
  claim: {
    ...outside(t('active', 'claimed')),
    done: t('active', 'claimed'),
    interested: t('active', 'claimed'),
    active: t('active', null),
    'in-review': t('in-review', null),
    stalled: t('resume', 'renewed'),
  },
  'name-on-page': {
    ...outside(t('active', 'named-on-page')),
    interested: t('active', 'named-on-page'),
    active: t('active', null),
    'in-review': t('in-review', null),
  },
  assign: {
    ...outside(t('active', 'assigned')),
    done: t('active', 'assigned'),
    interested: t('active', 'assigned'),
    active: t('active', 'assigned'),
    'in-review': t('in-review', 'assigned'),
    stalled: t('resume', 'assigned'),
  },
  progress: {
    ...outside(t('active', 'progress')),
    done: t('active', 'progress'),
    interested: t('active', 'progress'),
    active: t('active', 'progress'),
    'in-review': t('in-review', 'progress'),
    stalled: t('resume', 'renewed'),
  },
  patch: {
    ...outside(t('in-review', 'patches-posted')),
    done: t('in-review', 'patches-posted'),
    interested: t('in-review', 'patches-posted'),
    active: t('in-review', 'patches-posted'),
    'in-review': t('in-review', 'patches-posted'),
    stalled: t('in-review', 'patches-posted'),
  },
  write: {
    interested: t('interested', null),
    active: t('active', null),
    'in-review': t('in-review', null),
    stalled: t('resume', 'renewed'),
  },
  release: {
    interested: t('released', 'released'),
    active: t('released', 'released'),
    'in-review': t('released', 'released'),
    stalled: t('released', 'released'),
  },
  unassign: {
    interested: t('released', 'unassigned'),
    active: t('released', 'unassigned'),
    'in-review': t('released', 'unassigned'),
    stalled: t('released', 'unassigned'),
  },
  'drop-from-page': {
    active: t('released', 'dropped-from-page'),
    stalled: t('released', 'dropped-from-page'),
  },
  // Patches on the list are work, whatever is advised: who is in review stays, and the refusal is flagged against it.
  decline: {
    interested: t('declined', 'declined'),
    active: t('declined', 'declined'),
    stalled: t('declined', 'declined'),
  },
  complete: {
    ...outside(t('done', 'completed')),
    interested: t('done', 'completed'),
    active: t('done', 'completed'),
    'in-review': t('done', 'completed'),
    stalled: t('done', 'completed'),
  },
  merge: {
    ...outside(t('done', 'merged')),
    interested: t('done', 'merged'),
    active: t('done', 'merged'),
    'in-review': t('done', 'merged'),
    stalled: t('done', 'merged'),
  },
  supersede: {
    active: t('superseded', 'superseded'),
    'in-review': t('superseded', 'superseded'),
    stalled: t('superseded', 'superseded'),
  },
  stall: {
    active: t('stalled', 'stalled'),
    'in-review': t('stalled', 'stalled'),
  },
  'forget-review': {
    active: t('stalled', 'review-forgotten'),
    'in-review': t('stalled', 'review-forgotten'),
  },
  'auto-release': {
    active: t('released', 'auto-released'),
    'in-review': t('released', 'auto-released'),
  },
  fade: {
    interested: t('faded', 'faded'),
    // Only somebody who waits in line: a holder stalls first.
    active: t('faded', 'faded'),
    stalled: t('faded', 'faded'),
  },
  'end-round': {
    interested: t('released', 'round-ended'),
    active: t('released', 'round-ended'),
    stalled: t('released', 'round-ended'),
  },
}

/** States in which somebody has the entry, whoever else does. */
export const HOLDING: ReadonlySet<KeptState> = new Set(['active', 'in-review'])
/** States in which a claim still means something. */
export const LIVING: ReadonlySet<KeptState> = new Set(['interested', 'active', 'in-review', 'stalled'])
/** States that end a person's time with the entry. */
export const ENDED: ReadonlySet<KeptState> = new Set(['done', 'released', 'declined', 'superseded', 'faded'])
