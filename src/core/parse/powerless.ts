// Why a mail may not command or claim for its From: two parsers would read two senders in it (RFC 5322 §3.6 allows
// each of these fields once), or it names none.
import type { DecodedMail } from '../model/mail.ts'
import type { Person } from '../model/person.ts'

/** Fields that two parsers would read differently when they stand twice. */
export const FIELDS_OF_ONE: ReadonlySet<string> = new Set([
  'from',
  'sender',
  'reply-to',
  'date',
  'message-id',
  'subject',
  'in-reply-to',
  'references',
])

/** One line in words, or null when nothing is wrong. */
export function powerlessReason(mail: DecodedMail, author: Person): string | null {
  if (mail.from.length > 1) return `${mail.from.length} senders in From`
  if (mail.from.length === 0) return 'no sender in From'
  if (author.address === '' && author.name === '') return 'the sender has no address'
  const seen = new Set<string>()
  for (const { name } of mail.headers) {
    if (!FIELDS_OF_ONE.has(name)) continue
    if (seen.has(name)) return `field ${name} stands more than once`
    seen.add(name)
  }
  return mail.truncated?.startsWith('header') ? mail.truncated : null
}
