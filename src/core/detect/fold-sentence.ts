// A sentence as patterns want it: white space folded, invisible characters dropped, curly quotes straight.

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const CURLY = /[\u2018\u2019\u201b\u02bc\u00b4]/gu
const CURLY_DOUBLE = /[\u201c\u201d\u201e\u201f]/gu
const UNFOLDED = /[^\S ]| {2}|^ | $/
const NON_ASCII = /[^\x00-\x7f]/

/** `wide` tells that the text it was cut from holds letters beyond Latin-1. */
export function foldSentence(raw: string, wide: boolean): string {
  let text = raw
  if (NON_ASCII.test(text)) {
    text = text.replace(INVISIBLE, '').replace(CURLY, "'").replace(CURLY_DOUBLE, '"')
  }
  if (UNFOLDED.test(text)) text = text.replace(/\s+/g, ' ').trim()
  return wide && !WIDE.test(text) ? narrow(text) : text
}

/**
 * The same words anew. Engines keep what is cut from a text with wide letters in wide form, and compile every pattern
 * once for each form: the large ones take longer to compile than ten thousand sentences to read.
 */
function narrow(text: string): string {
  const codes: number[] = []
  for (let i = 0; i < text.length; i++) codes.push(text.charCodeAt(i))
  return String.fromCharCode(...codes)
}

/** A letter beyond Latin-1. */
export const WIDE = /[^\x00-\xff]/
