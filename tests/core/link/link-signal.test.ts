// Which entry a sentence speaks of: its own words first, else its thread's entry, else none.
import { expect, test } from 'vitest'
import { indexOf, linkMails, type MailDraft, makeEntry } from './link-fixtures.ts'

const index = indexOf(
  makeEntry('zqm42600-pedometer', 'zqm42600: pedometer', { keywords: ['ZQM42600'] }),
  makeEntry('zqm42600-tilt', 'zqm42600: tilt', { keywords: ['ZQM42600'] }),
  makeEntry('kdd-enhancements', 'KDD (Kernel Debugger Daemon) enhancements'),
  makeEntry('fuzzing', 'Fuzz testing of the hypercall interface'),
)
const pedometer = 'imu: zqm42600: enable the pedometer'

const entryOf = (draft: MailDraft): string | null | undefined =>
  linkMails(index, [draft]).signals.at(-1)?.entry

test.each([
  ['names nothing', 'I am working on this.', 'this', 'zqm42600-pedometer'],
  ['has no phrase at all', 'I will take it over next week.', null, 'zqm42600-pedometer'],
  [
    'names another aspect of the same part',
    'I am also working on the tilt feature.',
    'the tilt feature',
    'zqm42600-tilt',
  ],
  [
    'names another entry by its title',
    'I started on the fuzz testing of the hypercall interface.',
    'the fuzz testing of the hypercall interface',
    'fuzzing',
  ],
  [
    'names another entry by its acronym',
    'I would like to do the KDD project.',
    'the KDD project',
    'kdd-enhancements',
  ],
  [
    'names a part the catalogue does not hold',
    'I am writing a driver for the QQX8723.',
    'a driver for the QQX8723',
    null,
  ],
  [
    'names only the place',
    'I am implementing this in the KDD enhancements.',
    'implementing this in the KDD enhancements',
    null,
  ],
  ['says that it is another one', 'I am working on another driver.', 'another driver', null],
])('a sentence that %s', (_, evidence, project, expected) => {
  expect(entryOf({ subject: pedometer, signals: [{ type: 'claim', evidence, project }] })).toBe(expected)
})

test('a sentence in a thread without an entry means none', () => {
  const signals = [{ type: 'claim' as const, evidence: 'I am working on this.', project: 'this' }]
  expect(entryOf({ subject: 'Boot problem', signals })).toBeNull()
})

test('“NetMinix support” is no “Testing NetMinix”', () => {
  const own = indexOf(
    makeEntry('testing-netminix', 'Testing NetMinix'),
    makeEntry('other', 'Parallel watch daemon'),
  )
  const signals = [
    { type: 'claim' as const, evidence: 'I am working on NetMinix support.', project: 'NetMinix support' },
  ]
  expect(linkMails(own, [{ subject: 'grant tables?', signals }]).signals[0]?.entry).toBeNull()
})

test('every signal of the thread comes out once, in order', () => {
  const signals = [
    { type: 'claim' as const, evidence: 'I am working on this.', project: 'this' },
    { type: 'inquiry' as const, evidence: 'Is anybody on KDD?', project: 'KDD' },
  ]
  const link = linkMails(index, [
    { subject: pedometer, signals },
    { subject: pedometer, signals },
  ])
  expect(link.signals.map((signal) => [signal.message, signal.index])).toEqual([
    ['m0@example.org', 0],
    ['m0@example.org', 1],
    ['m1@example.org', 0],
    ['m1@example.org', 1],
  ])
})
