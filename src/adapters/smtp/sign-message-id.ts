// The keyed hash that our own Message-IDs are made of (RFC 2104 with SHA-256), in lower-case hex.
import { createHmac } from 'node:crypto'

/** `secret` should hold at least 128 random bits and must stay the same for the life of the store. */
export function keyedHash(secret: string): (text: string) => string {
  return (text) => createHmac('sha256', secret).update(text, 'utf8').digest('hex')
}
