import { describe, expect, it } from 'vitest'
import { readMoods } from '../../../src/core/detect/mood.ts'

const moods = (sentence: string, phrase: string): string[] => [
  ...readMoods(sentence, sentence.indexOf(phrase), phrase.length),
]

describe('readMoods', () => {
  it.each([
    ['a plain statement has none', "I'm working on the port.", "I'm working on", []],
    ['a negation before', 'No, I do not think I am working on that.', 'I am working on', ['negation']],
    ['a negation inside', "I'm not working on the port.", "I'm not working on", ['negation']],
    ['a condition before', 'If I work on the port, I need help.', 'I work on', ['condition']],
    ['a condition after', 'I will work on it if you agree.', 'I will work on', ['condition']],
    ['a question', 'Should I work on the port?', 'I work on', ['question']],
    ['a question mark alone is none', 'I started on the port, is the list right?', 'I started', []],
    ['history', 'Back in 2012 we worked on the port.', 'we worked on', ['past']],
    ['the next version', 'I will fix this in v3.', 'I will fix', ['other-version']],
  ])('%s', (_what, sentence, phrase, expected) => {
    expect(moods(sentence, phrase)).toEqual(expected)
  })
})
