// Text that every database takes and gives back unchanged. NUL and lone surrogates, which PostgreSQL refuses and
// UTF-8 cannot hold, are escaped with the noncharacter U+FFFF; all other text stays as it is.

const UNSAFE = /[\0\uffff]|\p{Surrogate}/gu
const ESCAPED = /\uffff([0-9a-f]{4})/g

/** `text` without NUL and lone surrogates, so that `fromSafeText` gives it back. */
export function toSafeText(text: string): string {
  if (text.isWellFormed() && !text.includes('\0') && !text.includes('\uffff')) return text
  return text.replace(UNSAFE, (unit) => `\uffff${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The inverse of `toSafeText`. */
export function fromSafeText(text: string): string {
  if (!text.includes('\uffff')) return text
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
