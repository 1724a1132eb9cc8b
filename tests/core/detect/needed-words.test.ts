import { describe, expect, it } from 'vitest'
import { neededWords } from '../../../src/core/detect/needed-words.ts'

const needs = (pattern: RegExp): string[][] =>
  neededWords(pattern).map((way) => way.map((set) => [...set].sort().join(' ')).sort())

describe('neededWords', () => {
  it.each<[string, RegExp, string[]]>([
    ['whole words', /\bfeel\s+free\b/i, ['feel', 'free']],
    ['six letters of long words', /\bimplementing\b/i, ['implem']],
    ['nothing of a word whose end is open', /\bwork\w*/i, []],
    ['nothing of a word that may begin in the middle of another', /working\b/i, []],
    ['a word behind a blank', /\bsome\s+work\b/i, ['work', 'some'].sort()],
    ['either form of an ending', /\bwork(?:ing)?\s/i, ['work workin']],
    ['one of the words of a choice', /\b(?:can|could|may)\s+help\b/i, ['help', 'can could may']],
    ['nothing of a choice one way of which is open', /\b(?:port|\w+)\s/i, []],
    ['no word that may be left out', /\bI(?:\s+also)?\s+help\b/i, ['help', 'i']],
    ['words around an apostrophe apart', /\bI'm\b/i, ['i', 'm']],
    ['a repeated word once', /\b(?:very\s+)+glad\b/i, ['glad', 'very']],
    ['what stands ahead', /\bgive\s+(?=[^.]{2,20}\baway\b)/i, ['away', 'give']],
    ['nothing that must not stand ahead or behind', /(?<!\bnot\s)\bgo\s(?!away\b)/i, ['go']],
    ['letters of a small class', /\bgr[ae]y\b/i, ['gray grey']],
    ['nothing beyond a class of many letters', /\bp[a-z]t\b/i, []],
    ['nothing where a part may go on for ever', /\b(?:a?b?)*c\b/i, []],
  ])('reads %s', (_what, pattern, expected) => {
    expect(needs(pattern)).toEqual([[...expected].sort()])
  })

  it('tells ways of several words apart, with what all have in common', () => {
    expect(needs(/\b(?:the\s+port|a\s+driver)\s+here\b/i)).toEqual([
      ['here', 'port', 'the'],
      ['a', 'driver', 'here'],
    ])
    expect(needs(/\bfeel\s+free\b|\bgo\s+ahead\b/i)).toEqual([
      ['feel', 'free'],
      ['ahead', 'go'],
    ])
  })

  it('refuses what no row uses rather than guess', () => {
    expect(() => neededWords(/(a)\1/)).toThrow('unknown escape')
  })
})
