import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWordPattern } from '../../../../src/core/detect/rows/read-word-pattern.ts'
import { requiredPairs, requiredWords, waysOf } from '../../../../src/core/detect/rows/required-words.ts'
import { SentenceWords } from '../../../../src/core/detect/rows/sentence-words.ts'
import { ADVERB, Vocabulary } from '../../../../src/core/detect/rows/vocabulary.ts'
import type { WordPattern } from '../../../../src/core/detect/rows/word-pattern.ts'
import { WordProgram } from '../../../../src/core/detect/rows/word-program.ts'

const names = new Map<number, string>([[ADVERB, '~ly']])

/** Notes which word has which number; asked of one pattern at a time. */
class NamedVocabulary extends Vocabulary {
  override numberOf(word: string): number {
    const number = super.numberOf(word)
    names.set(number, word)
    return number
  }
}

/** The pattern in writing: words in braces, "_" for any, "…" for anything, "?" and "*" behind what may be missing. */
function written(pattern: RegExp): string {
  const vocabulary = new NamedVocabulary()
  const write = ({ kind, parts, numbers }: WordPattern): string => {
    switch (kind) {
      case 'words':
        return `{${numbers.map((number) => names.get(number)).join(' ')}}`
      case 'mark':
        return `<${String.fromCharCode(...numbers)}>`
      case 'row':
        return parts.map(write).join(' ')
      case 'either':
        return `(${parts.map(write).join(' | ')})`
      case 'maybe':
        return `${write(parts[0]!)}?`
      case 'often':
        return `(${write(parts[0]!)})*`
      case 'ahead':
        return `=(${write(parts[0]!)})`
      default:
        return { word: '_', tied: '~', gap: '…', nothing: '', start: '^', end: '$' }[kind]
    }
  }
  return write(readWordPattern(pattern, vocabulary))
}

describe('readWordPattern', () => {
  it.each<[string, RegExp, string]>([
    ['words one after the other', /\bfeel\s+free\b/i, '{feel} {free}'],
    ['six letters of long words', /\bimplementing\b/i, '{implem}'],
    ['words around an apostrophe apart', /\bI'm\b/i, '{i} {m}'],
    ['a word whose end is open as any word', /\bwork\w*\s/i, '_'],
    ['a word that may begin in the middle of another as none for sure', /working\b/i, '_?'],
    ['either form of an ending', /\bwork(?:ing)?\s/i, '{workin work}'],
    ['a word with and without what may stand before', /\b(?:re-?)?port\b/i, '({port} | {re report} _?)'],
    ['one of the words of a choice', /\b(?:can|could)\s+help\b/i, '{can could} {help}'],
    ['choices of several words', /\b(?:of course|sure)\s/i, '({sure} | {of} {course})'],
    ['what may be left out', /\bI(?:\s+also)?\s+help\b/i, '{i} {also}? {help}'],
    ['what may come again', /\b(?:very\s+)*glad\b/i, '({very})* {glad}'],
    ['any word', /\bmy\s+\w+\s+port\b/i, '{my} _ {port}'],
    ['adverbs', /\bis\s+\w+ly\s+done\b/i, '{is} {~ly} {done}'],
    ['a stretch without white space', /\bthe\s+\S+\s+port\b/i, '{the} _? ~ {port}'],
    ['anything', /\bI\b[^.;]{2,40}\bwork\b/i, '{i} … {work}'],
    ['the start and the end', /^done$/i, '^ {done} $'],
    ['punctuation', /\bdone[.!]/i, '{done} <.!>'],
    ['no punctuation that may be missing', /\bdone,?\s+next\b/i, '{done} {next}'],
    ['what stands ahead', /\bgive\s+(?=[^.]{2,20}\baway\b)/i, '{give} =(… {away})'],
    ['nothing that must not stand ahead or behind', /(?<!\bnot\s)\bgo\s(?!away\b)/i, '{go}'],
    ['letters of a small class', /\bgr[ae]y\b/i, '{gray grey}'],
  ])('reads %s', (_what, pattern, expected) => {
    expect(written(pattern)).toBe(expected)
  })

  it('refuses what no row uses rather than guess', () => {
    expect(() => written(/(a)\1/)).toThrow('unknown escape')
  })

  it('stands wherever the pattern matches, for any pattern of the pieces that rows are made of', () => {
    const word = fc.constantFrom('I', 'we', 'port', 'ported', 'it', 'x86', 'really', 'a', 'implement')
    const piece = fc.oneof(
      { weight: 6, arbitrary: word },
      { weight: 6, arbitrary: fc.constantFrom('\\s+', '\\s', ' ') },
      fc.constantFrom(
        '\\b',
        '^',
        '$',
        ',',
        '\\s*',
        '\\s?',
        '-',
        "'",
        '[.,;]',
        '[,\\s]',
        '(?!it)',
        '(?<!a\\s)',
      ),
      fc.constantFrom('\\w+', '\\S+', '[a-z]+', '[^.;]{0,9}', '\\w+ly', 'ed', '\\d+', '[\\w-]+', '[pi]', '.'),
    )
    const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
      pattern: fc.array(tie('part'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
      part: fc.oneof(
        { maxDepth: 4 },
        piece,
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
        fc
          .tuple(tie('pattern'), fc.constantFrom('?', '{0,2}', '{1,3}'))
          .map(([a, times]) => `(?:${a})${times}`),
        tie('pattern').map((ahead) => `(?=${ahead})`),
      ),
    }))
    const blank = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '-', "'", '')
    const sentence = fc
      .array(fc.tuple(word, blank), { minLength: 1, maxLength: 40 })
      .map((words) => words.flat().join('').trim())
    const vocabulary = new Vocabulary()
    const words = new SentenceWords(vocabulary)
    fc.assert(
      fc.property(pattern, sentence, (source, text) => {
        // One in ten pairs match; the others say nothing and are not counted as runs.
        fc.pre(new RegExp(source, 'i').test(text))
        const whole = readWordPattern(new RegExp(source, 'i'), vocabulary)
        words.read(text, { start: 0, end: text.length })
        const program = new WordProgram(words)
        expect(program.run(program.add(whole), words.all)).not.toBe(0)
        // Of its ways one stands there, with all that it is told to require.
        const standing = waysOf(whole).filter((way) => {
          const pairs = requiredPairs(way, vocabulary)?.pairs
          const met = words.pairs.subarray(0, words.paired)
          return (
            program.run(program.add(way), words.all) !== 0 &&
            requiredWords(way, vocabulary).every((set) => set.some((word) => words.placesOf(word) !== 0)) &&
            (pairs === undefined || pairs.some((pair) => met.includes(pair)))
          )
        })
        expect(standing).not.toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
