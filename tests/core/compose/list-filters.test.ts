// The filters of `list`, in the ways people write them.
import { describe, expect, test } from 'vitest'
import { passesFilters, readFilters } from '../../../src/core/compose/list-filters.ts'
import { books } from './sample-books.ts'

const titles = (argument: string): number | string => {
  const read = readFilters(argument)
  return read.ok ? books.filter((one) => passesFilters(read.filters, one)).length : read.text
}

describe('filters', () => {
  test.each([
    ['', 9],
    ['free', 4],
    ['--free', 4],
    ['status=claimed', 1],
    ['--status claimed', 1],
    ['claimed', 1],
    ['in-review', 1],
    ['gsoc', 9],
    ['gsoc free', 4],
    ['gsoc=no', 0],
    ['--gsoc yes', 9],
    ['difficulty=easy', 2],
    ['difficulty: easy', 'difficulty needs a word after it'],
    ['difficulty', 'difficulty needs a word after it'],
    ['skill c', 9],
    ['mentor=dora', 9],
    ['mentor=dora@example.org free', 4],
    ['list=widgets-devel', 9],
    ['list=gadgets', 0],
    ['status=asleep', 'status may be retired, done, in-review, claimed, stalled, interest, open'],
    ['gsoc=maybe', 'gsoc may be yes, no, unknown, conditional, not_applicable'],
    ['claimd', '"claimd" is no filter; did you mean "claimed"?'],
    ['purple', '"purple" is no filter; they are free, status, gsoc, difficulty, skill, list, mentor'],
  ])('%j', (argument, expected) => expect(titles(argument)).toBe(expected))
})
