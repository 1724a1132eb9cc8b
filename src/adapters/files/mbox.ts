// One mbox file, plain or gzipped, as a source of mail: mboxrd quoting undone, resumable at any mail, in constant memory.
// Refuses a file without any postmark; what stands before the first one or behind a break is named, not guessed at.
import { stat } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { Failure } from '../../ports/failure.ts'
import type { MailSource, SourcedMail } from '../../ports/mail-source.ts'
import { type FileChunk, fileBytes } from './file-bytes.ts'
import { MboxSplitter, type SplitMail } from './mbox-splitter.ts'
import { POSTMARK_MAX, type PostmarkStyle, postmarkStyle } from './postmark.ts'

/**
 * A source over `path`. Its cursor is the offset behind the mail (uncompressed) and a checksum of the file's first line:
 * a file that was written anew is read from its start.
 */
export function openMbox(path: string, name: string = path): MailSource {
  return {
    name,
    read: (cursor, signal) => readMbox(path, name, cursor, signal),
    async check() {
      const { size } = await fileSize(path)
      const { line } = await firstLine(path)
      if (postmarkStyle(line) === null) throw notAnMbox(path, 0)
      return `mbox of ${size} bytes`
    },
  }
}

async function* readMbox(
  path: string,
  name: string,
  cursor: string | null,
  signal: AbortSignal,
): AsyncGenerator<SourcedMail> {
  const { size: total } = await fileSize(path)
  const head = await firstLine(path)
  const offset = await resumeAt(path, cursor, head.print)
  const chunks = fileBytes(path, offset, signal)
  const style = offset > 0 ? postmarkStyle(head.line) : null
  yield* splitMbox({ path, name, chunks, offset, style, total, print: head.print }, signal)
}

export interface MboxStream {
  readonly path: string
  readonly name: string
  readonly chunks: AsyncIterable<FileChunk>
  readonly offset: number
  readonly style: PostmarkStyle | null
  /** Size of the file itself; null when unknown. */
  readonly total: number | null
  readonly print: string
}

/** The mails of a stream of mbox bytes. Throws Failure when it breaks off or holds bytes that belong to no mail. */
export async function* splitMbox(stream: MboxStream, signal: AbortSignal): AsyncGenerator<SourcedMail> {
  const { path, name, total, print } = stream
  const splitter = new MboxSplitter(stream.offset, stream.style)
  let done = 0
  const source = (mail: SplitMail): SourcedMail => ({
    raw: mail.raw,
    place: { source: name, mailbox: '', validity: 0, key: `${mail.offset}-${crc32(mail.raw).toString(16)}` },
    receivedAt: mail.deliveredAt,
    cursor: `${mail.end}:${print}`,
    progress: total === null ? null : { done, total },
    cut: mail.cut,
  })
  try {
    for await (const chunk of stream.chunks) {
      done = chunk.done
      splitter.push(chunk.bytes)
      for (const mail of splitter.mails()) {
        if (signal.aborted) return
        yield source(mail)
      }
    }
  } catch (cause) {
    if (signal.aborted) return
    if (!(cause instanceof Failure)) throw cause
    const from = splitter.offset
    throw new Failure(
      cause.doing,
      cause.transient,
      `${reason(cause)}; mails from offset ${from} on were not read`,
    )
  }
  if (signal.aborted) return
  for (const mail of splitter.mails(true)) yield source(mail)
  if (splitter.style === null && splitter.junk > 0) throw notAnMbox(path, 0)
  if (splitter.junk > 0) throw strayBytes(path, stream.offset, splitter.junk)
}

const reason = (failure: Failure) =>
  String(failure.cause instanceof Error ? failure.cause.message : failure.cause)

function notAnMbox(path: string, at: number): Failure {
  return new Failure(
    `reading ${path} at byte ${at}`,
    false,
    'no mbox: each mail must start with a line like "From user@example.org Thu Jan  2 07:59:15 2025"',
  )
}

function strayBytes(path: string, from: number, length: number): Failure {
  return new Failure(
    `reading ${path} at byte ${from}`,
    false,
    `${length} bytes before the first "From " line belong to no mail; the mails behind them were read`,
  )
}

async function fileSize(path: string): Promise<{ size: number }> {
  return stat(path).catch((cause) => {
    throw new Failure(`opening ${path}`, false, cause)
  })
}

/** The file's first line, and a checksum of its first bytes, by which it is known again. */
async function firstLine(path: string): Promise<{ line: string; print: string }> {
  const text = await textAt(path, 0)
  return { line: text.split('\n', 1)[0] ?? '', print: crc32(text).toString(16) }
}

/** A line's length of text from `offset` on; '' behind the end. */
async function textAt(path: string, offset: number): Promise<string> {
  for await (const { bytes } of fileBytes(path, offset, new AbortController().signal)) {
    return Buffer.from(bytes.subarray(0, POSTMARK_MAX)).toString('latin1')
  }
  return ''
}

/** The cursor's offset if the file is still the one it was taken from, else 0. */
async function resumeAt(path: string, cursor: string | null, print: string): Promise<number> {
  const [offset, of] = cursor?.split(':') ?? []
  if (of !== print || !(Number(offset) > 0)) return 0
  // The byte before is read too: without it the file has become shorter, and what follows later would be missed.
  const text = await textAt(path, Number(offset) - 1)
  const line = text.slice(1).split('\n', 1)[0] ?? ''
  return text.length === 1 || postmarkStyle(line) !== null ? Number(offset) : 0
}
