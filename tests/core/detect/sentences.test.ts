import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SENTENCE_LIMIT, splitSentences } from '../../../src/core/detect/sentences.ts'

const split = (text: string): string[] =>
  splitSentences(text, [{ start: 0, end: text.length }]).map((each) => each.text)

describe('splitSentences', () => {
  it.each([
    [
      'ends at a full stop, an exclamation mark and a question mark',
      'One here. Two! Three?',
      ['One here.', 'Two!', 'Three?'],
    ],
    [
      'folds a sentence broken over lines',
      'The title is\nbroken here. Next.',
      ['The title is broken here.', 'Next.'],
    ],
    [
      'keeps abbreviations and versions whole',
      'Use it, e.g. for v1.2 of vs. 3. Fine.',
      ['Use it, e.g. for v1.2 of vs. 3.', 'Fine.'],
    ],
    [
      'keeps initials whole, but not before a pronoun',
      'J. Doe knows C. I know Go.',
      ['J. Doe knows C.', 'I know Go.'],
    ],
    ['ends at an empty line without a full stop', 'A heading\n\nA text', ['A heading', 'A text']],
    [
      'starts anew at list items',
      'Ideas:\n- one thing\n- two things',
      ['Ideas:', '- one thing', '- two things'],
    ],
    [
      'ends where an address ends its line',
      'The list is here:\nhttps://lists.example.org/123\nThree of them wait.',
      ['The list is here: https://lists.example.org/123', 'Three of them wait.'],
    ],
    [
      'goes on behind an address that stands in the middle',
      'The page https://lists.example.org/123\nis empty.',
      ['The page https://lists.example.org/123 is empty.'],
    ],
    [
      'goes on where a mailer doubled each break of a long sentence',
      'I would like to write the driver for the light sensor that we\n\ntalked about in spring, but I have no idea where to start.',
      [
        'I would like to write the driver for the light sensor that we talked about in spring, but I have no idea where to start.',
      ],
    ],
    [
      'ends at an empty line before a short line',
      'A long letter that has no point at its end, as cover letters have\n\nchanges in v2',
      ['A long letter that has no point at its end, as cover letters have', 'changes in v2'],
    ],
    ['leaves a greeting out', 'Hi Rolf,\nI am here.', ['I am here.']],
    ['keeps a greeting that runs on in its line', 'Hi Rolf, I am\nhere.', ['Hi Rolf, I am here.']],
    ['straightens curly quotes and drops invisible characters', 'I\u2019m he\u200bre.', ["I'm here."]],
    [
      'ends after etc. before a new line',
      'clocks, resets, etc.\nThen the rest.',
      ['clocks, resets, etc.', 'Then the rest.'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  it('passes a body of empty lines in linear time', () => {
    expect(split(`Start\n${' \n'.repeat(30_000)}end of it`)).toEqual(['Start', 'end of it'])
  })

  it('reads only the own spans', () => {
    const text = 'Mine.\n> quoted here.\nAnswer one. Answer two.'
    const own = [
      { start: 0, end: 6 },
      { start: 21, end: text.length },
    ]
    expect(splitSentences(text, own).map((each) => each.text)).toEqual([
      'Mine.',
      'Answer one.',
      'Answer two.',
    ])
  })

  it('cuts a sentence without end at its limit', () => {
    expect(split('word '.repeat(40_000))[0]!.length).toBeLessThanOrEqual(SENTENCE_LIMIT)
  })

  it('gives spans inside the text, in order, whose slice folds to the sentence, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        let last = 0
        for (const { span, text: words } of splitSentences(text, [{ start: 0, end: text.length }])) {
          expect(span.start).toBeGreaterThanOrEqual(last)
          expect(span.end).toBeLessThanOrEqual(text.length)
          expect(text.slice(span.start, span.end).replace(/\s+/gu, '').length).toBeGreaterThanOrEqual(
            words.replace(/\s+/gu, '').length,
          )
          last = span.end
        }
      }),
    )
  })
})
