// The body of any mail through mailparser: text, HTML and attached parts. It is shown the MIME fields only, so that no
// hostile address, reference or subject ever reaches it. Throws what mailparser throws; the caller falls back.
import type { simpleParser } from 'mailparser'
import type { AttachedPart, HeaderField } from '../../core/model/mail.ts'
import { decodeCharset } from './charset.ts'
import { joinFlowed } from './flowed.ts'
import { BODY_DEADLINE_MS, MAX_ATTACHMENTS, MAX_HEAD, MAX_PARTS, MAX_TEXT } from './limits.ts'

export interface Body {
  readonly text: string | null
  readonly html: string | null
  readonly attachments: readonly AttachedPart[]
}

const MIME_FIELDS = /^(?:content-(?:type|transfer-encoding|disposition)|mime-version)$/

/** `fields` are the mail's own, `body` the bytes below them. Rejects on what mailparser refuses, or after the deadline. */
export async function parseMimeBody(fields: readonly HeaderField[], body: Buffer): Promise<Body> {
  const seen = new Set<string>()
  let head = ''
  for (const { name, value } of fields) {
    if (!MIME_FIELDS.test(name) || seen.has(name)) continue
    seen.add(name)
    head += `${name}: ${value}\r\n`
  }
  const source = Buffer.concat([Buffer.from(`${head}\r\n`), body])
  const flowed = FLOWED.test(source.toString('latin1'))
  // Loaded when a mail needs it: most processes that read mail never meet one, and it is large.
  const mailparser = await import('mailparser')
  const parsed = await withDeadline(
    mailparser.simpleParser(flowed ? withoutFlowed(source) : source, {
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      skipTextLinks: true,
      keepDeliveryStatus: true,
      ignoreEmbedded: true,
      checksumAlgo: false,
      maxHeadSize: MAX_HEAD,
      maxChildNodes: MAX_PARTS,
    }),
  )
  const html = typeof parsed.html === 'string' ? parsed.html : null
  // mailparser leaves an empty text in the place of each HTML part it was told not to convert.
  const text = typeof parsed.text === 'string' && !(html && parsed.text.trim() === '') ? parsed.text : null
  const joined = text !== null && flowed ? joinFlowed(text, DEL_SP.test(source.toString('latin1'))) : text
  return { text: joined, html, attachments: parsed.attachments.slice(0, MAX_ATTACHMENTS).map(attachedPart) }
}

// mailparser joins flowed lines of different quote depth, so it is not told that they are flowed.
const FLOWED = /;\s*format="?flowed"?/i
const DEL_SP = /;\s*delsp="?yes"?/i

function withoutFlowed(source: Buffer): Buffer {
  const text = source.toString('latin1').replace(/;(\s*)format="?flowed"?/gi, ';$1format=fixed')
  return Buffer.from(text, 'latin1')
}

type Attachment = Awaited<ReturnType<typeof simpleParser>>['attachments'][number]

function attachedPart(part: Attachment): AttachedPart {
  const contentType = String(part.contentType ?? '').toLowerCase()
  const content = part.content
  const readable = /^text\//.test(contentType) && content.length <= MAX_TEXT
  return {
    contentType,
    filename: String(part.filename ?? '').slice(0, 300),
    size: content.length,
    text: readable ? decodeCharset(content, charsetOf(part)).replace(/\r\n?/g, '\n') : null,
  }
}

function charsetOf(part: Attachment): string {
  const field: unknown = part.headers.get('content-type')
  const params = (field as { params?: { charset?: unknown } } | undefined)?.params
  return typeof params?.charset === 'string' ? params.charset : ''
}

async function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`body took more than ${BODY_DEADLINE_MS / 1000} s`)),
      BODY_DEADLINE_MS,
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
