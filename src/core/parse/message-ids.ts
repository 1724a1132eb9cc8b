// Message-ID, References and In-Reply-To fields to ids (RFC 5322 §3.6.4), whatever stands between them (broken fields
// have commas or nothing there). A mail without a usable Message-ID gets one made from its hash.
import type { MessageId } from '../model/ids.ts'
import type { DecodedMail, HeaderField } from '../model/mail.ts'

/** Ancestors kept of a mail; of more, the oldest and the youngest ones. */
const MAX_REFERENCES = 100
/** Longer ids are no ids: they break archives and indexes. */
const MAX_ID = 500

/** The mail's own id; `made` when it had none that can be used. */
export function ownId(mail: DecodedMail): { id: MessageId; made: boolean } {
  const field = mail.headers.find((header) => header.name === 'message-id')?.value ?? ''
  const id = idsIn(field)[0] ?? bareId(field)
  return id ? { id, made: false } : { id: `${mail.hash}@made.invalid` as MessageId, made: true }
}

/** Ancestors oldest first, parent last, without repeats and without the mail itself. */
export function ancestors(headers: readonly HeaderField[], self: MessageId): MessageId[] {
  const found = new Set<MessageId>()
  for (const field of headers)
    if (field.name === 'references') for (const id of idsIn(field.value)) found.add(id)
  const replied = headers.find((field) => field.name === 'in-reply-to')
  // Old mailers put prose and several ids there: then only References can be trusted.
  const parents = replied ? idsIn(replied.value) : []
  if (parents.length === 1 || found.size === 0) for (const id of parents.slice(0, 1)) found.add(id)
  found.delete(self)
  const all = [...found]
  return all.length <= MAX_REFERENCES ? all : [...all.slice(0, 20), ...all.slice(20 - MAX_REFERENCES)]
}

function idsIn(value: string): MessageId[] {
  const ids: MessageId[] = []
  let from = 0
  for (let end = value.indexOf('>'); end >= 0; end = value.indexOf('>', from)) {
    const piece = value.slice(from, end)
    from = end + 1
    const start = piece.lastIndexOf('<')
    if (start < 0) continue
    const id = piece.slice(start + 1)
    if (id !== '' && id.length <= MAX_ID && !/\s/.test(id)) ids.push(id as MessageId)
  }
  return ids
}

function bareId(value: string): MessageId | null {
  return value.length <= MAX_ID && /^[^\s<>@]+@[^\s<>@]+$/.test(value) ? (value as MessageId) : null
}
