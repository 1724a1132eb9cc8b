// What the table promises as a whole, beyond its single rows.
import { describe, expect, test } from 'vitest'
import { SPEECH } from '../../../src/core/standing/speech.ts'
import {
  ENDED,
  HOLDING,
  type KeptState,
  LIVING,
  type Move,
  TRANSITIONS,
} from '../../../src/core/standing/transitions.ts'

const MOVES = Object.keys(TRANSITIONS) as Move[]
const STATES: KeptState[] = [
  'none',
  'interested',
  'active',
  'in-review',
  'stalled',
  'done',
  'released',
  'declined',
  'superseded',
  'faded',
]
const goes = (move: Move, from: KeptState) => TRANSITIONS[move][from]?.to ?? from

describe('the transition table', () => {
  test('knows every state as living, ended or none, never two of them', () => {
    for (const state of STATES)
      expect([LIVING.has(state), ENDED.has(state), state === 'none'].filter(Boolean)).toHaveLength(1)
  })
  test('leads out of done only by new work: the fold allows it when the entry is open again', () => {
    const out = MOVES.filter((move) => goes(move, 'done') !== 'done')
    expect(out.sort()).toEqual(['assign', 'claim', 'interest', 'patch', 'progress'])
  })
  test("makes a holder of nobody by silence or by another's word without authority", () => {
    for (const move of [
      'write',
      'stall',
      'forget-review',
      'auto-release',
      'fade',
      'end-round',
      'release',
      'unassign',
      'decline',
      'supersede',
      'drop-from-page',
    ] as const) {
      for (const state of STATES)
        if (!HOLDING.has(state) && state !== 'stalled')
          expect(HOLDING.has(goes(move, state) as KeptState)).toBe(false)
    }
  })
  test('only goes down by interest when somebody stood outside', () => {
    for (const state of ['active', 'in-review'] as const) expect(goes('interest', state)).toBe(state)
  })
  test('names every change of state', () => {
    for (const move of MOVES) {
      for (const [from, row] of Object.entries(TRANSITIONS[move]))
        if (row.to !== from) expect(row.code, `${move} from ${from}`).not.toBeNull()
    }
  })
  test('is reached by every kind of speech through a move it knows', () => {
    for (const rule of Object.values(SPEECH)) {
      for (const move of [rule.self, rule.authority]) if (move) expect(MOVES).toContain(move)
    }
  })
})
