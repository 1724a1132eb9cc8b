// The finder may only leave out rows that cannot match: checked against trying every row that has a cue.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Detector } from '../../../../src/core/detect/detector.ts'
import { DETECTORS } from '../../../../src/core/detect/detectors.ts'
import { RowFinder } from '../../../../src/core/detect/rows/row-finder.ts'
import { KEY_LENGTH } from '../../../../src/core/detect/rows/vocabulary.ts'
import { splitSentences } from '../../../../src/core/detect/sentences.ts'
import { labelledMails, messageOf } from '../../../labelled/labelled-mail.ts'

const finder = new RowFinder(DETECTORS)
const find = (text: string): readonly Detector[] => finder.find(text, { start: 0, end: text.length })
const reasons = (rows: readonly Detector[]): string[] => rows.map((row) => row.reason)

const messages = await Promise.all(labelledMails().map(messageOf))
const sentences = messages.flatMap((message) =>
  splitSentences(message.text, message.own).map((sentence) => sentence.text),
)

/** Rows that match, of those one of whose cues begins a word of the sentence. */
function matching(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  const keys = new Set(words.map((word) => word.slice(0, KEY_LENGTH)))
  const cued = (row: Detector): boolean => row.cues.some((cue) => keys.has(cue.slice(0, KEY_LENGTH)))
  return reasons(DETECTORS.filter((row) => cued(row) && row.pattern.test(text)))
}

describe('RowFinder', () => {
  it('finds every row that matches in every sentence of the labelled mails', () => {
    expect(sentences.length).toBeGreaterThan(300)
    for (const text of sentences) expect(reasons(find(text))).toEqual(expect.arrayContaining(matching(text)))
  })

  it('finds every row that matches, whatever is done to such sentences', () => {
    const words = sentences.flatMap((text) => text.split(' '))
    const piece = fc.oneof(
      fc.constantFrom(...sentences).map((text) => text.split(' ')),
      fc.constantFrom(...words).map((word) => [word]),
      fc.constantFrom(',', 'I', "I'm", '\u200d', 'éI', '\u017f', '-', '\n').map((word) => [word]),
    )
    const mangled = fc
      .tuple(fc.array(piece, { minLength: 1, maxLength: 5 }), fc.nat(), fc.boolean())
      .map(([pieces, at, join]) => {
        const all = pieces.flat()
        all.splice(at % all.length, 1)
        return all.join(join ? ' ' : at % 3 === 0 ? '\n' : ' ')
      })
    fc.assert(
      fc.property(mangled, (text) => {
        const folded = splitSentences(text, [{ start: 0, end: text.length }])
        for (const sentence of folded)
          expect(reasons(finder.find(text, sentence.span))).toEqual(
            expect.arrayContaining(matching(sentence.text)),
          )
      }),
      { numRuns: 2000 },
    )
  })

  it('gives rows in the order of the table', () => {
    for (const text of sentences) {
      const places = find(text).map((row) => DETECTORS.indexOf(row))
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
  })

  it('leaves nearly all rows out', () => {
    const tried = sentences.reduce((sum, text) => sum + find(text).length, 0)
    expect(tried / sentences.length).toBeLessThan(4)
  })

  it('sees through characters nobody sees', () => {
    const row = DETECTORS.find((each) => each.reason === 'claim-own-work') as Detector
    expect(find("I'm wor\u200dking on it")).toContain(row)
    expect(find("I'm resting on it")).not.toContain(row)
  })
})

describe('the table', () => {
  it('has cues of plain lower-case letters', () => {
    for (const row of DETECTORS) for (const cue of row.cues) expect(cue).toMatch(/^[a-z]+$/)
  })
})
