// The head of a raw mail to its fields: in order, unfolded, names in lower case. Lines that are no field (an mbox
// `From ` line, junk) are passed over. Refuses nothing; a head over the limit is cut and says so.
import type { HeaderField } from '../../core/model/mail.ts'
import { decodeUtf8 } from './charset.ts'
import { MAX_HEAD } from './limits.ts'

export interface Head {
  readonly fields: readonly HeaderField[]
  /** Offset of the first byte of the body; the length of the mail when it has none. */
  readonly bodyStart: number
  /** True when the head is larger than the limit and its rest was not read. */
  readonly cut: boolean
}

const LF = 10
const CR = 13
const FIELD_NAME = /^[\x21-\x39\x3b-\x7e]+$/

/** Splits off the head: up to the first empty line (RFC 5322 §2.1), CRLF or bare LF. */
export function splitHead(raw: Buffer): Head {
  const end = headEnd(raw)
  const cut = end.head > MAX_HEAD
  const bytes = raw.subarray(0, Math.min(end.head, MAX_HEAD))
  const fields: HeaderField[] = []
  const text = bytes.toString('latin1')
  let ascii = true
  for (let i = 0; i < bytes.length && ascii; i++) ascii = (bytes[i] as number) < 128
  let start = 0
  while (start < text.length) {
    let stop = lineEnd(text, start)
    while (stop < text.length && isFold(text.charCodeAt(stop))) stop = lineEnd(text, stop)
    const field = readField(text.slice(start, stop), ascii)
    if (field) fields.push(field)
    start = stop
  }
  return { fields, bodyStart: end.body, cut }
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at + 1
}

const isFold = (code: number): boolean => code === 32 || code === 9

function headEnd(raw: Buffer): { head: number; body: number } {
  if (raw[0] === LF) return { head: 0, body: 1 }
  if (raw[0] === CR && raw[1] === LF) return { head: 0, body: 2 }
  for (let at = raw.indexOf(LF); at >= 0; at = raw.indexOf(LF, at + 1)) {
    if (raw[at + 1] === LF) return { head: at + 1, body: at + 2 }
    if (raw[at + 1] === CR && raw[at + 2] === LF) return { head: at + 1, body: at + 3 }
  }
  return { head: raw.length, body: raw.length }
}

function readField(line: string, ascii: boolean): HeaderField | null {
  const colon = line.indexOf(':')
  if (colon < 1) return null
  // RFC 5322 §4.5: white space before the colon is obsolete, and must count, or `From :` would hide a second From.
  const name = line.slice(0, colon).trimEnd()
  if (!FIELD_NAME.test(name)) return null
  const value = line
    .slice(colon + 1)
    .replace(/\r?\n[ \t]*/g, ' ')
    .trim()
  return { name: name.toLowerCase(), value: ascii ? value : decodeUtf8(Buffer.from(value, 'latin1')) }
}
