// A print by which copies of one mail are known: the same author, Date and words, whatever list prefix, footer and
// transfer encoding each list gave its copy.
import type { DecodedMail } from '../model/mail.ts'
import { trueAuthor } from './author.ts'
import { cleanText } from './clean-text.ts'
import { markFooters } from './footer.ts'
import { htmlText } from './html-text.ts'
import { EMPTY_MAILMAP } from './mailmap.ts'
import { readSheet, type Sheet } from './sheet.ts'

/** Equal for copies of one mail; no proof against somebody who wants two mails to have one print. */
export function copyPrint(mail: DecodedMail): string {
  const { author } = trueAuthor(mail, [], EMPTY_MAILMAP)
  const body = mail.text ?? (mail.html === null ? '' : htmlText(mail.html))
  const sheet = readSheet(cleanText(body))
  markFooters(sheet, [...sheet.kinds.keys()])
  return `${author.address || author.name} ${mail.date ?? '-'} ${hashLetters(sheet)}`
}

/** cyrb53 (two 32-bit multiplicative hashes, mixed to 53 bits) over all own words that are not blank, and how much that is. */
function hashLetters({ text, starts, firsts, kinds }: Sheet): string {
  let a = 0xdeadbeef | 0
  let b = 0x41c6ce57
  let length = 0
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== 'own') continue
    const end = (starts[i + 1] as number) - 1
    // mboxo software escapes lines that start with From.
    let at = starts[i] as number
    if (firsts[i] === 62 && text.startsWith('>From ', at)) at++
    for (; at < end; at++) {
      const code = text.charCodeAt(at)
      if (code <= 32) continue
      a = Math.imul(a ^ code, 2654435761)
      b = Math.imul(b ^ code, 1597334677)
      length++
    }
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return `${length} ${(4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0')}`
}
