// Sentences that name nothing by themselves, in threads without an entry: the words before them and their subject's part.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexOf, linkMails, type MailDraft, makeEntry } from './link-fixtures.ts'

const index = indexOf(
  makeEntry('zqt7316', 'ZQT7316/ZQT7516 in staging', { keywords: ['ZQT7316', 'ZQT7516'] }),
  makeEntry('zqdht-reset', 'zqdht11: sensor reset via regulator', { keywords: ['ZQDHT11'] }),
  makeEntry('generic-threshold', 'Generic threshold feature (from the ZQOPT4060 review)', {
    keywords: ['ZQOPT4060'],
  }),
  makeEntry('quince', 'Quince pollination statistics'),
)

/** The draft as an answer, so that its words are not what the thread opens with. */
const link = (draft: MailDraft) => linkMails(index, [{ subject: draft.subject, text: 'Hello.' }, draft])
const entryOf = (draft: MailDraft): string | null | undefined => link(draft).signals.at(-1)?.entry

const before = (
  words: string,
  evidence: string,
  project: string | null,
  subject = 'My plans',
): MailDraft => ({
  subject,
  text: `${words} ${evidence}`,
  signals: [{ type: 'claim', evidence, project }],
})

describe('a sentence that only points back means', () => {
  test.each([
    [
      'the part named right before it',
      'I came across the ZQT7316, which has no driver.',
      'I am working on it.',
      'it',
      'zqt7316',
    ],
    [
      'the same without any phrase',
      'I came across the ZQT7316, which has no driver.',
      'I will start next week.',
      null,
      'zqt7316',
    ],
    [
      'the title named right before it',
      'The quince pollination statistics are missing.',
      'I started on that.',
      'that',
      'quince',
    ],
    [
      '“that feature” of the title before it',
      'The quince pollination statistics are missing.',
      'I started on that feature.',
      'that feature',
      'quince',
    ],
  ])('%s', (_, words, evidence, project, expected) => {
    expect(entryOf(before(words, evidence, project))).toBe(expected)
  })

  test('what the words before it add to the part in the subject', () => {
    const draft = before(
      'I had a version that registered with a regulator and did a reset of the sensor.',
      'I stopped working on this.',
      'this',
      'set the log level for parse errors of the zqdht11',
    )
    expect(entryOf(draft)).toBe('zqdht-reset')
  })

  test('what the paragraph above says, when it opens one', () => {
    expect(
      entryOf(before('The quince pollination statistics are missing.\n\n', 'I started on that.', 'that')),
    ).toBe('quince')
  })
})

describe('a sentence means nothing', () => {
  test.each([
    [
      'that has an object of its own',
      before('I came across the ZQT7316.', 'I am working on a parser.', 'a parser'),
    ],
    ['whose words before it name nothing', before('It rained the whole day.', 'I am working on it.', 'it')],
    [
      'before which two entries stand',
      before('The ZQT7316 and the quince pollination statistics are open.', 'I am working on it.', 'it'),
    ],
    [
      'when only the paragraph before the last names something',
      before('The quince pollination statistics are missing.\n\nIt rains.\n\n', 'I am working on it.', 'it'),
    ],
  ])('%s', (_, draft) => {
    expect(entryOf(draft)).toBeNull()
  })

  test('when only a quote before it names something', () => {
    const quote = '> The quince pollination statistics are missing.\n'
    const evidence = 'I started on that.'
    const own = [{ start: quote.length, end: quote.length + evidence.length }]
    const signals = [{ type: 'claim' as const, evidence, project: 'that' }]
    expect(entryOf({ subject: 'My plans', text: quote + evidence, own, signals })).toBeNull()
  })

  test('when it is the part in the subject that was looked after, not what stands before', () => {
    const draft = before('The weather is fine.', 'I am working on it.', 'it', 'fix a leak of the zqt7316')
    expect(link({ ...draft, signals: [] }).entry).not.toBe('quince')
    expect(entryOf({ ...draft, subject: 'zqdht11: fix a leak' })).toBeNull()
  })
})

describe('plain words of a title', () => {
  const subject = 'light: add support for the ZQOPT4060 sensor'
  const claim = (evidence: string, project: string): MailDraft => ({
    subject,
    text: evidence,
    signals: [{ type: 'claim', evidence, project }],
  })

  test('mean its entry when the subject has the part', () => {
    const draft = claim(
      'I have started looking at the generic feature that you described.',
      'the generic feature that you described',
    )
    expect(entryOf(draft)).toBe('generic-threshold')
    expect(link(draft).entry).toBe('generic-threshold')
  })

  test.each([
    ['one of them only', claim('I started on the feature.', 'the feature')],
    [
      'a subject without the part',
      { ...claim('I started on the generic feature.', 'the generic feature'), subject: 'light sensors' },
    ],
  ])('mean nothing with %s', (_, draft) => {
    expect(entryOf(draft)).toBeNull()
  })
})

test('any text, any place of the sentence in it: an answer, and the same one again', () => {
  const words = fc.constantFrom(
    'ZQT7316',
    'quince',
    'pollination',
    'statistics',
    'it',
    '\n\n',
    '> ',
    'reset',
    '.',
    '𝒳',
    '\ud800',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), fc.nat(300), fc.nat(300), (parts, start, length) => {
      const text = parts.join(' ')
      const own = [{ start: Math.min(start, text.length), end: Math.min(start + length, text.length) }]
      const draft: MailDraft = {
        subject: 'zqdht11',
        text,
        own,
        signals: [{ type: 'claim', evidence: parts.at(-1) ?? 'it', project: 'it' }],
      }
      expect(link(draft)).toEqual(link(draft))
    }),
  )
})
