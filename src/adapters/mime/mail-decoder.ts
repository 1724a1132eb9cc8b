// Raw bytes to one decoded mail, under the limits of limits.ts. The head is read here, the body by plain-body.ts where
// it is one plain text part and by mailparser else; a body that can't be read leaves a mail without text, which still
// has its id, thread and author. Refuses only what has no header field at all.
import { hash as digest } from 'node:crypto'
import type { Decoded, DecodedMail, HeaderField } from '../../core/model/mail.ts'
import type { Person } from '../../core/model/person.ts'
import type { MailDecoder } from '../../ports/mail-decoder.ts'
import { parseAddresses } from './address-field.ts'
import { parseDate, parseReceived } from './date-field.ts'
import { decodeWords } from './encoded-words.ts'
import { splitHead } from './header-fields.ts'
import {
  CUT_BODY,
  MAX_ADDRESSES,
  MAX_BOUNDARY,
  MAX_HEAD,
  MAX_MULTIPARTS,
  MAX_RAW,
  MAX_TEXT,
} from './limits.ts'
import { type Body, parseMimeBody } from './mime-body.ts'
import { parsePlainBody } from './plain-body.ts'

/** A decoder without state: one may serve any number of mails, at once, in any thread. */
export function createMailDecoder(): MailDecoder {
  return { decode: decodeMail }
}

/** Never rejects: what can't be read becomes a reason. */
export async function decodeMail(bytes: Uint8Array): Promise<Decoded> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hash = digest('sha256', raw)
  const head = splitHead(raw)
  if (head.fields.length === 0) {
    return {
      ok: false,
      hash,
      reason: raw.length === 0 ? 'the mail is empty' : 'no header field: this is not a mail',
    }
  }
  const mail = readFields(head.fields)
  const cut = raw.length > MAX_RAW
  const body = raw.subarray(head.bodyStart, cut ? head.bodyStart + CUT_BODY : raw.length)
  const refused = head.cut
    ? `header over ${MAX_HEAD / 1024} KiB: body not read`
    : refusedBody(head.fields, body)
  let read: Body = NO_BODY
  let truncated =
    refused ??
    (cut ? `mail over ${MAX_RAW / 1024 / 1024} MiB: only ${CUT_BODY / 1024} KiB of its body read` : null)
  if (refused === null) {
    try {
      read = parsePlainBody(head.fields, body) ?? (await parseMimeBody(head.fields, body))
    } catch (error) {
      truncated = `body not read: ${oneLine(error)}`
    }
  }
  const text = bounded(read.text)
  const html = bounded(read.html)
  if (!truncated && (text !== read.text || html !== read.html))
    truncated = `text over ${MAX_TEXT / 1024} Ki characters: cut`
  return {
    ok: true,
    mail: { ...mail, text, html, attachments: read.attachments, size: raw.length, hash, truncated },
  }
}

const NO_BODY: Body = { text: null, html: null, attachments: [] }

type HeadFields = Omit<DecodedMail, 'text' | 'html' | 'attachments' | 'size' | 'hash' | 'truncated'>

function readFields(headers: readonly HeaderField[]): HeadFields {
  const first = (name: string): string | undefined => headers.find((field) => field.name === name)?.value
  const people = (name: string): Person[] =>
    headers
      .flatMap((field) => (field.name === name ? parseAddresses(field.value) : []))
      .slice(0, MAX_ADDRESSES)
  const date = first('date')
  const received = first('received')
  return {
    headers,
    subject: subjectText(first('subject') ?? ''),
    from: people('from'),
    sender: people('sender')[0] ?? null,
    replyTo: people('reply-to'),
    to: people('to'),
    cc: people('cc'),
    date: date === undefined ? null : parseDate(date),
    received: received === undefined ? null : parseReceived(received),
  }
}

/** Decoded, on one line, at most 2,000 characters. */
function subjectText(value: string): string {
  return decodeWords(value.slice(0, 10_000))
    .replace(/[\x00-\x20\x7f\u00a0\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, 2000)
    .toWellFormed()
}

/** Why a body is not even shown to the parser; null when it may be. */
function refusedBody(fields: readonly HeaderField[], body: Buffer): string | null {
  const type = fields.find((field) => field.name === 'content-type')?.value ?? ''
  if (!/^\s*(?:multipart|message)\//i.test(type)) return null
  const boundary = /boundary\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(type)
  if ((boundary?.[1] ?? boundary?.[2] ?? '').length > MAX_BOUNDARY)
    return `boundary over ${MAX_BOUNDARY} characters: body not read`
  let multiparts = 1
  for (const _ of body.toString('latin1').matchAll(/^content-type:\s*multipart\//gim)) multiparts++
  return multiparts > MAX_MULTIPARTS ? `more than ${MAX_MULTIPARTS} multipart entities: body not read` : null
}

/** At most MAX_TEXT units, cut at a line's end where there is one. */
function bounded(text: string | null): string | null {
  if (text === null || text.length <= MAX_TEXT) return text
  const end = text.lastIndexOf('\n', MAX_TEXT)
  return text.slice(0, end > MAX_TEXT / 2 ? end + 1 : MAX_TEXT)
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 200)
}
