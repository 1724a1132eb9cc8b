// A print by which copies of one mail are known: the same author, Date and words, whatever list prefix, footer and
// transfer encoding each list gave its copy.
import type { DecodedMail } from '../model/mail.ts'
import { trueAuthor } from './author.ts'
import { cleanText } from './clean-text.ts'
import { markFooters } from './footer.ts'
import { htmlText } from './html-text.ts'
import { EMPTY_MAILMAP } from './mailmap.ts'
import { readSheet } from './sheet.ts'

/** Equal for copies of one mail; no proof against somebody who wants two mails to have one print. */
export function copyPrint(mail: DecodedMail): string {
  const { author } = trueAuthor(mail, [], EMPTY_MAILMAP)
  const body = mail.text ?? (mail.html === null ? '' : htmlText(mail.html))
  const sheet = readSheet(cleanText(body))
  markFooters(sheet)
  let words = ''
  for (let i = 0; i < sheet.lines.length; i++)
    if (sheet.kinds[i] !== 'footer') words += (sheet.lines[i] as string).replace(/^>From /, 'From ')
  words = words.replace(/\s+/g, '')
  return `${author.address || author.name} ${mail.date ?? '-'} ${words.length} ${hash53(words, 1)}${hash53(words, 2)}`
}

/** cyrb53: two 32-bit multiplicative hashes mixed to 53 bits. */
function hash53(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed
  let b = 0x41c6ce57 ^ seed
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0')
}
