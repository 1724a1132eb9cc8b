// Mail from a stream that can be read once: standard input. An mbox (also gzipped) or a single mail, told by its first bytes.
import { addAbortSignal, Readable } from 'node:stream'
import type { MailSource, SourcedMail } from '../../ports/mail-source.ts'
import { type FileChunk, gunzipped, isGzip } from './file-bytes.ts'
import { fileKey, gathered } from './mail-file.ts'
import { splitMbox } from './mbox.ts'

/** A source over `input`; it cannot be resumed, so the cursor passed to `read` is not looked at. */
export function openStdin(input: AsyncIterable<Uint8Array> = process.stdin, name = '-'): MailSource {
  return {
    name,
    read: (_cursor, signal) => readStream(input, name, signal),
    check: async () => 'standard input',
  }
}

async function* readStream(
  input: AsyncIterable<Uint8Array>,
  name: string,
  signal: AbortSignal,
): AsyncGenerator<SourcedMail> {
  // A pipe may stay silent for ever: aborting has to end the wait for it.
  const stoppable = input instanceof Readable ? addAbortSignal(signal, input) : input
  try {
    yield* readHeaded(numbered(stoppable), name, signal)
  } catch (cause) {
    if (!signal.aborted) throw cause
  }
}

async function* readHeaded(
  input: AsyncIterable<FileChunk>,
  name: string,
  signal: AbortSignal,
): AsyncGenerator<SourcedMail> {
  const raw = await headed(input, 2)
  const zipped = isGzip(raw.head)
  const all = await headed(zipped ? gunzipped(raw.chunks, 'standard input') : raw.chunks, 5)
  if (all.head.length === 0) return
  const chunks = all.chunks
  if (Buffer.from(all.head.subarray(0, 5)).toString('latin1') === 'From ') {
    const stream = {
      path: 'standard input',
      name,
      chunks,
      offset: 0,
      style: null,
      total: null,
      print: '-',
    }
    yield* splitMbox(stream, signal)
  } else {
    yield* oneMail(chunks, name)
  }
}

async function* oneMail(chunks: AsyncIterable<FileChunk>, name: string): AsyncGenerator<SourcedMail> {
  const { raw, cut } = await gathered(chunks)
  const key = fileKey('mail', raw)
  const place = { source: name, mailbox: '', validity: 0, key }
  yield { raw, place, receivedAt: null, cursor: key, progress: null, cut }
}

async function* numbered(input: AsyncIterable<Uint8Array>): AsyncGenerator<FileChunk> {
  let done = 0
  for await (const bytes of input) {
    done += bytes.length
    yield { bytes, done }
  }
}

/** At least `length` first bytes if there are so many, and all chunks with them. */
async function headed(
  chunks: AsyncIterable<FileChunk>,
  length: number,
): Promise<{ head: Uint8Array; chunks: AsyncIterable<FileChunk> }> {
  const rest = chunks[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array()
  let done = 0
  while (head.length < length) {
    const next = await rest.next()
    if (next.done) break
    head = Buffer.concat([head, next.value.bytes])
    done = next.value.done
  }
  const rejoined = async function* (): AsyncGenerator<FileChunk> {
    try {
      yield { bytes: head, done }
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
    } finally {
      await rest.return?.()
    }
  }
  return { head, chunks: rejoined() }
}
