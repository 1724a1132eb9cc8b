import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../../src/core/model/time.ts'
import { eventTime } from '../../../src/core/parse/event-time.ts'

const T = Date.UTC(2026, 2, 3)

test.each([
  ['the Date of a mail that took an hour', T, T + HOUR, null, T],
  ['the receipt when the Date is later', T + HOUR, T, null, T],
  ['the Date up to three days before the receipt', T, T + 3 * DAY, null, T],
  ['the receipt when the Date is older than that', T, T + 3 * DAY + 1, null, T + 3 * DAY + 1],
  ['the receipt of a mail without Date', null, T, T + DAY, T],
  ['the Date of a mail without Received, however old', T - 900 * DAY, null, T, T - 900 * DAY],
  ["the source's time when there is neither", null, null, T, T],
  ['the epoch when nothing is known', null, null, null, 0],
])('%s', (_, date, received, source, at) => {
  expect(eventTime(date, received, source)).toBe(at)
})
