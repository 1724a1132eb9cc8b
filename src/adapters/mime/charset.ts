// Bytes and a charset label to text. An unknown or refused label (utf-7, base64 …) is read as UTF-8 when the bytes
// are valid UTF-8, else as Windows-1252: never an error, never a lone surrogate.
import { TextDecoder } from 'node:util'

const ALIASES: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  cp950: 'big5',
  latin1: 'iso-8859-1',
}

const decoders = new Map<string, TextDecoder | null>()

/** Text of `bytes` in `charset` (a MIME label in any case, '' when none was given). */
export function decodeCharset(bytes: Uint8Array, charset: string): string {
  const label = charset.trim().toLowerCase()
  const decoder =
    label === '' || label === 'us-ascii' || label === 'ascii' ? null : decoderFor(ALIASES[label] ?? label)
  return decoder && decoder.encoding !== 'utf-8' ? decoder.decode(bytes) : decodeUtf8(bytes)
}

/** UTF-8 when valid, else Windows-1252: what a mail without a word on its charset most likely is. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return windows1252.decode(bytes)
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')

function decoderFor(label: string): TextDecoder | null {
  const known = decoders.get(label)
  if (known !== undefined) return known
  let decoder: TextDecoder | null = null
  try {
    decoder = new TextDecoder(label)
  } catch {
    return null
  }
  decoders.set(label, decoder)
  return decoder
}
