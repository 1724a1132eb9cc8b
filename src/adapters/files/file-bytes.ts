// The bytes of a file or of standard input, chunk by chunk, gunzipped when they begin as gzip does (RFC 1952 §2.3.1).
// What a broken gzip still gives is handed over first; then comes a Failure that says where it broke.
import { once } from 'node:events'
import { type FileHandle, open } from 'node:fs/promises'
import { setImmediate as immediate } from 'node:timers/promises'
import { constants, createGunzip } from 'node:zlib'
import { Failure } from '../../ports/failure.ts'

const CHUNK = 1024 * 1024
/** Compressed bytes inflated at a time: what one step gives is lost when the break lies in it, so they are few. */
const GZIP_CHUNK = 16 * 1024

export interface FileChunk {
  readonly bytes: Uint8Array
  /** Bytes of the file itself read so far. */
  readonly done: number
}

/** Reads `path` from `offset` (of the uncompressed bytes); chunks are reused, so look at each before asking for the next. */
export async function* fileBytes(
  path: string,
  offset: number,
  signal: AbortSignal,
): AsyncGenerator<FileChunk> {
  const file = await open(path, 'r').catch((cause) => {
    throw new Failure(`opening ${path}`, false, cause)
  })
  try {
    const head = new Uint8Array(2)
    const { bytesRead } = await file.read(head, 0, 2, 0)
    const zipped = bytesRead === 2 && isGzip(head)
    const chunks = rawChunks(file, path, zipped ? 0 : offset, zipped ? GZIP_CHUNK : CHUNK, signal)
    yield* zipped ? skip(gunzipped(chunks, path), offset) : chunks
  } finally {
    await file.close()
  }
}

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

async function* rawChunks(
  file: FileHandle,
  path: string,
  from: number,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<FileChunk> {
  const chunk = Buffer.allocUnsafeSlow(size)
  let at = from
  while (!signal.aborted) {
    const { bytesRead } = await file.read(chunk, 0, size, at).catch((cause) => {
      throw new Failure(`reading ${path} at byte ${at}`, false, cause)
    })
    if (bytesRead === 0) return
    at += bytesRead
    yield { bytes: chunk.subarray(0, bytesRead), done: at }
  }
}

/** Inflates one compressed chunk after the other, so that nothing inflated is lost when a later one is broken. */
export async function* gunzipped(chunks: AsyncIterable<FileChunk>, path: string): AsyncGenerator<FileChunk> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024, flush: constants.Z_SYNC_FLUSH })
  let inflated: Uint8Array[] = []
  let broken: Error | null = null
  let done = 0
  gunzip.on('data', (bytes: Uint8Array) => inflated.push(bytes))
  gunzip.on('error', (error) => {
    broken = error
  })
  const take = function* (): Generator<FileChunk> {
    for (const bytes of inflated) yield { bytes, done }
    inflated = []
    if (broken) {
      throw new Failure(
        `reading ${path} near byte ${done}`,
        false,
        `broken or incomplete gzip (${broken.message}); a whole .gz file is needed`,
      )
    }
  }
  try {
    for await (const chunk of chunks) {
      await new Promise<void>((resolve) => {
        gunzip.once('error', resolve)
        gunzip.write(chunk.bytes, () => {
          gunzip.off('error', resolve)
          resolve()
        })
      })
      done = chunk.done
      // The stream hands its output over a moment after it says the write is done.
      await immediate()
      yield* take()
    }
    gunzip.end()
    await once(gunzip, 'end').catch(() => {})
    yield* take()
  } finally {
    gunzip.destroy()
  }
}

async function* skip(chunks: AsyncIterable<FileChunk>, count: number): AsyncGenerator<FileChunk> {
  let left = count
  for await (const chunk of chunks) {
    if (left < chunk.bytes.length) yield { bytes: chunk.bytes.subarray(left), done: chunk.done }
    left = Math.max(0, left - chunk.bytes.length)
  }
}
