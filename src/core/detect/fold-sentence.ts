// A sentence as patterns want it: white space folded, invisible characters dropped, curly quotes straight.

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const CURLY = /[\u2018\u2019\u201b\u02bc\u00b4]/gu
const CURLY_DOUBLE = /[\u201c\u201d\u201e\u201f]/gu
const UNFOLDED = /[^\S ]| {2}|^ | $/
const NON_ASCII = /[^\x00-\x7f]/

export function foldSentence(raw: string): string {
  let text = raw
  if (NON_ASCII.test(text)) {
    text = text.replace(INVISIBLE, '').replace(CURLY, "'").replace(CURLY_DOUBLE, '"')
  }
  return UNFOLDED.test(text) ? text.replace(/\s+/g, ' ').trim() : text
}
