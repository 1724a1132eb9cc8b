// How many rows of each section a digest shows.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitRows } from '../../../src/core/compose/fit-rows.ts'

const row = (lines: number, count: number) => Array.from({ length: count }, () => lines)
const section = (costs: number[], quota = 1, most = 6) => ({ costs, quota, most })

test.each([
  [
    'everything when there is little',
    [section([4, 4], 2, 12), section([2]), section([2]), section([1])],
    [2, 1, 1, 1],
  ],
  [
    'changes first when there is much',
    [section(row(4, 30), 2, 12), section(row(2, 9)), section(row(2, 9)), section(row(1, 9))],
    [4, 2, 2, 1],
  ],
  [
    'no more than so many of a kind, even on an empty page',
    [section([], 2, 12), section([]), section([]), section(row(1, 50))],
    [0, 0, 0, 6],
  ],
  [
    'one of each kind though the page is full',
    [section(row(20, 9), 1), section(row(20, 9)), section(row(20, 9))],
    [1, 1, 1],
  ],
] as const)('shows %s', (_name, sections, expected) => expect(fitRows(sections)).toEqual(expected))

test('whatever the rows, no more than there are, in at most 44 lines', () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 30 }), { minLength: 1, maxLength: 4 }),
      (all) => {
        const shown = fitRows(all.map((costs) => section(costs)))
        const lines = shown.map((count, at) => all[at]!.slice(0, count).reduce((sum, cost) => sum + cost, 0))
        for (const [at, count] of shown.entries()) {
          expect(count).toBeLessThanOrEqual(Math.min(6, all[at]!.length))
          if (all[at]!.length > 0) expect(count).toBeGreaterThan(0)
        }
        expect(lines.reduce((sum, cost) => sum + cost, 0)).toBeLessThanOrEqual(44)
      },
    ),
  ))
