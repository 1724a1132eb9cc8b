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
/** … but for spaces: most odd mail has only an odd space in a time of day ("9:30\u202fAM"). */
const STRANGE =
  /[\x00-\x08\x0b-\x1f\x7f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]/g

/** Linear in the text's length; the same string when there is nothing to clean. */
export function cleanText(text: string): string {
  const beyond = find(BEYOND_ASCII, text, 0)
  const odd = beyond < 0 ? -1 : find(ODD, text, beyond)
  if (odd < 0) return text
  if (find(STRANGE, text, odd) < 0) return text.replace(SPACES, ' ')
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(HIDDEN, '')
    .replace(SPACES, ' ')
    .replace(LONE_SURROGATE, '\ufffd')
}

/** Where the first character of a kind stands, from `from` on; -1 when there is none. Each place is looked at once. */
function find(kind: RegExp, text: string, from: number): number {
  kind.lastIndex = from
  return kind.test(text) ? kind.lastIndex - 1 : -1
}
