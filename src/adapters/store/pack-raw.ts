// Raw mails as they lie in the store: zstd frames (RFC 8878), with a checksum of their content.
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdCompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib'

const params = {
  // Level 3 saves 2 % of the bytes and costs a quarter more time.
  [constants.ZSTD_c_compressionLevel]: 1,
  [constants.ZSTD_c_checksumFlag]: 1,
}
/** From this size on the work is done beside the main thread. */
const LARGE_BYTES = 256 * 1024

export async function packRaw(raw: Uint8Array): Promise<Uint8Array> {
  return raw.length < LARGE_BYTES
    ? zstdCompressSync(raw, { params })
    : promisify(zstdCompress)(raw, { params })
}

/** Throws when the bytes are no whole zstd frame. */
export async function unpackRaw(packed: Uint8Array): Promise<Uint8Array> {
  const raw =
    packed.length < LARGE_BYTES ? zstdDecompressSync(packed) : await promisify(zstdDecompress)(packed)
  return new Uint8Array(raw.buffer, raw.byteOffset, raw.length)
}
