// A pattern of whole words: "I'm working on" is `i m workin on`, one after the other. Where no such run of words stands in a
// sentence, the row's own pattern cannot match it and need not be tried, which would be dearer.

/**
 * `words`: one of some words. `word`: any word. `tied`: any that stand without white space between them behind the one
 * before. `gap`: anything. `row`: all `parts` in order. `either`: one of `parts`. `maybe`: the first of `parts` or nothing.
 * `often`: it any number of times.
 * What takes no word: `nothing`; `start` and `end` of the sentence; `mark`: one of some characters before the next word;
 * `ahead`: the first of `parts` follows.
 */
export interface WordPattern {
  readonly kind:
    | 'words'
    | 'word'
    | 'tied'
    | 'gap'
    | 'row'
    | 'either'
    | 'maybe'
    | 'often'
    | 'nothing'
    | 'start'
    | 'end'
    | 'mark'
    | 'ahead'
  readonly parts: readonly WordPattern[]
  /** Of `words` these, by their numbers in the vocabulary; of `mark` the characters, by code. */
  readonly numbers: readonly number[]
}

export function wordPattern(
  kind: WordPattern['kind'],
  parts: readonly WordPattern[] = [],
  numbers: readonly number[] = [],
): WordPattern {
  return { kind, parts, numbers }
}

/** What passes no word: it leaves some of the places where it starts. */
export function isNarrow({ kind }: WordPattern): boolean {
  return kind === 'mark' || kind === 'start' || kind === 'end' || kind === 'ahead'
}
