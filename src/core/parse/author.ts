// Who wrote a mail: the From mailbox, or the person behind it when list software put its own address there
// ("X via Xen-devel"). What is undone here is for reading only and gives nobody any right.
import type { MailingList } from '../model/list.ts'
import type { DecodedMail } from '../model/mail.ts'
import type { Person } from '../model/person.ts'
import { type Mailmap, mapPerson } from './mailmap.ts'

const VIA = /^['"]?(.+?)['"]? (?:via|через|über|par l'intermédiaire de) (\S.{0,80})$/i
const VIA_WORD = / (?:via|через|über|par) /i
const NOBODY: Person = { name: '', address: '' }

/** `via` is the From mailbox as it stood when list rewriting hid the author, else null. */
export function trueAuthor(
  mail: DecodedMail,
  lists: readonly MailingList[],
  mailmap: Mailmap,
): { author: Person; via: Person | null } {
  const from = mail.from[0] ?? mail.sender ?? NOBODY
  if (!isRewritten(from, mail, lists)) return { author: mapPerson(mailmap, from), via: null }
  const name = (VIA.exec(from.name)?.[1] ?? from.name).trim()
  const original = originalFrom(mail)
  const notList = (person: Person): boolean =>
    person.address !== '' && !isListAddress(person.address, mail, lists)
  const replies = mail.replyTo.filter(notList)
  // Mailman adds the author to Reply-To or Cc; several people there leave open which of them it was.
  const behind =
    (original && notList(original) ? original : null) ??
    (replies.length === 1 ? replies[0] : replies.find((person) => sameName(person.name, name))) ??
    mail.cc.find((person) => notList(person) && name !== '' && sameName(person.name, name))
  const author = { name: behind?.name || name, address: behind?.address ?? '' }
  return { author: mapPerson(mailmap, author), via: from }
}

function isRewritten(from: Person, mail: DecodedMail, lists: readonly MailingList[]): boolean {
  if (from.address === '') return false
  if (isListAddress(from.address, mail, lists)) return true
  // `Kim Berg via Xen-devel <xen-devel@…>`: the list's name and address are one word.
  const list = VIA_WORD.test(from.name) ? VIA.exec(from.name)?.[2] : undefined
  if (list === undefined) return false
  if (fold(list) === fold(from.address.slice(0, from.address.indexOf('@')))) return true
  // RFC 2919 List-Id shows that a list handled it; the name alone could be anybody's joke.
  return mail.headers.some((field) => field.name === 'x-original-from')
}

const fold = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

function isListAddress(address: string, mail: DecodedMail, lists: readonly MailingList[]): boolean {
  if (lists.some((list) => list.addresses.includes(address))) return true
  const at = address.indexOf('@')
  const asListId = `${address.slice(0, at)}.${address.slice(at + 1)}`
  return mail.headers.some(
    (field) =>
      (field.name === 'list-post' && field.value.toLowerCase().includes(`mailto:${address}`)) ||
      (field.name === 'list-id' && field.value.toLowerCase().includes(`<${asListId}>`)),
  )
}

function originalFrom(mail: DecodedMail): Person | null {
  const value = mail.headers.find((field) => field.name === 'x-original-from')?.value ?? ''
  const match = /^([^<>]{0,200})<([^<>\s]+@[^<>\s]+)>$|^([^<>\s]+@[^<>\s]+)$/.exec(value.trim())
  if (!match) return null
  return {
    name: (match[1] ?? '').replace(/^['"\s]+|['"\s]+$/g, ''),
    address: (match[2] ?? match[3] ?? '').toLowerCase(),
  }
}

function sameName(a: string, b: string): boolean {
  return a !== '' && fold(a.normalize('NFKC')) === fold(b.normalize('NFKC'))
}
