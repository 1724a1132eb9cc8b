import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectSignals } from '../../../src/core/detect/detect-signals.ts'
import { DETECTORS } from '../../../src/core/detect/detectors.ts'
import { SIGNAL_TYPES } from '../../../src/core/model/signal.ts'
import { processorMs } from '../../support/processor-time.ts'
import { sampleMessage } from '../../support/sample-message.ts'

const CLAIM = "I'm working on a driver for the XJ900 sensor."

describe('detectSignals', () => {
  it('gives the sentence, its place, the phrase and the author', () => {
    const text = `Hello,\n\nthanks. I'm working on a driver\nfor the XJ900 sensor. Bye.`
    const [signal, ...rest] = detectSignals(sampleMessage({ text }))
    expect(rest).toEqual([])
    expect(signal).toMatchObject({
      type: 'claim',
      index: 0,
      message: 'one@example.org',
      project: 'a driver for the XJ900 sensor',
      evidence: CLAIM,
      reason: 'claim-own-work-does',
      who: { name: 'Ida Brandt', address: 'ida@example.org' },
    })
    expect(text.slice(signal!.span!.start, signal!.span!.end)).toBe(
      "I'm working on a driver\nfor the XJ900 sensor.",
    )
  })

  it('says nothing for automatic mail and for bodies that were not read', () => {
    expect(detectSignals(sampleMessage({ text: CLAIM, automatic: 'precedence' }))).toEqual([])
    expect(detectSignals(sampleMessage({ text: CLAIM, notScanned: 'too large' }))).toEqual([])
  })

  it('does not see what only a quote says', () => {
    expect(detectSignals(sampleMessage({ text: CLAIM, own: [] }))).toEqual([])
  })

  it('names two projects of one mail apart, and one project only once', () => {
    const twice = `${CLAIM} I am working on the XJ900 driver since May.`
    expect(detectSignals(sampleMessage({ text: twice }))).toHaveLength(1)
    const two = `${CLAIM} I am also developing a port of vtool to NetBSD.`
    expect(detectSignals(sampleMessage({ text: two })).map((each) => each.type)).toEqual(['claim', 'claim'])
  })

  it('means the person named in an assignment, with the address the mail shows', () => {
    const lars = { name: 'Lars Holm', address: 'lars@example.org' }
    const [signal] = detectSignals(
      sampleMessage({ text: 'Lars is working on the XJ900 driver.', cc: [lars] }),
    )
    expect(signal).toMatchObject({ type: 'assign', who: lars })
  })

  it.each([
    ['The XJ900 driver project is yours.', 'vera@example.org'],
    ['Ines, the XJ900 driver project is yours.', 'ines@example.org'],
    ['Your name is next to the XJ900 driver now, Ines.', 'ines@example.org'],
    ["I've assigned the XJ900 driver project to Ines.", 'ines@example.org'],
  ])('means by "you" the one called by name, else the one written to: %s', (text, address) => {
    const to = [{ name: 'Vera Lund', address: 'vera@example.org' }]
    const cc = [{ name: 'Ines Prado', address: 'ines@example.org' }]
    const [signal] = detectSignals(sampleMessage({ text, to, cc }))
    expect(signal).toMatchObject({ type: 'assign', who: { address } })
  })

  it('tells version and place of a posting', () => {
    const text = 'This series adds a driver for the XJ900.'
    const subject = '[PATCH v3 0/2] iio: add XJ900 driver'
    const patch = { version: 3, n: 0, m: 2, rfc: false }
    expect(detectSignals(sampleMessage({ text, subject, patch }))).toEqual([
      expect.objectContaining({ type: 'patch', version: 3, n: 0, m: 2, evidence: text }),
    ])
  })

  it('lowers the score where a reply speaks of this driver', () => {
    const named = detectSignals(sampleMessage({ text: CLAIM }))[0]!.score
    const pointed = detectSignals(
      sampleMessage({ text: "I'm working on that driver.", subject: 'Re: [PATCH] iio: xj900: fix' }),
    )[0]
    expect(pointed?.score ?? 0).toBeLessThan(named)
  })

  it('is the same every time, ordered, with spans inside the text, for any text', () => {
    const words = fc.constantFrom(
      'I am working on',
      'a driver for',
      'XJ900',
      'is anyone',
      '?',
      '.',
      '\n\n',
      "I'd like to",
      'the project',
      'applied',
      'Lars',
      'if',
      'not',
      '\u202e',
      '\ud800',
      'taking over',
      'v3',
      '>',
      'proposal',
      ',',
    )
    const text = fc
      .array(fc.oneof(words, fc.string({ maxLength: 12 })), { maxLength: 60 })
      .map((all) => all.join(' '))
    fc.assert(
      fc.property(text, (body) => {
        const mail = sampleMessage({ text: body })
        const signals = detectSignals(mail)
        expect(detectSignals(mail)).toEqual(signals)
        signals.forEach((signal, at) => {
          expect(signal.index).toBe(at)
          expect(SIGNAL_TYPES).toContain(signal.type)
          if (signal.span) expect(signal.span.end).toBeLessThanOrEqual(body.length)
        })
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a sentence of a megabyte', 'I am working on the very '.repeat(45_000)],
    ['words without an end', 'if '.repeat(300_000)],
    ['commas', `I am${' now,'.repeat(200_000)}`],
    ['spaces', `I am${' '.repeat(900_000)}working on it`],
    ['one letter', 'a'.repeat(1_000_000)],
    ['names', 'Lars Holm '.repeat(100_000)],
    ['one speaker after another', 'I and we and I would and I will and '.repeat(30_000)],
    ['many short sentences', 'I will work on it. '.repeat(3_600)],
    ['questions', 'is anyone working on the '.repeat(40_000)],
    ['brackets', 'see [1] ('.repeat(100_000)],
  ])('reads %s within 50 ms', (_what, text) => {
    const mail = sampleMessage({ text, subject: `Re: [PATCH 1/2] ${text.slice(0, 2000)}` })
    expect(processorMs(() => detectSignals(mail))).toBeLessThan(50)
  })
})

describe('the table of detectors', () => {
  it('names each reason once, after its type', () => {
    const reasons = DETECTORS.map((each) => each.reason)
    expect(new Set(reasons).size).toBe(reasons.length)
    for (const { reason, type } of DETECTORS) expect(reason.startsWith(`${type}-`)).toBe(true)
  })
})
