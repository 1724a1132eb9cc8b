// Numbers for words, so that a sentence's words are looked up without making strings of them.
// In: words, when the patterns are read; keys of words, when sentences are. Out: numbers from 0 on. Refuses nothing; words
// are told apart by their first six letters only, whatever their case.

import { IntMap } from './ints.ts'

/** Words are told apart by this many first letters. */
export const KEY_LENGTH = 6

/** The number that stands for all words with "ly" behind their first character: "\w+ly" is asked for everywhere. */
export const ADVERB = 0

/** In how many of a thousand sentences of such lists a word stands, roughly; of all others in one at most. */
const SHARES: Readonly<Record<number, string>> = {
  150: 'the to a and in is for i',
  50: 'this of it that be as with not v change on driver if t we device add use are so s you can but have patch from by or support an all one function should just',
  20: 'at there will here would do which used only new code no kernel more also when some read like bit register set comment need get make up value remove other was what don using d enable these think case then different out has sensor instead check see return same since now direct m include series document',
  10: 'time review added than convert drop about me line any could where my implement update into after they provide commit them sure before patches values write your two though does follow because current already separate way suggest something please may first address name replace even still better complete being version tree might good both available thanks makes each want really state while been possible look without rather few fine right part work take am',
}

/** Numbers of words are smaller than this. */
export const MOST_WORDS = 8192

export class Vocabulary {
  private readonly numbers = new IntMap()
  private readonly shares: Uint8Array

  constructor() {
    this.shares = new Uint8Array(MOST_WORDS).fill(1)
    this.shares[ADVERB] = 150
    for (const [share, words] of Object.entries(SHARES))
      for (const word of words.split(' ')) this.shares[this.numberOf(word)] = Number(share)
  }

  /** The number of a word, given when it is first asked for. */
  numberOf(word: string): number {
    let key = 0
    for (let at = 0; at < word.length && at < KEY_LENGTH; at++) key = addLetter(key, word.charCodeAt(at) & 31)
    const known = this.numbers.get(key)
    if (known >= 0) return known
    const number = this.numbers.size + 1
    if (number >= MOST_WORDS) throw new Error('the vocabulary is full')
    this.numbers.set(key, number)
    return number
  }

  /** The number of a known word by its key, else -1. */
  find(key: number): number {
    return this.numbers.get(key)
  }

  /** In how many of a thousand sentences one of these words stands, roughly. */
  shareOf(words: readonly number[]): number {
    let share = 0
    for (const word of words) share += this.shares[word]!
    return share
  }

  /** The sets in order of that, the rarest first. */
  rarest(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
    return [...sets].sort((a, b) => this.shareOf(a) - this.shareOf(b))
  }
}

/** The key of a word with one letter more: six letters of five bits, 1 to 26, make one small number. */
export function addLetter(key: number, letter: number): number {
  return (key << 5) | letter
}
