// A sentence as patterns want it: white space folded, invisible characters dropped, curly quotes straight.
// In: a piece of text. Out: the same words anew. Refuses nothing.

/**
 * Made anew from its characters: engines keep what is cut from a text with wide letters in wide form, though it has none
 * itself, and compile every pattern once for each form; large ones take longer to compile than thousands of sentences to read.
 */
export function foldSentence(raw: string): string {
  const codes = raw.length <= ROOM.length ? ROOM : new Uint16Array(raw.length)
  let length = 0
  let blank = false
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    const folded = code > 32 && code < 128 ? code : fold(code)
    if (folded === BLANK) blank = length > 0
    else if (folded !== DROPPED) {
      if (blank) codes[length++] = BLANK
      blank = false
      codes[length++] = folded
    }
  }
  return String.fromCharCode.apply(null, codes.subarray(0, length) as unknown as number[])
}

/** Room for all but the longest sentences. */
const ROOM = new Uint16Array(2_000)
const BLANK = 32
const DROPPED = -1

function fold(code: number): number {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) ? BLANK : code
  const character = String.fromCharCode(code)
  if (INVISIBLE.test(character)) return DROPPED
  if (CURLY.test(character)) return 0x27
  if (CURLY_DOUBLE.test(character)) return 0x22
  return /\s/.test(character) ? BLANK : code
}
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
const CURLY = /[\u2018\u2019\u201b\u02bc\u00b4]/
const CURLY_DOUBLE = /[\u201c\u201d\u201e\u201f]/
