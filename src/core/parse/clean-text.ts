// Decoded text to text the rules can read: LF line ends, no control, bidi or zero-width characters (they reorder or
// hide words, and a database refuses NUL), no lone surrogates, plain spaces. Evidence points into what comes out.

// Zero-width joiner and non-joiner stay: emoji and several scripts need them.
const HIDDEN =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** Most mail holds nothing else. */
const BEYOND_ASCII = /[^\t\n -~]/g
/** All that may have to change; most mail beyond ASCII has only letters there. */
const ODD =
  /[\x00-\x08\x0b-\x1f\x7f\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufeff\ufff9-\ufffb]/g
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/
/** Odd characters looked at one by one. */
const MOST_SPACES = 50

/** Linear in the text's length; the same string when there is nothing to clean. */
export function cleanText(text: string): string {
  BEYOND_ASCII.lastIndex = 0
  if (!BEYOND_ASCII.test(text)) return text
  ODD.lastIndex = BEYOND_ASCII.lastIndex - 1
  if (!ODD.test(text)) return text
  if (hasOnlySpaces(text)) return text.replace(SPACES, ' ')
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(HIDDEN, '')
    .replace(SPACES, ' ')
    .replace(LONE_SURROGATE, '\ufffd')
}

/** Whether the odd character that was just found, and the few behind it, are spaces: most odd mail has one ("9:30\u202fAM"). */
function hasOnlySpaces(text: string): boolean {
  for (let n = 0; n < MOST_SPACES; n++) {
    if (!SPACE.test(text.charAt(ODD.lastIndex - 1))) return false
    if (!ODD.test(text)) return true
  }
  return false
}
