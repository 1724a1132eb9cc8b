// RFC 2047 encoded words to text. Neighbouring words of one charset are joined as bytes first, because senders cut
// multi-byte characters in two. What is not a well-formed encoded word stays as it stands.
import { decodeCharset } from './charset.ts'

const WORD = /=\?([^?\s]{1,60})\?([BbQq])\?([^?]{0,4000})\?=/g

/** `value` with its encoded words decoded; for display only, an address that appears only here is none. */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value
  let out = ''
  let pending: { charset: string; bytes: Buffer[] } | null = null
  let last = 0
  const flush = (): void => {
    if (pending) out += decodeCharset(Buffer.concat(pending.bytes), pending.charset)
    pending = null
  }
  for (const match of value.matchAll(WORD)) {
    const between = value.slice(last, match.index)
    // RFC 2047 §6.2: white space between two encoded words is not shown.
    if (!(pending && /^[ \t\r\n]*$/.test(between))) {
      flush()
      out += between
    }
    const charset = (match[1] ?? '').replace(/\*.*$/, '').toLowerCase()
    const held = pending as { charset: string; bytes: Buffer[] } | null
    const bytes = /b/i.test(match[2] ?? '') ? Buffer.from(match[3] ?? '', 'base64') : decodeQ(match[3] ?? '')
    if (held && held.charset === charset) held.bytes.push(bytes)
    else {
      flush()
      pending = { charset, bytes: [bytes] }
    }
    last = match.index + match[0].length
  }
  flush()
  return out + value.slice(last)
}

function decodeQ(text: string): Buffer {
  const raw = text
    .replaceAll('_', ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return /[^\x00-\xff]/.test(raw) ? Buffer.from(raw, 'utf8') : Buffer.from(raw, 'latin1')
}
