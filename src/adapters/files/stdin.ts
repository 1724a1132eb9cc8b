// Mail from a stream that can be read once: standard input. An mbox (also gzipped) or a single mail, told by its first bytes.
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
  const plain = numbered(input, signal)[Symbol.asyncIterator]()
  const first = await plain.next()
  if (first.done) return
  const raw = rejoined(first.value, plain)
  const chunks = isGzip(first.value.bytes) ? gunzipped(raw, 'standard input') : raw
  const unzipped = chunks[Symbol.asyncIterator]()
  const start = await unzipped.next()
  if (start.done) return
  const all = rejoined(start.value, unzipped)
  if (Buffer.from(start.value.bytes.subarray(0, 5)).toString('latin1') === 'From ') {
    const stream = {
      path: 'standard input',
      name,
      chunks: all,
      offset: 0,
      style: null,
      total: null,
      print: '-',
    }
    yield* splitMbox(stream, signal)
  } else {
    yield* oneMail(all, name)
  }
}

async function* oneMail(chunks: AsyncIterable<FileChunk>, name: string): AsyncGenerator<SourcedMail> {
  const { raw, cut } = await gathered(chunks)
  const key = fileKey('mail', raw)
  const place = { source: name, mailbox: '', validity: 0, key }
  yield { raw, place, receivedAt: null, cursor: key, progress: null, cut }
}

async function* numbered(input: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<FileChunk> {
  let done = 0
  for await (const bytes of input) {
    if (signal.aborted) return
    done += bytes.length
    yield { bytes, done }
  }
}

async function* rejoined(first: FileChunk, rest: AsyncIterator<FileChunk>): AsyncGenerator<FileChunk> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
