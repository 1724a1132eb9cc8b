// Why a mail may not command or claim for its From: two parsers would read two senders in it (RFC 5322 §3.6 allows
// each of these fields once), or it names none.
import type { DecodedMail } from '../model/mail.ts'
import type { Person } from '../model/person.ts'

/** Fields that two parsers would read differently when they stand twice. */
export const FIELDS_OF_ONE: readonly string[] = [
  'from',
  'sender',
  'reply-to',
  'date',
  'message-id',
  'subject',
  'in-reply-to',
  'references',
]

/** One line in words, or null when nothing is wrong. */
export function powerlessReason(mail: DecodedMail, author: Person): string | null {
  if (mail.from.length > 1) return `${mail.from.length} senders in From`
  if (mail.from.length === 0) return 'no sender in From'
  if (author.address === '' && author.name === '') return 'the sender has no address'
  let seen = 0
  for (const { name } of mail.headers) {
    const field = FIELDS_OF_ONE.indexOf(name)
    if (field < 0) continue
    if ((seen & (1 << field)) !== 0) return `field ${name} stands more than once`
    seen |= 1 << field
  }
  return mail.truncated?.startsWith('header') ? mail.truncated : null
}
