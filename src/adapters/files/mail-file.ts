// One file that holds one mail (.eml, a Maildir's file), read whole up to the limit; gunzipped when it is gzip, as Dovecot can store mail.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { Failure } from '../../ports/failure.ts'
import type { MailSource, SourcedMail } from '../../ports/mail-source.ts'
import { type FileChunk, gunzipped, isGzip } from './file-bytes.ts'
import { MAIL_MAX } from './mbox-splitter.ts'

export interface MailFile {
  readonly raw: Uint8Array<ArrayBuffer>
  /** Modification time; Maildir software sets it to the time of receipt. */
  readonly modifiedAt: number
  readonly cut: boolean
}

/**
 * Reads at most `MAIL_MAX` bytes. Null when the file is gone (moved or deleted meanwhile); throws Failure otherwise.
 * Synchronous calls: for small files they cost a tenth of the way through the thread pool.
 */
export async function readMailFile(path: string): Promise<MailFile | null> {
  try {
    const { bytes, size, modifiedAt } = readStart(path)
    const cut = size > MAIL_MAX
    if (!isGzip(bytes)) return { raw: bytes, modifiedAt, cut }
    const mail = await gathered(gunzipped(once({ bytes, done: bytes.length }), path))
    return { ...mail, modifiedAt, cut: mail.cut || cut }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw cause instanceof Failure ? cause : new Failure(`reading ${path}`, false, cause)
  }
}

function readStart(path: string): { bytes: Uint8Array<ArrayBuffer>; size: number; modifiedAt: number } {
  const file = openSync(path, 'r')
  try {
    const { size, mtimeMs: modifiedAt } = fstatSync(file)
    const bytes = new Uint8Array(Math.min(size, MAIL_MAX))
    let length = 0
    while (length < bytes.length) {
      const count = readSync(file, bytes, length, bytes.length - length, length)
      if (count === 0) break
      length += count
    }
    return { bytes: length < bytes.length ? bytes.slice(0, length) : bytes, size, modifiedAt }
  } finally {
    closeSync(file)
  }
}

/** One mail's bytes out of chunks, at most `MAIL_MAX` of them. */
export async function gathered(
  chunks: AsyncIterable<FileChunk>,
): Promise<{ raw: Uint8Array<ArrayBuffer>; cut: boolean }> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const { bytes } of chunks) {
    if (length < MAIL_MAX) parts.push(bytes.slice(0, MAIL_MAX - length))
    length += bytes.length
  }
  const raw = new Uint8Array(Math.min(length, MAIL_MAX))
  let at = 0
  for (const part of parts) {
    raw.set(part, at)
    at += part.length
  }
  return { raw, cut: length > MAIL_MAX }
}

async function* once(chunk: FileChunk): AsyncGenerator<FileChunk> {
  yield chunk
}

/** A key that a file rewritten under the same name does not share. */
export function fileKey(name: string, raw: Uint8Array): string {
  return `${name}-${crc32(raw).toString(16)}`
}

/** A source of exactly one mail. */
export function openMailFile(path: string, name: string = path): MailSource {
  return {
    name,
    async *read(cursor, signal): AsyncGenerator<SourcedMail> {
      const file = await readMailFile(path)
      if (!file) throw new Failure(`opening ${path}`, false, 'no such file')
      const key = fileKey('mail', file.raw)
      if (cursor === key || signal.aborted) return
      yield {
        raw: file.raw,
        place: { source: name, mailbox: '', validity: 0, key },
        receivedAt: file.modifiedAt,
        cursor: key,
        progress: { done: 1, total: 1 },
        cut: file.cut,
      }
    },
    async check() {
      const file = await readMailFile(path)
      if (!file) throw new Failure(`opening ${path}`, false, 'no such file')
      return `one mail of ${file.raw.length} bytes`
    },
  }
}
