// Makes foreign words (subjects, names, sentences) fit to be printed: in goes any string, out comes one line without
// anything a terminal, a mail reader or a browser could obey: no controls, no bidi marks, no invisible characters.

/** C0, C1, bidi marks and isolates, zero-width and other invisible format characters, tag characters, line separators. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
const LONE_SURROGATE = /[\ud800-\udfff]/gu
const BLANKS = /[\s\u0085]+/gu
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu

/** Longest piece of foreign text that is looked at, in UTF-16 code units. */
const LOOKED_AT = 20_000

/** One printable line: line breaks and tabs become blanks, lone surrogates U+FFFD; no longer than `max` characters. */
export function cleanLine(text: string, max = 500): string {
  const line = text
    .slice(0, LOOKED_AT)
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(BLANKS, ' ')
    .replace(UNPRINTABLE, '')
    .replace(/ {2,}/g, ' ')
    .replace(STACKED_MARKS, '$1')
    .trim()
  return shorten(line, max)
}

/** Cuts at a word's end and says so with `...`; never longer than `max` characters. */
export function shorten(line: string, max: number): string {
  const characters = [...line]
  if (characters.length <= max) return line
  const cut = characters.slice(0, Math.max(0, max - 3)).join('')
  const blank = cut.lastIndexOf(' ')
  return `${(blank > cut.length * 0.6 ? cut.slice(0, blank) : cut).trimEnd()}...`
}

/** A sentence in quotation marks; its own double quotes become single ones so that the quotation has one end. */
export function quoteSentence(sentence: string, max = 140): string {
  return `"${cleanLine(sentence, max).replace(/["\u201c\u201d]/gu, "'")}"`
}

/**
 * Fills lines of at most `width` characters, each starting with `indent` (the first with `first`, by default the same).
 * A word longer than the line, such as a link, stands alone and whole.
 */
export function wrapText(text: string, width: number, indent = '', first = indent): string {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(' ')) {
    if (!empty && [...line].length + 1 + [...word].length > width) {
      lines.push(line)
      line = indent
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  lines.push(line)
  return lines.join('\n')
}
