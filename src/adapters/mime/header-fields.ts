// The head of a raw mail to its fields: in order, unfolded, names in lower case. Lines that are no field (an mbox
// `From ` line, junk) are passed over. Refuses nothing; a head over the limit is cut and says so.
import { isAscii } from 'node:buffer'
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
  const ascii = isAscii(bytes)
  let start = 0
  while (start < text.length) {
    let stop = lineEnd(text, start)
    const first = stop
    while (stop < text.length && isFold(text.charCodeAt(stop))) stop = lineEnd(text, stop)
    const field = readField(text, bytes, start, stop, stop > first, ascii)
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
  const bare = raw.indexOf('\n\n')
  const full = raw.indexOf('\n\r\n')
  if (bare >= 0 && (full < 0 || bare < full)) return { head: bare + 1, body: bare + 2 }
  if (full >= 0) return { head: full + 1, body: full + 3 }
  return { head: raw.length, body: raw.length }
}

/** Fields whose words live on in messages: they are copied out, or each of them would keep its whole head in memory. */
const KEPT = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'subject',
  'message-id',
  'references',
  'in-reply-to',
  'x-original-from',
  'list-id',
])

function readField(
  text: string,
  bytes: Buffer,
  start: number,
  stop: number,
  folded: boolean,
  ascii: boolean,
): HeaderField | null {
  const colon = text.indexOf(':', start)
  if (colon <= start || colon >= stop) return null
  // RFC 5322 §4.5: white space before the colon is obsolete, and must count, or `From :` would hide a second From.
  const name = fieldName(text.slice(start, colon).trimEnd())
  if (name === null) return null
  const raw = KEPT.has(name) ? bytes.toString('latin1', colon + 1, stop) : text.slice(colon + 1, stop)
  const body = raw.trim()
  const value = folded ? body.replace(/\r?\n[ \t]*/g, ' ') : body
  return { name, value: ascii ? value : decodeUtf8(Buffer.from(value, 'latin1')) }
}

/** Names met before, for speed alone; a mail full of strange names does not make it grow. */
const names = new Map<string, string>()

function fieldName(text: string): string | null {
  const known = names.get(text)
  if (known !== undefined) return known
  if (!FIELD_NAME.test(text)) return null
  const name = text.toLowerCase()
  if (names.size < 500 && text.length < 50) names.set(Buffer.from(text).toString(), name)
  return name
}
