// Statements that count only when they name an entry.
import { expect, test } from 'vitest'
import { indexOf, linkMails, makeEntry } from './link-fixtures.ts'

const index = indexOf(
  makeEntry('zqm42600-pedometer', 'zqm42600: pedometer', { keywords: ['ZQM42600'] }),
  makeEntry('zqm42600-tilt', 'zqm42600: tilt', { keywords: ['ZQM42600'] }),
  makeEntry('zq7380', 'ZQ7380 family of converters', { keywords: ['ZQ7380'] }),
  makeEntry('rescale-tests', 'KUnit tests for zq-rescale'),
  makeEntry('quince', 'Quince pollination statistics'),
)

const entriesOf = (subject: string, project: string): (string | null)[] => {
  const evidence = `I am planning to add ${project}.`
  return linkMails(index, [
    { subject, text: evidence, faint: [{ type: 'claim', evidence, project }] },
  ]).signals.map((signal) => signal.entry)
}

test.each([
  ['the title itself', 'Plans', 'quince pollination statistics', 'quince'],
  [
    'an aspect of the part in its subject',
    'imu: zqm42600: add the pedometer',
    'other events like tilt',
    'zqm42600-tilt',
  ],
])('a faint statement counts that names %s', (_, subject, project, expected) => {
  expect(entriesOf(subject, project)).toEqual([expected])
})

test.each([
  ['the aspect under another subject', 'imu: zqm1234: add the pedometer', 'other events like tilt'],
  ['nothing but what it does in passing', 'imu: zqm42600: add the pedometer', 'a fixes tag'],
  ['only the part in its subject', 'adc: zq7380: use the new helper', 'a patch for the zq7380'],
  ['one word of a title', 'util: rework of the macros', 'a kunit test'],
  ['plain words of a title', 'util: rework of the macros', 'some statistics'],
])('a faint statement does not count that names %s', (_, subject, project) => {
  expect(entriesOf(subject, project)).toEqual([])
})
