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

const parts = indexOf(
  makeEntry('zq30208-driver', 'ZQ30208 temperature sensor'),
  makeEntry('staging-zq9832', 'ZQ9832 synthesizer out of staging'),
)
const kindsOf = (draft: MailDraft): string[] =>
  linkMails(parts, [draft]).signals[0]!.linkReasons.map((reason) => reason.kind)

test.each([
  ['that announces the part', '[PATCH] iio: add driver for ZQ30208', 'patch', true],
  ['that changes it as the entry asks', '[PATCH] staging: iio: zq9832: drop a macro', 'patch', true],
  ['on the part that says nothing of that', '[PATCH] iio: zq30208: fix a race', 'patch', false],
] as const)('a patch %s counts as the title or not', (_, subject, type, expected) => {
  const kinds = kindsOf({
    subject,
    patch: true,
    signals: [
      { type, evidence: subject, subject: true },
      { type: 'progress', evidence: 'It has been tested.' },
    ],
  })
  expect(kinds.includes('title')).toBe(expected)
})

test('progress that names the part counts as the title', () => {
  const signals = [
    {
      type: 'progress' as const,
      evidence: 'My ZQ30208 driver now reads the FIFO.',
      project: 'my ZQ30208 driver',
    },
  ]
  expect(kindsOf({ subject: 'i2c: a helper', signals })).toContain('title')
})

test('“this” is tied by what ties its thread', () => {
  const signals = [{ type: 'claim' as const, evidence: 'I am working on this.', project: 'this' }]
  const text = 'https://wiki.example.org/Projects#KDD_.28Kernel_Debugger_Daemon.29_enhancements'
  const link = linkMails(index, [{ subject: 'A question', text, signals }])
  expect(link.signals[0]).toMatchObject({ entry: 'kdd-enhancements', linkReasons: [{ kind: 'anchor' }] })
})
