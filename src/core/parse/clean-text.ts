// Decoded text to text the rules can read: LF line ends, no control, bidi or zero-width characters (they reorder or
// hide words, and a database refuses NUL), no lone surrogates, plain spaces. Evidence points into what comes out.

// Zero-width joiner and non-joiner stay: emoji and several scripts need them.
const HIDDEN =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** Most mail holds nothing else. */
const BEYOND_ASCII = /[^\t\n -~]/
/** What must go, but for spaces: most odd mail has only an odd space in a time of day ("9:30\u202fAM"). */
const STRANGE =
  /[\x00-\x08\x0b-\x1f\x7f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]/

/** Linear in the text's length; the same string when there is nothing to clean. */
export function cleanText(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text
  if (!STRANGE.test(text)) return text.replace(SPACES, ' ')
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(HIDDEN, '')
    .replace(SPACES, ' ')
    .replace(LONE_SURROGATE, '\ufffd')
}
