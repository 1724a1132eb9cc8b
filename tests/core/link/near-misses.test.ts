// Threads and sentences that share words with an entry and are not about it; each beside one that is.
import { describe, expect, test } from 'vitest'
import { indexOf, linkMails, type MailDraft, makeEntry } from './link-fixtures.ts'

const index = indexOf(
  makeEntry('mount-matrix', 'zq_accel: mount matrix from device tree'),
  makeEntry('edge-capture', 'QI eQPX: edge capture unit'),
  makeEntry('offload', 'AXQ SPQ Engine offload support'),
  makeEntry('yaql-bindings', 'YAQL conversion of Orchard device tree bindings'),
  makeEntry('sensors-cleanup', 'zros_ec device driver clean-up'),
  makeEntry('sensor-ring', 'zros-ec-sensor-ring driver'),
  makeEntry('axq-dac', 'AXQ-DAQ driver on the backend framework'),
  makeEntry('zq7606c', 'ZQ7606C in the zq7606 driver', { keywords: ['ZQ7606C', 'ZQ7606'] }),
  makeEntry('zq7124', 'ZQ7124 converter', { keywords: ['ZQ7124'] }),
  makeEntry(
    'any-driver',
    'Orchard driver: create an Orchard driver for one of the Quince Devices, Inc.’s parts',
  ),
)

const thread = (subject: string, ...more: Partial<MailDraft>[]) =>
  linkMails(index, [
    { subject, text: 'See below.', ...more[0] },
    ...more.slice(1).map((draft) => ({ subject, ...draft })),
  ])
const patch = (subject: string, phrase: string) =>
  thread(`[PATCH] ${subject}`, {
    patch: true,
    text: `Add ${phrase}.`,
    signals: [{ type: 'patch', evidence: `Add ${phrase}.`, project: phrase }],
  })

describe('a task is that of its component', () => {
  test('and of no other', () => {
    expect(patch('accel: mz3230: add mount matrix', 'mount matrix')).toMatchObject({
      entry: null,
      signals: [{ entry: null }],
    })
    expect(patch('zq_accel: add mount matrix', 'mount matrix').entry).toBe('mount-matrix')
  })
})

describe('a phrase names an entry', () => {
  test('by more than one plain word of its title', () => {
    expect(patch('counter: tcb: add capture', 'capture').signals[0]?.entry).toBeNull()
    expect(patch('counter: eqpx: add edge capture unit', 'eQPX edge capture unit').signals[0]?.entry).toBe(
      'edge-capture',
    )
  })

  test('but in a patch to a part only with the part', () => {
    expect(patch('adc: zq4000: add SPQ offload support', 'SPQ offload support')).toMatchObject({
      entry: null,
      signals: [{ entry: null }],
    })
    expect(patch('spq: axq-spq-engine: add offload support', 'offload support').entry).toBe('offload')
  })
})

describe('a title known by one made-up word', () => {
  test.each([
    ['dt-bindings: adc: add yaql device tree binding of the Orchard', null],
    ['dt-bindings: convert the Orchard device tree bindings to yaql', 'yaql-bindings'],
    ['zros_ec: flush the device in the driver', null],
    ['zros_ec: clean up the device driver', 'sensors-cleanup'],
    ['zros_ec: cleanup of the device driver', 'sensors-cleanup'],
  ])('needs the change it asks for: “%s”', (subject, expected) => {
    expect(thread(`[PATCH] ${subject}`, { patch: true }).entry).toBe(expected)
  })
})

test('the word that tells an entry from its like must be said', () => {
  expect(thread('[PATCH] zros_ec: trace the command of the zros ec driver', { patch: true }).entry).not.toBe(
    'sensor-ring',
  )
  expect(thread('[PATCH] zros-ec-sensor-ring: new driver', { patch: true }).entry).toBe('sensor-ring')
})

describe('the upkeep of a driver is not its making', () => {
  test.each([
    ['orchard: daq: zqi-axq-daq: fix bus free check'],
    ['orchard: daq: zqi-axq-daq: minor clean-ups'],
    ['orchard: daq: zqi-axq-daq: improve probe() messages'],
  ])('in a thread of patches: “%s”', (subject) => {
    expect(thread(`[PATCH] ${subject}`, { patch: true }).entry).toBeNull()
  })

  test.each([['daq: add AXQ DAQ driver'], ['daq: zqi-axq-daq: move to the backend framework']])(
    'but this is: “%s”',
    (subject) => {
      expect(thread(`[PATCH] ${subject}`, { patch: true }).entry).toBe('axq-dac')
    },
  )

  test('and where somebody says that he works on it, the thread is about it', () => {
    const evidence = 'I am working on the AXQ-DAQ driver.'
    const claim: Partial<MailDraft> = {
      text: evidence,
      signals: [{ type: 'claim', evidence, project: 'the AXQ-DAQ driver' }],
    }
    expect(
      thread('[PATCH] orchard: daq: zqi-axq-daq: fix bus free check', { patch: true }, claim).entry,
    ).toBe('axq-dac')
  })
})

describe('that patches are in', () => {
  const applied: Partial<MailDraft> = {
    text: 'Series applied.',
    signals: [{ type: 'complete', evidence: 'Series applied.' }],
  }

  test('makes no upkeep the work of the entry', () => {
    const link = thread('[PATCH] adc: zq7124: fix a race', { patch: true }, applied)
    expect(link).toMatchObject({ entry: null, signals: [{ entry: null }] })
  })

  test('is said of the entry where they do what it asks', () => {
    const link = thread('[PATCH] adc: add support for the ZQ7124', { patch: true }, applied)
    expect(link).toMatchObject({ entry: 'zq7124', signals: [{ entry: 'zq7124' }] })
  })
})

describe('what is said in passing', () => {
  const evidence = 'For example, I am working on the ZQ7606C, which has a burst mode.'
  const claim: Partial<MailDraft> = {
    text: evidence,
    signals: [{ type: 'claim', evidence, project: 'the ZQ7606C' }],
  }

  test('of another part than the subject’s keeps its entry, and does not move the thread', () => {
    const link = thread('adc: add support for the ZQ4052', {}, claim)
    expect(link.signals.map((signal) => signal.entry)).toEqual(['zq7606c'])
    expect(link.entry).toBeNull()
    expect(link.reasons.map((reason) => reason.detail)).toContain(
      'said in passing: the subject names another part',
    )
  })

  test.each([['burst mode of converters'], ['adc: add support for the ZQ7606']])(
    'moves a thread on “%s”',
    (subject) => {
      expect(thread(subject, {}, claim).entry).toBe('zq7606c')
    },
  )
})

test('a company’s name is no project', () => {
  expect(
    thread('[PATCH] MAINTAINERS: correct the entry of Quince Devices Inc', { patch: true }).entry,
  ).toBeNull()
})
