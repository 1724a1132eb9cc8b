// How lines begin that open something other than prose, told by their first three letters: most lines need no pattern to
// be known as none. In: a line and the beginnings that count. Out: whether it may have one of them.
import type { Sheet } from './sheet.ts'

/** Three characters each: a letter and two more, of which all that are no ASCII letters count as one. */
export type Beginnings = Uint8Array

const LETTERS = 26
const KINDS = LETTERS + 1

/** `thi to- e-m`: words that begin so, in either case; `-` stands for anything but a letter. */
export function beginnings(words: string): Beginnings {
  const set = new Uint8Array(LETTERS * KINDS * KINDS)
  for (const word of words.split(/\s+/))
    set[placeOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2))] = 1
  return set
}

const placeOf = (first: number, second: number, third: number): number =>
  (kindOf(first) * KINDS + kindOf(second)) * KINDS + kindOf(third)

function kindOf(code: number): number {
  const letter = (code | 32) - 97
  return letter >= 0 && letter < LETTERS ? letter : LETTERS
}

/**
 * False only where line `i`, behind blanks and `*"_(>-`, begins with none of these. What begins beyond ASCII may be anything.
 */
export function mayBeginWith({ text, starts }: Sheet, i: number, set: Beginnings): boolean {
  const end = (starts[i + 1] as number) - 1
  for (let at = starts[i] as number; at < end; at++) {
    const first = text.charCodeAt(at)
    if (first > 127) return true
    if (isLetter(first)) {
      const second = at + 1 < end ? text.charCodeAt(at + 1) : 0
      const third = at + 2 < end ? text.charCodeAt(at + 2) : 0
      return second > 127 || third > 127 || set[placeOf(first, second, third)] === 1
    }
    if (first > 32 && DECORATION[first] === 0) return false
  }
  return false
}

const DECORATION = new Uint8Array(128)
for (const character of '*"_(>-') DECORATION[character.charCodeAt(0)] = 1

/** ASCII letters. */
export const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122
