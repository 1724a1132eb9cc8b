// Decoded text to text the rules can read: LF line ends, no control, bidi or zero-width characters (they reorder or
// hide words, and a database refuses NUL), no lone surrogates, plain spaces. Evidence points into what comes out.

// Zero-width joiner and non-joiner stay: emoji and several scripts need them.
const HIDDEN =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
/** Most mail holds nothing else, and this looks twice as fast. */
const BEYOND_ASCII = /[^\t\n -~]/
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const ODD =
  /[\x00-\x08\x0b-\x1f\x7f\u00a0\u00ad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufeff\ufff9-\ufffb]/

/** Linear in the text's length; the same string when there is nothing to clean. */
export function cleanText(text: string): string {
  if (!BEYOND_ASCII.test(text) || !ODD.test(text)) return text
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(HIDDEN, '')
    .replace(SPACES, ' ')
    .replace(LONE_SURROGATE, '\ufffd')
}
