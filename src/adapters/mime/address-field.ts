// An address field's value (RFC 5322 §3.4) to people: groups flattened, comments dropped, names decoded. What has
// neither a name nor an addr-spec yields nobody; an address that appears only by decoding is not an address.
import type { Person } from '../../core/model/person.ts'
import { decodeWords } from './encoded-words.ts'
import { MAX_ADDRESSES } from './limits.ts'

/** Most characters of one field that are read. */
const MAX_FIELD = 64 * 1024
const ADDR_SPEC = /^[^\s<>()[\],;:\\"@]+@[^\s<>()[\],;:\\"@]+$|^"[^"\\\r\n]*"@[^\s<>()[\],;:\\"@]+$/

/** At most MAX_ADDRESSES people in order of appearance; addresses in lower case. */
export function parseAddresses(value: string): Person[] {
  const people: Person[] = []
  const text = value.slice(0, MAX_FIELD)
  const plain = /["(:;\\]|=\?/.test(text) ? null : parsePlainList(text)
  if (plain !== null) return plain
  let i = 0
  let words = ''
  let comment = ''
  let angle: string | null = null
  let quoted = false
  const flush = (): void => {
    const person = readMailbox(words, comment, angle, quoted)
    if (person && people.length < MAX_ADDRESSES) people.push(person)
    words = ''
    comment = ''
    angle = null
    quoted = false
  }
  while (i < text.length && people.length < MAX_ADDRESSES) {
    const c = text[i] as string
    if (c === '"') {
      const end = quotedEnd(text, i)
      // `"local part"@host`: the quotes belong to the address.
      if (text[end] === '@') words += text.slice(i, end)
      else {
        words += text.slice(i + 1, end - 1).replace(/\\(.)/g, '$1')
        quoted = true
      }
      i = end
    } else if (c === '(') {
      const end = commentEnd(text, i)
      if (!comment) comment = text.slice(i + 1, end - 1)
      i = end
    } else if (c === '<') {
      const close = text.indexOf('>', i)
      const end = close < 0 ? text.length : close
      if (angle === null) angle = text.slice(i + 1, end)
      i = end + 1
    } else if (c === ',' || c === ';') {
      flush()
      i++
    } else if (c === ':' && angle === null) {
      words = ''
      quoted = false
      i++
    } else {
      words += c
      i++
    }
  }
  flush()
  return people
}

/** A list without quotes, comments, groups and encoded words, which most are; null when its brackets are odd. */
function parsePlainList(text: string): Person[] | null {
  const people: Person[] = []
  for (const piece of text.split(',', MAX_ADDRESSES * 2)) {
    const open = piece.indexOf('<')
    if (open < 0) {
      const bare = piece.replace(/\s+/g, ' ').trim()
      const address = readAddress(bare)
      const name = address === '' ? cleanName(bare) : ''
      if (address || name) people.push({ name, address })
    } else {
      const close = piece.indexOf('>', open)
      if (close < 0 || piece.indexOf('<', close) >= 0) return null
      const words = piece.slice(0, open) + piece.slice(close + 1)
      const person = readMailbox(words, '', piece.slice(open + 1, close), false)
      if (person) people.push(person)
    }
    if (people.length >= MAX_ADDRESSES) break
  }
  return people
}

function readMailbox(words: string, comment: string, angle: string | null, quoted: boolean): Person | null {
  const bare = words.replace(/\s+/g, ' ').trim()
  if (angle !== null) {
    const address = readAddress(angle)
    const name = cleanName(decodeWords(bare) || decodeWords(comment))
    return address || name ? { name, address } : null
  }
  const address = quoted ? '' : readAddress(bare)
  if (address) return { name: cleanName(decodeWords(comment)), address }
  const name = cleanName(decodeWords(bare))
  return name ? { name, address: '' } : null
}

/** RFC 5322 §4.4: a source route before the address is passed over. */
function readAddress(text: string): string {
  const address = text.replace(/\s+/g, '').replace(/^@[^:]*:/, '')
  return address.length <= 320 && ADDR_SPEC.test(address) ? address.toLowerCase() : ''
}

function cleanName(name: string): string {
  return name
    .replace(/[\x00-\x1f\x7f]+/g, ' ')
    .replace(/^['"\s]+|['"\s]+$/g, '')
    .slice(0, 200)
    .toWellFormed()
}

function quotedEnd(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i + 1
  }
  return text.length + 1
}

function commentEnd(text: string, from: number): number {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '(') depth++
    else if (text[i] === ')' && --depth === 0) return i + 1
  }
  return text.length + 1
}
